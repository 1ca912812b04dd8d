/// A time zone: when its clocks are how far ahead of UTC.
public struct Zone: Sendable, Equatable {
  /// `Europe/Vienna`, `UTC` or `+05:30`.
  public let name: String
  /// Moments at which the offset changes, ascending, with the offset from then on.
  private let changes: [Change]
  private let initialOffset: Int
  /// What holds after the last change.
  private let rule: ZoneRule?

  struct Change: Sendable, Equatable {
    var at: Int64
    var offset: Int
  }

  /// Coordinated universal time.
  public static let utc = Zone(name: "UTC", initialOffset: 0, changes: [], rule: nil)

  init(name: String, initialOffset: Int, changes: [Change], rule: ZoneRule?) {
    self.name = name
    self.initialOffset = initialOffset
    self.changes = changes
    self.rule = rule
  }

  /// The zone of that name: `UTC`, `Z`, an offset `+hh:mm`, or a name of the IANA database, which is read from `folder`.
  public init(named name: String, folder: String = "/usr/share/zoneinfo") throws(CalendarError) {
    var reader = DigitReader(name)
    if name == "UTC" || name == "Z" {
      self = .utc
    } else if let offset = Instant.offset(reading: &reader), reader.atEnd {
      self.init(name: name, initialOffset: offset, changes: [], rule: nil)
    } else {
      guard Self.isPlain(name), let bytes = ZoneFile.read(folder + "/" + name),
        let file = ZoneFile(parsing: bytes)
      else { throw CalendarError(expected: "a zone such as Europe/Vienna, UTC or +05:30", found: name) }
      self.init(name: name, initialOffset: file.initialOffset, changes: file.changes, rule: file.rule)
    }
  }

  /// Seconds that the zone's clocks are ahead of UTC at `instant`.
  public func offset(at instant: Instant) -> Int {
    guard let last = changes.last, instant.seconds < last.at || rule == nil else {
      return rule?.offset(at: instant.seconds) ?? initialOffset
    }
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].at <= instant.seconds { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? initialOffset : changes[low - 1].offset
  }

  /// The moment at which the zone's clocks show `local`: the earlier one when there are two; when clocks skip it, the
  /// moment that a clock not yet put forward would show it.
  public func instant(_ local: LocalTime) -> Instant {
    let day: Int64 = 86_400
    let before = offset(at: Instant(seconds: local.secondsAsUTC - day))
    let after = offset(at: Instant(seconds: local.secondsAsUTC + day))
    let early = local.instant(offset: before)
    if before == after || offset(at: early) == before { return early }
    let late = local.instant(offset: after)
    return offset(at: late) == after ? late : early
  }

  /// Names that stay inside the database's folder.
  private static func isPlain(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= 64, name.utf8.first != UInt8(ascii: "/") else { return false }
    let letters = name.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      case UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"): true
      default: false
      }
    }
    return letters && !name.utf8.elementsEqual("posixrules".utf8)
  }
}
