// The loop of mbox2jsonl: files into batches of messages, batches into records on several cores.
import Bytes
import Command
import JSONLines
import Mail
import MailRecords

/// Turns the mail that the operands name into records on the output.
struct MailConverter: Sendable {
  /// A batch holds about so many bytes of mail.
  private static let batchSize = 1 << 19

  let record: MessageRecord
  let headers: [String]
  let keepsDiscarded: Bool
  let maxMessage: Int

  /// Some messages of one file.
  private struct Batch: Sendable {
    var file: String
    var messages: [RawMessage] = []
  }

  /// Their records, and how many messages were left out.
  private struct Outcome: Sendable {
    var bytes: [UInt8] = []
    var kept = 0
    var suppressed = 0
  }

  func convert(_ run: Run) throws {
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

  private func convert(_ file: MailFile, _ run: Run) throws {
    let handle = file.path == "-" ? FileHandle.standardInput : try FileHandle.reading(file.path)
    run.progress.total = handle.regularSize()
    var reader = MailboxReader(single: file.isSingle, maxMessage: maxMessage, size: handle.regularSize())
    let source: MailboxReader.Source = { buffer, count in try handle.read(into: &buffer, count: count) }
    let wanted = headers
    try run.mapJobs(
      worker: { MailParser(headers: wanted) },
      next: { try Self.batch(&reader, source, handle.name, run) },
      { parser, batch in outcome(of: batch, parser) },
      take: { try write($0, run) })
  }

  private func write(_ outcome: Outcome, _ run: Run) throws {
    run.counts.read += outcome.kept + outcome.suppressed
    run.counts.kept += outcome.kept
    run.counts.suppressed += outcome.suppressed
    try run.output.write(bytes: outcome.bytes[...], lines: outcome.kept)
  }

  private static func batch(
    _ reader: inout MailboxReader, _ source: MailboxReader.Source, _ file: String, _ run: Run
  ) throws -> Batch? {
    var batch = Batch(file: file)
    var size = 0
    while size < batchSize, let message = try reader.next(source) {
      size += message.bytes.count + 200
      run.progress.advance(bytes: message.length, records: run.counts.read)
      batch.messages.append(message)
    }
    return batch.messages.isEmpty ? nil : batch
  }

  private func outcome(of batch: Batch, _ parser: MailParser) -> Outcome {
    var outcome = Outcome()
    var writer = JSONWriter()
    for raw in batch.messages {
      let message = parser.parse(raw)
      if !keepsDiscarded, message.labels.contains(where: MailFolders.isDiscarded) {
        outcome.suppressed += 1
        continue
      }
      record.write(
        message, source: MessageSource(file: batch.file, offset: raw.offset, bytes: raw.length), to: &writer)
      writer.endLine()
      outcome.kept += 1
    }
    outcome.bytes = writer.bytes
    return outcome
  }
}
