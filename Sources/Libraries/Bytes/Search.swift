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
public struct Phrases: Sendable, ExpressibleByArrayLiteral {
  /// The phrases in their order, as UTF-8.
  public let items: [[UInt8]]
  /// Which bytes begin one of them.
  private let starts: [Bool]
  /// Which two bytes may begin one of them: a bit for the low six bits of each.
  private let pairs: [UInt64]
  /// The places of the items in the order of their first bytes, and where each first byte's begin.
  private let byFirst: [Int]
  private let buckets: [Int]

  /// The given phrases.
  public init(_ phrases: [String]) {
    let items = phrases.map { Array($0.utf8) }.filter { !$0.isEmpty }
    self.items = items
    byFirst = items.indices.sorted { (items[$0][0], $0) < (items[$1][0], $1) }
    var counts = [Int](repeating: 0, count: 257)
    var pairs = [UInt64](repeating: 0, count: 64)
    for item in items {
      counts[Int(item[0]) + 1] += 1
      pairs[Int(item[0] & 63)] |= item.count > 1 ? 1 << UInt64(item[1] & 63) : ~0
    }
    for i in 1..<257 { counts[i] += counts[i - 1] }
    buckets = counts
    self.pairs = pairs
    var starts = [Bool](repeating: false, count: 256)
    for item in items {
      if let first = item.first { starts[Int(first)] = true }
    }
    self.starts = starts
  }

  /// The given phrases.
  public init(arrayLiteral phrases: String...) {
    self.init(phrases)
  }

  /// Whether one of them occurs in `text`, found in one pass.
  public func occur(in text: [UInt8]) -> Bool {
    guard let last = text.last else { return false }
    // Sound: `i` and `i + 1` stay below `count`, and the table has an entry for each value of six bits.
    let isFound = text.withUnsafeBufferPointer { bytes in
      pairs.withUnsafeBufferPointer { pairs in
        for i in 0..<(bytes.count - 1)
        where pairs[Int(bytes[i] & 63)] >> UInt64(bytes[i + 1] & 63) & 1 != 0 && begins(bytes, at: i) {
          return true
        }
        return false
      }
    }
    return isFound || items.contains([last])
  }

  /// Whether one of the items with this first byte stands at `start`.
  private func begins(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    let first = Int(text[start])
    for place in buckets[first]..<buckets[first + 1] {
      let item = items[byFirst[place]]
      guard start + item.count <= text.count else { continue }
      var k = 1
      while k < item.count, text[start + k] == item[k] { k += 1 }
      if k == item.count { return true }
    }
    return false
  }

  /// The first of them, in the order of the list, that occurs in `text`.
  public func first(in text: [UInt8]) -> [UInt8]? {
    items.first { text.contains($0) }
  }

  /// Whether a text whose first byte, in any case, is `byte` may begin with one of them.
  public func mayBegin(_ byte: UInt8) -> Bool {
    byte >= 0x80 || starts[Int(byte &- 0x41 < 26 ? byte | 0x20 : byte)]
  }

  /// Whether one of them begins `text`.
  public func begin(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, starts[Int(first)] else { return false }
    return items.contains { item in
      guard item.count <= text.count else { return false }
      for k in 0..<item.count where item[k] != text[text.startIndex + k] { return false }
      return true
    }
  }

  /// Whether one of them begins `text`.
  public func begin(_ text: [UInt8]) -> Bool {
    begin(text[...])
  }

  /// Whether one of them ends `text`.
  public func end(_ text: [UInt8]) -> Bool {
    items.contains { text.count >= $0.count && text[(text.count - $0.count)...].elementsEqual($0) }
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
