import Bytes

/// What a state keeps of the golden records beside the model, laid out to be used where it lies in the file: what each
/// is compared by, which have each blocking key, and how often each value stands.
///
/// The file begins with the model as text; behind a zero byte, from the next multiple of eight on, follow the numbers of
/// `StateLayout.Header`, the length of each section, and the sections of `StateLayout.sections`, each padded to eight
/// bytes. All numbers are little-endian. Every number that leads to another place is checked when the file is opened, so
/// that a damaged file is refused and never followed.
final class StateIndex: Sendable {
  private let file: MappedFile
  private let bounds: [Range<Int>]
  /// How many records there are.
  let count: Int
  /// How many tables of counted values.
  let tables: Int
  /// What beside the records their features are made of.
  let surroundings: UInt64
  /// How the records were read.
  let reading: UInt64

  /// The index in `file` from `start` on; nil when another version has written it.
  init?(_ file: MappedFile, from start: Int) throws(DamagedFields) {
    self.file = file
    guard file.count - start >= StateLayout.Header.allCases.count * 8,
      Self.word(.magic, file, start) == StateLayout.magic
    else { throw DamagedFields() }
    guard Self.word(.version, file, start) == StateLayout.version else { return nil }
    surroundings = Self.word(.surroundings, file, start)
    reading = Self.word(.reading, file, start)
    guard let bounds = Self.bounds(file, from: start) else { throw DamagedFields() }
    self.bounds = bounds
    tables = Int(Self.word(.tables, file, start))
    count = bounds[StateLayout.Section.lines.place].count / 8
    guard Self.checksum(file, from: start) == Self.word(.checksum, file, start), isSound() else {
      throw DamagedFields()
    }
  }

  private static func word(_ word: StateLayout.Header, _ file: MappedFile, _ start: Int) -> UInt64 {
    file.uint64(start + 8 * word.rawValue)
  }

  /// Where the sections lie; nil when they do not fill the file.
  private static func bounds(_ file: MappedFile, from start: Int) -> [Range<Int>]? {
    let tables = word(.tables, file, start)
    guard tables <= StateLayout.mostTables else { return nil }
    let count = StateLayout.sections(tables: Int(tables)).count
    let lengths = start + StateLayout.Header.allCases.count * 8
    guard lengths + count * 8 <= file.count else { return nil }
    var bounds: [Range<Int>] = []
    var offset = lengths + count * 8
    for section in 0..<count {
      let length = file.uint64(lengths + 8 * section)
      guard length <= UInt64(file.count - offset) else { return nil }
      bounds.append(offset..<offset + Int(length))
      offset = min(file.count, offset + StateLayout.padded(Int(length)))
    }
    return offset == file.count ? bounds : nil
  }

  /// What the checksum of the state in `file` from `start` on must be; nil when its sections do not fill the file.
  static func checksum(_ file: MappedFile, from start: Int) -> UInt64? {
    guard file.count - start >= StateLayout.Header.allCases.count * 8 else { return nil }
    let words = StateLayout.Header.allCases.drop { $0 != .surroundings }.map { word($0, file, start) }
    return bounds(file, from: start)?.reduce(checksum(ofWords: words)) { sum, range in
      ContentHash.of(sum, file.withSpan { ContentHash.of($0, range) })
    }
  }

  /// What the checksum begins with: that of the numbers behind it.
  static func checksum(ofWords words: [UInt64]) -> UInt64 { words.reduce(0) { ContentHash.of($0, $1) } }

  private func isSound() -> Bool {
    let places = numbers(.offsets)
    guard count < Int(Int32.max), numbers(.checks).count == count, places.count == count + 1, places[0] == 0,
      places[count] == UInt64(bounds[StateLayout.Section.fields.place].count)
    else { return false }
    for index in 0..<count where places[index] > places[index + 1] { return false }
    return areKeysSound() && (0..<tables).allSatisfy(isSound)
  }

  private func areKeysSound() -> Bool {
    guard numbers(.keys).count == shortNumbers(.holders).count else { return false }
    var isSound = true
    var before: (key: UInt64, holder: Int) = (0, -1)
    forEachKey { key, holder in
      let isAfter = before.key < key || before.key == key && before.holder < Int(holder)
      isSound = isSound && isAfter && Int(holder) < count
      before = (key, Int(holder))
    }
    return isSound
  }

  /// Calls `body` with each blocking key and its holder.
  @inline(__always)
  func forEachKey(_ body: (UInt64, UInt32) -> Void) {
    let (keys, holders) = (bounds[StateLayout.Section.keys.place], bounds[StateLayout.Section.holders.place])
    file.withSpan { span in
      // All lie inside the file: the bounds were checked, and as many holders as keys.
      for index in 0..<min(keys.count / 8, holders.count / 4) {
        body(span.word(keys.lowerBound &+ 8 &* index), span.halfWord(holders.lowerBound &+ 4 &* index))
      }
    }
  }

  private func isSound(_ table: Int) -> Bool {
    let values = values(table)
    guard values.count == counts(table).count else { return false }
    for index in 0..<max(0, values.count - 1) where values[index] >= values[index + 1] { return false }
    return true
  }

  /// The numbers of a section.
  func numbers(_ section: StateLayout.Section) -> Numbers { Numbers(file: file, range: bounds[section.place]) }

  /// The short numbers of a section.
  func shortNumbers(_ section: StateLayout.Section) -> ShortNumbers {
    ShortNumbers(file: file, range: bounds[section.place])
  }

  /// Numbers of eight bytes.
  struct Numbers: RandomAccessCollection {
    let file: MappedFile
    let range: Range<Int>
    var startIndex: Int { 0 }
    var endIndex: Int { range.count / 8 }
    @inline(__always)
    subscript(index: Int) -> UInt64 { file.uint64(range.lowerBound &+ index &* 8) }

    /// The first place from `start` on whose number is not below `wanted`, where numbers ascend; near ones are found
    /// fastest.
    func firstIndex(notBelow wanted: UInt64, from start: Int = 0) -> Int {
      var (low, step) = (start, 1)
      while low + step < count, self[low + step] < wanted {
        low += step
        step *= 2
      }
      var high = Swift.min(count, low + step)
      while low < high {
        let middle = (low + high) / 2
        if self[middle] < wanted { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  /// Numbers of four bytes.
  struct ShortNumbers: RandomAccessCollection {
    let file: MappedFile
    let range: Range<Int>
    var startIndex: Int { 0 }
    var endIndex: Int { range.count / 4 }
    @inline(__always)
    subscript(index: Int) -> UInt32 { file.uint32(range.lowerBound &+ index &* 4) }
  }

  /// Calls `body` with a reader of what is kept of the record in `slot`, and the bytes that it reads.
  func withFields<Result>(
    of slot: Int, _ body: (inout FieldReader, RawSpan) throws(DamagedFields) -> Result
  ) throws(DamagedFields) -> Result {
    let range = fieldRange(slot..<slot + 1)
    return try file.withSpan { (span) throws(DamagedFields) in
      var fields = FieldReader(range)
      return try body(&fields, span)
    }
  }

  /// Where in the file the fields of these records lie.
  func fieldRange(_ slots: Range<Int>) -> Range<Int> {
    let (places, start) = (numbers(.offsets), bounds[StateLayout.Section.fields.place].lowerBound)
    return start + Int(places[slots.lowerBound])..<start + Int(places[slots.upperBound])
  }

  /// The fields of these records as they are kept.
  func fields(_ slots: Range<Int>) -> [UInt8] { file.withSpan { $0.array(fieldRange(slots)) } }

  /// Adds the fields of these records to `bytes`.
  func appendFields(_ slots: Range<Int>, to bytes: inout [UInt8]) {
    file.withSpan { bytes.append($0, fieldRange(slots)) }
  }

  /// The id of the record in `slot`.
  func id(_ slot: Int) throws(DamagedFields) -> String {
    try withFields(of: slot) { (fields, span) throws(DamagedFields) in
      String(decoding: try fields.text(span), as: UTF8.self)
    }
  }

  /// What the record in `slot` is compared by.
  func features<Kind: KeptKind>(_ slot: Int, _ kind: inout Kind) throws(DamagedFields) -> Kind.Features {
    try withFields(of: slot) { (fields, span) throws(DamagedFields) in
      _ = try fields.text(span)
      return try kind.decode(&fields, span)
    }
  }

  /// Where the records with `key` stand among the holders.
  func holders(of key: UInt64, from start: Int = 0) -> Range<Int> {
    let keys = numbers(.keys)
    let first = keys.firstIndex(notBelow: key, from: start)
    var end = first
    while end < keys.count, keys[end] == key { end += 1 }
    return first..<end
  }

  /// The hashes of a table's values.
  func values(_ table: Int) -> Numbers { numbers(.values(table)) }

  /// How often each of a table's values stands.
  func counts(_ table: Int) -> ShortNumbers { shortNumbers(.counts(table)) }

  /// How often a value stands in the records.
  func uses(_ table: Int, _ hash: UInt64) -> Int64 {
    let values = values(table)
    let place = values.firstIndex(notBelow: hash)
    return place < values.count && values[place] == hash ? Int64(counts(table)[place]) : 0
  }
}
