// Lines put aside on disk until all is known that they depend on.
import Bytes

/// A temporary file that only this process sees: lines go to its end, and are read back by their place.
final class Spool {
  /// Where a line lies.
  struct Place: Sendable {
    let offset: Int64
    let length: Int32
  }

  private var file: TemporaryFile?
  private var pending: [UInt8] = []
  private var written: Int64 = 0
  private static let block = 1 << 20

  /// Adds a line; the last megabyte waits in memory, and nothing is written while all fits in it.
  func add(_ line: [UInt8]) throws(SystemError) -> Place {
    if pending.count + line.count > Spool.block, !pending.isEmpty { try flush() }
    let place = Place(offset: written + Int64(pending.count), length: Int32(line.count))
    pending.append(contentsOf: line)
    return place
  }

  private func flush() throws(SystemError) {
    if file == nil { file = try TemporaryFile() }
    try file?.append(pending)
    written += Int64(pending.count)
    pending.removeAll(keepingCapacity: true)
  }

  /// The line at a place.
  func line(_ place: Place) throws(SystemError) -> [UInt8] {
    if place.offset >= written {
      let start = Int(place.offset - written)
      return Array(pending[start..<start + Int(place.length)])
    }
    guard let file else { return [] }
    return try file.read(place.offset, Int(place.length))
  }
}
