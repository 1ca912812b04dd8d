import Matching

/// The values under which the records of a table meet.
enum TableBlocking {
  /// What of a column's value is a key.
  enum Rule: String, CaseIterable {
    case whole = "whole value"
    case words
    case ends = "beginnings and ends of words"
  }

  /// Words of one value that are keys.
  private static let mostWords = 24

  /// The keys of a record with these values in each column.
  static func keys(of cells: [[ColumnValue]], _ turns: [TurnedColumns]) -> [BlockingKey] {
    cells.indices.flatMap { keys(of: cells[$0], number: $0) }
      + turns.compactMap { $0.key(of: cells, rule: UInt8(cells.count * Rule.allCases.count)) }
  }

  /// The names of the rules, by their number.
  static func rules(_ columns: [String]) -> [String] {
    columns.flatMap { column in Rule.allCases.map { column + ": \($0.rawValue)" } } + [
      "values in either of two columns"
    ]
  }

  private static func keys(of cell: [ColumnValue], number: Int) -> [BlockingKey] {
    var keys: [BlockingKey] = []
    func add(_ rule: Rule, _ parts: ArraySlice<UInt8>...) {
      let place = Rule.allCases.firstIndex(of: rule) ?? 0
      let rule = UInt8(number * Rule.allCases.count + place)
      keys.append(
        parts.count > 1
          ? BlockingKey(rule: rule, parts[0], parts[1]) : BlockingKey(rule: rule, parts[0]))
    }
    for value in cell {
      add(.whole, value.text[...])
      switch value.kind {
      case .text, .company:
        for word in value.words.prefix(mostWords) {
          if value.words.count > 1, word.count > 1 { add(.words, word[...]) }
          if word.count >= 5 {
            add(.ends, [0], word.prefix(4))
            add(.ends, [1], word.suffix(4))
          }
        }
      case .number: break
      case .date:
        add(.words, [0], value.text.prefix(6))
        add(.words, [1], value.text.suffix(4))
        add(.words, [2] + value.text.prefix(4) + value.text.suffix(2))
      case .email:
        add(.words, value.mailbox)
        if value.mailbox.count >= 6 { add(.ends, [0], value.mailbox.prefix(5)) }
      case .code, .phone, .link:
        guard value.text.count >= 6 else { break }
        add(.ends, [0], value.text.prefix(value.text.count / 2 + 1))
        add(.ends, [1], value.text.suffix(value.text.count / 2 + 1))
      }
    }
    return keys
  }
}
