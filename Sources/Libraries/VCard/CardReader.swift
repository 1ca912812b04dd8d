/// Reads files of vCards: content lines folded and unfolded, groups, parameters, and what is wrong with them (RFC 6350).
public struct CardReader: Sendable {
  /// What is wrong, and on which line.
  public struct Fault: Sendable, Equatable {
    /// The line, from 1.
    public var line: Int
    /// The property, or empty.
    public var property: String
    /// What is wrong.
    public var message: String
  }

  /// The cards that could be read.
  public private(set) var cards: [Card] = []
  /// What is wrong, in the order of the file; at most 1000.
  public private(set) var faults: [Fault] = []
  private var card: Card?

  /// The most cards, and the longest unfolded line in bytes.
  private static let limits = (cards: 1_000_000, line: 16 << 20)

  /// Reads the bytes of a file.
  public init(_ bytes: [UInt8]) {
    var line: [UInt8] = []
    var start = 0
    var number = 0
    for physical in Self.lines(bytes) {
      number += 1
      var text = bytes[physical]
      if text.last == 0x0D {
        text = text.dropLast()
      } else if physical.upperBound < bytes.count || !text.isEmpty {
        find(number, "", "the line does not end in CR LF")
      }
      if text.count > 75 { find(number, "", "\(text.count) octets, more than 75") }
      if String(validating: text, as: UTF8.self) == nil {
        find(number, "", "not UTF-8, or a character is cut by the fold")
      }
      if let first = text.first, first == 0x20 || first == 0x09, start > 0 {
        if line.count + text.count <= Self.limits.line { line += text.dropFirst() }
        continue
      }
      if start > 0 { take(line, start) }
      line = Array(text)
      start = number
    }
    if start > 0 { take(line, start) }
    if let card { find(card.line, "", "the card is not closed by END:VCARD") }
  }

  /// The ranges of the lines without their line feeds.
  private static func lines(_ bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var at = 0
    while at < bytes.count {
      let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
      ranges.append(at..<end)
      at = end + 1
    }
    return ranges
  }

  private mutating func find(_ line: Int, _ property: String, _ message: String) {
    if faults.count < 1000 { faults.append(Fault(line: line, property: property, message: message)) }
  }

  /// Takes one unfolded line.
  private mutating func take(_ bytes: [UInt8], _ line: Int) {
    if bytes.isEmpty { return find(line, "", "an empty line") }
    let text = String(decoding: bytes, as: UTF8.self)
    guard var property = Self.property(text) else {
      return find(line, "", "'\(String(text.unicodeScalars.prefix(20)))' is no property")
    }
    property.line = line
    let marker = property.value.uppercased() == "VCARD" ? property.name : ""
    if marker == "BEGIN" {
      if let card { find(card.line, "", "the card is not closed by END:VCARD") }
      card = Card(line: line)
      return
    }
    guard card != nil else { return find(line, property.name, "stands outside of a card") }
    if marker == "END" {
      if let card { close(card, line) }
      card = nil
    } else {
      card?.properties.append(property)
    }
  }

  private mutating func close(_ card: Card, _ line: Int) {
    for fault in CardRules.faults(of: card, end: line) { find(fault.line, fault.property, fault.message) }
    if cards.count < Self.limits.cards { cards.append(card) } else { find(line, "", "more than 1,000,000 cards") }
  }

  /// `[group.]name *(;param) : value`; nil when the text is none.
  private static func property(_ text: String) -> Card.Property? {
    var scalars = text.unicodeScalars[...]
    var name = takeName(&scalars)
    var group: String?
    if scalars.first == "." {
      group = name
      scalars.removeFirst()
      name = takeName(&scalars)
    }
    guard !name.isEmpty, group != "" else { return nil }
    var parameters: [(name: String, values: [String])] = []
    while scalars.first == ";" {
      scalars.removeFirst()
      let key = takeName(&scalars)
      guard !key.isEmpty, scalars.popFirst() == "=", let values = takeValues(&scalars) else { return nil }
      parameters.append((key.uppercased(), values))
    }
    guard scalars.popFirst() == ":" else { return nil }
    return Card.Property(
      group: group, name: name.uppercased(), parameters: parameters, value: String(scalars), line: 0)
  }

  private static func takeName(_ scalars: inout Substring.UnicodeScalarView) -> String {
    var name = String.UnicodeScalarView()
    while let scalar = scalars.first, scalar.isASCII, scalar.properties.isAlphabetic || scalar == "-" || isDigit(scalar)
    {
      name.append(scalar)
      scalars.removeFirst()
    }
    return String(name)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Values between commas, quoted or not; nil when a quotation mark is not closed.
  private static func takeValues(_ scalars: inout Substring.UnicodeScalarView) -> [String]? {
    var values: [String] = []
    repeat {
      if !values.isEmpty { scalars.removeFirst() }
      var value = String.UnicodeScalarView()
      if scalars.first == "\"" {
        scalars.removeFirst()
        while let scalar = scalars.first, scalar != "\"" {
          value.append(scalar)
          scalars.removeFirst()
        }
        guard scalars.popFirst() == "\"" else { return nil }
      } else {
        while let scalar = scalars.first, ![",", ";", ":", "\""].contains(scalar) {
          value.append(scalar)
          scalars.removeFirst()
        }
      }
      values.append(String(value))
    } while scalars.first == ","
    return values
  }
}
