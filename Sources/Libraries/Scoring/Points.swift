import Rules

/// Points as whole ten-thousandths: sums are exact, and fast.
struct Points: Sendable, Comparable {
  /// The ten-thousandths.
  var units: Int64

  static let zero = Points(units: 0)
  static let places = 4

  init(units: Int64) { self.units = units }

  /// The points that a decimal says, rounded to four places; nil when they are beyond a thousand million.
  init?(_ decimal: Decimal) {
    let limit = Decimal(1_000_000_000)
    guard decimal <= limit, Decimal(-1_000_000_000) <= decimal else { return nil }
    let rounded = decimal.rounded(places: Points.places)
    var units = rounded.significand
    for _ in 0..<max(0, rounded.exponent + Points.places) { units *= 10 }
    self.units = Int64(units)
  }

  /// The points that a decimal says, held within a thousand million.
  init(clamping decimal: Decimal) {
    self = Points(decimal) ?? Points(units: (decimal < .zero ? -1 : 1) * 10_000_000_000_000)
  }

  static func < (left: Points, right: Points) -> Bool { left.units < right.units }
  static func + (left: Points, right: Points) -> Points { Points(units: left.units &+ right.units) }
  static func - (left: Points, right: Points) -> Points { Points(units: left.units &- right.units) }

  /// The points as a decimal.
  var decimal: Decimal { Decimal(significand: Int128(units), exponent: -Points.places) }

  /// Adds the shortest spelling to JSON text.
  func write(to json: inout [UInt8]) { FixedText.write(Int128(units), places: Points.places, to: &json) }
}

/// Decimal spelling of scaled whole numbers.
enum FixedText {
  /// Adds `units / 10^places` to the text, without zeros at the end.
  static func write(_ units: Int128, places: Int, to json: inout [UInt8]) {
    if units < 0 { json.append(UInt8(ascii: "-")) }
    guard var rest = UInt64(exactly: units.magnitude) else {
      json.append(contentsOf: Decimal(significand: Int128(units.magnitude), exponent: -places).description.utf8)
      return
    }
    var scale: UInt64 = 1
    for _ in 0..<places { scale &*= 10 }
    writeWhole(rest / scale, to: &json)
    rest %= scale
    guard rest > 0 else { return }
    json.append(UInt8(ascii: "."))
    while rest > 0 {
      scale /= 10
      json.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest / scale))
      rest %= scale
    }
  }

  private static func writeWhole(_ number: UInt64, to json: inout [UInt8]) {
    if number >= 10 { writeWhole(number / 10, to: &json) }
    json.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number % 10))
  }
}
