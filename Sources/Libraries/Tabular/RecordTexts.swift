import JSONLines

/// The texts that stand in a record, at any depth, as columns of a table have them.
enum RecordTexts {
  /// Members at any depth beyond which they are not looked at.
  private static let deepest = 8
  /// Elements of a list that are looked at.
  private static let longestArray = 64
  /// Values of one column that are looked at.
  static let mostValues = 16

  /// Calls `body` with each text in a member of a record, and the members that lead to it.
  static func forEach(in member: (key: String, value: JSON), _ body: (String, [String]) -> Void) {
    walk(member.value, [member.key], body)
  }

  private static func walk(_ value: JSON, _ path: [String], _ body: (String, [String]) -> Void) {
    switch value {
    case .string(let text), .number(let text): if text.utf8.contains(where: { $0 > 0x20 }) { body(text, path) }
    case .bool(let value): body(value ? "true" : "false", path)
    case .array(let elements): for element in elements.prefix(longestArray) { walk(element, path, body) }
    case .object(let object):
      guard path.count < deepest else { return }
      for member in object.members { walk(member.value, path + [member.key], body) }
    case .null: break
    }
  }
}

/// The columns of a table that are looked at in single records.
public struct RowTexts: Sendable {
  private let count: Int
  /// The numbers of the columns at a path; one that is asked for twice has two.
  private let places: [[String]: [Int]]
  private let tops: Set<String>

  /// The columns at `paths`, but for the top-level member `id`.
  public init(_ paths: [[String]], without id: String) {
    count = paths.count
    places = Dictionary(grouping: paths.indices) { paths[$0] }
    tops = Set(paths.compactMap(\.first)).subtracting([id])
  }

  /// The texts of a record in each of the columns.
  public func texts(of record: Record) -> [[String]] {
    var texts = [[String]](repeating: [], count: count)
    for member in record.object.members where tops.contains(member.key) {
      RecordTexts.forEach(in: member) { text, path in
        for place in places[path] ?? [] where texts[place].count < RecordTexts.mostValues { texts[place].append(text) }
      }
    }
    return texts
  }
}
