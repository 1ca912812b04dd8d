/// The header fields of a message, decoded for what they mean.
struct HeaderFields {
  let bytes: [UInt8]
  let header: HeaderBlock
  let charsets: CharsetDecoder
  /// The charset that raw 8-bit bytes are read in when they are no UTF-8.
  let fallback: String

  init(_ bytes: [UInt8], _ header: HeaderBlock, _ charsets: CharsetDecoder, fallback: String) {
    self.bytes = bytes
    self.header = header
    self.charsets = charsets
    self.fallback = fallback
  }

  /// The decoded text of the first field called `name`.
  func text(_ name: StaticString) -> String? {
    header.first(name, in: bytes).map { clean($0).text }
  }

  /// Whether there is such a field.
  func has(_ name: StaticString) -> Bool {
    header.has(name, in: bytes)
  }

  /// The decoded values of all fields called `name`.
  func texts(_ name: String) -> [String] {
    header.fields.filter { bytes[$0.name].lowered.elementsEqual(name.utf8) }.map { clean(bytes[$0.value]).text }
  }

  /// The addresses of all fields called `name`.
  func mailboxes(_ name: StaticString) -> [Mailbox] {
    let values = header.values(name, in: bytes)
    if values.count == 1 { return AddressParser.parse(values[0], charsets, fallback: fallback) }
    var seen: Set<Mailbox> = []
    return values.prefix(1_000).flatMap { AddressParser.parse($0, charsets, fallback: fallback) }
      .filter { seen.insert($0).inserted }
  }

  /// Unfolded, decoded, without control characters or doubled blanks of folds.
  private func clean(_ value: ArraySlice<UInt8>) -> [UInt8] {
    let decoded = EncodedWords.decode(Unfolding.unfold(value)[...], charsets, fallback: fallback)
    guard decoded.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return Array(decoded.trimmed) }
    return Array(decoded.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }[...].trimmed)
  }

  /// Fills in everything that the header says.
  func fill(_ message: inout MailMessage, _ raw: RawMessage) {
    message.from = mailboxes("from")
    message.sender = mailboxes("sender")
    message.to = mailboxes("to")
    message.cc = mailboxes("cc")
    message.bcc = mailboxes("bcc")
    message.replyTo = mailboxes("reply-to")
    message.subject = text("subject").flatMap { $0.isEmpty ? nil : $0 }
    deliveredTo(&message)
    ids(&message)
    labels(&message)
    dates(&message, raw)
    if message.from.isEmpty { message.defects.insert(.missingFrom) }
    if message.from.contains(where: { $0.email == nil }) { message.defects.insert(.badAddress) }
  }

  private func deliveredTo(_ message: inout MailMessage) {
    var seen: Set<String> = []
    for value in header.values("delivered-to", in: bytes) + header.values("x-delivered-to", in: bytes)
      + header.values("x-original-to", in: bytes)
    {
      for box in AddressParser.parse(value, charsets, fallback: fallback) {
        if let email = box.email, seen.insert(email).inserted { message.deliveredTo.append(email) }
      }
    }
  }

  private func ids(_ message: inout MailMessage) {
    message.messageID = header.first("message-id", in: bytes).flatMap(MessageID.single)
    if message.messageID == nil { message.defects.insert(.missingMessageID) }
    message.inReplyTo = header.first("in-reply-to", in: bytes).flatMap { MessageID.answered($0) }
    message.references = header.values("references", in: bytes).prefix(20).flatMap(MessageID.all)
    let named = header.first("in-reply-to", in: bytes).map { $0.contains(0x3C) ? MessageID.all($0) : [] } ?? []
    message.alsoNamed = named.filter { $0 != message.inReplyTo && !message.references.contains($0) }
    message.threadID = text("x-gm-thrid")
  }

  /// Gmail's labels, else the flags of an mbox.
  private func labels(_ message: inout MailMessage) {
    guard let value = text("x-gmail-labels") else { return }
    var seen: Set<String> = []
    message.labels = CommaList.items(value).prefix(500).filter { seen.insert($0).inserted }
  }

  private func dates(_ message: inout MailMessage, _ raw: RawMessage) {
    let value = header.first("date", in: bytes)
    let received = header.values("received", in: bytes).lazy.prefix(50).compactMap { $0.contains(0x3B) ? $0 : nil }
      .first
      .flatMap { MailDateParser.parse($0, needsClock: true) }
    let given = value.flatMap { MailDateParser.parse($0, needsClock: true) }
    if value == nil { message.defects.insert(.missingDate) }
    if let given, Self.isPlausible(given, received: received) {
      message.date = given
      return
    }
    if value != nil { message.defects.insert(.badDate) }
    if let received {
      message.date = received
      message.dateSource = .received
    } else if let line = raw.fromLineDate {
      message.date = line
      message.dateSource = .fromLine
    } else {
      message.date = value.flatMap { MailDateParser.parse($0, needsClock: false) } ?? given
    }
  }

  /// A mail is written before it is received, and not years before; without a witness its year must be one of e-mail.
  private static func isPlausible(_ date: MailDate, received: MailDate?) -> Bool {
    guard let received, received.year >= 1982 else { return date.year >= 1971 && date.year < 2100 }
    let lead = received.seconds - date.seconds
    return lead > -3 * 86_400 && lead < 500 * 86_400
  }
}

/// Lists divided by commas, items in quotes or not; a comma in quotes belongs to its item.
enum CommaList {
  static func items(_ text: String) -> [String] {
    var items: [[UInt8]] = [[]]
    var isQuoted = false
    let isBalanced = text.utf8.filter { $0 == 0x22 }.count.isMultiple(of: 2)
    for byte in text.utf8 {
      if byte == 0x22, isBalanced {
        isQuoted.toggle()
      } else if byte == 0x2C, !isQuoted {
        items.append([])
      } else {
        items[items.count - 1].append(byte)
      }
    }
    return items.map(\.trimmed).filter { !$0.isEmpty }.map(\.text)
  }
}
