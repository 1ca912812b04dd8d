import JSONLines

/// A compiled condition of the one condition language (kith-rules(5)).
public indirect enum Condition: Sendable {
  /// Every one holds.
  case all([Condition])
  /// At least one holds; the first that does gives the evidence.
  case any([Condition])
  /// At least so many hold.
  case some([Condition], atLeast: Int)
  /// None holds.
  case none([Condition])
  /// The field's value passes the test.
  case field(Field, Test)
  /// One of the patterns occurs in the field.
  case pattern(PatternTest)
  /// Some sentence of the message's new words fulfils the condition.
  case sentence(Condition)
  /// Messages of the conversation that fulfil a condition, counted.
  case messages(MessageTest)
  /// Some object of the list fulfils the condition.
  case item(JSONPath, Condition)
  /// The label was given already.
  case label(LabelTest)
  /// A learned model hears one of some labels in the message, or in the sentence.
  case sounds(SoundTest)
  /// The message that the other side wrote next (or just before) fulfils the condition.
  case neighbour(isNext: Bool, Condition)
  /// The scalar has one of these values already.
  case given(String, [String])

  /// Whether a learned model is asked of the sentence.
  var hears: Bool {
    switch self {
    case .all(let parts), .any(let parts), .none(let parts), .some(let parts, _): parts.contains(where: \.hears)
    case .sounds: true
    default: false
    }
  }

  /// What a learned model is asked of the sentence before anything else.
  var soundOfSentence: SoundTest? {
    switch self {
    case .sounds(let test): test.isOfWhole ? nil : test
    case .all(let parts): parts.first?.soundOfSentence
    default: nil
    }
  }

  /// Whether words are looked for or heard.
  var asksWords: Bool {
    switch self {
    case .all(let parts), .any(let parts), .none(let parts), .some(let parts, _): parts.contains(where: \.asksWords)
    case .pattern, .sounds: true
    default: false
    }
  }

  /// A place of a record: a path of members, or a computed fact such as `@silent`.
  public struct Field: Sendable {
    /// As written.
    public let name: String
    let path: JSONPath
    let computed: Bool
    /// Whether the path goes through the elements of a list.
    let isList: Bool

    init(_ name: String) {
      self.name = name
      path = JSONPath(name)
      computed = name.hasPrefix("@")
      isList = name.contains("[]")
    }
  }

  /// What is asked of a field's value.
  public enum Test: Sendable {
    /// The member is there (with any value but null and the empty list or string), or is not.
    case exists(Bool)
    /// The value is exactly this.
    case equals(Literal)
    /// The value, or an element of the list, is one of these.
    case isIn([[UInt8]], [Decimal])
    /// A number within these bounds, which belong to it.
    case between(Decimal?, Decimal?)
    /// A date at most this long before now (true) or longer ago (false).
    case age(within: Bool, days: Int)
    /// A list with that many elements.
    case count(Decimal?, Decimal?)
  }

  /// A value to compare with.
  public enum Literal: Sendable, Equatable {
    /// `true` or `false`.
    case bool(Bool)
    /// A number by value, not by spelling.
    case number(Decimal)
    /// A string; ASCII letters compare without case.
    case string([UInt8])
  }

  /// A pattern test.
  public struct PatternTest: Sendable {
    /// Index of the scanned field.
    let field: Int
    /// Indexes of the patterns within the field's set.
    let patterns: [Int]
  }

  /// A test over the messages of a conversation.
  public struct MessageTest: Sendable {
    enum Which: String, Sendable { case any, first, last, all }
    let selector: Selector
    let which: Which
    let atLeast: Int
    let atMost: Int
    let condition: Condition?
  }

  /// Which messages are looked at.
  public struct Selector: Sendable {
    /// `them`, `us` or anyone.
    let speaker: Speaker?
    /// True: only automatic ones; false: only ones a person wrote; nil: both.
    let automatic: Bool?
    let afterLabel: String?
    let beforeLabel: String?
    let kinds: [String]
    /// Only messages before the other party's first word: who opens a conversation asks, who answers may only be polite.
    let opening: Bool
  }

  /// Who wrote a message.
  public enum Speaker: String, Sendable {
    /// The other side.
    case them
    /// Our own people.
    case us
  }

  /// A test of what a learned model hears.
  public struct SoundTest: Sendable {
    /// Index of the model within the file's.
    let model: Int
    /// Columns of the labels.
    let labels: [Int]
    let atLeast: Float
    /// Whether the whole message is heard between its neighbours, and not each sentence alone.
    let isOfWhole: Bool
  }

  /// A test of a label that an earlier rule gave.
  public struct LabelTest: Sendable {
    let label: String
    let after: String?
    let unanswered: Bool
  }
}
