/// Reads fixed-width numbers and separators from the bytes of a date or time.
struct DigitReader {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ text: some StringProtocol) {
    bytes = Array(text.utf8.prefix(64))
  }

  var atEnd: Bool { position == bytes.count }
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Exactly `count` decimal digits, or nil without moving.
  mutating func number(digits count: Int) -> Int? {
    guard position + count <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[position..<position + count] {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    position += count
    return value
  }

  /// One to `limit` decimal digits, or nil.
  mutating func number(upTo limit: Int) -> Int? {
    var count = 0
    while count < limit, position + count < bytes.count, (0x30...0x39).contains(bytes[position + count]) { count += 1 }
    return count == 0 ? nil : number(digits: count)
  }

  /// Takes one byte if it is one of `set`.
  mutating func take(_ set: StaticString) -> UInt8? {
    guard let byte = next, set.utf8.contains(byte) else { return nil }
    position += 1
    return byte
  }

  /// Skips all decimal digits.
  mutating func skipDigits() {
    while let byte = next, byte >= 0x30, byte <= 0x39 { position += 1 }
  }
}

extension StaticString {
  /// The bytes of the literal; sound because a literal lives as long as the program.
  fileprivate var utf8: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount) }
}

/// `value` in decimal, padded with zeros to `width` digits.
func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value.magnitude)
  let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
  return (value < 0 ? "-" : "") + zeros + digits
}

/// Quotient rounded down, also for negative values.
func floorDivide(_ value: Int, _ divisor: Int) -> Int {
  let quotient = value / divisor
  return value % divisor < 0 ? quotient - 1 : quotient
}

/// Remainder that is never negative.
func floorRemainder(_ value: Int, _ divisor: Int) -> Int {
  let remainder = value % divisor
  return remainder < 0 ? remainder + divisor : remainder
}
