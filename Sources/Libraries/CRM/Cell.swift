import Bytes
import Calendar
import Identity

/// The value of a cell, and what had to be done to it.
struct Cell: Equatable {
  var text = ""
  /// What the user should know: that the value was cut, dropped or mapped.
  var note: String?
  /// Why the row can't be imported.
  var refusal: String?

  /// The cell of a column for the values that its source gave.
  init(_ values: [String], _ column: ImportColumn, _ target: ImportTarget) {
    var parts: [String] = []
    for value in values {
      guard let written = Self.written(value, column) else {
        note = "not \(Self.article(column.form)): \(Self.shown(value))"
        continue
      }
      if !written.isEmpty { parts.append(mapped(written, column)) }
    }
    parts = parts.filter { !$0.isEmpty }
    if column.form == .list { parts = parts.map { $0.replacing(column.separator, with: " ") } }
    text = column.form == .list ? parts.joined(separator: column.separator) : parts.first ?? ""
    if text.isEmpty, let fallback = column.otherwise { text = fallback }
    if !text.isEmpty { text = column.prefix + text }
    if let replacement = target.doubleQuote { text = text.replacing("\"", with: replacement) }
    fit(column)
    if target.neutralisesFormulas { neutralise(column) }
    if text.isEmpty, column.isRequired { refusal = "no \(column.name)" }
  }

  private mutating func mapped(_ value: String, _ column: ImportColumn) -> String {
    var result = value
    if !column.map.isEmpty {
      guard let word = column.map[value] ?? column.mapOtherwise else {
        note = "unknown value \(Self.shown(value))"
        return ""
      }
      result = word
    }
    if !column.choices.isEmpty, !column.choices.contains(result) {
      note = "unknown value \(Self.shown(result))"
      return ""
    }
    return result
  }

  private mutating func fit(_ column: ImportColumn) {
    guard let maximum = column.maximum, text.unicodeScalars.count > maximum else { return }
    switch column.excess {
    case .reject: refusal = "\(column.name) is longer than \(maximum) characters"
    case .drop:
      note = "left out, longer than \(maximum) characters: \(Self.shown(text))"
      text = ""
    case .cut:
      note = "cut to \(maximum) characters"
      text = Self.cut(text, to: maximum)
    }
  }

  /// At most so many code points, whole characters, the last of them an ellipsis.
  static func cut(_ text: String, to maximum: Int) -> String {
    var kept = ""
    var count = 0
    for character in text {
      count += character.unicodeScalars.count
      if count > maximum - 1 { break }
      kept.append(character)
    }
    while let last = kept.last, last == " " || last == "\n" { kept.removeLast() }
    return kept + "…"
  }

  /// Puts an apostrophe before what a spreadsheet would take for a formula; numbers and phone numbers are none.
  private mutating func neutralise(_ column: ImportColumn) {
    guard let first = text.unicodeScalars.first, Self.formulaStarts.contains(first) else { return }
    switch column.form {
    case .phone, .e164, .number, .date, .datetime, .bool: return
    default: break
    }
    if Self.isPhoneLike(text) { return }
    text = "'" + text
    if let maximum = column.maximum, text.unicodeScalars.count > maximum { text = Self.cut(text, to: maximum) }
  }

  private static let formulaStarts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"]

  private static func isPhoneLike(_ text: String) -> Bool {
    let digits = text.utf8.count { (0x30...0x39).contains($0) }
    return text.utf8.first == UInt8(ascii: "+") && digits >= 1
      && text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) || [0x20, 0x28, 0x29, 0x2D].contains($0) }
  }

  private static func article(_ form: ImportColumn.Form) -> String {
    switch form {
    case .email: "an e-mail address"
    case .phone, .e164: "a phone number"
    case .url: "a web address"
    case .date, .datetime: "a date"
    case .number: "a number"
    case .bool: "yes or no"
    case .line, .text, .list, .key, .uuid, .guid: "text"
    }
  }

  private static func shown(_ value: String) -> String {
    "'\(value.unicodeScalars.count > 40 ? cut(value, to: 40) : value)'"
  }
}
