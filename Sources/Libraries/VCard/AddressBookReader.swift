// vCards as address books write them: versions 2.1, 3.0 and 4.0, with what each leaves out or adds. `CardReader` beside it
// is strict and only for 4.0.

/// Reads cards of any version.
public struct AddressBookReader: Sendable {
  /// The cards, in the order of the file.
  public private(set) var cards: [Card] = []
  /// Lines that stand in no card, are no property, or open a card that is not closed: number and text.
  public private(set) var strays: [(line: Int, text: String)] = []

  private let lines: [ArraySlice<UInt8>]
  private var at = 0
  /// The longest unfolded line, in bytes.
  private static let longest = 16 << 20

  /// Whether a text holds vCards.
  public static func matches(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes.prefix(1 << 16), as: UTF8.self).uppercased().contains("BEGIN:VCARD")
  }

  /// Reads the bytes of a file.
  public init(_ bytes: [UInt8]) {
    lines = Self.lines(bytes)
    var card: Card?
    while at < lines.count {
      let number = at + 1
      let line = nextLine()
      if line.allSatisfy({ $0 <= 0x20 }) { continue }
      guard var property = Self.property(line) else {
        strays.append((number, String(decoding: line, as: UTF8.self)))
        continue
      }
      property.line = number
      let isMark = property.value.trimmed.uppercased() == "VCARD"
      if isMark, property.name == "BEGIN" {
        if let card { strays.append((card.line, "BEGIN:VCARD without END:VCARD")) }
        card = Card(line: number)
      } else if isMark, property.name == "END", let whole = card {
        cards.append(whole)
        card = nil
      } else if card != nil {
        card?.properties.append(property)
      } else {
        strays.append((number, String(decoding: line, as: UTF8.self)))
      }
    }
    if let card { strays.append((card.line, "BEGIN:VCARD without END:VCARD")) }
  }

  /// The lines without their breaks: LF, CR LF or CR.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    var lines: [ArraySlice<UInt8>] = []
    while let end = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
      lines.append(bytes[..<end])
      let isPair = bytes[end] == 0x0D && end + 1 < bytes.endIndex && bytes[end + 1] == 0x0A
      bytes = bytes[(end + (isPair ? 2 : 1))...]
    }
    return bytes.isEmpty ? lines : lines + [bytes]
  }

  /// The next line with those that it is folded onto (RFC 6350, 3.2), and, in quoted-printable, those behind a soft line
  /// break (vCard 2.1, section 2.1.3).
  private mutating func nextLine() -> [UInt8] {
    var line = Array(lines[at])
    at += 1
    let head = String(decoding: line.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self).uppercased()
    let isQuoted = head.contains("QUOTED-PRINTABLE")
    while at < lines.count, line.count < Self.longest {
      if isQuoted, line.last == UInt8(ascii: "=") {
        line.removeLast()
        line += lines[at]
      } else if let first = lines[at].first, first == 0x20 || first == 0x09 {
        line += lines[at].dropFirst()
      } else {
        break
      }
      at += 1
    }
    return line
  }

  /// `[group.]NAME[;PARAMETER...]:value`; a parameter without a name is a type (2.1).
  private static func property(_ line: [UInt8]) -> Card.Property? {
    guard let colon = endOfHead(line) else { return nil }
    let pieces = Card.parts(String(decoding: line[..<colon], as: UTF8.self), separator: ";")
    guard let head = pieces.first?.trimmed, !head.isEmpty, head.utf8.count < 100,
      head.unicodeScalars.allSatisfy({
        $0.isASCII && ($0.properties.isAlphabetic || "-.0123456789_".unicodeScalars.contains($0))
      })
    else { return nil }
    let names = head.split(separator: ".", maxSplits: 1).map(String.init)
    guard let name = names.last else { return nil }
    var parameters: [(name: String, values: [String])] = []
    for piece in pieces.dropFirst().prefix(50) {
      let sides = piece.split(separator: "=", maxSplits: 1).map { $0.trimmed.filter { $0 != "\"" } }
      guard let first = sides.first else { continue }
      let values = sides.count == 2 ? sides[1].split(separator: ",").map(String.init) : [first]
      let key = sides.count == 2 ? first.uppercased() : isEncoding(first) ? "ENCODING" : "TYPE"
      parameters.append((key, values))
    }
    let value = text(line[(colon + 1)...], parameters)
    return Card.Property(
      group: names.count == 2 ? names[0] : nil, name: name.uppercased(), parameters: parameters, value: value, line: 0)
  }

  private static func isEncoding(_ word: String) -> Bool {
    ["QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT", "B"].contains(word.uppercased())
  }

  /// The colon that ends the parameters: the first one outside quotation marks.
  private static func endOfHead(_ line: [UInt8]) -> Int? {
    var isQuoted = false
    for (index, byte) in line.enumerated() {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: ":"), !isQuoted { return index }
    }
    return nil
  }

  private static func text(_ raw: ArraySlice<UInt8>, _ parameters: [(name: String, values: [String])]) -> String {
    func parameter(_ name: String) -> String? { parameters.first { $0.name == name }?.values.first?.uppercased() }
    let bytes = parameter("ENCODING") == "QUOTED-PRINTABLE" ? decoded(raw) : Array(raw)
    let charset = parameter("CHARSET") ?? "UTF-8"
    if let text = String(validating: bytes, as: UTF8.self), !charset.contains("8859") || bytes.allSatisfy({ $0 < 0x80 })
    {
      return text
    }
    // What is no UTF-8 is what Western systems wrote before it; the few signs that Windows adds are rare in cards.
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  /// The bytes that quoted-printable stands for (RFC 2045, 6.7).
  private static func decoded(_ raw: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = raw
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "="), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}

extension StringProtocol {
  /// Without blanks at both ends.
  fileprivate var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }
}
