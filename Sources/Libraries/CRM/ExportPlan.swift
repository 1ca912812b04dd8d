import JSONLines

/// What an import would do, told before anybody imports: each row of this export held against a previous one.
public struct ExportPlan: Sendable {
  /// What happens to a row.
  public enum Step: String, Sendable, CaseIterable {
    case create, update, unchanged, gone
  }

  /// How many rows of each kind there are.
  public private(set) var counts: [Step: Int] = [:]
  /// What is planned since this was last emptied.
  public private(set) var lines: [JSONObject] = []
  private let previous: PreviousExport
  private var met: [String: Set<String>] = [:]

  /// A plan against a previous export of the same target.
  public init(_ previous: PreviousExport) {
    self.previous = previous
  }

  /// What happens to a row of a file, by its cells and the details that hang on it.
  mutating func step(_ file: ImportFile, _ cells: [String], _ details: [[String]]) -> Step {
    guard let identity = file.identity, !cells[identity].isEmpty else { return note(.create, file, "", []) }
    let key = cells[identity]
    met[file.name, default: []].insert(key)
    guard let old = previous.row(file.name, key) else { return note(.create, file, key, []) }
    var changes: [String] = []
    for (column, cell) in zip(file.columns, cells) where !column.sources.contains("batch") {
      if old.cells[column.name] ?? "" != cell { changes.append(column.name) }
    }
    if let hanging = file.details, hanging.lasting(old.details) != hanging.lasting(details) {
      changes.append(hanging.valueHeader)
    }
    return note(changes.isEmpty ? .unchanged : .update, file, key, changes)
  }

  private mutating func note(_ step: Step, _ file: ImportFile, _ key: String, _ changes: [String]) -> Step {
    counts[step, default: 0] += 1
    var line: JSONObject = ["plan": .string(step.rawValue), "file": .string(file.name)]
    line.append("key", key)
    if !changes.isEmpty { line.append("changes", JSON(changes)) }
    lines.append(line)
    return step
  }

  /// Notes what stood in the previous export and stands in this one no more.
  mutating func finish(_ file: ImportFile) {
    for key in previous.keys(file.name) where !(met[file.name]?.contains(key) ?? false) {
      _ = note(.gone, file, key, [])
    }
  }

  /// Gives the lines and forgets them.
  public mutating func takeLines() -> [JSONObject] {
    defer { lines = [] }
    return lines
  }
}
