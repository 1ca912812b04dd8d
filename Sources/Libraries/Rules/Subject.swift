import Calendar
import JSONLines
import Learning

/// What a condition is asked of: a record, or one message of a conversation, with what is computed from it once.
public final class Subject {
  /// Facts that are computed, and not members.
  static let computedFacts = [
    "@silent", "@inbound", "@outbound", "@internal", "@last", "@length", "@messages", "@attachments", "@words",
  ]

  let record: Record
  let rules: Compiled
  /// The day that counts as today.
  let today: Int
  private var scans: [[TextScan]?]
  /// The messages of a conversation, in date order.
  public internal(set) var messages: [Subject] = []
  /// For a message: its place in the conversation, who wrote it, and whether a program did.
  var index = 0
  var speaker: Condition.Speaker?
  var automatic = false
  /// For a message: whether it went from our own people to our own people.
  var staysInside = false
  /// For a message: the new words.
  var words: [UInt8] = []
  /// Whether only the beginning of its words is looked at.
  var isCut = false
  /// What rules gave so far.
  public internal(set) var labels = Labels()
  /// For a message: the conversation that it stands in.
  weak var conversation: Subject?
  /// For a message: its sentences, and what the learned models hear in each.
  lazy var sentences = Sentences.ranges(in: words)
  var heard: [Int: Hearing] = [:]
  /// What they hear in the whole message.
  var heardWhole: [Int: [Float]] = [:]

  /// A record that is no conversation.
  public init(_ record: Record, rules: Compiled, today: Int) {
    self.record = record
    self.rules = rules
    self.today = today
    scans = Array(repeating: nil, count: rules.scanners.count)
  }

  /// The text and where patterns occur in it.
  func scan(_ field: Int) -> TextScan { scans(field).first ?? TextScan([], rules.scanners[field].set) }

  /// The texts of a field, one an element where it is a list, and where patterns occur in them.
  func scans(_ field: Int) -> [TextScan] {
    if let known = scans[field] { return known }
    let scanner = rules.scanners[field]
    let made = texts(scanner.field).map { TextScan($0, scanner.set) }
    scans[field] = made
    return made
  }

  private func texts(_ field: Condition.Field) -> [[UInt8]] {
    if field.name == "text", speaker != nil { return [words] }
    let parts = field.name == "@attachments" ? attachmentNames : record.strings(field.path)
    return parts.map { part in
      var text = Array(part.utf8)
      if Self.cut(&text) { isCut = true }
      return text
    }
  }

  /// The attachments' names; a bare string is a name too.
  var attachmentNames: [String] {
    (record.json("attachments")?.array ?? []).compactMap { $0.string ?? $0["name"]?.string }
  }

  /// A computed number.
  func number(_ fact: String) -> Int? {
    switch fact {
    case "@silent":
      guard let last = messages.last?.day else { return nil }
      return today - last
    case "@inbound": return messages.count { $0.speaker == .them && !$0.automatic }
    case "@outbound": return messages.count { $0.speaker == .us && !$0.automatic }
    case "@internal": return messages.count { $0.staysInside }
    case "@messages": return messages.count
    case "@length": return words.count
    case "@words": return words.split { $0 <= 0x20 }.count
    case "@attachments": return attachmentNames.count
    default: return nil
    }
  }

  /// The day of the record's `date`.
  var day: Int? { record.string("date").flatMap(Days.number) }

  static func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}

/// Labels and values that rules gave, with the evidence of each.
public struct Labels: Sendable {
  /// One reason for a label.
  public struct Evidence: Sendable, Equatable {
    /// Index of the message, for a conversation.
    public var message: Int?
    /// The author's words, an exact part of the message's text; empty when something else proves it.
    public var quote: [UInt8]
    /// The rule's name.
    public var rule: String
  }

  /// The labels in the order they were given.
  public internal(set) var names: [String] = []
  /// The reasons of each label.
  public internal(set) var evidence: [String: [Evidence]] = [:]
  /// The scalars, such as `side`.
  public internal(set) var values: [String: String] = [:]

  /// What the votes for each value of a scalar add up to that learned weights make nothing of.
  var votes: [String: [String: Float]] = [:]
  /// The votes that learned weights make something of.
  var cast: [String: Votes] = [:]
  /// Where a learned model was heard: which message and model, and the label's place among the model's.
  struct Source: Sendable {
    let message: Int
    let model: Int
    let label: Int
  }

  /// The sources of the votes of learned models on the messages of a conversation, by the votes' names.
  var sources: [String: Source] = [:]
  /// The strongest reason of each value.
  var voiced: [String: [String: Evidence]] = [:]
  /// The learned models that spoke for the values of a scalar.
  var heard: [String: [Int]] = [:]

  mutating func add(_ name: String, _ reasons: [Evidence]) {
    if !names.contains(name) { names.append(name) }
    for reason in reasons where evidence[name, default: []].count < 20 { evidence[name, default: []].append(reason) }
  }

  mutating func drop(_ name: String) {
    names.removeAll { $0 == name }
    evidence[name] = nil
  }

  /// Index of the first message that gave the label.
  func first(_ name: String) -> Int? { evidence[name]?.compactMap(\.message).min() }

  /// Index of the last message that gave the label.
  func last(_ name: String) -> Int? { evidence[name]?.compactMap(\.message).max() }
}
