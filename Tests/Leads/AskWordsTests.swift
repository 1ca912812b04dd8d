import Calendar
import JSONLines
import Testing

@testable import Leads

@Suite struct AskWordsTests {
  private func person(_ name: String?, given: String? = nil) throws -> PersonFacts {
    var object: JSONObject = ["type": "person", "id": "p", "emails": ["info@kestrel.example"]]
    object.append("name", name)
    object.append("given_name", given)
    return try #require(PersonFacts(Record(object)))
  }

  private func words(to person: PersonFacts) throws -> AskWords {
    AskWords(asked: person, now: try Instant(dateOrTime: "2026-02-12"))
  }

  private func opening(_ signal: String, _ date: String = "2025-06-02T09:00:00Z") -> Opening {
    Opening(
      signal: signal, date: date, due: nil, conversationID: "c", messageID: "m", quote: nil, isUnanswered: false)
  }

  @Test(arguments: [
    ("jd_shared", "in June 2025 Dana Frost told us of a role to fill. Would you ask Dana whether it is still open"),
    ("proposal_sent", "in June 2025 we sent Dana Frost a proposal. Would you ask Dana whether it is still of interest"),
    ("negotiation", "in June 2025 we were discussing terms with Dana Frost. Would you ask Dana whether we should"),
    ("stalled", "in June 2025 our conversation with Dana Frost broke off. Would you ask Dana whether it is worth"),
  ])
  func whatLiesOpenIsToldAsItHappened(_ signal: String, _ expected: String) throws {
    let sentence = try words(to: person("Ravi Kumar")).reviving(opening(signal), with: person("Dana Frost"))
    #expect(sentence.hasPrefix("Hi Ravi, \(expected)"))
    #expect(sentence.hasSuffix(", or tell us whom to talk to instead?"))
  }

  @Test(arguments: [
    ("jd_shared", "whether there is something to fill today"), ("stalled", "whether there is something to fill today"),
    ("reconnect_later", "whether now is a good time"),
    ("unanswered", "whether there is something that we can help with today"),
  ])
  func nobodyAsksWhetherARoleOfYearsAgoIsStillOpen(_ signal: String, _ question: String) throws {
    let sentence = try words(to: person("Ravi Kumar"))
      .reviving(opening(signal, "2021-06-02T09:00:00Z"), with: person("Dana Frost"))
    #expect(sentence.contains("Would you ask Dana \(question), or tell us"))
  }

  @Test func anUnreadableDateIsLeftOut() throws {
    let sentence = try words(to: person("Ravi Kumar"))
      .reviving(opening("jd_shared", "soon"), with: person("Dana Frost"))
    #expect(sentence.hasPrefix("Hi Ravi, some time ago Dana Frost told us"))
  }

  @Test func anInitialIsNoGivenName() throws {
    let sentence = try words(to: person("T. Eastwick", given: "T."))
      .reviving(opening("jd_shared"), with: person("J. Eberly", given: "J."))
    #expect(sentence.hasPrefix("Hi T. Eastwick,"))
    #expect(sentence.contains("Would you ask J. Eberly whether"))
  }

  @Test func twoOfOneGivenNameAreToldApart() throws {
    let sentence = try words(to: person("Cédric Nöel"))
      .recommending(person("Cédric Aubertin"), from: "Bocage Hotels S.A.", title: "DRH", at: "Ormeraie Retail")
    #expect(
      sentence == "Hi Cédric, you worked with Cédric Aubertin at Bocage Hotels; Cédric Aubertin is now DRH at Ormeraie"
        + " Retail. Would you put in a word for us?")
  }

  @Test func whoHasNoNameIsGreetedWithoutOneAndToldByAddress() throws {
    let sentence = try words(to: person(nil)).reviving(opening("jd_shared"), with: person(nil))
    #expect(sentence.hasPrefix("Hi there, in June 2025 info@kestrel.example told us"))
    #expect(sentence.contains("Would you ask info@kestrel.example whether"))
  }

  @Test func aMoveIsCongratulatedOnWhileItIsNew() throws {
    let words = try words(to: person("Dana Frost"))
    #expect(
      words.arriving(at: "Newco Inc.", from: "Kestrel Ltd", on: "2025-12-20")
        == "Hi Dana, congratulations on your move to Newco! We enjoyed working with you at Kestrel. Is hiring at Newco in"
        + " your hands, or would you put us in touch with whoever looks after it?")
    #expect(
      words.arriving(at: "Newco Inc.", from: nil, on: "2023-12-20")
        .hasPrefix("Hi Dana, I hope that all goes well at Newco. Is hiring"))
  }

  @Test func theWayOverTwoNamesBoth() throws {
    let sentence = try words(to: person("Lalita Rao")).bridging(
      to: person("Bharat Nair"), from: "Ashok Market Pvt Ltd", colleagueOf: person("Manoj Desai"),
      at: "Gulmohar Pvt Ltd", opening("reconnect_later"))
    #expect(
      sentence == "Hi Lalita, you know Bharat Nair from Ashok Market. Bharat is now a colleague of Manoj Desai at"
        + " Gulmohar. In June 2025 we agreed with Manoj to talk again later. Would you put us in touch with Bharat?")
  }

  @Test func whoWasNamedIsThankedFor() throws {
    #expect(
      try words(to: person("Ravi Kumar")).following(to: "Imogen Vale", at: "Saltmarsh Foods Ltd")
        == "Hi Ravi, thank you for pointing us to Imogen Vale at Saltmarsh Foods. May I mention your name when I write, or"
        + " would you rather introduce us yourself?")
  }

  @Test func whoComesAfterIsAskedFor() throws {
    let words = try words(to: person("Dana Frost"))
    #expect(
      words.leavingBehind("Kestrel Ltd", for: "Newco", successor: nil)
        == "Hi Dana, now that you are with Newco, who is the right person to talk to about hiring at Kestrel, and may I"
        + " mention your name?")
  }
}
