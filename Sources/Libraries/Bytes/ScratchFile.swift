// A file without a name that a filter puts aside what it will read again, so that memory holds only where it lies.
import Glibc

/// A file that vanishes with the process: written at its end, read at any place.
public final class ScratchFile {
  private let descriptor: Int32
  private var pending: [UInt8] = []
  private var written = 0

  /// A new one in the folder that TMPDIR names, else in /tmp.
  public init() throws(SystemError) {
    // Sound: getenv's text is NUL-terminated, and nothing here changes the environment.
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    let name = "\(folder)/kith-scratch-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    descriptor = open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemError(code: errno, subject: folder) }
    _ = unlink(name)
  }

  deinit { _ = close(descriptor) }

  /// Puts `bytes` at the end; returns where they begin.
  public func append(_ bytes: ArraySlice<UInt8>) throws(SystemError) -> Int {
    let place = written + pending.count
    pending.append(contentsOf: bytes)
    if pending.count >= 1 << 20 { try flush() }
    return place
  }

  private func flush() throws(SystemError) {
    var done = 0
    while done < pending.count {
      // Sound: the pointer stays inside the closure, and the count is that of the bytes behind `done`.
      let count = pending.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done, off_t(written))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw SystemError(code: count < 0 ? errno : EIO, subject: "scratch file") }
      done += count
      written += count
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// The `count` bytes from `offset` on.
  public func read(at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
    if !pending.isEmpty { try flush() }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { room, done in
      // Sound: pread writes at most what is left of the room, and only what it has written is said to be initialized.
      while done < count {
        let got = pread(descriptor, room.baseAddress?.advanced(by: done), count - done, off_t(offset + done))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else {
          failure = got < 0 ? errno : EIO
          break
        }
        done += got
      }
    }
    guard failure == 0 else { throw SystemError(code: failure, subject: "scratch file") }
    return bytes
  }
}
