// The unit vectors of the Stalwart mail parser's tests: dates, addresses.
import JSONLines
import Mail
import TestSupport
import Testing

@Suite(.enabled(if: Conformance.isAvailable, "\(Conformance.hint)"))
struct StalwartVectors {
  /// How many of the 60 agree. In the others we clean what the vectors keep as written: the source route that must be
  /// left out (RFC 5322, 4.4), and the white space round a dot that is no part of a domain (3.4.1, 4.4).
  static let addressFloor = 58

  static func cases(_ name: String) throws -> [(header: [UInt8], expected: JSON)] {
    let file = try Files.read("\(Conformance.folder("mail/stalwart"))/\(name).json")
    return try (JSON(parsing: file).array ?? []).map {
      (Array(($0["header"]?.string ?? "").utf8), $0["expected"] ?? .null)
    }
  }

  @Test func everyDateComesOut() throws {
    let cases = try Self.cases("date")
    #expect(cases.count == 40)
    for (header, expected) in cases {
      let found = MailDateParser.parse(header).map(Self.fields)
      #expect(found == Self.fields(expected), "\(String(decoding: header, as: UTF8.self))")
    }
  }

  @Test func addressesComeOut() throws {
    let cases = try Self.cases("address")
    #expect(cases.count == 60)
    let charsets = CharsetDecoder()
    let good = cases.count { header, expected in
      let found = AddressParser.parse(Self.field(header), charsets)
      let isSame = found.map(Self.pair) == Self.mailboxes(expected)
      if !isSame { print("address:", String(decoding: header, as: UTF8.self), found, Self.mailboxes(expected)) }
      return isSame
    }
    #expect(good >= Self.addressFloor)
  }

  /// The vectors go on behind the field: it ends at a line break that no white space follows.
  static func field(_ header: [UInt8]) -> [UInt8] {
    for i in header.indices where header[i] == 0x0A {
      let next = i + 1 < header.count ? header[i + 1] : 0x0A
      if next != 0x20, next != 0x09 { return Array(header[..<i]) }
    }
    return header
  }

  static func pair(_ box: Mailbox) -> [String?] {
    [box.name, box.address?.lowercased()]
  }

  /// The mailboxes of a list or of groups, in order.
  static func mailboxes(_ value: JSON) -> [[String?]] {
    if let list = value["List"]?.array {
      return list.map { [$0["name"]?.string, $0["address"]?.string?.lowercased()] }
    }
    return (value["Group"]?.array ?? []).flatMap { group in
      (group["addresses"]?.array ?? []).map { [$0["name"]?.string, $0["address"]?.string?.lowercased()] }
    }
  }

  static func fields(_ date: MailDate) -> [Int] {
    [date.year, date.month, date.day, date.hour, date.minute, date.second, date.offset ?? 0]
  }

  static func fields(_ expected: JSON) -> [Int]? {
    guard let year = expected["year"]?.int, let month = expected["month"]?.int, let day = expected["day"]?.int else {
      return nil
    }
    let offset = (expected["tz_hour"]?.int ?? 0) * 60 + (expected["tz_minute"]?.int ?? 0)
    let isWest = expected["tz_before_gmt"]?.bool == true
    return [year, month, day] + ["hour", "minute", "second"].map { expected[$0]?.int ?? 0 } + [
      isWest ? -offset : offset
    ]
  }

  static func fields(optional date: MailDate?) -> [Int]? {
    date.map(fields)
  }
}
