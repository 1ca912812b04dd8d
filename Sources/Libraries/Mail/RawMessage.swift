/// A message cut out of a mailbox, its bytes as they were sent.
public struct RawMessage: Sendable {
  /// The message without separator line and with the mailbox's quoting of `From ` taken off.
  public var bytes: [UInt8]
  /// Where it begins in its file (at the separator line when there is one).
  public var offset = 0
  /// How many bytes of the file it takes.
  public var length: Int
  /// The date on the separator line.
  public var fromLineDate: MailDate?
  /// Whether it was longer than the limit, so that `bytes` holds only its beginning.
  public var isTruncated = false

  /// A message that stands alone.
  public init(bytes: [UInt8]) {
    self.bytes = bytes
    length = bytes.count
  }
}
