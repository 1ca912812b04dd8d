import JSONLines
import Matching
import Tabular

/// Records of one kind, and which of them tell of the same entity.
public struct Matched: Sendable {
  /// The records in an order that depends on their content only.
  public let records: RecordStore
  /// Their ids, in the same order.
  public let ids: [String]
  /// The member that holds the id of each.
  let idMember: String
  /// Which records were resolved before; empty when none was.
  let known: [Bool]
  /// The keys of the records, when only they were asked for.
  let keys: BlockingKeys?
  /// Numbers of records by entity, each ascending.
  public let clusters: [[Int]]
  /// Pairs that were compared.
  public let pairs: [ScoredPair]
  /// Blocks that were left out for their size, in words.
  public let skipped: [String]
  /// What the companies are called that the records refer to.
  public let companies: CompanyLabels
  /// The source of each record by number where no source has an entity twice, -1 for an unknown one; else empty.
  let sources: [Int32]
  /// How the records were compared; nil for messages.
  public let model: ModelFile?
  /// The model that was given, byte for byte; nil when it was learnt.
  let given: [UInt8]?
  /// Makes the sections of a state that holds these golden records and those of an older state that stay; nil where
  /// records are not compared.
  let sections: (@Sendable ([Golden], OlderRecords?, _ others: Set<UInt64>) throws -> StateSections)?
  /// Why two records were not compared: what they share that too many others share too; empty when they share nothing.
  fileprivate let missed: @Sendable (Int, Int) -> [String]
  fileprivate let explain: @Sendable (Int, Int) -> [MatchPart]

  /// In words, why the blocking missed the pair.
  func missedBlocks(_ left: Int, _ right: Int) -> [String] { missed(min(left, right), max(left, right)) }

  /// What each comparison says about the records `left` and `right`, the first belief first.
  public func parts(_ left: Int, _ right: Int) -> [MatchPart] { explain(min(left, right), max(left, right)) }

  /// The log-odds in bits that the two records are one entity.
  public func weight(_ left: Int, _ right: Int) -> Float { parts(left, right).reduce(0) { $0 + $1.weight } }
}

/// What one comparison says about a pair.
public struct MatchPart: Sendable, Equatable {
  /// The comparison, or `prior`.
  public let comparison: String
  /// How the records agree, such as `equal`.
  public let level: String
  /// Bits for (or against, when negative) one entity.
  public let weight: Float
}

/// What is resolved and how.
public struct MatchingOptions: Sendable {
  /// The member that holds each record's id.
  public var idMember = "id"
  /// The member that names a record's source, when no source has two records of one entity.
  public var cleanSource: String?
  /// What a person decided about pairs.
  public var decisions: [Decision] = []
  /// What the companies are called that people's records name by their ids.
  public var companies = CompanyLabels()
  /// The model to compare by; nil to learn it from the records.
  public var model: ModelFile?
  /// What a person said of pairs so that the weights become better; it is obeyed too.
  public var labels: [Decision] = []
  /// How many of the records, from the first on, were resolved before: no two of them are one.
  public var known = 0
  /// What stages that were run apart have found.
  public var found = StageResults()
  /// Whether only blocking keys are wanted.
  public var onlyKeys = false
  /// Whether all pairs compared are kept, to be written or reviewed.
  public var keepsAllPairs = false
  /// How many threads are used; the result does not depend on it.
  public var threads = 1

  /// Ids in `id`, nothing decided, one thread.
  public init() {}
}

extension Matched {
  /// Resolves `records` as people, companies or messages; as rows of a table of any kind when `kind` is nil.
  public static func resolve(
    _ records: [Record], as kind: EntityKind?, _ options: MatchingOptions = MatchingOptions()
  ) throws(ModelError) -> Matched {
    var store = RecordStore()
    for record in records { store.append(record) }
    return try resolve(store, as: kind, options)
  }

  /// Resolves `records` as people, companies or messages; as rows of a table of any kind when `kind` is nil.
  public static func resolve(
    _ records: RecordStore, as kind: EntityKind?, _ options: MatchingOptions = MatchingOptions()
  ) throws(ModelError) -> Matched {
    let (records, ids, known) = inOrder(records, JSONPath(member: options.idMember), known: options.known)
    let matching = MatchingRun(kind, records: records, ids: ids, known: known, options: options)
    if let clusters = options.found.clusters { return matching.by { clusters[ids[$0]] ?? ids[$0] } }
    switch kind {
    case .person:
      return try matching.resolvePeople()
    case .company:
      var reader = CompanyReader()
      let features = records.map { reader.read($0) }
      return try matching.run(KeptCompanies.self, CompanyModel(reader, features))
    case .message:
      return matching.by { ids[$0] }
    case nil:
      var reader = TableReader(ignoring: [options.idMember])
      for record in records { reader.add(record) }
      // What tells the sources apart tells nothing of the entities.
      let table = reader.finish().filter { $0.path.joined(separator: ".") != options.cleanSource }
      let given = options.model
      if let people = given == nil ? PeopleColumns(table, records: records.count) : given?.people {
        return try matching.resolve(people.people(table, records: records.count), in: people)
      }
      let model =
        given.map { TableModel(table, records: records.count, $0.layout) } ?? TableModel(table, records: records.count)
      return try matching.run(KeptRows.self, model, model.layout)
    }
  }

  /// The records by id, those of one id by their bytes, so that the order of the input does not matter.
  private static func inOrder(_ records: RecordStore, _ idMember: JSONPath, known: Int) -> (
    RecordStore, [String], [Bool]
  ) {
    let ids = records.ids(idMember)
    let order = records.order(ids: ids)
    return (records.inOrder(order), order.map { ids[$0] }, known > 0 ? order.map { $0 < known } : [])
  }
}

/// The pairs to compare among records that are a part of all, with what was left out for the size of its block.
struct PartOfPairs {
  var candidates: [(left: Int, right: Int)] = []
  var skipped: [CandidatePairs.Skipped] = []
  /// How many records there are in all.
  var population = 0
}

/// Records on their way to being matched.
struct MatchingRun {
  /// What they are; nil for a table.
  let kind: EntityKind?
  let records: RecordStore
  let ids: [String]
  let known: [Bool]
  let options: MatchingOptions

  /// What was found apart of records that are only a part of all.
  var part: PartOfPairs?

  init(
    _ kind: EntityKind?, records: RecordStore, ids: [String], known: [Bool], options: MatchingOptions,
    part: PartOfPairs? = nil
  ) {
    (self.kind, self.records, self.ids, self.known) = (kind, records, ids, known)
    (self.options, self.part) = (options, part)
  }

  /// Resolves the records as those of people.
  func resolvePeople() throws(ModelError) -> Matched {
    var reader = PersonReader(options.companies)
    var people = PersonTable()
    var keys = BlockingKeys()
    records.forEachLine { json, line in
      let person = reader.read(json, line)
      keys.append(PersonBlocking.keys(of: person))
      people.append(person)
    }
    return try run(KeptPeople.self, PersonModel(reader, people), keys: keys)
  }

  /// Resolves the rows of a table as the people that stand in its `columns`.
  func resolve(_ rows: some Sequence<Record>, in columns: PeopleColumns) throws(ModelError) -> Matched {
    var reader = PersonReader(options.companies)
    var people = PersonTable()
    for row in rows { people.append(reader.read(row)) }
    return try run(KeptPeople.self, PersonModel(reader, people), people: columns)
  }

  /// - Parameter keys: the blocking keys of all records, when they are known already.
  func run<Kind: KeptKind>(
    _: Kind.Type, _ model: Kind.Model, _ layout: TableLayout = TableLayout(columns: [], turned: []),
    people: PeopleColumns? = nil, keys: BlockingKeys? = nil
  ) throws(ModelError) -> Matched {
    if let given = options.model { try Self.check(given, model.comparisons) }
    var resolver = Resolver(model, threads: options.threads)
    resolver.keepsAllPairs = options.keepsAllPairs || part?.population ?? records.count < 200_000
    resolver.candidates = part?.candidates
    resolver.wantsAllCandidates = options.keepsAllPairs
    resolver.population = part?.population
    if options.onlyKeys { return by(keys: keys ?? resolver.blockingKeys()) { ids[$0] } }
    let index = DecisionIndex(ids)
    resolver.keys = options.found.keys(of: ids) ?? keys
    resolver.pairs = options.found.pairs(of: ids)
    resolver.constraints = index.constraints(options.labels + options.decisions)
    resolver.labels = index.labels(options.labels)
    resolver.weights = options.model?.weights
    resolver.constraints.sources = sources()
    resolver.constraints.known = known
    let resolved = resolver.resolve()
    let skipped = (part?.skipped ?? resolved.skipped).map { block in
      "\(model.blockingRules[Int(block.rule)]): \(block.records) records share the value of \(ids[block.example])"
    }
    let weights = resolved.weights
    let file = ModelFile(
      entity: kind?.rawValue ?? "table", weights: weights, layout: layout, people: people, survivorship: survivorship)
    return Matched(
      records: records, ids: ids, idMember: options.idMember, known: known, keys: nil, clusters: resolved.clusters,
      pairs: resolved.pairs,
      skipped: skipped, companies: options.companies, sources: resolver.constraints.sources, model: file,
      given: options.model?.given,
      sections: { [options] golden, older, others in
        var writer = StateWriter(Kind(file, options), older)
        for entity in golden {
          let lone = entity.members.count == 1 ? entity.members[0] : nil
          try writer.add(entity) { kind in lone.map { kind.features($0, of: model) } ?? kind.read(entity.record) }
        }
        return try writer.sections(others: others)
      },
      missed: { left, right in Self.missed(model, resolved.skipped, left, right) },
      explain: { left, right in Self.parts(weights, model.compare(left, right)) })
  }

  /// A model that was edited must still compare what this version compares.
  private static func check(_ given: ModelFile, _ comparisons: [Comparison]) throws(ModelError) {
    let names = comparisons.map(\.name)
    guard given.weights.comparisons.map(\.name) == names else {
      throw ModelError(
        description: "comparisons of \(given.entity) are \(names.joined(separator: ", ")), in this order")
    }
    for (mine, theirs) in zip(comparisons, given.weights.comparisons) where mine.levels.count != theirs.levels.count {
      throw ModelError(description: "comparison '\(mine.name)' has \(mine.levels.count) levels")
    }
  }

  private var survivorship: Survivorship { options.model?.survivorship ?? .standard(kind) }

  /// The rules under which two records share a value that was left out because too many records share it.
  private static func missed<Model: EntityModel>(
    _ model: Model, _ skipped: [CandidatePairs.Skipped], _ left: Int, _ right: Int
  ) -> [String] {
    let shared = Set(model.keys(of: left)).intersection(model.keys(of: right)).sorted()
    return shared.map { key in
      let sizes = skipped.filter { $0.rule == key.rule }.map(\.records)
      let size = sizes.max().map { " (blocks of up to \($0) records were left out)" } ?? ""
      return "\(model.blockingRules[Int(key.rule)]): too many records share the value\(size)"
    }
  }

  /// Records united by what `name` gives for each, such as its id: copies of one message have one.
  func by(keys: BlockingKeys? = nil, _ name: (Int) -> String) -> Matched {
    let clusters = Dictionary(grouping: ids.indices, by: name).values.map { $0.sorted() }
    return Matched(
      records: records, ids: ids, idMember: options.idMember, known: known, keys: keys,
      clusters: clusters.sorted { $0[0] < $1[0] }, pairs: [],
      skipped: [], companies: options.companies, sources: [], model: options.model, given: options.model?.given,
      sections: nil,
      missed: { _, _ in [] },
      explain: { _, _ in [] })
  }

  /// The source of each record by number, -1 when it names none; empty when sources are not clean.
  private func sources() -> [Int32] {
    guard let member = options.cleanSource else { return [] }
    let path = JSONPath(member)
    var numbers = Interner()
    return records.map { record in
      guard let name = record.string(path) ?? record.number(path) else { return -1 }
      return numbers.number(Array(name.utf8))
    }
  }

  private static func parts(_ weights: MatchWeights, _ agreement: Agreement) -> [MatchPart] {
    [MatchPart(comparison: "prior", level: "", weight: weights.priorWeight)]
      + weights.comparisons.indices.map { index in
        MatchPart(
          comparison: weights.comparisons[index].name,
          level: weights.comparisons[index].levelName(agreement.level(index)),
          weight: weights.part(agreement, index))
      }
      + weights.ties.indices.compactMap { index in
        let weight = weights.tiePart(agreement, index)
        guard weight != 0 else { return nil }
        let tie = weights.ties[index]
        let names = "\(weights.comparisons[tie.first].name)+\(weights.comparisons[tie.second].name)"
        return MatchPart(comparison: names, level: "go together", weight: weight)
      }
      + [weights.kinPart(agreement)].filter { $0 != 0 }.map {
        MatchPart(comparison: "others alike", level: "in one source", weight: $0)
      }
  }
}
