import Bytes
import Names

/// What a state keeps of the golden records beside the model, laid out to be used where it lies in the file: what each
/// is compared by, which have each blocking key, and how often each value stands.
///
/// The file begins with the model as text; behind a zero byte, from the next multiple of eight on, follow a header of
/// `StateLayout.headerWords` numbers and the sections of `StateLayout.Section`, each padded to eight bytes. All numbers
/// are little-endian. Every number that leads to another place is checked when the file is opened, so that a damaged
/// file is refused and never followed.
final class StateIndex: Sendable {
  private let file: MappedFile
  private let bounds: [Range<Int>]
  /// How many records there are.
  let count: Int
  /// What the companies were called that the records refer to.
  let companies: UInt64

  /// The index in `file` from `start` on; nil when another version has written it.
  init?(_ file: MappedFile, from start: Int) throws(DamagedState) {
    self.file = file
    guard file.count - start >= StateLayout.headerWords * 8, file.uint64(start) == StateLayout.magic else {
      throw DamagedState()
    }
    guard file.uint64(start + 8) == StateLayout.version else { return nil }
    companies = file.uint64(start + 24)
    guard let bounds = Self.bounds(file, from: start) else { throw DamagedState() }
    self.bounds = bounds
    count = bounds[StateLayout.Section.lines.rawValue].count / 8
    guard Self.checksum(file, from: start) == file.uint64(start + 16), isSound() else { throw DamagedState() }
  }

  /// Where the sections lie; nil when they do not fill the file.
  private static func bounds(_ file: MappedFile, from start: Int) -> [Range<Int>]? {
    var bounds: [Range<Int>] = []
    var offset = start + StateLayout.headerWords * 8
    for section in StateLayout.Section.allCases {
      let length = file.uint64(start + 8 * (4 + section.rawValue))
      guard length <= UInt64(file.count - offset) else { return nil }
      bounds.append(offset..<offset + Int(length))
      offset = min(file.count, offset + StateLayout.padded(Int(length)))
    }
    return offset == file.count ? bounds : nil
  }

  /// What the checksum of the state in `file` from `start` on must be; nil when its sections do not fill the file.
  static func checksum(_ file: MappedFile, from start: Int) -> UInt64? {
    bounds(file, from: start)?.reduce(file.uint64(start + 24)) { sum, range in
      ContentHash.of(sum, file.withSpan { ContentHash.of($0, range) })
    }
  }

  private func isSound() -> Bool {
    let places = numbers(.offsets)
    let (keys, holders) = (numbers(.keys), shortNumbers(.holders))
    guard count < Int(Int32.max), numbers(.checks).count == count, places.count == count + 1, places[0] == 0,
      places[count] == UInt64(bounds[StateLayout.Section.fields.rawValue].count), keys.count == holders.count
    else { return false }
    for index in 0..<count where places[index] > places[index + 1] { return false }
    var before: (key: UInt64, holder: UInt32)?
    for index in 0..<keys.count {
      let entry = (key: keys[index], holder: holders[index])
      guard entry.holder < count else { return false }
      if let before, (before.key, before.holder) >= (entry.key, entry.holder) { return false }
      before = entry
    }
    return CountedValue.allCases.allSatisfy { numbers(.values($0)).count == shortNumbers(.counts($0)).count }
  }

  /// The numbers of a section.
  func numbers(_ section: StateLayout.Section) -> Numbers { Numbers(file: file, range: bounds[section.rawValue]) }

  /// The short numbers of a section.
  func shortNumbers(_ section: StateLayout.Section) -> ShortNumbers {
    ShortNumbers(file: file, range: bounds[section.rawValue])
  }

  /// Numbers of eight bytes.
  struct Numbers {
    let file: MappedFile
    let range: Range<Int>
    var count: Int { range.count / 8 }
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
      var high = min(count, low + step)
      while low < high {
        let middle = (low + high) / 2
        if self[middle] < wanted { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  /// Numbers of four bytes.
  struct ShortNumbers {
    let file: MappedFile
    let range: Range<Int>
    var count: Int { range.count / 4 }
    @inline(__always)
    subscript(index: Int) -> UInt32 { file.uint32(range.lowerBound &+ index &* 4) }
  }

  /// Calls `body` with a reader of what is kept of the record in `slot`, and the bytes that it reads.
  func withFields<Result>(
    of slot: Int, _ body: (inout FieldReader, RawSpan) throws(DamagedState) -> Result
  ) throws(DamagedState) -> Result {
    let range = fieldRange(slot..<slot + 1)
    return try file.withSpan { (span) throws(DamagedState) in
      var fields = FieldReader(range)
      return try body(&fields, span)
    }
  }

  /// Where in the file the fields of these records lie.
  func fieldRange(_ slots: Range<Int>) -> Range<Int> {
    let (places, start) = (numbers(.offsets), bounds[StateLayout.Section.fields.rawValue].lowerBound)
    return start + Int(places[slots.lowerBound])..<start + Int(places[slots.upperBound])
  }

  /// The fields of these records as they are kept.
  func fields(_ slots: Range<Int>) -> [UInt8] { file.withSpan { $0.array(fieldRange(slots)) } }

  /// The id of the record in `slot`.
  func id(_ slot: Int) throws(DamagedState) -> String {
    try withFields(of: slot) { (fields, span) throws(DamagedState) in
      String(decoding: try fields.text(span), as: UTF8.self)
    }
  }

  /// The name of the record in `slot`.
  func name(_ slot: Int) throws(DamagedState) -> PersonNameKey {
    try withFields(of: slot) { (fields, span) throws(DamagedState) in
      _ = try fields.text(span)
      return try PersonFeatures.name(&fields, span)
    }
  }

  /// What the record in `slot` is compared by.
  func features(_ slot: Int, _ reader: inout PersonReader) throws(DamagedState) -> PersonFeatures {
    try withFields(of: slot) { (fields, span) throws(DamagedState) in
      _ = try fields.text(span)
      return try PersonFeatures(&fields, span, &reader)
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

  /// How often a value stands in the records.
  func uses(_ value: CountedValue, _ hash: UInt64) -> Int32 {
    let hashes = numbers(.values(value))
    let place = hashes.firstIndex(notBelow: hash)
    guard place < hashes.count, hashes[place] == hash else { return 0 }
    return Int32(truncatingIfNeeded: min(shortNumbers(.counts(value))[place], UInt32(Int32.max)))
  }
}

/// What lies where in a state.
enum StateLayout {
  static let magic: UInt64 = 0x7865_646e_6968_746b
  /// To be raised whenever records are read differently or the layout changes.
  static let version: UInt64 = 1
  /// Magic, version, checksum of companies and sections, companies, and the length of each section.
  static var headerWords: Int { 4 + Section.allCases.count }

  /// The parts of a state, in the order in which they stand there.
  enum Section: Int, CaseIterable {
    /// For each record in the order of ids: the hash of its line, where its fields begin (and the end of all), what the
    /// companies are called that it refers to, and its fields.
    case lines, offsets, checks, fields
    /// The blocking keys, ascending, and the record that has each.
    case keys, holders
    /// Hashes of values, ascending, and how many records have each.
    case given, family, employer, phone, givenCounts, familyCounts, employerCounts, phoneCounts
    /// Values that different people share, ascending.
    case shared
    /// Hashes of lines that are records of other types, ascending.
    case others

    static func values(_ value: CountedValue) -> Section { [.given, .family, .employer, .phone][value.rawValue] }

    static func counts(_ value: CountedValue) -> Section {
      [.givenCounts, .familyCounts, .employerCounts, .phoneCounts][value.rawValue]
    }
  }

  /// `count` rounded up to a multiple of eight.
  static func padded(_ count: Int) -> Int { (count + 7) / 8 * 8 }
}
