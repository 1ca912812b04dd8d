// Rows as plain JSON objects: the columns as strings, in order, nothing added. The hot path of csv2jsonl.
import Bytes
import JSONLines

/// Writes rows as objects; a NULL is absent, an empty text `""`.
public struct PlainRows: Sendable {
  private let dialect: Dialect
  /// For each column `"name":` as JSON.
  private let keys: [[UInt8]]
  private let isBinary: [Bool]
  /// Whether the text is known to be UTF-8.
  private let isText: Bool
  private let padsShortRows: Bool
  private let keysLength: Int
  /// The text of one field, kept for its storage.
  private var scratch: [UInt8] = []
  /// Room for the text of rows, of which `used` bytes are taken.
  private var room: [UInt8] = []
  private var used = 0
  /// How many rows have been written since the last `take`.
  public private(set) var count = 0

  /// A writer for rows of the columns `names`; those in `binary` are written in Base64, and with any such the rest of the
  /// text is not known to be UTF-8.
  public init(_ names: [String], dialect: Dialect, binary: [String] = [], padsShortRows: Bool = false) {
    self.dialect = dialect
    self.padsShortRows = padsShortRows
    keys = names.map { name in
      var key: [UInt8] = []
      JSONText.encode(name, into: &key)
      return key + [UInt8(ascii: ":")]
    }
    keysLength = keys.reduce(0) { $0 + $1.count + 4 }
    isBinary = names.map { binary.contains($0) }
    isText = binary.isEmpty
  }

  /// The objects since the last `take`, a line each.
  public var lines: ArraySlice<UInt8> { room[..<used] }

  /// Hands over the objects since the last time, a line each.
  public mutating func take() -> [UInt8] {
    var lines: [UInt8] = []
    swap(&lines, &room)
    lines.removeSubrange(used...)
    used = 0
    count = 0
    return lines
  }

  /// Adds the object of `row`.
  public mutating func append(_ row: Row, of bytes: RawSpan) {
    count += 1
    // Each byte becomes six at most, a Base64 one fewer; a further column is named by its number.
    makeRoom(6 * row.range.count + keysLength + 32 * row.fields.count + 64)
    put("{")
    var isFirst = true
    for index in 0..<row.fields.count {
      let field = row.fields[index]
      if field.form == .null || index >= keys.count && field.start == field.end { continue }
      if !isFirst { put(",") }
      isFirst = false
      putKey(index)
      put(field, bytes, isBinary: index < keys.count && isBinary[index])
    }
    if padsShortRows, row.fields.count < keys.count {
      for index in row.fields.count..<keys.count {
        if !isFirst { put(",") }
        isFirst = false
        putKey(index)
        put("\"\"")
      }
    }
    put("}\n")
  }

  private mutating func makeRoom(_ count: Int) {
    if room.count - used < count {
      room.append(contentsOf: repeatElement(0, count: max(count - (room.count - used), room.count + (1 << 19))))
    }
  }

  private mutating func put(_ text: StaticString) {
    for index in 0..<text.utf8CodeUnitCount { room[used + index] = text.utf8Start[index] }
    used += text.utf8CodeUnitCount
  }

  private mutating func put(_ bytes: [UInt8]) {
    let start = used
    // Sound: `makeRoom` has made room for the whole row, and replacing a range by as many bytes is checked by the array.
    room.withUnsafeMutableBytes { room in
      UnsafeMutableRawBufferPointer(rebasing: room[start..<(start + bytes.count)]).copyBytes(from: bytes)
    }
    used += bytes.count
  }

  private mutating func putKey(_ index: Int) {
    if index < keys.count { put(keys[index]) } else { put(Array("\"column_\(index + 1)\":".utf8)) }
  }

  private mutating func put(_ field: Field, _ bytes: RawSpan, isBinary: Bool) {
    if !isBinary, isText, field.form == .plain || field.form == .quoted {
      used = JSONCopy.copy(bytes, field.range, to: &room, at: used)
      return
    }
    var text: [UInt8] = []
    swap(&text, &scratch)
    defer { swap(&text, &scratch) }
    text.removeAll(keepingCapacity: true)
    dialect.append(field, of: bytes, to: &text)
    if isBinary {
      put("\"")
      put(Array(Base64.encode(text).utf8))
      put("\"")
    } else if isText {
      used = JSONCopy.copy(text.span.bytes, 0..<text.count, to: &room, at: used)
    } else {
      var json: [UInt8] = []
      JSONText.encode(text.span.bytes, 0..<text.count, into: &json)
      put(json)
    }
  }
}
