/// Why bytes are not what `FieldWriter` wrote.
public struct DamagedFields: Error {
  /// An error that says nothing more.
  @inlinable
  public init() {}
}

/// Writes numbers and texts one after the other, to be read by `FieldReader`.
public struct FieldWriter {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// Nothing yet.
  public init() {}

  /// A number in seven bits a byte, the lowest first.
  public mutating func number(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// A count, which is never negative.
  public mutating func count(_ value: Int) { number(UInt64(value)) }

  /// A number that can be negative: its sign in the lowest bit.
  public mutating func signed(_ value: Int) { number(UInt64(bitPattern: Int64(value << 1 ^ value >> 63))) }

  /// Eight bytes, the lowest first.
  public mutating func word(_ value: UInt64) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Bytes, behind their count.
  public mutating func text(_ value: [UInt8]) {
    count(value.count)
    bytes.append(contentsOf: value)
  }

  /// A list of things that `element` writes.
  @inlinable
  public mutating func list<Element>(_ elements: [Element], _ element: (inout FieldWriter, Element) -> Void) {
    count(elements.count)
    for each in elements { element(&self, each) }
  }
}

/// Reads what `FieldWriter` wrote; what cannot be that is refused, and nothing is read beyond the end.
@frozen
public struct FieldReader {
  @usableFromInline var position: Int
  @usableFromInline let end: Int

  /// A reader of the bytes of `range`, which lies inside every span that its methods are given.
  @inlinable
  public init(_ range: Range<Int>) {
    position = range.lowerBound
    end = range.upperBound
  }

  /// A number in seven bits a byte.
  @inlinable
  public mutating func number(_ span: RawSpan) throws(DamagedFields) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < end, shift < 64 {
      let byte = span.byte(position)
      position &+= 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift &+= 7
    }
    throw DamagedFields()
  }

  /// A count of things that take a byte each at least.
  @inlinable
  public mutating func count(_ span: RawSpan) throws(DamagedFields) -> Int {
    let value = try number(span)
    guard value <= UInt64(end - position) else { throw DamagedFields() }
    return Int(value)
  }

  /// A number that can be negative.
  @inlinable
  public mutating func signed(_ span: RawSpan) throws(DamagedFields) -> Int {
    let value = try number(span)
    return Int(Int64(bitPattern: value >> 1 ^ (0 &- (value & 1))))
  }

  /// Eight bytes.
  @inlinable
  public mutating func word(_ span: RawSpan) throws(DamagedFields) -> UInt64 {
    guard end - position >= 8 else { throw DamagedFields() }
    defer { position &+= 8 }
    return span.word(position)
  }

  /// Bytes, behind their count.
  @inlinable
  public mutating func text(_ span: RawSpan) throws(DamagedFields) -> [UInt8] {
    let length = try count(span)
    defer { position &+= length }
    return span.array(position..<position &+ length)
  }

  /// A list of things that `element` reads.
  @inlinable
  public mutating func list<Element>(
    _ span: RawSpan, _ element: (inout FieldReader, RawSpan) throws(DamagedFields) -> Element
  ) throws(DamagedFields) -> [Element] {
    let length = try count(span)
    var list: [Element] = []
    list.reserveCapacity(min(length, 64))
    for _ in 0..<length { list.append(try element(&self, span)) }
    return list
  }
}
