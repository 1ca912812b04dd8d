import JSONLines
import Mail
import Suppression

/// Takes one person out of files: what is about them goes whole, and in what is about others their mentions go.
public struct Eraser {
  /// What becomes of a file.
  public struct Outcome: Sendable, Equatable {
    /// Records, rows, messages, cards or lines that were taken out.
    public var removed = 0
    /// Mentions that were taken out of others.
    public var withheld = 0
    /// Whether the whole file is about them.
    public var isTheirs = false
    /// Whether they are in it and can't be taken out.
    public var isLeft = false

    /// Whether the file is to be changed.
    public var changes: Bool { removed > 0 || withheld > 0 || isTheirs }
  }

  /// What stands where they were mentioned.
  public static let mark = "[erased]"

  private let finder: MentionFinder
  private let gate: SuppressionGate
  private let parser = MailParser()

  /// An eraser of the person with that trace.
  public init(_ trace: PersonTrace, region: String? = nil) {
    finder = MentionFinder(trace.points, region: region)
    gate = SuppressionGate(trace.points, region: region, mark: Self.mark)
  }

  /// What is left of a file's bytes, and what became of it.
  public func erase(_ bytes: [UInt8], name: String) -> (bytes: [UInt8], outcome: Outcome) {
    let form = FileUnits.form(name, bytes)
    var outcome = Outcome()
    if form == .binary {
      outcome.isLeft = !finder.mentions(in: bytes.map { $0 == 0 ? 0x20 : $0 }).isEmpty
      return (bytes, outcome)
    }
    if isAbout(name: name, form, bytes) {
      outcome.isTheirs = true
      return ([], outcome)
    }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    for range in FileUnits.ranges(form, bytes) {
      if let unit = erased(Array(bytes[range]), form, &outcome) { kept += unit } else { outcome.removed += 1 }
    }
    if form == .message, outcome.removed > 0 { outcome.isTheirs = true }
    return (kept, outcome)
  }

  /// Whether a chat or page is theirs alone: it bears their name, or its title or address is theirs.
  private func isAbout(name: String, _ form: FileUnits.Form, _ bytes: [UInt8]) -> Bool {
    switch form {
    case .chat:
      let stem = name.split(separator: ".").dropLast().joined(separator: ".")
      return !finder.mentions(in: Array(stem.utf8)).isEmpty
    case .page:
      let text = String(decoding: bytes.prefix(1 << 18), as: UTF8.self)
      return Self.titles(text).contains { !finder.mentions(in: Array($0.utf8)).isEmpty }
    default: return false
    }
  }

  /// What a saved page says of itself: its title, canonical address, and where it was saved from.
  private static func titles(_ page: String) -> [String] {
    let marks = [
      ("<title", "</title"), ("saved from url=", "-->"), ("Snapshot-Content-Location:", "\n"),
      ("rel=\"canonical\"", ">"), ("property=\"og:url\"", ">"), ("property=\"og:title\"", ">"),
    ]
    return marks.compactMap { begin, end in
      page.firstRange(of: begin).map { start in
        let rest = page[start.upperBound...].prefix(1000)
        return String(rest[..<(rest.firstRange(of: end)?.lowerBound ?? rest.endIndex)])
          .split(separator: "|").joined(separator: " ")
      }
    }
  }

  /// A unit without their mentions; nil when it is theirs.
  private func erased(_ unit: [UInt8], _ form: FileUnits.Form, _ outcome: inout Outcome) -> [UInt8]? {
    if form == .records, let kept = erasedRecord(unit, &outcome) { return kept.isEmpty ? nil : kept }
    if form == .mailbox || form == .message, isTheirs(message: unit) { return nil }
    let mentions = finder.mentions(in: unit)
    if mentions.isEmpty { return unit }
    switch form {
    case .table where mentions.contains { fillsCell($0, unit) }: return nil
    case .cards where mentions.contains { $0.kind != .name }: return nil
    case .chat where mentions.contains { isAuthor($0, unit) }: return nil
    default: break
    }
    outcome.withheld += mentions.count
    return MentionFinder.replaced(mentions, in: unit, by: Self.mark)
  }

  /// A line that is a record, without their mentions; empty when it is theirs, nil when the line is no record.
  private func erasedRecord(_ line: [UInt8], _ outcome: inout Outcome) -> [UInt8]? {
    let end = line.last == 0x0A ? line.count - 1 : line.count
    guard var record = try? Record(Array(line[..<end])) else { return nil }
    guard gate.verdict(on: record) == .passes else { return [] }
    outcome.withheld += gate.withholdMentions(in: &record)
    return record.bytes + line[end...]
  }

  /// Whether they wrote the message or got it, or are in it where only a decoder finds them.
  private func isTheirs(message: [UInt8]) -> Bool {
    let body = message.starts(with: "From ".utf8) ? Array(message.drop { $0 != 0x0A }.dropFirst()) : message
    let parsed = parser.parse(body)
    let people = [parsed.from, parsed.sender, parsed.to, parsed.cc, parsed.bcc, parsed.replyTo].joined()
    if people.contains(where: { $0.email.map { !finder.mentions(in: Array($0.utf8)).isEmpty } ?? false }) {
      return true
    }
    return finder.mentions(in: parsed.text).count > finder.mentions(in: message).count
  }

  /// Whether a mention is all that a cell holds, or reaches from one cell into the next, as a name in two columns does.
  private func fillsCell(_ mention: MentionFinder.Mention, _ row: [UInt8]) -> Bool {
    if row[mention.range].contains(where: { [0x22, 0x2C, 0x3B, 0x09].contains($0) }) { return true }
    if mention.kind == .name { return false }
    let isEdge: (UInt8) -> Bool = { [0x22, 0x2C, 0x3B, 0x09, 0x0A, 0x0D].contains($0) }
    let before = row[..<mention.range.lowerBound].last { $0 != 0x20 }
    let after = row[mention.range.upperBound...].first { $0 != 0x20 && $0 != UInt8(ascii: "/") }
    return (before.map(isEdge) ?? true) && (after.map(isEdge) ?? true)
  }

  /// Whether a mention stands where a chat names the author: before the first colon that a blank follows.
  private func isAuthor(_ mention: MentionFinder.Mention, _ message: [UInt8]) -> Bool {
    let colon = message.indices.first { at in
      message[at] == UInt8(ascii: ":") && at + 1 < message.count && message[at + 1] == 0x20
    }
    return colon.map { mention.range.upperBound <= $0 } ?? false
  }
}
