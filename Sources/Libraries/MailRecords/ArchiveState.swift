// What a run keeps for the next one, so that archives which grow are read only where they are new.
import Bytes
import Command
import JSONLines

/// How far each file was read, and which messages are known. Memory: about 40 bytes a message.
public struct ArchiveState: Sendable {
  /// How far a file was read.
  struct Mark: Sendable, Equatable {
    /// Its bytes up to the end of the last message.
    var bytes: Int
    /// A digest over samples of them.
    var sample: String
  }

  /// What is there to do with a file.
  public enum Plan: Sendable, Equatable {
    /// It was not read before, or cannot be told to be the same: read it whole.
    case whole
    /// It was read and has changed before its end: read it whole, and say so.
    case changed
    /// It has grown: read it from this byte on.
    case from(Int)
    /// It is as it was.
    case nothing
  }

  private static let version = 1

  private(set) var marks: [String: Mark] = [:]
  /// The keys of the messages of earlier runs.
  public private(set) var known: Set<UInt64> = []
  private var seen: Set<UInt64> = []

  /// The state of a first run.
  public init() {}

  /// Reads the state that an earlier run left at `path`; that of a first run when there is no such file. One that is
  /// damaged ends the run with 78.
  public init(file path: String) throws {
    var number = 0
    for line in try Self.content(of: path).split(separator: 0x0A) {
      number += 1
      if !take(Self.json(line), isFirst: number == 1) {
        throw Failure(.configuration, "\(path):\(number): not what mbox2jsonl --resume writes")
      }
    }
  }

  private static func json(_ line: ArraySlice<UInt8>) -> JSON {
    (try? JSON(parsing: Array(line))) ?? .null
  }

  /// The bytes of a file, none when there is no such file.
  private static func content(of path: String) throws -> [UInt8] {
    guard FileSystem.permissions(of: path) != nil else { return [] }
    let handle = try FileHandle.reading(path)
    var bytes: [UInt8] = []
    while try handle.read(into: &bytes, count: 1 << 20) > 0 {}
    return bytes
  }

  private mutating func take(_ json: JSON, isFirst: Bool) -> Bool {
    if isFirst { return json["type"]?.string == "mail_state" && json["version"]?.int == Self.version }
    if let ids = json["ids"]?.array {
      for id in ids {
        guard let key = id.string.flatMap({ UInt64($0, radix: 16) }) else { return false }
        known.insert(key)
      }
      return true
    }
    guard let file = json["file"]?.string, let bytes = json["bytes"]?.int, let sample = json["sample"]?.string else {
      return false
    }
    marks[file] = Mark(bytes: bytes, sample: sample)
    return true
  }

  /// Puts the state in the place of the file at `path`, in one step.
  public func save(to path: String) throws {
    var writer = JSONWriter()
    let ids = known.union(seen).sorted()
    writer.beginObject()
    writer.member("type", "mail_state")
    writer.member("version", Self.version)
    writer.member("messages", ids.count)
    writer.endObject()
    writer.endLine()
    for (file, mark) in marks.sorted(by: { $0.key < $1.key }) {
      writer.beginObject()
      writer.member("file", file)
      writer.member("bytes", mark.bytes)
      writer.member("sample", mark.sample)
      writer.endObject()
      writer.endLine()
    }
    let state = try AtomicFile(path)
    try state.write(writer.bytes)
    for start in stride(from: 0, to: ids.count, by: 1000) {
      writer.reset()
      writer.beginObject()
      writer.member("ids", ids[start..<min(start + 1000, ids.count)].map { String($0, radix: 16) })
      writer.endObject()
      writer.endLine()
      try state.write(writer.bytes)
    }
    try state.commit()
  }
}

extension ArchiveState {
  /// What a message is known by: its id and the mailboxes that it was delivered to, so that a colleague's copy of it is
  /// another message, and the same mailbox exported anew holds the same.
  public static func key(id: String, deliveredTo: [String]) -> UInt64 {
    let digest = SHA256.hash(Array(([id] + deliveredTo.sorted()).joined(separator: "\n").utf8))
    return digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Remembers messages of this run for the next one.
  public mutating func remember(_ keys: [UInt64]) {
    seen.formUnion(keys)
  }

  /// What to do with a file by its name in the state, opened as `handle`.
  public func plan(for name: String, _ handle: FileHandle) throws -> Plan {
    guard let size = handle.regularSize(), let mark = marks[name] else { return .whole }
    if size < mark.bytes { return .changed }
    let sample = try Self.sample(of: handle, upTo: mark.bytes)
    if sample != mark.sample { return .changed }
    return size == mark.bytes ? .nothing : .from(mark.bytes)
  }

  /// Remembers that the regular file `handle` was read up to `bytes`.
  public mutating func mark(_ name: String, _ handle: FileHandle, upTo bytes: Int) throws {
    guard handle.regularSize() != nil else { return }
    marks[name] = Mark(bytes: bytes, sample: try Self.sample(of: handle, upTo: bytes))
  }

  /// A digest over the first and the last 64 KiB before `end` and 64 blocks of 4 KiB between: what an edited or compacted
  /// mailbox changes, without reading it all.
  private static func sample(of handle: FileHandle, upTo end: Int) throws -> String {
    let edge = 64 << 10
    var digest = SHA256()
    var places = [(start: 0, count: min(edge, end)), (start: max(0, end - edge), count: min(edge, end))]
    if end > 4 * edge { places += (1...64).map { (start: end / 66 * $0, count: 4096) } }
    for (start, count) in places { digest.update(try handle.read(at: start, count: count)) }
    return SHA256.hexadecimal(digest.finish())
  }
}
