import Calendar
import JSONLines
import Team
import Testing

@testable import Leads

@Suite struct LeadStreamTests {
  private static let lines = [
    #"{"type":"conversation","id":"c1","channel":"email","participants":[{"email":"dana@old.example","person_id":"mail:1"},{"name":"Ingrid","member":"ingrid"}],"person_id":"mail:1","company_id":"k-old","messages":[{"id":"m1","date":"2026-01-05T09:00:00Z","direction":"inbound","member":"ingrid","from":{"email":"Dana@old.example"},"to":[],"kind":"direct","text":"We need two people."}],"last":"2026-01-05T09:00:00Z","last_speaker":"them","owed_by":"us","days_silent":38,"side":"client","signals":["inbound_request"],"why":[{"by":"classify:funnel","signal":"inbound_request","message_id":"m1","quote":"We need two people."}]}"#,
    #"{"type":"job","id":"j1","title":"Engineer","status":"filled","closed":"2025-03-01","company_id":"k","person_id":"crm:1"}"#,
    #"{"type":"person","id":"crm:1","name":"Dana Frost","emails":["dana@old.example"],"phones":[],"company_id":"k","kinds":["spoc"],"former_ids":["mail:1"]}"#,
    #"{"type":"person","id":"crm:2","name":"Amir Haddad","emails":[],"phones":[],"company_id":"k-old","kinds":["candidate"]}"#,
    #"{"type":"company","id":"k","name":"Kestrel","domains":["old.example"],"former_ids":["k-old"],"client":{"placements":1}}"#,
  ]

  private func leads(_ lines: [String]) throws -> [Record] {
    let stream = LeadStream(team: Team(), now: try Instant(dateOrTime: "2026-02-12"))
    for line in lines { _ = try stream.add(try Record(Array(line.utf8))) }
    var leads: [Record] = []
    try stream.forEachLead { leads.append(try Record($0.bytes)) }
    return leads
  }

  @Test func theOrderOfTheRecordsDoesNotMatter() throws {
    let leads = try leads(Self.lines)
    #expect(leads.map { $0.string("id") } == ["lead:crm:1"])
    for turn in 1..<Self.lines.count {
      let turned = try self.leads(Array(Self.lines[turn...] + Self.lines[..<turn]))
      #expect(turned.map(\.bytes) == leads.map(\.bytes))
    }
  }

  /// A dossier that holds everybody is the plain twin of those that are put together one by one.
  @Test(arguments: [lines, lines + PackingTests.conversations.dropLast(), Array(lines.dropFirst(2))])
  func leadsAreThoseOfOneGreatDossier(_ lines: [String]) throws {
    let dossier = Dossier(team: Team(), now: try Instant(dateOrTime: "2026-02-12"))
    for line in lines { _ = dossier.add(try Record(Array(line.utf8))) }
    dossier.settle()
    var plain: [[UInt8]] = []
    for id in dossier.people.keys.sorted() {
      var writer = JSONWriter()
      if LeadBuilder(dossier).write(id, to: &writer) { plain.append(writer.bytes) }
    }
    #expect(try leads(lines).map(\.bytes) == plain)
  }

  /// An amount without its currency would be added to others and compared with them.
  @Test(arguments: [
    (#"{"amount":"12500.00","currency":"EUR"}"#, #"{"amount":"12500.00","currency":"EUR"}"#), ("12500.5", "12500.5"),
    (#"{"amount":"plenty","currency":"EUR"}"#, nil), (#""12500""#, nil), ("null", nil),
  ])
  func whatACompanyPaidKeepsItsCurrency(_ revenue: String, _ expected: String?) throws {
    let company =
      #"{"type":"company","id":"k","name":"Kestrel","domains":[],"former_ids":["k-old"],"client":{"placements":1,"revenue":\#(revenue)}}"#
    let lead = try #require(try leads(Self.lines.dropLast() + [company]).first)
    #expect(lead.json("relationship.revenue")?.text == expected)
  }

  @Test(arguments: ["", " ", "\u{A0}", "-", "\u{2014}"])
  func aBlankNameOfACompanyIsNone(_ blank: String) throws {
    let lines = [
      #"{"type":"person","id":"p","name":"Dana Frost","emails":["dana@old.example"],"company":"\#(blank)","title":"\#(blank)","kinds":["spoc"]}"#,
      #"{"type":"signal","id":"s","person_id":"p","signal":"moved","from":{"company":"Kestrel"},"to":{"company":"\#(blank)","domain":"newco.example"},"date":"2026-01-20","why":[]}"#,
    ]
    let lead = try #require(try leads(lines).first)
    #expect(lead.string("next_step.text") == "Congratulate Dana Frost on the move and ask who hires there")
    #expect(lead.string("company") == nil)
    #expect(lead.string("title") == nil)
  }

  @Test func aMoveToADomainDoesNotEndWhereItBegan() throws {
    let lines = [
      #"{"type":"person","id":"p","name":"Dana Frost","emails":["dana@old.example"],"company":"Kestrel","company_id":"k","domain":"old.example","kinds":["spoc"]}"#,
      #"{"type":"signal","id":"s","person_id":"p","signal":"moved","from":{"company":"Kestrel"},"to":{"domain":"newco.example"},"date":"2026-01-20","why":[]}"#,
    ]
    let lead = try #require(try leads(lines).first)
    #expect(lead.string("next_step.text") == "Congratulate Dana Frost on the move and ask who hires there")
    #expect(lead.string("company") == nil && lead.string("company_id") == nil)
    #expect(lead.string("domain") == "newco.example")
  }

  @Test func whatWasSaidUnderAFormerIdCounts() throws {
    let lead = try #require(try leads(Self.lines).first)
    #expect(lead.int("relationship.inbound") == 1)
    #expect(lead.int("account.contacts") == 2)
    #expect(lead.string("account.last_placement") == "2025-03-01")
    #expect(lead.string("stage") == "hidden")
    #expect(lead.string("why[].quote") == "We need two people.")
  }

  @Test func piecesComeBackFromTheDiskAsTheyWent() throws {
    let spool = Spool()
    var places: [(Spool.Place, [UInt8])] = []
    for number in 0..<3000 {
      let line = Array(repeating: UInt8(truncatingIfNeeded: number), count: number % 1500 + 1)
      places.append((try spool.add { $0.append(contentsOf: line) }, line))
    }
    // Backwards, in their order, in their order with gaps, and to and fro: pieces in order are read many at once.
    let count = places.count
    let orders = [
      Array((0..<count).reversed()), Array(0..<count), Array(stride(from: 0, to: count, by: 3)),
      (0..<count).map { $0 % 2 == 0 ? $0 : count - $0 },
    ]
    for number in orders.joined() { #expect(try spool.piece(places[number].0) == places[number].1) }
  }
}
