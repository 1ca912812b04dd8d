// Many values of each record, found in one pass over its members.
import Bytes

/// Where a value lies in the bytes of a record, or that there is none.
public struct ValuePlace: Sendable, Equatable {
  private let start: Int32
  private let end: Int32

  /// No value.
  public static let absent = ValuePlace(0..<0)

  /// A value in the bytes of `range`.
  public init(_ range: Range<Int>) {
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
    var children = Level()
    /// Nothing below it is wanted.
    var isLeaf = true
  }

  /// What may stand in one object: a hash table of a power of two buckets, at most half full; none when nothing is wanted.
  private struct Level {
    var start = 0
    var count = 0
  }

  private var names: [UInt8] = []
  private var entries: [Entry] = []
  /// The buckets of all levels: the number of an entry, or -1.
  private var buckets: [Int16] = []
  private var top = Level()
  private var slots: [JSONPath: Int] = [:]
  /// As many absent values as there are slots.
  private var blank: [ValuePlace] = []

  /// A table of the paths that name single values: those with `[]`, and the empty one, have no slot. The slots follow the
  /// order of the paths, but that those below one member stand together.
  public init(_ paths: some Sequence<JSONPath>) {
    var seen: Set<JSONPath> = []
    let wanted = paths.filter { seen.insert($0).inserted }
      .compactMap { path in path.memberNames.map { (path: path, names: $0) } }
    top = add(wanted, depth: 0)
    blank = [ValuePlace](repeating: .absent, count: slots.count)
  }

  /// The number of slots.
  public var count: Int { slots.count }

  /// The slot of a path, or nil when it has none.
  public func slot(of path: JSONPath) -> Int? { slots[path] }

  /// Adds the entries for what stands at `depth` in the paths, and all below it; gives their level.
  private mutating func add(_ paths: [(path: JSONPath, names: [[UInt8]])], depth: Int) -> Level {
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
    return level(of: first..<first + groups.count)
  }

  /// Puts entries into buckets.
  private mutating func level(of added: Range<Int>) -> Level {
    guard !added.isEmpty else { return Level() }
    var level = Level(start: buckets.count, count: 4)
    while level.count < 2 * added.count { level.count *= 2 }
    buckets.append(contentsOf: repeatElement(-1, count: level.count))
    for index in added {
      let name = names[entries[index].name]
      var bucket = PathTable.hash(count: name.count, first: name.first ?? 0, last: name.last ?? 0)
      while buckets[level.start + bucket & (level.count - 1)] >= 0 { bucket += 1 }
      buckets[level.start + bucket & (level.count - 1)] = Int16(index)
    }
    return level
  }

  private mutating func fill(_ index: Int, _ paths: [(path: JSONPath, names: [[UInt8]])], _ depth: Int) {
    entries[index].slot = slots.count
    if let own = paths.first(where: { $0.names.count == depth + 1 }) {
      entries[index].isWanted = true
      slots[own.path] = slots.count
    }
    entries[index].children = add(paths, depth: depth + 1)
    entries[index].lastSlot = slots.count
    entries[index].isLeaf = entries[index].children.count == 0
  }

  @inline(__always)
  private static func hash(count: Int, first: UInt8, last: UInt8) -> Int {
    count &* 5 &+ Int(first) &+ Int(last) &* 11
  }

  /// Puts the place of each slot's value in the record into `places`. Of members with one name the last counts, as
  /// everywhere.
  public func find(in record: Record, into places: inout [ValuePlace]) {
    clear(&places)
    let span = record.bytes.span.bytes
    var found = places.mutableSpan
    for member in record.index.members {
      look(for: member.name, escaped: member.keyIsEscaped, member.value, among: top, span, &found)
    }
  }

  /// The same of the value in `range` of valid JSON text; where it is no object, nothing is found.
  public func find(in json: RawSpan, _ range: Range<Int>, into places: inout [ValuePlace]) {
    clear(&places)
    guard json.byte(range.lowerBound) == UInt8(ascii: "{") else { return }
    var found = places.mutableSpan
    _ = walk(json, range.lowerBound, range.upperBound, among: top, &found)
  }

  /// The same of each element of the list in `range` of valid JSON text, one after the other: `body` gets the range of the
  /// element, and `places` is what was found in it.
  public func forEachElement(
    in json: RawSpan, _ range: Range<Int>, _ places: inout [ValuePlace], _ body: (Range<Int>, [ValuePlace]) -> Void
  ) {
    guard json.byte(range.lowerBound) == UInt8(ascii: "[") else { return }
    let end = range.upperBound
    var at = JSONScanner.skipBlanks(json, range.lowerBound + 1, end)
    while at < end, json.byte(at) != UInt8(ascii: "]") {
      clear(&places)
      let next = element(json, at, end, &places)
      guard next > at else { return }
      body(at..<next, places)
      at = JSONTree.afterComma(json, next, end)
    }
  }

  private func element(_ json: RawSpan, _ at: Int, _ end: Int, _ places: inout [ValuePlace]) -> Int {
    guard json.byte(at) == UInt8(ascii: "{") else { return JSONSkipper.value(json, at, end) }
    var found = places.mutableSpan
    return walk(json, at, end, among: top, &found)
  }

  /// Makes `places` as many absent values as there are slots, in the room that it has.
  private func clear(_ places: inout [ValuePlace]) {
    if places.count == blank.count {
      var places = places.mutableSpan
      for slot in places.indices { places[slot] = .absent }
    } else {
      places.removeAll(keepingCapacity: true)
      places.append(contentsOf: blank)
    }
  }

  /// Looks through the members of the object that begins at `start`; returns the offset after it, or -1.
  private func walk(
    _ json: RawSpan, _ start: Int, _ end: Int, among level: Level, _ places: inout MutableSpan<ValuePlace>
  ) -> Int {
    var at = JSONScanner.skipBlanks(json, start + 1, end)
    while at < end, json.byte(at) == UInt8(ascii: "\"") {
      var escaped = false
      let keyEnd = JSONSkipper.string(json, at, end, escaped: &escaped)
      let colon = JSONScanner.skipBlanks(json, keyEnd, end)
      let value = JSONScanner.skipBlanks(json, colon + 1, end)
      let valueEnd = JSONSkipper.value(json, value, end)
      look(for: at + 1..<keyEnd - 1, escaped: escaped, value..<valueEnd, among: level, json, &places)
      at = JSONTree.afterComma(json, valueEnd, end)
    }
    return at < end ? at + 1 : -1
  }

  @inline(__always)
  private func look(
    for name: Range<Int>, escaped: Bool, _ value: Range<Int>, among level: Level, _ span: RawSpan,
    _ places: inout MutableSpan<ValuePlace>
  ) {
    if escaped { return lookDecoded(for: name, value, among: level, span, &places) }
    guard level.count > 0 else { return }
    let isNamed = !name.isEmpty
    var bucket = PathTable.hash(
      count: name.count, first: isNamed ? span.byte(name.lowerBound) : 0,
      last: isNamed ? span.byte(name.upperBound - 1) : 0)
    while true {
      let index = Int(buckets[level.start &+ bucket & (level.count &- 1)])
      if index < 0 { return }
      if span.equals(names, entries[index].name, in: name) { return take(index, value, span, &places) }
      bucket &+= 1
    }
  }

  private func lookDecoded(
    for name: Range<Int>, _ value: Range<Int>, among level: Level, _ span: RawSpan,
    _ places: inout MutableSpan<ValuePlace>
  ) {
    var text: [UInt8] = []
    JSONText.decode(span, name.lowerBound - 1..<name.upperBound + 1, into: &text)
    for bucket in level.start..<level.start + level.count where buckets[bucket] >= 0 {
      let index = Int(buckets[bucket])
      if text.elementsEqual(names[entries[index].name]) { return take(index, value, span, &places) }
    }
  }

  private func take(_ index: Int, _ value: Range<Int>, _ span: RawSpan, _ places: inout MutableSpan<ValuePlace>) {
    if entries[index].isLeaf {
      places[entries[index].slot] = ValuePlace(value)
      return
    }
    let entry = entries[index]
    // What an earlier member of this name held below it no longer counts.
    for slot in entry.slot..<entry.lastSlot { places[slot] = .absent }
    if entry.isWanted { places[entry.slot] = ValuePlace(value) }
    guard entry.children.count > 0, span.byte(value.lowerBound) == UInt8(ascii: "{") else { return }
    _ = walk(span, value.lowerBound, value.upperBound, among: entry.children, &places)
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
