/// Numbers as Liquid reckons with them: integers stay integers, fractions are decimal and not binary (10.1 - 2.2 is 7.9).
enum Number {
  case int(Int)
  case real(Double)

  /// The number a value stands for: its digits for a string, else 0.
  init(_ value: Value) {
    switch value {
    case .int(let number): self = .int(number)
    case .real(let number): self = .real(number)
    case .string(let text): self = Number.read(text)
    default: self = .int(0)
    }
  }

  private static func read(_ text: String) -> Number {
    let bytes = text.utf8.drop(while: isSpace)
    var end = bytes.startIndex
    if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") { end = bytes.index(after: end) }
    while end < bytes.endIndex, isDigit(bytes[end]) { end = bytes.index(after: end) }
    let whole = bytes[..<end]
    if end < bytes.endIndex, bytes[end] == UInt8(ascii: "."), whole.contains(where: isDigit) {
      let fraction = bytes[bytes.index(after: end)...].prefix(while: isDigit)
      let rest = bytes[fraction.endIndex...]
      let written = String(Substring(bytes[..<fraction.endIndex]))
      if !fraction.isEmpty, rest.allSatisfy(isSpace), let number = Double(written) { return .real(number) }
    }
    if let number = Int(String(Substring(whole))) { return .int(number) }
    return Double(String(Substring(whole))).map { .real($0) } ?? .int(0)
  }

  var value: Value {
    switch self {
    case .int(let number): .int(number)
    case .real(let number): .real(number)
    }
  }

  var double: Double {
    switch self {
    case .int(let number): Double(number)
    case .real(let number): number
    }
  }

  /// The number without its fraction, held within what an integer can be.
  var truncated: Int {
    switch self {
    case .int(let number): number
    case .real(let number): Number.integer(number.rounded(.towardZero))
    }
  }

  /// The nearest integer a double stands for; the ends of the range beyond it.
  static func integer(_ number: Double) -> Int {
    if let exact = Int(exactly: number) { return exact }
    return number.isNaN ? 0 : number < 0 ? Int.min : Int.max
  }

  static func + (left: Number, right: Number) -> Number {
    combine(left, right, { $0.addingReportingOverflow($1) }, Decimal.sum, +)
  }

  static func - (left: Number, right: Number) -> Number {
    combine(left, right, { $0.subtractingReportingOverflow($1) }, { Decimal.sum($0, $1.negated) }, -)
  }

  static func * (left: Number, right: Number) -> Number {
    combine(left, right, { $0.multipliedReportingOverflow(by: $1) }, Decimal.product, *)
  }

  private static func combine(
    _ left: Number, _ right: Number, _ whole: (Int, Int) -> (partialValue: Int, overflow: Bool),
    _ exact: (Decimal, Decimal) -> Decimal?, _ rough: (Double, Double) -> Double
  ) -> Number {
    if case .int(let a) = left, case .int(let b) = right {
      let (result, overflow) = whole(a, b)
      if !overflow { return .int(result) }
    } else if let a = Decimal(left), let b = Decimal(right), let result = exact(a, b) {
      return .real(result.double)
    }
    return .real(rough(left.double, right.double))
  }

  /// The quotient; of integers the whole one, rounded down. Nil when the divisor is zero.
  func divided(by divisor: Number) -> Number? {
    if divisor.double == 0 { return nil }
    guard case .int(let a) = self, case .int(let b) = divisor else { return .real(double / divisor.double) }
    if b == -1 { return .int(0) - self }
    let quotient = a / b
    return .int(a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient)
  }

  /// The remainder, with the divisor's sign. Nil when the divisor is zero.
  func modulo(_ divisor: Number) -> Number? {
    if divisor.double == 0 { return nil }
    if case .int(let a) = self, case .int(let b) = divisor {
      if b == -1 { return .int(0) }
      let rest = a % b
      return .int(rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest)
    }
    if let a = Decimal(self), let b = Decimal(divisor), let rest = Decimal.remainder(a, b) { return .real(rest.double) }
    let rest = double.truncatingRemainder(dividingBy: divisor.double)
    return .real(rest != 0 && (rest < 0) != (divisor.double < 0) ? rest + divisor.double : rest)
  }

  static func < (left: Number, right: Number) -> Bool {
    if case .int(let a) = left, case .int(let b) = right { return a < b }
    return left.double < right.double
  }

  /// The number rounded half away from zero to that many decimal places; an integer for none or fewer.
  func rounded(places: Int) -> Number {
    if case .int(let number) = self, places >= 0 { return .int(number) }
    guard let exact = Decimal(self) else { return self }
    let result = exact.rounded(places: max(-18, min(18, places)))
    return places > 0 ? .real(result.double) : .int(Number.integer(result.double))
  }
}

@inline(__always)
func isDigit(_ byte: UInt8) -> Bool {
  byte >= 0x30 && byte <= 0x39
}
