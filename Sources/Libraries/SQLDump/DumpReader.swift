// The rows of all tables of an SQL dump, in one pass: what CREATE TABLE says of columns and keys, what INSERT holds.
import Bytes

/// A table of a dump.
public struct DumpTable: Sendable, Equatable {
  /// Its name.
  public let name: String
  /// Its columns in order.
  public internal(set) var columns: [String] = []
  /// The column that is its primary key, when that is one.
  public internal(set) var key: String?
  /// Columns that hold keys of other tables.
  public internal(set) var references: [(column: String, table: String, key: String)] = []

  init(name: String) {
    self.name = name
  }

  /// Further names by which each column is known: the key `id` of `clients` is a `client_id`, and so is whatever holds it
  /// in other tables.
  public var aliases: [[String]] {
    columns.map { column in
      var names: [String] = []
      if column == key, column.lowercased() == "id" { names.append(Self.singular(name) + "_id") }
      for reference in references where reference.column == column {
        names.append(reference.key.lowercased() == "id" ? Self.singular(reference.table) + "_id" : reference.key)
      }
      return names.filter { name in !columns.contains { $0.lowercased() == name.lowercased() } }
    }
  }

  /// `clients` as `client`, `companies` as `company`.
  static func singular(_ name: String) -> String {
    let lower = name.lowercased()
    if lower.hasSuffix("ies"), lower.count > 4 { return lower.dropLast(3) + "y" }
    if lower.hasSuffix("sses") || lower.hasSuffix("xes") || lower.hasSuffix("ches") { return String(lower.dropLast(2)) }
    return lower.hasSuffix("s") && !lower.hasSuffix("ss") ? String(lower.dropLast()) : lower
  }

  public static func == (one: DumpTable, other: DumpTable) -> Bool {
    one.name == other.name && one.columns == other.columns && one.key == other.key
      && one.references.elementsEqual(other.references) { $0 == $1 }
  }
}

/// One row of a dump.
public struct DumpRow: Sendable {
  /// Its values in the order of the columns; nil for NULL.
  public let values: [[UInt8]?]
  /// The line that it begins on.
  public let line: Int
  /// The column of its bracket in that line, counted in bytes from 1.
  public let column: Int
}

/// Reads a dump as mysqldump, mariadb-dump and phpMyAdmin write it, and the INSERTs of others.
public struct DumpReader {
  /// What came next.
  public enum Item {
    /// A row of a table.
    case row(DumpTable, DumpRow)
    /// A statement that cannot be read; it is passed over.
    case fault(SQLError)
  }

  /// The most tables and columns that are kept.
  private static let limit = 10_000

  private var scanner: SQLScanner
  private var tables: [String: DumpTable] = [:]
  /// The table whose rows come next.
  private var current: DumpTable?

  /// Whether the beginning of a file looks like an SQL dump: a comment or a statement, and tables or rows within it.
  public static func begins(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes.prefix(1 << 16), as: UTF8.self).uppercased()
    let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    let opens = ["--", "/*", "CREATE ", "INSERT ", "DROP ", "SET ", "LOCK ", "USE ", "PRAGMA ", "BEGIN"]
    guard opens.contains(where: { start.hasPrefix($0) }) else { return false }
    return text.contains("CREATE TABLE") || text.contains("INSERT INTO") || text.contains(" SQL DUMP")
      || text.contains("MYSQL DUMP") || text.contains("MARIADB DUMP")
  }

  /// The charset that `SET NAMES` names at the beginning of a dump, in lower case; nil when there is none such, or when the
  /// beginning holds UTF-8 all the same.
  public static func charset(_ bytes: [UInt8]) -> String? {
    guard !bytes.isEmpty else { return nil }
    // A character that the end of the beginning cuts is no fault.
    let lines = bytes[...(bytes.lastIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex - 1)]
    if let text = String(validating: lines, as: UTF8.self), text.utf8.contains(where: { $0 >= 0x80 }) { return nil }
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    guard let found = text.firstRange(of: "set names ") else { return nil }
    let name = text[found.upperBound...].drop { " '\"".contains($0) }.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    return name.isEmpty ? nil : String(name)
  }

  /// A reader of what `read` adds to its array; `limit` bounds each text, in bytes.
  public init(limit: Int, read: @escaping (inout [UInt8], Int) throws -> Int) {
    scanner = SQLScanner(limit: limit, read)
  }

  /// The next row or fault, nil at the end.
  public mutating func next() throws -> Item? {
    while true {
      do {
        if let table = current, let row = try row(of: table) { return .row(current ?? table, row) }
        current = nil
        try scanner.skipBlanks()
        guard try scanner.peek() != nil else { return nil }
        try statement()
      } catch let error as SQLError {
        current = nil
        try? scanner.skipStatement()
        return .fault(error)
      }
    }
  }

  private mutating func statement() throws {
    switch try scanner.word().uppercased() {
    case "CREATE": try create()
    case "INSERT", "REPLACE": try insert()
    case "DELIMITER": try skipBodies()
    case "PRAGMA":
      // SQLite's dumps begin so.
      scanner.backslashEscapes = false
      try scanner.skipStatement()
    case "":
      if try !scanner.take(";") {
        try scanner.take()
        try scanner.skipStatement()
      }
    default: try scanner.skipStatement()
    }
  }

  /// Bodies of triggers and procedures, which end with another sign, up to `DELIMITER ;`.
  private mutating func skipBodies() throws {
    var rest = String(decoding: try scanner.skipLine(), as: UTF8.self).filter { !$0.isWhitespace }
    while rest != ";", try scanner.peek() != nil {
      let line = String(decoding: try scanner.skipLine(), as: UTF8.self)
      if line.uppercased().hasPrefix("DELIMITER") { rest = line.dropFirst(9).filter { !$0.isWhitespace } }
    }
  }

  private mutating func insert() throws {
    while true {
      try scanner.skipBlanks()
      let word = try scanner.word().uppercased()
      if word == "INTO" { break }
      guard ["LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE", "OR"].contains(word) else {
        return try scanner.skipStatement()
      }
    }
    try scanner.skipBlanks()
    guard let name = try scanner.name() else { throw scanner.error("expected the name of a table") }
    var table = tables[name] ?? DumpTable(name: name)
    try scanner.skipBlanks()
    if try scanner.peek() == UInt8(ascii: "(") { table.columns = try names() }
    try scanner.skipBlanks()
    guard ["VALUES", "VALUE"].contains(try scanner.word().uppercased()) else { return try scanner.skipStatement() }
    current = table
  }

  /// The next row of the INSERT at hand, nil behind its last one.
  private mutating func row(of table: DumpTable) throws -> DumpRow? {
    try scanner.skipBlanks()
    _ = try scanner.take(",")
    try scanner.skipBlanks()
    guard try scanner.peek() == UInt8(ascii: "(") else {
      try scanner.skipStatement()
      return nil
    }
    let (line, column) = (scanner.line, scanner.column)
    try scanner.take()
    var values: [[UInt8]?] = []
    repeat {
      try scanner.skipBlanks()
      values.append(try value())
      try scanner.skipBlanks()
      guard values.count <= Self.limit else { throw scanner.error("more than \(Self.limit) values") }
    } while try scanner.take(",")
    try scanner.expect(")")
    if table.columns.isEmpty { current?.columns = (1...values.count).map { "column_\($0)" } }
    let width = current?.columns.count ?? 0
    guard values.count == width else {
      throw scanner.error("row has \(values.count) values, the table '\(table.name)' \(width) columns")
    }
    return DumpRow(values: values, line: line, column: column)
  }

  private mutating func value() throws -> [UInt8]? {
    guard let first = try scanner.peek() else { throw scanner.error("expected a value") }
    if first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") {
      return try scanner.text(escapes: scanner.backslashEscapes)
    }
    let start = scanner.error("expected a value")
    let word = try literal()
    guard !word.isEmpty else { throw start }
    let upper = word.uppercased()
    if upper == "NULL" { return nil }
    if try scanner.peek() == UInt8(ascii: "'") {
      // X'4D' and _utf8mb4'text'; E'text' is PostgreSQL's.
      let text = try scanner.text(escapes: upper == "E" || scanner.backslashEscapes)
      return upper == "X" ? Self.bytes(hexadecimal: text) ?? text : text
    }
    if word.hasPrefix("_") {
      try scanner.skipBlanks()
      if try scanner.peek() == UInt8(ascii: "'") { return try scanner.text(escapes: scanner.backslashEscapes) }
      return try value()
    }
    if upper.hasPrefix("0X"), let bytes = Self.bytes(hexadecimal: Array(word.utf8.dropFirst(2))) { return bytes }
    return Array(word.utf8)
  }

  /// A number, a word, or a call with what stands in its brackets.
  private mutating func literal() throws -> String {
    var text: [UInt8] = []
    while let byte = try scanner.peek(), SQLScanner.isWord(byte) || ".+-:".utf8.contains(byte) {
      text.append(byte)
      try scanner.take()
      guard text.count < 4096 else { throw scanner.error("a value without quotes is too long") }
    }
    if try !text.isEmpty && scanner.take("(") {
      var depth = 1
      text.append(UInt8(ascii: "("))
      while depth > 0, let byte = try scanner.take() {
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        text.append(byte)
        guard text.count < 4096 else { throw scanner.error("a value without quotes is too long") }
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func bytes(hexadecimal digits: [UInt8]) -> [UInt8]? {
    guard digits.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let byte = UInt8(String(decoding: digits[index..<(index + 2)], as: UTF8.self), radix: 16) else {
        return nil
      }
      bytes.append(byte)
    }
    return bytes
  }
}

extension DumpReader {
  /// Words that begin what is no column within CREATE TABLE.
  private static let constraints: Set<String> = [
    "CHECK", "CONSTRAINT", "EXCLUDE", "FOREIGN", "FULLTEXT", "INDEX", "KEY", "LIKE", "PERIOD", "PRIMARY", "SPATIAL",
    "UNIQUE",
  ]

  private mutating func create() throws {
    try scanner.skipBlanks()
    var word = try scanner.word().uppercased()
    while ["TEMPORARY", "OR", "REPLACE", "UNLOGGED"].contains(word) {
      try scanner.skipBlanks()
      word = try scanner.word().uppercased()
    }
    guard word == "TABLE" else { return try scanner.skipStatement() }
    try scanner.skipBlanks()
    guard var name = try scanner.name() else { throw scanner.error("expected the name of a table") }
    if name.uppercased() == "IF" {
      for _ in ["NOT", "EXISTS"] {
        try scanner.skipBlanks()
        _ = try scanner.word()
      }
      try scanner.skipBlanks()
      guard let given = try scanner.name() else { throw scanner.error("expected the name of a table") }
      name = given
    }
    try scanner.skipBlanks()
    guard try scanner.take("(") else { return try scanner.skipStatement() }
    var table = DumpTable(name: name)
    repeat { try part(of: &table) } while try scanner.take(",")
    if tables.count < Self.limit { tables[name] = table }
    try scanner.skipStatement()
  }

  /// One part of CREATE TABLE, up to the comma or bracket behind it.
  private mutating func part(of table: inout DumpTable) throws {
    try scanner.skipBlanks()
    let isQuoted = try scanner.peek().map { "`\"[".utf8.contains($0) } ?? false
    guard let name = try scanner.name() else { return try rest(of: &table, column: nil) }
    if !isQuoted, Self.constraints.contains(name.uppercased()) { return try rest(of: &table, column: nil, after: name) }
    guard table.columns.count < Self.limit else { throw scanner.error("more than \(Self.limit) columns") }
    table.columns.append(name)
    try rest(of: &table, column: name)
  }

  /// Reads on to the end of a part, and takes the keys that it tells of.
  private mutating func rest(of table: inout DumpTable, column: String?, after first: String = "") throws {
    var words = [first.uppercased()]
    var columns = column.map { [$0] } ?? []
    while let byte = try scanner.peek(), byte != UInt8(ascii: ","), byte != UInt8(ascii: ")") {
      switch byte {
      case UInt8(ascii: "("):
        let isKey = words.last == "KEY" || column == nil && words.contains("KEY")
        if isKey, words.contains("PRIMARY") || words.contains("FOREIGN") {
          columns = try names()
        } else {
          try brackets()
        }
      case UInt8(ascii: "'"): _ = try scanner.text(escapes: scanner.backslashEscapes)
      case UInt8(ascii: "`"), UInt8(ascii: "\""): _ = try scanner.name()
      case let byte where SQLScanner.isWord(byte):
        words.append(try scanner.word().uppercased())
        if words.last == "REFERENCES" { try reference(columns, &table) }
      default: try scanner.take()
      }
      try scanner.skipBlanks()
    }
    if let place = words.firstIndex(of: "PRIMARY"), words.dropFirst(place + 1).first == "KEY", columns.count == 1 {
      table.key = columns[0]
    }
  }

  private mutating func reference(_ columns: [String], _ table: inout DumpTable) throws {
    try scanner.skipBlanks()
    guard let other = try scanner.name() else { return }
    try scanner.skipBlanks()
    let keys = try scanner.peek() == UInt8(ascii: "(") ? try names() : ["id"]
    if columns.count == 1, keys.count == 1, table.references.count < Self.limit {
      table.references.append((columns[0], other, keys[0]))
    }
  }

  /// The names in brackets; `name(20)` and `name DESC` are names.
  private mutating func names() throws -> [String] {
    try scanner.expect("(")
    var names: [String] = []
    repeat {
      try scanner.skipBlanks()
      guard let name = try scanner.name() else { throw scanner.error("expected the name of a column") }
      names.append(name)
      guard names.count <= Self.limit else { throw scanner.error("more than \(Self.limit) columns") }
      try scanner.skipBlanks()
      if try scanner.peek() == UInt8(ascii: "(") { try brackets() }
      _ = try scanner.word()
      try scanner.skipBlanks()
    } while try scanner.take(",")
    try scanner.expect(")")
    return names
  }

  /// Takes what stands in brackets.
  private mutating func brackets() throws {
    var depth = 0
    while let byte = try scanner.peek() {
      if byte == UInt8(ascii: "'") {
        _ = try scanner.text(escapes: scanner.backslashEscapes)
        continue
      }
      try scanner.take()
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { return }
    }
  }
}
