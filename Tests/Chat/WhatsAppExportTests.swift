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
    ("١\u{200F}/٢\u{200F}/٢٠٢٤، ٩:٢٥ م - A: hi", "2024-02-01T21:25:00"),
    ("1.2.24\u{202F}г., 21:25 ч. - A: hi", "2024-02-01T21:25:00"), ("1.2.24, во 21:25 - A: hi", "2024-02-01T21:25:00"),
    ("[2024-02-01, 21 h 25 min 15 s] A: hi", "2024-02-01T21:25:15"),
    ("21:25 01/02/2024 - A: hi", "2024-02-01T21:25:00"),
    ("1.2.2024, 21:25 Uhr - A: hi", "2024-02-01T21:25:00"), ("1/2/2567, 21:25 - A: hi", "2024-02-01T21:25:00"),
    ("1/2/67 21:25 - A: hi", "2024-02-01T21:25:00"), ("[۱۴۰۲/۱۱/۱۲, ۲۱:۲۵:۱۵] A: hi", "2024-02-01T21:25:15"),
    ("24. 2. 1. 오후 9:25, A: hi", "2024-02-01T21:25:00"), ("1/2/24, 9:25\u{202F}PTG - A: hi", "2024-02-01T21:25:00"),
    ("1/2/24, ප.ව. 9.25 - A: hi", "2024-02-01T21:25:00"), ("1/2/24 pukul 21.25 - A: hi", "2024-02-01T21:25:00"),
    ("1/2/2024 às 21:25 - A: hi", "2024-02-01T21:25:00"), ("2024년 2월 1일 오후 9:25 - A: hi", "2024-02-01T21:25:00"),
    ("1 Feb 2024, 21:25 - A: hi", "2024-02-01T21:25:00"), ("Feb 1, 2024, 9:25 PM - A: hi", "2024-02-01T21:25:00"),
    ("1. Feb. 2024 21:25 - A: hi", "2024-02-01T21:25:00"), ("21:25, 1 févr. 2024 - A: hi", "2024-02-01T21:25:00"),
  ])
  func theHeadOfALineIsReadInEveryLocale(_ line: String, _ wanted: String) {
    let export = WhatsAppExport(line)
    #expect(export.messages.map(\.local.description) == [wanted])
    #expect(export.messages.first?.author == "A")
    #expect(export.messages.first?.content.text == "hi")
  }

  @Test(arguments: [
    "hello", "", "12:30 lunch?", "21:25 1/2 of it", "29/9/1439, 21:25 - A: hi", "1/2 of it",
    "31 Feb 2024, 21:25 - A: hi", "1 Fib 2024, 21:25 - A: hi", "1 Feb, 21:25 - A: hi", "99/99/9999, 21:25 - A: hi",
    "[hi] A: b", "2024 was fine", "1/2/24",
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
    let named = WhatsAppExport("1/2/24, 10:00 - A: see\n1 Feb 2024, 09:00 - B: no\n2/2/24, 10:00 - B: ok\n")
    #expect(named.messages.map(\.content.text) == ["see\n1 Feb 2024, 09:00 - B: no", "ok"])
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

  @Test(arguments: [(1380, 1, 1, "2001-03-21"), (1399, 12, 30, "2021-03-20"), (1402, 12, 29, "2024-03-19")])
  func persianDaysAreThoseOfTheCalendar(_ year: Int, _ month: Int, _ day: Int, _ wanted: String) {
    #expect(LocalYear.date(year, month, day)?.description == wanted)
  }

  @Test func aPersianDayThatTheYearLacksIsNone() {
    #expect(LocalYear.date(1402, 12, 30) == nil && LocalYear.date(1402, 7, 31) == nil)
  }

  @Test(arguments: [
    ("\u{200E}görüntü dahil edilmedi", ChatContent.Kind.omitted), ("\u{200E}Bild weggelassen", .omitted),
    ("\u{200E}चित्र छोड़ा गया", .omitted), ("<media ontbreekt>", .omitted), ("<insert name here>", .text),
    ("<3", .text), ("image omitted", .text), ("\u{200E}This message was deleted by admin Ann.", .deleted),
    ("\u{200E}Photo: https://x.example", .text),
  ])
  func notesInPlaceOfMediaAreKnownInManyLanguages(_ text: String, _ kind: ChatContent.Kind) {
    #expect(ChatContent(text, hasGap: true).kind == kind)
  }

  @Test func filesAreKnownByTheirNamesInAnyLanguage() {
    let ios = ChatContent("\u{200E}<whatever: 00000012-PHOTO-2018-06-13-21-25-15.jpg>", hasGap: true)
    #expect(ios.attachments == ["00000012-PHOTO-2018-06-13-21-25-15.jpg"] && ios.text.isEmpty)
    let android = ChatContent("IMG-20180613-WA0001.jpg (irgendwas)\nlook", hasGap: true)
    #expect(android.attachments == ["IMG-20180613-WA0001.jpg"] && android.text == "look")
    let edited = ChatContent("ok \u{200E}<whatever it says>", hasGap: true)
    #expect(edited.isEdited && edited.text == "ok")
    #expect(!ChatContent("see <below>", hasGap: true).isEdited)
  }
}
