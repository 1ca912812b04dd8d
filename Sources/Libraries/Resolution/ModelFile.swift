import Bytes
import JSONLines
import Matching
import Tabular

/// A model file that cannot be used, and why.
public struct ModelError: Error, CustomStringConvertible, Equatable {
  /// What is wrong, naming the place.
  public let description: String
}

/// How records were compared, to be printed, edited and given back (kith-match(5)): for each comparison its levels, with
/// the shares of pairs of one entity and of other pairs that agree in this way.
public struct ModelFile: Sendable {
  /// What is resolved: `person`, `company`, or `table`.
  public let entity: String
  /// The weights that the model holds.
  public let weights: MatchWeights
  /// For a table, what is compared and where it stands.
  let layout: TableLayout
  /// For a table of people and their employers, where what is compared of people stands.
  let people: PeopleColumns?
  /// Which values golden records take.
  public let survivorship: Survivorship
  /// The model as it was given; nil for one that was learnt.
  let given: [UInt8]?

  /// The model that resolved records of `entity` with `weights`.
  init(
    entity: String, weights: MatchWeights, layout: TableLayout, people: PeopleColumns? = nil,
    survivorship: Survivorship
  ) {
    self.people = people
    self.entity = entity
    self.weights = weights
    self.layout = layout
    self.survivorship = survivorship
    given = nil
  }

  /// Reads a model file.
  public init(_ bytes: [UInt8]) throws {
    given = bytes
    let json = try JSON(parsing: bytes)
    guard let entity = json["entity"]?.string else { throw ModelError(description: "member 'entity' is missing") }
    self.entity = entity
    guard let prior = json["prior"]?.double, prior > 0, prior < 1 else {
      throw ModelError(description: "member 'prior' must be a share between 0 and 1")
    }
    guard let listed = json["comparisons"]?.array, !listed.isEmpty, listed.count <= 16 else {
      throw ModelError(description: "member 'comparisons' must list 1 to 16 comparisons")
    }
    let comparisons = try listed.enumerated().map { try Self.comparison($1, number: $0 + 1) }
    var weights = MatchWeights(comparisons, prior: prior)
    weights.scales = listed.map { Float($0["scale"]?.double ?? 1) }
    weights.ties = try (json["ties"]?.array ?? []).map { try Self.tie($0, comparisons) }
    weights.kin = try Self.kin(json["kin"], listed)
    self.weights = weights
    people = entity == "table" ? try json["people"].map(Self.people) : nil
    let columns =
      entity == "table" && people == nil ? try listed.enumerated().map { try Self.column($1, number: $0 + 1) } : []
    let turned = columns.isEmpty ? [] : json["turned"]?.array ?? []
    layout = TableLayout(columns: columns, turned: try turned.map { try Self.turned($0, columns) })
    survivorship = try Survivorship(json["survivorship"])
  }

  private static func comparison(_ json: JSON, number: Int) throws -> Comparison {
    guard let name = json["name"]?.string, let levels = json["levels"]?.array, (1...15).contains(levels.count) else {
      throw ModelError(description: "comparison \(number) needs a 'name' and 1 to 15 'levels'")
    }
    return Comparison(
      name,
      try levels.map { level in
        guard let label = level["name"]?.string, let match = level["match"]?.double, match >= 0,
          let random = level["random"]?.double, random >= 0
        else { throw ModelError(description: "a level of comparison '\(name)' needs 'name', 'match' and 'random'") }
        return Comparison.Level(label, match: match, random: random)
      })
  }

  private static func column(_ json: JSON, number: Int) throws -> ColumnSpecification {
    guard let path = json["member"]?.strings, !path.isEmpty else {
      throw ModelError(description: "comparison \(number) of a table needs 'member', a name or a list of names")
    }
    guard let kind = json["kind"]?.string.flatMap(ColumnKind.init(rawValue:)) else {
      let kinds = ColumnKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw ModelError(description: "comparison \(number) of a table needs a 'kind' of \(kinds)")
    }
    guard json["levels"]?.array?.count == kind.levels.count else {
      throw ModelError(
        description: "comparison \(number): a column of kind \(kind.rawValue) has \(kind.levels.count) levels")
    }
    return ColumnSpecification(path: path, kind: kind)
  }

  private static func turned(_ json: JSON, _ columns: [ColumnSpecification]) throws -> (Int, Int) {
    let places = (json.array ?? []).compactMap { path in columns.firstIndex { $0.path == path.strings } }
    guard places.count == 2, places[0] != places[1], places.allSatisfy({ columns[$0].kind == .text }) else {
      throw ModelError(description: "member 'turned' must list pairs of columns of kind text that are compared")
    }
    return (places[0], places[1])
  }

  private static func kin(_ prior: JSON?, _ comparisons: [JSON]) throws -> Kin? {
    guard let prior else { return nil }
    guard let share = prior.double, share > 0, share < 1 else {
      throw ModelError(description: "member 'kin' must be a share between 0 and 1")
    }
    let shares = try comparisons.map { comparison in
      try (comparison["levels"]?.array ?? []).map { level in
        guard let share = level["kin"]?.double, share >= 0 else {
          throw ModelError(description: "a level needs 'kin' where the model has it")
        }
        return share
      }
    }
    return Kin(prior: share, shares: shares)
  }

  private static func people(_ json: JSON) throws -> PeopleColumns {
    guard let object = json.object else { throw ModelError(description: "member 'people' must be an object") }
    var members: [String: [[String]]] = [:]
    for member in object.members {
      guard PeopleColumns.compared.contains(member.key) else {
        let names = PeopleColumns.compared.joined(separator: ", ")
        throw ModelError(description: "member 'people': '\(member.key)' is none of \(names)")
      }
      guard let paths = member.value.array?.map(\.strings), !paths.contains([]) else {
        throw ModelError(description: "member 'people': '\(member.key)' must be a list of lists of names")
      }
      members[member.key] = paths
    }
    return PeopleColumns(members: members)
  }

  private static func tie(_ json: JSON, _ comparisons: [Comparison]) throws -> Tie {
    let names = json["of"]?.strings ?? []
    guard names.count == 2, let first = comparisons.firstIndex(where: { $0.name == names[0] }),
      let second = comparisons.lastIndex(where: { $0.name == names[1] }), let rows = json["bits"]?.array
    else { throw ModelError(description: "a tie needs 'of', two names of comparisons, and 'bits'") }
    var tie = Tie(first, second)
    for (row, levels) in rows.prefix(15).enumerated() {
      for (column, bits) in (levels.array ?? []).prefix(15).enumerated() {
        tie.set(row + 1, column + 1, Float(bits.double ?? 0))
      }
    }
    return tie
  }

  /// The model as it is printed, a level a line.
  public var text: String {
    var lines = ["{", "  \"entity\": \(JSON.string(entity).text),", "  \"prior\": \(JSON(weights.prior).text),"]
    if let kin = weights.kin { lines.append("  \"kin\": \(JSON(kin.prior).text),") }
    if let people {
      let members = people.members.sorted { $0.key < $1.key }
      let object = JSONObject(members.map { ($0.key, .array($0.value.map { JSON($0) })) })
      lines.append("  \"people\": \(JSON.object(object).text),")
    }
    if !layout.turned.isEmpty {
      let pairs = layout.turned.map { JSON.array([$0, $1].map { JSON(layout.columns[$0].path) }) }
      lines.append("  \"turned\": \(JSON.array(pairs).text),")
    }
    let comparisons = weights.learned
    lines.append("  \"comparisons\": [")
    for (index, comparison) in comparisons.enumerated() {
      lines.append("    " + head(comparison, index).text.dropLast() + ",\"levels\":[")
      for (place, level) in comparison.levels.enumerated() {
        var object: JSONObject = [
          "name": .string(level.name), "match": JSON(level.matchShare), "random": JSON(level.randomShare),
        ]
        if let kin = weights.kin { object["kin"] = JSON(kin.shares[index][place]) }
        lines.append("      \(JSON.object(object).text)" + (place + 1 < comparison.levels.count ? "," : ""))
      }
      lines.append("    ]}" + (index + 1 < comparisons.count ? "," : ""))
    }
    lines.append("  ],")
    lines.append("  \"ties\": [")
    for (index, tie) in weights.ties.enumerated() {
      lines.append("    \(Self.text(tie, comparisons))" + (index + 1 < weights.ties.count ? "," : ""))
    }
    lines.append("  ],")
    lines.append("  \"survivorship\": \(survivorship.json.text)")
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }

  private func head(_ comparison: Comparison, _ index: Int) -> JSON {
    var head: JSONObject = ["name": .string(comparison.name)]
    if !layout.columns.isEmpty {
      head["member"] = JSON(layout.columns[index].path)
      head["kind"] = .string(layout.columns[index].kind.rawValue)
    }
    if weights.scales[index] != 1 { head["scale"] = JSON(Double(weights.scales[index])) }
    return .object(head)
  }

  private static func text(_ tie: Tie, _ comparisons: [Comparison]) -> String {
    let (first, second) = (comparisons[tie.first], comparisons[tie.second])
    let rows = first.levels.indices.map { row -> JSON in
      .array(second.levels.indices.map { JSON(Double(tie.bits(row + 1, $0 + 1))) })
    }
    let json: JSON = ["of": JSON([first.name, second.name]), "bits": .array(rows)]
    return json.text
  }

  /// Tells ways of reading records apart: by entity, columns, and the member that holds the id.
  func reading(_ options: MatchingOptions) -> UInt64 {
    var fields = FieldWriter()
    func add(_ text: String) { fields.text(Array(text.utf8)) }
    func add(_ path: [String]) {
      fields.count(path.count)
      for member in path { add(member) }
    }
    add(entity)
    add(options.idMember)
    for column in layout.columns {
      add(column.kind.rawValue)
      add(column.path)
    }
    for (first, second) in layout.turned {
      fields.count(first)
      fields.count(second)
    }
    for (member, paths) in (people?.members ?? [:]).sorted(by: { $0.key < $1.key }) {
      add(member)
      for path in paths { add(path) }
    }
    return ContentHash.of(fields.bytes)
  }
}
