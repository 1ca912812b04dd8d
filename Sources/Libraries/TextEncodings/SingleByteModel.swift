// How likely words are in an encoding of one byte a character.
import Glibc

/// The characters of an encoding, and how often a language uses them.
struct SingleByteModel: Sendable {
  /// What a byte is, for its neighbours.
  private enum Kind: UInt8, Sendable {
    case none, latin, latinCapital, lower, upper

    var isLetter: Bool { self != .none }
    var isASCII: Bool { self == .latin || self == .latinCapital }
    var isCapital: Bool { self == .latinCapital || self == .upper }
  }

  private let characters: [UInt32?]
  /// The kind of each byte; `lower` and `upper` are letters beyond ASCII, the others are ASCII's.
  private let kinds: [Kind]
  /// Whether the language writes Latin letters.
  private let isLatin: Bool
  /// For each place (by itself, beside one letter, between two) and byte from 0x80 on, the logarithm of its likelihood.
  private let costs: [Double]

  /// The model of an encoding whose bytes from 0x80 on are `characters`, for a language with these shares of `letters`.
  init(_ characters: [UInt32?], _ letters: [Unicode.Scalar: Double]) {
    self.characters = characters
    let scalars = characters.map { $0.flatMap { Unicode.Scalar($0) } }
    kinds =
      (UInt8(0)..<0x80).map { ($0 | 0x20) &- 0x61 >= 26 ? .none : $0 < 0x61 ? .latinCapital : .latin }
      + scalars.map { scalar in
        guard let scalar, Self.isLetter(scalar) else { return .none }
        return scalar.properties.isUppercase ? .upper : .lower
      }
    isLatin = letters.keys.allSatisfy { $0.value < 0x250 }
    costs = (0..<3).flatMap { place in scalars.map { Self.cost($0, letters, place) } }
  }

  /// The logarithm of the likelihood of `word`.
  func score(_ word: ArraySlice<UInt8>) -> Double {
    var score = 0.0
    var before = Kind.none
    for index in word.indices {
      let kind = kinds[Int(word[index])]
      let after = index + 1 < word.endIndex ? kinds[Int(word[index + 1])] : .none
      if word[index] >= 0x80 {
        let letters = (before.isLetter ? 1 : 0) + (after.isLetter ? 1 : 0)
        score += costs[letters * 128 + Int(word[index]) - 128]
      }
      score -= strangeness(before, kind)
      before = kind
    }
    return score
  }

  /// What two kinds beside each other cost: two letters with accents, another script's letters, a capital within a word.
  private func strangeness(_ before: Kind, _ kind: Kind) -> Double {
    guard before.isLetter, kind.isLetter, !before.isASCII || !kind.isASCII else { return 0 }
    let isMixed = before.isASCII || kind.isASCII
    let isOdd = isLatin ? !isMixed : isMixed
    let cost = isOdd ? isLatin ? 2.0 : 6 : 0
    return kind.isCapital ? cost + (before.isCapital ? 0.1 : 3) : cost
  }

  /// The characters of `word`.
  func scalars(_ word: ArraySlice<UInt8>) -> [UInt32] {
    word.map { $0 < 0x80 ? UInt32($0) : characters[Int($0) - 128] ?? 0xFFFF_FFFF }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.canonicalCombiningClass != .notReordered
  }

  /// The logarithm of the likelihood of a character beyond ASCII beside so many letters.
  private static func cost(_ scalar: Unicode.Scalar?, _ letters: [Unicode.Scalar: Double], _ place: Int) -> Double {
    guard let scalar else { return -18 }
    let properties = scalar.properties
    if isLetter(scalar) {
      if let share = letters[scalar] { return log(share) }
      let lower = scalar == "İ" ? nil : properties.lowercaseMapping.unicodeScalars.first
      if let lower, lower != scalar, let share = letters[lower] { return log(share) - 0.3 }
      return "ªº".unicodeScalars.contains(scalar) ? -7 : -8
    }
    switch scalar {
    case "’": return -4
    case "“", "”", "„", "‘", "‚", "«", "»", "‹", "›", "–", "—", "…", "•", "¡", "¿", "\u{A0}":
      return place == 2 ? -7 : -4
    case "€", "£", "§", "°", "©", "®", "™", "²", "³", "½", "·", "№", "₪", "´": return [-4.5, -7.5, -9][place]
    default: return properties.generalCategory == .control ? -16 : [-9, -10.5, -12][place]
    }
  }
}
