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
  /// The stretch of the file that was read last where pieces are asked for in their order, and where it begins.
  private var window: [UInt8] = []
  private var windowStart: Int64 = 0
  /// Where the piece ends that was asked for last.
  private var lastEnd: Int64 = -1
  private static let stretch = 1 << 16

  /// Adds what `write` appends; about the last megabyte waits in memory, and nothing is written while all fits in it.
  func add(_ write: (inout [UInt8]) -> Void) throws(SystemError) -> Place {
    if pending.count >= Spool.block { try flush() }
    // Moved out and in again, so that no look at what is pending is checked against a change under way.
    var bytes: [UInt8] = []
    swap(&bytes, &pending)
    let start = bytes.count
    write(&bytes)
    swap(&bytes, &pending)
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
    defer { lastEnd = place.offset + Int64(place.length) }
    let start = Int(place.offset - windowStart)
    if start >= 0, start + Int(place.length) <= window.count {
      return Array(window[start..<start + Int(place.length)])
    }
    // A piece soon behind the last one: more are likely to follow, and are read at once.
    let isNext = place.offset >= lastEnd && place.offset < lastEnd + 4096 && lastEnd >= 0
    guard isNext, Int(place.length) <= Spool.stretch else { return try file.read(place.offset, Int(place.length)) }
    windowStart = place.offset
    window = try file.read(place.offset, Int(min(Int64(Spool.stretch), written - place.offset)))
    return Array(window[..<Int(place.length)])
  }
}
