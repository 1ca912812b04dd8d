import Testing

@testable import Mail

/// Whole messages.
struct MailParserTests {
  private func parse(_ text: String) -> MailMessage {
    MailParser().parse(Array(text.utf8))
  }

  private func text(_ message: MailMessage) -> String {
    String(decoding: message.text, as: UTF8.self)
  }

  @Test func aFoldedMessageIdIsMended() {
    #expect(parse("Message-ID: <abc@\n kestrel.example>\n\nx").messageID == "abc@kestrel.example")
    #expect(parse("Message-ID: abc@kestrel.example\n\nx").messageID == "abc@kestrel.example")
  }

  @Test func encodedWordsJoinAcrossASplitLetter() {
    let subject = parse("Subject: =?utf-8?B?w?= =?utf-8?B?w6k=?= =?utf-8?Q?t=C3?=\n =?utf-8?Q?=A9?= ok\n\n").subject
    #expect(subject?.hasSuffix("été ok") == true)
    #expect(parse("Subject: =?utf-8?b?VG9t?= =?iso-8859-1?q?_M=FCller?=\n\n").subject == "Tom Müller")
  }

  @Test func thePlainVersionIsChosenUnlessItIsEmpty() {
    let html = "--b\nContent-Type: text/html\n\n<p>Rich &amp; long</p>\n--b--\n"
    let head = "Content-Type: multipart/alternative; boundary=b\n\n"
    #expect(text(parse(head + "--b\n\nPlain\n" + html)) == "Plain")
    #expect(text(parse(head + "--b\n\n  \n" + html)) == "Rich & long")
  }

  @Test func labelsKeepTheCommasThatTheyQuote() {
    let labels = parse("X-Gmail-Labels: \"Clients, old\",=?UTF-8?Q?Envoy=C3=A9s?=,\n Inbox\n\nx").labels
    #expect(labels == ["Clients, old", "Envoyés", "Inbox"])
  }

  @Test func outerBoundariesEndInnerParts() {
    let head = "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/mixed; boundary=a--\n\n"
    #expect(text(parse(head + "--a--\n\nInner\n--a----\n--a\n\nOuter\n--a--\n")) == "Inner\n\nOuter")
    #expect(text(parse(head + "--a--\n\nInner\n--a\n\nOuter\n--a--\n")) == "Inner\n\nOuter")
  }

  @Test func aClosingDelimiterMayFollowTheLastWords() {
    #expect(text(parse("Content-Type: multipart/mixed; boundary=a\n\n--a\n\nLast words--a--\n")) == "Last words")
  }

  @Test func anAttachedMessageKeepsItsSubjectAsName() {
    let message = parse(
      "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSee.\n--b\nContent-Type: message/rfc822\n\nSubject: Old\n\nHi\n--b--\n"
    )
    #expect(message.attachments.map(\.name) == ["Old"])
    #expect(text(message) == "See.")
  }

  @Test func fileNamesLoseTheirFolders() {
    let message = parse("Content-Type: application/pdf; name=\"..\\..\\etc/cv.pdf\"\n\nx")
    #expect(message.attachments.first?.name == "cv.pdf")
  }

  @Test func flowedParagraphsAreOneLine() {
    let message = parse("Content-Type: text/plain; format=flowed\n\nOne \ntwo.\n> a \n> b\n-- \nMe\n")
    #expect(text(message) == "One two.\n> a b\n-- \nMe")
  }

  @Test func latinOneMeansWindows() {
    let bytes = Array("Content-Type: text/plain; charset=iso-8859-1\n\n".utf8) + [0x93, 0x48, 0x69, 0x94, 0x20, 0x80]
    #expect(text(MailParser().parse(bytes)) == "“Hi” €")
  }

  @Test func htmlQuotesBecomeMarkedLines() {
    let html = "Yes.<blockquote>Any <b>news</b>?<br>Farah</blockquote><table><tr><td>a</td><td>b</td></tr></table>"
    #expect(String(decoding: HTMLText.convert(Array(html.utf8)), as: UTF8.self) == "Yes.\n> Any news?\n> Farah\na\tb")
  }

  @Test func datesOfTheWildAreRead() {
    for (text, expected) in [
      ("Mon, 4 Mar 2024 10:12:00 +0100", "2024-03-04T09:12:00Z"), ("4 Mar 24 10:12 PM", "2024-03-04T22:12:00Z"),
      ("Mon Mar  4 10:12:00 2024", "2024-03-04T10:12:00Z"), ("2024-03-04T10:12:00+01:00", "2024-03-04T09:12:00Z"),
      ("Mon, 4 Mar 124 10:12:00 EST", "2024-03-04T15:12:00Z"), ("03/14/2024 10.12.30", "2024-03-14T10:12:30Z"),
      ("Monday, March 4, 2024 10:12 AM", "2024-03-04T10:12:00Z"),
    ] {
      #expect(MailDateParser.parse(Array(text.utf8))?.utc == expected, "\(text)")
    }
  }

  @Test func aMailboxIsCutAtSeparatorsOnly() {
    let mail =
      "From a@b Mon Mar  4 10:12:00 2024\nSubject: 1\n\nFrom here on\n>From there\n\nFrom a@b Mon Mar  4 10:12:00 2024\nSubject: 2\n\nx\n"
    let messages = MailboxReader.messages(in: Array(mail.utf8))
    #expect(messages.count == 2)
    #expect(String(decoding: messages[0].bytes, as: UTF8.self) == "Subject: 1\n\nFrom here on\nFrom there\n")
    #expect(messages[1].offset == mail.utf8.count - messages[1].length)
  }

  @Test func aMessageThatIsTooLongKeepsItsHeader() throws {
    let mail = Array(
      ("From a@b Mon Mar  4 10:12:00 2024\nSubject: 1\n\n" + String(repeating: "x", count: 9_000) + "\n").utf8)
    let next = Array("From a@b Mon Mar  4 10:12:00 2024\nSubject: 2\n\nx\n".utf8)
    var rest = (mail + next)[...]
    var reader = MailboxReader(maxMessage: 4_096, size: 4_096)
    var subjects: [String?] = []
    while let raw = try reader.next({ buffer, count in
      let piece = rest.prefix(count)
      buffer += piece
      rest = rest.dropFirst(count)
      return piece.count
    }) {
      let message = MailParser().parse(raw)
      subjects.append(message.subject)
      #expect(message.defects.contains(.tooLong) == (message.subject == "1"))
    }
    #expect(subjects == ["1", "2"])
  }
}
