// From the JSON of a map file to its parts, each checked.
import CSV
import JSONLines

/// Reads values of a map file, and gathers the columns that they name.
struct MapReader {
  var columns = ColumnTable()

  /// The text of a member that must be there.
  func string(_ json: JSON, _ key: String, _ place: String) throws(MapError) -> String {
    guard let text = json[key]?.string else {
      throw MapError(place: place.isEmpty ? key : "\(place).\(key)", reason: "expected a text")
    }
    return text
  }

  /// The value of a member that takes one of some words.
  func choice<Value>(
    _ json: JSON, _ key: String, _ place: String, _ make: (String) -> Value?
  ) throws(MapError) -> Value? {
    guard let word = json[key]?.string else { return nil }
    guard let value = make(word) else { throw MapError(place: "\(place).\(key)", reason: "unknown word '\(word)'") }
    return value
  }

  /// The columns named by a text or a list.
  mutating func references(_ json: JSON?) -> [ColumnReference] {
    var all: [ColumnReference] = []
    for name in json?.strings ?? [] { all.append(columns.reference(name)) }
    return all
  }

  /// One element of `records`.
  mutating func record(_ json: JSON, _ place: String) throws(MapError) -> TableMap.RecordPlan {
    try checkKeys(json, ["type", "id", "needs", "when", "members"], place)
    var plan = TableMap.RecordPlan(
      type: try string(json, "type", place), ids: [], hashed: [], countsEquals: false,
      needs: references(json["needs"]), members: [])
    for condition in json["when"]?.object?.members ?? [] {
      let words = Set(condition.value.strings.map { $0.lowercased() })
      plan.conditions.append((columns.reference(condition.key), words))
    }
    for item in json["id"]?.array ?? json["id"].map({ [$0] }) ?? [] {
      if let text = item.string {
        plan.ids.append(try Template(text, columns: &columns, place: "\(place).id"))
      } else {
        plan.hashed = references(item["hash"])
        plan.countsEquals = item["counts_equals"]?.bool ?? false
      }
    }
    if plan.ids.isEmpty, plan.hashed.isEmpty {
      throw MapError(place: "\(place).id", reason: "expected a text, or {\"hash\":[columns]}")
    }
    guard let members = json["members"]?.object else {
      throw MapError(place: "\(place).members", reason: "expected an object")
    }
    for member in members.members {
      let spot = "\(place).members.\(member.key)"
      guard let steps = PathStep.steps(member.key) else {
        throw MapError(place: spot, reason: "expected a path such as name, client.since or emails[]")
      }
      MapNode.insert(try node(member.value, spot), at: steps[...], into: &plan.members)
    }
    return plan
  }

  private mutating func node(_ json: JSON, _ place: String) throws(MapError) -> MapNode {
    guard let lists = json["zip"]?.object else { return .value(try value(json, place)) }
    var members: [(name: String, value: MapValue)] = []
    for list in lists.members { members.append((list.key, try value(list.value, "\(place).zip.\(list.key)"))) }
    return .zip(members)
  }

  private static let valueKeys = [
    "column", "text", "join", "with", "constant", "setting", "company", "member", "as_of", "as", "format", "split",
    "words",
    "otherwise", "default", "country", "currency", "alone",
  ]

  /// One value: the name of a column, an object that says more, or a list of such, of which the first counts that the row
  /// has.
  mutating func value(_ json: JSON, _ place: String) throws(MapError) -> MapValue {
    if let list = json.array, let first = list.first {
      var value = try self.value(first, "\(place)[0]")
      for (index, other) in list.enumerated().dropFirst() {
        value.others.append(try self.value(other, "\(place)[\(index)]"))
      }
      return value
    }
    if let name = json.string { return MapValue(origin: .columns([columns.reference(name)])) }
    try checkKeys(json, Self.valueKeys, place)
    var value = MapValue(origin: try origin(json, place))
    if let word = json["as"]?.string {
      guard let conversion = Conversion(rawValue: word) else {
        throw MapError(place: "\(place).as", reason: "unknown conversion '\(word)'")
      }
      value.conversion = conversion
    }
    value.patterns = (json["format"]?.strings ?? []).map { DatePattern($0) }
    value.separator = json["split"]?.string
    for word in json["words"]?.object?.members ?? [] { value.words[word.key.lowercased()] = word.value }
    value.otherwise = json["otherwise"]
    value.fallback = json["default"]
    value.standsAlone = json["alone"]?.bool ?? true
    if let country = json["country"] { value.country = [try self.value(country, "\(place).country")] }
    for text in json["currency"]?.string.map({ [$0] }) ?? json["currency"]?.strings ?? [] {
      value.currencies.append(try Template(text, columns: &columns, place: place))
    }
    return value
  }

  private mutating func origin(_ json: JSON, _ place: String) throws(MapError) -> MapValue.Origin {
    if json["column"] != nil { return .columns(references(json["column"])) }
    if let text = json["text"]?.string { return .template(try Template(text, columns: &columns, place: place)) }
    if json["join"] != nil { return .joined(references(json["join"]), json["with"]?.string ?? " ") }
    if let constant = json["constant"] { return .constant(constant) }
    if let setting = json["setting"]?.string { return .setting(setting) }
    if json["as_of"]?.bool == true { return .asOf }
    if let id = json["company"]?.string {
      guard let member = json["member"]?.string.flatMap(MapValue.CompanyMember.init(rawValue:)) else {
        throw MapError(place: "\(place).member", reason: "expected name, country or domain")
      }
      return .company(try Template(id, columns: &columns, place: place), member)
    }
    throw MapError(place: place, reason: "expected column, text, join, constant, setting, company, as_of or zip")
  }

  private func checkKeys(_ json: JSON, _ known: [String], _ place: String) throws(MapError) {
    guard let object = json.object else { throw MapError(place: place, reason: "expected an object") }
    for member in object.members where !known.contains(member.key) {
      throw MapError(place: "\(place).\(member.key)", reason: "unknown; known are \(known.joined(separator: ", "))")
    }
  }
}
