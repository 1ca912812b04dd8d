import Identity

/// Spellings that look alike made alike, before anything is read from them.
enum PlainText {
  /// Without invisible characters and outer blanks, wide letters (U+FF01 to U+FF5E) as ASCII, composed (NFC).
  static func cleaned(_ text: String) -> String {
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

  /// A host with each label that is not ASCII as its `xn--` form, so that both spellings of a domain are one.
  static func asciiDomain(_ host: String) -> String {
    if host.utf8.allSatisfy({ $0 < 0x80 }) { return host }
    let labels = host.split(separator: ".").map { label -> String in
      label.utf8.allSatisfy { $0 < 0x80 } ? String(label) : Punycode.encoded(label).map { "xn--\($0)" } ?? String(label)
    }
    return labels.joined(separator: ".")
  }
}

/// Labels of domains in ASCII (RFC 3492).
enum Punycode {
  /// The label's code points in ASCII, without the prefix; nil for a label that no domain can have.
  static func encoded(_ label: some StringProtocol) -> String? {
    let points = label.unicodeScalars.map { Int($0.value) }
    guard points.count <= 63 else { return nil }
    var out = points.filter { $0 < 0x80 }.map { UInt8($0) }
    var handled = out.count
    let basic = handled
    if basic > 0 { out.append(UInt8(ascii: "-")) }
    var (n, delta, bias) = (128, 0, 72)
    while handled < points.count {
      guard let next = points.filter({ $0 >= n }).min() else { return nil }
      delta += (next - n) * (handled + 1)
      n = next
      for point in points {
        if point < n { delta += 1 }
        if point == n {
          appendNumber(delta, bias, &out)
          bias = adapted(delta, handled + 1, isFirst: handled == basic)
          delta = 0
          handled += 1
        }
      }
      delta += 1
      n += 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func appendNumber(_ delta: Int, _ bias: Int, _ out: inout [UInt8]) {
    var (q, k) = (delta, 36)
    while true {
      let threshold = min(26, max(1, k - bias))
      if q < threshold { break }
      out.append(digit(threshold + (q - threshold) % (36 - threshold)))
      q = (q - threshold) / (36 - threshold)
      k += 36
    }
    out.append(digit(q))
  }

  private static func digit(_ value: Int) -> UInt8 {
    UInt8(value < 26 ? value + 0x61 : value - 26 + 0x30)
  }

  private static func adapted(_ delta: Int, _ points: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / points
    var k = 0
    while delta > 455 {
      delta /= 35
      k += 36
    }
    return k + 36 * delta / (delta + 38)
  }
}
