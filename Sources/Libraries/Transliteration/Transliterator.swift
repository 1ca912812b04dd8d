import CICU

/// Names of other scripts in Latin letters, by ICU. Only filters that compare names across scripts link it.
public final class Transliterator {
  /// Opened at the first text that needs it, and never closed: it lives as long as the filter.
  private lazy var rules: kith_transliterator? = {
    let identifier = Array("Any-Latin; Latin-ASCII".utf16)
    return identifier.withUnsafeBufferPointer { kith_transliterator_open($0.baseAddress, Int32($0.count)) }
  }()

  /// Longest text, in UTF-16 units, that is transliterated; longer ones stay as they are.
  private static let longest = 1024

  /// A transliterator that costs nothing until it is needed. For one thread.
  public init() {}

  /// Whether `text` has letters of another script than Latin.
  public static func isNeeded(for text: some StringProtocol) -> Bool {
    text.unicodeScalars.contains { scalar in
      scalar.value >= 0x370 && !(0x1D00...0x1EFF).contains(scalar.value) && !(0xFB00...0xFB06).contains(scalar.value)
        && scalar.properties.isAlphabetic
    }
  }

  /// `text` in Latin letters; as it is when it has no others.
  public func latin(_ text: String) -> String {
    guard Self.isNeeded(for: text), let rules else { return text }
    var units = Array(text.utf16)
    guard units.count <= Self.longest else { return text }
    let length = units.count
    units += repeatElement(0, count: length * 8 + 32)
    // Sound: ICU writes at most the buffer's count, and the pointer is used only within the call.
    let count = units.withUnsafeMutableBufferPointer {
      kith_transliterate(rules, $0.baseAddress, Int32(length), Int32($0.count))
    }
    guard count > 0, Int(count) <= units.count else { return text }
    return String(decoding: units[..<Int(count)], as: UTF16.self)
  }
}
