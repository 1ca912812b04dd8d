// A compact form of facts that wait on disk: numbers of seven bits a byte, texts after their length.
import Bytes
import JSONLines

extension [UInt8] {
  /// Adds a number from 0 on.
  mutating func pack(_ number: Int) { append(addingCapacity: 10) { $0.pack(number) } }

  /// Adds a number that may be negative.
  mutating func pack(signed number: Int) { pack(number << 1 ^ number >> (Int.bitWidth - 1)) }

  mutating func pack(_ flag: Bool) { append(flag ? 1 : 0) }

  mutating func pack(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      pack(utf8.count)
      append(contentsOf: utf8)
    }
  }

  /// Adds a text or that there is none.
  mutating func pack(optional text: String?) {
    pack(text != nil)
    if let text { pack(text) }
  }

  /// Adds the text of the value at `place`, or `text` when that is no string.
  mutating func pack(_ json: RawSpan, _ place: ValuePlace, else text: StaticString = "") {
    guard place.isString(in: json) else { return pack(text.description) }
    let inner = place.range.lowerBound + 1..<place.range.upperBound - 1
    if json.firstOffset(of: UInt8(ascii: "\\"), in: inner) == nil {
      pack(inner.count)
      append(json, inner)
    } else {
      pack(JSONText.string(json, place.range))
    }
  }

  /// Adds the text of the value at `place`, or that there is none.
  mutating func pack(_ json: RawSpan, optional place: ValuePlace) {
    pack(place.isString(in: json))
    if place.isString(in: json) { pack(json, place) }
  }

  mutating func pack(_ texts: [String]) {
    pack(texts.count)
    for text in texts { pack(text) }
  }

  mutating func pack(bytes: [UInt8]) {
    pack(bytes.count)
    append(contentsOf: bytes)
  }
}

extension OutputSpan<UInt8> {
  /// Adds a number from 0 on, as lists of bytes do; it takes at most ten bytes.
  mutating func pack(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }
}

/// Reads what was packed, in the same order. The bytes are our own, so that a wrong one is a fault of the program.
struct Unpacker {
  let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func byte() -> UInt8 {
    position += 1
    return bytes[position - 1]
  }

  mutating func flag() -> Bool { byte() != 0 }

  mutating func number() -> Int {
    var (number, shift): (UInt64, UInt64) = (0, 0)
    while true {
      let next = byte()
      number |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return Int(truncatingIfNeeded: number) }
      shift += 7
    }
  }

  mutating func signedNumber() -> Int {
    let number = number()
    return Int(bitPattern: UInt(bitPattern: number) >> 1) ^ -(number & 1)
  }

  /// Where the next bytes lie, which stand after their count; they are passed over.
  mutating func range() -> Range<Int> {
    let count = number()
    position += count
    return position - count..<position
  }

  mutating func text() -> String {
    let range = range()
    return bytes.span.bytes.text(range)
  }

  /// The same; `known` itself where it is that, which spares a copy, and is quickly seen to be the same later on.
  mutating func text(_ known: String) -> String {
    let range = range()
    let span = bytes.span.bytes
    return span.equals(known, in: range) ? known : span.text(range)
  }

  mutating func optionalText() -> String? { flag() ? text() : nil }

  mutating func texts() -> [String] { list { $0.text() } }

  mutating func byteArray() -> [UInt8] {
    let range = range()
    return bytes.span.bytes.array(range)
  }
}
