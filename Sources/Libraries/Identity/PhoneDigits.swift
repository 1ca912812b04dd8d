/// What can be told of a phone number without knowing the world's numbering plans.
public enum PhoneDigits {
  /// The digits that two spellings of one number share whatever their prefixes: the last nine of the number proper,
  /// without an extension; nil when there are fewer than seven.
  public static func key(_ text: some StringProtocol) -> String? {
    let digits = digits(of: text)
    guard digits.count >= 7 else { return nil }
    return String(decoding: digits.suffix(9), as: UTF8.self)
  }

  /// E.164 for a number that is written with its country code (`+44 20 …`, `0044 20 …`), checked for its length only.
  public static func international(_ text: some StringProtocol) -> String? {
    let start = text.utf8.first { $0 > 0x20 && $0 != UInt8(ascii: "(") }
    var digits = digits(of: text)
    if start != UInt8(ascii: "+") {
      guard digits.starts(with: "00".utf8) else { return nil }
      digits.removeFirst(2)
    } else if let trunk = trunkZero(text, digits) {
      digits.remove(at: trunk)
    }
    guard (8...15).contains(digits.count), digits.first != UInt8(ascii: "0") else { return nil }
    return "+" + String(decoding: digits, as: UTF8.self)
  }

  /// Where the zero of `+44 (0)20` stands among the digits.
  private static func trunkZero(_ text: some StringProtocol, _ digits: [UInt8]) -> Int? {
    let bytes = Array(text.utf8.prefix(64))
    guard let open = bytes.indices.first(where: { bytes[$0...].starts(with: "(0)".utf8) }) else { return nil }
    return bytes[..<open].count { (0x30...0x39).contains($0) }
  }

  /// The decimal digits before an extension (`x12`, `ext. 12`, `#12`, `;12`).
  private static func digits(of text: some StringProtocol) -> [UInt8] {
    let bytes = text.utf8.prefix(64)
    var digits: [UInt8] = []
    for byte in bytes {
      if (0x30...0x39).contains(byte) { digits.append(byte) }
      let isLetter = (0x61...0x7A).contains(byte | 0x20)
      if isLetter || byte == UInt8(ascii: "#") || byte == UInt8(ascii: ";"), digits.count >= 6 { break }
    }
    return digits
  }
}
