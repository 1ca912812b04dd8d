/// A small exact decimal fraction: `coefficient` divided by ten to the `scale`.
struct Decimal {
  var coefficient: Int128
  var scale: Int

  /// At most 18 digits, so that no product or sum of two can overflow.
  private static let limit = powerOfTen(18)

  /// The decimal that a number's shortest text shows; nil when it is too long or written with an exponent.
  init?(_ number: Number) {
    switch number {
    case .int(let whole):
      coefficient = Int128(whole)
      scale = 0
    case .real(let real):
      coefficient = 0
      scale = 0
      var seenPoint = false
      let text = real.description
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "-"): continue
        case UInt8(ascii: "."): seenPoint = true
        case 0x30...0x39:
          coefficient = coefficient * 10 + Int128(byte - 0x30)
          scale += seenPoint ? 1 : 0
          if coefficient >= Self.limit { return nil }
        default: return nil
        }
      }
      if real < 0 { coefficient = -coefficient }
    }
    if coefficient >= Self.limit || coefficient <= -Self.limit || scale > 18 { return nil }
  }

  private init(_ coefficient: Int128, scale: Int) {
    self.coefficient = coefficient
    self.scale = scale
  }

  var negated: Decimal { Decimal(-coefficient, scale: scale) }

  /// The nearest double, by way of the decimal text.
  var double: Double {
    let digits = String(coefficient.magnitude)
    return Double("\(coefficient < 0 ? "-" : "")\(digits)e-\(scale)") ?? 0
  }

  static func sum(_ left: Decimal, _ right: Decimal) -> Decimal? {
    let (a, b, scale) = aligned(left, right)
    return Decimal(a + b, scale: scale)
  }

  static func product(_ left: Decimal, _ right: Decimal) -> Decimal? {
    Decimal(left.coefficient * right.coefficient, scale: left.scale + right.scale)
  }

  static func remainder(_ left: Decimal, _ right: Decimal) -> Decimal? {
    let (a, b, scale) = aligned(left, right)
    if b == 0 { return nil }
    let rest = a % b
    return Decimal(rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest, scale: scale)
  }

  private static func aligned(_ left: Decimal, _ right: Decimal) -> (Int128, Int128, Int) {
    let scale = max(left.scale, right.scale)
    return (
      left.coefficient * powerOfTen(scale - left.scale), right.coefficient * powerOfTen(scale - right.scale), scale
    )
  }

  func rounded(places: Int) -> Decimal {
    if places >= scale { return self }
    let unit = Self.powerOfTen(scale - places)
    let magnitude = (coefficient < 0 ? -coefficient : coefficient) + unit / 2
    let units = magnitude / unit * (coefficient < 0 ? -1 : 1)
    return places >= 0 ? Decimal(units, scale: places) : Decimal(units * Self.powerOfTen(-places), scale: 0)
  }

  private static func powerOfTen(_ exponent: Int) -> Int128 {
    var power: Int128 = 1
    for _ in 0..<max(0, min(37, exponent)) { power *= 10 }
    return power
  }
}
