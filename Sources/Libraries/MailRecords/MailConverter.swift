// Files into batches of messages, batches into records on several cores.
import Bytes
import Command
import JSONLines
import Mail

/// Turns the mail that the operands of a run name into records on its output.
public struct MailConverter {
  /// A batch holds about so many bytes of mail.
  private static let batchSize = 1 << 19

  private let maxMessage: Int
  private let worker: MailWorker
  /// What this and earlier runs have read; nil when that is not asked for.
  public private(set) var state: ArchiveState?

  /// A converter that reads only the header of messages longer than `maxMessage` bytes, and with a `state` only what is new.
  public init(maxMessage: Int, worker: MailWorker, state: ArchiveState? = nil) {
    self.maxMessage = maxMessage
    self.worker = worker
    self.state = state
  }

  /// Reads all operands; a file that is not there is named, and the others are read.
  public mutating func convert(_ run: Run) throws {
    for operand in run.operands.isEmpty ? ["-"] : run.operands {
      for file in operand == "-" ? [MailFile(path: "-", isSingle: false)] : MailFile.expand(operand) {
        do {
          try convert(file, run)
        } catch let error as SystemError where error.isMissingInput {
          run.missing(error)
        }
      }
    }
  }

  private mutating func convert(_ file: MailFile, _ run: Run) throws {
    let handle = file.path == "-" ? FileHandle.standardInput : try FileHandle.reading(file.path)
    guard let start = try start(of: file, handle, run) else { return }
    var head: [UInt8] = []
    _ = try handle.read(into: &head, count: ForeignFile.markLength)
    if start == 0, let advice = ForeignFile.advice(head) {
      run.missing(handle.name, advice)
      return
    }
    run.progress.total = handle.regularSize()
    var reader = MailboxReader(
      single: file.isSingle, maxMessage: maxMessage, size: handle.regularSize().map { $0 - start }, offset: start)
    let source: MailboxReader.Source = { buffer, count in
      guard head.isEmpty else {
        defer { head = [] }
        buffer += head
        return head.count
      }
      return try handle.read(into: &buffer, count: count)
    }
    let worker = worker
    try run.mapJobs(
      worker: { worker.parser() },
      next: { try Self.batch(&reader, source, handle.name, run) },
      { parser, batch in worker.outcome(of: batch, parser) },
      take: { try take($0, run) })
    try state?.mark(file.lastingName, handle, upTo: reader.position)
  }

  /// Where to begin with a file, nil when it holds nothing new.
  private func start(of file: MailFile, _ handle: FileHandle, _ run: Run) throws -> Int? {
    guard let state else { return 0 }
    var start = 0
    switch try state.plan(for: file.lastingName, handle) {
    case .nothing: return nil
    case .from(let byte) where !file.isSingle: start = byte
    case .changed, .from: run.warn("\(file.path): changed since it was read last; reading all of it again")
    case .whole: break
    }
    if handle.regularSize() != nil { try handle.seek(to: start) }
    return start
  }

  private mutating func take(_ outcome: MailWorker.Outcome, _ run: Run) throws {
    if let failure = outcome.failure { throw failure }
    run.counts.read += outcome.kept + outcome.suppressed
    run.counts.kept += outcome.kept
    run.counts.suppressed += outcome.suppressed
    state?.remember(outcome.keys)
    try run.output.write(bytes: outcome.bytes[...], lines: outcome.kept)
  }

  private static func batch(
    _ reader: inout MailboxReader, _ source: MailboxReader.Source, _ file: String, _ run: Run
  ) throws -> MailWorker.Batch? {
    var batch = MailWorker.Batch(file: file)
    var size = 0
    while size < batchSize, let message = try reader.next(source) {
      size += message.bytes.count + 200
      run.progress.advance(bytes: message.length, records: run.counts.read)
      batch.messages.append(message)
    }
    return batch.messages.isEmpty ? nil : batch
  }
}
