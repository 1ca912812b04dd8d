// A message record as the filters that read correspondence see it.
import Calendar
import JSONLines

/// The members of a `message` record that contacts and conversations are made of.
public struct Message: Sendable {
  /// Which way a message went.
  public enum Direction: String, Sendable {
    case inbound, outbound, `internal`, unknown
  }

  /// Kinds that no person wrote to another one: they answer nothing and make no relationship.
  public static let automaticKinds: Set<String> = [
    "abuse_report", "auto_reply", "bounce", "bulk", "delivery_report", "draft", "left_company", "list",
    "out_of_office", "read_receipt",
  ]

  public let id: String
  public let channel: String
  /// The date as written, and as a moment; without one the message sorts first.
  public let date: String
  public let when: Instant
  public let from: Party?
  public let to: [Party]
  public let cc: [Party]
  public let bcc: [Party]
  public let replyTo: [Party]
  public let subject: String
  public let inReplyTo: [String]
  public let references: [String]
  public let threadID: String?
  public let direction: Direction
  public let member: String?
  public let kind: String
  public let text: String
  public let signature: String
  /// The list of attachments as the record spells it.
  public let attachments: JSON
  public let replyClass: String?
  public let successor: Party?
  public let bounceRecipient: String?
  public let file: String?

  /// Reads what a `message` record says; nil when it has no id.
  public init?(_ record: Record) {
    guard let id = record.string("id") else { return nil }
    self.id = id
    channel = record.string("channel") ?? "email"
    date = record.string("date") ?? ""
    when = (try? Instant(dateOrTime: date)) ?? Instant(seconds: 0)
    from = Party(record.json("from"))
    to = Message.parties(record.json("to"))
    cc = Message.parties(record.json("cc"))
    bcc = Message.parties(record.json("bcc"))
    replyTo = Message.parties(record.json("reply_to"))
    subject = record.string("subject") ?? ""
    inReplyTo = record.strings("in_reply_to")
    references = record.strings("references")
    threadID = record.string("thread_id")
    direction = record.string("direction").flatMap(Direction.init(rawValue:)) ?? .unknown
    member = record.string("member")
    kind = record.string("kind") ?? "direct"
    let body = record.string("text") ?? ""
    let marked = record.string("signature")
    let parts = marked == nil ? from?.name.flatMap { TailSignature.split(body, writer: $0) } : nil
    text = parts?.text ?? body
    signature = marked ?? parts?.signature ?? ""
    attachments = record.json("attachments") ?? []
    replyClass = record.string("reply_class")
    successor = Party(record.json("successor"))
    bounceRecipient = record.string("bounce.recipient")?.lowercased()
    file = record.string("source.file")
  }

  /// Whether no person wrote it to another one.
  public var isAutomatic: Bool { Message.automaticKinds.contains(kind) }
  /// Whether it came by a channel whose messages hang together by chat, not by thread.
  public var isChat: Bool { channel != "email" && channel != "form" }
  /// The day it was written, in UTC.
  public var day: CalendarDate { when.date }
  /// Everybody written to, openly or not.
  public var recipients: [Party] { to + cc + bcc }
  /// Everybody named.
  public var everybody: [Party] { (from.map { [$0] } ?? []) + recipients }

  private static func parties(_ json: JSON?) -> [Party] {
    (json?.array ?? []).prefix(1000).compactMap { Party($0) }
  }
}
