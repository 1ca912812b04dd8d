// A large JSON text in place: checked once, then read part by part.
import Bytes
import JSONLines

enum JSONDocument {
  /// The range of the value called `name` in the object that fills `range`; nil when there is none, or no object.
  static func member(_ name: String, of bytes: RawSpan, _ range: Range<Int>) -> Range<Int>? {
    guard bytes.byte(range.lowerBound) == UInt8(ascii: "{") else { return nil }
    let key = Array("\"\(name)\"".utf8)
    var found: Range<Int>?
    JSONTree.eachMember(bytes, range) { candidate, value in
      if bytes.equals(key, in: candidate) { found = value }
      return found == nil
    }
    return found
  }

  /// The text or the number called `name` in an object, as text.
  static func text(_ name: String, of bytes: RawSpan, _ range: Range<Int>) -> String? {
    guard let value = member(name, of: bytes, range) else { return nil }
    switch JSONTree.value(bytes, value) {
    case .string(let text): return text.isEmpty ? nil : text
    case .number(let digits): return digits
    default: return nil
    }
  }
}
