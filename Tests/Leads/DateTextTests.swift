import Testing

@testable import Leads

@Suite struct DateTextTests {
  /// The plain twin counts characters.
  @Test(arguments: [
    "", "2024", "2024-03-02", "2024-03-02T09:14:00Z", "2024-03-0", "2024-03-02\u{301}x", "2024-03-0\r\nx",
    "2024-03-02é", "２０２４-03-02T09", "2024-03-02\r",
  ]) func aDayIsTheFirstTenCharacters(_ text: String) {
    #expect(DateText.day(text) == String(text.prefix(10)))
  }
}
