/// The header of a message or part: its fields as ranges over the bytes of the message.
public struct HeaderBlock: Sendable {
  /// One field: where its name and its value (folded as it was) lie.
  public struct Field: Sendable {
    /// The name, without the colon.
    public var name: Range<Int>
    /// The value with its folds.
    public var value: Range<Int>
  }

  /// No header has more fields than this; what follows is body.
  static let fieldLimit = 2_000

  /// The fields in their order.
  public private(set) var fields: [Field] = []
  /// Where the body begins.
  public private(set) var bodyStart: Int
  /// Lines that were neither a field nor a continuation.
  public private(set) var strayLines = 0

  /// Reads the header that begins `range` of `bytes`.
  public init(_ bytes: [UInt8], _ range: Range<Int>) {
    bodyStart = range.lowerBound
    fields.reserveCapacity(32)
    var at = range.lowerBound
    let limit = range.upperBound
    while at < limit, fields.count < Self.fieldLimit {
      let end = bytes.lineEnd(from: at, limit: limit)
      let next = min(end + 1, limit)
      let first = bytes[at]
      if first == 0x0A || (first == 0x0D && at + 1 >= end) {
        bodyStart = next
        return
      }
      if first == 0x20 || first == 0x09 {
        if !extend(bytes, to: end, lineStart: at) {
          bodyStart = next
          return
        }
      } else if let colon = Self.colon(bytes, at, end) {
        add(bytes, line: at..<end, colon: colon)
      } else if !isStray(bytes, line: at..<end, next: next, limit: limit) {
        bodyStart = at
        return
      }
      at = next
    }
    bodyStart = at
  }

  private mutating func add(_ bytes: [UInt8], line: Range<Int>, colon: Int) {
    var nameEnd = colon
    while nameEnd > line.lowerBound, bytes[nameEnd - 1] == 0x20 || bytes[nameEnd - 1] == 0x09 { nameEnd -= 1 }
    let end = Self.withoutReturn(bytes, colon + 1, line.upperBound)
    fields.append(Field(name: line.lowerBound..<nameEnd, value: (colon + 1)..<end))
  }

  /// Adds a continuation line; a blank one before any field ends a header that is not there.
  private mutating func extend(_ bytes: [UInt8], to end: Int, lineStart: Int) -> Bool {
    guard let last = fields.last else { return !bytes[lineStart..<end].trimmed.isEmpty }
    let stop = Self.withoutReturn(bytes, lineStart, end)
    fields[fields.count - 1].value = last.value.lowerBound..<max(stop, last.value.upperBound)
    return true
  }

  /// A line that is no field is skipped when the header goes on behind it; a delimiter ends a header that lacks its empty
  /// line.
  private mutating func isStray(_ bytes: [UInt8], line: Range<Int>, next: Int, limit: Int) -> Bool {
    let isFromLine =
      bytes.hasPrefix("from ", at: line.lowerBound, limit: limit)
      || bytes.hasPrefix(">from ", at: line.lowerBound, limit: limit)
    let isDelimiter = line.count > 2 && bytes[line.lowerBound] == 0x2D && bytes[line.lowerBound + 1] == 0x2D
    guard isFromLine || strayLines < 8, !isDelimiter, next < limit else { return false }
    let end = bytes.lineEnd(from: next, limit: limit)
    let goesOn = Self.colon(bytes, next, end) != nil || (isFromLine && fields.isEmpty)
    guard goesOn else { return false }
    strayLines += 1
    return true
  }

  /// The colon that ends a field name: printable ASCII without blanks (but for some before the colon).
  private static func colon(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var i = start
    let limit = min(end, start + 200)
    while i < limit, bytes[i] > 0x20, bytes[i] != 0x3A { i += 1 }
    guard i > start else { return nil }
    while i < limit, bytes[i] == 0x20 || bytes[i] == 0x09 { i += 1 }
    return i < limit && bytes[i] == 0x3A ? i : nil
  }

  private static func withoutReturn(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    end > start && bytes[end - 1] == 0x0D ? end - 1 : max(start, end)
  }

  @inline(__always)
  private static func isCalled(_ name: StaticString, _ field: Field, _ bytes: [UInt8]) -> Bool {
    // Sound: a static string has at least the bytes that it counts, and no name looked for is empty.
    field.name.count == name.utf8CodeUnitCount && ASCII.lower(bytes[field.name.lowerBound]) == name.utf8Start.pointee
      && bytes.hasPrefix(name, at: field.name.lowerBound, limit: field.name.upperBound)
  }

  /// The values of all fields called `name` (lower-case).
  func values(_ name: StaticString, in bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    for field in fields where Self.isCalled(name, field, bytes) {
      found.append(bytes[field.value])
    }
    return found
  }

  /// The value of the first field called `name` (lower-case) that is not empty.
  func first(_ name: StaticString, in bytes: [UInt8]) -> ArraySlice<UInt8>? {
    for field in fields where Self.isCalled(name, field, bytes) {
      let value = bytes[field.value].trimmed
      if !value.isEmpty { return value }
    }
    return nil
  }

  /// Whether there is a field called `name` (lower-case) with something in it.
  func has(_ name: StaticString, in bytes: [UInt8]) -> Bool {
    first(name, in: bytes) != nil
  }
}

/// Folded header values laid flat.
enum Unfolding {
  /// The value with each fold (line break and the white space around it) as one blank, without white space at its ends.
  static func unfold(_ value: ArraySlice<UInt8>) -> [UInt8] {
    let source = value.trimmed
    guard source.contains(0x0A) || source.contains(0x0D) else { return Array(source) }
    var out: [UInt8] = []
    out.reserveCapacity(source.count)
    var i = source.startIndex
    while i < source.endIndex {
      if source[i] == 0x0A || source[i] == 0x0D {
        while let last = out.last, last == 0x20 || last == 0x09 { out.removeLast() }
        while i < source.endIndex, ASCII.isSpace(source[i]) { i += 1 }
        out.append(0x20)
      } else {
        out.append(source[i])
        i += 1
      }
    }
    return out
  }
}
