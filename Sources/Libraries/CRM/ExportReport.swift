import JSONLines

/// What an export did: files and rows, and every value that did not go in as it was.
public struct ExportReport: Sendable {
  /// The most entries of a kind that are listed; all are counted.
  public static let listed = 1000

  /// The files in the order in which they are to be imported, with what a row is and how many there are.
  public internal(set) var files: [(file: String, subject: String, rows: Int)] = []
  /// How many rows were rejected, left out as doubles, and how many values were changed.
  public private(set) var rejected = 0
  public private(set) var merged = 0
  public private(set) var noted = 0
  private let target: String
  private let batch: String
  private var rejections: [JSON] = []
  private var merges: [JSON] = []
  private var notes: [JSON] = []

  init(target: ImportTarget, batch: String) {
    self.target = target.name
    self.batch = batch
  }

  mutating func reject(_ file: String, _ id: String, _ reason: String) {
    rejected += 1
    guard rejections.count < Self.listed else { return }
    rejections.append(["file": .string(file), "id": .string(id), "reason": .string(reason)])
  }

  mutating func merge(_ file: String, _ id: String, _ key: String) {
    merged += 1
    guard merges.count < Self.listed else { return }
    merges.append(["file": .string(file), "id": .string(id), "key": .string(key)])
  }

  mutating func note(_ file: String, _ id: String, _ column: String, _ note: String) {
    noted += 1
    guard notes.count < Self.listed else { return }
    notes.append([
      "file": .string(file), "id": .string(id), "column": .string(column), "note": .string(note),
    ])
  }

  /// The report as JSON.
  public var json: JSON {
    [
      "target": .string(target), "batch": .string(batch),
      "import_in_this_order": .array(
        files.map { ["file": .string($0.file), "of": .string($0.subject), "rows": JSON($0.rows)] }),
      "rejected": JSON(rejected), "merged": JSON(merged), "changed_values": JSON(noted),
      "rejections": .array(rejections), "doubles": .array(merges), "changes": .array(notes),
    ]
  }
}
