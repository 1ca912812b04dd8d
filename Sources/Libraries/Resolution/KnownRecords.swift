import Bytes
import JSONLines

/// The golden records of a file that new records may belong to. What a state keeps of a line is not read again; a line
/// that it does not know, since the file was changed, is.
public struct KnownRecords {
  let file: MappedFile
  let index: StateIndex
  /// Where the line of each record of the state stands in the file; empty for one that is no longer there.
  private(set) var lines: [Range<Int>]
  /// Records that the state does not know.
  private(set) var fresh = RecordStore()
  private let idMember: JSONPath

  /// How many golden records there are.
  public private(set) var count = 0

  /// How many of them the state does not know.
  public var freshCount: Int { fresh.count }

  /// Whether so many new records are best matched with those that share a key; of very many it is cheaper to look at all.
  public func isWorthwhile(for new: Int) -> Bool { new < max(100_000, count / 4) }

  /// The golden records in `file`, which the options' model compares, and which the state knows. `read` gives the record on a line that the state does not know, or nil when it is of
  /// another kind; it is given the bytes, the line's range and its number.
  public init(
    _ file: MappedFile, _ state: State, _ options: MatchingOptions,
    read: (RawSpan, Range<Int>, Int) throws -> Record?
  ) throws {
    guard let index = state.index, let kind = options.model?.keptKind(options), kind.tables == index.tables else {
      throw ModelError.damagedState
    }
    self.file = file
    self.index = index
    idMember = JSONPath(member: options.idMember)
    lines = [Range<Int>](repeating: 0..<0, count: index.count)
    do {
      try match(kind, read)
    } catch is DamagedFields {
      throw ModelError.damagedState
    }
  }

  private mutating func match<Kind: KeptKind>(
    _ kind: Kind, _ read: (RawSpan, Range<Int>, Int) throws -> Record?
  ) throws {
    var kind = kind
    let (hashes, others) = (index.numbers(.lines), Set(index.numbers(.others)))
    let usable = try usableSlots(&kind)
    var places: [UInt64: Int]?
    var expected = 0
    let (file, count) = (file, index.count)
    try file.withSpan { span in
      let start = span.byteCount >= 3 && span.array(0..<3) == [0xEF, 0xBB, 0xBF] ? 3 : 0
      try span.forEachLine(from: start, numbered: 1) { range, number in
        let hash = ContentHash.of(span, range)
        var slot = expected < count && hashes[expected] == hash ? expected : nil
        if slot == nil, !others.contains(hash) {
          if places == nil { places = Self.places(hashes) }
          slot = places?[hash]
        }
        if let slot, lines[slot].isEmpty, usable?[slot] ?? true {
          lines[slot] = range
          expected = slot + 1
          self.count += 1
        } else if !others.contains(hash), let record = try read(span, range, number) {
          fresh.append(record)
          self.count += 1
        }
      }
      if try !isOfThisVersion(span, &kind) { try readAll(span, read) }
    }
  }

  private static func places(_ hashes: StateIndex.Numbers) -> [UInt64: Int] {
    var places: [UInt64: Int] = [:]
    places.reserveCapacity(hashes.count)
    for slot in 0..<hashes.count { places[hashes[slot]] = slot }
    return places
  }

  /// Which records of the state have features that would be made of the same now; nil when all do.
  private func usableSlots<Kind: KeptKind>(_ kind: inout Kind) throws(DamagedFields) -> [Bool]? {
    guard index.surroundings != kind.surroundings else { return nil }
    let checks = index.numbers(.checks)
    var usable = [Bool](repeating: true, count: index.count)
    for slot in 0..<index.count where checks[slot] != 0 {
      let features = try index.features(slot, &kind)
      usable[slot] = kind.surroundings(of: features) == checks[slot]
    }
    return usable
  }

  /// Records that are read again to see whether they are read as they were.
  private static let samples = 32

  /// Whether some of the records are read as the state has it.
  private func isOfThisVersion<Kind: KeptKind>(_ span: RawSpan, _ kind: inout Kind) throws -> Bool {
    for slot in stride(from: 0, to: index.count, by: max(1, index.count / Self.samples)) where !lines[slot].isEmpty {
      guard let record = try? Record(span.array(lines[slot])) else { return false }
      var fields = FieldWriter()
      fields.text(Array(record.id(idMember).utf8))
      kind.encode(kind.read(record), to: &fields)
      guard fields.bytes == index.fields(slot..<slot + 1) else { return false }
    }
    return true
  }

  /// Reads every line, as if nothing was known of any.
  private mutating func readAll(_ span: RawSpan, _ read: (RawSpan, Range<Int>, Int) throws -> Record?) throws {
    for slot in lines.indices where !lines[slot].isEmpty {
      if let record = try read(span, lines[slot], 0) { fresh.append(record) }
      lines[slot] = 0..<0
    }
  }

  /// Whether the record in `slot` of the state is still there.
  func isLive(_ slot: Int) -> Bool { !lines[slot].isEmpty }

  /// The line of the record in `slot`.
  func line(_ slot: Int) -> [UInt8] { file.withSpan { $0.array(lines[slot]) } }

  /// Adds the record in `slot` to a store.
  func append(_ slot: Int, to store: inout RecordStore) { file.withSpan { store.append($0, lines[slot]) } }

  /// How many records of the state stand before `id` in the order of ids; none of the first `start` is above it.
  func position(of id: String, from start: Int = 0) throws(DamagedFields) -> Int {
    var (low, step) = (start, 1)
    while low + step < index.count, try index.id(low + step) < id {
      low += step
      step *= 2
    }
    var high = min(index.count, low + step)
    while low < high {
      let middle = (low + high) / 2
      if try index.id(middle) < id { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The record with this id that is in the state and still there.
  func slot(of id: String, at position: Int) throws(DamagedFields) -> Int? {
    guard position < index.count, isLive(position), try index.id(position) == id else { return nil }
    return position
  }

  /// Whether a line feed stands there.
  func hasLineFeed(_ offset: Int) -> Bool {
    file.withSpan { offset < $0.byteCount && $0.byte(offset) == UInt8(ascii: "\n") }
  }

  /// The bytes of some lines and a line feed.
  func bytes(_ lines: Range<Int>) -> ArraySlice<UInt8> {
    if hasLineFeed(lines.upperBound) { return file.withSpan { $0.array(lines.lowerBound..<lines.upperBound + 1) }[...] }
    return file.withSpan { $0.array(lines) }[...] + [UInt8(ascii: "\n")]
  }
}

extension Record {
  /// The id that `member` holds; empty when it holds none.
  func id(_ member: JSONPath) -> String { string(member) ?? number(member) ?? "" }
}
