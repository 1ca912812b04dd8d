/// One aspect in which two records are compared, with the ways in which they can agree.
public struct Comparison: Sendable {
  /// One way to agree, with what is believed of it before any data was seen.
  public struct Level: Sendable {
    /// Such as `equal`, `nickname` or `different`.
    public let name: String
    /// Share of pairs of one entity that agree in this way.
    public let matchShare: Double
    /// Share of pairs of two entities that agree in this way.
    public let randomShare: Double

    /// A level of that name with its shares before any data was seen.
    public init(_ name: String, match: Double, random: Double) {
      self.name = name
      matchShare = match
      randomShare = random
    }
  }

  /// Such as `email`.
  public let name: String
  /// The levels, from 1 on; level 0 says that a value is missing, and tells nothing.
  public let levels: [Level]

  /// A comparison of that name with at most 15 levels.
  public init(_ name: String, _ levels: [Level]) {
    self.name = name
    self.levels = Array(levels.prefix(15))
  }

  /// The name of level `index`.
  public func levelName(_ index: Int) -> String {
    index >= 1 && index <= levels.count ? levels[index - 1].name : "missing"
  }
}

/// How two records agree in up to 16 comparisons. It is made and filled for every pair, in the callers' own code.
@frozen
public struct Agreement: Sendable, Equatable {
  @usableFromInline
  var levels: UInt64 = 0
  @usableFromInline
  var bits = SIMD16<Float>()

  /// Nothing known.
  @inlinable
  public init() {}

  /// Four bits for each comparison: its level.
  @inlinable
  public var pattern: UInt64 { levels }

  /// Bits that the rarity of the values adds to each comparison.
  @inlinable
  public var rarity: SIMD16<Float> { bits }

  /// Sets the level of comparison `index`, and what the value's rarity adds.
  @inlinable
  public mutating func set(_ index: Int, level: Int, rarity: Float = 0) {
    let shift = UInt64(index & 15) &* 4
    levels = levels & ~(15 &<< shift) | UInt64(level & 15) &<< shift
    bits[index & 15] = rarity
  }

  /// The level of comparison `index`.
  @inlinable
  public func level(_ index: Int) -> Int { Self.level(levels, index) }

  @inlinable
  static func level(_ pattern: UInt64, _ index: Int) -> Int { Int(pattern &>> (UInt64(index & 15) &* 4) & 15) }
}
