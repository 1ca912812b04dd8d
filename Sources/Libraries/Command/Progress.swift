// How far a long run has come, for the person who waits at a terminal.
import Bytes
import Glibc

/// Shows records, bytes, rate and time left on standard error, when that is a terminal and the run lasts.
public final class Progress {
  private let name: String
  private let enabled: Bool
  private let start = monotonicMilliseconds()
  private var lastShown: Int64
  private var shown = false
  /// The size of all inputs in bytes, where it is known.
  public var total: Int?
  private var bytes = 0
  private var records = 0

  init(name: String, quiet: Bool) {
    self.name = name
    enabled = !quiet && FileHandle.standardError.isTerminal
    lastShown = start
  }

  /// Notes that `bytes` bytes and `records` records more are done.
  public func advance(bytes: Int, records: Int) {
    guard enabled else { return }
    self.bytes += bytes
    self.records += records
    let now = monotonicMilliseconds()
    guard now - start > 1000, now - lastShown > 200 else { return }
    lastShown = now
    shown = true
    show(seconds: Double(now - start) / 1000)
  }

  /// Takes the line away.
  func end() {
    if shown { write("\r\u{1B}[K") }
  }

  private func show(seconds: Double) {
    let megabytes = Double(bytes) / 1e6
    var line = "\r\u{1B}[K\(name): \(records) records, \(Int(megabytes)) MB, \(Int(megabytes / seconds)) MB/s"
    if let total, total > bytes, bytes > 0 {
      line += ", \(Int(seconds * Double(total - bytes) / Double(bytes)) + 1) s left"
    }
    write(line)
  }

  private func write(_ text: String) {
    try? FileHandle.standardError.write(Array(text.utf8))
  }
}

private func monotonicMilliseconds() -> Int64 {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
}
