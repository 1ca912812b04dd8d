// Text that was UTF-8, was read as Windows-1252 or Windows-1254, and was written again: `MÃ¼ller` for `Müller`.
import Bytes

/// Turns such text back, sequence by sequence, and only where nothing is lost by it.
struct Mojibake {
  /// How many characters have been repaired.
  private(set) var repairs = 0

  /// The bytes beyond ASCII by the characters that Windows-1252 and, where it differs, Windows-1254 have for them.
  private static let bytes: [UInt32: UInt8] = {
    var table: [UInt32: UInt8] = [
      0x011E: 0xD0, 0x011F: 0xF0, 0x0130: 0xDD, 0x0131: 0xFD, 0x015E: 0xDE, 0x015F: 0xFE,
    ]
    for byte in UInt8(0x80)...0xFF { table[Windows1252.scalar(byte)] = byte }
    return table
  }()

  /// Repairs `text` from `start` on, also what went wrong twice or three times.
  mutating func repair(_ text: inout [UInt8], from start: Int) {
    for _ in 0..<3 {
      let before = repairs
      let repaired = repaired(text.span.bytes, from: start)
      if repairs == before { return }
      text.replaceSubrange(start..., with: repaired)
    }
  }

  private mutating func repaired(_ bytes: RawSpan, from start: Int) -> [UInt8] {
    var repaired: [UInt8] = []
    var copied = start
    var at = start
    while at < bytes.byteCount {
      if bytes.byte(at) < 0x80 {
        at = nextBeyondASCII(bytes, at)
      } else if let (character, end) = character(bytes, at) {
        repaired.append(bytes, copied..<at)
        repaired.append(contentsOf: character)
        repairs += 1
        at = end
        copied = end
      } else {
        at += max(1, UTF8Sequence.length(in: bytes, at: at, end: bytes.byteCount))
      }
    }
    repaired.append(bytes, copied..<bytes.byteCount)
    return repaired
  }

  private func nextBeyondASCII(_ bytes: RawSpan, _ start: Int) -> Int {
    var at = start
    while at &+ 8 <= bytes.byteCount {
      let marks = bytes.word(at) & 0x8080_8080_8080_8080
      if marks != 0 { return at &+ ByteLanes.first(marks) }
      at &+= 8
    }
    while at < bytes.byteCount, bytes.byte(at) < 0x80 { at &+= 1 }
    return at
  }

  /// The character whose UTF-8 the characters from `at` on are when taken for bytes, and where they end.
  private func character(_ bytes: RawSpan, _ at: Int) -> (character: [UInt8], end: Int)? {
    var raw: [UInt8] = []
    var end = at
    while raw.count < 4, end < bytes.byteCount, let (byte, next) = byte(bytes, end) {
      raw.append(byte)
      end = next
      let length = UTF8Sequence.length(in: raw.span.bytes, at: 0, end: raw.count)
      // A control character (C2 80 to C2 9F) is nothing that somebody wrote.
      if length == raw.count { return raw[0] == 0xC2 && raw[1] < 0xA0 ? nil : (raw, end) }
    }
    return nil
  }

  /// The byte that the character at `at` stands for, and where the next one begins.
  private func byte(_ bytes: RawSpan, _ at: Int) -> (byte: UInt8, next: Int)? {
    let length = UTF8Sequence.length(in: bytes, at: at, end: bytes.byteCount)
    guard length > 1 else { return nil }
    let lead = UInt32(bytes.byte(at)) & (0xFF >> UInt32(length + 1))
    let scalar = (1..<length).reduce(lead) { $0 << 6 | UInt32(bytes.byte(at + $1)) & 0x3F }
    return Self.bytes[scalar].map { ($0, at + length) }
  }
}
