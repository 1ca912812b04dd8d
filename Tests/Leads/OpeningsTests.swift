import Calendar
import JSONLines
import Team
import Testing

@testable import Leads

@Suite struct OpeningsTests {
  private func dossier(_ lines: [String]) throws -> Dossier {
    let dossier = Dossier(team: Team(), now: try Instant("2026-02-12T00:00:00Z"))
    for line in lines { _ = dossier.add(try Record(Array(line.utf8))) }
    dossier.settle()
    return dossier
  }

  private let person = #"{"type":"person","id":"p","name":"Dana Frost","emails":["d@k.example"],"kinds":["spoc"]}"#

  private func talk(_ id: String, _ month: String, _ signals: [String], side: String = "client", answered: Bool = true)
    -> String
  {
    let names = signals.map { "\"\($0)\"" }.joined(separator: ",")
    let answer =
      #",{"id":"\#(id)2","date":"\#(month)-02T00:00:00Z","direction":"outbound","to":[{"email":"d@k.example"}]}"#
    return #"{"type":"conversation","id":"\#(id)","participants":[{"email":"d@k.example","person_id":"p"}],"#
      + #""person_id":"p","side":"\#(side)","signals":[\#(names)],"last":"\#(month)-02T00:00:00Z","messages":["#
      + #"{"id":"\#(id)1","date":"\#(month)-01T00:00:00Z","direction":"inbound","from":{"email":"d@k.example"}}"#
      + (answered ? answer : "") + "]}"
  }

  @Test func aLaterHireEndsWhatWasOpen() throws {
    let dossier = try dossier([person, talk("a", "2024-01", ["proposal_sent"]), talk("b", "2024-05", ["placement"])])
    let openings = Openings(of: "p", in: dossier)
    #expect(openings.list.isEmpty)
    #expect(openings.stage(hasPlacement: false) == "bottom")
  }

  @Test func whatOpensAfterAHireStaysOpen() throws {
    let dossier = try dossier([person, talk("a", "2024-05", ["placement"]), talk("b", "2025-01", ["jd_shared"])])
    #expect(Openings(of: "p", in: dossier).stage(hasPlacement: false) == "middle")
  }

  @Test func aRequestIsAnsweredOnAnyChannel() throws {
    let open = try dossier([person, talk("a", "2024-01", ["inbound_request"], answered: false)])
    #expect(Openings(of: "p", in: open).stage(hasPlacement: false) == "hidden")
    #expect(Openings(of: "p", in: open).list.first?.isUnanswered == true)
    let answered = try dossier([
      person, talk("a", "2024-01", ["inbound_request"], answered: false), talk("b", "2024-02", []),
    ])
    #expect(Openings(of: "p", in: answered).list.first?.isUnanswered == false)
  }

  @Test func aMoveLeavesOldBusinessBehindAndTakesTheOpenDoorAlong() throws {
    let move =
      #"{"type":"signal","id":"m","person_id":"p","signal":"moved","to":{"company":"Newco"},"date":"2025-06-01"}"#
    let dossier = try dossier([
      person, talk("a", "2024-01", ["negotiation"]), talk("b", "2024-02", ["keep_in_touch"]), move,
    ])
    #expect(Openings(of: "p", in: dossier).signals == ["keep_in_touch", "moved"])
  }

  @Test func theOrderOfRecordsDoesNotMatter() throws {
    let lines = [person, talk("a", "2024-01", ["jd_shared"]), talk("b", "2024-02", ["keep_in_touch"])]
    var (forward, backward) = (JSONWriter(), JSONWriter())
    #expect(LeadBuilder(try dossier(lines)).write("p", to: &forward))
    #expect(LeadBuilder(try dossier(lines.reversed())).write("p", to: &backward))
    #expect(forward.bytes == backward.bytes)
  }
}
