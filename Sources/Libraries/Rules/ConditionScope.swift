/// What a condition is asked of, and what earlier rules may have given there: both say which conditions can hold. One
/// that never could is an error where it stands, not a rule that is silently false.
struct ConditionScope {
  /// What is asked.
  enum Asked {
    /// A conversation as a whole.
    case conversation
    /// One message of a conversation, by a rule on conversations.
    case message
    /// A message that is judged for itself.
    case ownMessage
    /// Any record.
    case record
    /// Something of which only members are looked at: what a score model judges, or an object of a list.
    case members
  }

  /// What is asked.
  var asked: Asked
  /// The labels that earlier rules add, in order.
  var labels: [String] = []
  /// The values that each scalar may have by now.
  var values: [String: [String]] = [:]
  /// Whether a list may be empty, as one of a customer profile may: then it asks for nothing.
  var allowsEmptyLists = false

  private var isMessage: Bool { asked == .message || asked == .ownMessage }

  private static let toMessages =
    "a condition on the conversation: words are those of messages, so the rule needs a \"from\", or the condition "
    + "{\"messages\": {\"where\": …}}"

  /// Refuses a kind of condition that can't hold here.
  func check(_ kind: String, at setting: Setting) throws(RuleError) {
    let expected: String? =
      switch kind {
      case "all", "any", "none", "some", "item": nil
      case "messages": messages
      case "label", "given": given(kind)
      case "sentence": asked == .conversation ? Self.toMessages : asked == .members ? fields(kind) : nil
      default:
        isMessage ? nil : asked == .conversation ? Self.toMessages : fields(kind)
      }
    if let expected { throw setting.error(expected: expected) }
  }

  private func fields(_ kind: String) -> String { "a condition on members, not \"\(kind)\", which asks of messages" }

  private var messages: String? {
    switch asked {
    case .conversation: nil
    case .message, .ownMessage: "a condition on the one message that is asked here, not \"messages\""
    case .record, .members: fields("messages")
    }
  }

  private func given(_ kind: String) -> String? {
    switch asked {
    case .conversation, .ownMessage, .record: nil
    case .message:
      "a condition on the message, not \"\(kind)\": labels and scalars are the conversation's; \"after\" and \"before\" "
        + "of the rule choose messages by a label, \"under\" of a group asks of the conversation"
    case .members: "a condition on members, not \"\(kind)\", which asks what rules gave"
    }
  }

  /// Refuses words that are looked for where no text is.
  func checkWords(of field: String, at setting: Setting) throws(RuleError) {
    if field == "text", asked == .conversation { throw setting.error(expected: Self.toMessages) }
    guard field.hasPrefix("@") else { return }
    guard field == "@attachments", isMessage else {
      throw setting.error(expected: "words of a member\(isMessage ? " or of @attachments" : ""), not of \(field)")
    }
  }

  /// Refuses a computed fact that is not known here.
  func checkFact(_ field: String, at setting: Setting) throws(RuleError) {
    let facts: [String] =
      switch asked {
      case .conversation: ["@silent", "@inbound", "@outbound", "@internal", "@messages", "@last"]
      case .message, .ownMessage: ["@length", "@words", "@attachments"]
      case .record, .members: []
      }
    guard !facts.contains(field) else { return }
    let what = isMessage ? "a message" : asked == .conversation ? "a conversation" : "a record"
    guard !facts.isEmpty else { throw setting.error(expected: "a member: \(what) has no computed fact \(field)") }
    throw setting.error(expected: "one of \(facts.joined(separator: ", ")) of \(what), not \(field)")
  }

  /// The label, which an earlier rule must add.
  func label(_ setting: Setting) throws(RuleError) -> String {
    let name = try setting.text("a label")
    guard labels.contains(name) else {
      let known = labels.isEmpty ? "there is none" : labels.joined(separator: ", ")
      throw setting.error(expected: "a label that an earlier rule adds (\(known)), not \"\(name)\"")
    }
    return name
  }

  /// The scalar, and the values of the list that it may have.
  func given(_ setting: Setting, _ list: Setting) throws(RuleError) -> (name: String, values: [String]) {
    let name = try setting.text("a scalar")
    guard let known = values[name] else {
      throw setting.error(
        expected: "one of the file's scalars (\(values.keys.sorted().joined(separator: ", "))), not \"\(name)\"")
    }
    var wanted: [String] = []
    for element in try list.texts("a value or a list of values") {
      let value = try element.text()
      guard known.contains(value) else {
        throw element.error(
          expected: "a value that \(name) has by an earlier rule (\(known.joined(separator: ", "))), not \"\(value)\"")
      }
      wanted.append(value)
    }
    guard !wanted.isEmpty else { throw list.error(expected: "at least one value") }
    return (name, wanted)
  }
}

extension Condition.Test {
  /// Refuses a test that a computed fact never passes: `@last` is `them` or `us`, the others are numbers.
  func check(of fact: String, at setting: Setting) throws(RuleError) {
    if case .exists = self { return }
    if fact == "@last" {
      switch self {
      case .equals(.string(let text)) where Self.isSpeaker(text): return
      case .isIn(let texts, []) where texts.allSatisfy(Self.isSpeaker): return
      default: throw setting.error(expected: "equals or in with \"them\" or \"us\", which \(fact) is")
      }
    }
    switch self {
    case .equals(.number), .isIn([], _), .between: return
    default: throw setting.error(expected: "a test of a number (equals, in, between, at_least, at_most) for \(fact)")
    }
  }

  private static func isSpeaker(_ text: [UInt8]) -> Bool {
    Condition.Speaker(rawValue: String(decoding: text, as: UTF8.self)) != nil
  }
}
