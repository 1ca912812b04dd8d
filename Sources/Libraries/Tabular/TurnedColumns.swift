import Matching

/// Two columns of words whose values are put into each other now and then, such as given and family names.
struct TurnedColumns: Sendable {
  let first, second: Int

  /// Share of the values of the column with fewer ones that must stand in the other too.
  private static let leastShare = 0.05
  /// Values that must.
  private static let fewestShared = 5
  /// The level of texts that agree in another order, and the one up to which they do not agree.
  private static let turned = 9
  private static let half = 4

  /// The columns of `columns` that have values in common.
  static func found(_ columns: [Column]) -> [TurnedColumns] {
    var found: [TurnedColumns] = []
    for first in columns.indices where isShort(columns[first]) {
      for second in columns.indices where second > first && isShort(columns[second]) {
        let texts = Set(columns[second].values.map(\.text))
        let shared = columns[first].values.count { texts.contains($0.text) }
        let fewer = min(columns[first].values.count, columns[second].values.count)
        if shared >= fewestShared, Double(shared) >= leastShare * Double(fewer) {
          found.append(TurnedColumns(first: first, second: second))
        }
      }
    }
    return found
  }

  private static func isShort(_ column: Column) -> Bool { column.kind == .text && column.wordsInValue < 2 }

  /// Where both columns agree crosswise and not straight, they agree as turned ones do.
  func compare(_ left: Int, _ right: Int, _ columns: [Column], _ agreement: inout Agreement) {
    guard agreement.level(first) <= Self.half, agreement.level(second) <= Self.half else { return }
    let crosswise = [cross(left, right, columns), cross(right, left, columns)]
    guard !crosswise.contains(-1), crosswise.reduce(0, +) >= 2 else { return }
    for index in [first, second] where agreement.level(index) > 0 { agreement.set(index, level: Self.turned) }
  }

  /// 2 when the first column of `left` is equal to the second of `right`, 1 when it is that misspelt, 0 when one is
  /// missing, -1 when they differ.
  private func cross(_ left: Int, _ right: Int, _ columns: [Column]) -> Int {
    guard let one = columns[first].values(of: left).first, let other = columns[second].values(of: right).first else {
      return 0
    }
    let (text, spelt) = (columns[first].values[Int(one)].text, columns[second].values[Int(other)].text)
    if text == spelt { return 2 }
    let long = max(text.count, spelt.count)
    return (4...64).contains(long) && EditDistance.osa(text, spelt) * 4 <= long ? 1 : -1
  }

  /// The key that `rule` gives for both values of a record, whichever stands where.
  func key(of cells: [[ColumnValue]], rule: UInt8) -> BlockingKey? {
    guard let left = cells[first].first?.text, let right = cells[second].first?.text else { return nil }
    let parts = left.lexicographicallyPrecedes(right) ? (left, right) : (right, left)
    return BlockingKey(rule: rule, parts.0[...], parts.1[...])
  }
}
