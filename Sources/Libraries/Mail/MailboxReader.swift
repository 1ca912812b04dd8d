import Bytes

/// Cuts a stream of bytes into messages: an mbox of any kind, or one message. Memory is bounded by the longest message kept.
public struct MailboxReader {
  /// Appends up to `count` bytes to a buffer and says how many there were; 0 at the end.
  public typealias Source = (_ buffer: inout [UInt8], _ count: Int) throws -> Int

  /// What of a message that is too long is kept for its header.
  static let headKept = 256 << 10
  /// How far behind a separator candidate its proof may lie.
  private static let lookahead = 4_096

  private let isSingle: Bool
  private let maxMessage: Int
  private let chunk: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var scan = 0
  private var bufferOffset = 0
  private var atEnd = false
  private var messageOffset = 0
  private var head: [UInt8]?
  /// The dates on the separator lines of the message in the buffer and of the one behind it.
  private var date: MailDate?
  private var nextDate: MailDate?

  /// A reader of a mailbox, or with `single` of one message that is not cut; messages longer than `maxMessage` keep only
  /// their header. `size` is how much there is to read, when that is known, and `offset` where in the file that begins.
  public init(single: Bool = false, maxMessage: Int = 64 << 20, size: Int? = nil, offset: Int = 0) {
    isSingle = single
    self.maxMessage = max(maxMessage, 4_096)
    bufferOffset = offset
    chunk = min(1 << 20, max(size ?? 1 << 20, 4_096))
  }

  /// All messages of `bytes`.
  public static func messages(in bytes: [UInt8]) -> [RawMessage] {
    var reader = MailboxReader()
    var isRead = false
    var messages: [RawMessage] = []
    let source: Source = { buffer, _ in
      if isRead { return 0 }
      isRead = true
      buffer.append(contentsOf: bytes)
      return bytes.count
    }
    while let message = try? reader.next(source) { messages.append(message) }
    return messages
  }

  /// How much of the file was given out as messages.
  public var position: Int { bufferOffset + start }

  /// The next message, nil at the end.
  public mutating func next(_ source: Source) throws -> RawMessage? {
    while true {
      let wasAtEnd = atEnd
      if let end = try separator(source) {
        if let message = message(upTo: end, isLast: false) { return message }
      } else if wasAtEnd {
        return message(upTo: buffer.count, isLast: true)
      }
    }
  }

  /// Where the next message begins, nil when the buffer was used up (and refilled, or the end was reached).
  private mutating func separator(_ source: Source) throws -> Int? {
    while !isSingle, let hit = buffer.index(of: Self.mark, in: scan..<max(scan, buffer.count)) {
      let candidate = hit + 1
      if candidate + Self.lookahead > buffer.count, !atEnd {
        scan = hit
        try refill(source)
        continue
      }
      scan = candidate
      let line = SeparatorLine.find(buffer, at: candidate)
      if line.isSeparator {
        nextDate = line.date
        return candidate
      }
    }
    guard !atEnd else { return nil }
    scan = max(start, buffer.count - Self.mark.count)
    try refill(source)
    return nil
  }

  private static let mark = Array("\nFrom ".utf8)

  private mutating func refill(_ source: Source) throws {
    if buffer.count - start > maxMessage { skipOverlong() }
    if start > chunk || start == buffer.count {
      buffer.removeSubrange(0..<start)
      bufferOffset += start
      scan = max(0, scan - start)
      start = 0
    }
    if try source(&buffer, chunk) == 0 { atEnd = true }
  }

  /// Forgets the middle of a message that is too long; its beginning and the place of its end stay known.
  private mutating func skipOverlong() {
    if head == nil {
      messageOffset = bufferOffset + start
      head = Array(buffer[start..<min(buffer.count, start + Self.headKept)])
    }
    start = scan
  }

  /// Takes the message that ends at `end` out of the buffer; nil when there is nothing.
  private mutating func message(upTo end: Int, isLast: Bool) -> RawMessage? {
    let offset = head == nil ? bufferOffset + start : messageOffset
    var source = buffer[start..<end]
    let isTruncated = head != nil || (source.count > maxMessage)
    if let head { source = head[...] } else if isTruncated { source = source.prefix(Self.headKept) }
    start = end
    scan = end
    head = nil
    let lineDate = date
    date = nextDate
    nextDate = nil
    if source.allSatisfy(ASCII.isSpace) { return nil }
    var raw = RawMessage(bytes: [])
    raw.offset = offset
    raw.length = bufferOffset + end - offset
    raw.isTruncated = isTruncated
    raw.fromLineDate = lineDate
    let body = isSingle ? SeparatorLine.stripSingle(source) : SeparatorLine.strip(source, &raw.fromLineDate)
    raw.bytes = isSingle ? Array(body) : FromQuoting.removed(isLast ? body : Self.withoutBlankLine(body))
    return raw
  }

  /// The empty line before a separator is the mailbox's.
  private static func withoutBlankLine(_ body: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if body.suffix(4).elementsEqual([0x0D, 0x0A, 0x0D, 0x0A]) { return body.dropLast(2) }
    return body.suffix(2).elementsEqual([0x0A, 0x0A]) ? body.dropLast() : body
  }
}

/// `>From ` lines of a mailbox's text, quoted in the manner of mboxrd (or once, as by mboxo).
enum FromQuoting {
  private static let mark = Array(">From ".utf8)

  static func removed(_ source: ArraySlice<UInt8>) -> [UInt8] {
    let bytes = Array(source)
    var out: [UInt8] = []
    var kept = 0
    var at = 0
    while let hit = bytes.index(of: mark, in: at..<bytes.count) {
      at = hit + mark.count
      var lineStart = hit
      while lineStart > 0, hit - lineStart < 100, bytes[lineStart - 1] == 0x3E { lineStart -= 1 }
      guard lineStart > 0, bytes[lineStart - 1] == 0x0A else { continue }
      out.append(contentsOf: bytes[kept..<hit])
      kept = hit + 1
    }
    if kept == 0 { return bytes }
    out.append(contentsOf: bytes[kept...])
    return out
  }
}
