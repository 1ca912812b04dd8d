// The bytes of an SQL file one after the other, in constant memory, with their line and column.
import Bytes

/// Why an SQL file, or one statement of it, cannot be read.
public struct SQLError: Error, Sendable, Equatable {
  /// The line, from 1.
  public let line: Int
  /// The column in that line, counted in bytes from 1.
  public let column: Int
  /// What is wrong.
  public let reason: String

  /// An error at a place.
  public init(line: Int, column: Int, reason: String) {
    self.line = line
    self.column = column
    self.reason = reason
  }
}

/// Reads an SQL file token by token.
struct SQLScanner {
  /// Adds up to so many bytes to the array; 0 at the end of the input.
  typealias Read = (inout [UInt8], Int) throws -> Int

  private let read: Read
  private var buffer: [UInt8] = []
  private var at = 0
  private var ended = false
  private(set) var line = 1
  private(set) var column = 1
  /// The longest text or name, in bytes.
  private let limit: Int
  /// Whether a backslash escapes within texts: MySQL and MariaDB; elsewhere it is itself.
  var backslashEscapes = true

  init(limit: Int, _ read: @escaping Read) {
    self.read = read
    self.limit = limit
  }

  /// The byte `ahead` of the next one, nil at the end.
  mutating func peek(_ ahead: Int = 0) throws -> UInt8? {
    while at + ahead >= buffer.count, !ended {
      buffer.removeSubrange(..<at)
      at = 0
      if try read(&buffer, 1 << 18) == 0 { ended = true }
    }
    return at + ahead < buffer.count ? buffer[at + ahead] : nil
  }

  /// Takes the next byte.
  @discardableResult
  mutating func take() throws -> UInt8? {
    guard let byte = try peek() else { return nil }
    at += 1
    if byte == UInt8(ascii: "\n") {
      line += 1
      column = 1
    } else {
      column += 1
    }
    return byte
  }

  /// Takes the next byte if it is `wanted`.
  mutating func take(_ wanted: Character) throws -> Bool {
    guard try peek() == wanted.asciiValue else { return false }
    try take()
    return true
  }

  func error(_ reason: String) -> SQLError { SQLError(line: line, column: column, reason: reason) }

  mutating func expect(_ wanted: Character) throws {
    guard try take(wanted) else { throw error("expected '\(wanted)'") }
  }

  /// Takes white space and comments.
  mutating func skipBlanks() throws {
    while let byte = try peek() {
      if byte <= 0x20 {
        try take()
      } else if byte == UInt8(ascii: "#") {
        try skipLine()
      } else if byte == UInt8(ascii: "-"), try peek(1) == UInt8(ascii: "-") {
        try skipLine()
      } else if byte == UInt8(ascii: "/"), try peek(1) == UInt8(ascii: "*") {
        try skipComment()
      } else {
        return
      }
    }
  }

  /// Takes the rest of the line; gives it.
  @discardableResult
  mutating func skipLine() throws -> [UInt8] {
    var text: [UInt8] = []
    while let byte = try take(), byte != UInt8(ascii: "\n") { if text.count < 1024 { text.append(byte) } }
    return text
  }

  private mutating func skipComment() throws {
    try take()
    try take()
    while let byte = try take() {
      if byte == UInt8(ascii: "*"), try peek() == UInt8(ascii: "/") {
        try take()
        return
      }
    }
  }

  /// An unquoted word in upper case; empty when none begins here.
  mutating func word() throws -> String {
    var text: [UInt8] = []
    while let byte = try peek(), Self.isWord(byte), text.count < 1024 {
      text.append(byte)
      try take()
    }
    return String(decoding: text, as: UTF8.self)
  }

  static func isWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$") || byte >= 0x80 || byte &- 0x30 < 10
      || (byte | 0x20) &- 0x61 < 26
  }

  /// A name, in backquotes, quotes or brackets or bare, without what stands before a dot; nil when none begins here.
  mutating func name() throws -> String? {
    var name: String?
    repeat {
      switch try peek() {
      case UInt8(ascii: "`"), UInt8(ascii: "\""): name = String(decoding: try text(escapes: false), as: UTF8.self)
      case UInt8(ascii: "["):
        try take()
        var bytes: [UInt8] = []
        while let byte = try take(), byte != UInt8(ascii: "]") {
          if bytes.count > limit { throw error("name longer than \(limit) bytes") }
          bytes.append(byte)
        }
        name = String(decoding: bytes, as: UTF8.self)
      default:
        let word = try word()
        if !word.isEmpty { name = word }
      }
    } while try take(".")
    return name
  }

  /// The text between the quote that stands here and its partner; a doubled quote is one. One that is too long is read to
  /// its end, so that what follows is no text.
  mutating func text(escapes: Bool) throws -> [UInt8] {
    let start = error("a quote is opened here and not closed before the end")
    let tooLong = error("text longer than \(limit) bytes")
    var isTooLong = false
    let quote = try take()
    var text: [UInt8] = []
    while let byte = try take() {
      if byte == quote {
        guard try peek() == quote else {
          if isTooLong { throw tooLong }
          return text
        }
        try take()
        text.append(byte)
      } else if byte == UInt8(ascii: "\\"), escapes {
        guard let next = try take() else { break }
        text.append(contentsOf: Self.meaning(next))
      } else {
        text.append(byte)
      }
      if text.count > limit {
        isTooLong = true
        text.removeAll(keepingCapacity: true)
      }
    }
    throw start
  }

  /// What an escaped byte stands for (MySQL 8.0 reference manual, "string literals").
  private static func meaning(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case UInt8(ascii: "0"): [0x00]
    case UInt8(ascii: "b"): [0x08]
    case UInt8(ascii: "n"): [0x0A]
    case UInt8(ascii: "r"): [0x0D]
    case UInt8(ascii: "t"): [0x09]
    case UInt8(ascii: "Z"): [0x1A]
    // Kept for LIKE patterns.
    case UInt8(ascii: "%"), UInt8(ascii: "_"): [UInt8(ascii: "\\"), byte]
    default: [byte]
    }
  }

  /// Takes what stands here up to and with the end of the statement.
  mutating func skipStatement() throws {
    while let byte = try peek() {
      switch byte {
      case UInt8(ascii: ";"):
        try take()
        return
      case UInt8(ascii: "'"), UInt8(ascii: "\""): _ = try text(escapes: backslashEscapes)
      case UInt8(ascii: "`"): _ = try text(escapes: false)
      case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "#"):
        let before = (line, column)
        try skipBlanks()
        if before == (line, column) { try take() }
      default: try take()
      }
    }
  }
}
