// Many values of each record, found in one pass over its members.
import Bytes

/// Where a value lies in the bytes of a record, or that there is none.
public struct ValuePlace: Sendable, Equatable {
  private let start: Int32
  private let end: Int32

  /// No value.
  public static let absent = ValuePlace(0..<0)

  init(_ range: Range<Int>) {
    // Lines are bounded well below 2 GB, so that 32 bits serve.
    start = Int32(truncatingIfNeeded: range.lowerBound)
    end = Int32(truncatingIfNeeded: range.upperBound)
  }

  /// Whether there is a value.
  public var exists: Bool { count > 0 }
  /// How many bytes the value takes.
  public var count: Int { Int(end &- start) }
  /// The bytes of the value.
  public var range: Range<Int> { Int(start)..<Int(end) }
}

/// Some paths whose values every record is asked for. `Record.withRaw` looks for one path at a time; where a dozen are
/// wanted of each of a million records, one pass for all of them costs a fraction.
public struct PathTable: Sendable {
  /// A member name on the way of some path; the children of an entry stand side by side.
  private struct Entry {
    let name: Range<Int>
    /// The slots from `slot` up to `lastSlot` belong to the entry's own path (when `isWanted`) and to those below it.
    var slot = 0
    var lastSlot = 0
    var isWanted = false
    var children = 0..<0
  }

  private var names: [UInt8] = []
  private var entries: [Entry] = []
  private var top = 0..<0
  private var slots: [JSONPath: Int] = [:]

  /// A table of the paths that name single values: those with `[]`, and the empty one, have no slot.
  public init(_ paths: some Sequence<JSONPath>) {
    let wanted = Set(paths).compactMap { path in path.memberNames.map { (path: path, names: $0) } }
      .sorted { $0.path.description < $1.path.description }
    top = add(wanted, depth: 0)
  }

  /// The number of slots.
  public var count: Int { slots.count }

  /// The slot of a path, or nil when it has none.
  public func slot(of path: JSONPath) -> Int? { slots[path] }

  /// Adds the entries for what stands at `depth` in the paths, and all below it; gives the range of these entries.
  private mutating func add(_ paths: [(path: JSONPath, names: [[UInt8]])], depth: Int) -> Range<Int> {
    var groups: [(name: [UInt8], paths: [(path: JSONPath, names: [[UInt8]])])] = []
    for path in paths where path.names.count > depth {
      let name = path.names[depth]
      if let known = groups.firstIndex(where: { $0.name == name }) {
        groups[known].paths.append(path)
      } else {
        groups.append((name, [path]))
      }
    }
    let first = entries.count
    for group in groups {
      entries.append(Entry(name: names.count..<names.count + group.name.count))
      names.append(contentsOf: group.name)
    }
    for (offset, group) in groups.enumerated() { fill(first + offset, group.paths, depth) }
    return first..<first + groups.count
  }

  private mutating func fill(_ index: Int, _ paths: [(path: JSONPath, names: [[UInt8]])], _ depth: Int) {
    entries[index].slot = slots.count
    if let own = paths.first(where: { $0.names.count == depth + 1 }) {
      entries[index].isWanted = true
      slots[own.path] = slots.count
    }
    entries[index].children = add(paths, depth: depth + 1)
    entries[index].lastSlot = slots.count
  }

  /// Puts the place of each slot's value in the record into `places`. Of members with one name the last counts, as
  /// everywhere.
  public func find(in record: Record, into places: inout [ValuePlace]) {
    places.removeAll(keepingCapacity: true)
    for _ in 0..<slots.count { places.append(.absent) }
    let span = record.bytes.span.bytes
    for member in record.index.members {
      look(for: member.name, escaped: member.keyIsEscaped, member.value, among: top, span, &places)
    }
  }

  private func look(
    for name: Range<Int>, escaped: Bool, _ value: Range<Int>, among candidates: Range<Int>, _ span: RawSpan,
    _ places: inout [ValuePlace]
  ) {
    if escaped { return lookDecoded(for: name, value, among: candidates, span, &places) }
    for index in candidates where entries[index].name.count == name.count {
      guard span.equals(names, entries[index].name, in: name) else { continue }
      return take(index, value, span, &places)
    }
  }

  private func lookDecoded(
    for name: Range<Int>, _ value: Range<Int>, among candidates: Range<Int>, _ span: RawSpan,
    _ places: inout [ValuePlace]
  ) {
    var text: [UInt8] = []
    JSONText.decode(span, name.lowerBound - 1..<name.upperBound + 1, into: &text)
    for index in candidates where text.elementsEqual(names[entries[index].name]) {
      return take(index, value, span, &places)
    }
  }

  private func take(_ index: Int, _ value: Range<Int>, _ span: RawSpan, _ places: inout [ValuePlace]) {
    let entry = entries[index]
    // What an earlier member of this name held below it no longer counts.
    for slot in entry.slot..<entry.lastSlot { places[slot] = .absent }
    if entry.isWanted { places[entry.slot] = ValuePlace(value) }
    guard !entry.children.isEmpty, span.byte(value.lowerBound) == UInt8(ascii: "{") else { return }
    JSONTree.eachMember(span, value) { key, inner in
      let name = key.lowerBound + 1..<key.upperBound - 1
      let escaped = span.firstOffset(of: UInt8(ascii: "\\"), in: name) != nil
      look(for: name, escaped: escaped, inner, among: entry.children, span, &places)
      return true
    }
  }
}

extension Record {
  /// Calls `body` with the bytes, the range of a value that a table found in this record, and its kind; nil when there is
  /// none. The plain twin is `withRaw` with the path itself.
  @inline(__always)
  public func withRaw<Result>(_ place: ValuePlace, _ body: (RawSpan, Range<Int>, Kind) -> Result) -> Result? {
    guard place.exists else { return nil }
    return body(bytes.span.bytes, place.range, Kind(firstByte: bytes[place.range.lowerBound]))
  }
}

extension JSONPath {
  /// The names of the members on the way, or nil when the path goes through the elements of a list or nowhere.
  fileprivate var memberNames: [[UInt8]]? {
    var names: [[UInt8]] = []
    for step in steps {
      guard case .member(let name) = step else { return nil }
      names.append(name)
    }
    return names.isEmpty ? nil : names
  }
}
