import Bytes

/// The point of an SMTP conversation (RFC 5321, 3) at which a server refused.
enum SMTPStage {
  case connection, greeting, sender, recipient, data

  /// How programs name the command that was refused: Postfix "(in reply to …)", Exim "after …", others "our … " and
  /// transcripts with ">>> …", in lower case. Of those that occur, the last counts: a transcript ends with the refusal.
  private static let marks: [(stage: SMTPStage, words: Phrases)] = [
    (
      .connection, ["after initial connection", "refused to talk to me", "while receiving the initial server greeting"]
    ),
    (
      .greeting,
      [
        ">>> ehlo", ">>> helo", "after ehlo", "after helo", "in reply to ehlo", "in reply to helo", "our ehlo",
        "our helo",
      ]
    ),
    (
      .sender,
      [">>> mail from", "after mail from", "in reply to mail from", "our mail from", "from command:", "mail from:<"]
    ),
    (
      .recipient,
      [
        ">>> rcpt to", "after rcpt to", "in reply to rcpt to", "our rcpt to", "(rcpt to)", "smtp command rcpt",
        "rcpt command",
      ]
    ),
    (
      .data,
      [
        ">>> data", "(data)", "after data", "after end of data", "after pipelined end of data", "data command",
        "in reply to end of data", "our data", "smtp command data", "text command",
      ]
    ),
  ]

  /// The stage that `text` (lower case) tells of, nil when it tells of none.
  static func find(in source: [UInt8]) -> SMTPStage? {
    let text = source.map { ASCII.isSpace($0) ? 0x20 : $0 }
    var found: (stage: SMTPStage, at: Int)?
    for (stage, words) in marks {
      for word in words.items {
        guard let at = text.lastIndex(of: word), at > found?.at ?? -1 else { continue }
        found = (stage, at)
      }
    }
    if let found, found.stage == .data, pipelined.occur(in: text) { return .recipient }
    return found?.stage ?? greetingRefused(text)
  }

  /// What follows when the recipients were refused and the commands behind them were sent already (RFC 2920).
  private static let pipelined: Phrases = ["need rcpt", "no valid recipients", "no recipients", "rcpt first"]

  /// A transcript in which the other side speaks before any command was sent.
  private static func greetingRefused(_ text: [UInt8]) -> SMTPStage? {
    let asked = text.index(of: Array(">>> ".utf8), in: 0..<text.count)
    guard let answered = text.index(of: Array("<<< ".utf8), in: 0..<text.count) else { return nil }
    return asked.map { $0 < answered } == true ? nil : .connection
  }
}

extension [UInt8] {
  /// Where `needle` occurs for the last time.
  fileprivate func lastIndex(of needle: [UInt8]) -> Int? {
    var found: Int?
    var from = 0
    while let hit = index(of: needle, in: from..<count) {
      found = hit
      from = hit + 1
    }
    return found
  }
}
