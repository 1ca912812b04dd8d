// Records of messages, put aside in a scratch file and read again when their conversation is written.
import Bytes
import JSONLines

/// Keeps the lines of messages on disk; sixteen bytes of memory each.
public struct MessageStore {
  private let scratch: ScratchFile
  private var places: [(offset: Int, count: Int32)] = []

  /// An empty store.
  public init() throws(SystemError) {
    scratch = try ScratchFile()
  }

  /// Puts `record` aside; its place is the next one from 0 on.
  public mutating func add(_ record: borrowing Record) throws(SystemError) {
    let count = record.bytes.count
    places.append((try scratch.append(record.bytes[...]), Int32(truncatingIfNeeded: count)))
  }

  /// The message at `place`.
  public func message(_ place: Int) throws -> Message? {
    let (offset, count) = places[place]
    return Message(try Record(try scratch.read(at: offset, count: Int(count))))
  }
}
