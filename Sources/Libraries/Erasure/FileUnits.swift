import JSONLines
import Mail
import Suppression

/// A file cut into the units that are taken out whole: records, rows, messages, cards, lines of a chat.
struct FileUnits {
  /// What a file is.
  enum Form: Sendable {
    case records, table, mailbox, message, cards, chat, page, text, binary
  }

  /// What the file of that name is, told by its ending and its first bytes.
  static func form(_ name: String, _ bytes: [UInt8]) -> Form {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if bytes.prefix(1 << 16).contains(0) { return .binary }
    switch ending {
    case "jsonl", "part", "ndjson": return .records
    case "csv", "tsv": return .table
    case "vcf": return .cards
    case "html", "htm", "mhtml", "mht": return .page
    case "eml": return .message
    case "mbox": return .mailbox
    default: break
    }
    if bytes.starts(with: "From ".utf8) { return .mailbox }
    if name.lowercased().contains("whatsapp") || ending == "txt" { return .chat }
    let head = String(decoding: bytes.prefix(2000), as: UTF8.self)
    let isMessage = head.contains("\nMessage-ID:") || head.contains("\nMessage-Id:") || head.hasPrefix("Return-Path:")
    return isMessage ? .message : .text
  }

  /// The ranges of the units of a file, together the whole of it.
  static func ranges(_ form: Form, _ bytes: [UInt8]) -> [Range<Int>] {
    switch form {
    case .records: lines(bytes)
    case .table: rows(bytes)
    case .mailbox: mailbox(bytes)
    case .cards: cards(bytes)
    case .chat: chat(bytes)
    case .message, .page, .text, .binary: bytes.isEmpty ? [] : [0..<bytes.count]
    }
  }

  private static func lines(_ bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var at = 0
    while at < bytes.count {
      let end = bytes[at...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      ranges.append(at..<end)
      at = end
    }
    return ranges
  }

  /// Rows end at line breaks outside of quotation marks. A table whose quotation marks do not pair is cut into lines.
  private static func rows(_ bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var isQuoted = false
    var backslashes = 0
    for (at, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\""), backslashes % 2 == 0 { isQuoted.toggle() }
      backslashes = byte == UInt8(ascii: "\\") ? backslashes + 1 : 0
      if byte == 0x0A, !isQuoted {
        ranges.append(start..<at + 1)
        start = at + 1
      }
    }
    if isQuoted { return lines(bytes) }
    return start < bytes.count ? ranges + [start..<bytes.count] : ranges
  }

  private static func mailbox(_ bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var done = 0
    for message in MailboxReader.messages(in: bytes) {
      let end = min(bytes.count, message.offset + message.length)
      if end > done { ranges.append(done..<end) }
      done = max(done, end)
    }
    return done < bytes.count ? ranges + [done..<bytes.count] : ranges
  }

  private static func cards(_ bytes: [UInt8]) -> [Range<Int>] {
    joined(lines(bytes)) { bytes[$0].starts(with: "BEGIN:".utf8) }
  }

  /// A message of a chat begins with its date; further lines belong to it.
  private static func chat(_ bytes: [UInt8]) -> [Range<Int>] {
    joined(lines(bytes)) { range in
      let line = bytes[range].drop { $0 == UInt8(ascii: "[") || $0 >= 0x80 }
      return line.first.map { (0x30...0x39).contains($0) } ?? false
    }
  }

  /// Lines joined into units, each begun by a line of which `begins` is true.
  private static func joined(_ lines: [Range<Int>], _ begins: (Range<Int>) -> Bool) -> [Range<Int>] {
    var units: [Range<Int>] = []
    for line in lines {
      if let last = units.last, !begins(line) {
        units[units.count - 1] = last.lowerBound..<line.upperBound
      } else {
        units.append(line)
      }
    }
    return units
  }
}
