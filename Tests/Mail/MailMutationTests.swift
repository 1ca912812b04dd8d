import Testing

@testable import Mail

/// Mail that was damaged at random is still read, by every entry point, without a trap.
struct MailMutationTests {
  private static let seeds = [
    "From a@b Mon Mar  4 10:12:00 2024\nFrom: \"A, B\" <a@b.example> (c), G: x@y, z;\nTo: =?utf-8?Q?D=C3=A1?= <d@e.example>\n"
      + "Date: Mon, 4 Mar 2024 10:12:00 +0100 (CET)\nContent-Type: multipart/mixed; boundary=\"b\"; a*0*=utf-8''x; a*1=y\n"
      + "Message-ID: <a@b>\nReceived: by x; Mon, 4 Mar 2024 10:12:00 GMT\n\n--b\nContent-Type: text/html; charset=gb2312\n\n"
      + "<p a=\"b\">x &amp; &#233; <a href='x'>y</a><ul><li>z</ul><blockquote>q<!-- c --><style>s</style>\n--b\n"
      + "Content-Transfer-Encoding: base64\nContent-Type: application/pdf\n\nSGVsbG8=\n--b\nContent-Type: message/rfc822\n\n"
      + "Subject: x\n\ny\n--b--\n\nFrom a@b Mon Mar  4 10:12:00 2024\nSubject: b\n\nbegin 644 f\n#86)C\n`\nend\n",
    "From: MAILER-DAEMON@x.example\nSubject: Undelivered Mail\nContent-Type: multipart/report; report-type=delivery-status; "
      + "boundary=r\n\n--r\n\nCould not be delivered\n--r\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\n"
      + "Final-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 no\n--r--\n",
    "From: a@b.example\nSubject: Automatic reply: x\nAuto-Submitted: auto-replied\nDate: 4 Mar 2024 10:12 PM\n"
      + "Content-Type: text/plain; format=flowed; delsp=yes; charset=utf-7\nContent-Transfer-Encoding: quoted-printable\n\n"
      + "I am back on 3 April=\n, no longer with us: write to Mira Novak <m@b.example> =E9=ZZ \n> q \n",
  ].map { Array($0.utf8) }

  @Test func damagedMailIsStillRead() {
    var state: UInt64 = 0x1234_5678_9ABC_DEF1
    func below(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(max(1, limit)))
    }
    let parser = MailParser(headers: ["subject"])
    let charsets = CharsetDecoder()
    for _ in 0..<4_000 {
      var bytes = Self.seeds[below(Self.seeds.count)]
      for _ in 0..<(1 + below(6)) {
        let at = below(bytes.count)
        switch below(5) {
        case 0: bytes[at] = UInt8(below(256))
        case 1: bytes.remove(at: at)
        case 2: bytes.insert([0x0A, 0x3D, 0x22, 0x28, 0x3C, 0x2D, 0x00, 0x80, 0x5C][below(9)], at: at)
        case 3: bytes.removeSubrange(at..<min(bytes.count, at + below(40)))
        default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + below(60))], at: below(bytes.count))
        }
        if bytes.isEmpty { bytes = [0x0A] }
      }
      for raw in MailboxReader.messages(in: bytes) { _ = parser.parse(raw) }
      let piece = Array(bytes.suffix(below(200)))
      _ = HTMLText.convert(piece)
      _ = AddressParser.parse(piece, charsets)
      _ = MailDateParser.parse(piece)
      _ = ContentType(piece, charsets)
    }
  }
}
