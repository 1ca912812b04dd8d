// What is put aside on disk until all is known that it depends on.
import Bytes

/// A temporary file that only this process sees: pieces go to its end, and are read back by their place.
final class Spool {
  /// Where a piece lies.
  struct Place: Sendable {
    let offset: Int64
    let length: Int32
  }

  private var file: TemporaryFile?
  private var pending: [UInt8] = []
  private var written: Int64 = 0
  private static let block = 1 << 20

  /// Adds what `write` appends; about the last megabyte waits in memory, and nothing is written while all fits in it.
  func add(_ write: (inout [UInt8]) -> Void) throws(SystemError) -> Place {
    if pending.count >= Spool.block { try flush() }
    let start = pending.count
    write(&pending)
    return Place(offset: written + Int64(start), length: Int32(pending.count - start))
  }

  private func flush() throws(SystemError) {
    if file == nil { file = try TemporaryFile() }
    try file?.append(pending)
    written += Int64(pending.count)
    pending.removeAll(keepingCapacity: true)
  }

  /// The piece at a place.
  func piece(_ place: Place) throws(SystemError) -> [UInt8] {
    if place.offset >= written {
      let start = Int(place.offset - written)
      return Array(pending[start..<start + Int(place.length)])
    }
    guard let file else { return [] }
    return try file.read(place.offset, Int(place.length))
  }
}
