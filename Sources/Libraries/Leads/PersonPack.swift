// A person's record cut down to what leads and referrals need of it: few of them are ever read again.
import Bytes
import JSONLines

/// The values of a person's record in the order of their slots, each after its length, behind what was found out about them.
enum PersonPack {
  /// Writes the values that lie at `places` in `json`.
  static func write(_ json: RawSpan, _ places: [ValuePlace], isInCRM: Bool, into bytes: inout [UInt8]) {
    let at = PersonMembers.all
    let hasLeft = places[at.left].count > 2
    // No part of the record is written twice, and a length takes at most ten bytes.
    bytes.append(addingCapacity: json.byteCount + 10 * places.count + 1) { output in
      output.pack(isInCRM ? 1 : 0)
      for slot in places.indices {
        // Where they came from has been told by then, and positions are asked for only of who is said to have left.
        let isSpent = slot == at.sources || slot == at.sourceKind || slot == at.positions && !hasLeft
        output.pack(isSpent ? 0 : places[slot].count)
        if !isSpent { output.append(json, places[slot].range) }
      }
    }
  }

  /// Reads what `write` has written; `places` is room to use.
  static func read(_ bytes: [UInt8], _ places: inout [ValuePlace]) -> PersonFacts? {
    var pack = Unpacker(bytes)
    let isInCRM = pack.flag()
    places.removeAll(keepingCapacity: true)
    for _ in 0..<PersonMembers.all.table.count { places.append(ValuePlace(pack.range())) }
    return PersonFacts(bytes.span.bytes, places, isInCRM: isInCRM)
  }

  /// The id alone.
  static func id(_ bytes: [UInt8]) -> String? {
    var pack = Unpacker(bytes)
    _ = pack.flag()
    for _ in 0..<PersonMembers.all.id { _ = pack.range() }
    return ValuePlace(pack.range()).string(in: bytes.span.bytes)
  }
}
