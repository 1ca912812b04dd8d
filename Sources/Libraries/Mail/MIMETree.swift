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

/// Divides a message into parts in one pass over its lines: each line that begins with two dashes is held against the
/// boundaries that are open, the innermost first. An outer one ends all that is open inside it (RFC 2046, 5.1.2).
struct MIMEReader {
  let bytes: [UInt8]
  let charsets: CharsetDecoder
  private(set) var defects = Defects()
  private var parts = 0
  /// The boundaries that are open, each with its two dashes, outermost first.
  private var open: [[UInt8]] = []

  /// A delimiter line: whose boundary it bears, where it starts, where the line after it starts, and whether it closes.
  private struct Delimiter {
    var level: Int
    var start: Int
    var end: Int
    var closes: Bool
  }

  init(_ bytes: [UInt8], _ charsets: CharsetDecoder) {
    self.bytes = bytes
    self.charsets = charsets
  }

  /// The message with a header that was read already.
  mutating func message(_ header: HeaderBlock) -> MIMEPart {
    part(header, isDigest: false).part
  }

  /// A part, and the delimiter that ended it; nil when that is the end of the message.
  private mutating func part(_ header: HeaderBlock, isDigest: Bool) -> (part: MIMEPart, end: Delimiter?) {
    parts += 1
    var type = isDigest ? ContentType(type: "message", subtype: "rfc822") : ContentType.plain
    if let value = header.first("content-type", in: bytes) {
      let given = ContentType(value, charsets)
      if !given.type.isEmpty { type = given }
    }
    let encoding = header.first("content-transfer-encoding", in: bytes).map(TransferEncoding.init(header:))
    var part = MIMEPart(
      header: header, type: type,
      disposition: header.first("content-disposition", in: bytes).map { ContentType($0, charsets) },
      encoding: encoding ?? .identity, body: header.bodyStart..<bytes.count)
    if type.type == "multipart" {
      if open.count < MIMEPart.depthLimit { return divided(&part) }
      defects.insert(.tooManyParts)
    }
    let end = delimiter(from: header.bodyStart)
    part.body = header.bodyStart..<bodyEnd(end, from: header.bodyStart)
    return (part, end)
  }

  /// Reads the parts of a multipart body.
  private mutating func divided(_ part: inout MIMEPart) -> (part: MIMEPart, end: Delimiter?) {
    let start = part.body.lowerBound
    guard var next = opening(part.type["boundary"] ?? "", from: start) else {
      let end = delimiter(from: start)
      part.body = start..<bodyEnd(end, from: start)
      return (part, end)
    }
    let level = open.count - 1
    let isDigest = part.type.subtype == "digest"
    while !next.closes {
      guard parts < MIMEPart.partLimit else {
        defects.insert(.tooManyParts)
        return (part, nil)
      }
      let (child, end) = self.part(HeaderBlock(bytes, next.end..<bytes.count), isDigest: isDigest)
      part.children.append(child)
      guard let end, end.level == level else {
        defects.insert(.unclosedPart)
        if open.count > level { open.removeLast(open.count - level) }
        part.body = start..<(end?.start ?? bytes.count)
        return (part, end)
      }
      next = end
    }
    open.removeLast(open.count - level)
    let end = delimiter(from: next.end)
    part.body = start..<bodyEnd(end, from: start)
    return (part, end)
  }

  /// Opens the boundary that the header names, or when no line bears it the one that the body itself seems to use, and
  /// finds its first delimiter.
  private mutating func opening(_ named: String, from start: Int) -> Delimiter? {
    var boundary = Array(named.utf8)
    while let last = boundary.last, ASCII.isSpace(last) { boundary.removeLast() }
    var limit = bytes.count
    if !boundary.isEmpty {
      open.append([0x2D, 0x2D] + boundary)
      let found = delimiter(from: start)
      if let found, found.level == open.count - 1 { return found }
      open.removeLast()
      limit = found?.start ?? limit
    } else {
      limit = delimiter(from: start)?.start ?? limit
    }
    defects.insert(.missingBoundary)
    guard let guess = guessedBoundary(start..<max(start, limit)) else { return nil }
    open.append([0x2D, 0x2D] + guess)
    guard let found = delimiter(from: start), found.level == open.count - 1 else {
      open.removeLast()
      return nil
    }
    return found
  }

  /// The next delimiter line at or after `start`, which begins a line.
  private func delimiter(from start: Int) -> Delimiter? {
    guard !open.isEmpty else { return nil }
    if let found = delimiter(at: start) { return found }
    var at = start
    while let hit = bytes.index(of: Self.mark, in: at..<bytes.count) {
      if let found = delimiter(at: hit + 1) { return found }
      at = hit + 1
    }
    return nil
  }

  private static let mark = Array("\n--".utf8)

  private func delimiter(at start: Int) -> Delimiter? {
    for level in open.indices.reversed() {
      let boundary = open[level]
      guard start + boundary.count <= bytes.count, bytes.holds(boundary, at: start) else { continue }
      var i = start + boundary.count
      let lineEnd = bytes.lineEnd(from: i, limit: bytes.count)
      let closes = i + 1 < bytes.count && bytes[i] == 0x2D && bytes[i + 1] == 0x2D
      if closes { i += 2 }
      guard bytes[i..<max(i, lineEnd)].allSatisfy(ASCII.isSpace) else { continue }
      return Delimiter(level: level, start: start, end: min(lineEnd + 1, bytes.count), closes: closes)
    }
    return nil
  }

  /// Where a body ends: before the line break that belongs to the delimiter. At the end of the message a closing delimiter
  /// may stand behind the last words, whose line break was lost.
  private func bodyEnd(_ end: Delimiter?, from start: Int) -> Int {
    if let end {
      var stop = end.start
      if stop > start, bytes[stop - 1] == 0x0A { stop -= 1 }
      if stop > start, bytes[stop - 1] == 0x0D { stop -= 1 }
      return max(start, stop)
    }
    guard let boundary = open.last else { return bytes.count }
    let closing = boundary + [0x2D, 0x2D]
    let body = bytes[start...].trimmed
    return body.count > closing.count && body.suffix(closing.count).elementsEqual(closing)
      ? body.endIndex - closing.count : bytes.count
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
