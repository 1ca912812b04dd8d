import Calendar
import JSONLines

/// A time that somebody spent with one employer, in days since 1970.
struct Spell {
  var from: Int
  var until: Int

  /// Two spells that share more than this many days are not one after the other.
  private static let handover = 75

  /// The level that says that two careers contradict each other.
  static let sideBySide = 1

  /// The spell that `position` tells of; nil when it has no dates.
  init?(_ position: JSONObject) {
    let begins = ["start", "first_seen", "as_of"].lazy.compactMap { Self.day(position[$0]?.string) }.first
    let isCurrent = position["current"]?.bool ?? (position["end"] == nil)
    let ends = ["end", "last_seen"].lazy.compactMap { Self.day(position[$0]?.string) }.first
    guard let from = begins, let until = ends ?? (isCurrent ? Self.day(position["as_of"]?.string) : nil) else {
      return nil
    }
    self.init(from: from, until: until)
  }

  init?(from: Int, until: Int) {
    guard from <= until else { return nil }
    self.from = from
    self.until = until
  }

  static func day(_ text: String?) -> Int? {
    guard let text else { return nil }
    if text.utf8.count == 4 { return (try? CalendarDate(text + "-07-01"))?.dayNumber }
    return (try? Instant(dateOrTime: text))?.date.dayNumber
  }

  /// Whether two careers of different employers can be one: level 1 when they run side by side, 2 when one follows the
  /// other, 0 when it is unknown.
  static func level(_ left: Span<Spell>, _ right: Span<Spell>) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    for i in left.indices {
      for j in right.indices where left[i].overlap(right[j]) > handover { return sideBySide }
    }
    return 2
  }

  /// Days that two spells share; negative when there are days between.
  private func overlap(_ other: Spell) -> Int { min(until, other.until) - max(from, other.from) }
}
