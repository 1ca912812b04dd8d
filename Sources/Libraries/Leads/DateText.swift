// Dates as records spell them.
import Calendar

/// Counts in words.
enum CountText {
  /// `no hires`, `1 hire`, `2 hires`.
  static func of(_ count: Int, _ noun: String, plural: String? = nil) -> String {
    count == 1 ? "1 \(noun)" : "\(count == 0 ? "no" : String(count)) \(plural ?? noun + "s")"
  }

  /// What passed between somebody and us.
  static func of(_ touches: Touches) -> String {
    var text = ""
    if touches.inbound + touches.outbound > 0 {
      let ours = touches.outbound == 0 ? "none" : String(touches.outbound)
      text = "\(of(touches.inbound, "message")) from them, \(ours) from us"
    }
    if touches.meetings > 0 {
      if !text.isEmpty { text += ", " }
      text += of(touches.meetings, "call or meeting", plural: "calls and meetings")
    }
    if touches.placements > 0 {
      if !text.isEmpty { text += ", " }
      text += of(touches.placements, "hire") + " through us"
    }
    return text
  }
}

/// Turns dates of records into one another.
enum DateText {
  /// An instant of a date or an instant; the empty text stays empty.
  static func instant(_ text: String) -> String {
    text.utf8.count == 10 ? text + "T00:00:00Z" : text.utf8.count == 7 ? text + "-01T00:00:00Z" : text
  }

  /// The day of a date or an instant.
  static func day(_ text: String) -> String {
    // Of plain text the first ten characters are the first ten bytes, if nothing behind them can belong to the last.
    let start = text.utf8.prefix(11)
    guard start.allSatisfy({ 0x20..<0x7F ~= $0 }) else { return String(text.prefix(10)) }
    return start.count > 10 ? String(text[..<text.utf8.index(text.startIndex, offsetBy: 10)]) : text
  }

  /// Whole days from a date or an instant to `now`; many when it cannot be read.
  static func days(_ text: String, to now: Instant) -> Int {
    (try? Instant(dateOrTime: text))?.days(to: now) ?? 100_000
  }
}

extension String {
  /// The text with a full stop, which names such as `Kestrel Ltd.` bring along.
  var ended: String { hasSuffix(".") ? self : self + "." }
}

extension String {
  /// The text, or nil where it holds no letter and no digit: who knows no name may leave it blank, or put a dash.
  var unlessBlank: String? {
    unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil } ? self : nil
  }
}
