import JSONLines

/// Rewrites references to records that were merged: `company_id` and `person_id` wherever they stand, nothing else.
public struct Relinking: Sendable {
  private var golden: [String: String] = [:]
  private let members: Set<String>

  /// Rewrites the values of `members`.
  public init(members: [String] = ["company_id", "person_id"]) {
    self.members = Set(members)
  }

  /// Notes a line of a merges file, `{"id":…,"golden":…}`.
  public mutating func add(_ record: Record) -> Bool {
    guard let id = record.string("id"), let target = record.string("golden") else { return false }
    if id != target { golden[id] = target }
    return true
  }

  /// Where references to `id` lead now, through merges of merges; nil when `id` was not merged.
  public func target(of id: String) -> String? {
    guard var target = golden[id] else { return nil }
    var steps = 0
    while let next = golden[target], next != id, steps < 64 {
      target = next
      steps += 1
    }
    return target
  }

  /// The line with its references rewritten; nil when none needs it.
  public func rewrite(_ line: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var copied = 0
    var scanner = StringScanner(line)
    var key: Range<Int>?
    while let text = scanner.next() {
      if text.isKey {
        key = text.range
        continue
      }
      defer { key = nil }
      guard let name = key, text.isValueOfKey, members.contains(Self.decoded(line[name])),
        let target = target(of: Self.decoded(line[text.range]))
      else { continue }
      result += line[copied..<text.range.lowerBound]
      JSON.string(target).write(to: &result)
      copied = text.range.upperBound
    }
    guard copied > 0 else { return nil }
    return result + line[copied...]
  }

  private static func decoded(_ quoted: ArraySlice<UInt8>) -> String {
    guard quoted.contains(UInt8(ascii: "\\")) else {
      return String(decoding: quoted.dropFirst().dropLast(), as: UTF8.self)
    }
    return (try? JSON(parsing: Array(quoted)))?.string ?? ""
  }
}

/// Walks over the strings of a line that is known to be valid JSON.
private struct StringScanner {
  struct Found {
    /// With its quotes.
    var range: Range<Int>
    var isKey: Bool
    /// Whether it follows a key directly and not inside a list or object begun there.
    var isValueOfKey: Bool
  }

  private let line: [UInt8]
  private var position = 0

  init(_ line: [UInt8]) {
    self.line = line
  }

  mutating func next() -> Found? {
    var followsColon = false
    while position < line.count, line[position] != UInt8(ascii: "\"") {
      let byte = line[position]
      if byte == UInt8(ascii: ":") { followsColon = true } else if byte > 0x20 { followsColon = false }
      position += 1
    }
    guard position < line.count else { return nil }
    let start = position
    position += 1
    while position < line.count, line[position] != UInt8(ascii: "\"") {
      position += line[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    position = min(position + 1, line.count)
    let range = start..<position
    var after = position
    while after < line.count, line[after] <= 0x20 { after += 1 }
    let isKey = after < line.count && line[after] == UInt8(ascii: ":")
    return Found(range: range, isKey: isKey, isValueOfKey: followsColon)
  }
}
