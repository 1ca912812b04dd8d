/// Which bytes a text has, by their lowest six bits: made once for a text that is compared again and again.
@frozen
public struct LetterSet: Sendable, Equatable {
  @usableFromInline
  var bits: UInt64 = 0

  /// The bytes of no text.
  public init() {}

  /// The bytes of `text`.
  public init(_ text: Span<UInt8>) {
    for index in text.indices { bits |= Self.bit(text[index]) }
  }

  func contains(_ byte: UInt8) -> Bool { bits & Self.bit(byte) != 0 }

  private static func bit(_ byte: UInt8) -> UInt64 { 1 << UInt64(byte & 63) }
}

/// How many bytes two strings can have in common, told by which bytes there are and not where: a bound that is cheap.
@frozen
public struct LetterOverlap {
  /// Bytes of the one string that the other may have, and those that it has not.
  @usableFromInline
  let shared: (left: Int, right: Int)
  @usableFromInline
  let foreign: (left: Int, right: Int)

  /// The overlap of two texts, every byte counted.
  public init(_ left: Span<UInt8>, _ right: Span<UInt8>) {
    let (leftSet, rightSet) = (LetterSet(left), LetterSet(right))
    var shared = (left: 0, right: 0)
    for index in left.indices where rightSet.contains(left[index]) { shared.left &+= 1 }
    for index in right.indices where leftSet.contains(right[index]) { shared.right &+= 1 }
    self.shared = shared
    foreign = (left.count - shared.left, right.count - shared.right)
  }

  /// The overlap of two texts of which only the lengths and the sets of bytes are known: a wider bound, by a few
  /// instructions.
  @inlinable
  public init(_ left: LetterSet, count leftCount: Int, _ right: LetterSet, count rightCount: Int) {
    foreign = ((left.bits & ~right.bits).nonzeroBitCount, (right.bits & ~left.bits).nonzeroBitCount)
    shared = (leftCount - foreign.left, rightCount - foreign.right)
  }

  /// No more than so many bytes of one can be paired with equal ones of the other.
  var mostInCommon: Int { min(shared.left, shared.right) }

  /// No fewer edits than these turn one into the other: each changes, adds or takes at most one byte of either.
  @inlinable
  public var fewestEdits: Int { max(foreign.left, foreign.right) }

  /// Whether one can be a part of the other: it has no byte that the other has not.
  @inlinable
  public var mayContain: Bool { foreign.left == 0 || foreign.right == 0 }
}
