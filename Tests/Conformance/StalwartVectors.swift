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
  /// How many of the 103 agree, but for the language of a value. In the others no type or no subtype is named, or a
  /// parameter has more asterisks than mean anything.
  static let typeFloor = 85

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

  @Test func typesAndTheirParametersComeOut() throws {
    let cases = try Self.cases("content_type")
    #expect(cases.count == 103)
    let charsets = CharsetDecoder()
    let good = cases.count { header, expected in
      let type = ContentType(Self.field(header), charsets)
      let ours = ([type.type, type.subtype] + type.parameters.map { $0.name + "=" + $0.value }.sorted()).filter {
        !$0.isEmpty
      }
      let pairs = (expected["attributes"]?.array ?? []).filter {
        $0.array?.first?.string?.hasSuffix("-language") == false
      }
      let attributes = pairs.map { ($0.array?.first?.string ?? "").lowercased() + "=" + ($0.array?.last?.string ?? "") }
      let theirs =
        ([expected["c_type"]?.string ?? "", expected["c_subtype"]?.string ?? ""].map { $0.lowercased() }
        + attributes.sorted()).filter { !$0.isEmpty }
      if ours != theirs { print("type:", String(decoding: header, as: UTF8.self), ours, theirs) }
      return ours == theirs
    }
    print("types that agree:", good)
    #expect(good >= Self.typeFloor)
  }

  @Test func idsAndSubjectsComeOut() throws {
    let ids = try Self.cases("id").count { header, expected in
      let ours = MailParser().parse(Array("References: ".utf8) + Self.field(header) + [0x0A, 0x0A]).references
      let theirs = expected.string.map { [$0] } ?? expected.strings
      if ours != theirs { print("id:", String(decoding: header, as: UTF8.self), ours, theirs) }
      return ours == theirs
    }
    let subjects = try Self.cases("unstructured").count { header, expected in
      let ours = MailParser().parse(Array("Subject: ".utf8) + Self.field(header) + [0x0A, 0x0A]).subject ?? ""
      if ours != expected.string {
        print("subject:", String(decoding: header, as: UTF8.self), ours, expected.string ?? "")
      }
      return ours == expected.string ?? ""
    }
    print("ids that agree:", ids, "subjects that agree:", subjects)
    #expect(ids >= 9)
    #expect(subjects >= 26)
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
