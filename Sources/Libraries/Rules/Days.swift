import Bytes
import Calendar

/// Days of dates and instants as records write them.
public enum Days {
  /// The day number of the calendar date that begins the text, or nil when none does.
  public static func number(_ text: String) -> Int? {
    var text = text
    return text.withUTF8 { CalendarDate(beginning: $0.span)?.dayNumber }
  }

  /// The day number of the calendar date that begins the bytes in `range`, or nil when none does.
  static func number(_ span: RawSpan, _ range: Range<Int>) -> Int? {
    // Sound: the pointer does not leave the closure.
    span.extracting(range).withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: UInt8.self) { CalendarDate(beginning: $0.span)?.dayNumber }
    }
  }
}
