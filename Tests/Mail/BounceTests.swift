import Testing

@testable import Mail

/// Failed deliveries: whether they are seen, and why the mail came back.
struct BounceTests {
  private func report(_ words: String, subject: String = "Undelivered Mail Returned to Sender") -> BounceReport? {
    let head = "From: MAILER-DAEMON@mx.kestrel.example\nSubject: \(subject)\nTo: farah@tern.example\n\n"
    guard case .bounce(let report) = MailParser().parse(Array((head + words).utf8)).kind else { return nil }
    return report
  }

  private func reason(_ words: String) -> String? {
    report("Your message could not be delivered.\n\n" + words + "\n")?.reason
  }

  @Test func anUnknownUserIsHard() {
    let report = report("<dana@kestrel.example>: host mx.kestrel.example said: 550 5.1.1 No such user\n")
    #expect(
      report == BounceReport(status: "5.1.1", recipient: "dana@kestrel.example", isHard: true, reason: "userunknown"))
  }

  @Test func aServerThatHasReadTheMessageFilters() {
    #expect(reason("mx said: 550 Unknown user (in reply to end of DATA command)") == "filtered")
    #expect(reason("mx said: 550 Unknown user (in reply to RCPT TO command)") == "userunknown")
    #expect(reason(">>> DATA\n<<< 550 5.1.1 Unknown user\n<<< 503 5.0.0 Need RCPT (recipient)") == "userunknown")
  }

  @Test func whatIsMissingBeforeTheRecipientIsTheSender() {
    #expect(reason("mx said: 553 tern.example does not exist (in reply to MAIL FROM command)") == "rejected")
    #expect(reason("mx said: 550 kestrel.example does not exist (in reply to RCPT TO command)") == "hostunknown")
  }

  @Test func aGreetingRefusedWithoutKnownWordsIsABlock() {
    #expect(reason("... while talking to mx.kestrel.example.:\n<<< 554 Go away") == "blocked")
  }

  @Test func namesInAddressesAreNoWords() {
    #expect(
      reason("<quota.exceeded@kestrel.example>: mx said: 550 5.1.1 no mailbox here by that name") == "userunknown")
  }

  @Test func wordsOfTheServerSayMoreThanItsCode() {
    #expect(reason("mx said: 550 5.7.1 Fix reverse DNS for 192.0.2.7") == "requireptr")
    #expect(reason("mx said: 550 5.7.1 User unknown") == "filtered")
    #expect(reason("mx said: 452 4.2.2 whatever") == "mailboxfull")
    #expect(reason("mx said: 550 5.1.10 something else") == "notaccept")
  }

  /// Mails that speak of failed delivery and are none, and what they are.
  private static let lookAlikes: [(header: String, text: String, kind: String)] = [
    (
      "From: Dana <dana@kestrel.example>\nSubject: Re: Undelivered Mail",
      "I got this:\n550 5.1.1 User unknown", "direct"
    ),
    (
      "From: Dana <dana@kestrel.example>\nSubject: WG: Unzustellbar: Angebot",
      "Siehe unten.\n\nFrom: postmaster@tern.example\n5.1.1 user unknown", "direct"
    ),
    (
      "From: Dana <dana@kestrel.example>\nSubject: Undelivered mail from last week",
      "Hi Farah, my mail was not delivered to you, it said 550 5.1.1 user unknown.", "direct"
    ),
    (
      "From: Parcel <info@parcel.example>\nSubject: Delivery failed: your parcel 450 is waiting",
      "Your parcel could not be delivered. Call us at 550 12 34.", "direct"
    ),
    (
      "From: Post <news@post.example>\nSubject: Why mail is undeliverable\nList-Unsubscribe: <https://post.example/u>",
      "Learn what 550 5.1.1 means: the address does not exist, mail could not be delivered.", "bulk"
    ),
    (
      "Return-Path: <>\nFrom: Dana <dana@kestrel.example>\nSubject: Automatic reply: Offer\nAuto-Submitted: auto-replied",
      "I have left the company. Mail to this address will not be delivered.", "left_company"
    ),
    (
      "Return-Path: <>\nFrom: Dana <dana@kestrel.example>\nSubject: Automatische Antwort: Angebot",
      "Ich bin bis zum 3. April im Urlaub, Ihre Mail is rejected.", "out_of_office"
    ),
    (
      "From: Royal Mail Delivery <info@royal.example>\nSubject: Mail delivery on Friday",
      "Your parcel was undeliverable, it will not be delivered before Friday.", "direct"
    ),
    (
      "From: Bounce House Rentals <dana@bouncy.example>\nSubject: Delivery problem",
      "The castle could not be delivered yesterday.", "direct"
    ),
    (
      "From: Dana <dana@kestrel.example>\nSubject: Delivery status of the three candidates",
      "The first one rejected our offer, the second does not exist in your list.", "direct"
    ),
    (
      "From: Apple <dana@icloud.example>\nSubject: unsubscribe\nAuto-Submitted: auto-replied\nX-Apple-Unsubscribe: true",
      "Apple Mail sent this email to unsubscribe.", "abuse_report"
    ),
  ]

  @Test(arguments: BounceTests.lookAlikes.indices) func whatSpeaksOfFailedDeliveryIsNoBounce(_ index: Int) {
    let mail = Self.lookAlikes[index]
    let kind = MailParser().parse(Array("\(mail.header)\nTo: farah@tern.example\n\n\(mail.text)\n".utf8)).kind
    #expect(kind.name == mail.kind)
  }

  @Test func aHandedOnReportIsNotAnotherBounce() {
    let parts =
      "--r\n\nSee what came back.\n--r\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\n"
      + "Final-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1\n--r--\n"
    let mail = { (head: String) in
      MailParser().parse(Array("\(head)\nContent-Type: multipart/mixed; boundary=r\n\n\(parts)".utf8)).kind.name
    }
    #expect(mail("From: Dana <dana@kestrel.example>\nSubject: FW: Undeliverable: Offer") == "direct")
    #expect(mail("From: MAILER-DAEMON@kestrel.example\nSubject: Undeliverable: Offer") == "bounce")
  }

  /// What large providers and servers in other languages answer, and the class of it.
  private static let answers: [(words: String, reason: String)] = [
    ("mx said: 550-5.7.1 This message is likely unsolicited mail (in reply to end of DATA command)", "spamdetected"),
    ("mx said: 553 5.1.2 We weren't able to find the recipient domain", "hostunknown"),
    ("mx said: 554 5.6.0 Message exceeded 50 hops, this may indicate a mail loop", "networkerror"),
    ("mx said: 550 5.1.8 Access denied, bad outbound sender AS(42003)", "rejected"),
    ("mx said: 550 5.4.310 DNS domain kestrel.example does not exist [Message=InfoDomainNonexistent]", "hostunknown"),
    ("mx said: 550 5.7.708 Access denied, traffic not accepted from this IP", "blocked"),
    ("mx said: 432 4.3.2 STOREDRV; recipient thread limit exceeded", "toomanyconn"),
    ("mx said: 554 5.7.1 Message rejected under suspicion of SPAM", "spamdetected"),
    ("mx said: 550 Administrative prohibition - envelope blocked", "rejected"),
    ("mx said: 554 5.7.1 access denied (in reply to MAIL FROM command)", "rejected"),
    ("mx said: 554 5.7.1 authentication required (in reply to MAIL FROM command)", "securityerror"),
    ("mx said: 521 5.3.2 anything (in reply to RCPT TO command)", "notaccept"),
    ("mx said: 552 5.2.3 too big", "exceedlimit"),
    ("host mx refused to talk to me: delivery temporarily suspended: 421 Service not available", "blocked"),
    ("Das Postfach des Empfängers ist voll.", "mailboxfull"),
    ("La boîte aux lettres du destinataire est pleine.", "mailboxfull"),
    ("El buzón del destinatario está lleno.", "mailboxfull"),
    ("Die eingegebene E-Mail-Adresse konnte nicht gefunden werden.", "userunknown"),
    ("L'adresse que vous avez saisie est introuvable.", "userunknown"),
    ("O endereço de e-mail inserido não foi encontrado.", "userunknown"),
    ("Het e-mailadres bestaat niet.", "userunknown"),
    ("L'indirizzo di posta elettronica non è stato trovato.", "userunknown"),
    ("Something that nobody has heard of before.", "onhold"),
  ]

  @Test(arguments: BounceTests.answers.indices) func theWordsOfProvidersAreKnown(_ index: Int) {
    #expect(reason(Self.answers[index].words) == Self.answers[index].reason)
  }

  @Test func subjectsInOtherLanguagesAreKnown() {
    for subject in ["Unzustellbar: Angebot", "Non remis : Offre", "No se puede entregar: Oferta", "配信不能: 見積"] {
      #expect(report("x\n", subject: subject) != nil, "\(subject)")
    }
  }
}
