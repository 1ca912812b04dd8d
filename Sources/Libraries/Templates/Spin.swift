/// A choice in a template's own text, `{Hi|Hello}`, made by who is written to and not by chance.
final class Spin: Sendable {
  /// The alternatives; each may hold tags, and choices of its own.
  let options: [Body]
  /// Which choice of the template this is.
  let ordinal: Int

  init(options: [Body], ordinal: Int) {
    self.options = options
    self.ordinal = ordinal
  }

  /// The alternative for a seed (of record and template) and a variant: different for each of the first variants.
  func pick(seed: UInt64, variant: Int) -> Body {
    var mixed = seed ^ (UInt64(truncatingIfNeeded: ordinal) &* 0x9E37_79B9_7F4A_7C15)
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    let start = Int(mixed % UInt64(options.count))
    return options[(start + variant % options.count + options.count) % options.count]
  }

  /// The seed that a record's id and a template's name give.
  static func seed(_ id: String, _ template: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in [id, "\u{0}", template] {
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
    return hash
  }
}
