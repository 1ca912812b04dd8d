import Bytes
import JSONLines
import Matching

/// New records matched with golden ones of which a state knows what they are compared by: only those are looked at that
/// share a blocking key with a new one, and the result is what reading all of them gives.
public struct Addition {
  /// The new records and those golden ones that have something to do with them, and which of them are one.
  public let matched: Matched
  /// All golden records.
  public let known: KnownRecords
  /// For each record of `matched` its place in the state; nil for one that the state does not know.
  let slots: [Int?]

  /// The golden records that no other has joined.
  let older: OlderRecords

  /// What they are; nil for a table.
  let kind: EntityKind?

  /// Matches `records` with the golden ones. The options must hold a model.
  public init(_ records: RecordStore, _ known: KnownRecords, _ options: MatchingOptions) throws {
    guard let model = options.model else { throw ModelError.damagedState }
    self.known = known
    kind = EntityKind(rawValue: model.entity)
    do {
      (matched, slots) = try model.keptKind(options).match(records, known, model, options)
    } catch is DamagedFields {
      throw ModelError.damagedState
    }
    older = OlderRecords(known: known, gone: Self.gone(matched.clusters, slots))
  }

  /// Whether an entity is a golden record that no other has joined.
  func isUntouched(_ cluster: [Int]) -> Bool { Self.isUntouched(cluster, slots) }

  private static func isUntouched(_ cluster: [Int], _ slots: [Int?]) -> Bool {
    cluster.count == 1 && slots[cluster[0]] != nil
  }

  /// Places in the state of those golden records that others have joined.
  private static func gone(_ clusters: [[Int]], _ slots: [Int?]) -> [Int] {
    clusters.lazy.filter { !isUntouched($0, slots) }.joined().compactMap { slots[$0] }
  }
}

extension KeptKind {
  func match(
    _ records: RecordStore, _ known: KnownRecords, _ file: ModelFile, _ options: MatchingOptions
  ) throws -> (Matched, [Int?]) {
    var neighbourhood = try Neighbourhood(self, records, known, options)
    neighbourhood.findPairs()
    try neighbourhood.take(options.decisions + options.labels)
    let members = neighbourhood.members()
    let model = try neighbourhood.model(members)
    let (store, ids, isKnown) = try neighbourhood.records(members)
    let run = MatchingRun(
      EntityKind(rawValue: file.entity), records: store, ids: ids, known: isKnown, options: options,
      part: neighbourhood.part(members))
    let matched = try run.run(Self.self, model, file.layout, people: file.people)
    return (matched, members.map { if case .slot(let slot) = $0 { slot } else { nil } })
  }
}
