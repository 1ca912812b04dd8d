import JSONLines

/// A table as columns: every member of the records, at any depth, with the texts that each record has there.
public struct TableColumn: Sendable {
  /// The members that lead to the values.
  public let path: [String]
  /// All values, each once.
  public private(set) var texts: [String] = []
  /// The numbers of each record's values, and where they begin.
  private(set) var numbers: [Int32] = []
  private(set) var starts: [Int] = [0]
  private var known: [String: Int32] = [:]

  init(path: [String], after records: Int) {
    self.path = path
    starts = [Int](repeating: 0, count: records + 1)
  }

  /// A column in which none of `records` records has a value.
  init(path: [String], records: Int) {
    self.init(path: path, after: records)
  }

  /// Adds a value of the record that is being read.
  mutating func add(_ text: String, record: Int) {
    while starts.count < record + 2 { starts.append(numbers.count) }
    guard numbers.count - starts[record] < RecordTexts.mostValues else { return }
    let number = known[text] ?? Int32(texts.count)
    if number == Int32(texts.count) {
      known[text] = number
      texts.append(text)
    }
    numbers.append(number)
    starts[record + 1] = numbers.count
  }

  /// Ends the table at `records` records.
  mutating func finish(records: Int) {
    while starts.count < records + 1 { starts.append(numbers.count) }
    known = [:]
  }

  /// The numbers of the values of `record`.
  func values(of record: Int) -> ArraySlice<Int32> { numbers[starts[record]..<starts[record + 1]] }

  /// How many records have a value.
  var filled: Int { (0..<starts.count - 1).count { starts[$0] < starts[$0 + 1] } }
}

/// Reads records into columns.
public struct TableReader {
  /// The columns in the order in which their first values came.
  public private(set) var columns: [TableColumn] = []
  /// How many records were read.
  public private(set) var records = 0
  private let ignored: Set<String>
  private var places: [[String]: Int] = [:]

  private static let mostColumns = 512

  /// A reader that leaves out the top-level members `ignored`.
  public init(ignoring ignored: Set<String>) {
    self.ignored = ignored
  }

  /// Adds the next record.
  public mutating func add(_ record: Record) {
    for member in record.object.members where !ignored.contains(member.key) {
      RecordTexts.forEach(in: member) { add(text: $0, $1) }
    }
    records += 1
  }

  private mutating func add(text: String, _ path: [String]) {
    if places[path] == nil {
      guard columns.count < Self.mostColumns else { return }
      places[path] = columns.count
      columns.append(TableColumn(path: path, after: records))
    }
    if let place = places[path] { columns[place].add(text, record: records) }
  }

  /// The columns of all records read.
  public mutating func finish() -> [TableColumn] {
    for place in columns.indices { columns[place].finish(records: records) }
    return columns
  }
}
