import Bytes
import JSONLines

/// The state that a run leaves for the next one, ready to be written.
public struct NextState {
  private let model: [UInt8]
  private let sections: StateSections

  /// The state that belongs to the golden records of `matched`, which are in the order of their ids. Beside them stand
  /// lines of other types with the hashes `others`. Nil when the records were not compared.
  public init?(_ matched: Matched, _ golden: [Golden], others: Set<UInt64>) throws {
    guard matched.sections != nil else { return nil }
    try self.init(matched, golden, nil, others: others)
  }

  /// The state that follows the one of `addition`, whose entities `golden` are those that are not as before, in the
  /// order of their ids.
  public init(_ addition: Addition, _ golden: [Golden], others: Set<UInt64>) throws {
    try self.init(addition.matched, golden, addition.older, others: others)
  }

  private init(_ matched: Matched, _ golden: [Golden], _ older: OlderRecords?, others: Set<UInt64>) throws {
    guard let model = matched.model, let sections = matched.sections else { throw ModelError.damagedState }
    self.model = matched.given ?? Array(model.text.utf8)
    do {
      self.sections = try sections(golden, older, others)
    } catch is DamagedFields {
      throw ModelError.damagedState
    }
  }

  /// Calls `body` with the bytes, piece by piece.
  public func forEachPiece(_ body: ([UInt8]) throws -> Void) throws {
    try sections.forEachPiece(model: model, body)
  }
}

extension Addition {
  /// The entities that are not as before, in the order of their ids.
  public func changed() -> [Golden] {
    matched.clusters.filter { !isUntouched($0) }.map { Golden(matched, $0, kind) }.sorted { $0.id < $1.id }
  }

  /// Hands out all golden records in the order of their ids: those in `changed` to `entity`, the bytes of others with the
  /// number of their lines to `lines`.
  public func forEach(
    _ changed: [Golden], entity: (Golden) throws -> Void, lines: (ArraySlice<UInt8>, Int) throws -> Void
  ) throws {
    var slot = 0
    for golden in changed {
      let position = try known.place(of: golden.id, from: slot)
      try older.forEachStretch(slot..<position, lines)
      slot = position
      try entity(golden)
    }
    try older.forEachStretch(slot..<known.index.count, lines)
  }

  /// A line for each record, new or golden: its id, and that of its entity.
  public func forEachCluster(_ body: (JSONObject) throws -> Void) throws {
    var slot = 0
    let touched = Set(slots.compactMap { $0 })
    func takeOthers(to end: Int) throws {
      for other in slot..<max(slot, end) where known.isLive(other) && !touched.contains(other) {
        let id = JSON.string(try known.id(of: other))
        try body(["id": id, "cluster": id])
      }
      slot = max(slot, end)
    }
    for (place, line) in matched.clusterLines().enumerated() {
      try takeOthers(to: slots[place] ?? known.place(of: matched.ids[place], from: slot))
      try body(line)
    }
    try takeOthers(to: known.index.count)
  }
}

extension KnownRecords {
  /// `position(of:from:)`, where a damaged state is told to the user.
  fileprivate func place(of id: String, from start: Int) throws(ModelError) -> Int {
    do { return try position(of: id, from: start) } catch { throw .damagedState }
  }

  fileprivate func id(of slot: Int) throws(ModelError) -> String {
    do { return try index.id(slot) } catch { throw .damagedState }
  }
}
