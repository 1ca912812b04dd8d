import JSONLines
import Zones

extension Subject {
  /// Kinds of messages that a program wrote.
  static let automaticKinds: Set<String> = [
    "abuse_report", "auto_reply", "bounce", "bulk", "calendar", "delivery_report", "left_company", "list",
    "out_of_office", "read_receipt",
  ]

  /// A conversation with its messages in order, or a message alone, by the target of the rules.
  public static func of(_ record: Record, rules file: RuleFile, today: Int) -> Subject {
    guard file.target != .conversation else { return messages(of: record, rules: file, today: today) }
    let subject = Subject(record, rules: file.compiled, today: today)
    if file.target == .message {
      subject.becomeMessage(index: 0, ownDomains: record.strings("own_domains"), isSplit: record.isSplit)
    }
    return subject
  }

  /// A conversation with its messages in order, whatever the rules judge.
  static func messages(of record: Record, rules file: RuleFile, today: Int) -> Subject {
    let subject = Subject(record, rules: file.compiled, today: today)
    let own = record.strings("own_domains")
    let isSplit = record.isSplit
    for element in record.jsons("messages[]") {
      guard case .object(let object) = element else { continue }
      let message = Subject(Record(object), rules: file.compiled, today: today)
      message.becomeMessage(index: subject.messages.count, ownDomains: own, isSplit: isSplit)
      message.conversation = subject
      subject.messages.append(message)
    }
    return subject
  }

  /// The day of a record's own `as_of`, which stands for today where a record names one.
  public static func asOf(_ record: Record) -> Int? { record.string("as_of").flatMap(Days.number) }

  private func becomeMessage(index: Int, ownDomains: [String], isSplit: Bool) {
    self.index = index
    speaker = Self.speaker(record, ownDomains)
    staysInside = record.string("direction") == "internal" || isOwnOnly(ownDomains)
    automatic = record.bool("auto") ?? record.string("kind").map(Self.automaticKinds.contains) ?? false
    words = isSplit ? Array((record.string("text") ?? "").utf8) : Self.newWords(of: record)
    isCut = Self.cut(&words)
  }

  /// How many bytes of a text are judged: ten thousand words, which nobody writes to one person.
  public static let longestText = 64 << 10

  /// Cuts a text that is too long behind its last whole character; says whether it was.
  static func cut(_ text: inout [UInt8]) -> Bool {
    guard text.count > longestText else { return false }
    var end = longestText
    while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    text.removeLast(text.count - end)
    return true
  }

  /// The author's new words of a message whose quoted parts may not have been split off yet.
  static func newWords(of record: Record) -> [UInt8] {
    let text = Array((record.string("text") ?? "").utf8)
    return record.isSplit ? text : ZoneSplitter.split(text).joined(.text)
  }

  private func isOwnOnly(_ ownDomains: [String]) -> Bool {
    let addresses = record.strings("from.email") + record.strings("to[].email")
    guard addresses.count > 1, !ownDomains.isEmpty else { return false }
    return addresses.allSatisfy { address in ownDomains.contains { address.hasSuffix("@\($0)") } }
  }

  static func speaker(_ record: Record, _ ownDomains: [String]) -> Condition.Speaker {
    switch record.string("direction") {
    case "outbound", "internal": return .us
    case "inbound": return .them
    default: break
    }
    guard let email = record.string("from.email"), let at = email.lastIndex(of: "@") else { return .them }
    return ownDomains.contains(String(email[email.index(after: at)...])) ? .us : .them
  }
}

extension Record {
  /// Whether quoted parts and signatures were split off already: every record of the toolkit names its source.
  var isSplit: Bool { has("source") || has("sources") }
}
