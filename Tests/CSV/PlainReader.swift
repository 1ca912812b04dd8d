// The slow twin of RowScanner: one byte at a time over the whole input, written to be read.
@testable import CSV

/// One field as text; nil for NULL.
typealias PlainRow = [[UInt8]?]

/// What a table holds: its rows up to the first fault.
struct PlainTable: Equatable {
  var rows: [PlainRow] = []
  var fault: RowFault?
}

/// Reads a whole table in a dialect that escapes by nothing, by doubled quotes or by backslashes.
struct PlainReader {
  private let bytes: [UInt8]
  private let dialect: Dialect
  private var at = 0
  private var table = PlainTable()
  private var row: PlainRow = []

  static func read(_ bytes: [UInt8], _ dialect: Dialect) -> PlainTable {
    var reader = PlainReader(bytes: bytes, dialect: dialect)
    while reader.table.fault == nil, reader.at < bytes.count { reader.readRow() }
    return reader.table
  }

  private init(bytes: [UInt8], dialect: Dialect) {
    self.bytes = bytes
    self.dialect = dialect
  }

  private var current: UInt8? { at < bytes.count ? bytes[at] : nil }
  private var following: UInt8? { at + 1 < bytes.count ? bytes[at + 1] : nil }
  private let lineFeed = UInt8(ascii: "\n")
  private let carriageReturn = UInt8(ascii: "\r")

  private mutating func readRow() {
    row = []
    let start = at
    while true {
      if dialect.quote != nil, current == dialect.quote { quotedField() } else { plainField() }
      if table.fault != nil { return }
      if current == dialect.delimiter {
        at += 1
        continue
      }
      let isBlank = row.count == 1 && at == start
      takeLineBreak()
      if !isBlank { table.rows.append(row) }
      return
    }
  }

  /// Whether a line break of the dialect stands here.
  private var atLineBreak: Bool {
    switch dialect.lineBreak {
    case .any: current == lineFeed || current == carriageReturn
    case .lineFeed: current == lineFeed
    case .carriageReturnLineFeed: current == carriageReturn && following == lineFeed
    }
  }

  private mutating func takeLineBreak() {
    guard current != nil else { return }
    at += dialect.lineBreak != .lineFeed && current == carriageReturn && following == lineFeed ? 2 : 1
  }

  private mutating func plainField() {
    var text: [UInt8] = []
    let start = at
    while let byte = current, byte != dialect.delimiter, !atLineBreak {
      if dialect.escape == .backslash, byte == UInt8(ascii: "\\") {
        guard let escaped = following else {
          table.fault = .trailingEscape
          return
        }
        text.append(Self.meaning(escaped))
        at += 2
      } else {
        text.append(byte)
        at += 1
      }
    }
    let isNull = dialect.escape == .backslash && bytes[start..<at].elementsEqual("\\N".utf8)
    row.append(isNull || dialect.nullWords.contains(Array(bytes[start..<at])) ? nil : text)
  }

  private mutating func quotedField() {
    var text: [UInt8] = []
    at += 1
    while let byte = current {
      if dialect.escape == .backslash, byte == UInt8(ascii: "\\"), let escaped = following {
        text.append(Self.meaning(escaped))
        at += 2
      } else if byte == dialect.quote, following == dialect.quote {
        text.append(byte)
        at += 2
      } else if byte == dialect.quote {
        at += 1
        row.append(text)
        // Behind a closing quote CR LF can be nothing but a line break.
        if dialect.lineBreak == .lineFeed, current == carriageReturn, following == lineFeed { at += 1 }
        if current != nil, current != dialect.delimiter, !atLineBreak { table.fault = .textAfterQuote }
        return
      } else {
        text.append(byte)
        at += 1
      }
    }
    table.fault = .unclosedQuote
  }

  private static func meaning(_ byte: UInt8) -> UInt8 {
    let letters: [UInt8: UInt8] = [0x30: 0x00, 0x62: 0x08, 0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09, 0x5A: 0x1A]
    return letters[byte] ?? byte
  }
}
