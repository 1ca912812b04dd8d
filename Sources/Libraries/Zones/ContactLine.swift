import Bytes

/// What lines of signatures look like.
enum ContactLine {
  /// Whether a line gives a phone number, an address of mail or web, or a labelled one of them.
  static func isContact(_ line: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    var others = 0
    for byte in line {
      if byte &- 0x30 < 10 { digits += 1 } else if byte > 0x20 { others += 1 }
      if byte == 0x40 { return true }
    }
    if digits >= 7, digits <= 24, others <= 30 { return true }
    if digits >= 4, digits <= 8, others <= 3 { return true }
    return webMarks.occur(in: LowerCase.ascii(line.prefix(100)))
  }

  private static let webMarks: Phrases = ["http", "linkedin.com", "www."]

  /// Whether a line is a label and a value that is no way of contact, as of a form: `Request ID   : 12`.
  static func isData(_ line: ArraySlice<UInt8>) -> Bool {
    guard let colon = line.firstIndex(of: 0x3A), colon - line.startIndex < 30, colon + 1 < line.endIndex else {
      return false
    }
    return line[colon + 1] == 0x20 && !contactLabels.occur(in: LowerCase.ascii(line[..<colon]))
  }

  private static let contactLabels: Phrases = [
    "cell", "direct", "email", "fax", "facs", "handy", "linkedin", "mail", "mob", "office", "ph", "skype", "tel",
    "tfno", "tél", "web",
  ]

  /// Whether a line is a person's name as one signs: up to four capitalised words or initials, perhaps after a dash.
  static func isName(_ line: ArraySlice<UInt8>) -> Bool {
    var text = line
    while let first = text.first, first == 0x2D || first == 0x20 || first == 0x7E || first == 0x2A {
      text = text.dropFirst()
    }
    while let last = text.last, last == 0x2A || last == 0x20 || last == 0x2E || last == 0x2C { text = text.dropLast() }
    guard !text.isEmpty, text.count <= 40 else { return false }
    let words = text.split(separator: 0x20)
    guard words.count <= 4 else { return false }
    return words.allSatisfy { word in
      guard let scalar = String(decoding: word, as: UTF8.self).unicodeScalars.first else { return false }
      let isPlain = word.allSatisfy { $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26 || $0 == 0x2E || $0 == 0x2D || $0 == 0x27 }
      return isPlain && (scalar.properties.isUppercase || !scalar.properties.isCased && word.count > 3)
    }
  }
}
