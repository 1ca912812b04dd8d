// What several readers do at once is put together again where blocks were cut at the wrong place.

/// Joins what a block left over with the blocks behind it, whose rows were then read from a wrong start.
///
/// Blocks are taken in order. While the seam is closed, what a block gave holds; with a rest the seam opens. While it is
/// open, what the next blocks gave is dropped: their bytes are joined to the rest and read again, until nothing is left over.
public struct BlockSeam {
  private var carried: TableBlock?
  /// How long it must have grown before it is read again: twice as long each time, so that all takes linear time.
  private var wanted = 0

  /// Closed.
  public init() {}

  /// Whether blocks must be joined.
  public var isOpen: Bool { carried != nil }

  /// Keeps what was left over, if anything.
  public mutating func leave(_ rest: TableBlock?) {
    wanted = carried == nil ? 0 : 2 * (rest?.bytes.count ?? 0)
    carried = rest
  }

  /// Adds the next block; gives all that was joined when it shall be read.
  public mutating func join(_ block: TableBlock) -> TableBlock? {
    carried?.append(block)
    guard let carried, block.isLast || carried.bytes.count >= wanted else { return nil }
    return carried
  }

  /// Hands over what was left, to be put back into the table when no block is under way.
  public mutating func take() -> TableBlock? {
    defer { carried = nil }
    return carried
  }
}
