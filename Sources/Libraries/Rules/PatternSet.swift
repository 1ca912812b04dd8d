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

/// Many patterns; tells in one pass over a text, by the words that they need, which of them may occur.
public final class PatternSet: @unchecked Sendable {
  private let handle: OpaquePointer
  /// How many patterns the set holds.
  public let count: Int

  /// Builds the set of patterns that are known to compile.
  public init(_ patterns: [Pattern]) {
    handle = cre2_set_new()
    count = patterns.count
    for pattern in patterns {
      var text = pattern.source
      // Sound: RE2 copies the pattern.
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { _ = cre2_set_add(handle, $0.baseAddress, $0.count) }
      }
    }
    if count > 0 { cre2_set_compile(handle) }
  }

  deinit { cre2_set_free(handle) }

  /// Puts the indexes of the patterns that may occur in the text into `found`, ascending; no other pattern occurs.
  public func candidates(in text: [UInt8], into found: inout [Int32]) {
    found.removeAll(keepingCapacity: true)
    guard count > 0 else { return }
    found.append(contentsOf: repeatElement(0, count: count))
    // Sound: RE2 reads only the given length and writes at most `count` indexes.
    let written = text.withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        found.withUnsafeMutableBufferPointer {
          cre2_set_candidates(handle, text.baseAddress, text.count, $0.baseAddress, count)
        }
      }
    }
    found.removeLast(count - written)
  }
}

private enum RE2Reason {
  static func text(_ reason: [CChar]) -> String {
    String(decoding: reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
