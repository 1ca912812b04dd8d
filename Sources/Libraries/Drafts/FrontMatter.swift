import Templates

/// What a template of a pack says of itself, between two lines of `---` at its top.
struct FrontMatter {
  /// For which records it is written: each line of `when` is one way to be chosen.
  var alternatives: [[Requirement]] = []
  /// What rules it out.
  var exclusions: [Requirement] = []
  var about = ""
  var channel = "email"
  var kind = "lead"
  /// Among the templates that fit, the one with the lowest rank is taken.
  var rank = 100
  /// The most characters of the body; nil for as many as there are.
  var limit: Int?
  /// Which message of a sequence it is, from 1.
  var step = 1
  /// Whether the body is HTML, so that values are escaped in it.
  var isHTML = false
  var subject = ""
  var subjectLine = 0
  /// The line on which the body begins, from 1.
  var bodyLine = 1
  var body: ArraySlice<UInt8> = []

  /// A member and the values of which it must have one.
  struct Requirement: Sendable, Equatable {
    var member: String
    var values: [String]
  }

  /// Reads the front matter, if there is any, and what follows it.
  init(_ source: [UInt8], name: String) throws(TemplateError) {
    body = source[...]
    guard let first = takeLine(), first == "---" else {
      body = source[...]
      return
    }
    var line = 1
    while let text = takeLine() {
      line += 1
      if text == "---" {
        bodyLine = line + 1
        return
      }
      guard let reason = take(text, line: line) else { continue }
      throw TemplateError(kind: .syntax, template: name, line: line, column: 1, message: reason)
    }
    throw TemplateError(
      kind: .syntax, template: name, line: line, column: 1, message: "the front matter is not closed by '---'")
  }

  private mutating func takeLine() -> String? {
    guard !body.isEmpty else { return nil }
    let line = body.prefix { $0 != UInt8(ascii: "\n") }
    body = body[line.endIndex...].dropFirst()
    return trimmed(Substring(decoding: line, as: UTF8.self))
  }

  /// Takes one `key: value`; gives what is wrong with it.
  private mutating func take(_ text: String, line: Int) -> String? {
    if text.isEmpty { return nil }
    guard let colon = text.firstIndex(of: ":") else { return "expected 'key: value'" }
    let value = trimmed(text[text.index(after: colon)...])
    switch text[..<colon] {
    case "about": about = value
    case "channel":
      guard ["email", "linkedin", "whatsapp"].contains(value) else { return "channel is email, linkedin or whatsapp" }
      channel = value
    case "for":
      guard ["lead", "referral"].contains(value) else { return "'for' is lead or referral" }
      kind = value
    case "rank":
      guard let number = Int(value) else { return "rank takes a number" }
      rank = number
    case "limit":
      guard let number = Int(value), number > 0 else { return "limit takes a number of characters" }
      limit = number
    case "format":
      guard ["text", "html"].contains(value) else { return "format is text or html" }
      isHTML = value == "html"
    case "step":
      guard let number = Int(value), number > 0 else { return "step takes a number from 1" }
      step = number
    case "subject":
      subject = value
      subjectLine = line
    case "when":
      guard let parts = requirements(value) else { return "expected 'when: member value, value; member value'" }
      alternatives.append(parts)
    case "unless":
      guard let parts = requirements(value) else { return "expected 'unless: member value, value'" }
      exclusions += parts
    default: return "unknown key '\(text[..<colon])'"
    }
    return nil
  }

  private func requirements(_ text: String) -> [Requirement]? {
    var result: [Requirement] = []
    for part in text.split(separator: ";") {
      let words = trimmed(part).split(separator: " ", maxSplits: 1)
      guard let member = words.first else { return nil }
      let values = words.count > 1 ? words[1].split(separator: ",").map { trimmed($0) } : []
      result.append(Requirement(member: String(member), values: values))
    }
    return result.isEmpty ? nil : result
  }
}

/// The text without white space at its ends.
func trimmed(_ text: some StringProtocol) -> String {
  var view = Substring(text).utf8
  while let first = view.first, first == 0x20 || first == 0x09 || first == 0x0D { view.removeFirst() }
  while let last = view.last, last == 0x20 || last == 0x09 || last == 0x0D { view.removeLast() }
  return String(Substring(view))
}
