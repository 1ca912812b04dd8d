import Calendar
import JSONLines
import Testing

@testable import Team

/// A team of two, one of whom left for a client.
struct TeamTests {
  private let team: Team

  init() throws {
    let lines = [
      #"{"type":"member","id":"farah","name":"Farah Aziz","aliases":["Farah"],"emails":["farah@talentbridge.example"],"#
        + #""phones":["+44 20 7946 0101"],"chat_names":["Farah TB"],"from":"2016-01-01"}"#,
      #"{"type":"member","id":"tom","name":"Tom Reyes","emails":["tom@talentbridge.example","tom@old.example"],"#
        + #""until":"2023-03-31","crm_user":"treyes"}"#,
      #"{"type":"domain","domain":"TalentBridge.example"}"#,
      #"{"type":"shared_inbox","email":"jobs@talentbridge.example"}"#,
    ]
    var team = Team()
    for line in lines { try team.add(Record(Array(line.utf8))) }
    self.team = team
  }

  @Test func aMemberIsFoundByAddressPhoneAndChatName() throws {
    #expect(team.member(email: "Farah@TalentBridge.example")?.id == "farah")
    #expect(team.member(phone: "+442079460101")?.id == "farah")
    #expect(team.member(name: "farah  tb")?.id == "farah")
    #expect(team.member(crmUser: "TReyes")?.id == "tom")
  }

  @Test func aColleagueWhoLeftIsNoMemberAfterTheLastDay() throws {
    #expect(team.member(email: "tom@old.example", on: try CalendarDate("2023-03-31"))?.id == "tom")
    #expect(team.member(email: "tom@old.example", on: try CalendarDate("2023-04-01")) == nil)
  }

  @Test func mailFromAFormerColleaguesOtherAddressIsInbound() throws {
    let later = try CalendarDate("2024-01-10")
    let way = team.direction(from: ["tom@old.example"], to: ["farah@talentbridge.example"], on: later)
    #expect(way.direction == .inbound)
    #expect(way.member?.id == "farah")
  }

  @Test func mailAmongUsIsInternalAndFromUsOutbound() throws {
    let day = try CalendarDate("2022-01-10")
    let us = ["farah@talentbridge.example"]
    #expect(team.direction(from: us, to: ["jobs@talentbridge.example"], on: day).direction == .internal)
    #expect(team.direction(from: us, to: us + ["dana@kestrel.example"], on: day).direction == .outbound)
    #expect(team.direction(from: ["a@b.example"], to: ["c@d.example"], on: day).direction == .unknown)
  }

  @Test func aDomainBelowOursIsOurs() {
    #expect(team.owns(domain: "mail.talentbridge.example"))
    #expect(!team.owns(domain: "nottalentbridge.example"))
  }

  @Test func aLineOfAnotherTypeIsRefused() {
    var team = Team()
    #expect(throws: TeamError.self) { try team.add(Record(Array(#"{"type":"lead"}"#.utf8))) }
    #expect(throws: TeamError.self) { try team.add(Record(Array(#"{"type":"member","id":"a","until":"x"}"#.utf8))) }
  }
}
