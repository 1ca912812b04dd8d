// One value of a record, made from the columns of a row.
import Calendar
import JSONLines

/// Where a value comes from, and what becomes of it.
struct MapValue: Sendable {
  enum Origin: Sendable {
    /// The first of these columns that has text; in a list, all of them.
    case columns([ColumnReference])
    case template(Template)
    /// Columns with text, put together with this between them.
    case joined([ColumnReference], String)
    case constant(JSON)
    /// What `--set` gives under this name.
    case setting(String)
    /// What is known of the company whose id the template gives.
    case company(Template, CompanyMember)
    /// The day for which the table speaks.
    case asOf
  }

  enum CompanyMember: String, Sendable {
    case name, country, domain
  }

  var origin: Origin
  var conversion = Conversion.text
  /// Patterns of dates, tried in order.
  var patterns: [DatePattern] = []
  /// Between the elements of a list.
  var separator: String?
  /// Other words for what the column says; keys in lower case.
  var words: [String: JSON] = [:]
  /// What all other words become; nil: they stay.
  var otherwise: JSON?
  /// The value where the row has none.
  var fallback: JSON?
  /// Values that are tried in order where this one has none.
  var others: [MapValue] = []
  /// The country of phone numbers.
  var country: [MapValue] = []
  /// The currency of an amount: the first of these that the row has.
  var currencies: [Template] = []

  /// Whether an object is worth having when it holds nothing but this.
  var standsAlone = true

  /// Whether the value tells something of the row that an object is made for.
  var tells: Bool { if case .constant = origin { false } else { standsAlone } }

  /// The values for a row: one for a scalar, any number for a list. Texts that cannot be converted go to `unread`.
  func values(_ row: RowValues, isList: Bool, unread: inout [Unread]) -> [JSON] {
    var found = found(row, isList, &unread)
    for other in others where found.isEmpty { found = other.values(row, isList: isList, unread: &unread) }
    return found.isEmpty ? fallback.map { [$0] } ?? [] : found
  }

  private func found(_ row: RowValues, _ isList: Bool, _ unread: inout [Unread]) -> [JSON] {
    switch origin {
    case .constant(let json): return [json]
    case .setting(let name):
      return row.context.settings[name].flatMap { convert($0, nil, row, &unread) }.map { [$0] } ?? []
    case .asOf: return row.context.asOf.map { [.string($0.description)] } ?? []
    case .template(let template):
      return template.text(row).flatMap { convert($0, nil, row, &unread) }.map { [$0] } ?? []
    case .joined(let columns, let separator):
      let texts = columns.compactMap { row.text($0) }
      return texts.isEmpty ? [] : [.string(texts.joined(separator: separator))]
    case .company(let template, let member):
      let facts = template.text(row).flatMap { row.context.companies[$0] }
      let text = member == .name ? facts?.name : member == .country ? facts?.country : facts?.domain
      return text.map { [.string($0)] } ?? []
    case .columns(let columns):
      let filled = columns.filter { row.text($0) != nil }
      let used = isList ? filled[...] : filled.prefix(1)
      return used.flatMap { column in
        parts(of: row.text(column) ?? "").compactMap { convert($0, column, row, &unread) }
      }
    }
  }

  private func parts(of text: String) -> [String] {
    guard let separator else { return [text] }
    return text.split(separator: separator).map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  private func convert(_ text: String, _ column: ColumnReference?, _ row: RowValues, _ unread: inout [Unread]) -> JSON?
  {
    if let word = words[text.lowercased()] { return word == .null ? nil : word }
    if let otherwise { return otherwise == .null ? nil : otherwise }
    if let json = converted(text, row) { return json }
    if !conversion.isLenient, !Self.zeroDates.contains(where: { text.hasPrefix($0) }) {
      unread.append(Unread(column: column, text: text, expected: expectation))
    }
    return nil
  }

  /// How MySQL writes a date that is none.
  private static let zeroDates = ["0000-00-00"]

  private var expectation: String {
    guard conversion == .date || conversion == .instant, !patterns.isEmpty else { return conversion.expectation }
    return conversion.expectation + " " + patterns.map { "'\($0.text)'" }.joined(separator: " or ")
  }

  private func converted(_ text: String, _ row: RowValues) -> JSON? {
    switch conversion {
    case .number: return NumberText.json(text).map(JSON.number)
    case .integer: return NumberText.json(text).flatMap { $0.contains(".") ? nil : .number($0) }
    case .employees: return NumberText.lowerBound(text).map(JSON.number)
    case .boolean: return NumberText.boolean(text).map(JSON.bool)
    case .money: return money(text, row)
    case .date: return reading(text, row.context).map { .string($0.local.date.description) }
    case .month: return partialDate(text, row.context).map(JSON.string)
    case .instant: return reading(text, row.context).map { .string(instant($0, row).description) }
    case .phone:
      var row = row
      var ignored: [Unread] = []
      if let country = country.first?.values(row, isList: false, unread: &ignored).first?.string {
        row.context.region = Conversion.country.text(country, row)
      }
      return conversion.text(text, row).map(JSON.string)
    default: return conversion.text(text, row).flatMap { $0.isEmpty ? nil : .string($0) }
    }
  }

  private func money(_ text: String, _ row: RowValues) -> JSON? {
    guard let amount = NumberText.amount(text) else { return nil }
    var money: JSONObject = ["amount": .string(amount)]
    money.append("currency", currencies.lazy.compactMap { $0.text(row) }.first?.uppercased())
    return .object(money)
  }

  /// What a text says as a date: by the map's patterns, else by the usual ones and those of `--dates`.
  func reading(_ text: String, _ context: MapContext) -> DatePattern.Reading? {
    for pattern in patterns.isEmpty ? Self.standardPatterns : patterns {
      if let reading = pattern.read(text) { return reading }
    }
    guard patterns.isEmpty, let order = context.dateOrder else { return nil }
    for pattern in order.patterns {
      if let reading = pattern.read(text) { return reading }
    }
    return nil
  }

  private static let standardPatterns = [
    "YYYY-MM-DD", "YYYY-MM-DD hh:mm:ss", "YYYY-MM-DD hh:mm", "YYYY-MM-DDThh:mm:ssZ", "YYYY-MM-DDThh:mm:ss",
    "YYYY-MM-DD hh:mm:ss Z", "YYYY/MM/DD", "YYYY/MM/DD hh:mm:ss", "YYYY/MM/DD hh:mm:ss Z",
  ].map { DatePattern($0) }

  /// A year, a month or a day, as far as the text says: `2019`, `2019-05`, `2019-05-03`.
  private func partialDate(_ text: String, _ context: MapContext) -> String? {
    if let day = reading(text, context) { return day.local.date.description }
    for pattern in Self.monthPatterns {
      if let reading = pattern.read(text) { return String(reading.local.date.description.prefix(7)) }
    }
    return Self.yearPattern.read(text).map { String($0.local.date.description.prefix(4)) }
  }

  private static let monthPatterns = ["MON YYYY", "YYYY-MM", "MM/YYYY"].map { DatePattern($0) }
  private static let yearPattern = DatePattern("YYYY")

  private func instant(_ reading: DatePattern.Reading, _ row: RowValues) -> Instant {
    if let offset = reading.offset { return reading.local.instant(offset: offset) }
    // A day is the same day everywhere.
    if !reading.hasTime { return reading.local.instant(offset: 0) }
    return (row.context.zone ?? .utc).instant(reading.local)
  }
}

/// A text of a column that could not be taken as what the map says it is.
struct Unread: Sendable {
  var column: ColumnReference?
  var text: String
  var expected: String
}
