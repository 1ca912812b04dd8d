// The plain twin of `JSONScanner`: slow, one byte at a time, written to be read. It is run when the scanner
// has refused a line, to say where and why, and by the tests, to check the scanner's verdict.

/// Why text is not acceptable JSON, and where.
public struct JSONError: Error, Sendable, Equatable {
  /// The column of the first byte that cannot go on, counted in bytes from 1.
  public let column: Int
  /// What was expected or found there.
  public let reason: String

  /// An error at `column`, counted in bytes from 1.
  public init(column: Int, reason: String) {
    self.column = column
    self.reason = reason
  }
}

/// Judges JSON text byte by byte.
public struct JSONDiagnosis {
  private let bytes: [UInt8]
  private let depthLimit: Int
  private var at = 0

  /// What is wrong with `line` as a record (one object with nothing but blanks around it), or nil.
  public static func ofRecord(_ line: [UInt8], depthLimit: Int = JSONLimits.depth) -> JSONError? {
    check(line, depthLimit) { (it: inout JSONDiagnosis) throws(JSONError) in
      it.skipBlanks()
      guard it.current == UInt8(ascii: "{") else { throw it.fault("a record is one JSON object: expected '{'") }
      try it.value(depth: 1)
    }
  }

  /// What is wrong with `text` as one JSON value with nothing but blanks around it, or nil.
  public static func ofValue(_ text: [UInt8], depthLimit: Int = JSONLimits.depth) -> JSONError? {
    check(text, depthLimit) { (it: inout JSONDiagnosis) throws(JSONError) in
      it.skipBlanks()
      try it.value(depth: 1)
    }
  }

  private static func check(
    _ bytes: [UInt8], _ depthLimit: Int, _ body: (inout JSONDiagnosis) throws(JSONError) -> Void
  ) -> JSONError? {
    var diagnosis = JSONDiagnosis(bytes: bytes, depthLimit: depthLimit)
    do throws(JSONError) {
      try body(&diagnosis)
      diagnosis.skipBlanks()
      if diagnosis.current != nil { throw diagnosis.fault("nothing may follow the end of the record") }
      return nil
    } catch {
      return error
    }
  }

  private init(bytes: [UInt8], depthLimit: Int) {
    self.bytes = bytes
    self.depthLimit = depthLimit
  }

  private var current: UInt8? { at < bytes.count ? bytes[at] : nil }

  private func fault(_ expected: String) -> JSONError {
    JSONError(column: at + 1, reason: current == nil ? "\(expected), but the line ends here" : expected)
  }

  private mutating func skipBlanks() {
    while let byte = current, JSONScanner.isBlank(byte) { at += 1 }
  }

  private mutating func take(_ wanted: UInt8) -> Bool {
    guard current == wanted else { return false }
    at += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONError) {
    switch current {
    case UInt8(ascii: "{"): try object(depth: depth)
    case UInt8(ascii: "["): try array(depth: depth)
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    case let byte? where byte == UInt8(ascii: "-") || isDigit(byte): try number()
    default: throw fault("expected a value")
    }
  }

  private func checkDepth(_ depth: Int) throws(JSONError) {
    if depth > depthLimit { throw fault("nested deeper than \(depthLimit) levels") }
  }

  private mutating func object(depth: Int) throws(JSONError) {
    try checkDepth(depth)
    at += 1
    skipBlanks()
    if take(UInt8(ascii: "}")) { return }
    while true {
      guard current == UInt8(ascii: "\"") else { throw fault("expected a member's name in quotes") }
      try string()
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { throw fault("expected ':'") }
      skipBlanks()
      try value(depth: depth + 1)
      skipBlanks()
      if take(UInt8(ascii: "}")) { return }
      guard take(UInt8(ascii: ",")) else { throw fault("expected ',' or '}'") }
      skipBlanks()
    }
  }

  private mutating func array(depth: Int) throws(JSONError) {
    try checkDepth(depth)
    at += 1
    skipBlanks()
    if take(UInt8(ascii: "]")) { return }
    while true {
      try value(depth: depth + 1)
      skipBlanks()
      if take(UInt8(ascii: "]")) { return }
      guard take(UInt8(ascii: ",")) else { throw fault("expected ',' or ']'") }
      skipBlanks()
    }
  }

  private mutating func word(_ word: String) throws(JSONError) {
    for byte in word.utf8 {
      guard take(byte) else { throw fault("expected '\(word)'") }
    }
  }

  private mutating func digits() throws(JSONError) {
    guard let first = current, isDigit(first) else { throw fault("expected a digit") }
    while let byte = current, isDigit(byte) { at += 1 }
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private mutating func number() throws(JSONError) {
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      at += 1
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
  }

  private mutating func string() throws(JSONError) {
    at += 1
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        at += 1
        return
      case UInt8(ascii: "\\"): try escape()
      case 0..<0x20: throw fault("a control character must be escaped in a string")
      case 0..<0x80: at += 1
      default: try nonASCII()
      }
    }
    throw fault("expected '\"'")
  }

  private mutating func escape() throws(JSONError) {
    at += 1
    switch current {
    case UInt8(ascii: "u"):
      at += 1
      for _ in 0..<4 {
        guard let byte = current, JSONText.hexValue(byte) != nil else { throw fault("expected four hex digits") }
        at += 1
      }
    case let byte? where "\"\\/bfnrt".utf8.contains(byte): at += 1
    default: throw fault("unknown escape")
    }
  }

  private mutating func nonASCII() throws(JSONError) {
    // The decoder of the standard library is the judge here, so that the table in `Bytes` has a second opinion.
    var decoder = Unicode.UTF8.ForwardParser()
    var rest = bytes[at...].prefix(4).makeIterator()
    guard case .valid(let sequence) = decoder.parseScalar(from: &rest) else { throw fault("invalid UTF-8") }
    at += sequence.count
  }
}
