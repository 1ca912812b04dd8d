/// A decimal number, exact: `significand × 10^exponent`. Sums and products of points, weights and facts lose nothing
/// within 38 digits; JSON numbers beyond that are cut (and compared) by their first 36 digits.
public struct Decimal: Sendable, Hashable, Comparable, CustomStringConvertible, ExpressibleByIntegerLiteral {
  /// The digits, with their sign; no zeros at the end unless the number is zero.
  public let significand: Int128
  /// The power of ten.
  public let exponent: Int

  /// Zero.
  public static let zero = Decimal(significand: 0, exponent: 0)

  /// The number in its shortest form.
  public init(significand: Int128, exponent: Int) {
    var digits = significand
    var power = digits == 0 ? 0 : exponent
    while digits != 0, digits % 10 == 0 {
      digits /= 10
      power += 1
    }
    self.significand = digits
    self.exponent = power
  }

  /// A whole number.
  public init(_ value: Int) { self.init(significand: Int128(value), exponent: 0) }

  /// A whole number.
  public init(integerLiteral value: Int) { self.init(value) }

  /// The number that a JSON text spells, or nil when it is no JSON number.
  public init?(_ text: String) {
    var text = text
    guard let value = text.withUTF8({ Decimal(utf8: $0.span) }) else { return nil }
    self = value
  }

  /// The number that the bytes of a JSON number spell.
  public init?(utf8 text: Span<UInt8>) {
    var reader = NumberReader()
    guard let (significand, exponent) = reader.read(text) else { return nil }
    self.init(significand: significand, exponent: exponent)
  }

  /// Less by value.
  public static func < (left: Decimal, right: Decimal) -> Bool {
    if left.exponent == right.exponent { return left.significand < right.significand }
    let signs = (left.significand.signum(), right.significand.signum())
    if signs.0 != signs.1 { return signs.0 < signs.1 }
    let magnitudes = (left.magnitude, right.magnitude)
    if magnitudes.0 != magnitudes.1 { return (magnitudes.0 < magnitudes.1) == (signs.0 > 0) }
    let shared = min(left.exponent, right.exponent)
    return left.scaled(to: shared) < right.scaled(to: shared)
  }

  /// The sum.
  public static func + (left: Decimal, right: Decimal) -> Decimal {
    if left.significand == 0 { return right }
    if right.significand == 0 { return left }
    let (large, small) = left.exponent >= right.exponent ? (left, right) : (right, left)
    guard large.magnitude - small.exponent <= 37 else { return large }
    return Decimal(significand: large.scaled(to: small.exponent) &+ small.significand, exponent: small.exponent)
  }

  /// The difference.
  public static func - (left: Decimal, right: Decimal) -> Decimal {
    left + Decimal(significand: 0 &- right.significand, exponent: right.exponent)
  }

  /// The product; factors beyond 18 digits are rounded to 18 first.
  public static func * (left: Decimal, right: Decimal) -> Decimal {
    let (left, right) = (left.shortened(), right.shortened())
    let exponent = left.exponent.addingReportingOverflow(right.exponent).partialValue
    return Decimal(significand: left.significand * right.significand, exponent: exponent)
  }

  /// The one rounding of kith: to that many decimal places, half away from zero.
  public func rounded(places: Int) -> Decimal {
    let surplus = -exponent - places
    guard surplus > 0 else { return self }
    guard surplus <= 37 else { return .zero }
    let unit = Decimal.power(surplus)
    let (quotient, remainder) = significand.quotientAndRemainder(dividingBy: unit)
    let up = remainder.magnitude >= (unit / 2).magnitude
    return Decimal(significand: quotient + (up ? significand.signum() : 0), exponent: -places)
  }

  /// The next whole number up or down, held within what an `Int` holds.
  func whole(up: Bool) -> Int {
    guard exponent < 0 else {
      let bound = significand > 0 ? Int.max : Int.min
      return magnitude > 19 ? bound : Int(clamping: scaled(to: 0))
    }
    guard exponent >= -38 else { return significand > 0 ? (up ? 1 : 0) : (up ? 0 : -1) }
    let (quotient, remainder) = significand.quotientAndRemainder(dividingBy: Decimal.power(-exponent))
    return Int(clamping: quotient + (up ? (remainder > 0 ? 1 : 0) : (remainder < 0 ? -1 : 0)))
  }

  /// The number divided by a whole number, rounded to that many places.
  public func divided(by divisor: Int, places: Int) -> Decimal {
    guard divisor != 0 else { return .zero }
    let wide = rounded(places: places + 4)
    guard wide.exponent >= -(places + 4), wide.magnitude < 20 else { return .zero }
    let scaled = wide.scaled(to: -(places + 4))
    return Decimal(significand: scaled / Int128(divisor), exponent: -(places + 4)).rounded(places: places)
  }

  /// Plain decimal notation where it is short, else with an exponent.
  public var description: String {
    if exponent >= 0 {
      guard exponent <= 20 else { return "\(significand)e\(exponent)" }
      return "\(significand)" + String(repeating: "0", count: exponent)
    }
    guard exponent >= -30 else { return "\(significand)e\(exponent)" }
    var digits = Array("\(significand.magnitude)".utf8)
    let missing = 1 - exponent - digits.count
    if missing > 0 { digits.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: missing), at: 0) }
    digits.insert(UInt8(ascii: "."), at: digits.count + exponent)
    return (significand < 0 ? "-" : "") + String(decoding: digits, as: UTF8.self)
  }

  /// The position of the first digit: 1 for 1…9, 2 for 10…99.
  private var magnitude: Int {
    var digits = 0
    var rest = significand.magnitude
    while rest > 0 {
      rest /= 10
      digits += 1
    }
    return digits.addingReportingOverflow(exponent).partialValue
  }

  private func scaled(to power: Int) -> Int128 {
    exponent - power <= 37 ? significand &* Decimal.power(exponent - power) : significand
  }

  private func shortened() -> Decimal {
    var digits = significand
    var power = exponent
    while digits.magnitude >= 1_000_000_000_000_000_000 {
      digits /= 10
      power += 1
    }
    return Decimal(significand: digits, exponent: power)
  }

  private static func power(_ exponent: Int) -> Int128 {
    var result: Int128 = 1
    for _ in 0..<max(0, min(exponent, 38)) { result *= 10 }
    return result
  }
}

/// Reads the grammar of JSON numbers.
private struct NumberReader {
  private var index = 0
  private var digits: Int128 = 0
  private var kept = 0
  private var exponent = 0

  private func byte(_ text: Span<UInt8>) -> UInt8 { index < text.count ? text[index] : 0 }

  mutating func read(_ text: Span<UInt8>) -> (Int128, Int)? {
    let negative = byte(text) == UInt8(ascii: "-")
    if negative { index += 1 }
    let start = index
    let whole = run(text, fraction: false)
    guard whole > 0, whole == 1 || text[start] != UInt8(ascii: "0") else { return nil }
    if byte(text) == UInt8(ascii: ".") {
      index += 1
      guard run(text, fraction: true) > 0 else { return nil }
    }
    if byte(text) | 0x20 == UInt8(ascii: "e") {
      guard let power = power(text) else { return nil }
      exponent = max(-1_000_000_000, min(1_000_000_000, exponent + power))
    }
    return index == text.count ? (negative ? -digits : digits, exponent) : nil
  }

  private mutating func run(_ text: Span<UInt8>, fraction: Bool) -> Int {
    let start = index
    while index < text.count, text[index] &- 0x30 < 10 {
      if kept < 36 {
        digits = digits * 10 + Int128(text[index] - 0x30)
        if digits != 0 { kept += 1 }
        if fraction { exponent -= 1 }
      } else if !fraction {
        exponent += 1
      }
      index += 1
    }
    return index - start
  }

  private mutating func power(_ text: Span<UInt8>) -> Int? {
    index += 1
    let negative = byte(text) == UInt8(ascii: "-")
    if negative || byte(text) == UInt8(ascii: "+") { index += 1 }
    let start = index
    var value = 0
    while index < text.count, text[index] &- 0x30 < 10 {
      value = min(1_000_000_000, value * 10 + Int(text[index] - 0x30))
      index += 1
    }
    return index > start ? (negative ? -value : value) : nil
  }
}
