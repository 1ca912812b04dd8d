import Calendar
import JSONLines
import Testing

@testable import Suppression

let testKey = [UInt8](repeating: 7, count: 32)

/// A list of these contact points.
func listed(_ points: [ContactPoint?]) throws -> SuppressionList {
  var list = SuppressionList(path: "list", key: testKey)
  for point in points { _ = list.add(try #require(point), reason: "opt_out", date: try CalendarDate("2026-02-12")) }
  return list
}

/// What a gate with these contact points says of a record.
func verdict(_ points: [ContactPoint?], _ record: JSONObject, region: String? = nil) throws -> Bool {
  SuppressionGate(try listed(points), region: region).verdict(on: Record(record)) == .passes
}

struct ContactPointTests {
  @Test(arguments: [
    "ada@engine.example", "Ada@Engine.Example", " ada@engine.example ", "Ada Byron <ada@engine.example>",
    "mailto:ada@engine.example?subject=x", "mailto:ada%40engine.example", "ada+crm@engine.example",
    "ada@engine.example.",
    "ａｄａ＠ｅｎｇｉｎｅ．ｅｘａｍｐｌｅ", "ada@\u{200B}engine.example", "\u{FEFF}ada@engine.example", "ada @ engine.example",
    "\"Byron, Ada\" <ADA@ENGINE.EXAMPLE>",
  ])
  func aMailboxIsOneInAnySpelling(_ written: String) {
    #expect(ContactPoint.email(written)?.text == "ada@engine.example")
  }

  @Test func providersWithManySpellingsHaveOne() {
    #expect(ContactPoint.email("A.da.Byron+x@GoogleMail.com") == ContactPoint.email("adabyron@gmail.com"))
    #expect(ContactPoint.email("ada@me.com") == ContactPoint.email("ada@icloud.com"))
  }

  @Test func aDomainIsOneInUnicodeAndInASCII() {
    #expect(ContactPoint.email("a@bücher.example") == ContactPoint.email("a@xn--bcher-kva.example"))
    #expect(ContactPoint.email("a@bu\u{308}cher.example") == ContactPoint.email("a@xn--bcher-kva.example"))
    #expect(ContactPoint.domain("https://www.Bücher.example/x") == ContactPoint.domain("xn--bcher-kva.example"))
  }

  /// RFC 3492, section 7.1.
  @Test(arguments: [
    ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"), ("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"),
    ("Pročprostěnemluvíčesky", "Proprostnemluvesky-uyb24dma41a"),
    ("почемужеонинеговорятпорусски", "b1abfaaepdrnnbgefbadotcwatmq2g4l"),
    ("3年B組金八先生", "3B-ww4c5e180e575a65lsy2b"),
  ])
  func punycodeIsThatOfTheStandard(_ label: String, _ encoded: String) {
    #expect(Punycode.encoded(label) == encoded)
  }

  @Test func providersOfFreeMailAreNoDomainToList() {
    #expect(ContactPoint.domain("gmail.com") == nil)
    #expect(ContactPoint.person("Ada Byron", at: "gmail.com") == nil)
  }

  @Test func aNumberIsOneInAnySpelling() {
    let number = ContactPoint.phone("+442079460123")
    for written in ["+44 (0)20 7946 0123", "0044 20 7946 0123", "tel:+44-20-7946-0123", "＋44 20 7946 0123"] {
      #expect(ContactPoint.phone(written) == number, "\(written)")
    }
    #expect(ContactPoint.phone("020 7946 0123", region: "GB") == number)
  }

  @Test func aPageIsOneInAnySpelling() {
    let page = ContactPoint.linkedIn("https://www.linkedin.com/in/ada-byron-1")
    for written in ["linkedin.com/in/Ada-Byron-1/", "http://de.linkedin.com/in/ada-byron-1?trk=x", "/in/ada-byron-1"] {
      #expect(ContactPoint.linkedIn(written) == page, "\(written)")
    }
  }

  @Test func aNameIsOneInAnyOrder() {
    let name = ContactPoint.name("Jürgen Müller")
    for written in ["Müller, Jürgen", "Dr. Jürgen Müller", "JUERGEN MUELLER", "Ju\u{308}rgen Mu\u{308}ller"] {
      #expect(ContactPoint.name(written) == name, "\(written)")
    }
    #expect(ContactPoint.name("Jürgen") == nil)
  }
}

struct SuppressionListTests {
  @Test func aListComesBackAsItWasWritten() throws {
    let list = try listed([.email("a@x.example"), .domain("y.example")])
    let again = try SuppressionList(path: "list", list.bytes, key: testKey)
    #expect(again.entries == list.entries)
    #expect(again.entry(try #require(.email("A@X.example")))?.reason == "opt_out")
  }

  @Test func aListTellsNothingOfThePeopleOnIt() throws {
    let text = String(decoding: try listed([.email("ada@engine.example"), .name("Ada Byron")]).bytes, as: UTF8.self)
    #expect(!text.lowercased().contains("ada") && !text.contains("engine"))
  }

  @Test func everyChangedByteAndEveryLostLineIsSeen() throws {
    let bytes = try listed([.email("a@x.example"), .email("b@x.example")]).bytes
    for at in bytes.indices {
      var damaged = bytes
      damaged[at] ^= 1
      #expect(throws: SuppressionError.self) { try SuppressionList(path: "list", damaged, key: testKey) }
    }
    for length in bytes.indices {
      #expect(throws: SuppressionError.self) {
        try SuppressionList(path: "list", Array(bytes[..<length]), key: testKey)
      }
    }
    let otherKey = [UInt8](repeating: 8, count: 32)
    #expect(throws: SuppressionError.self) { try SuppressionList(path: "list", bytes, key: otherKey) }
  }

  @Test func whoeverIsListedTwiceStandsOnce() throws {
    #expect(try listed([.email("a@x.example"), .email("A+x@x.example")]).entries.count == 1)
  }
}

struct SuppressionGateTests {
  static let ada: [ContactPoint?] = [
    .email("ada@engine.example"), .phone("+442079460123"), .linkedIn("linkedin.com/in/ada"), .name("Ada Byron"),
    .person("Ada Byron", at: "engine.example"), .id("p1"),
  ]

  @Test(
    arguments: [
      ["email": "Ada+x@Engine.example"], ["emails": ["x@y.example", "ada@engine.example"]],
      ["phone": "+44 20 7946 0123"],
      ["phones_raw": ["020 7946 0123"], "country": "GB"], ["linkedin_url": "http://uk.linkedin.com/in/Ada/"],
      ["id": "l1", "person_id": "p1"], ["id": "g9", "former_ids": ["p1"]], ["sources": [["id": "p1"]]],
      ["name": "Byron, Ada", "domain": "engine.example"],
      ["name": "Ada Byron", "email": "a.byron@mail.engine.example"],
      ["type": "referral", "ask": ["email": "b@x.example"], "target": ["name": "Ada Byron", "company": "Engine"]],
      ["type": "referral", "ask": ["person_id": "p1"], "target": ["company": "X"]],
      ["type": "draft", "to": ["email": "ADA@engine.example"]],
      ["type": "message", "from": ["email": "ada@engine.example"]],
      ["type": "message", "to": [["email": "b@x.example"], ["email": "ada@engine.example"]]],
      ["type": "conversation", "participants": [["email": "ada@engine.example"]]],
    ] as [JSONObject])
  func whoIsListedIsKnownByAnyOfTheirTraces(_ record: JSONObject) throws {
    #expect(try !verdict(Self.ada, record))
  }

  @Test(
    arguments: [
      ["email": "bob@engine.example"], ["email": "ada@other.example", "name": "Ada Byron"], ["phone": "+442079460124"],
      ["type": "referral", "ask": ["name": "Bob"], "target": ["name": "Ada Lovelace"]], [:],
    ] as [JSONObject])
  func othersPass(_ record: JSONObject) throws {
    #expect(try verdict(Self.ada, record))
  }

  @Test func aDomainTakesAllBelowItAndNothingBeside() throws {
    let points: [ContactPoint?] = [.domain("engine.example")]
    #expect(try !verdict(points, ["email": "x@mail.engine.example"]))
    #expect(try !verdict(points, ["account": ["domains": ["engine.example"]]]))
    #expect(try verdict(points, ["email": "x@notengine.example"]))
  }

  @Test(arguments: [
    ("write to ada@engine.example, please", "write to [withheld], please"), ("Ask Ada Byron!", "Ask [withheld]!"),
    ("“Byron, Ada” said so", "“[withheld]” said so"), ("call +44 20 7946 0123 now", "call [withheld] now"),
    ("(see https://linkedin.com/in/ada)", "(see [withheld])"), ("Ada Byron’s team", "[withheld]’s team"),
    ("ADA\nBYRON", "[withheld]"), ("Ms. Ada K. Byron called", "Ms. [withheld] called"),
  ])
  func mentionsInTheWordsOfOthersAreWithheld(_ text: String, _ kept: String) throws {
    var record = Record(["id": "1", "why": [["quote": .string(text)]]])
    let count = SuppressionGate(try listed(Self.ada)).withholdMentions(in: &record)
    #expect(count == 1)
    #expect(record.string("why[].quote") == kept)
  }

  @Test func otherWordsStayByteForByte() throws {
    let line = Array(#"{"id":"1","text":"Ada said: byron is a town. Byron Ada-Smith 12 34","n":1.0}"#.utf8)
    var record = try Record(line)
    #expect(SuppressionGate(try listed(Self.ada)).withholdMentions(in: &record) == 0)
    #expect(record.bytes == line)
  }
}

struct OptOutTests {
  @Test func theSenderOfAnOptOutIsListed() {
    let message: JSONObject = [
      "type": "message", "direction": "inbound", "reply_class": "opt_out",
      "from": ["name": "Ada Byron", "email": "ada@engine.example"],
    ]
    #expect(OptOut(Record(message))?.points.contains { $0.kind == .email } == true)
    var other = message
    other["reply_class"] = "interested"
    #expect(OptOut(Record(other)) == nil)
  }

  @Test func onePersonsOptOutIsNotTheirCompanys() {
    let person: JSONObject = [
      "type": "person", "id": "p", "name": "Ada Byron", "emails": ["ada@engine.example"], "domain": "engine.example",
      "tags": ["opt_out"],
    ]
    #expect(OptOut(Record(person))?.points.contains { $0.kind == .domain } == false)
    #expect(
      OptOut(Record(["type": "company", "id": "c", "domains": ["x.example"], "tags": ["opt_out"]]))?.points.map(\.kind)
        == [.domain])
  }
}
