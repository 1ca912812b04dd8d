// A person's record cut down to what leads and referrals need of it: few of them are ever read again.
import Bytes
import JSONLines

/// The values of a person's record in the order of their slots, each after its length, behind what was found out about them.
enum PersonPack {
  /// Writes the values that lie at `places` in `json`.
  static func write(_ json: RawSpan, _ places: [ValuePlace], isInCRM: Bool, into bytes: inout [UInt8]) {
    let at = PersonMembers.all
    let hasLeft = places[at.left].count > 2
    bytes.pack(isInCRM)
    for (slot, place) in places.enumerated() {
      // Where they came from has been told by then, and positions are asked for only of who is said to have left.
      let isSpent = slot == at.sources || slot == at.sourceKind || slot == at.positions && !hasLeft
      bytes.pack(isSpent ? 0 : place.count)
      if !isSpent { bytes.append(json, place.range) }
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
