// Bytes and phrases found in bytes through the C library's vector code.
import CLibC
import Glibc

/// Hints to the processor, which change no result.
public enum Memory {
  /// Asks for what lies at `address` to be brought near while other work is done, for a look at it that is known to come.
  public static func prefetch(_ address: UnsafeRawPointer?) { kith_prefetch(address) }
}

extension [UInt8] {
  /// The first index of `byte` within `range`.
  public func index(of byte: UInt8, in range: Range<Int>) -> Int? {
    guard range.lowerBound >= 0, range.upperBound <= count, !range.isEmpty else { return nil }
    // Sound: the range was checked against the buffer that memchr reads.
    return withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress,
        let hit = memchr(base + range.lowerBound, Int32(byte), range.count)
      else { return nil }
      return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(hit))
    }
  }

  /// The first index of `needle` within `range`; nil also for an empty needle.
  public func index(of needle: [UInt8], in range: Range<Int>) -> Int? {
    guard let first = needle.first, range.lowerBound >= 0, range.upperBound <= count else { return nil }
    guard needle.count > 1 else { return index(of: first, in: range) }
    guard range.count >= needle.count else { return nil }
    // Sound: both ranges were checked against the buffers that memmem reads.
    return withUnsafeBufferPointer { buffer in
      needle.withUnsafeBufferPointer { wanted in
        guard let base = buffer.baseAddress, let start = wanted.baseAddress,
          let hit = kith_memmem(base + range.lowerBound, range.count, start, wanted.count)
        else { return nil }
        return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(hit))
      }
    }
  }

  /// Whether `needle` occurs.
  public func contains(_ needle: [UInt8]) -> Bool {
    index(of: needle, in: 0..<count) != nil
  }
}

/// A list of phrases, looked for byte by byte in text that was lower-cased like them.
///
/// A small table of the pairs of bytes that begin phrases rules out nearly all places of a text without looking at a
/// phrase; `occurPlainly` and `beginPlainly` do without it and are what tests compare with.
public struct Phrases: Sendable, ExpressibleByArrayLiteral {
  /// The phrases in their order, as UTF-8.
  public let items: [[UInt8]]
  /// Which bytes begin one of them, and which end one.
  private let starts: [Bool]
  private let ends: [Bool]
  /// A bit for each hash of two bytes that begin one of them.
  private let pairs: [UInt64]
  /// The places of the phrases in `items` by their first byte: those of byte b are `byFirst[offsets[b]..<offsets[b + 1]]`.
  private let byFirst: [Int]
  private let offsets: [Int]
  /// The first four bytes of the phrases of `byFirst`, and which of the four they have.
  private let heads: [(bytes: UInt32, mask: UInt32)]

  /// The given phrases.
  public init(_ phrases: [String]) {
    let items = phrases.map { Array($0.utf8) }.filter { !$0.isEmpty }
    var starts = [Bool](repeating: false, count: 256)
    var ends = starts
    var pairs = [UInt64](repeating: 0, count: 64)
    for item in items {
      let first = item[0]
      starts[Int(first)] = true
      ends[Int(item[item.count - 1])] = true
      // A phrase of one byte may be followed by any other.
      for second in item.count > 1 ? item[1]...item[1] : 0...255 {
        let hash = Self.hash(first, second)
        pairs[hash &>> 6] |= 1 &<< UInt64(hash & 63)
      }
    }
    self.items = items
    self.starts = starts
    self.ends = ends
    self.pairs = pairs
    byFirst = items.indices.sorted { (items[$0][0], $0) < (items[$1][0], $1) }
    var offsets = [Int](repeating: 0, count: 257)
    for item in items { offsets[Int(item[0]) + 1] += 1 }
    for byte in 0..<256 { offsets[byte + 1] += offsets[byte] }
    self.offsets = offsets
    heads = byFirst.map { (Self.head(items[$0][...]), ~0 << (8 * UInt32(4 - min(4, items[$0].count)))) }
  }

  /// The given phrases.
  public init(arrayLiteral phrases: String...) {
    self.init(phrases)
  }

  /// Twelve bits for two bytes.
  @inline(__always)
  private static func hash(_ first: UInt8, _ second: UInt8) -> Int {
    (Int(first) &* 67 ^ Int(second) &* 31) & 4095
  }

  /// The first four bytes of `text` as a number, 0 for those it lacks.
  @inline(__always)
  private static func head(_ text: ArraySlice<UInt8>) -> UInt32 {
    var head: UInt32 = 0
    for i in 0..<4 {
      head = head << 8 | (i < text.count ? UInt32(text[text.startIndex + i]) : 0)
    }
    return head
  }

  /// Whether one of them may begin with these two bytes.
  @inline(__always)
  private func mayBegin(_ first: UInt8, _ second: UInt8) -> Bool {
    let hash = Self.hash(first, second)
    return pairs[hash &>> 6] &>> UInt64(hash & 63) & 1 != 0
  }

  /// Whether one of them occurs in `text`.
  public func occur(in text: [UInt8]) -> Bool {
    let span = text.span
    guard span.count > 1 else { return occurPlainly(in: text) }
    var first = span[0]
    for index in 1..<span.count {
      let second = span[index]
      if mayBegin(first, second), begin(text[(index - 1)...]) { return true }
      first = second
    }
    return starts[Int(first)] && begin(text[(span.count - 1)...])
  }

  /// `occur` without its table.
  public func occurPlainly(in text: [UInt8]) -> Bool {
    items.contains { text.contains($0) }
  }

  /// The first of them, in the order of the list, that occurs in `text`.
  public func first(in text: [UInt8]) -> [UInt8]? {
    guard occur(in: text) else { return nil }
    return items.first { text.contains($0) }
  }

  /// Whether a text whose first byte, in any case, is `byte` may begin with one of them.
  public func mayBegin(_ byte: UInt8) -> Bool {
    byte >= 0x80 || starts[Int(byte &- 0x41 < 26 ? byte | 0x20 : byte)]
  }

  /// Whether a text that begins like `text`, in any case, may begin with one of them: by its first four bytes, as far as
  /// they are ASCII.
  public func mayBegin(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    guard text.count > 1, first < 0x80 else { return mayBegin(first) }
    let head = Self.head(text)
    guard head & 0x8080_0000 == 0 else { return mayBegin(first) }
    let isASCII = head & 0x8080 == 0
    let lower = Self.lowered(isASCII ? head : head & 0xFFFF_0000)
    guard mayBegin(UInt8(lower >> 24), UInt8(lower >> 16 & 0xFF)) else { return false }
    return !isASCII || ranks(UInt8(lower >> 24)).contains { lower & heads[$0].mask == heads[$0].bytes }
  }

  /// The places in `byFirst` of the phrases that begin with `byte`.
  @inline(__always)
  private func ranks(_ byte: UInt8) -> Range<Int> {
    offsets[Int(byte)]..<offsets[Int(byte) + 1]
  }

  /// Four bytes of ASCII with their letters in lower case.
  @inline(__always)
  private static func lowered(_ head: UInt32) -> UInt32 {
    // In each byte the top bit of the first sum is set from `A` on, that of the second beyond `Z`.
    let letters = (head &+ 0x3F3F_3F3F) & ~(head &+ 0x2525_2525) & 0x8080_8080
    return head | letters >> 2
  }

  /// Whether `text` is one of them.
  public func contain(_ text: ArraySlice<UInt8>) -> Bool {
    anyBeginning(of: text) { $0 == text.count }
  }

  /// Whether one of them begins `text`.
  public func begin(_ text: ArraySlice<UInt8>) -> Bool {
    anyBeginning(of: text) { _ in true }
  }

  /// The length of the longest of them that begins `text` and is followed by no letter or digit of ASCII, 0 when none is.
  public func longestWord(beginning text: ArraySlice<UInt8>) -> Int {
    var longest = 0
    _ = anyBeginning(of: text) { length in
      let isWhole = length == text.count || !Self.isWordByte(text[text.startIndex + length])
      if isWhole { longest = max(longest, length) }
      return false
    }
    return longest
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Whether one of those that begin `text` is `wanted`, which is given its length.
  @inline(__always)
  private func anyBeginning(of text: ArraySlice<UInt8>, _ wanted: (Int) -> Bool) -> Bool {
    guard let first = text.first, starts[Int(first)] else { return false }
    let start = text.startIndex
    let second = text.count > 1 ? text[start + 1] : 0
    guard mayBegin(first, second) else { return false }
    let head = Self.head(text)
    for rank in ranks(first) where head & heads[rank].mask == heads[rank].bytes {
      let place = byFirst[rank]
      guard items[place].count <= text.count else { continue }
      var length = min(4, items[place].count)
      while length < items[place].count, items[place][length] == text[start + length] { length += 1 }
      if length == items[place].count, wanted(length) { return true }
    }
    return false
  }

  /// `begin` without its tables.
  public func beginPlainly(_ text: ArraySlice<UInt8>) -> Bool {
    items.contains { text.starts(with: $0) }
  }

  /// Whether one of them begins `text`.
  public func begin(_ text: [UInt8]) -> Bool {
    begin(text[...])
  }

  /// Whether one of them ends `text`.
  public func end(_ text: [UInt8]) -> Bool {
    guard let last = text.last, ends[Int(last)] else { return false }
    return items.contains { text.count >= $0.count && text[(text.count - $0.count)...].elementsEqual($0) }
  }
}

/// Letters in lower case.
public enum LowerCase {
  /// UTF-8 with the letters of all scripts in lower case; ill-formed bytes become U+FFFD.
  public static func text(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.contains { $0 >= 0x80 } ? Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8) : ascii(bytes)
  }

  /// `text` in lower case as UTF-8.
  public static func text(_ text: String) -> [UInt8] {
    Self.text(Array(text.utf8)[...])
  }

  /// The bytes with ASCII letters in lower case.
  public static func ascii(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    // An array made with unsafeUninitializedCapacity would be slower: its initialiser is not specialised.
    var out = Array(bytes)
    // Sound: only the array's own elements are read and written, each in its place.
    out.withUnsafeMutableBufferPointer { text in
      for i in text.indices where text[i] &- 0x41 < 26 { text[i] |= 0x20 }
    }
    return out
  }

  /// The bytes with ASCII letters in lower case.
  public static func ascii(_ bytes: [UInt8]) -> [UInt8] {
    ascii(bytes[...])
  }
}
