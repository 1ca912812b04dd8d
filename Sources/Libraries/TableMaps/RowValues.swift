// The texts of one row, by column.
import Bytes
import CSV
import Calendar
import Team

/// A column that a map speaks of: its index among those that the map names.
struct ColumnReference: Sendable, Hashable {
  let index: Int
}

/// The columns that a map names, each once, whatever its capitals.
struct ColumnTable: Sendable {
  private(set) var names: [String] = []
  private var indices: [String: Int] = [:]

  /// The column called `name`, added when it is new.
  mutating func reference(_ name: String) -> ColumnReference {
    let folded = ColumnName.folded(name)
    if let index = indices[folded] { return ColumnReference(index: index) }
    indices[folded] = names.count
    names.append(name)
    return ColumnReference(index: names.count - 1)
  }
}

/// What a run knows beside the table.
public struct MapContext: Sendable {
  /// The zone of local times; nil: UTC is assumed.
  public var zone: Zone?
  /// The country of phone numbers that do not say theirs.
  public var region: String?
  /// Our own people.
  public var team = Team()
  /// The day for which the table speaks, for what it holds without a date.
  public var asOf: CalendarDate?
  /// In which order dates are written that only have numbers; nil: no such date is taken.
  public var dateOrder: NumericDates?
  /// What the user has set for maps that ask for it.
  public var settings: [String: String] = [:]
  /// Names and countries of companies by id, for tables that only have the id.
  public var companies: [String: CompanyFacts] = [:]

  /// Nothing known.
  public init() {}
}

/// What is looked up about a company.
public struct CompanyFacts: Sendable {
  /// Its name.
  public var name: String?
  /// Its country.
  public var country: String?
  /// The first of its domains.
  public var domain: String?

  /// What is known of a company.
  public init(name: String?, country: String?, domain: String?) {
    self.name = name
    self.country = country
    self.domain = domain
  }
}

/// One row, as texts.
struct RowValues {
  /// By the map's columns; nil for NULL, what the map takes for nothing, and columns that the table lacks.
  var texts: [String?] = []
  var context: MapContext

  /// The text of `column` without blanks around it, nil when nothing is left.
  func text(_ column: ColumnReference) -> String? {
    column.index < texts.count ? texts[column.index] : nil
  }
}

extension String {
  /// Without white space and control characters at both ends.
  var trimmed: String {
    func isKept(_ scalar: Unicode.Scalar) -> Bool {
      !scalar.properties.isWhitespace && scalar.value > 0x1F && scalar != "\u{FEFF}"
    }
    guard let first = unicodeScalars.firstIndex(where: isKept), let last = unicodeScalars.lastIndex(where: isKept)
    else { return "" }
    return String(unicodeScalars[first...last])
  }

  /// With every run of white space turned into one space, and without other control characters.
  var oneLine: String {
    let kept = unicodeScalars.filter { $0.properties.isWhitespace || $0.properties.generalCategory != .control }
    return kept.split(whereSeparator: { $0.properties.isWhitespace }).map { String($0) }.joined(separator: " ")
  }
}
