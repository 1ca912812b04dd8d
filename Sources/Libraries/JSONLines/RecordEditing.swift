// Changing members of a record while every other byte stays.
import Bytes

extension Record {
  /// Sets the top-level `member`: a value that is there is replaced in its place, else the member goes to the end.
  public mutating func set(_ member: String, _ value: JSON) {
    var json: [UInt8] = []
    value.write(to: &json)
    setRaw(member, json)
  }

  /// As `set`, with a value that is JSON text already; the caller vouches that it is valid.
  public mutating func setRaw(_ member: String, _ json: [UInt8]) {
    if let index = index(of: Array(member.utf8)) {
      replace(index, json)
    } else {
      append(member, json)
    }
  }

  /// Removes the top-level `member`, all of them when it stands more than once.
  public mutating func remove(_ member: String) {
    let name = Array(member.utf8)
    while let index = index(of: name) { removeMember(index) }
  }

  private mutating func replace(_ place: Int, _ json: [UInt8]) {
    let range = valueRange(place)
    bytes.replaceSubrange(range, with: json)
    index.members[place].growValue(by: json.count - range.count)
    shift(from: place + 1, by: json.count - range.count)
  }

  private mutating func append(_ member: String, _ json: [UInt8]) {
    let close = index.close
    var added: [UInt8] = index.members.isEmpty ? [] : [UInt8(ascii: ",")]
    let keyStart = close + added.count
    JSONText.encode(member, into: &added)
    let key = keyStart..<close + added.count
    let escaped = added.contains(UInt8(ascii: "\\"))
    added.append(UInt8(ascii: ":"))
    let valueStart = close + added.count
    added.append(contentsOf: json)
    bytes.insert(contentsOf: added, at: close)
    index.members.append(Member(key: key, value: valueStart..<close + added.count, keyIsEscaped: escaped))
    index.close += added.count
  }

  /// Takes the member at `place` out, with one comma and the blanks that stood between it and its neighbour.
  private mutating func removeMember(_ place: Int) {
    let members = index.members
    let start: Int
    let end: Int
    if place + 1 < members.count {
      start = members[place].key.lowerBound
      end = members[place + 1].key.lowerBound
    } else {
      start = place > 0 ? members[place - 1].value.upperBound : members[place].key.lowerBound
      end = members[place].value.upperBound
    }
    bytes.removeSubrange(start..<end)
    index.members.remove(at: place)
    shift(from: place, by: start - end)
  }

  private mutating func shift(from first: Int, by growth: Int) {
    index.close += growth
    guard growth != 0 else { return }
    for place in first..<index.members.count { index.members[place].shift(by: growth) }
  }
}
