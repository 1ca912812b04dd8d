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
  var index = MemberIndex()

  /// An empty record, to be filled by a reader.
  public init() {
    self.init([:])
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
    // A tree writes valid JSON; only its depth can be refused, and then the record is the empty one.
    if !indexMembers() {
      bytes = Array("{}".utf8)
      _ = indexMembers()
    }
  }

  /// Becomes the record on the line in `range` of `block`, read at `origin`, reusing this one's storage.
  public mutating func fill(_ block: LineBlock, _ range: Range<Int>, _ origin: Origin) throws(JSONError) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(block.bytes.span.bytes, range)
    self.origin = origin
    try scan()
  }

  private mutating func scan() throws(JSONError) {
    if !indexMembers() { throw JSONDiagnosis.ofRecord(bytes) ?? JSONError(column: 1, reason: "not a record") }
  }

  /// Finds the members; the index is moved out and in again to keep its storage.
  private mutating func indexMembers() -> Bool {
    var index = MemberIndex()
    swap(&index, &self.index)
    let isRecord = index.scan(bytes.span.bytes, 0..<bytes.count)
    swap(&index, &self.index)
    return isRecord
  }

  /// The index of the last top-level member called `name`.
  func index(of name: [UInt8]) -> Int? {
    index.index(of: name, in: bytes.span.bytes)
  }

  /// The range of the value of the member at `place`.
  func valueRange(_ place: Int) -> Range<Int> {
    index.members[place].value
  }

  /// How many top-level members there are, duplicates included.
  public var memberCount: Int { index.count }

  /// The offset of the brace that ends the record.
  public var closingBrace: Int { index.close }

  /// The names of the top-level members in order, duplicates included.
  public var memberNames: [String] {
    let span = bytes.span.bytes
    return index.members.map { JSONText.string(span, $0.key) }
  }

  /// The column of the value at `path`, counted in bytes from 1, or of the record when it is absent.
  public func column(of path: JSONPath) -> Int {
    ranges(path).first.map { $0.lowerBound + 1 } ?? 1
  }
}
