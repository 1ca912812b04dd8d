// States that were edited, with a checksum that belongs to the edited bytes: one is refused, or of no use, or gives some
// result, and whatever is kept after that is a state that can be read.
import Bytes
import JSONLines
import PlantedCrash
import Resolution

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  PlantedCrash.look(in: bytes)
  if PlantedCrash.isWanted { return 0 }
  guard let first = bytes.first else { return 0 }
  let book = books[Int(first & 3)]
  var state = Edits(bytes.dropFirst()).applied(to: book.state)
  if first & 4 == 0 { state = State.sealed(state) }
  try? book.add(by: state)
  return 0
}

/// A state of each kind, and the golden records that it belongs to.
private let books = [Book("person"), Book("company"), Book("table"), Book("table of people")]

private struct Book {
  let state: [UInt8]
  private let golden: [UInt8]
  private let new: [String]
  private let kind: EntityKind?

  init(_ name: String) {
    kind = EntityKind(rawValue: name)
    let lines = (0..<40).map { Self.line(name, $0) }
    new = [1, 5, 8, 41, 43].map { Self.line(name, $0).replacing(#""id":"r"#, with: #""id":"n"#) }
    guard let matched = try? Matched.resolve(lines.compactMap { try? Record(Array($0.utf8)) }, as: kind) else {
      fatalError("records that cannot be resolved")
    }
    let entities = matched.clusters.map { [kind] in Golden(matched, $0, kind) }.sorted { $0.id < $1.id }
    golden = entities.flatMap { $0.line + [0x0A] }
    guard let next = try? NextState(matched, entities, others: []) else { fatalError("no state of \(name)") }
    state = Self.bytes(next)
  }

  private static func line(_ name: String, _ number: Int) -> String {
    let (given, family) = (
      ["Ines", "Jon", "Liz", "Maren"][number % 4], ["Lark", "Wren", "Finch", "Daw", "Rook"][number % 5]
    )
    let (firm, mailbox) = ("Firm\(number % 7)", "\(given).\(family)".lowercased())
    switch name {
    case "company":
      return
        #"{"id":"r\#(number)","name":"\#(family) \#(firm) \#(given) Ltd","domains":["\#(family).\#(firm).example"],"#
        + #""linkedin_url":"https://www.linkedin.com/company/f\#(number / 3)","location":"Leeds","country":"GB"}"#
    case "table":
      return #"{"id":"r\#(number)","what":"\#(family) \#(firm) \#(number)","first":"\#(given)","last":"\#(family)","#
        + #""price":\#(number % 9).5,"since":"2001-0\#(1 + number % 9)-11","code":["A-\#(number / 2)","B7\#(number)"],"#
        + #""mail":"\#(mailbox)\#(number % 3)@\#(firm).example","tel":"+44 20 7946 0\#(100 + number)","#
        + #""page":"https://www.\#(firm).example/\#(number)"}"#
    default:
      let phones = name == "person" ? #","phones":["+44207946\#(1000 + number % 12)"]"# : ""
      return #"{"id":"r\#(number)","name":"\#(given) \#(family)","emails":["\#(mailbox)@\#(firm).example"]\#(phones),"#
        + #""company":"\#(firm)","linkedin_url":"https://www.linkedin.com/in/p\#(number / 2)","city":"Leeds"}"#
    }
  }

  /// Adds the new records by what `state` says.
  func add(by bytes: [UInt8]) throws {
    let state = try State(MappedFile(holding: bytes))
    var options = MatchingOptions()
    options.model = try ModelFile(state.model)
    guard state.knowsRecords(options) else { return }
    let known = try KnownRecords(MappedFile(holding: golden), state, options) { span, range, _ in
      try Record(span.array(range))
    }
    var records = RecordStore()
    for line in new { records.append(try Record(Array(line.utf8))) }
    let addition = try Addition(records, known, options)
    let changed = addition.changed()
    var written = 0
    try addition.forEach(changed) { _ in
      written += 1
    } lines: {
      written += $1
    }
    guard written <= known.count + new.count else { fatalError("more records than came in") }
    try addition.forEachCluster { _ in }
    let next = Self.bytes(try NextState(addition, changed, others: []))
    do { _ = try State(MappedFile(holding: next)) } catch { fatalError("a state that was written is refused") }
  }

  private static func bytes(_ next: NextState) -> [UInt8] {
    var bytes: [UInt8] = []
    try? next.forEachPiece { bytes += $0 }
    return bytes
  }
}

/// What is done to a state: each edit is one byte for what, three for where, and what it takes.
private struct Edits {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  private mutating func number(_ count: Int) -> UInt64 {
    var number: UInt64 = 0
    for byte in rest.prefix(count) { number = number << 8 | UInt64(byte) }
    rest = rest.dropFirst(count)
    return number
  }

  func applied(to bytes: [UInt8]) -> [UInt8] {
    var (edits, bytes) = (self, bytes)
    while edits.rest.count >= 5, bytes.count > 16 {
      let what = edits.number(1)
      let place = Int(edits.number(3)) % bytes.count
      switch what % 6 {
      case 0: bytes[place] = UInt8(edits.number(1))
      case 1: bytes[place] = bytes[place] &+ UInt8(edits.number(1))
      case 2: bytes.insert(UInt8(edits.number(1)), at: place)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + 1 + Int(edits.number(1))))
      case 4: Self.set(edits.number(8), in: &bytes, at: place & ~7)
      default: Self.set(Self.word(in: bytes, at: Int(edits.number(3)) % bytes.count & ~7), in: &bytes, at: place & ~7)
      }
    }
    return bytes
  }

  private static func word(in bytes: [UInt8], at place: Int) -> UInt64 {
    bytes[place...].prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func set(_ word: UInt64, in bytes: inout [UInt8], at place: Int) {
    for index in place..<min(bytes.count, place + 8) {
      bytes[index] = UInt8(truncatingIfNeeded: word >> UInt64(8 * (index - place)))
    }
  }
}
