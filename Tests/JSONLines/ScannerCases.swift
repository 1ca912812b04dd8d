// One table of lines and verdicts, for the fast scanner and its plain twin.

/// A line, and the column of its fault (nil: it is a record).
struct ScannerCase: Sendable {
  let line: [UInt8]
  let column: Int?

  init(_ text: String, _ column: Int? = nil) {
    line = Array(text.utf8)
    self.column = column
  }

  init(bytes: [UInt8], _ column: Int?) {
    line = bytes
    self.column = column
  }

  /// `value` as the value of a member, and the column of its fault counted from the start of the value.
  static func value(_ value: String, _ column: Int? = nil) -> ScannerCase {
    ScannerCase("{\"v\":\(value)}", column.map { $0 + 5 })
  }

  /// A string of `bytes` as the value of a member.
  static func string(_ bytes: [UInt8], _ column: Int? = nil) -> ScannerCase {
    ScannerCase(bytes: Array("{\"v\":\"".utf8) + bytes + Array("\"}".utf8), column.map { $0 + 6 })
  }

  static let all: [ScannerCase] = objects + numbers + strings + sequences + padded

  static let objects: [ScannerCase] = [
    ScannerCase("{}"), ScannerCase(" { } "), ScannerCase("{\"a\":1,\"a\":2}"), ScannerCase("\t{\"a\" : [ ] }\r"),
    ScannerCase("", 1), ScannerCase("   ", 4), ScannerCase("[]", 1), ScannerCase("null", 1), ScannerCase("{", 2),
    ScannerCase("{}{}", 3), ScannerCase("{} x", 4), ScannerCase("{\"a\"}", 5), ScannerCase("{\"a\":}", 6),
    ScannerCase("{\"a\":1,}", 8), ScannerCase("{,}", 2), ScannerCase("{a:1}", 2), ScannerCase("{\"a\":1 \"b\":2}", 8),
    ScannerCase("{\"a\":1", 7), ScannerCase("{\"a", 4), ScannerCase("{'a':1}", 2), ScannerCase("{\"a\"::1}", 6),
    .value("[1,2,[3,{\"x\":[]}]]"), .value("[1,]", 4), .value("[,1]", 2), .value("[1 2]", 4), .value("[", 2),
    .value("[1}", 3), .value("{\"x\":1]", 7), .value("true"), .value("false"), .value("null"), .value("tru", 4),
    .value("True", 1), .value("nul", 4), .value("falsy", 5), .value("truex", 5), .value("nan", 2),
    .value("\u{FEFF}1", 1),
  ]

  static let numbers: [ScannerCase] = [
    .value("0"), .value("-0"), .value("12345678901234567890"), .value("1e400"), .value("0.10"), .value("-1.5E-3"),
    .value("1E+2"), .value("01", 2), .value("-", 2), .value("+1", 1), .value(".5", 1), .value("1.", 3), .value("1e", 3),
    .value("1e+", 4), .value("-01", 3), .value("0x1", 2), .value("1.2.3", 4), .value("--1", 2), .value("1a", 2),
    .value("Infinity", 1), .value("-NaN", 2), .value("0e0"), .value("1_000", 2),
  ]

  static let strings: [ScannerCase] = [
    .value("\"\""), .value("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\""), .value("\"\\u0000\\uD83D\\uDE00\\ud800\""),
    .value("\"\\x\"", 3), .value("\"\\u12\"", 6), .value("\"\\u12G4\"", 6), .value("\"\\\"", 5), .value("\"a\tb\"", 3),
    .value("\"a\u{0}b\"", 3), .value("\"\u{7F}\""), .value("\"é😀हिन्दी\""), .value("\"\\", 3), .value("\"\\u\"", 4),
    ScannerCase("{\"\\u0062\":1}"), ScannerCase("{\"a\u{1F}\":1}", 4), ScannerCase("{\"\\", 4),
  ]

  /// UTF-8 sequences at and beyond the edges of what is well-formed (Unicode 15, table 3-7).
  static let sequences: [ScannerCase] = [
    .string([0xC2, 0x80]), .string([0xDF, 0xBF]), .string([0xE0, 0xA0, 0x80]), .string([0xED, 0x9F, 0xBF]),
    .string([0xEE, 0x80, 0x80]), .string([0xEF, 0xBF, 0xBF]), .string([0xF0, 0x90, 0x80, 0x80]),
    .string([0xF4, 0x8F, 0xBF, 0xBF]), .string([0x80], 1), .string([0xBF], 1), .string([0xC0, 0x80], 1),
    .string([0xC1, 0xBF], 1), .string([0xC2], 1), .string([0xE0, 0x9F, 0xBF], 1), .string([0xED, 0xA0, 0x80], 1),
    .string([0xE2, 0x82], 1), .string([0xF0, 0x8F, 0xBF, 0xBF], 1), .string([0xF4, 0x90, 0x80, 0x80], 1),
    .string([0xF5, 0x80, 0x80, 0x80], 1), .string([0xFF], 1), .string([0xF0, 0x9F, 0x98], 1),
    .string([0x41, 0xC3, 0xA9, 0xC3], 4),
  ]

  /// Strings of every length around the eight bytes that are looked at together, with something at their end.
  static let padded: [ScannerCase] = (0..<20).flatMap { length -> [ScannerCase] in
    let filler = [UInt8](repeating: 0x61, count: length)
    return [
      .string(filler), .string(filler + [0x5C, 0x6E]), .string(filler + [0xC3, 0xA9]),
      .string(filler + [0x01], length + 1), .string(filler + [0xFF], length + 1),
      .string(filler + [0x5C, 0x71], length + 2),
    ]
  }
}
