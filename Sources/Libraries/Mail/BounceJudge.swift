import Bytes

/// Recognises reports of failed delivery, standard (RFC 3464) or in the words of some mail server.
struct BounceJudge {
  let message: MailMessage
  let fields: HeaderFields
  let root: ContentType
  let reports: ReportParts
  /// The subject in lower case.
  private let subject: [UInt8]
  /// Whether sender or envelope sender is called as mail servers are.
  private let isServer: Bool

  init(message: MailMessage, fields: HeaderFields, root: ContentType, reports: ReportParts) {
    self.message = message
    self.fields = fields
    self.root = root
    self.reports = reports
    subject = LowerCase.text(message.subject ?? "")
    let box = message.from.first
    let path = fields.header.first("return-path", in: fields.bytes)?.filter { $0 != 0x3C && $0 != 0x3E } ?? []
    let address = LowerCase.text(box?.address ?? box?.name ?? "")
    isServer =
      BounceWords.isServer(address) || BounceWords.isServer(LowerCase.ascii(path))
      || box?.name.map { BounceWords.serverNames.begin(LowerCase.text($0)) } == true
  }

  /// A bounce or a delivery report, nil for everything else.
  mutating func kind() -> MessageKind? {
    if let status = reports.deliveryStatus, !isQuoting, let kind = kind(DeliveryStatus(status)) { return kind }
    guard looksReturned else { return nil }
    return isDeliveryNotice ? .deliveryReport : .bounce(report(nil))
  }

  /// Amazon SES's notice of success, which has the form and the sender of its notices of failure.
  private var isDeliveryNotice: Bool {
    LowerCase.text(message.text.prefix(200)).contains(Array("\"notificationtype\":\"delivery\"".utf8))
  }

  private func kind(_ status: DeliveryStatus) -> MessageKind? {
    guard !status.recipients.isEmpty else { return looksReturned ? .bounce(report(nil)) : nil }
    let failed = status.recipients.first { $0.action.hasPrefix("fail") || $0.action.hasPrefix("delayed") }
    if let failed { return .bounce(report(failed)) }
    let isDone = status.recipients.contains {
      $0.action.hasPrefix("deliver") || $0.action.hasPrefix("relay") || $0.action.hasPrefix("expand")
    }
    if isDone, status.recipients.allSatisfy({ $0.status?.hasPrefix("5") != true }) { return .deliveryReport }
    return .bounce(report(status.recipients.first))
  }

  private func report(_ recipient: DeliveryStatus.Recipient?) -> BounceReport {
    let said = explanation
    let given = Array((recipient?.diagnostic ?? "").utf8)
    let diagnostic = given.isEmpty ? Self.spoken(said) : given
    let own = StatusCode.enhanced(in: diagnostic) ?? StatusCode.enhanced(in: said)
    var status = recipient?.status ?? own
    if let vague = status, vague.hasSuffix(".0.0"), let own { status = own }
    let reply = StatusCode.reply(in: diagnostic) ?? StatusCode.reply(in: said)
    let reason = BounceReason(
      diagnostic: LowerCase.ascii(diagnostic), spoken: LowerCase.ascii(Self.spoken(said)),
      text: LowerCase.ascii(said), status: status, reply: reply, subject: subject,
      isDelay: recipient?.action.hasPrefix("delayed") == true, isFormal: reports.deliveryStatus != nil
    ).classify()
    return BounceReport(
      status: status, recipient: recipient?.address ?? failedRecipient, isHard: BounceReason.hard.contains(reason),
      reason: reason)
  }

  /// What the server says, without the returned message.
  private var explanation: [UInt8] {
    let text = Array(message.text.prefix(12_000))
    let lowered = LowerCase.ascii(text)
    var cut = text.count
    for mark in BounceWords.returned.items {
      if let hit = lowered.index(of: mark, in: 0..<cut) { cut = hit }
    }
    return Array(text[..<cut])
  }

  /// What servers are quoted with: from a reply code or such words as "said:" on, up to the next empty line.
  private static func spoken(_ text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var isSpeaking = false
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(300) {
      if line.trimmed.isEmpty {
        isSpeaking = false
      } else if let code = StatusCode.replyStart(in: line) {
        isSpeaking = true
        out += line[code...]
        out.append(0x0A)
      } else if isSpeaking || line.begins("<<<") || BounceWords.answers.occur(in: LowerCase.ascii(line)) {
        isSpeaking = true
        out += line
        out.append(0x0A)
      }
    }
    return out
  }

  /// The address that the header or the words name as the one that failed.
  private var failedRecipient: String? {
    if let value = fields.text("x-failed-recipients") {
      return AddressParser.parse(Array(value.utf8), fields.charsets).first?.email
    }
    return Self.firstAddress(in: explanation, except: message.to.compactMap(\.email))
  }

  /// The first address in running text that is not one of `except`.
  private static func firstAddress(in text: [UInt8], except own: [String]) -> String? {
    var from = 0
    while let at = text.index(of: 0x40, in: from..<text.count) {
      from = at + 1
      var low = at
      while low > 0, isAddressByte(text[low - 1]) { low -= 1 }
      var high = at + 1
      while high < text.count, isAddressByte(text[high]), text[high] != 0x40 { high += 1 }
      while high > at, text[high - 1] == 0x2E { high -= 1 }
      let host = text[(at + 1)..<max(at + 1, high)]
      guard low < at, host.contains(0x2E) else { continue }
      let address = text[low..<high].text.lowercased()
      if !own.contains(address), !address.hasPrefix("postmaster@"), !address.hasPrefix("mailer-daemon@") {
        return address
      }
    }
    return nil
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == 0x2E || byte == 0x2D || byte == 0x5F || byte == 0x2B
      || byte == 0x3D || byte == 0x27 || byte >= 0x80
  }

  /// Whether sender, subject and words are those of a mail server that could not deliver.
  private var looksReturned: Bool {
    guard !isQuoting else { return false }
    if root.isType("multipart", "report"), root["report-type"]?.lowercased() == "delivery-status" { return true }
    if fields.has("x-failed-recipients") { return true }
    if fields.has("x-mlserver"), BounceWords.listRefusals.occur(in: subject) { return true }
    let hasSubject = BounceWords.subjects.occur(in: subject)
    let isNobody = fields.header.first("return-path", in: fields.bytes)?.elementsEqual("<>".utf8) == true
    guard isServer || isNobody || hasSubject else { return false }
    let said = explanation
    let hasWords = BounceWords.phrases.occur(in: LowerCase.ascii(said))
    if isServer { return hasSubject || hasWords }
    let automatic = AutoReplyJudge(message: message, fields: fields)
    if isNobody { return hasSubject || hasWords && !automatic.isAutomatic && !AutoReplyWords.subject(subject) }
    // Shops, newsletters and people write of failed deliveries too; a server says so of itself and names a code.
    return hasSubject && hasWords && fields.has("auto-submitted") && StatusCode.enhanced(in: said) != nil
      && !fields.has("list-id") && !fields.has("list-unsubscribe")
  }

  /// Whether someone answers or hands on what a server wrote: `Re:`, `WG:`, `TR:` before the subject, and no server's name.
  private var isQuoting: Bool {
    guard !isServer, let colon = subject.firstIndex(of: 0x3A), colon > 0, colon <= 12 else { return false }
    let prefix = subject[..<colon].trimmed
    return prefix.count <= 4 || BounceWords.handedOn.begin(Array(prefix))
  }
}
