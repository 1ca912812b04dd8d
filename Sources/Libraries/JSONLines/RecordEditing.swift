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

  private mutating func replace(_ index: Int, _ json: [UInt8]) {
    let range = valueRange(index)
    bytes.replaceSubrange(range, with: json)
    let growth = json.count - range.count
    members[index].value = Int32(range.lowerBound)..<Int32(range.upperBound + growth)
    shift(from: index + 1, by: growth)
  }

  private mutating func append(_ member: String, _ json: [UInt8]) {
    var added: [UInt8] = members.isEmpty ? [] : [UInt8(ascii: ",")]
    let keyStart = close + added.count
    JSONText.encode(member, into: &added)
    let keyEnd = close + added.count
    added.append(UInt8(ascii: ":"))
    let valueStart = close + added.count
    added.append(contentsOf: json)
    let escaped = added.contains(UInt8(ascii: "\\")) && bytesHoldEscape(added, keyStart - close..<keyEnd - close)
    bytes.insert(contentsOf: added, at: close)
    members.append(
      Member(
        key: Int32(keyStart)..<Int32(keyEnd), value: Int32(valueStart)..<Int32(close + added.count),
        keyIsEscaped: escaped))
    close += added.count
  }

  private func bytesHoldEscape(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes[range].contains(UInt8(ascii: "\\"))
  }

  /// Takes the member at `index` out, with one comma and the blanks that stood between it and its neighbour.
  private mutating func removeMember(_ index: Int) {
    let start: Int
    let end: Int
    if index + 1 < members.count {
      start = Int(members[index].key.lowerBound)
      end = Int(members[index + 1].key.lowerBound)
    } else {
      start = index > 0 ? Int(members[index - 1].value.upperBound) : Int(members[index].key.lowerBound)
      end = Int(members[index].value.upperBound)
    }
    bytes.removeSubrange(start..<end)
    members.remove(at: index)
    shift(from: index, by: start - end)
  }

  private mutating func shift(from first: Int, by growth: Int) {
    close += growth
    guard growth != 0 else { return }
    let growth = Int32(growth)
    for index in first..<members.count {
      members[index].key = members[index].key.lowerBound + growth..<members[index].key.upperBound + growth
      members[index].value = members[index].value.lowerBound + growth..<members[index].value.upperBound + growth
    }
  }
}
