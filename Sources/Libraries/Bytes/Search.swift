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

  /// The given phrases.
  public init(_ phrases: [String]) {
    items = phrases.map { Array($0.utf8) }
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

  /// Whether one of them occurs in `text`.
  public func occur(in text: [UInt8]) -> Bool {
    items.contains { text.contains($0) }
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
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for byte in bytes { out.append(byte &- 0x41 < 26 ? byte | 0x20 : byte) }
    return out
  }

  /// The bytes with ASCII letters in lower case.
  public static func ascii(_ bytes: [UInt8]) -> [UInt8] {
    ascii(bytes[...])
  }
}
