/// Reads one message: header, parts, text, attachments and kind. Keeps converters, so each worker has its own.
public final class MailParser {
  /// Header names (lower case) whose values are wanted beside the usual ones.
  private let wanted: [String]
  private let charsets = CharsetDecoder()

  /// A parser that also keeps the headers called `headers`.
  public init(headers: [String] = []) {
    wanted = headers.map { $0.lowercased() }
  }

  /// The message that `bytes` holds, without a separator line. Whatever the bytes are, this gives a message.
  public func parse(_ bytes: [UInt8]) -> MailMessage {
    parse(RawMessage(bytes: bytes))
  }

  /// The message that was cut out of a mailbox.
  public func parse(_ raw: RawMessage) -> MailMessage {
    let bytes = raw.bytes
    var message = MailMessage()
    let header = HeaderBlock(bytes, 0..<bytes.count)
    if header.strayLines > 0 { message.defects.insert(.badHeader) }
    var reader = MIMEReader(bytes, charsets)
    var root = reader.message(header)
    if root.type.isType("message", "partial") {
      message.defects.insert(.partial)
      // The first piece holds the header of the whole and the beginning of its body (RFC 2046, 5.2.2).
      if root.type["number"] ?? "1" == "1" { root = reader.message(HeaderBlock(bytes, root.body)) }
    }
    let fields = HeaderFields(bytes, header, charsets, fallback: root.type["charset"] ?? "")
    fields.fill(&message, raw)
    for name in wanted { message.headers.append((name, fields.texts(name))) }
    guard !raw.isTruncated else {
      message.defects.insert(.tooLong)
      return message
    }
    var body = BodyText(bytes, charsets)
    body.read(root)
    message.text = body.text
    message.attachments = body.attachments
    message.defects.formUnion(reader.defects)
    message.defects.formUnion(body.defects)
    var judge = KindJudge(message: message, fields: fields, root: root.type, reports: body.reports)
    message.kind = judge.kind()
    return message
  }

  /// The decoded bytes of an attachment of `raw`, the message that it came from.
  public func content(of attachment: Attachment, in raw: RawMessage) -> [UInt8]? {
    guard let range = attachment.range else { return attachment.content }
    guard range.upperBound <= raw.bytes.count else { return nil }
    return attachment.encoding.decode(raw.bytes[range]).bytes
  }
}
