// The only file that calls RE2. RE2's matching is thread-safe, and its running time is linear in the text whatever the
// pattern.
import CRE2

/// One pattern in RE2 syntax, case-insensitive. It is compiled when it is first looked for.
public final class Pattern: @unchecked Sendable {
  private let handle: OpaquePointer
  /// The RE2 text.
  public let source: String

  /// Compiles the pattern; nil and RE2's reason when it is no RE2 syntax.
  public static func compile(_ source: String) -> (pattern: Pattern?, reason: String) {
    let pattern = Pattern(known: source)
    var reason = [CChar](repeating: 0, count: 256)
    // Sound: the reason is cut to its capacity and ends in NUL.
    guard cre2_pattern_compile(pattern.handle, &reason, reason.count) else { return (nil, RE2Reason.text(reason)) }
    return (pattern, "")
  }

  /// A pattern that is known to be one; else it never occurs.
  init(known source: String) {
    var text = source
    // Sound: the shim copies the pattern.
    handle = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cre2_pattern_new($0.baseAddress, $0.count) }
    }
    self.source = source
  }

  deinit { cre2_pattern_free(handle) }

  /// How many instructions RE2 has made of it; it is compiled for that.
  var size: Int { cre2_pattern_size(handle) }

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

private enum RE2Reason {
  static func text(_ reason: [CChar]) -> String {
    String(decoding: reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
