// Bytes and phrases found in bytes through the C library's vector code.
import CLibC
import Glibc

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
  /// The second bytes of the phrases of `byFirst`, 0 where there is none.
  private let seconds: [UInt8]

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
    seconds = byFirst.map { items[$0].count > 1 ? items[$0][1] : 0 }
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

  /// Whether a text that begins like `text`, in any case, may begin with one of them.
  public func mayBegin(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    guard text.count > 1, first < 0x80 else { return mayBegin(first) }
    let second = text[text.startIndex + 1]
    guard second < 0x80 else { return mayBegin(first) }
    return mayBegin(first &- 0x41 < 26 ? first | 0x20 : first, second &- 0x41 < 26 ? second | 0x20 : second)
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
    for rank in offsets[Int(first)]..<offsets[Int(first) + 1] where seconds[rank] == second || seconds[rank] == 0 {
      let place = byFirst[rank]
      guard items[place].count <= text.count else { continue }
      var length = 1
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
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte >= 0x80 { return Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8) }
      out.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    return out
  }

  /// `text` in lower case as UTF-8.
  public static func text(_ text: String) -> [UInt8] {
    Self.text(Array(text.utf8)[...])
  }

  /// The bytes with ASCII letters in lower case.
  public static func ascii(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    // Sound: as many bytes are written as are read, and the room is for as many.
    bytes.withUnsafeBufferPointer { source in
      [UInt8](unsafeUninitializedCapacity: source.count) { target, count in
        for i in source.indices { target[i] = source[i] &- 0x41 < 26 ? source[i] | 0x20 : source[i] }
        count = source.count
      }
    }
  }

  /// The bytes with ASCII letters in lower case.
  public static func ascii(_ bytes: [UInt8]) -> [UInt8] {
    ascii(bytes[...])
  }
}
