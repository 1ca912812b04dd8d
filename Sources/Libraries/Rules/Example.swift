import JSONLines

/// An example beside a rule: a message on which its condition must hold, or must not.
public struct Example: Sendable {
  /// Whether the rule must hold.
  public let holds: Bool
  /// The message, with its `text` at least.
  let message: JSONObject
  /// Where it stands.
  public let place: Setting

  /// The text of the message.
  public var text: String { message["text"]?.string ?? "" }

  /// The examples of a rule; only a rule that is asked of messages can have some.
  static func all(_ rule: Setting, asked: Bool) throws(RuleError) -> [Example] {
    var found: [Example] = []
    for (member, holds) in [("matches", true), ("must_not_match", false)] {
      guard let list = rule[member] else { continue }
      guard asked else { throw list.error(expected: "no examples, as the rule names no \"from\"") }
      for element in try list.elements("a list of messages") {
        found.append(Example(holds: holds, message: try message(element), place: element))
      }
    }
    return found
  }

  private static func message(_ setting: Setting) throws(RuleError) -> JSONObject {
    if case .string(let text) = setting.value { return ["text": .string(text)] }
    try setting.allow(["text", "subject", "attachments", "kind", "from"])
    guard case .object(let object) = setting.json else { throw setting.error(expected: "a text or a message") }
    return object
  }
}

extension Setting {
  /// The value as plain JSON.
  var json: JSON {
    switch value {
    case .null: .null
    case .bool(let flag): .bool(flag)
    case .number(let text): .number(text)
    case .string(let text): .string(text)
    case .list(let elements): .array(elements.map(\.json))
    case .object(let members): .object(JSONObject(members.map { (key: $0.name, value: $0.value.json) }))
    }
  }
}

extension RuleFile {
  /// The examples that come out wrong, each as what was expected at its place.
  public func failedExamples() -> [RuleError] {
    rules.flatMap { rule in
      rule.examples.filter { isTrue($0, of: rule) != $0.holds }.map { example in
        example.place.error(
          expected: "that the rule \"\(rule.name)\" \(example.holds ? "holds" : "does not hold") on this example")
      }
    }
  }

  private func isTrue(_ example: Example, of rule: Rule) -> Bool {
    var message = example.message
    message["direction"] = .string(rule.messages?.speaker == .us ? "outbound" : "inbound")
    if message["kind"] == nil, rule.messages?.automatic == true { message["auto"] = .bool(true) }
    let whole: JSONObject = ["messages": .array([.object(message)]), "source": .object([:])]
    message["source"] = .object([:])
    let subject = Subject.of(Record(target == .message ? message : whole), rules: self, today: 0)
    var unused: [Labels.Evidence] = []
    return holds(rule, subject, &unused)
  }
}
