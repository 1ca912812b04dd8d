/// What lies where in a state.
enum StateLayout {
  static let magic: UInt64 = 0x7865_646e_6968_746b
  /// To be raised whenever records are read differently or the layout changes.
  static let version: UInt64 = 2
  /// Tables of counted values that a state can have.
  static let mostTables: UInt64 = 64

  /// The numbers that the index begins with.
  enum Header: Int, CaseIterable {
    case magic, version
    /// Of all that follows.
    case checksum
    /// See `KeptKind`.
    case surroundings, reading, tables
  }

  /// The sections of an index with so many tables, in the order in which they stand there.
  static func sections(tables: Int) -> [Section] {
    [.lines, .offsets, .checks, .fields, .keys, .holders, .shared, .others]
      + (0..<tables).flatMap { [.values($0), .counts($0)] }
  }

  /// A part of a state.
  enum Section: Hashable {
    /// For each record in the order of ids: the hash of its line, where its fields begin (and the end of all), what its
    /// surroundings are, and its id and fields.
    case lines, offsets, checks, fields
    /// The blocking keys, ascending, and the record that has each.
    case keys, holders
    /// Keys of values that different entities share, ascending.
    case shared
    /// Hashes of lines that are records of other types, ascending.
    case others
    /// Of each table the hashes of values, ascending, and how many records have each.
    case values(Int)
    case counts(Int)

    /// Where it stands among the sections.
    var place: Int {
      switch self {
      case .lines: 0
      case .offsets: 1
      case .checks: 2
      case .fields: 3
      case .keys: 4
      case .holders: 5
      case .shared: 6
      case .others: 7
      case .values(let table): 8 + 2 * table
      case .counts(let table): 9 + 2 * table
      }
    }
  }

  /// `count` rounded up to a multiple of eight.
  static func padded(_ count: Int) -> Int { (count + 7) / 8 * 8 }
}
