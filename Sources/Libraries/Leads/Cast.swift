// Who takes part in a conversation, and whom its messages mean.
import Bytes
import Correspondence
import JSONLines

/// The people of a conversation by what its messages call them. One conversation after the other can use the same room.
struct Cast {
  /// Everybody outside, by id.
  private(set) var people: [String] = []
  /// Who of us takes part.
  private(set) var members: [String] = []
  /// What tells each participant outside from others, in `keys`, and who it is.
  private var known: [(key: Range<Int>, person: Int)] = []
  private var keys: [UInt8] = []
  /// The parties that messages have named so far, by their text, and who they are. Most messages name the same again.
  private var named: [(text: Range<Int>, person: Int?)] = []
  private var places: [ValuePlace] = []
  private var key: [UInt8] = []

  /// A cast of nobody.
  init() {}

  /// The cast that a conversation's list of participants tells.
  init(_ json: RawSpan, _ participants: ValuePlace) {
    read(json, participants)
  }

  /// Becomes the cast that a conversation's list of participants tells.
  mutating func read(_ json: RawSpan, _ participants: ValuePlace) {
    people.removeAll(keepingCapacity: true)
    members.removeAll(keepingCapacity: true)
    known.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    named.removeAll(keepingCapacity: true)
    guard participants.isList(in: json) else { return }
    var room: [ValuePlace] = []
    swap(&room, &places)
    PartyMembers.all.table.forEachElement(in: json, participants.range, &room) { _, places in add(json, places) }
    swap(&room, &places)
  }

  private mutating func add(_ json: RawSpan, _ places: [ValuePlace]) {
    let at = PartyMembers.all
    let isOurs = places[at.member].exists
    if let member = places[at.member].string(in: json), !members.contains(member) { members.append(member) }
    guard !isOurs, let id = places[at.personID].string(in: json), readKey(json, places) else { return }
    let place = people.firstIndex(of: id)
    if place == nil { people.append(id) }
    keys.append(contentsOf: key)
    known.append((keys.count - key.count..<keys.count, place ?? people.count - 1))
  }

  /// Whom of the people outside a message means by the party at `place`: the last of the participants with that key.
  mutating func person(_ json: RawSpan, _ place: ValuePlace) -> Int? {
    guard place.exists, !known.isEmpty else { return nil }
    for (text, person) in named where json.equals(text, place.range) { return person }
    PartyMembers.all.table.find(in: json, place.range, into: &places)
    let person = readKey(json, places) ? known.last { keys.span.bytes.equals(key, in: $0.key) }?.person : nil
    if named.count < 16 { named.append((place.range, person)) }
    return person
  }

  /// Adds each of the people outside in a list of parties to `found`.
  mutating func gather(_ json: RawSpan, _ list: ValuePlace, into found: inout [Int]) {
    guard list.count > 2, list.isList(in: json), !known.isEmpty else { return }
    JSONTree.eachElement(json, list.range) { element in
      if let person = person(json, ValuePlace(element)) { found.append(person) }
      return true
    }
  }

  /// Puts `Party.key` of the party at `places` into `key`; false when nothing tells the party from others. Most have an
  /// address in plain ASCII, which is taken as it stands.
  private mutating func readKey(_ json: RawSpan, _ places: [ValuePlace]) -> Bool {
    let at = PartyMembers.all
    let email = places[at.email]
    if email.isString(in: json), email.count > 2, readAddress(json, email.range) { return true }
    let party = Party(
      name: places[at.name].string(in: json), email: email.string(in: json)?.lowercased(),
      phone: places[at.phone].string(in: json), linkedinURL: places[at.linkedinURL].string(in: json))
    guard let text = party.key else { return false }
    key = Array(text.utf8)
    return true
  }

  private mutating func readAddress(_ json: RawSpan, _ range: Range<Int>) -> Bool {
    let inner = range.lowerBound + 1..<range.upperBound - 1
    var isLower = true
    for place in inner {
      let byte = json.byte(place)
      guard byte < 0x80, byte != UInt8(ascii: "\\") else { return false }
      if byte &- UInt8(ascii: "A") < 26 { isLower = false }
    }
    key.removeAll(keepingCapacity: true)
    if isLower {
      key.append(json, inner)
    } else {
      for place in inner {
        let byte = json.byte(place)
        key.append(byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte)
      }
    }
    return true
  }
}

/// The members of a party that are read.
private struct PartyMembers {
  static let all = PartyMembers()

  let table: PathTable
  let name, email, phone, linkedinURL, personID, member: Int

  private init() {
    var paths = PathList()
    name = paths.slot("name")
    email = paths.slot("email")
    phone = paths.slot("phone")
    linkedinURL = paths.slot("linkedin_url")
    personID = paths.slot("person_id")
    member = paths.slot("member")
    table = paths.table
  }
}
