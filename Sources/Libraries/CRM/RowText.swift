/// Rows as bytes: tables with commas, and cards.
enum RowText {
  /// Appends a row by RFC 4180: quoted where a comma, quotation mark, line break or blank at an end demands it.
  static func append(_ cells: [String], lineBreak: [UInt8], to out: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      append(cell, to: &out)
    }
    out.append(contentsOf: lineBreak)
  }

  private static func append(_ cell: String, to out: inout [UInt8]) {
    let needsQuotes =
      cell.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D || $0 == 0x3B }
      || cell.utf8.first == 0x20 || cell.utf8.last == 0x20
    guard needsQuotes else { return out.append(contentsOf: cell.utf8) }
    out.append(0x22)
    for byte in cell.utf8 {
      if byte == 0x22 { out.append(0x22) }
      out.append(byte)
    }
    out.append(0x22)
  }

  /// Text as a vCard value: backslash, comma, semicolon and line break escaped (RFC 6350, 3.4).
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ",", ";":
        out.unicodeScalars.append("\\")
        out.unicodeScalars.append(scalar)
      case "\n": out += "\\n"
      case "\r": break
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Appends a content line, folded so that none is longer than 75 octets and no character is cut (RFC 6350, 3.2).
  static func appendFolded(_ line: String, to out: inout [UInt8]) {
    var length = 0
    for scalar in line.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if length + bytes.count > 75 {
        out.append(contentsOf: [0x0D, 0x0A, 0x20])
        length = 1
      }
      out.append(contentsOf: bytes)
      length += bytes.count
    }
    out.append(contentsOf: [0x0D, 0x0A])
  }
}
