/// What sort of message a mail is.
public enum MessageKind: Sendable, Equatable {
  /// Written by a person to persons.
  case direct
  /// By way of a mailing list.
  case list
  /// A newsletter or other mass mail.
  case bulk
  /// An automatic answer.
  case autoReply
  /// An absence note, with the last day of the absence or the day of return when it is named.
  case outOfOffice(returns: String?)
  /// Someone does not work there any more; with the one to write to when named.
  case leftCompany(successor: Mailbox?)
  /// Not delivered.
  case bounce(BounceReport)
  /// Delivered, delayed or relayed: a report that is no failure.
  case deliveryReport
  /// A complaint about a mail.
  case abuseReport
  /// An invitation or its answer, with the meeting when it can be read.
  case calendar(Invitation?)
  /// Says that a mail was displayed.
  case readReceipt
  /// Never sent.
  case draft

  /// The name in records.
  public var name: String {
    switch self {
    case .direct: "direct"
    case .list: "list"
    case .bulk: "bulk"
    case .autoReply: "auto_reply"
    case .outOfOffice: "out_of_office"
    case .leftCompany: "left_company"
    case .bounce: "bounce"
    case .deliveryReport: "delivery_report"
    case .abuseReport: "abuse_report"
    case .calendar: "calendar"
    case .readReceipt: "read_receipt"
    case .draft: "draft"
    }
  }
}

/// What a failed delivery says.
public struct BounceReport: Sendable, Equatable {
  /// The enhanced status code (RFC 3463), such as `5.1.1`.
  public var status: String?
  /// The address that could not be reached, lower case.
  public var recipient: String?
  /// Whether another try is in vain; nil when nothing tells.
  public var isHard: Bool?
  /// The class of the reason, such as `userunknown` or `mailboxfull`.
  public var reason: String?

  /// A report of the given facts.
  public init(status: String? = nil, recipient: String? = nil, isHard: Bool? = nil, reason: String? = nil) {
    self.status = status
    self.recipient = recipient
    self.isHard = isHard
    self.reason = reason
  }
}
