/// Text as it is compared: lower-case ASCII words, accents dropped, everything else a gap.
///
/// Words of other scripts keep their letters; transliterate them before when they are to meet Latin ones.
public struct FoldedText: Sendable, Hashable {
  /// The words, none empty.
  public let words: [[UInt8]]

  /// Longest text that is looked at; names beyond it are cut.
  static let longest = 512

  /// Folds `text`. Apostrophes join (`O'Neil` is one word); so do, if asked, dots between single letters (`A.B.C.`).
  public init(_ text: some StringProtocol, joiningAbbreviations: Bool = false) {
    var builder = Builder(joinsAbbreviations: joiningAbbreviations)
    if text.utf8.count <= Self.longest, text.utf8.allSatisfy({ $0 < 0x80 }) {
      for byte in text.utf8 { builder.addASCII(byte) }
    } else {
      for scalar in text.unicodeScalars.prefix(Self.longest) { builder.add(scalar) }
    }
    words = builder.finish()
  }

  /// The words with `ae`, `oe` and `ue` as one vowel, so that `Muenchen` meets `München`.
  public var comparable: [[UInt8]] { words.map(\.withoutUmlautSpelling) }

  /// The words with one space between.
  public var text: String { String(decoding: Array(words.joined(separator: CollectionOfOne(0x20))), as: UTF8.self) }

  /// The words without spaces.
  public var joined: String { String(decoding: Array(words.joined()), as: UTF8.self) }

  private struct Builder {
    let joinsAbbreviations: Bool
    private var words: [[UInt8]] = []
    private var word: [UInt8] = []
    /// Whether the last scalar was a dot behind a single letter, so that the next letter belongs to the same word.
    private var inAbbreviation = false

    init(joinsAbbreviations: Bool) {
      self.joinsAbbreviations = joinsAbbreviations
    }

    mutating func add(_ scalar: UnicodeScalar) {
      let value = scalar.value
      if value < 0x80 {
        addASCII(UInt8(truncatingIfNeeded: value))
      } else if let letters = LatinLetters.ascii(scalar) {
        addLetters(letters)
      } else if (0x300...0x36F).contains(value) || (0x2018...0x201B).contains(value) || value == 0xAD {
        return
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        addLetters(Array(String(scalar).lowercased().utf8))
      } else {
        endWord()
      }
    }

    mutating func addASCII(_ byte: UInt8) {
      switch byte {
      case 0x30...0x39, 0x61...0x7A: word.append(byte)
      case 0x41...0x5A: word.append(byte | 0x20)
      case UInt8(ascii: "'"), UInt8(ascii: "`"): break
      case UInt8(ascii: ".") where joinsAbbreviations && (word.count == 1 || inAbbreviation): inAbbreviation = true
      default: endWord()
      }
    }

    private mutating func addLetters(_ letters: [UInt8]) {
      word += letters
    }

    private mutating func endWord() {
      if !word.isEmpty { words.append(word) }
      word = []
      inAbbreviation = false
    }

    mutating func finish() -> [[UInt8]] {
      endWord()
      return words
    }
  }
}

extension [UInt8] {
  /// `ae`, `oe` and `ue` as the one letter that an umlaut folds to, so that `Mueller` meets `Müller`.
  var withoutUmlautSpelling: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    for byte in self {
      if byte == UInt8(ascii: "e"), let last = result.last, Self.isUmlautBase(last) { continue }
      result.append(byte)
    }
    return result
  }

  private static func isUmlautBase(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "a") || byte == UInt8(ascii: "o") || byte == UInt8(ascii: "u")
  }
}

extension UnicodeScalar {
  /// Whether it is white space; ASCII is told without Unicode's tables.
  var isBlank: Bool { value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace }
}
