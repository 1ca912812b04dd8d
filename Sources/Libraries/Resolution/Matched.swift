import JSONLines
import Matching

/// Records of one kind, and which of them tell of the same entity.
public struct Matched: Sendable {
  /// The records in an order that depends on their content only.
  public let records: [Record]
  /// Their ids, in the same order.
  public let ids: [String]
  /// Numbers of records by entity, each ascending.
  public let clusters: [[Int]]
  /// Pairs that were compared.
  public let pairs: [ScoredPair]
  /// Blocks that were left out for their size, in words.
  public let skipped: [String]
  /// What the companies are called that the records refer to.
  public let companies: CompanyLabels
  private let explain: @Sendable (Int, Int) -> [MatchPart]

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

extension Matched {
  /// Resolves `records`, whose ids stand in `idMember`.
  ///
  /// - Parameter companies: what the companies are called that people's records name by their ids.
  public static func resolve(
    _ records: [Record], as kind: EntityKind, idMember: String = "id", decisions: [Decision] = [],
    companies: CompanyLabels = CompanyLabels()
  ) -> Matched {
    let sorted = inOrder(records, JSONPath(member: idMember))
    let ids = sorted.map(\.id)
    let linked = DecisionIndex(ids).pairs(decisions)
    switch kind {
    case .person:
      var reader = PersonReader(companies)
      let features = sorted.map { reader.read($0.record) }
      return run(sorted.map(\.record), ids, PersonModel(reader, features), features, linked, companies)
    case .company:
      var reader = CompanyReader()
      let features = sorted.map { reader.read($0.record) }
      return run(sorted.map(\.record), ids, CompanyModel(reader, features), features, linked, companies)
    case .message:
      let clusters = Dictionary(grouping: ids.indices, by: { ids[$0] }).values.map { $0.sorted() }
      return Matched(
        records: sorted.map(\.record), ids: ids, clusters: clusters.sorted { $0[0] < $1[0] }, pairs: [], skipped: [],
        companies: companies,
        explain: { _, _ in [] })
    }
  }

  private static func inOrder(_ records: [Record], _ idMember: JSONPath) -> [(id: String, record: Record)] {
    let named = records.map { (id: $0.string(idMember) ?? $0.number(idMember) ?? "", record: $0) }
    return named.sorted { left, right in
      left.id != right.id ? left.id < right.id : left.record.bytes.lexicographicallyPrecedes(right.record.bytes)
    }
  }

  private static func run<Model: EntityModel & Sendable>(
    _ records: [Record], _ ids: [String], _ model: Model, _ features: [Model.Features], _ decisions: Decisions,
    _ companies: CompanyLabels
  ) -> Matched where Model.Features: Sendable {
    let resolved = Resolver(model, features).resolve(decisions)
    let skipped = resolved.skipped.map { block in
      "\(model.blockingRules[Int(block.rule)]): \(block.records) records share the value of \(ids[block.example])"
    }
    let weights = resolved.weights
    return Matched(
      records: records, ids: ids, clusters: resolved.clusters, pairs: resolved.pairs, skipped: skipped,
      companies: companies,
      explain: { left, right in parts(weights, model.compare(features[left], features[right])) })
  }

  private static func parts(_ weights: MatchWeights, _ agreement: Agreement) -> [MatchPart] {
    [MatchPart(comparison: "prior", level: "", weight: weights.priorWeight)]
      + weights.comparisons.indices.map { index in
        MatchPart(
          comparison: weights.comparisons[index].name,
          level: weights.comparisons[index].levelName(agreement.level(index)),
          weight: weights.part(agreement, index))
      }
  }
}
