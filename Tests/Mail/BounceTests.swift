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

  @Test func aPersonWhoQuotesABounceIsNoServer() {
    let text =
      "From: Dana <dana@kestrel.example>\nSubject: Re: Undelivered Mail\n\nI got this:\n550 5.1.1 User unknown\n"
    #expect(MailParser().parse(Array(text.utf8)).kind == .direct)
  }
}
