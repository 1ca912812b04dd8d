import Bytes

/// The sections of a state that is written.
struct StateSections {
  private let words: [UInt64]
  private let all: [StateLayout.Section]
  private var long: [StateLayout.Section: [UInt64]] = [:]
  var short: [StateLayout.Section: [UInt32]] = [:]
  var fields: [UInt8] = []

  /// No records yet, of a kind with so many tables.
  init(surroundings: UInt64, reading: UInt64, tables: Int) {
    words = [surroundings, reading, UInt64(tables)]
    all = StateLayout.sections(tables: tables)
  }

  subscript(section: StateLayout.Section) -> [UInt64] {
    get { long[section] ?? [] }
    set { long[section] = newValue }
  }

  /// Calls `body` with the bytes of the state, piece by piece; it begins with `model`.
  func forEachPiece(model: [UInt8], _ body: ([UInt8]) throws -> Void) throws {
    try body(model + [UInt8](repeating: 0, count: StateLayout.padded(model.count + 1) - model.count))
    var header = FieldWriter()
    var checksum = StateIndex.checksum(ofWords: words)
    for section in all {
      checksum = ContentHash.of(checksum, withBytes(of: section) { ContentHash.of($0, 0..<$0.byteCount) })
    }
    for word in [StateLayout.magic, StateLayout.version, checksum] + words { header.word(word) }
    for section in all { header.word(UInt64(withBytes(of: section) { $0.byteCount })) }
    try body(header.bytes)
    for section in all {
      try withBytes(of: section) { span in
        for start in stride(from: 0, to: span.byteCount, by: 1 << 20) {
          try body(span.array(start..<min(span.byteCount, start + 1 << 20)))
        }
        try body([UInt8](repeating: 0, count: StateLayout.padded(span.byteCount) - span.byteCount))
      }
    }
  }

  /// Numbers lie in memory as they do in the file: little-endian, as on every machine that this runs on.
  private func withBytes<Result>(of section: StateLayout.Section, _ body: (RawSpan) throws -> Result) rethrows -> Result
  {
    if section == .fields { return try body(fields.span.bytes) }
    if let numbers = short[section] { return try body(numbers.span.bytes) }
    return try body(self[section].span.bytes)
  }
}
