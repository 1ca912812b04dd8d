// One mail before it becomes bytes, and the writer that makes an mbox entry of it.

/// Name and address.
struct Mailbox {
  let name: String
  let email: String
}

/// A file that goes with a mail.
struct Attachment {
  let name: String
  let mediaType: String
  let bytes: [UInt8]
}

/// One mail.
struct Letter {
  var id = ""
  var seconds = 0
  var zone = Zone.london
  var from = Mailbox(name: "", email: "")
  var to: [Mailbox] = []
  var cc: [Mailbox] = []
  var subject = ""
  var inReplyTo: String?
  var references: [String] = []
  var text = ""
  var html: String?
  var htmlOnly = false
  var attachments: [Attachment] = []
  var charset = Charset.utf8
  var transfer = Transfer.quoted
  var headers: [(String, String)] = []
  /// Replaces the whole body: content type and bytes, for reports.
  var raw: (type: String, body: String)?
  /// `From ` lines in the text stand as they are, as careless exporters leave them.
  var leavesFromLines = false
}

extension Letter {
  /// The entry in an mbox file.
  func entry() -> [UInt8] {
    let clock = WallClock(seconds, Zone(minutes: 0, summer: .none))
    let stamp =
      "\(CalendarWords.days[clock.day.weekday]) \(CalendarWords.months[clock.day.month - 1]) "
      + (clock.day.day < 10 ? " " : "") + "\(clock.day.day) \(clock.time):\(padded(clock.second)) \(clock.day.year)"
    let sender = headers.contains { $0.0 == "Return-Path" && $0.1 == "<>" } ? "MAILER-DAEMON" : from.email
    var result = Array("From \(sender) \(stamp)\n".utf8)
    for (name, value) in headerList() { result += Array("\(name): \(value)\n".utf8) }
    let (type, body) = content()
    result += Array("MIME-Version: 1.0\n\(type)\n\n".utf8)
    appendEscaped(body, to: &result)
    if result.last != 0x0a { result.append(0x0a) }
    result.append(0x0a)
    return result
  }

  private func headerList() -> [(String, String)] {
    var list = headers.filter { $0.0 == "Return-Path" || $0.0 == "Received" || $0.0 == "Delivered-To" }
    let useBase64 = transfer == .base64
    func words(_ mailbox: Mailbox) -> String { address(mailbox, useBase64) }
    list.append(("Message-ID", "<\(id)>"))
    list.append(("Date", WallClock(seconds, zone).mail))
    list.append(("From", words(from)))
    list.append(("To", to.map(words).joined(separator: ",\n ")))
    if !cc.isEmpty { list.append(("Cc", cc.map(words).joined(separator: ", "))) }
    list.append(("Subject", encodedWords(subject, charset, base64: useBase64)))
    if let inReplyTo { list.append(("In-Reply-To", "<\(inReplyTo)>")) }
    if !references.isEmpty { list.append(("References", references.map { "<\($0)>" }.joined(separator: "\n "))) }
    return list + headers.filter { $0.0 != "Return-Path" && $0.0 != "Received" && $0.0 != "Delivered-To" }
  }

  private func address(_ mailbox: Mailbox, _ useBase64: Bool) -> String {
    guard !mailbox.name.isEmpty else { return mailbox.email }
    if mailbox.name.utf8.contains(where: { $0 >= 0x80 }) {
      return encodedWords(mailbox.name, charset, base64: useBase64) + " <\(mailbox.email)>"
    }
    let special = mailbox.name.contains { ",.()@".contains($0) }
    return (special ? "\"\(mailbox.name)\"" : mailbox.name) + " <\(mailbox.email)>"
  }

  private func content() -> (type: String, body: [UInt8]) {
    if let raw { return ("Content-Type: \(raw.type)", Array(raw.body.utf8)) }
    let boundary = "=_" + String(id.filter { $0.isLetter || $0.isNumber }.prefix(22))
    var body: (type: String, body: [UInt8])
    if let html {
      let rich = part("text/html", html)
      body = htmlOnly ? rich : multipart("alternative", [part("text/plain", text), rich], boundary + "a")
    } else {
      body = part("text/plain", text)
    }
    guard !attachments.isEmpty else { return body }
    return multipart("mixed", [body] + attachments.map(filePart), boundary)
  }

  private func part(_ type: String, _ text: String) -> (type: String, body: [UInt8]) {
    var used = charset
    var bytes = charset.encode(text) ?? []
    if bytes.isEmpty { (used, bytes) = (.utf8, Array(text.utf8)) }
    let isASCII = !bytes.contains { $0 >= 0x80 }
    let longest = bytes.split(separator: 0x0a).map(\.count).max() ?? 0
    let way = isASCII && longest < 200 && transfer != .base64 ? Transfer.seven : transfer
    return (
      "Content-Type: \(type); charset=\"\(isASCII && way == .seven ? "us-ascii" : used.rawValue)\"\n"
        + "Content-Transfer-Encoding: \(way.rawValue)", way.encode(bytes)
    )
  }

  private func filePart(_ file: Attachment) -> (type: String, body: [UInt8]) {
    let name = encodedWords(file.name, charset, base64: true).replacing("\n ", with: " ")
    return (
      "Content-Type: \(file.mediaType); name=\"\(name)\"\nContent-Disposition: attachment; filename=\"\(name)\"\n"
        + "Content-Transfer-Encoding: base64", Transfer.base64.encode(file.bytes)
    )
  }

  private func multipart(
    _ kind: String, _ parts: [(type: String, body: [UInt8])], _ boundary: String
  ) -> (type: String, body: [UInt8]) {
    var body: [UInt8] = []
    for part in parts {
      body += Array("--\(boundary)\n\(part.type)\n\n".utf8) + part.body
      if body.last != 0x0a { body.append(0x0a) }
    }
    return ("Content-Type: multipart/\(kind); boundary=\"\(boundary)\"", body + Array("--\(boundary)--\n".utf8))
  }

  /// Lines that begin with `From ` (after any `>`) get one more `>`.
  private func appendEscaped(_ body: [UInt8], to result: inout [UInt8]) {
    guard !leavesFromLines else {
      result += body
      return
    }
    let mark = Array("From ".utf8)
    for line in body.split(separator: 0x0a, omittingEmptySubsequences: false) {
      if line.drop(while: { $0 == 0x3e }).starts(with: mark) { result.append(0x3e) }
      result += line
      result.append(0x0a)
    }
    if body.last == 0x0a { result.removeLast() }
  }
}
