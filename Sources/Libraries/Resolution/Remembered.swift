import Bytes
import JSONLines
import Matching

/// What was made of texts before: the same spellings come again and again. Texts are known by their hashes.
struct Remembered<Value> {
  private var table = HashTable()
  private var values: [Value] = []

  /// What `make` gives for the string at `place`, now or before; nil where there is no string or an empty one.
  mutating func value(_ place: ValuePlace, in json: RawSpan, _ make: (String) -> Value) -> Value? {
    guard let hash = place.textHash(in: json) else { return nil }
    return value(hash: hash) { make(JSONText.string(json, place.range)) }
  }

  /// What `make` gives for the text with this hash, now or before.
  mutating func value(hash: UInt64, _ make: () -> Value) -> Value {
    if let known = self[hash] { return known }
    let value = make()
    self[hash] = value
    return value
  }

  /// What is remembered for the text with this hash; it is set once and stays.
  subscript(hash: UInt64) -> Value? {
    get { table.number(of: hash).map { values[Int($0)] } }
    set {
      guard let newValue, Int(table.add(hash)) == values.count else { return }
      values.append(newValue)
    }
  }
}

extension ValuePlace {
  /// The hash of a string that is not empty; nil for anything else.
  func textHash(in json: RawSpan) -> UInt64? {
    guard isString(in: json), count > 2 else { return nil }
    let inner = range.lowerBound + 1..<range.upperBound - 1
    if json.firstOffset(of: UInt8(ascii: "\\"), in: inner) == nil { return ContentHash.of(json, inner) }
    var text: [UInt8] = []
    JSONText.decode(json, range, into: &text)
    return ContentHash.of(text)
  }
}
