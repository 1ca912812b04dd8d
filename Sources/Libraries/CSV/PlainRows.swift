// Rows as plain JSON objects: the columns as strings, in order, nothing added.
import Bytes
import JSONLines

/// Writes rows as objects; a NULL is absent, an empty text `""`.
public struct PlainRows: Sendable {
  private let dialect: Dialect
  private let keys: [[UInt8]]
  private let isBinary: [Bool]
  private var text: [UInt8] = []

  /// A writer for rows of the columns `names`; those in `binary` are written in Base64.
  public init(_ names: [String], dialect: Dialect, binary: [String] = []) {
    self.dialect = dialect
    keys = names.map { name in
      var key: [UInt8] = []
      JSONText.encode(name, into: &key)
      return key + [UInt8(ascii: ":")]
    }
    isBinary = names.map { binary.contains($0) }
  }

  /// Adds the object of `row` and a line feed to `json`.
  public mutating func append(_ row: Row, of bytes: RawSpan, to json: inout [UInt8]) {
    json.append(UInt8(ascii: "{"))
    var isFirst = true
    for index in 0..<row.fields.count {
      let field = row.fields[index]
      if field.form == .null || index >= keys.count && field.start == field.end { continue }
      if !isFirst { json.append(UInt8(ascii: ",")) }
      isFirst = false
      if index < keys.count { json.append(contentsOf: keys[index]) } else { appendNumberedKey(index, &json) }
      append(field, bytes, index < keys.count && isBinary[index], &json)
    }
    appendMissing(from: row.fields.count, &isFirst, &json)
    json.append(UInt8(ascii: "}"))
    json.append(UInt8(ascii: "\n"))
  }

  /// What short rows lack; set by `padsShortRows`.
  public var padsShortRows = false

  private func appendMissing(from count: Int, _ isFirst: inout Bool, _ json: inout [UInt8]) {
    guard padsShortRows, count < keys.count else { return }
    for key in keys[count...] {
      if !isFirst { json.append(UInt8(ascii: ",")) }
      isFirst = false
      json.append(contentsOf: key)
      json.append(contentsOf: "\"\"".utf8)
    }
  }

  private func appendNumberedKey(_ index: Int, _ json: inout [UInt8]) {
    json.append(contentsOf: "\"column_\(index + 1)\":".utf8)
  }

  private mutating func append(_ field: Field, _ bytes: RawSpan, _ isBinary: Bool, _ json: inout [UInt8]) {
    switch field.form {
    case .plain where !isBinary, .quoted where !isBinary:
      JSONText.encode(bytes, field.range, into: &json)
    default:
      text.removeAll(keepingCapacity: true)
      dialect.append(field, of: bytes, to: &text)
      if isBinary {
        json.append(contentsOf: "\"\(Base64.encode(text))\"".utf8)
      } else {
        JSONText.encode(text.span.bytes, 0..<text.count, into: &json)
      }
    }
  }
}
