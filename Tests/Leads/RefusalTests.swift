import Testing

@testable import Leads

@Suite struct RefusalTests {
  @Test(arguments: [
    "Please remove me from your list.", "Stop emailing me!", "Kindly do not contact me again.",
    "Merci de ne plus recevoir vos messages.", "No. Please don't message again.",
  ]) func whoWantsNoMoreMailOptsOut(text: String) {
    #expect(Refusal.find(in: text, replyClass: nil)?.refusal == .optOut)
  }

  @Test(arguments: [
    "To be frank, I am very disappointed by your shortlist.", "Wir sind enttäuscht.", "That was a waste of my time.",
    "Ich bin mit Ihrer Arbeit sehr unzufrieden.", "I regret working with you.", "You let us down again.",
    "Nobody calls back, this is ridiculous.",
  ]) func aComplaintIsOne(text: String) {
    #expect(Refusal.find(in: text, replyClass: nil)?.refusal == .complaint)
  }

  @Test(arguments: ["Thanks, all well here.", "Please contact me again in March.", "We stopped the search."])
  func friendlyWordsAreNone(text: String) {
    #expect(Refusal.find(in: text, replyClass: nil)?.refusal == nil)
  }

  @Test func aGivenClassDecides() {
    #expect(Refusal.find(in: "no", replyClass: "opt_out")?.refusal == .optOut)
    #expect(
      Refusal.find(in: "I am disappointed that we have no budget, call me in May", replyClass: "deferral")?.refusal
        == nil)
  }

  @Test func theSentenceThatSaysItIsQuoted() {
    let found = Refusal.find(in: "Thanks for the call. Please remove me from your list. Regards", replyClass: nil)
    #expect(found?.quote == "Please remove me from your list")
  }
}
