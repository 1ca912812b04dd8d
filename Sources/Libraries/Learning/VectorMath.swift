/// Functions of eight numbers at a time, by additions, multiplications and bit patterns alone: unlike those of the C
/// library, whose variants differ with the processor, they give the same bits everywhere.
enum VectorMath {
  typealias Eight = SIMD8<Float>

  /// e^x to within two units in the last place; below e^-60 it is that. The method is Cephes' `expf`: x = n ln 2 + r, a
  /// polynomial for e^r, and n into the exponent.
  static func exp(_ x: Eight) -> Eight {
    let clamped = clamp(x, -60, 80)
    // Adding 1.5 * 2^23 rounds to a whole number, which then stands in the lowest bits.
    let shifted = clamped * 1.442_695_04 + 12_582_912
    let whole = shifted - 12_582_912
    let rest = clamped - whole * 0.693_359_375 + whole * 2.121_944_4e-4
    var sum = Eight(repeating: 1.987_569_15e-4)
    for coefficient: Float in [1.398_199_950_7e-3, 8.333_451_907_3e-3, 4.166_579_589_4e-2, 0.166_666_654_59, 0.5] {
      sum = sum * rest + coefficient
    }
    sum = sum * rest * rest + rest + 1
    let power = (unsafeBitCast(shifted, to: SIMD8<Int32>.self) &<< 23) &+ 0x3F80_0000
    return sum * unsafeBitCast(power, to: Eight.self)
  }

  /// The u with e^u + u = x, which is the logarithm of the Wright omega function (Corless and Jeffrey, "The Wright omega
  /// function", 2002), for x up to some thousands.
  static func logOmega(_ x: Eight) -> Eight {
    let one = Eight(repeating: 1)
    let large = x .> one
    let some = one.replacing(with: x, where: large)
    var u = clamp(x, -60, 0).replacing(with: roughLog(some) * some / (some + 1), where: large)
    // Newton; the first guess lies above or so near that three steps are enough.
    for _ in 0..<3 { u = towardsLogOmega(x, from: u) }
    return u
  }

  /// One step of Newton's towards `logOmega(x)`.
  static func towardsLogOmega(_ x: Eight, from u: Eight) -> Eight {
    let power = exp(u)
    return u - (power + u - x) / (power + 1)
  }

  /// The natural logarithm of what is at least 1, to about a hundredth: the exponent, and a parabola for the mantissa.
  private static func roughLog(_ x: Eight) -> Eight {
    let bits = unsafeBitCast(x, to: SIMD8<Int32>.self)
    let exponent = unsafeBitCast((bits &>> 23) &+ (0x4B40_0000 &- 127), to: Eight.self) - 12_582_912
    let mantissa = unsafeBitCast((bits & 0x007F_FFFF) | 0x3F80_0000, to: Eight.self)
    return (exponent + (2 - mantissa * 0.333_333) * mantissa - 1.666_667) * 0.693_147
  }

  private static func clamp(_ x: Eight, _ low: Float, _ high: Float) -> Eight {
    let raised = x.replacing(with: low, where: x .< low)
    return raised.replacing(with: high, where: raised .> high)
  }
}
