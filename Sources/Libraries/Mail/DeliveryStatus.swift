/// A delivery status notification (RFC 3464): what became of each recipient.
struct DeliveryStatus {
  /// One recipient's fields.
  struct Recipient {
    var address: String?
    var action = ""
    var status: String?
    var diagnostic = ""
  }

  private(set) var recipients: [Recipient] = []

  /// Reads the groups of fields of a `message/delivery-status` part; the first is about the message as a whole.
  init(_ bytes: [UInt8]) {
    var at = 0
    while at < bytes.count, recipients.count < 1_000 {
      while at < bytes.count, ASCII.isSpace(bytes[at]) { at += 1 }
      guard at < bytes.count else { return }
      let block = HeaderBlock(bytes, at..<bytes.count)
      if block.fields.isEmpty {
        at = bytes.lineEnd(from: at, limit: bytes.count) + 1
        continue
      }
      take(block, bytes)
      at = max(block.bodyStart, at + 1)
    }
  }

  private mutating func take(_ block: HeaderBlock, _ bytes: [UInt8]) {
    let value = { (name: StaticString) in block.first(name, in: bytes).map { Unfolding.unfold($0).text } }
    guard value("final-recipient") ?? value("original-recipient") ?? value("action") ?? value("status") != nil else {
      return
    }
    var recipient = Recipient()
    let address = value("original-recipient").flatMap(Self.address) ?? value("final-recipient").flatMap(Self.address)
    recipient.address = address ?? value("x-actual-recipient").flatMap(Self.address)
    recipient.action = value("action")?.lowercased() ?? ""
    recipient.status = value("status").flatMap { StatusCode.enhanced(in: Array($0.utf8)) }
    recipient.diagnostic = value("diagnostic-code") ?? ""
    recipients.append(recipient)
  }

  /// The address in `rfc822; <user@host>`.
  private static func address(_ value: String) -> String? {
    let part = value.utf8.split(separator: 0x3B).last.map(Array.init) ?? []
    let bare = part.filter { !ASCII.isSpace($0) && $0 != 0x3C && $0 != 0x3E }
    return bare.contains(0x40) ? bare.text.lowercased() : nil
  }
}

/// Status codes in text.
enum StatusCode {
  /// The first enhanced status code, such as `5.1.1`.
  static func enhanced(in text: [UInt8]) -> String? {
    var i = 0
    while i + 4 < text.count {
      let byte = text[i]
      let isStart = (byte == 0x34 || byte == 0x35) && text[i + 1] == 0x2E && (i == 0 || !isPart(text[i - 1]))
      if isStart, let end = tail(text, i + 2) { return text[i..<end].text }
      i += 1
    }
    return nil
  }

  /// The end of `N.N` that begins at `start`, each up to three digits and nothing more behind.
  private static func tail(_ text: [UInt8], _ start: Int) -> Int? {
    var i = start
    for part in 0..<2 {
      let first = i
      while i < text.count, i - first < 3, ASCII.isDigit(text[i]) { i += 1 }
      guard i > first else { return nil }
      if part == 0 {
        guard i < text.count, text[i] == 0x2E else { return nil }
        i += 1
      }
    }
    guard i >= text.count || !ASCII.isDigit(text[i]),
      !(i + 1 < text.count && text[i] == 0x2E && ASCII.isDigit(text[i + 1]))
    else { return nil }
    return i
  }

  /// The first SMTP reply code of a refusal (RFC 5321, 4.2), such as `550`.
  static func reply(in text: [UInt8]) -> String? {
    replyStart(in: text[...]).map { text[$0..<($0 + 3)].text }
  }

  /// Where the first reply code of a refusal stands.
  static func replyStart(in text: ArraySlice<UInt8>) -> Int? {
    var i = text.startIndex
    while i + 2 < text.endIndex {
      if text[i] == 0x34 || text[i] == 0x35, text[i + 1] >= 0x30, text[i + 1] <= 0x35, ASCII.isDigit(text[i + 2]),
        i == text.startIndex || !isPart(text[i - 1]), i + 3 >= text.endIndex || endsCode(text[i + 3])
      {
        return i
      }
      i += 1
    }
    return nil
  }

  private static func endsCode(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x2D || byte == 0x2C || byte == 0x0A
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    ASCII.isDigit(byte) || ASCII.isLetter(byte) || byte == 0x2E || byte == 0x2D
  }
}
