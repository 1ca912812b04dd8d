import Testing

@testable import Leads

@Suite struct RefusalTests {
  @Test(arguments: [
    "Please remove me from your list.", "Stop emailing me!", "Kindly do not contact me again.",
    "Merci de ne plus recevoir vos messages.",
  ]) func whoWantsNoMoreMailOptsOut(text: String) {
    #expect(Refusal(text: text, replyClass: nil) == .optOut)
  }

  @Test(arguments: [
    "To be frank, I am very disappointed by your shortlist.", "Wir sind enttäuscht.", "That was a waste of my time.",
  ]) func aComplaintIsOne(text: String) {
    #expect(Refusal(text: text, replyClass: nil) == .complaint)
  }

  @Test(arguments: ["Thanks, all well here.", "Please contact me again in March.", "We stopped the search."])
  func friendlyWordsAreNone(text: String) {
    #expect(Refusal(text: text, replyClass: nil) == nil)
  }

  @Test func aGivenClassDecides() {
    #expect(Refusal(text: "no", replyClass: "opt_out") == .optOut)
    #expect(Refusal(text: "I am disappointed that we have no budget, call me in May", replyClass: "deferral") == nil)
  }
}
