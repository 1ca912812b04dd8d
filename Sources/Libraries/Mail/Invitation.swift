import Bytes

/// A meeting as a mail tells of it (iCalendar, RFC 5545; iMIP, RFC 6047).
public struct Invitation: Sendable, Equatable {
  /// One who is invited.
  public struct Attendee: Sendable, Equatable {
    /// Who it is.
    public var mailbox: Mailbox
    /// What they answered, in lower case: `accepted`, `declined`, `tentative`, `needs-action`.
    public var status: String?
  }

  /// A time as the calendar gives it.
  public struct Time: Sendable, Equatable {
    /// The clock; its offset is nil when the zone is not described in the mail.
    public var date: MailDate
    /// Whether it is a day without a clock.
    public var isDay: Bool
    /// The zone's name as given.
    public var zone: String?
  }

  /// What is done, in lower case: `request`, `reply`, `cancel`, `counter`, `publish`.
  public var method: String?
  /// The meeting's own id, the same in its answers.
  public var uid: String?
  /// What it is called.
  public var summary: String?
  /// Where it takes place.
  public var location: String?
  /// When it begins.
  public var start: Time?
  /// When it ends.
  public var end: Time?
  /// Who calls it.
  public var organizer: Mailbox?
  /// Who is invited, or who answers.
  public var attendees: [Attendee] = []

  /// No meeting has more attendees than this.
  static let attendeeLimit = 500
  /// No more lines are read than this.
  private static let lineLimit = 20_000

  /// Reads the first event (or to-do) of a calendar in UTF-8; nil when there is none.
  public init?(_ calendar: [UInt8]) {
    var zones = CalendarZones()
    var path: [String] = []
    var isFound = false
    var times: [(isStart: Bool, property: CalendarProperty)] = []
    for line in Self.lines(calendar) {
      guard let property = CalendarProperty(line) else { continue }
      if property.name == "BEGIN" {
        path.append(property.text.uppercased())
        if path.count > 16 { break }
        zones.begin(path.last ?? "")
      } else if property.name == "END" {
        zones.end(property.text.uppercased())
        let isEvent = path.last == "VEVENT" || path.last == "VTODO"
        if isEvent, isFound { break }
        if !path.isEmpty { path.removeLast() }
      } else if path.last == "VCALENDAR" {
        if property.name == "METHOD" { method = property.text.lowercased() }
      } else if path.last == "VEVENT" || path.last == "VTODO" {
        isFound = true
        if property.name == "DTSTART" || property.name == "DTEND" || property.name == "DUE" {
          times.append((property.name == "DTSTART", property))
        } else {
          take(property)
        }
      } else {
        zones.take(property)
      }
    }
    guard isFound else { return nil }
    for (isStart, property) in times {
      let time = zones.time(property)
      if isStart { start = start ?? time } else { end = end ?? time }
    }
  }

  private mutating func take(_ property: CalendarProperty) {
    let text = property.text
    switch property.name {
    case "UID": uid = uid ?? text
    case "SUMMARY": summary = summary ?? (text.isEmpty ? nil : text)
    case "LOCATION": location = location ?? (text.isEmpty ? nil : text)
    case "ORGANIZER": organizer = organizer ?? property.mailbox
    case "ATTENDEE" where attendees.count < Self.attendeeLimit:
      attendees.append(Attendee(mailbox: property.mailbox, status: property.parameters["PARTSTAT"]?.lowercased()))
    default: break
    }
  }

  /// The content lines, unfolded (RFC 5545, 3.1).
  private static func lines(_ calendar: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    for raw in calendar.split(separator: 0x0A, maxSplits: lineLimit) {
      let line = raw.last == 0x0D ? raw.dropLast() : raw
      if let first = line.first, first == 0x20 || first == 0x09, !lines.isEmpty {
        if lines[lines.count - 1].count < 10_000 { lines[lines.count - 1] += line.dropFirst() }
      } else {
        lines.append(Array(line))
      }
    }
    return lines
  }
}

/// One content line: `NAME;PARAMETER=VALUE:text`.
struct CalendarProperty {
  var name: String
  var parameters: [String: String] = [:]
  var text: String

  init?(_ line: [UInt8]) {
    var parts: [[UInt8]] = [[]]
    var isQuoted = false
    var at = 0
    while at < line.count, isQuoted || line[at] != 0x3A {
      if line[at] == 0x22 {
        isQuoted.toggle()
      } else if line[at] == 0x3B, !isQuoted {
        parts.append([])
      } else {
        parts[parts.count - 1].append(line[at])
      }
      at += 1
    }
    guard at < line.count, !parts[0].isEmpty else { return nil }
    name = parts[0].text.uppercased()
    for part in parts.dropFirst().prefix(30) {
      guard let equals = part.firstIndex(of: 0x3D) else { continue }
      parameters[part[..<equals].text.uppercased()] = part[(equals + 1)...].text
    }
    text = Self.unescaped(line[(at + 1)...].trimmed)
  }

  /// `\n`, `\,`, `\;` and `\\` as what they stand for (RFC 5545, 3.3.11).
  private static func unescaped(_ value: ArraySlice<UInt8>) -> String {
    var out: [UInt8] = []
    var i = value.startIndex
    while i < value.endIndex {
      if value[i] == 0x5C, i + 1 < value.endIndex {
        i += 1
        out.append(value[i] | 0x20 == 0x6E ? 0x0A : value[i])
      } else {
        out.append(value[i])
      }
      i += 1
    }
    return out.text
  }

  /// The person that an ORGANIZER or ATTENDEE names.
  var mailbox: Mailbox {
    let isMail = text.lowercased().hasPrefix("mailto:")
    let address = isMail ? String(text.dropFirst(7)) : text
    let name = parameters["CN"].flatMap { $0.isEmpty || $0 == address ? nil : $0 }
    return Mailbox(name: name, address: address.isEmpty ? nil : address)
  }
}
