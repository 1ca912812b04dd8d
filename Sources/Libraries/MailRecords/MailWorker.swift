import Bytes
import JSONLines
import Mail

/// What is done with each message, on any of the threads.
public struct MailWorker: Sendable {
  private let record: MessageRecord
  private let headers: [String]
  private let keepsDiscarded: Bool
  private let store: AttachmentStore?
  private let known: Set<UInt64>?

  /// A worker that writes `record`s with these `headers` beside the usual ones, leaves out spam and the bin unless
  /// `keepsDiscarded`, saves attachments in `store`, and leaves out the messages that earlier runs have `known`.
  public init(
    record: MessageRecord, headers: [String] = [], keepsDiscarded: Bool = false, store: AttachmentStore? = nil,
    known: Set<UInt64>? = nil
  ) {
    self.record = record
    self.headers = headers
    self.keepsDiscarded = keepsDiscarded
    self.store = store
    self.known = known
  }

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
