import Testing

@testable import Correspondence

struct WordFilterTests {
  private static let filter = WordFilter(["unsubscribe", "enttäuscht", "e-mails", "don't"])

  private func mayOccur(_ json: String) -> Bool {
    let bytes = Array("\"\(json)\"".utf8)
    return Self.filter.mayOccur(inString: bytes.span.bytes, 0..<bytes.count)
  }

  @Test(arguments: [
    "Please unsubscribe me", "UNSUBSCRIBE", #"Hello,\nunsubscribe"#, #"x\tunsubscribe."#, "Wir sind ENTTÄUSCHT!",
    "no more e-mails", "I don't", "I don\u{2019}t", #"entt\u00e4uscht"#, "unsubscribe",
  ])
  func aTextThatHoldsAWordIsNeverMissed(_ text: String) {
    #expect(mayOccur(text))
  }

  @Test(arguments: ["Thank you, all is well.", "subscribe", "unsubscribed", #"a\\b\"c"#, ""])
  func mostTextsAreToldApart(_ text: String) {
    #expect(!mayOccur(text))
  }
}
