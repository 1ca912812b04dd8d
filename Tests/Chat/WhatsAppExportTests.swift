import Calendar
import Testing

@testable import Chat

struct WhatsAppExportTests {
  @Test(arguments: [
    ("[1/2/24, 9:25:15\u{202F}PM] A: hi", "2024-02-01T21:25:15"), ("01.02.24, 21:25 - A: hi", "2024-02-01T21:25:00"),
    ("01/02/2024, 12:00 am - A: hi", "2024-02-01T00:00:00"), ("01/02/2024, 12:00 pm - A: hi", "2024-02-01T12:00:00"),
    ("2024/2/1 下午3:04 - A: hi", "2024-02-01T15:04:00"), ("2024年2月1日 15:04 - A: hi", "2024-02-01T15:04:00"),
    ("١/٢/٢٠٢٤, ٩:٢٥ م - A: hi", "2024-02-01T21:25:00"), ("1-2-2024 21:25 - A: hi", "2024-02-01T21:25:00"),
    ("1.2.2024 um 21:25 - A: hi", "2024-02-01T21:25:00"), ("[01.02.24 21:25:15] A: hi", "2024-02-01T21:25:15"),
    ("24/02/01, 21:25 - A: hi", "2001-02-24T21:25:00"), ("01/02/24 à 21:25 - A: hi", "2024-02-01T21:25:00"),
  ])
  func theHeadOfALineIsReadInEveryLocale(_ line: String, _ wanted: String) {
    let export = WhatsAppExport(line)
    #expect(export.messages.map(\.local.description) == [wanted])
    #expect(export.messages.first?.author == "A")
    #expect(export.messages.first?.content.text == "hi")
  }

  @Test(arguments: [
    "hello", "", "12:30 lunch?", "1/2 of it", "99/99/9999, 21:25 - A: hi", "[hi] A: b", "2024 was fine", "1/2/24",
    "1.2.3",
  ])
  func otherLinesAreStrays(_ line: String) {
    let export = WhatsAppExport(line)
    #expect(export.messages.isEmpty)
    #expect(export.strays.count == (line.isEmpty ? 0 : 1))
  }

  @Test func furtherLinesBelongToTheMessageWhateverTheLineBreak() {
    let text = "1/2/24, 10:00 - A: one\r\n\r\ntwo\r\n1/2/24, 10:01 - B: three\r\n"
    let export = WhatsAppExport(text)
    #expect(export.messages.map(\.content.text) == ["one\n\ntwo", "three"])
    #expect(export.messages.map(\.line) == [1, 4])
  }

  @Test func aQuotedLineOfAnotherFormatIsTextOfTheMessage() {
    let export = WhatsAppExport("[1/2/24, 10:00:00] A: see\n1/2/24, 09:00 - B: no\n[2/2/24, 10:00:00] B: ok\n")
    #expect(export.messages.map(\.content.text) == ["see\n1/2/24, 09:00 - B: no", "ok"])
  }

  @Test func aDayBeyondTwelveDecidesTheOrder() {
    #expect(WhatsAppExport("1/2/24, 10:00 - A: x\n1/13/24, 10:00 - A: y").messages.first?.local.date.parts.month == 1)
    #expect(WhatsAppExport("1/2/24, 10:00 - A: x\n13/2/24, 10:00 - A: y").messages.first?.local.date.parts.month == 2)
  }

  @Test func whatRunsForwardsDecidesWhenNoDayDoes() {
    let export = WhatsAppExport("11/2/24, 10:00 - A: x\n12/1/24, 10:00 - A: y")
    #expect(export.messages.first?.local.date.parts.month == 11)
    #expect(!export.isAmbiguous)
  }

  @Test func whereNothingDecidesTheDayComesFirstAndItIsSaid() {
    let export = WhatsAppExport("1/2/24, 10:00 - A: x")
    #expect(export.isAmbiguous)
    #expect(export.messages.first?.local.date.parts.month == 2)
    #expect(!WhatsAppExport("01.02.24, 10:00 - A: x").isAmbiguous)
    #expect(!WhatsAppExport("2/2/24, 10:00 - A: x").isAmbiguous)
  }

  @Test(arguments: [
    "WhatsApp Chat with Asha Rao.txt", "x/WhatsApp Chat with Asha Rao (2).txt", "WhatsApp Chat mit Asha Rao.txt",
    "WhatsApp Chat - Asha Rao/_chat.txt", "Chat de WhatsApp con Asha Rao.txt",
  ])
  func theFileIsNamedAfterTheChat(_ path: String) {
    #expect(ChatName.of(path: path) == "Asha Rao")
  }

  @Test func aNameInBracketsIsNoNumberOfACopy() {
    #expect(ChatName.of(path: "WhatsApp Chat with Asha (Orla).txt") == "Asha (Orla)")
    #expect(ChatName.of(path: "notes.txt") == nil)
  }
}
