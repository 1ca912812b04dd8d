// The loop of mbox2jsonl: files into batches of messages, batches into records on several cores.
import Bytes
import Command
import JSONLines
import Mail
import MailRecords

/// Turns the mail that the operands name into records on the output.
struct MailConverter {
  /// A batch holds about so many bytes of mail.
  private static let batchSize = 1 << 19

  let maxMessage: Int
  let worker: MailWorker
  /// What earlier runs have read; nil when that is not asked for.
  var state: ArchiveState?

  mutating func convert(_ run: Run) throws {
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
    run.progress.total = handle.regularSize()
    var reader = MailboxReader(
      single: file.isSingle, maxMessage: maxMessage, size: handle.regularSize().map { $0 - start }, offset: start)
    let source: MailboxReader.Source = { buffer, count in try handle.read(into: &buffer, count: count) }
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

/// What is done with each message, on any of the threads.
struct MailWorker: Sendable {
  let record: MessageRecord
  let headers: [String]
  let keepsDiscarded: Bool
  let store: AttachmentStore?
  /// The messages of earlier runs, nil when nobody asks.
  let known: Set<UInt64>?

  /// Some messages of one file.
  struct Batch: Sendable {
    var file: String
    var messages: [RawMessage] = []
  }

  /// Their records, and how many messages were left out.
  struct Outcome: Sendable {
    var bytes: [UInt8] = []
    var kept = 0
    var suppressed = 0
    var keys: [UInt64] = []
    var failure: SystemError?
  }

  func parser() -> MailParser { MailParser(headers: headers) }

  func outcome(of batch: Batch, _ parser: MailParser) -> Outcome {
    var outcome = Outcome()
    var writer = JSONWriter()
    for raw in batch.messages {
      var message = parser.parse(raw)
      if isDiscarded(message) || isKnown(message, &outcome) {
        outcome.suppressed += 1
        continue
      }
      do throws(SystemError) {
        try store?.save(&message, of: raw, parser)
      } catch {
        outcome.failure = error
        return outcome
      }
      record.write(
        message, source: MessageSource(file: batch.file, offset: raw.offset, bytes: raw.length), to: &writer)
      writer.endLine()
      outcome.kept += 1
    }
    outcome.bytes = writer.bytes
    return outcome
  }

  private func isDiscarded(_ message: MailMessage) -> Bool {
    !keepsDiscarded && message.labels.contains(where: MailFolders.isDiscarded)
  }

  private func isKnown(_ message: MailMessage, _ outcome: inout Outcome) -> Bool {
    guard let known else { return false }
    let key = ArchiveState.key(id: record.id(of: message), deliveredTo: message.deliveredTo)
    if known.contains(key) { return true }
    outcome.keys.append(key)
    return false
  }
}
