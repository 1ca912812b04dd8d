// The only file that calls RE2. RE2's matching is thread-safe once compiled, and its running time is linear in the text
// whatever the pattern.
import CRE2

/// One pattern in RE2 syntax, case-insensitive.
public final class Pattern: @unchecked Sendable {
  private let handle: OpaquePointer
  /// The RE2 text.
  public let source: String

  /// Compiles the pattern; nil and RE2's reason when it is no RE2 syntax.
  public static func compile(_ source: String) -> (pattern: Pattern?, reason: String) {
    var reason = [CChar](repeating: 0, count: 256)
    var text = source
    // Sound: RE2 copies the pattern, and the reason is cut to its capacity and ends in NUL.
    let handle = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cre2_pattern_new($0.baseAddress, $0.count, &reason, reason.count) }
    }
    guard let handle else { return (nil, RE2Reason.text(reason)) }
    return (Pattern(handle, source), "")
  }

  private init(_ handle: OpaquePointer, _ source: String) {
    self.handle = handle
    self.source = source
  }

  deinit { cre2_pattern_free(handle) }

  /// The leftmost match at or after `start`, which still sees what stands before it.
  public func find(in text: [UInt8], from start: Int = 0) -> Range<Int>? {
    find(in: text, start..<text.count)
  }

  /// The leftmost match within the range; what lies behind the range is not seen, what lies before it is.
  public func find(in text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard range.lowerBound >= 0, range.upperBound <= text.count else { return nil }
    var from = 0
    var to = 0
    // Sound: RE2 reads only the given length, and the offsets that it returns lie within it.
    let found = text.withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cre2_pattern_find(handle, $0.baseAddress, range.upperBound, range.lowerBound, &from, &to)
      }
    }
    return found ? from..<to : nil
  }
}

/// Many patterns that are looked for in one pass; tells which of them occur.
public final class PatternSet: @unchecked Sendable {
  private let handle: OpaquePointer
  /// How many patterns the set holds.
  public let count: Int

  /// Builds the set of patterns that are known to compile.
  public init(_ patterns: [Pattern]) {
    handle = cre2_set_new(64 << 20)
    count = patterns.count
    for pattern in patterns {
      var text = pattern.source
      // Sound: RE2 copies the pattern; no reason is asked for.
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { _ = cre2_set_add(handle, $0.baseAddress, $0.count, nil, 0) }
      }
    }
    _ = cre2_set_compile(handle)
  }

  deinit { cre2_set_free(handle) }

  /// Puts the indexes of the patterns that occur in the range of the text into `found`; false when the set ran out of
  /// memory and each pattern must be asked alone.
  public func match(_ text: [UInt8], _ range: Range<Int>, into found: inout [Int32]) -> Bool {
    guard count > 0 else {
      found.removeAll(keepingCapacity: true)
      return true
    }
    guard range.lowerBound >= 0, range.upperBound <= text.count else { return false }
    if found.count < count { found = [Int32](repeating: 0, count: count) }
    // Sound: the range was checked, and RE2 writes at most `count` indexes.
    let written = text.withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        found.withUnsafeMutableBufferPointer {
          cre2_set_match(
            handle, text.baseAddress.map { $0 + range.lowerBound }, range.count, $0.baseAddress, count)
        }
      }
    }
    guard written >= 0 else { return false }
    found.removeLast(found.count - Int(written))
    return true
  }
}

private enum RE2Reason {
  static func text(_ reason: [CChar]) -> String {
    String(decoding: reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
