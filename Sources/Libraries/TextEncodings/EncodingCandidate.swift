// The encodings that a text can be found to be in, each with the languages that are written in it.

/// An encoding and what is usual in it.
struct EncodingCandidate: Sendable {
  /// The encoding.
  let encoding: TextEncoding
  /// How much better than the common ones it must explain a text, since it is rarer.
  let handicap: Double
  private let model: Model

  private enum Model {
    case single(SingleByteModel)
    case double(DoubleByteModel)
  }

  /// Whether a character has two bytes.
  var isDoubleByte: Bool { if case .double = model { true } else { false } }

  /// The logarithm of how likely `word` is.
  func score(_ word: ArraySlice<UInt8>) -> Double {
    switch model {
    case .single(let model): model.score(word)
    case .double(let model): model.score(word)
    }
  }

  /// What `word` is in this encoding, for comparison.
  func reading(_ word: ArraySlice<UInt8>) -> [UInt32] {
    switch model {
    case .single(let model): model.scalars(word)
    // Two encodings of this kind never agree on a word.
    case .double(let model): [0xFFFF_0000 | model.number] + word.map { UInt32($0) }
    }
  }

  private static let western = ["ca", "da", "de", "es", "fi", "fr", "is", "it", "nb", "nl", "pt", "sv"]
  private static let central = ["cs", "hr", "hu", "pl", "ro", "sk", "sl"]
  private static let cyrillic = ["be", "bg", "mk", "ru", "sr", "uk"]

  /// Encodings of one byte: their languages, and how rare they are (today's share of pages and what Excel writes).
  private static let singles: [(label: String, languages: [String], handicap: Double)] = [
    ("windows-1252", western, 0), ("windows-1250", central, 0), ("iso-8859-2", central, 2),
    ("windows-1251", cyrillic, 0), ("koi8-u", ["be", "bg", "ru", "uk"], 1), ("iso-8859-5", cyrillic, 2),
    ("cp866", ["be", "bg", "ru"], 2), ("windows-1253", ["el"], 0), ("iso-8859-7", ["el"], 1),
    ("windows-1254", ["tr"], 0), ("windows-1255", ["he"], 0), ("windows-1256", ["ar", "fa"], 0),
    ("iso-8859-6", ["ar"], 2), ("windows-1257", ["et", "lt", "lv"], 0), ("windows-874", ["th"], 0),
    ("iso-8859-15", western, 1), ("macintosh", western, 3), ("cp850", western, 3),
  ]

  /// All of them; made once, when a text needs them.
  static let all: [EncodingCandidate] = {
    var all: [EncodingCandidate] = []
    for (label, languages, handicap) in singles {
      guard let encoding = TextEncoding(label: label), let scalars = encoding.upperHalf else { continue }
      let letters = languages.map { LetterFrequencies.letters(of: $0) }
      var mixed: [Unicode.Scalar: Double] = [:]
      for (letter, share) in letters.joined() { mixed[letter, default: 0] += share / Double(languages.count) }
      for letters in letters.count > 1 ? letters + [mixed] : letters {
        let model = SingleByteModel(scalars, letters)
        all.append(EncodingCandidate(encoding: encoding, handicap: handicap, model: .single(model)))
      }
    }
    for model in DoubleByteModel.all {
      guard let encoding = TextEncoding(label: model.label) else { continue }
      all.append(EncodingCandidate(encoding: encoding, handicap: model.handicap, model: .double(model)))
    }
    return all
  }()
}

extension TextEncoding {
  /// The characters of the bytes from 0x80 on, nil for those without; nil for encodings of more bytes a character.
  var upperHalf: [UInt32?]? {
    switch self {
    case .windows1252: return (UInt8(0x80)...0xFF).map { Windows1252.scalar($0) }
    case .named(let label): return (UInt8(0x80)...0xFF).map { Self.scalar($0, label) }
    default: return nil
    }
  }

  private static func scalar(_ byte: UInt8, _ label: String) -> UInt32? {
    var text: [UInt8] = []
    guard let stream = IconvStream(label: label), stream.convert([byte], to: &text).isEmpty else { return nil }
    stream.finish(&text)
    return String(decoding: text, as: UTF8.self).unicodeScalars.first?.value
  }
}
