import Bytes

/// A message's parts as ranges over its bytes; nesting and number of parts are bounded.
struct MIMEPart {
  /// Deeper parts stay undivided.
  static let depthLimit = 32
  /// No message is divided into more parts than this.
  static let partLimit = 2_000

  var header: HeaderBlock
  var type: ContentType
  var disposition: ContentType?
  var encoding: TransferEncoding
  var body: Range<Int>
  var children: [MIMEPart] = []

  var isMultipart: Bool { type.type == "multipart" && !children.isEmpty }

  /// The file name that the part was given.
  var name: String? {
    let name = disposition?["filename"] ?? type["name"]
    return name.flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// Divides a message into parts.
struct MIMEReader {
  let bytes: [UInt8]
  let charsets: CharsetDecoder
  private(set) var defects = Defects()
  private var parts = 0

  init(_ bytes: [UInt8], _ charsets: CharsetDecoder) {
    self.bytes = bytes
    self.charsets = charsets
  }

  /// The part whose header and body lie in `range`.
  mutating func part(_ range: Range<Int>, depth: Int = 0, isDigest: Bool = false) -> MIMEPart {
    part(HeaderBlock(bytes, range), end: range.upperBound, depth: depth, isDigest: isDigest)
  }

  /// The part with a header that was read already.
  mutating func part(_ header: HeaderBlock, end: Int, depth: Int, isDigest: Bool = false) -> MIMEPart {
    parts += 1
    let start = min(header.bodyStart, end)
    var type = isDigest ? ContentType(type: "message", subtype: "rfc822") : ContentType.plain
    if let value = header.first("content-type", in: bytes) {
      let given = ContentType(value, charsets)
      if !given.type.isEmpty { type = given }
    }
    let encoding = header.first("content-transfer-encoding", in: bytes).map(TransferEncoding.init(header:))
    var part = MIMEPart(
      header: header, type: type,
      disposition: header.first("content-disposition", in: bytes).map { ContentType($0, charsets) },
      encoding: encoding ?? .identity, body: start..<end)
    if type.type == "multipart" { divide(&part, depth: depth) }
    return part
  }

  private mutating func divide(_ part: inout MIMEPart, depth: Int) {
    guard depth < MIMEPart.depthLimit, parts < MIMEPart.partLimit else {
      defects.insert(.tooManyParts)
      return
    }
    var boundary = Array((part.type["boundary"] ?? "").utf8)
    while let last = boundary.last, ASCII.isSpace(last) { boundary.removeLast() }
    if boundary.isEmpty || !holds(boundary, part.body) {
      guard let guess = guessedBoundary(part.body) else {
        defects.insert(.missingBoundary)
        return
      }
      if boundary.isEmpty || guess != boundary { defects.insert(.missingBoundary) }
      boundary = guess
    }
    let isDigest = part.type.subtype == "digest"
    for range in split(part.body, boundary) {
      guard parts < MIMEPart.partLimit else {
        defects.insert(.tooManyParts)
        return
      }
      part.children.append(self.part(range, depth: depth + 1, isDigest: isDigest))
    }
  }

  private func holds(_ boundary: [UInt8], _ body: Range<Int>) -> Bool {
    delimiter(boundary, from: body.lowerBound, body) != nil
  }

  /// The ranges between delimiter lines; a closing delimiter that never comes is the end of the body.
  private mutating func split(_ body: Range<Int>, _ boundary: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    guard var open = delimiter(boundary, from: body.lowerBound, body) else { return [] }
    while !open.closes, ranges.count < MIMEPart.partLimit {
      let start = open.end
      guard let next = delimiter(boundary, from: start, body) else {
        ranges.append(start..<body.upperBound)
        defects.insert(.unclosedPart)
        break
      }
      ranges.append(start..<max(start, withoutLineBreak(before: next.start, from: start)))
      open = next
    }
    return ranges
  }

  /// The next delimiter line: where it starts, where the line after it starts, and whether it closes.
  private func delimiter(
    _ boundary: [UInt8], from start: Int, _ body: Range<Int>
  ) -> (start: Int, end: Int, closes: Bool)? {
    let needle = [0x2D, 0x2D] + boundary
    var at = start
    while let hit = bytes.index(of: needle, in: at..<body.upperBound) {
      at = hit + 1
      guard hit == body.lowerBound || bytes[hit - 1] == 0x0A else { continue }
      var i = hit + needle.count
      let lineEnd = bytes.lineEnd(from: i, limit: body.upperBound)
      let closes = i + 1 < body.upperBound && bytes[i] == 0x2D && bytes[i + 1] == 0x2D
      if closes { i += 2 }
      guard bytes[i..<max(i, lineEnd)].allSatisfy(ASCII.isSpace) else { continue }
      return (hit, min(lineEnd + 1, body.upperBound), closes)
    }
    return nil
  }

  /// The line break before a delimiter belongs to the delimiter.
  private func withoutLineBreak(before end: Int, from start: Int) -> Int {
    var stop = end
    if stop > start, bytes[stop - 1] == 0x0A { stop -= 1 }
    if stop > start, bytes[stop - 1] == 0x0D { stop -= 1 }
    return stop
  }

  /// A boundary that the header does not give: the first line `--something` whose next line is a header field.
  private func guessedBoundary(_ body: Range<Int>) -> [UInt8]? {
    var at = body.lowerBound
    for _ in 0..<200 where at < body.upperBound {
      let end = bytes.lineEnd(from: at, limit: body.upperBound)
      let line = bytes[at..<end].trimmed
      if line.count > 3, line.count < 200, line.begins("--"), end + 1 < body.upperBound,
        bytes.hasPrefix("content-", at: end + 1, limit: body.upperBound)
      {
        return Array(line.dropFirst(2))
      }
      at = end + 1
    }
    return nil
  }
}
