// Rows of CSV files, as MySQL and as LinkedIn write them.

/// A MySQL export: quoted, `\N` for NULL, backslash escapes.
struct MySQLTable {
  private(set) var bytes: [UInt8]

  init(_ header: String) {
    bytes = Array((header.split(separator: ",").map { "\"\($0)\"" }.joined(separator: ",") + "\n").utf8)
  }

  /// Adds a row; nil and "" become NULL.
  mutating func add(_ values: [String?]) {
    let cells = values.map { value -> String in
      guard let value, !value.isEmpty else { return "\\N" }
      let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\\n")
      return "\"" + escaped + "\""
    }
    bytes += Array((cells.joined(separator: ",") + "\n").utf8)
  }
}

/// A CSV row of RFC 4180: quoted only where it must be.
func plainRow(_ values: [String]) -> [UInt8] {
  let cells = values.map { value -> String in
    let needsQuotes = value.utf8.contains { $0 == 0x22 || $0 == 0x2c || $0 == 0x0a }
    return needsQuotes ? "\"" + value.replacing("\"", with: "\"\"") + "\"" : value
  }
  return Array((cells.joined(separator: ",") + "\n").utf8)
}
