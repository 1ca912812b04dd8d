import Calendar

/// Days of dates and instants as records write them.
public enum Days {
  /// The day number of the calendar date that begins the text, or nil when none does.
  public static func number(_ text: String) -> Int? {
    guard text.utf8.count >= 10 else { return nil }
    return try? CalendarDate(String(decoding: text.utf8.prefix(10), as: UTF8.self)).dayNumber
  }
}
