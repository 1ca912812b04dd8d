/// Filters that replace or remove parts of texts.
extension Filter {
  static let replacingFilters = [
    Filter("newline_to_br") { input, _ in
      let text = try lines(of: input.text, joined: "<br />\n")
      return .string(text)
    },
    Filter("remove", 1...1) { input, arguments in
      .string(try replace(input.text, arguments.text(0), with: "", .every))
    },
    Filter("remove_first", 1...1) { input, arguments in
      .string(try replace(input.text, arguments.text(0), with: "", .first))
    },
    Filter("remove_last", 1...1) { input, arguments in
      .string(try replace(input.text, arguments.text(0), with: "", .last))
    },
    Filter("replace", 1...2) { input, arguments in
      .string(try replace(input.text, arguments.text(0), with: arguments.text(1), .every))
    },
    Filter("replace_first", 1...2) { input, arguments in
      .string(try replace(input.text, arguments.text(0), with: arguments.text(1), .first))
    },
    Filter("replace_last", 2...2) { input, arguments in
      .string(try replace(input.text, arguments.text(0), with: arguments.text(1), .last))
    },
    Filter("strip_html") { input, _ in .string(withoutMarkup(input.text)) },
    Filter("strip_newlines") { input, _ in .string(try lines(of: input.text, joined: "")) },
  ]

  private enum Which {
    case first, last, every
  }

  private static func replace(
    _ text: String, _ part: String, with other: String, _ which: Which
  ) throws(FilterError) -> String {
    let (bytes, mark, new) = (Array(text.utf8), Array(part.utf8), Array(other.utf8))
    var places: [Int] = []
    if mark.isEmpty {
      places = edges(of: bytes)
    } else {
      var from = 0
      while let found = firstRange(of: mark, in: bytes, from: from) {
        places.append(found)
        from = found + mark.count
      }
    }
    switch which {
    case .first: places = Array(places.prefix(1))
    case .last: places = lastPlace(of: mark, in: bytes).map { [$0] } ?? []
    case .every: break
    }
    var out: [UInt8] = []
    var from = 0
    for place in places {
      out.append(contentsOf: bytes[from..<place])
      out.append(contentsOf: new)
      from = place + mark.count
      if out.count > textLimit { throw FilterError("the text grew too long") }
    }
    out.append(contentsOf: bytes[from...])
    return String(decoding: out, as: UTF8.self)
  }

  /// The places between characters, both ends among them.
  private static func edges(of bytes: [UInt8]) -> [Int] {
    bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
  }

  private static func lastPlace(of mark: [UInt8], in bytes: [UInt8]) -> Int? {
    var at = bytes.count - mark.count
    while at >= 0 {
      if bytes[at..<at + mark.count].elementsEqual(mark) { return at }
      at -= 1
    }
    return nil
  }

  private static func lines(of text: String, joined mark: String) throws(FilterError) -> String {
    var out: [UInt8] = []
    for byte in text.utf8 {
      guard byte == UInt8(ascii: "\n") else {
        out.append(byte)
        continue
      }
      if out.last == UInt8(ascii: "\r") { out.removeLast() }
      out.append(contentsOf: mark.utf8)
      if out.count > textLimit { throw FilterError("the text grew too long") }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The text without tags, comments, scripts and style sheets.
  private static func withoutMarkup(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let spans: [(open: [UInt8], close: [UInt8])] = [
      (Array("<script".utf8), Array("</script>".utf8)), (Array("<!--".utf8), Array("-->".utf8)),
      (Array("<style".utf8), Array("</style>".utf8)), (Array("<".utf8), Array(">".utf8)),
    ]
    var unclosed = Set<Int>()
    var out: [UInt8] = []
    var at = 0
    scan: while at < bytes.count {
      if bytes[at] == UInt8(ascii: "<") {
        for (kind, span) in spans.enumerated() where !unclosed.contains(kind) && bytes[at...].starts(with: span.open) {
          if let end = firstRange(of: span.close, in: bytes, from: at + span.open.count) {
            at = end + span.close.count
            continue scan
          }
          unclosed.insert(kind)
        }
      }
      out.append(bytes[at])
      at += 1
    }
    return String(decoding: out, as: UTF8.self)
  }
}
