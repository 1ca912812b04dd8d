import Testing

@testable import Mail

/// What other formats inside of mail say: meetings, Outlook's containers, pieces.
struct ContainerTests {
  private func invitation(_ start: String, zone: String = "") -> Invitation? {
    Invitation(Array("BEGIN:VCALENDAR\nMETHOD:REQUEST\n\(zone)BEGIN:VEVENT\n\(start)\nEND:VEVENT\nEND:VCALENDAR".utf8))
  }

  private static let berlin = """
    BEGIN:VTIMEZONE
    TZID:Here
    BEGIN:STANDARD
    DTSTART:16010101T030000
    TZOFFSETTO:+0100
    RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
    END:STANDARD
    BEGIN:DAYLIGHT
    DTSTART:16010101T020000
    TZOFFSETTO:+0200
    RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
    END:DAYLIGHT
    END:VTIMEZONE

    """

  @Test func theZoneThatAnInvitationDescribesIsUsed() {
    for (day, utc) in [
      ("20240330", "09"), ("20240331", "08"), ("20241026", "08"), ("20241027", "09"), ("20240101", "09"),
    ] {
      let start = invitation("DTSTART;TZID=Here:\(day)T100000", zone: Self.berlin)?.start
      #expect(start?.date.utc.hasSuffix("T\(utc):00:00Z") == true, "\(day)")
    }
  }

  @Test func aZoneThatNobodyDescribesStaysOpen() {
    #expect(invitation("DTSTART;TZID=Europe/Vienna:20240304T100000")?.start?.date.offset == nil)
    #expect(invitation("DTSTART:20240304T100000Z")?.start?.date.offset == 0)
    #expect(invitation("DTSTART;VALUE=DATE:20240304")?.start?.isDay == true)
  }

  @Test func peopleOfAMeetingAreRead() {
    let found = invitation(
      "ORGANIZER;CN=\"Nair, Priya\":MAILTO:priya@kestrel.example\nATTENDEE;PARTSTAT=DECLINED:mailto:a@b.example")
    #expect(found?.organizer == Mailbox(name: "Nair, Priya", address: "priya@kestrel.example"))
    #expect(found?.attendees.map(\.status) == ["declined"])
    #expect(found?.method == "request")
  }

  @Test func aWinmailWithoutEndKeepsWhatCameBefore() {
    let head: [UInt8] = [0x78, 0x9F, 0x3E, 0x22, 1, 0]
    let body = Array("Hello".utf8)
    let whole = head + [1, 0x0C, 0x80, 2, 0, 5, 0, 0, 0] + body + [0, 0]
    #expect(TNEF(whole + [2, 1, 2], CharsetDecoder()).map { String(decoding: $0.text, as: UTF8.self) } == "Hello")
    for length in whole.indices { _ = TNEF(Array(whole.prefix(length)), CharsetDecoder()) }
    #expect(TNEF(Array("no container".utf8), CharsetDecoder()) == nil)
  }

  @Test func rtfIsReadAsText() {
    let rtf =
      "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}Caf\\'e9 \\u8364?5\\par{\\*\\htmltag64 <p>}Bye\\tab now}"
    #expect(String(decoding: RTFText.convert(Array(rtf.utf8), CharsetDecoder()), as: UTF8.self) == "Café €5\nBye\tnow")
  }

  @Test func compressedRTFExpands() {
    // The example of [MS-OXRTFCP], 4.1.1.
    let packed: [UInt8] = [
      0x2D, 0, 0, 0, 0x2B, 0, 0, 0, 0x4C, 0x5A, 0x46, 0x75, 0xF1, 0xC5, 0xC7, 0xA7, 0x03, 0, 0x0A, 0, 0x72, 0x63,
      0x70, 0x67, 0x31, 0x32, 0x35, 0x42, 0x32, 0x0A, 0xF3, 0x20, 0x68, 0x65, 0x6C, 0x09, 0, 0x20, 0x62, 0x77, 0x05,
      0xB0, 0x6C, 0x64, 0x7D, 0x0A, 0x80, 0x0F, 0xA0,
    ]
    let text = String(decoding: CompressedRTF.expand(packed[...]), as: UTF8.self)
    #expect(text == "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n")
  }

  @Test func theFirstPieceOfAMessageIsRead() {
    let piece = { (number: Int) in
      MailParser().parse(
        Array(
          "From: a@b.example\nContent-Type: message/partial; id=x; number=\(number); total=2\n\nSubject: Inner\nContent-Type: text/plain\n\nWords\n"
            .utf8))
    }
    #expect(String(decoding: piece(1).text, as: UTF8.self) == "Words")
    #expect(piece(1).defects.contains(.partial))
    #expect(piece(2).text.isEmpty && piece(2).attachments.count == 1)
  }
}
