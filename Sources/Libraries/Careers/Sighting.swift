// One position of a person as one source shows it.
import Identity
import JSONLines
import Names

/// Somebody at a company, as one source has it. Dates are `YYYY-MM-DD`, brought to that length when they were shorter.
struct Sighting: Sendable {
  /// Where it comes from.
  enum Origin: String, Sendable {
    case crm, mail, linkedin, chat, form, announcement
  }

  let company: CompanyName?
  let companyID: String?
  let domain: String?
  let title: String?
  let origin: Origin
  /// Since when, as a profile says.
  let start: String?
  /// Until when, as a profile says.
  let end: String?
  /// When the source first showed it.
  let firstSeen: String?
  /// When the source was true.
  let asOf: String?
  /// The last date for which the source vouches.
  let lastSeen: String?
  /// Evidence in mail, when it comes from there.
  var message: MessageEvidence?

  /// Whether a profile lists it as past.
  var isHistory: Bool { origin == .linkedin && end != nil }

  /// Reads a member of `positions`; nil when it names no company.
  init?(_ json: JSON) {
    let name = json["company"]?.string
    company = name.flatMap { CompanyName($0) }
    companyID = json["company_id"]?.string
    domain = json["domain"]?.string.flatMap { DomainName.registrable($0) }.flatMap { FreeMail.contains($0) ? nil : $0 }
    guard company != nil || companyID != nil || domain != nil else { return nil }
    title = json["title"]?.string
    origin = (json["by"]?.strings.first).flatMap { Origin(rawValue: $0) } ?? .crm
    start = json["start"]?.string.flatMap { Self.date($0, late: false) }
    end = json["end"]?.string.flatMap { Self.date($0, late: true) }
    asOf = json["as_of"]?.string.flatMap { Self.date($0, late: false) }
    firstSeen = json["first_seen"]?.string.flatMap { Self.date($0, late: false) }
    let seen = json["last_seen"]?.string.flatMap { Self.date($0, late: false) }
    lastSeen = end ?? [asOf, seen].compactMap { $0 }.max() ?? firstSeen
  }

  /// A company that somebody says they join, or is said to have joined.
  init(joining company: CompanyName, domain: String?, _ message: MessageEvidence) {
    (self.company, self.domain, self.message) = (company, domain, message)
    (companyID, title, start, end, asOf) = (nil, nil, nil, nil, nil)
    origin = .announcement
    // What is announced begins later than the day of the announcement.
    firstSeen = CareerReading.shifted(message.date, by: 1)
    lastSeen = firstSeen
  }

  /// A whole date from a date, a time, a month or a year: the first or the last day of it. Nil when it is no date.
  static func date(_ text: String, late: Bool) -> String? {
    let bytes = Array(text.utf8.prefix(10))
    let digits = bytes.enumerated().allSatisfy { index, byte in
      index == 4 || index == 7 ? byte == UInt8(ascii: "-") : (48...57).contains(byte)
    }
    guard digits else { return nil }
    switch bytes.count {
    case 10: return String(decoding: bytes, as: UTF8.self)
    case 7: return text + (late ? "-28" : "-01")
    case 4: return text + (late ? "-12-31" : "-01-01")
    default: return nil
    }
  }
}

/// The message that shows something.
struct MessageEvidence: Sendable, Equatable {
  let id: String
  let date: String
  let quote: String?
}
