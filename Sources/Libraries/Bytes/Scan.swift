// Reading a span of bytes one by one or eight at a time. The loads are unchecked: each caller keeps
// `offset` (and `offset + 7` for a word) below the count that it has compared with, and says so by its loop.

extension RawSpan {
  /// The byte at `offset`, which the caller knows to lie inside the span.
  @inlinable @inline(__always)
  public func byte(_ offset: Int) -> UInt8 {
    assert(offset >= 0 && offset < byteCount)
    return unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
  }

  /// The eight bytes from `offset` on, the first in the lowest bits; the caller knows that all lie inside the span.
  @inlinable @inline(__always)
  public func word(_ offset: Int) -> UInt64 {
    assert(offset >= 0 && offset + 8 <= byteCount)
    return UInt64(littleEndian: unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
  }

  /// The four bytes from `offset` on, the first in the lowest bits; the caller knows that all lie inside the span.
  @inlinable @inline(__always)
  public func halfWord(_ offset: Int) -> UInt32 {
    assert(offset >= 0 && offset + 4 <= byteCount)
    return UInt32(littleEndian: unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt32.self))
  }

  /// The offset of the first `wanted` in `range`, or nil.
  @inlinable
  public func firstOffset(of wanted: UInt8, in range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= byteCount)
    var offset = range.lowerBound
    let pattern = ByteLanes.repeating(wanted)
    while offset &+ 8 <= range.upperBound {
      let found = ByteLanes.zeros(in: word(offset) ^ pattern)
      if found != 0 { return offset &+ ByteLanes.first(found) }
      offset &+= 8
    }
    while offset < range.upperBound {
      if byte(offset) == wanted { return offset }
      offset &+= 1
    }
    return nil
  }

  /// Whether the bytes of `range` are exactly `other`.
  @inlinable
  public func equals(_ other: [UInt8], in range: Range<Int>) -> Bool {
    guard range.count == other.count else { return false }
    precondition(range.lowerBound >= 0 && range.upperBound <= byteCount)
    for index in 0..<other.count where byte(range.lowerBound &+ index) != other[index] { return false }
    return true
  }

  /// The bytes of `range` as text; what is not UTF-8 becomes U+FFFD.
  @inlinable
  public func text(_ range: Range<Int>) -> String {
    // Sound: the pointer does not leave the closure.
    extracting(range).withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
  }

  /// A copy of the bytes of `range`.
  @inlinable
  public func array(_ range: Range<Int>) -> [UInt8] {
    // Sound: the pointer does not leave the closure.
    extracting(range).withUnsafeBytes { Array($0) }
  }
}

extension [UInt8] {
  /// Adds the bytes of `range` of `span` at the end.
  @inlinable
  public mutating func append(_ span: RawSpan, _ range: Range<Int>) {
    // Sound: the pointer does not leave the closure.
    span.extracting(range).withUnsafeBytes { append(contentsOf: $0) }
  }
}

/// Eight bytes at a time in one register ("SWAR"; Hacker's Delight, 2nd ed., section 6-1). Only the lowest
/// mark of an answer is exact: a borrow may set marks above it, so callers use the first and look again.
public enum ByteLanes {
  /// `byte` in all eight lanes.
  @inlinable @inline(__always)
  public static func repeating(_ byte: UInt8) -> UInt64 {
    UInt64(byte) &* 0x0101_0101_0101_0101
  }

  /// A mark in the top bit of each lane that is zero.
  @inlinable @inline(__always)
  public static func zeros(in word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  /// A mark in the top bit of each lane below `limit`, which is at most 128.
  @inlinable @inline(__always)
  public static func below(_ limit: UInt8, in word: UInt64) -> UInt64 {
    (word &- repeating(limit)) & ~word & 0x8080_8080_8080_8080
  }

  /// The index of the lowest marked lane, of marks that are not all zero.
  @inlinable @inline(__always)
  public static func first(_ marks: UInt64) -> Int {
    marks.trailingZeroBitCount &>> 3
  }
}
