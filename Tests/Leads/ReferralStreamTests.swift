import Calendar
import JSONLines
import Team
import Testing

@testable import Leads

@Suite struct ReferralStreamTests {
  private static let now = try! Instant(dateOrTime: "2026-02-12")

  /// A company of four, one of whom moved to another where two work, and one of whom names a stranger.
  private static let lines = [
    #"{"type":"company","id":"k","name":"Kestrel Ltd","domains":["kestrel.example"],"former_ids":["k-old"]}"#,
    #"{"type":"company","id":"n","name":"Newco Inc","domains":["newco.example"]}"#,
    person(1, "Dana Frost", "k-old", #","former_ids":["m:9"]"#), person(2, "Ravi Kumar", "k"),
    person(3, "Orla Dowd", "k"),
    person(4, "Amir Haddad", "k"), person(5, "Zoë Moreau", "n"), person(6, "Jonas Brandt", "n"),
    #"{"type":"signal","id":"s","person_id":"p4","signal":"moved","from":{"company_id":"k","company":"Kestrel Ltd"},"to":{"company":"Newco","company_id":"n"},"date":"2025-12-20","why":[]}"#,
    conversation(1, "m:9", "2025-06-02", "jd_shared"), conversation(2, "p2", "2025-09-03"),
    conversation(
      3, "p3", "2024-02-01", text: "Please speak to Imogen Vale (Saltmarsh Foods), imogen@saltmarsh.example."),
    conversation(4, "p4", "2025-11-05"), conversation(5, "p5", "2023-01-09", "proposal_sent"),
    conversation(6, "p6", "2022-01-09", text: "Zoë Moreau is the one to ask: p5@work.example."),
  ]

  /// The same, with two of whom nothing is told but that one left, and with something open with all who could be asked but one.
  private static let crowd =
    lines + [
      person(7, "Lena Huber", "k"),
      person(
        8, "Ivo Solberg", "k", #","domain":"work.example","left":[{"date":"2025-01-01","domain":"work.example"}]"#),
      person(0, "Ada Keane", "n"), conversation(7, "p2", "2024-05-05", "proposal_sent"),
      conversation(8, "p6", "2024-05-06", "keep_in_touch"), conversation(9, "p5", "2025-11-30", "jd_shared"),
    ]

  private static func person(_ number: Int, _ name: String, _ company: String, _ more: String = "") -> String {
    #"{"type":"person","id":"p\#(number)","name":"\#(name)","emails":["p\#(number)@work.example"],"company_id":"\#(company)","kinds":["spoc"]\#(more)}"#
  }

  private static func conversation(
    _ number: Int, _ person: String, _ day: String, _ signal: String? = nil, text: String = "We shall see."
  ) -> String {
    let party = #"{"email":"\#(person)@work.example"}"#
    let us = #"{"email":"ingrid@us.example"}"#
    let why = signal.map { #"{"by":"classify","signal":"\#($0)","message_id":"\#(number)a","quote":"We shall"}"# } ?? ""
    return
      #"{"type":"conversation","id":"c\#(number)","side":"client","person_id":"\#(person)","participants":[{"email":"\#(person)@work.example","person_id":"\#(person)"},{"email":"ingrid@us.example","member":"ingrid"}],"messages":[{"id":"\#(number)q","date":"\#(day)T07:00:00Z","direction":"outbound","member":"ingrid","from":\#(us),"to":[\#(party)],"kind":"direct","text":"Whom should I ask?"},{"id":"\#(number)a","date":"\#(day)T08:00:00Z","direction":"inbound","member":"ingrid","from":\#(party),"to":[\#(us)],"kind":"direct","text":"\#(text)"}],"last":"\#(day)T08:00:00Z","last_speaker":"them","days_silent":90,"signals":[\#(signal.map { "\"\($0)\"" } ?? "")],"why":[\#(why)]}"#
  }

  private func found(_ lines: [String], most: Int = .max) throws -> [String] {
    let stream = ReferralStream(team: Team(), now: Self.now)
    for line in lines { #expect(try stream.add(Record(Array(line.utf8)))) }
    var found: [String] = []
    try stream.forEachReferral(most: most) { found.append(String(decoding: $0, as: UTF8.self)) }
    return found
  }

  /// A dossier that holds everybody is the plain twin of those that are put together one by one.
  @Test(arguments: [lines, lines.reversed(), Array(lines.dropFirst(4)), crowd, crowd.reversed()])
  func referralsAreThoseOfOneGreatDossier(_ lines: [String]) throws {
    let dossier = Dossier(team: Team(), now: Self.now, keepsTexts: true)
    for line in lines { _ = dossier.add(try Record(Array(line.utf8))) }
    dossier.settle()
    var finder = ReferralFinder(dossier)
    var plain: [String] = []
    try finder.forEachLine { plain.append(String(decoding: $0, as: UTF8.self)) }
    #expect(!plain.isEmpty)
    #expect(try found(lines) == plain)
  }

  @Test func aMoveToABlankNameLeadsNowhereButBack() throws {
    let lines = Self.lines.map {
      $0.replacing(
        "\"to\":{\"company\":\"Newco\",\"company_id\":\"n\"}",
        with: "\"to\":{\"company\":\" \",\"domain\":\"x.example\"}")
    }
    #expect(lines != Self.lines)
    let records = try found(lines).map { try Record(Array($0.utf8)) }
    #expect(records.allSatisfy { $0.string("play") != "moved" })
    let reverse = try #require(records.first { $0.string("play") == "reverse" })
    #expect(reverse.string("sentence")?.contains("Amir, now that you have moved on, ") == true)
  }

  @Test func everyPlayIsFoundAndTheBestComeFirst() throws {
    let all = try found(Self.lines)
    let plays = Set(try all.map { try Record(Array($0.utf8)).string("play") })
    #expect(plays == ["cross_spoc", "former_colleagues", "mention", "moved", "reverse"])
    #expect(try found(Self.lines, most: 2) == Array(all.prefix(2)))
  }

  @Test func aDirectoryForgetsNamesakesAndKeepsTheFirstOfAnAddress() throws {
    var directory = Directory()
    for (number, name) in ["Dana Frost", "Ravi Kumar", "dana frost"].enumerated() {
      let json: JSONObject = ["id": "p", "name": .string(name), "emails": ["info@kestrel.example"]]
      directory.add(try #require(PersonFacts(Record(json))), Int32(number))
    }
    #expect(directory.number(email: "info@kestrel.example", name: nil) == 0)
    #expect(directory.number(email: nil, name: "RAVI KUMAR") == 1)
    #expect(directory.number(email: nil, name: "Dana Frost") == nil)
    #expect(directory.number(email: nil, name: "Ravi") == nil)
  }
}
