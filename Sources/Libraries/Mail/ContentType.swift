/// A Content-Type or Content-Disposition value: its kind and its parameters (RFC 2045, 2231).
public struct ContentType: Sendable {
  /// The top-level type, or the disposition, in lower case.
  public var type: String
  /// The subtype in lower case, "" when there is none.
  public var subtype: String
  /// The parameters by lower-case name, decoded.
  public private(set) var parameters: [(name: String, value: String)] = []

  /// No value has more parameters than this.
  static let limit = 200

  /// `text/plain`, what a part without the header is.
  static let plain = ContentType(type: "text", subtype: "plain")

  init(type: String, subtype: String) {
    self.type = type
    self.subtype = subtype
  }

  /// Reads a header's value, folded or not.
  public init(_ value: [UInt8], _ charsets: CharsetDecoder) {
    self.init(value[...], charsets)
  }

  init(_ value: ArraySlice<UInt8>, _ charsets: CharsetDecoder) {
    var scanner = ParameterScanner(value)
    let kind = scanner.kind()
    type = kind.type
    subtype = kind.subtype
    var raw = scanner.parameters()
    if type.isEmpty, subtype.isEmpty, raw.isEmpty { raw = [] }
    parameters = Self.joined(raw, charsets)
  }

  /// The value of the parameter `name` (lower-case).
  public subscript(name: String) -> String? {
    parameters.first { $0.name == name }?.value
  }

  /// `type/subtype`.
  public var mediaType: String {
    subtype.isEmpty ? type : type + "/" + subtype
  }

  func isType(_ type: String, _ subtype: String) -> Bool {
    self.type == type && self.subtype == subtype
  }

  /// Puts continued parameters (`name*0*=`) together and decodes all values.
  private static func joined(
    _ raw: [(name: [UInt8], value: [UInt8])], _ charsets: CharsetDecoder
  ) -> [(name: String, value: String)] {
    var out: [(name: String, value: String)] = []
    var continued: [(name: String, pieces: [(index: Int, encoded: Bool, bytes: [UInt8])])] = []
    for (name, value) in raw {
      let parts = name.split(separator: 0x2A, omittingEmptySubsequences: false)
      guard parts.count > 1, let head = parts.first else {
        out.append((name.text, EncodedWords.decode(value[...], charsets).text))
        continue
      }
      let base = head.text
      let index = Int(parts[1].text) ?? 0
      let encoded = name.last == 0x2A
      if let at = continued.firstIndex(where: { $0.name == base }) {
        continued[at].pieces.append((index, encoded, value))
      } else {
        continued.append((base, [(index, encoded, value)]))
      }
    }
    for (name, pieces) in continued {
      out.removeAll { $0.name == name }
      out.append((name, text(of: pieces, charsets)))
    }
    return out
  }

  private static func text(
    of pieces: [(index: Int, encoded: Bool, bytes: [UInt8])], _ charsets: CharsetDecoder
  ) -> String {
    var charset = ""
    var bytes: [UInt8] = []
    for (position, piece) in pieces.sorted(by: { $0.index < $1.index }).enumerated() {
      guard piece.encoded else {
        bytes.append(contentsOf: piece.bytes)
        continue
      }
      var value = piece.bytes[...]
      if position == 0 {
        let marks = value.indices.filter { value[$0] == 0x27 }
        if marks.count >= 2 {
          charset = value[..<marks[0]].text
          value = value[(marks[1] + 1)...]
        }
      }
      bytes.append(contentsOf: percentDecoded(value))
    }
    return charsets.utf8(bytes[...], charset: charset).text.text
  }

  private static func percentDecoded(_ value: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var i = value.startIndex
    while i < value.endIndex {
      if value[i] == 0x25, i + 2 < value.endIndex, let high = ASCII.hex(value[i + 1]),
        let low = ASCII.hex(value[i + 2])
      {
        out.append(high << 4 | low)
        i += 3
      } else {
        out.append(value[i])
        i += 1
      }
    }
    return out
  }
}

/// Splits a parameterised header value, also without semicolons, quotes or equal signs where they belong.
struct ParameterScanner {
  private let source: ArraySlice<UInt8>
  private var at: Int

  init(_ source: ArraySlice<UInt8>) {
    self.source = source
    at = source.startIndex
  }

  /// `type/subtype`, each in lower case.
  mutating func kind() -> (type: String, subtype: String) {
    skip()
    if at < source.endIndex, source[at] == 0x22 { at += 1 }
    let start = at
    let type = token(stop: 0x2F)
    skip()
    if at < source.endIndex, source[at] == 0x3D {
      at = start
      return ("", "")
    }
    guard at < source.endIndex, source[at] == 0x2F else { return (type.lowered.text, "") }
    at += 1
    skip()
    return (type.lowered.text, token(stop: 0x2F).lowered.text)
  }

  /// The parameters as they stand, names in lower case, values without quotes.
  mutating func parameters() -> [(name: [UInt8], value: [UInt8])] {
    var found: [(name: [UInt8], value: [UInt8])] = []
    while at < source.endIndex, found.count < ContentType.limit {
      skip()
      while at < source.endIndex, source[at] == 0x3B || source[at] == 0x2C {
        at += 1
        skip()
      }
      let name = token(stop: 0x3D)
      skip()
      guard at < source.endIndex, source[at] == 0x3D else {
        if name.isEmpty { at += 1 }
        continue
      }
      at += 1
      skip()
      let value = at < source.endIndex && source[at] == 0x22 ? quoted() : bare()
      if !name.isEmpty { found.append((name.lowered, value)) }
    }
    return found
  }

  /// Skips white space and comments.
  private mutating func skip() {
    var depth = 0
    while at < source.endIndex {
      let byte = source[at]
      if byte == 0x28 {
        depth += 1
      } else if byte == 0x29, depth > 0 {
        depth -= 1
      } else if depth == 0, !ASCII.isSpace(byte) {
        return
      } else if byte == 0x5C, depth > 0, at + 1 < source.endIndex {
        at += 1
      }
      at += 1
    }
  }

  /// Bytes up to white space, `;`, `(`, `=` or `stop`.
  private mutating func token(stop: UInt8) -> ArraySlice<UInt8> {
    let start = at
    while at < source.endIndex {
      let byte = source[at]
      if ASCII.isSpace(byte) || byte == 0x3B || byte == 0x28 || byte == 0x3D || byte == stop || byte == 0x22 { break }
      at += 1
    }
    if at == start, at < source.endIndex, source[at] == 0x22 { at += 1 }
    return source[start..<at]
  }

  /// A value without quotes: up to a semicolon, or white space unless more of a file name follows.
  private mutating func bare() -> [UInt8] {
    let start = at
    while at < source.endIndex, source[at] != 0x3B, source[at] != 0x0A, source[at] != 0x0D { at += 1 }
    let line = source[start..<at]
    if let space = line.firstIndex(where: { $0 == 0x20 || $0 == 0x09 }) {
      let rest = line[space...].trimmed
      // Encoded words follow each other behind blanks (RFC 2047, 2), here too where they have no place.
      let isWord = line.begins("=?") && rest.begins("=?")
      if !isWord, rest.isEmpty || rest.first == 0x28 || rest.contains(0x3D) {
        at = space
        return Array(line[..<space])
      }
    }
    return Array(line.trimmed)
  }

  private mutating func quoted() -> [UInt8] {
    var out: [UInt8] = []
    at += 1
    while at < source.endIndex, source[at] != 0x22 {
      if source[at] == 0x5C, at + 1 < source.endIndex, source[at + 1] == 0x22 || source[at + 1] == 0x5C { at += 1 }
      if source[at] != 0x0A, source[at] != 0x0D { out.append(source[at] == 0x09 ? 0x20 : source[at]) }
      at += 1
    }
    at = min(at + 1, source.endIndex)
    return out
  }
}
