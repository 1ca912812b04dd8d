// Mail messages as `message` records, kith-records(5).
import Bytes
import Calendar
import JSONLines
import Mail
import Team
import ZoneRecords
import Zones

/// Writes messages as records: zones of the text, direction, ids by content.
public struct MessageRecord: Sendable {
  /// Who we are.
  public var team = Team()
  /// The zone of dates that do not say theirs; nil reads them as UTC and marks them.
  public var zone: Zone?
  /// Whether the text is divided into zones.
  public var splitsZones = true

  /// A writer that knows no team.
  public init() {}

  /// The id that the record of `message` bears.
  public func id(of message: MailMessage) -> String {
    id(message, message.date.map(dated))
  }

  /// Adds the record of `message` to `writer`, without a line feed.
  public func write(_ message: MailMessage, source: MessageSource, to writer: inout JSONWriter) {
    let date = message.date.map(dated)
    let day = date.map { Instant(seconds: $0.seconds).date }
    writer.beginObject()
    writer.member("type", "message")
    writer.member("id", id(message, date))
    source.write(to: &writer)
    writer.member("channel", isChat(message) ? "chat" : "email")
    writeDate(date, message, to: &writer)
    writePeople(message, to: &writer)
    writeThread(message, to: &writer)
    let from = message.from.first ?? message.sender.first
    let author = ZoneRecord.writer(name: from?.shownName, email: from?.email)
    let zoned =
      splitsZones
      ? ZoneSplitter.split(message.text, isForward: ZoneRecord.isForward(message.subject), writer: author) : nil
    let way = direction(message, zoned, on: day)
    writer.member("direction", way.direction.rawValue)
    writer.member("member", way.member?.id)
    KindMembers.write(message.kind, to: &writer)
    writeText(message, zoned, to: &writer)
    writeAttachments(message.attachments, to: &writer)
    for (name, values) in message.headers where !values.isEmpty {
      writer.member("header_" + String(name.map { $0 == "-" ? "_" : $0 }), values)
    }
    writer.member("defects", message.defects.names)
    writer.endObject()
  }

  /// The Message-ID, else a digest of date, sender and body.
  private func id(_ message: MailMessage, _ date: MailDate?) -> String {
    if let id = message.messageID { return id }
    var digest = SHA256()
    digest.update(Array((date?.utc ?? "").utf8))
    digest.update([0])
    digest.update(Array((message.from.first?.email ?? message.from.first?.name ?? "").utf8))
    digest.update([0])
    digest.update(message.text)
    if message.text.isEmpty, let subject = message.subject { digest.update(Array(subject.utf8)) }
    return String(SHA256.hexadecimal(digest.finish()).prefix(16))
  }

  /// The date in the zone of the run when it bears none.
  private func dated(_ date: MailDate) -> MailDate {
    guard date.offset == nil, let zone, let day = CalendarDate(year: date.year, month: date.month, day: date.day),
      let local = LocalTime(day, hour: date.hour, minute: date.minute, second: date.second)
    else { return date }
    var known = date
    known.offset = zone.offset(at: zone.instant(local)) / 60
    return known
  }

  private func isChat(_ message: MailMessage) -> Bool {
    message.labels.contains { MailFolders.isChat($0) }
  }

  private func direction(
    _ message: MailMessage, _ zoned: ZonedText?, on day: CalendarDate?
  ) -> (direction: Direction, member: Member?) {
    if team.isEmpty { return (.unknown, nil) }
    let from = (message.from + message.sender).compactMap(\.email)
    let to = (message.to + message.cc + message.bcc).compactMap(\.email) + message.deliveredTo
    var way = team.direction(from: from, to: to, on: day)
    if way.member == nil, way.direction == .outbound || way.direction == .internal {
      way.member = SharedInbox.writer(of: message, zoned, team, on: day)
    }
    return way
  }
}

extension MessageRecord {
  private func writeDate(_ date: MailDate?, _ message: MailMessage, to writer: inout JSONWriter) {
    guard let date else { return }
    writer.member("date", date.utc)
    writer.member("date_local", date.local)
    if date.offset == nil {
      writer.key("zone_assumed")
      writer.bool(true)
    }
    if message.dateSource != .header { writer.member("date_from", message.dateSource.rawValue) }
  }

  private func writePeople(_ message: MailMessage, to writer: inout JSONWriter) {
    let from = message.from.isEmpty ? message.sender : message.from
    if let first = from.first {
      writer.key("from")
      Self.write(first, to: &writer)
    }
    for (name, boxes) in [
      ("to", message.to), ("cc", message.cc), ("bcc", message.bcc), ("reply_to", message.replyTo),
    ] {
      writer.key(name)
      writer.beginArray()
      for box in boxes { Self.write(box, to: &writer) }
      writer.endArray()
    }
    writer.member("delivered_to", message.deliveredTo)
  }

  static func write(_ box: Mailbox, to writer: inout JSONWriter) {
    writer.beginObject()
    writeMembers(box, to: &writer)
    writer.endObject()
  }

  static func writeMembers(_ box: Mailbox, to writer: inout JSONWriter) {
    let email = box.email
    writer.member("name", box.shownName ?? (email == nil ? box.address : nil))
    writer.member("email", email)
  }

  private func writeThread(_ message: MailMessage, to writer: inout JSONWriter) {
    writer.member("subject", message.subject)
    writer.member("in_reply_to", message.inReplyTo)
    writer.member("references", message.references + message.alsoNamed)
    writer.member("thread_id", message.threadID)
    writer.member("labels", message.labels)
  }

  private func writeText(_ message: MailMessage, _ zoned: ZonedText?, to writer: inout JSONWriter) {
    guard let zoned else {
      if !message.text.isEmpty {
        writer.key("text")
        writer.string(utf8: message.text)
      }
      return
    }
    for zone in TextZone.allCases {
      let words = zoned.joined(zone)
      guard !words.isEmpty else { continue }
      writer.key(zone.rawValue)
      writer.string(utf8: words)
    }
  }

  private func writeAttachments(_ attachments: [Attachment], to writer: inout JSONWriter) {
    writer.key("attachments")
    writer.beginArray()
    for attachment in attachments {
      writer.beginObject()
      writer.member("name", attachment.name)
      writer.member("media_type", attachment.mediaType)
      writer.member("size", attachment.size)
      writer.member("sha256", attachment.sha256)
      writer.member("file", attachment.file)
      writer.endObject()
    }
    writer.endArray()
  }
}
