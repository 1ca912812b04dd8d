/// Spellings that look alike made alike, before an address, number, page or name is read from them.
public enum PlainSpelling {
  /// Without invisible characters and outer blanks, wide letters (U+FF01 to U+FF5E) as ASCII, composed (NFC).
  public static func cleaned(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(2048) {
      switch scalar.value {
      case 0xFF01...0xFF5E: out.append(UnicodeScalar(UInt8(scalar.value - 0xFEE0)))
      case 0x09...0x0D, 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x3000: out.append(" ")
      case 0...0x1F, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: break
      case 0x3002, 0xFF0E, 0xFF61: out.append(".")
      default: out.append(scalar)
      }
    }
    let words = String(out).split(separator: " ")
    return composed(words.joined(separator: " "))
  }

  /// Letters with their accents as one character where Latin has one: `e` and U+0301 become `é`.
  private static func composed(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { (0x300...0x36F).contains($0.value) }) else { return text }
    return String(text.map { letters[$0] ?? $0 })
  }

  /// Swift compares characters by canonical equivalence, so that a decomposed letter finds its composed one.
  private static let letters: [Character: Character] = {
    var table: [Character: Character] = [:]
    for value in Array(UInt32(0xC0)...0x17F) + Array(UInt32(0x1CD)...0x233) + Array(UInt32(0x1E00)...0x1EFF) {
      if let letter = UnicodeScalar(value).map({ Character($0) }) { table[letter] = letter }
    }
    return table
  }()

  /// Percent-encoded bytes decoded, as a `mailto:` address has them.
  static func withoutPercents(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")), text.utf8.prefix(7).elementsEqual("mailto:".utf8) else { return text }
    var out: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
        out.append(value)
        rest = rest.dropFirst(2)
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
