import Bytes
import JSONLines

/// Drafts on their way out: their lines, and the texts of the one that is being written. Use one again for many records.
public struct DraftPage: Sendable {
  private var writer = JSONWriter()
  var subject: [UInt8] = []
  var body: [UInt8] = []
  private var tidied: [UInt8] = []
  /// How many drafts there are.
  public private(set) var count = 0

  /// How many records of this run got drafts that name none of us as their sender.
  public private(set) var unsigned = 0
  /// How many records of this run got drafts for each addressee, by a hash of the address: 64 bits tell a billion apart.
  private var drafted: [UInt64: Int32] = [:]

  /// An empty page.
  public init() {}

  /// Which record for this addressee the next one is in this run, from 1.
  func ordinal(for addressee: String) -> Int { Int(drafted[Self.hash(addressee)] ?? 0) + 1 }

  /// Remembers that a record's drafts are written.
  mutating func countRecord(for addressee: String, ordinal: Int, isSigned: Bool) {
    drafted[Self.hash(addressee)] = Int32(clamping: ordinal)
    if !isSigned { unsigned += 1 }
  }

  /// FNV-1a, 64 bits.
  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// The lines, each with its line feed.
  public var lines: [UInt8] { writer.bytes }

  /// Removes all drafts and keeps the room.
  public mutating func clear() {
    writer.reset()
    count = 0
  }

  /// The characters of the body, as code points.
  mutating func bodyLength() -> Int {
    Tidy.paragraphs(body, into: &tidied)
    return tidied.count { $0 & 0xC0 != 0x80 }
  }

  mutating func clearTexts() {
    subject.removeAll(keepingCapacity: true)
    body.removeAll(keepingCapacity: true)
  }

  mutating func writeDraft(
    _ template: DraftTemplate, variant: Int, ordinal: Int, id: String, _ context: DraftContext, _ origin: Origin
  ) {
    let channel = context.email != nil || template.channel != "email" ? template.channel : "linkedin"
    writer.beginObject()
    writer.member("type", "draft")
    writer.member("id", SHA256.hex("draft\u{0}\(id)\u{0}\(template.name)\u{0}\(variant)", digits: 16))
    writer.key("source")
    writer.beginObject()
    writer.member("file", origin.file)
    writer.member("line", origin.line)
    writer.endObject()
    writer.member(template.kind == "referral" ? "referral_id" : "lead_id", id)
    writer.member("channel", channel)
    writer.key("to")
    writer.beginObject()
    writer.member("name", context.name)
    writer.member("email", context.email)
    if channel == "linkedin" { writer.member("linkedin_url", context.linkedIn) }
    writer.endObject()
    writeTexts()
    if template.isHTML { writer.member("format", "html") }
    writer.member("template", template.name)
    writer.member("variant", variant)
    if ordinal > 1 { writer.member("ordinal", ordinal) }
    writeReason(template, context)
    writer.endObject()
    writer.endLine()
    count += 1
  }

  private mutating func writeTexts() {
    if !subject.isEmpty {
      Tidy.line(subject, into: &tidied)
      writer.key("subject")
      writer.string(utf8: tidied)
    }
    Tidy.paragraphs(body, into: &tidied)
    writer.key("body")
    writer.string(utf8: tidied)
  }

  /// Why this template: for our own eyes.
  private mutating func writeReason(_ template: DraftTemplate, _ context: DraftContext) {
    writer.key("why")
    writer.beginArray()
    writer.beginObject()
    writer.member("by", "render-templates:\(template.name)")
    for key in ["signal", "conversation_id", "message_id", "due"] {
      if let value = context.opening?[key] {
        writer.key(key)
        writer.value(value)
      }
    }
    if context.opening == nil { writer.member("because", template.about) }
    writer.endObject()
    writer.endArray()
  }
}

/// Texts without the white space that templates leave behind.
enum Tidy {
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }

  /// On one line, each run of white space as one blank.
  static func line(_ text: [UInt8], into out: inout [UInt8]) {
    out.removeAll(keepingCapacity: true)
    var isPending = false
    for byte in text {
      if isBlank(byte) || (0x0A...0x0C).contains(byte) {
        isPending = !out.isEmpty
      } else {
        if isPending { out.append(0x20) }
        isPending = false
        out.append(byte)
      }
    }
  }

  /// Without blank lines at the ends and blanks before line ends, with at most one blank line in a row.
  static func paragraphs(_ text: [UInt8], into out: inout [UInt8]) {
    out.removeAll(keepingCapacity: true)
    var start = 0
    var blank = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      var stop = end
      while stop > start, isBlank(text[stop - 1]) { stop -= 1 }
      if stop == start {
        blank += 1
      } else {
        if !out.isEmpty { out.append(contentsOf: blank > 0 ? [0x0A, 0x0A] : [0x0A]) }
        blank = 0
        out.append(contentsOf: text[start..<stop])
      }
      start = end + 1
    }
  }
}
