import TestSupport
import Testing

@testable import Mail

/// Mail made to be expensive: every reader takes time that grows with the bytes, not with their square. At this size a
/// reader that looks back over what it has read would run for minutes.
struct MailBombTests {
  private static let size = 400_000

  /// Header fields whose value repeats one thing.
  private static let fields: [(name: String, unit: String)] = [
    ("To", "("), ("To", "(a)"), ("To", "\""), ("To", "\"a\" "), ("To", "<"), ("To", "<a"), ("To", "@"),
    ("To", " a . b"), ("To", "a@b.example, "), ("To", "g: a@b.example; "), ("To", "=?utf-8?b?"), ("Subject", "x\n "),
    ("Subject", "=?utf-8?q?a?= "), ("Subject", "=?utf-8?q?"), ("Subject", "=?u?q?a"), ("Subject", "=?"),
    ("Content-Type", "a*0*=x; "), ("Content-Type", "a/b("), ("Content-Disposition", "a=\""), ("References", "<a@b> "),
    ("References", "<"), ("In-Reply-To", "a@b "), ("Date", "("), ("Date", "1 "), ("Received", ";"),
    ("X-Gmail-Labels", "a,"), ("Delivered-To", "a@b.example, "),
  ]

  /// Bodies that repeat one thing, with what their header says.
  private static let bodies: [(header: String, unit: String)] = [
    ("multipart/mixed; boundary=b", "--b\n\nx\n"), ("multipart/mixed; boundary=b", "--bx\n"),
    ("multipart/mixed", "--bx\nContent-x\n"),
    ("multipart/mixed; boundary=b", "--b\nContent-Type: multipart/mixed; boundary=b\n\n"),
    ("multipart/mixed; boundary=b", "--b\nContent-Type: message/rfc822\n\n"),
    ("multipart/digest; boundary=b", "--b\n"), ("text/plain", "A: b\n"), ("text/plain", "\r"), ("text/plain", "\n"),
    ("text/plain", ">"), ("text/plain; format=flowed; delsp=yes", "> \n"), ("text/plain; format=flowed", ">"),
    ("text/plain", "begin 644 a\n"), ("text/plain", "begin 644 a\n`\n"), ("text/plain", "begin 644 a\n!!!!!\n"),
    ("text/plain; charset=utf-7", "+"), ("text/plain; charset=iso-2022-jp", "\u{1B}$B"), ("text/html", "<div>"),
    ("text/html", "<blockquote>x"), ("text/html", "<ul><li>"), ("text/html", "<table><tr><td>"),
    ("text/html", "<a href='x'>"), ("text/html", "<"), ("text/html", "<!--"), ("text/html", "<script>"),
    ("text/html", "&"), ("text/html", "<a b='"), ("text/plain\nContent-Transfer-Encoding: quoted-printable", "="),
    ("text/plain\nContent-Transfer-Encoding: quoted-printable", "=  "),
    ("text/plain\nContent-Transfer-Encoding: quoted-printable", " \n"),
    ("text/plain\nContent-Transfer-Encoding: base64", "="),
    ("text/plain\nContent-Transfer-Encoding: x-uuencode", "begin 644 a\n"),
    ("text/calendar; method=REQUEST", "BEGIN:VEVENT\n"), ("text/calendar", "ATTENDEE;CN=\"x:mailto:a@b.example\n"),
    ("multipart/report; report-type=delivery-status; boundary=b", "Status: 5.1.1\n\n"),
    ("message/delivery-status", "Action: failed\n\n"), ("message/partial", "a\n"),
  ]

  private func repeated(_ unit: String) -> String {
    String(repeating: unit, count: Self.size / unit.utf8.count)
  }

  private func parse(_ text: String) -> MailMessage {
    var message = MailMessage()
    let seconds = ProcessorTime.seconds { message = MailParser().parse(Array(text.utf8)) }
    #expect(seconds < 20)
    return message
  }

  @Test(arguments: MailBombTests.fields.indices)
  func aFieldTakesTimeByItsLength(_ index: Int) {
    let field = Self.fields[index]
    let message = parse("Subject: bomb\n\(field.name): \(repeated(field.unit))\n\nText\n")
    #expect(message.text == Array("Text".utf8) || field.name.hasPrefix("Content"))
  }

  @Test(arguments: MailBombTests.bodies.indices)
  func aBodyTakesTimeByItsLength(_ index: Int) {
    let body = Self.bodies[index]
    let head = "From: MAILER-DAEMON@kestrel.example\nSubject: Undelivered Mail"
    #expect(parse("\(head)\nContent-Type: \(body.header)\n\n\(repeated(body.unit))\n").subject == "Undelivered Mail")
  }

  @Test func manyFieldsOfOneNameAreBounded() {
    for name in ["Received", "References", "Delivered-To", "To", "X-Gmail-Labels", "A"] {
      let fields = (0..<30_000).map { "\(name): <\($0)@b.example>\n" }.joined()
      #expect(parse("Subject: bomb\n\(fields)\nText\n").subject == "bomb")
    }
  }

  @Test func namesOfCharsetsAreNotKeptForEver() {
    let words = (0..<20_000).map { "=?c\($0)?q?=E9?= " }.joined()
    #expect(parse("Subject: \(words)\n\nText\n").subject?.hasPrefix("éé") == true)
  }

  @Test func tenThousandNestedPartsEnd() {
    var mail = ""
    for i in 0..<10_000 { mail += "Content-Type: multipart/mixed; boundary=b\(i)\n\n--b\(i)\n" }
    #expect(parse(mail).defects.contains(.tooManyParts))
  }

  @Test func separatorsAloneAreAMailbox() {
    for unit in ["From a@b.example Mon Mar  4 10:12:00 2024\n", ">From x\n", "From \n"] {
      #expect(ProcessorTime.seconds { _ = MailboxReader.messages(in: Array(repeated(unit).utf8)) } < 20)
    }
  }
}
