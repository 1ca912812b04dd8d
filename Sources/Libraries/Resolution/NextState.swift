import JSONLines

/// The state that a run leaves for the next one, ready to be written.
public struct NextState {
  private let model: [UInt8]
  private let sections: StateSections

  /// The state that belongs to the golden records of `matched`, which are in the order of their ids. Beside them stand
  /// lines of other types with the hashes `others`. A model that was kept `before` stays. Nil when the records are not
  /// people.
  public init?(_ matched: Matched, _ golden: [Golden], others: Set<UInt64>, after before: State?) throws {
    guard let model = matched.model, model.entity == "person", golden.first.map(matched.knowsFeatures) ?? true else {
      return nil
    }
    var writer = StateWriter(nil, matched.companies)
    var reader = PersonReader(matched.companies)
    // Nothing of an older state is taken over, so that none can be damaged.
    for entity in golden { writer.add(entity, matched.features(of: entity, &reader)) }
    self.model = before?.model ?? Array(model.text.utf8)
    sections = try writer.sections(others: others)
  }

  /// The state that follows `state` when new records were matched, of which `golden` are those that are not as before,
  /// in the order of their ids.
  public init(_ addition: Addition, after state: State, _ golden: [Golden], others: Set<UInt64>) throws {
    let (known, gone) = (addition.known, addition.gone)
    var writer = StateWriter(known.index, known.companies) { known.isLive($0) && !gone.contains($0) }
    var reader = PersonReader(known.companies)
    do {
      var position = 0
      for entity in golden {
        position = try known.position(of: entity.id, from: position)
        writer.add(entity, addition.matched.features(of: entity, &reader), behind: position)
      }
      sections = try writer.sections(others: others)
    } catch {
      throw ModelError.damagedState
    }
    model = state.model
  }

  /// Calls `body` with the bytes, piece by piece.
  public func forEachPiece(_ body: ([UInt8]) throws -> Void) throws {
    try sections.forEachPiece(model: model, body)
  }
}

extension Matched {
  fileprivate func knowsFeatures(of golden: Golden) -> Bool { features(golden.members[0]) != nil }

  /// What a golden record is compared by: that of its only member, or read from what the members became.
  fileprivate func features(of golden: Golden, _ reader: inout PersonReader) -> PersonFeatures {
    if golden.members.count == 1, let known = features(golden.members[0]) { return known }
    return reader.read(golden.record)
  }
}

extension Addition {
  /// Places in the state of those golden records that others have joined.
  var gone: Set<Int> {
    Set(matched.clusters.lazy.filter { !isUntouched($0) }.joined().compactMap { slots[$0] })
  }

  /// The entities that are not as before, in the order of their ids.
  public func changed() -> [Golden] {
    matched.clusters.filter { !isUntouched($0) }.map { Golden(matched, $0, .person) }.sorted { $0.id < $1.id }
  }

  /// Hands out all golden records in the order of their ids: those in `changed` to `entity`, the bytes of others with the
  /// number of their lines to `lines`.
  public func forEach(
    _ changed: [Golden], entity: (Golden) throws -> Void, lines: (ArraySlice<UInt8>, Int) throws -> Void
  ) throws {
    let gone = gone
    var slot = 0
    for golden in changed {
      let position = try known.place(of: golden.id, from: slot)
      try known.forEachStretch(slot..<position, except: gone, lines)
      slot = position
      try entity(golden)
    }
    try known.forEachStretch(slot..<known.index.count, except: gone, lines)
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
