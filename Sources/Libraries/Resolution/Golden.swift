import JSONLines
import Matching

/// One entity of the result: its record, and how its members came together.
public struct Golden: Sendable {
  /// The id that the entity keeps.
  public let id: String
  /// The bytes of the golden record; a record that stands alone stays as it was, byte for byte.
  public let line: [UInt8]
  /// Numbers of its members.
  public let members: [Int]

  /// The golden record, found anew in its bytes.
  public var record: Record {
    // They were a record's, so that they are one still.
    (try? Record(line)) ?? Record()
  }

  /// The entity that `cluster` makes of records of `kind`, or of a table when it is nil.
  public init(_ matched: Matched, _ cluster: [Int], _ kind: EntityKind?) {
    members = cluster
    if cluster.count == 1 {
      id = matched.ids[cluster[0]]
      line = Array(matched.records.line(cluster[0]))
    } else {
      let golden = GoldenRecord(
        cluster.map { matched.records[$0] }, ids: cluster.map { matched.ids[$0] }, kind: kind,
        companies: matched.companies, survivorship: matched.model?.survivorship, idMember: matched.idMember,
        keeping: matched.known.isEmpty ? nil : cluster.first { matched.known[$0] }.map { matched.ids[$0] })
      id = golden.id
      line = Record(golden.object).bytes
    }
  }

  /// A line for every id that is now another: what it became, and what spoke for it.
  public func merges(_ matched: Matched) -> [JSONObject] {
    var seen: Set<String> = [id]
    var lines: [JSONObject] = []
    for member in members where seen.insert(matched.ids[member]).inserted {
      var line: JSONObject = ["id": .string(matched.ids[member]), "golden": .string(id)]
      if let (partner, parts) = closest(to: member, matched) {
        line["with"] = .string(matched.ids[partner])
        line["weight"] = Matched.rounded(parts.reduce(0) { $0 + $1.weight })
        line["because"] = JSON(parts.filter { $0.weight > 1 }.map { "\($0.comparison) \($0.level)" })
      }
      lines.append(line)
    }
    return lines
  }

  /// The member that `member` resembles most, among the first of a large entity.
  private func closest(to member: Int, _ matched: Matched) -> (Int, [MatchPart])? {
    let others = members.prefix(50).filter { $0 != member }
    let scored = others.map { ($0, matched.parts(member, $0)) }.filter { !$0.1.isEmpty }
    return scored.max { left, right in
      left.1.reduce(0) { $0 + $1.weight } < right.1.reduce(0) { $0 + $1.weight }
    }
  }
}

extension Matched {
  static func rounded(_ weight: Float) -> JSON { JSON((Double(weight) * 100).rounded() / 100) }

  /// A line for each record: its id, and that of the first record of its entity.
  public func clusterLines() -> [JSONObject] {
    var cluster = [Int](repeating: 0, count: records.count)
    for members in clusters {
      let first = known.isEmpty ? members[0] : members.first { known[$0] } ?? members[0]
      for member in members { cluster[member] = first }
    }
    return records.indices.map { ["id": .string(ids[$0]), "cluster": .string(ids[cluster[$0]])] }
  }

  /// Calls `body` with a line for each pair compared: its weight in bits, its probability, and what each comparison adds.
  public func forEachPair(_ body: (JSONObject) throws -> Void) rethrows {
    for pair in pairs.sorted(by: { ($0.left, $0.right) < ($1.left, $1.right) }) {
      let parts = parts(pair.left, pair.right).filter { $0.level != "missing" }
      let details = parts.map { part -> JSON in
        ["by": .string(part.comparison), "level": .string(part.level), "weight": Self.rounded(part.weight)]
      }
      let chance = (MatchWeights.probability(pair.weight) * 10_000).rounded() / 10_000
      try body([
        "a": .string(ids[pair.left]), "b": .string(ids[pair.right]), "weight": Self.rounded(pair.weight),
        "probability": JSON(chance), "parts": .array(details),
      ])
    }
  }
}
