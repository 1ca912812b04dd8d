/// How many bytes two strings can have in common, told by which bytes there are and not where: a bound that is cheap.
struct LetterOverlap {
  /// Bytes of the one string that the other may have, and those that it has not.
  private(set) var shared = (left: 0, right: 0)
  private(set) var foreign = (left: 0, right: 0)

  init(_ left: [UInt8], _ right: [UInt8]) {
    let (leftSet, rightSet) = (Self.set(left), Self.set(right))
    for byte in left { if rightSet & Self.bit(byte) != 0 { shared.left &+= 1 } }
    for byte in right { if leftSet & Self.bit(byte) != 0 { shared.right &+= 1 } }
    foreign = (left.count - shared.left, right.count - shared.right)
  }

  /// No more than so many bytes of one can be paired with equal ones of the other.
  var mostInCommon: Int { min(shared.left, shared.right) }

  /// No fewer edits than these turn one into the other: each changes, adds or takes at most one byte of either.
  var fewestEdits: Int { max(foreign.left, foreign.right) }

  private static func set(_ text: [UInt8]) -> UInt64 { text.reduce(0) { $0 | bit($1) } }

  private static func bit(_ byte: UInt8) -> UInt64 { 1 << UInt64(byte & 63) }
}
