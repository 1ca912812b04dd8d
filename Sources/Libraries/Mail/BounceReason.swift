import Bytes

/// Why mail was not delivered, in the classes that the field uses, from what a server said and when it said it.
struct BounceReason {
  /// Reasons that no other try changes.
  static let hard: Set<String> = ["hasmoved", "hostunknown", "notaccept", "userunknown"]

  /// What the server answered, in lower case, without the words of the program that reports it; mostly one line.
  var diagnostic: [UInt8]
  /// All that servers are quoted with, in lower case.
  var spoken: [UInt8]
  /// All that the report says, in lower case.
  var text: [UInt8]
  /// The enhanced status code (RFC 3463).
  var status: String?
  /// The reply code (RFC 5321, 4.2).
  var reply: String?
  /// The report's subject, in lower case.
  var subject: [UInt8]
  /// Whether it is only late.
  var isDelay: Bool
  /// Whether it has the standard form, in which what the server said has its own field.
  var isFormal: Bool

  /// The class that fits best. The server's own words say more than its code, and both more than what is written round
  /// them for people.
  func classify() -> String {
    let stage = SMTPStage.find(in: diagnostic + [0x0A] + text)
    if let status, let sure = StatusReasons.sure[status] { return sure }
    if let local = localProgram() { return local }
    let diagnostic = Self.withoutAddresses(Self.answer(in: diagnostic))
    if let said = Self.byWords(diagnostic) ?? Self.byWords(Self.withoutAddresses(spoken)) {
      return corrected(said, at: stage)
    }
    if let status, let meant = StatusReasons.reason(status) { return corrected(meant, at: stage) }
    if diagnostic.isEmpty, BounceReasonWords.unrouted.occur(in: text) { return "hostunknown" }
    if let said = Self.byWords(Self.withoutAddresses(text)) { return corrected(said, at: stage) }
    if isDelay { return "expired" }
    if let said = Self.byWords(subject) { return said }
    if let status, let vague = StatusReasons.vague(status) { return vague }
    return byStage(stage)
  }

  /// A program on the receiving machine failed (`Diagnostic-Code: X-Unix; …`): whatever it says, it is no server.
  private func localProgram() -> String? {
    guard diagnostic.starts(with: "x-unix".utf8) else { return nil }
    return BounceReasonWords.full.occur(in: diagnostic) ? "mailboxfull" : "mailererror"
  }

  /// Without what Postfix puts before an answer that it does not ask for again: nobody's account is suspended.
  private static func answer(in diagnostic: [UInt8]) -> [UInt8] {
    let prefix = Array("delivery temporarily suspended: ".utf8)
    guard let at = diagnostic.index(of: prefix, in: 0..<diagnostic.count) else { return diagnostic }
    return Array(diagnostic[..<at] + diagnostic[(at + prefix.count)...])
  }

  static func byWords(_ text: [UInt8]) -> String? {
    guard !text.isEmpty else { return nil }
    if let domain = missingDomain(text) { return domain }
    return BounceReasonWords.table.first { $0.words.occur(in: text) }?.reason
  }

  /// "example.com does not exist": what does not is a host when the word before has dots (addresses are left out already).
  private static func missingDomain(_ text: [UInt8]) -> String? {
    guard let at = text.index(of: Array(" does not exist".utf8), in: 0..<text.count) else { return nil }
    guard let word = text[..<at].split(whereSeparator: ASCII.isSpace).last, word.count > 3 else { return nil }
    let isName = word.allSatisfy { ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == 0x2D || $0 == 0x2E }
    return isName && word.dropFirst().dropLast().contains(0x2E) ? "hostunknown" : nil
  }

  /// Addresses left out, whose parts are names and no words: `full@`, `filter@`.
  private static func withoutAddresses(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(0x40) else { return text }
    let words = text.split(omittingEmptySubsequences: false) { $0 == 0x20 || $0 == 0x0A || $0 == 0x3C || $0 == 0x3E }
    return Array(words.map { $0.contains(0x40) ? [] : $0 }.joined(separator: [0x20]))
  }

  /// What is said of an address before the recipient was named is said of the sender; a server that has taken the
  /// recipient and read the message knows the mailbox, and filters.
  private func corrected(_ reason: String, at stage: SMTPStage?) -> String {
    // A code of the class "security or policy" (RFC 3463, 3.8) does not tell that a mailbox is missing, whatever the words.
    if reason == "userunknown", status?.dropFirst(2).hasPrefix("7.") == true { return "filtered" }
    return switch (reason, stage) {
    case ("userunknown", .data): "filtered"
    case ("userunknown", .sender), ("hostunknown", .sender), ("suspend", .sender): "rejected"
    case ("badreputation", .sender): "rejected"
    case ("securityerror", .sender) where !BounceReasonWords.unknownSender.occur(in: diagnostic): "rejected"
    case ("rejected", .connection), ("rejected", .greeting): "blocked"
    case ("systemerror", .connection), ("userunknown", .connection): "blocked"
    default: reason
    }
  }

  /// Without any words that are known, the moment of the refusal is what there is to go by.
  private func byStage(_ stage: SMTPStage?) -> String {
    switch stage {
    case .connection, .greeting: return "blocked"
    case .sender: return "rejected"
    case .data where reply?.first == "5": return "filtered"
    case .recipient where reply == "550": return "userunknown"
    default: break
    }
    if reply == "550" { return diagnostic.isEmpty ? "filtered" : "rejected" }
    return isFormal && diagnostic.isEmpty ? "undefined" : "onhold"
  }
}

/// Enhanced status codes (RFC 3463 and IANA's registry of them) as reasons.
enum StatusReasons {
  /// Codes that leave no doubt.
  static let sure: [String: String] = [
    "4.2.2": "mailboxfull", "4.4.5": "systemfull", "4.7.25": "requireptr", "5.1.6": "hasmoved", "5.2.2": "mailboxfull",
    "5.2.3": "exceedlimit", "5.3.2": "notaccept", "5.3.4": "mesgtoobig", "5.7.25": "requireptr",
    "5.7.26": "authfailure", "5.7.27": "notaccept",
  ]

  /// What `status` means; nil for the codes that say only "other".
  static func reason(_ status: String) -> String? {
    exact[status] ?? eitherClass[String(status.dropFirst(2))]
  }

  /// What to think of a code that says only to which part of the way the failure belongs.
  static func vague(_ status: String) -> String? {
    let detail = status.dropFirst(2)
    if detail == "2.1" { return "suspend" }
    if detail.hasPrefix("2.") { return "filtered" }
    if detail.hasPrefix("7.") { return "securityerror" }
    if detail.hasPrefix("6.") { return "contenterror" }
    return nil
  }

  /// Codes of one class.
  private static let exact: [String: String] = [
    "4.2.1": "suspend", "4.4.1": "networkerror", "4.7.1": "blocked",
    "5.1.0": "userunknown", "5.4.1": "rejected",
  ]

  /// Codes of either class, without its digit.
  private static let eitherClass: [String: String] = [
    "1.1": "userunknown", "1.10": "notaccept", "1.2": "hostunknown", "1.3": "userunknown", "1.4": "filtered",
    "1.7": "rejected", "1.8": "rejected", "2.3": "exceedlimit",
    "2.4": "filtered", "3.1": "systemfull", "3.2": "notaccept", "3.3": "systemerror", "3.4": "mesgtoobig",
    "3.5": "systemerror", "4.2": "networkerror", "4.3": "systemerror", "4.4": "hostunknown", "4.5": "systemfull",
    "4.6": "networkerror", "4.7": "expired", "4.8": "networkerror", "4.0": "networkerror", "5.3": "toomanyconn",
    "5.4": "systemerror", "6.1": "contenterror", "6.2": "contenterror", "6.3": "contenterror", "6.5": "contenterror",
    "7.1": "securityerror", "7.2": "securityerror", "7.20": "authfailure", "7.21": "authfailure",
    "7.22": "authfailure", "7.23": "authfailure", "7.24": "authfailure", "7.7": "securityerror", "7.8": "securityerror",
  ]
}
