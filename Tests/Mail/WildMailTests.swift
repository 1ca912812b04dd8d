import Testing

@testable import Mail

/// What archives of many years hold that no standard foresees.
struct WildMailTests {
  private func parse(_ text: String) -> MailMessage {
    MailParser().parse(Array(text.utf8))
  }

  private func text(_ message: MailMessage) -> String {
    String(decoding: message.text, as: UTF8.self)
  }

  @Test func charsetsAreKnownByTheNamesOfTheWild() {
    let decoder = CharsetDecoder()
    for (name, bytes, expected) in [
      ("iso 8859-1", [0xE9], "é"), ("ISO8859_2", [0xB1], "ą"), ("x-windows-1251", [0xCF], "П"),
      ("win-1250", [0xB9], "ą"), ("utf-8; format=flowed", [0xC3, 0xA9], "é"), ("UTF-8//IGNORE", [0xC3, 0xA9], "é"),
      ("'utf8'", [0xC3, 0xA9], "é"), ("utf8mb4", [0xC3, 0xA9], "é"), ("x-mac-cyrillic", [0x80], "А"),
      ("cp50221", [0x1B, 0x24, 0x42, 0x46, 0x7C], "日"),
      ("gb_2312", [0xC4, 0xE3], "你"), ("MS949", [0xBE, 0xC8], "안"), ("cn-big5", [0xB1, 0x7A], "您"),
      ("hz-gb-2312", Array("~{Dc~} ~~".utf8), "你 ~"), ("utf-16le", [0xE9, 0], "é"), ("x-ibm850", [0x82], "é"),
      ("no such thing", [0xC3, 0xA9], "é"),
    ] as [(String, [UInt8], String)] {
      #expect(String(decoding: decoder.utf8(bytes[...], charset: name).text, as: UTF8.self) == expected, "\(name)")
    }
  }

  @Test func aMarkOfUTF8AndEmptyLinesMayStandBeforeTheHeader() throws {
    for start in ["\u{FEFF}", "\r\n\r\n", "\u{FEFF}\n"] {
      var reader = MailboxReader(single: true)
      var rest = Array((start + "From: a@b.example\nSubject: x\n\nWords\n").utf8)[...]
      let raw = try #require(
        try reader.next { buffer, count in
          let piece = rest.prefix(count)
          buffer += piece
          rest = rest.dropFirst(count)
          return piece.count
        })
      let message = MailParser().parse(raw)
      #expect(message.from.first?.email == "a@b.example")
      #expect(text(message) == "Words")
    }
  }

  @Test func typesAndEncodingsMayStandInQuotes() {
    let message = parse(
      "Content-Type: \"text/plain\"; charset=\"UTF-8\"\nContent-Transfer-Encoding: \"base64\"\n\nSGVsbG8=\n")
    #expect(text(message) == "Hello")
  }

  @Test(arguments: ["(\\", "text/plain (\\", "text/(\\", "text/plain; a=(\\", "text/plain; (\\"])
  func aTypeMayEndInTheEscapeOfAComment(_ value: String) {
    #expect(["", "text"].contains(ContentType(Array(value.utf8), CharsetDecoder()).type))
  }

  @Test func aMarkBeforeAnEncodedWordStandsApart() {
    #expect(parse("Subject: [SPAM]=?utf-8?Q?Caf=C3=A9?=\n\n").subject == "[SPAM] Café")
    #expect(parse("Subject: Re:=?utf-8?Q?Caf=C3=A9?= (=?utf-8?Q?M=C3=BCller?=)\n\n").subject == "Re: Café (Müller)")
  }

  @Test func textThatClaimsToBeBase64IsShown() {
    let message = parse("Content-Transfer-Encoding: base64\n\nHello, this is a mail in plain words.\nBye\n")
    #expect(text(message) == "Hello, this is a mail in plain words.\nBye")
    #expect(message.defects.contains(.badEncoding))
  }

  @Test func aFamilyNameMayStandBeforeItsComma() {
    func boxes(_ value: String) -> [Mailbox] { AddressParser.parse(Array(value.utf8), CharsetDecoder()) }
    #expect(
      boxes("Reyes, Dana <dana@kestrel.example>, Novak, Mira <mira@kestrel.example>; x@y.example")
        == [
          Mailbox(name: "Reyes, Dana", address: "dana@kestrel.example"),
          Mailbox(name: "Novak, Mira", address: "mira@kestrel.example"), Mailbox(name: nil, address: "x@y.example"),
        ])
    #expect(boxes("x@y.example, Dana <dana@kestrel.example>").map(\.name) == [nil, "Dana"])
    #expect(boxes("Reyes, dana@kestrel.example").count == 2)
  }

  @Test func aTicketInvitesNobody() {
    func kind(_ method: String) -> String {
      parse(
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSee.\n--b\nContent-Type: text/calendar\n\n"
          + "BEGIN:VCALENDAR\nMETHOD:\(method)\nBEGIN:VEVENT\nDTSTART:20240306T090000Z\nEND:VEVENT\nEND:VCALENDAR\n--b--\n"
      ).kind.name
    }
    #expect(kind("PUBLISH") == "direct")
    #expect(kind("REQUEST") == "calendar")
    #expect(kind("CANCEL") == "calendar")
  }

  /// ContentInfo of signed data round `Content-Type: text/plain`, an empty line and `Hello`, its lengths indefinite.
  private static let signed =
    "MIAGCSqGSIb3DQEHAqCAMIACAQExADCABgkqhkiG9w0BBwGggCSABBlDb250ZW50LVR5cGU6IHRleHQvcGxhaW4KBAYKSGVsbG8AAAAAAAAAAAAAAAA="

  @Test func aSignedMessageIsReadAndAnEncryptedOneIsNoted() {
    let head = "Content-Type: application/pkcs7-mime; name=smime.p7m\nContent-Transfer-Encoding: base64\n\n"
    let signed = parse(head + Self.signed)
    #expect(text(signed) == "Hello")
    #expect(!signed.defects.contains(.encrypted))
    let encrypted = parse(head + "MIAGCSqGSIb3DQEHA6CAMIACAQAxggEA")
    #expect(encrypted.defects.contains(.encrypted) && encrypted.attachments.count == 1)
    #expect(parse("Subject: x\n\n-----BEGIN PGP MESSAGE-----\n\niQEz\n").defects.contains(.encrypted))
  }

  @Test func aSignedMessageThatIsCutIsNoTrap() {
    let bytes = TransferEncoding.base64(Array(Self.signed.utf8)[...]).bytes
    for length in bytes.indices { _ = SignedContent.read(Array(bytes.prefix(length))) }
    #expect(SignedContent.read(Array(repeating: 0x30, count: 1_000)) == .unknown)
    #expect(SignedContent.read(bytes) == .signed(Array("Content-Type: text/plain\n\nHello".utf8)))
  }

  @Test func foldersAreKnownInTheirLanguages() {
    for label in ["Papierkorb", "ゴミ箱", "Çöp Kutusu", "Ανεπιθύμητα", "अनजान"] {
      #expect(MailFolders.isDiscarded(label) == (label != "अनजान"), "\(label)")
    }
    #expect(FolderWords.drafts.contains("entwürfe") && MailFolders.isChat("Chat"))
  }
}
