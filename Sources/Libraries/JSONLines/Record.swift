// One line of JSON Lines: its bytes, and where its members lie in them.
import Bytes

/// Where a record was read.
public struct Origin: Sendable, Equatable {
  /// The file as the user named it, or `<stdin>`.
  public var file: String
  /// The line, counted from 1.
  public var line: Int

  /// The origin of a record in `file` at `line`.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}

/// One JSON object on a line. Its top-level members are known as byte ranges; values are decoded when asked for, and
/// whatever nobody sets stays as it was, byte for byte.
///
///     var record = try Record(line)
///     if record.int("account.employees") ?? 0 > 50 { record.set("tier", "mid") }
///     output.write(record)
public struct Record: Sendable {
  /// The line without its line break.
  public internal(set) var bytes: [UInt8]
  /// Where the record was read, for messages.
  public var origin = Origin(file: "", line: 0)
  var members: [Member] = []
  /// The offset of the closing brace.
  var close = 0

  /// An empty record, to be filled by a reader.
  public init() {
    bytes = Array("{}".utf8)
    close = 1
  }

  /// The record that `line` spells: one object, valid by RFC 8259, well-formed UTF-8.
  public init(_ line: [UInt8]) throws(JSONError) {
    bytes = line
    try scan()
  }

  /// A record with the members of `object`.
  public init(_ object: JSONObject) {
    bytes = []
    object.write(to: &bytes)
    // A tree writes valid JSON, however deep; only its depth can be refused, and then it has no members to offer.
    close = scannedClose() ?? bytes.count - 1
  }

  /// Becomes the record on the line in `range` of `block`, read at `origin`, reusing this one's storage.
  public mutating func fill(_ block: LineBlock, _ range: Range<Int>, _ origin: Origin) throws(JSONError) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(block.bytes.span.bytes, range)
    self.origin = origin
    try scan()
  }

  private mutating func scan() throws(JSONError) {
    guard let close = scannedClose() else {
      throw JSONDiagnosis.ofRecord(bytes) ?? JSONError(column: 1, reason: "not a record")
    }
    self.close = close
  }

  /// Finds the members and the closing brace; the list of members is moved out and in again to keep its storage.
  private mutating func scannedClose() -> Int? {
    var found: [Member] = []
    swap(&found, &members)
    let close = JSONScanner.scan(bytes.span.bytes, members: &found)
    members = close == nil ? [] : found
    return close
  }

  /// The index of the last top-level member called `name`.
  func index(of name: [UInt8]) -> Int? {
    let span = bytes.span.bytes
    var index = members.count
    while index > 0 {
      index -= 1
      let member = members[index]
      let key = Int(member.key.lowerBound) + 1..<Int(member.key.upperBound) - 1
      if member.keyIsEscaped {
        var text: [UInt8] = []
        JSONText.decode(span, key.lowerBound - 1..<key.upperBound + 1, into: &text)
        if text == name { return index }
      } else if span.equals(name, in: key) {
        return index
      }
    }
    return nil
  }

  /// The range of the value of the member at `index`.
  func valueRange(_ index: Int) -> Range<Int> {
    Int(members[index].value.lowerBound)..<Int(members[index].value.upperBound)
  }

  /// The names of the top-level members in order, duplicates included.
  public var memberNames: [String] {
    let span = bytes.span.bytes
    return members.map { JSONText.string(span, Int($0.key.lowerBound)..<Int($0.key.upperBound)) }
  }

  /// The name of a top-level member that stands more than once, with the column of its second key from 1.
  public var duplicateMember: (name: String, column: Int)? {
    var seen: Set<String> = []
    for (index, name) in memberNames.enumerated() where !seen.insert(name).inserted {
      return (name, Int(members[index].key.lowerBound) + 1)
    }
    return nil
  }

  /// The column of the value at `path`, counted in bytes from 1, or of the record when it is absent.
  public func column(of path: JSONPath) -> Int {
    ranges(path).first.map { $0.lowerBound + 1 } ?? 1
  }
}
