import Matching
import Transliteration

/// How the records of any table are compared: column by column, each by what its values look like.
///
/// What is known of the records stands in the columns. Columns are put in an order that
/// depends on their content only, so that neither their names nor their order matter.
public struct TableModel: EntityModel {
  /// How many records there are.
  public let recordCount: Int
  let columns: [Column]
  private let turns: [TurnedColumns]
  /// The columns in the order in which they are compared where not all need to be: those with words last.
  private let cheapFirst: [Int]
  /// What is compared.
  public let comparisons: [Comparison]
  /// The names of the blocking rules, by their number.
  public let blockingRules: [String]
  /// Which blocks are compared: the smallest, as many as a bearable number of pairs allows.
  public let limits: BlockLimits
  /// How the weights are learnt: the beliefs are about tables of any kind, so the data must speak early.
  public let training: TrainingOptions

  /// Comparisons that an agreement has room for.
  private static let mostColumns = 16

  /// The model for `table`: every column that tells something, each by what its values look like.
  public init(_ table: [TableColumn], records: Int) {
    let columns = table.map { Column($0, ColumnShape.kind(of: $0.texts)) }
    let chosen = ColumnChoice.choose(columns, records: records, limit: Self.mostColumns)
    self.init(chosen, TurnedColumns.found(chosen), records: records)
  }

  /// The model for `table` that compares the columns of `layout`; those that the table does not have are empty.
  public init(_ table: [TableColumn], records: Int, _ layout: TableLayout) {
    let columns = layout.columns.map { wanted in
      let found = table.first { $0.path == wanted.path } ?? TableColumn(path: wanted.path, records: records)
      return Column(found, wanted.kind)
    }
    self.init(columns, layout.turns, records: records)
  }

  /// The model for rows that are a part of all, with what is counted in each column of all.
  public init(_ part: PartOfTable, _ counts: [ColumnCounts]) {
    let columns = part.columns.indices.map { Column(part.layout.columns[$0], part.columns[$0], counts[$0]) }
    self.init(columns, part.layout.turns, records: part.count)
  }

  private init(_ columns: [Column], _ turns: [TurnedColumns], records: Int) {
    recordCount = records
    self.columns = columns
    self.turns = turns
    cheapFirst = columns.indices.sorted { (columns[$0].wordsInValue, $0) < (columns[$1].wordsInValue, $1) }
    limits = Self.limits(records)
    training = Self.training(columns)
    let naming = training.naming
    comparisons = columns.indices.map { index in
      Comparison(
        columns[index].path.joined(separator: "."),
        index == naming ? ColumnKind.nameLevels : columns[index].kind.levels)
    }
    blockingRules = TableBlocking.rules(comparisons.map(\.name))
  }

  /// Which blocks of so many records are compared.
  public static func limits(_ records: Int) -> BlockLimits {
    var limits = BlockLimits(records: 3000)
    limits.pairs = 3_000_000 + 40 * records
    return limits
  }

  private static func training(_ columns: [Column]) -> TrainingOptions {
    var training = TrainingOptions()
    training.highestPrior = 0.25
    training.matchBelief = 20
    training.startsFromSample = true
    training.naming = ColumnChoice.naming(columns)
    return training
  }

  /// What is compared, and where it stands.
  public var layout: TableLayout {
    TableLayout(
      columns: columns.map { ColumnSpecification(path: $0.path, kind: $0.kind) },
      turned: turns.map { ($0.first, $0.second) })
  }

  /// What the record with that number holds.
  public func row(_ record: Int) -> TableRow { TableRow(cells: columns.map { $0.cell(record) }) }

  /// The values under which a record meets others.
  public func keys(of record: Int) -> [BlockingKey] { TableBlocking.keys(of: row(record).cells, turns) }

  /// A name that stands a thousand times counts no more than others when weights are learnt.
  public func say(_ record: Int) -> Float {
    guard let naming = training.naming else { return 1 }
    let column = columns[naming]
    return column.values(of: record).first.map { 1 / Float(column.counts[Int($0)]).squareRoot() } ?? 1
  }

  /// How two records agree.
  public func compare(_ left: Int, _ right: Int) -> Agreement {
    var agreement = Agreement()
    for index in columns.indices {
      let (level, rarity) = columns[index].compare(left, right)
      agreement.set(index, level: level, rarity: rarity)
    }
    for turn in turns { turn.compare(left, right, columns, &agreement) }
    return agreement
  }

  /// How two records agree; nil as soon as what was compared says that they can't be one.
  public func compare(_ left: Int, _ right: Int, by bound: WeightBound) -> Agreement? {
    var agreement = Agreement()
    var most = bound.start
    for index in cheapFirst {
      let (level, rarity) = columns[index].compare(left, right)
      agreement.set(index, level: level, rarity: rarity)
      // Columns that agree crosswise may turn out better than they look.
      if turns.contains(where: { $0.first == index || $0.second == index }) { continue }
      most = bound.narrowed(most, comparison: index, level: level, rarity: rarity)
      if WeightBound.isHopeless(most) { return nil }
    }
    for turn in turns { turn.compare(left, right, columns, &agreement) }
    return agreement
  }

  /// See `Column`.
  public var highestRarity: Float { Column.highestRarity }
}

/// Which columns are worth comparing.
enum ColumnChoice {
  /// The columns that tell most, in an order that depends on their content only.
  static func choose(_ columns: [Column], records: Int, limit: Int) -> [Column] {
    var seen: Set<UInt64> = []
    var ranked: [Ranked] = []
    for column in columns {
      let entry = Ranked(column: column, digest: digest(column, records), information: information(column))
      if entry.information > 0.02, seen.insert(entry.digest).inserted { ranked.append(entry) }
    }
    ranked.sort { $0.information != $1.information ? $0.information > $1.information : $0.digest < $1.digest }
    return ranked.prefix(limit).sorted { $0.digest < $1.digest }.map { $0.column }
  }

  private struct Ranked {
    let column: Column
    let digest: UInt64
    let information: Double
  }

  /// The column whose values name the entities: more telling than any other column but lists, and either names of
  /// companies, or texts of some words of which most stand again and again, or all that there is.
  static func naming(_ columns: [Column]) -> Int? {
    let atomic = columns.indices.filter { !columns[$0].isList }
    guard let best = atomic.max(by: { columns[$0].values.count < columns[$1].values.count }) else { return nil }
    let column = columns[best]
    guard column.kind.isWords, column.values.count > 1 else { return nil }
    if columns.count == 1 { return best }
    guard column.wordsInValue >= 1.5 else { return nil }
    let repeats = Double(column.counts.reduce(0, +)) / Double(column.values.count)
    return column.kind == .company || repeats >= 2.5 ? best : nil
  }

  /// Bits that a record's value tells on average, absent ones none.
  private static func information(_ column: Column) -> Double {
    let total = column.counts.reduce(0.0) { $0 + Double($1) }
    return column.counts.map(Double.init).sorted().reduce(0.0) { $0 - $1 / total * logarithm($1 / total) }
  }

  /// A number that columns of equal content share.
  private static func digest(_ column: Column, _ records: Int) -> UInt64 {
    var hash: UInt64 = 0
    for record in 0..<records {
      for value in column.values(of: record) {
        let key = BlockingKey(rule: 0, column.values[Int(value)].text).number
        let place = UInt64(record) &* 0x9e37_79b9_7f4a_7c15
        hash = hash &+ BlockingKey(rule: 0, hash: key &+ place).number
      }
    }
    return hash
  }
}
