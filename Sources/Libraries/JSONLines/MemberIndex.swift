// Where the members of a record lie in its bytes.
import Bytes

/// Where one top-level member of a record lies, in bytes. Lines are bounded well below 2 GB, so that 32 bits serve.
struct Member: Sendable, Equatable {
  private var keyStart: Int32
  private var keyEnd: Int32
  private var valueStart: Int32
  private var valueEnd: Int32
  /// Whether the key is spelt with escapes.
  let keyIsEscaped: Bool

  init(key: Range<Int>, value: Range<Int>, keyIsEscaped: Bool) {
    keyStart = Int32(truncatingIfNeeded: key.lowerBound)
    keyEnd = Int32(truncatingIfNeeded: key.upperBound)
    valueStart = Int32(truncatingIfNeeded: value.lowerBound)
    valueEnd = Int32(truncatingIfNeeded: value.upperBound)
    self.keyIsEscaped = keyIsEscaped
  }

  /// The key with its quotes.
  var key: Range<Int> { Int(keyStart)..<Int(keyEnd) }
  /// The key between its quotes.
  var name: Range<Int> { Int(keyStart) &+ 1..<Int(keyEnd) &- 1 }
  /// The value, strings with their quotes.
  var value: Range<Int> { Int(valueStart)..<Int(valueEnd) }

  /// Moves the member by `growth` bytes.
  mutating func shift(by growth: Int) {
    let growth = Int32(growth)
    keyStart += growth
    keyEnd += growth
    valueStart += growth
    valueEnd += growth
  }

  /// Moves the end of the value by `growth` bytes.
  mutating func growValue(by growth: Int) {
    valueEnd += Int32(growth)
  }
}

/// The members of one record in some bytes, found in one pass. Its storage is reused from line to line.
public struct MemberIndex: Sendable {
  var members: [Member] = []
  /// The offset of the opening brace.
  var open = 0
  /// The offset of the closing brace.
  var close = 0

  /// An index of nothing.
  public init() {}

  /// Indexes the line in `range` of `bytes`; false when it is no valid record, and then the index is of no use.
  public mutating func scan(_ bytes: RawSpan, _ range: Range<Int>) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.byteCount)
    return JSONScanner.scan(bytes, range, into: &self)
  }

  /// The range of the record, from brace to brace.
  public var record: Range<Int> { open..<close + 1 }

  /// How many members there are.
  public var count: Int { members.count }

  /// The key of a member, with its quotes.
  public func key(_ index: Int) -> Range<Int> { members[index].key }

  /// The value of a member, strings with their quotes.
  public func value(_ index: Int) -> Range<Int> { members[index].value }

  /// The last member called `name` (UTF-8), or nil.
  public func index(of name: [UInt8], in bytes: RawSpan) -> Int? {
    var index = members.count
    while index > 0 {
      index -= 1
      if members[index].keyIsEscaped {
        var text: [UInt8] = []
        JSONText.decode(bytes, members[index].key, into: &text)
        if text == name { return index }
      } else if bytes.equals(name, in: members[index].name) {
        return index
      }
    }
    return nil
  }

  /// The name of a member that stands more than once, and the offset of its second key.
  public func duplicate(in bytes: RawSpan) -> (name: String, offset: Int)? {
    var seen: Set<String> = []
    for member in members {
      let name = JSONText.string(bytes, member.key)
      if !seen.insert(name).inserted { return (name, member.key.lowerBound) }
    }
    return nil
  }
}
