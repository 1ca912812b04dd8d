/// A message as read from a mailbox, before anyone judges it.
public struct MailMessage: Sendable {
  /// Where a message's date was found.
  public enum DateSource: String, Sendable {
    /// The Date header.
    case header
    /// The first Received header.
    case received
    /// The mailbox's separator line.
    case fromLine = "from_line"
  }

  /// Message-ID without brackets, mended; nil when there is none.
  public var messageID: String?
  /// Who wrote it.
  public var from: [Mailbox] = []
  /// The Sender header: who sent it for them.
  public var sender: [Mailbox] = []
  /// Whom it was written to.
  public var to: [Mailbox] = []
  /// Who got a copy.
  public var cc: [Mailbox] = []
  /// Who got a blind copy.
  public var bcc: [Mailbox] = []
  /// Where answers go.
  public var replyTo: [Mailbox] = []
  /// The mailboxes that it was delivered to, lower case.
  public var deliveredTo: [String] = []
  /// The subject, decoded.
  public var subject: String?
  /// When it was written.
  public var date: MailDate?
  /// Where the date comes from.
  public var dateSource = DateSource.header
  /// The message that it answers.
  public var inReplyTo: String?
  /// The messages of its thread before it, oldest first.
  public var references: [String] = []
  /// What else stands in brackets in In-Reply-To: further ids, or with old programs the address of whom they answer.
  public var alsoNamed: [String] = []
  /// The thread that the mail service put it in.
  public var threadID: String?
  /// The labels or flags that the mail service or folder gave it.
  public var labels: [String] = []
  /// The text in UTF-8 with LF line ends.
  public var text: [UInt8] = []
  /// Everything that is not its text.
  public var attachments: [Attachment] = []
  /// What sort of message it is, with what that sort says.
  public var kind = MessageKind.direct
  /// What was wrong with it.
  public var defects = Defects()
  /// Headers asked for by name, decoded.
  public var headers: [(name: String, values: [String])] = []
}
