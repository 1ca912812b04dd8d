// Reading a span of bytes one by one or eight at a time. The loads are unchecked: each caller keeps
// `offset` (and `offset + 7` for a word) below the count that it has compared with, and says so by its loop.
import Glibc

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
  public func firstOffset(of wanted: UInt8, in range: Range<Int>) -> Int? {
    // Sound: memchr looks at the bytes of the range only, which `extracting` has checked, inside the closure.
    extracting(range).withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, let found = memchr(start, Int32(wanted), bytes.count) else { return nil }
      return range.lowerBound + (UnsafeRawPointer(found) - start)
    }
  }

  /// The offset of the last `wanted` in `range`, or nil.
  public func lastOffset(of wanted: UInt8, in range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= byteCount)
    let pattern = ByteLanes.repeating(wanted)
    var end = range.upperBound
    while end &- 8 >= range.lowerBound, ByteLanes.zeros(in: word(end &- 8) ^ pattern) == 0 { end &-= 8 }
    while end > range.lowerBound {
      end &-= 1
      if byte(end) == wanted { return end }
    }
    return nil
  }

  /// Whether the bytes of `range` are exactly `other`.
  @inlinable @inline(__always)
  public func equals(_ other: [UInt8], in range: Range<Int>) -> Bool {
    equals(other, 0..<other.count, in: range)
  }

  /// Whether the bytes of `range` are exactly those of `place` in `other`.
  @inlinable @inline(__always)
  public func equals(_ other: [UInt8], _ place: Range<Int>, in range: Range<Int>) -> Bool {
    let count = place.count
    guard range.count == count else { return false }
    precondition(range.lowerBound >= 0 && range.upperBound <= byteCount && place.upperBound <= other.count)
    let wanted = other.span.bytes
    let one = range.lowerBound
    let two = place.lowerBound
    if count >= 8 {
      var index = 0
      while index &+ 8 <= count {
        if word(one &+ index) != wanted.word(two &+ index) { return false }
        index &+= 8
      }
      // The last word may overlap the one before it, which does no harm.
      return word(one &+ count &- 8) == wanted.word(two &+ count &- 8)
    }
    if count >= 4 {
      return halfWord(one) == wanted.halfWord(two)
        && halfWord(one &+ count &- 4) == wanted.halfWord(two &+ count &- 4)
    }
    for index in 0..<count where byte(one &+ index) != wanted.byte(two &+ index) { return false }
    return true
  }

  /// Whether the bytes of both ranges are the same.
  public func equals(_ one: Range<Int>, _ two: Range<Int>) -> Bool {
    precondition(one.lowerBound >= 0 && two.lowerBound >= 0 && max(one.upperBound, two.upperBound) <= byteCount)
    guard one.count == two.count else { return false }
    var offset = 0
    while offset &+ 8 <= one.count {
      if word(one.lowerBound &+ offset) != word(two.lowerBound &+ offset) { return false }
      offset &+= 8
    }
    while offset < one.count {
      if byte(one.lowerBound &+ offset) != byte(two.lowerBound &+ offset) { return false }
      offset &+= 1
    }
    return true
  }

  /// Whether the bytes of `range` are exactly the UTF-8 of `text`.
  public func equals(_ text: String, in range: Range<Int>) -> Bool {
    // Sound: memcmp looks at as many bytes as both have, and no pointer leaves the closures.
    extracting(range).withUnsafeBytes { bytes in
      text.utf8.withContiguousStorageIfAvailable { utf8 in
        guard utf8.count == bytes.count, let one = bytes.baseAddress, let two = utf8.baseAddress else {
          return utf8.count == bytes.count
        }
        return memcmp(one, two, bytes.count) == 0
      } ?? text.utf8.elementsEqual(bytes)
    }
  }

  /// How often `wanted` stands in `range`.
  public func count(of wanted: UInt8, in range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= byteCount)
    let pattern = SIMD16<UInt8>(repeating: wanted)
    let ones = SIMD16<UInt8>(repeating: 1)
    var offset = range.lowerBound
    var count = 0
    while offset &+ 16 <= range.upperBound {
      // Each lane counts its own finds; after 255 rounds at most they are added up, before one can overflow.
      var lanes = SIMD16<UInt8>(repeating: 0)
      let end = min(offset &+ 255 * 16, range.upperBound)
      while offset &+ 16 <= end {
        let bytes = unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: SIMD16<UInt8>.self)
        lanes.replace(with: lanes &+ ones, where: bytes .== pattern)
        offset &+= 16
      }
      for lane in 0..<16 { count &+= Int(lanes[lane]) }
    }
    while offset < range.upperBound {
      if byte(offset) == wanted { count &+= 1 }
      offset &+= 1
    }
    return count
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
    // Sound: the pointers do not leave the closures. As UInt8 the bytes are copied at once and not one by one.
    span.extracting(range).withUnsafeBytes { raw in
      raw.withMemoryRebound(to: UInt8.self) { append(contentsOf: $0) }
    }
  }
}

extension OutputSpan<UInt8> {
  /// Adds all bytes of `text`, for which there is room.
  @inlinable @inline(__always)
  public mutating func append(copying text: UnsafeBufferPointer<UInt8>) {
    precondition(text.count <= freeCapacity)
    // Sound: as many bytes are written behind those that are there as have just been found to be free.
    withUnsafeMutableBufferPointer { room, count in
      if let start = text.baseAddress, let end = room.baseAddress?.advanced(by: count) {
        memcpy(end, start, text.count)
        count += text.count
      }
    }
  }

  /// Adds the bytes of `range` of `span`, for which there is room.
  @inlinable @inline(__always)
  public mutating func append(_ span: RawSpan, _ range: Range<Int>) {
    // Sound: the pointers do not leave the closures.
    span.extracting(range).withUnsafeBytes { raw in
      raw.withMemoryRebound(to: UInt8.self) { append(copying: $0) }
    }
  }

  /// Adds all bytes of `text` between two of `quote`, for which there is room.
  @inlinable @inline(__always)
  public mutating func append(copying text: UnsafeBufferPointer<UInt8>, between quote: UInt8) {
    precondition(text.count &+ 2 <= freeCapacity)
    // Sound: the bytes that are written behind those that are there, two and those of the text, have just been found free.
    withUnsafeMutableBufferPointer { room, count in
      guard let end = room.baseAddress?.advanced(by: count) else { return }
      end[0] = quote
      if let start = text.baseAddress { memcpy(end + 1, start, text.count) }
      end[text.count &+ 1] = quote
      count &+= text.count &+ 2
    }
  }

  /// Adds a number in decimal digits, for which there is room; they are twenty at most, with the sign.
  public mutating func append(decimal number: Int) {
    var rest = number.magnitude
    if number < 0 { append(UInt8(ascii: "-")) }
    if rest < 10 { return append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest)) }
    var power: UInt = 10
    while power <= rest / 10 { power *= 10 }
    while power > 0 {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / power))
      rest %= power
      power /= 10
    }
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
