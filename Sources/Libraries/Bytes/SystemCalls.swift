// Every system call of the toolkit that moves bytes: checked, retried when interrupted, errors as values.
import Glibc

/// What a system call answered when it failed, and to what.
public struct SystemError: Error, Sendable, Equatable {
  /// The number in `errno`.
  public let code: Int32
  /// The path or stream that was asked, as the user knows it.
  public let subject: String

  /// An error of `code` about `subject`.
  public init(code: Int32, subject: String) {
    self.code = code
    self.subject = subject
  }

  /// The C library's sentence, such as `No such file or directory`.
  public var reason: String {
    // strerror's text is a NUL-terminated string that stays valid until the next call on this thread.
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }

  /// Whether the named file is missing, unreadable or a directory, as against a fault while reading or writing.
  public var isMissingInput: Bool {
    [ENOENT, EACCES, EPERM, EISDIR, ENOTDIR, ELOOP, ENAMETOOLONG, ENXIO].contains(code)
  }
}

/// An open file, closed when the last reference goes.
public final class FileHandle: Sendable {
  /// The descriptor's number.
  public let descriptor: Int32
  /// The path, or `<stdin>` and `<stdout>`.
  public let name: String
  private let closes: Bool

  private init(descriptor: Int32, name: String, closes: Bool) {
    self.descriptor = descriptor
    self.name = name
    self.closes = closes
  }

  deinit {
    if closes { _ = Glibc.close(descriptor) }
  }

  /// Standard input.
  public static let standardInput = FileHandle(descriptor: 0, name: "<stdin>", closes: false)
  /// Standard output.
  public static let standardOutput = FileHandle(descriptor: 1, name: "<stdout>", closes: false)
  /// Standard error.
  public static let standardError = FileHandle(descriptor: 2, name: "<stderr>", closes: false)

  /// Opens `path` for reading; a directory is refused with `EISDIR`.
  public static func reading(_ path: String) throws(SystemError) -> FileHandle {
    let handle = try opened(path, flags: O_RDONLY | O_CLOEXEC, mode: 0)
    if try handle.isDirectory() { throw SystemError(code: EISDIR, subject: path) }
    return handle
  }

  /// Creates or empties `path` for writing.
  public static func writing(_ path: String) throws(SystemError) -> FileHandle {
    try opened(path, flags: O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode: 0o666)
  }

  /// Opens `path` to add at its end, creating it when it is missing.
  public static func appending(_ path: String) throws(SystemError) -> FileHandle {
    try opened(path, flags: O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, mode: 0o666)
  }

  /// Creates a file at `path` that must not exist yet.
  public static func creating(_ path: String, mode: UInt32 = 0o600) throws(SystemError) -> FileHandle {
    try opened(path, flags: O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode: mode)
  }

  private static func opened(_ path: String, flags: Int32, mode: UInt32) throws(SystemError) -> FileHandle {
    let descriptor = try retried(path) { Int(open(path, flags, mode)) }
    return FileHandle(descriptor: Int32(descriptor), name: path, closes: true)
  }

  /// Reads up to `count` bytes onto the end of `buffer`; returns how many, 0 at the end of the file.
  public func read(into buffer: inout [UInt8], count: Int) throws(SystemError) -> Int {
    var failure: SystemError?
    let before = buffer.count
    buffer.append(addingCapacity: count) { room in
      // Sound: read(2) writes at most the room's own length, and only what it has written is said to be initialized.
      room.withUnsafeMutableBufferPointer { free, initialized in
        do throws(SystemError) {
          initialized = try retried(name) { Glibc.read(descriptor, free.baseAddress, min(count, free.count)) }
        } catch {
          failure = error
        }
      }
    }
    if let failure { throw failure }
    return buffer.count - before
  }

  /// Up to `count` bytes from `offset` on; fewer only at the end of the file. Where the file is read on is not changed.
  public func read(at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
    guard offset >= 0, count > 0 else { return [] }
    var bytes: [UInt8] = []
    while bytes.count < count {
      var failure: SystemError?
      let before = bytes.count
      bytes.append(addingCapacity: min(count - before, 1 << 20)) { room in
        // Sound: pread(2) writes at most the room's own length, and only what it has written is said to be initialized.
        room.withUnsafeMutableBufferPointer { free, initialized in
          let wanted = min(count - before, free.count)
          do throws(SystemError) {
            initialized = try retried(name) {
              Glibc.pread(descriptor, free.baseAddress, wanted, off_t(offset + before))
            }
          } catch {
            failure = error
          }
        }
      }
      if let failure { throw failure }
      if bytes.count == before { break }
    }
    return bytes
  }

  /// Goes on reading at the byte `offset` of a regular file.
  public func seek(to offset: Int) throws(SystemError) {
    _ = try retried(name) { Int(lseek(descriptor, off_t(offset), SEEK_SET)) }
  }

  /// Writes all of `bytes`, however many calls that takes.
  public func write(_ bytes: ArraySlice<UInt8>) throws(SystemError) {
    var rest = bytes
    while !rest.isEmpty {
      let written = try retried(name) {
        // Sound: the pointer is used only inside the closure, for the slice's own length.
        rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      }
      rest = rest.dropFirst(written)
    }
  }

  /// Writes all of `bytes`.
  public func write(_ bytes: [UInt8]) throws(SystemError) {
    try write(bytes[...])
  }

  /// Waits until what was written has reached the disk.
  public func synchronize() throws(SystemError) {
    _ = try retried(name) { Int(fsync(descriptor)) }
  }

  /// The size in bytes when this is a regular file.
  public func regularSize() -> Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Whether a person sits at the other end.
  public var isTerminal: Bool { isatty(descriptor) == 1 }

  private func isDirectory() throws(SystemError) -> Bool {
    var status = stat()
    _ = try retried(name) { Int(fstat(descriptor, &status)) }
    return status.st_mode & S_IFMT == S_IFDIR
  }
}

/// A file without a name in the folder for temporary files, gone with the last reference.
public final class TemporaryFile: Sendable {
  private let descriptor: Int32
  private let folder: String

  /// Opens one in the folder that TMPDIR names, else in /tmp.
  public init() throws(SystemError) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    self.folder = folder.isEmpty ? "/tmp" : folder
    var template = Array("\(self.folder)/kith-XXXXXX".utf8CString)
    let name = self.folder
    descriptor = Int32(try retried(name) { Int(mkstemp(&template)) })
    unlink(template)
  }

  deinit { _ = Glibc.close(descriptor) }

  /// Adds bytes at the end.
  public func append(_ bytes: [UInt8]) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = try retried(folder) {
        // Sound: the pointer is used only inside the closure, for the slice's own length.
        rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      }
      rest = rest.dropFirst(written)
    }
  }

  /// The `count` bytes from `offset` on.
  public func read(_ offset: Int64, _ count: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { room, initialized in
      do throws(SystemError) {
        while initialized < count {
          let done = initialized
          let read = try retried(folder) {
            // Sound: pread(2) writes at most as many bytes as the room has left.
            Glibc.pread(descriptor, room.baseAddress?.advanced(by: done), count - done, off_t(offset) + off_t(done))
          }
          guard read > 0 else { throw SystemError(code: EIO, subject: folder) }
          initialized += read
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }
}

/// Calls on paths.
public enum FileSystem {
  /// Replaces `target` by the file at `path` in one step.
  public static func rename(_ path: String, to target: String) throws(SystemError) {
    _ = try retried(target) { Int(Glibc.rename(path, target)) }
  }

  /// Removes the file at `path`; a missing one is no error.
  public static func remove(_ path: String) {
    _ = unlink(path)
  }

  /// Makes the directory `path`, its parents too; one that exists is no error.
  public static func makeDirectories(_ path: String) throws(SystemError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/" + part
      if mkdir(made, 0o777) != 0 && errno != EEXIST { throw SystemError(code: errno, subject: made) }
    }
  }

  /// The permission bits of `path`, or nil when it is missing.
  public static func permissions(of path: String) -> UInt32? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
  }

  /// Whether `path` is a directory.
  public static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether `path` is a symbolic link.
  public static func isSymbolicLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The time of the last change of `path` in seconds since 1970, or nil when it is missing.
  public static func modified(_ path: String) -> Int64? {
    var status = stat()
    return stat(path, &status) == 0 ? Int64(status.st_mtim.tv_sec) : nil
  }

  /// The names in the directory `path` but `.` and `..`, sorted by their bytes.
  public static func names(in path: String) throws(SystemError) -> [String] {
    guard let directory = opendir(path) else { throw SystemError(code: errno, subject: path) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      // Sound: d_name is NUL-terminated inside the entry, which stays valid until the next readdir.
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// The value of a system call, retried while a signal interrupts it; -1 becomes an error about `subject`.
private func retried(_ subject: String, _ call: () -> Int) throws(SystemError) -> Int {
  while true {
    let value = call()
    if value != -1 { return value }
    if errno != EINTR { throw SystemError(code: errno, subject: subject) }
  }
}
