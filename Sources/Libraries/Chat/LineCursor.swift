/// Reads the head of a line scalar by scalar.
struct LineCursor {
  private(set) var rest: Substring.UnicodeScalarView

  init(_ line: Substring) {
    rest = line.unicodeScalars
  }

  /// What has not been read.
  var text: Substring { Substring(rest) }

  /// The next scalar.
  var next: Unicode.Scalar? { rest.first }

  /// Takes one scalar if it is one of `wanted`.
  mutating func take(_ wanted: String) -> Unicode.Scalar? {
    guard let first = rest.first, wanted.unicodeScalars.contains(first) else { return nil }
    rest = rest.dropFirst()
    return first
  }

  /// Takes spaces of all widths and invisible marks; whether there was a space.
  @discardableResult
  mutating func blanks() -> Bool {
    var found = false
    while let first = rest.first {
      if Self.isMark(first) {
        rest = rest.dropFirst()
      } else if first.properties.isWhitespace {
        found = true
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    return found
  }

  /// Takes invisible marks.
  mutating func marks() {
    while let first = rest.first, Self.isMark(first) { rest = rest.dropFirst() }
  }

  /// One to `limit` decimal digits of any script.
  mutating func number(upTo limit: Int) -> (value: Int, digits: Int)? {
    var value = 0
    var digits = 0
    while digits < limit, let digit = rest.first.flatMap(Self.digit) {
      value = value * 10 + digit
      digits += 1
      rest = rest.dropFirst()
    }
    if let next = rest.first, Self.digit(next) != nil { return nil }
    return digits == 0 ? nil : (value, digits)
  }

  /// The next word in lower case, at most `limit` letters and the marks that belong to them.
  mutating func word(upTo limit: Int) -> String? {
    let letters = rest.prefix { $0.properties.isAlphabetic || $0.properties.generalCategory == .nonspacingMark }
    guard !letters.isEmpty, letters.count <= limit else { return nil }
    rest = rest.dropFirst(letters.count)
    return String(letters).lowercased()
  }

  /// Takes the letters of `word`, whatever dots and spaces stand between them, unless another letter follows.
  mutating func takeWord(_ word: String) -> Bool {
    var copy = rest
    for letter in word.unicodeScalars {
      copy = copy.drop {
        $0 == "." || Self.isMark($0) || $0.properties.isWhitespace && letter != word.unicodeScalars.first
      }
      guard let found = copy.first, Self.folded(found) == letter else { return false }
      copy = copy.dropFirst()
    }
    if copy.first == "." { copy = copy.dropFirst() }
    if let next = copy.first, next.properties.isAlphabetic, word.unicodeScalars.last?.isASCII ?? false { return false }
    rest = copy
    return true
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    if scalar.isASCII { return scalar.value >= 0x30 && scalar.value <= 0x39 ? Int(scalar.value) - 0x30 : nil }
    guard scalar.properties.generalCategory == .decimalNumber else { return nil }
    return scalar.properties.numericValue.map { Int($0) }
  }

  /// Marks of writing direction and the byte order mark: they are seen nowhere.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
