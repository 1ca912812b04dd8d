import Bytes

/// What a message says and what hangs on it: its text in UTF-8, and every other part as an attachment.
struct BodyText {
  private let bytes: [UInt8]
  private let charsets: CharsetDecoder
  private(set) var text: [UInt8] = []
  private(set) var attachments: [Attachment] = []
  private(set) var defects = Defects()
  /// The parts that the kind of the message is read from.
  private(set) var reports = ReportParts()
  /// The text of a `winmail.dat`, which counts only when there is no other.
  private var hiddenText: [UInt8] = []

  /// How many signed messages it stands in.
  private let depth: Int
  private static let depthLimit = 3

  init(_ bytes: [UInt8], _ charsets: CharsetDecoder, depth: Int = 0) {
    self.bytes = bytes
    self.charsets = charsets
    self.depth = depth
  }

  /// Reads the whole tree under `part`.
  mutating func read(_ part: MIMEPart) {
    collect(part, showing: true, isFirst: true)
    if text.allSatisfy(ASCII.isSpace), !hiddenText.isEmpty { text = hiddenText }
    if text.trimmed.begins("-----begin pgp message-----") { defects.insert(.encrypted) }
    while let last = text.last, ASCII.isSpace(last) { text.removeLast() }
  }

  /// Adds `part`: its text when `showing` (otherwise the text is said by another part already), the rest as attachments.
  private mutating func collect(_ part: MIMEPart, showing: Bool, isFirst: Bool) {
    guard part.isMultipart else { return leaf(part, showing: showing, isFirst: isFirst) }
    switch part.type.subtype {
    case "alternative": alternative(part, showing: showing)
    case "encrypted":
      defects.insert(.encrypted)
      for child in part.children { attach(child) }
    default:
      for (i, child) in part.children.enumerated() { collect(child, showing: showing, isFirst: i == 0) }
    }
  }

  private mutating func leaf(_ part: MIMEPart, showing: Bool, isFirst: Bool) {
    if part.type.type == "multipart", bytes[part.body].allSatisfy(ASCII.isSpace) { return }
    guard Self.isBody(part, isFirst: isFirst) else { return attach(part) }
    if showing, let words = rendered(part) { append(words) } else if showing { attach(part) }
  }

  /// The plainest version that says something; the files inside the others are kept.
  private mutating func alternative(_ part: MIMEPart, showing: Bool) {
    guard showing else {
      for child in part.children { collect(child, showing: false, isFirst: true) }
      return
    }
    let plain = part.children.firstIndex { Self.textLeaf($0, "plain") != nil }
    let html = part.children.lastIndex { Self.textLeaf($0, "html") != nil }
    var chosen = plain ?? html ?? part.children.indices.first { part.children[$0].type.type == "text" }
    if let plain, let html, plain != html, let leaf = Self.textLeaf(part.children[plain], "plain") {
      let words = rendered(leaf) ?? []
      if words.trimmed.isEmpty { chosen = html }
      if Self.isStub(words), let other = Self.textLeaf(part.children[html], "html"), other.body.count > 6 * words.count
      {
        chosen = html
      }
    }
    let isPlain = chosen == plain
    for (i, child) in part.children.enumerated() {
      // Programs that mean "mixed" by "alternative" have several plain texts, none of which stands for another.
      if isPlain, !child.isMultipart, Self.textLeaf(child, "plain") != nil {
        collect(child, showing: true, isFirst: true)
        continue
      }
      let isOther = i != chosen && child.type.type == "text" && Self.twins.contains(child.type.subtype)
      if !isOther, i != chosen, child.type.type == "text" {
        attach(child)
      } else if !isOther {
        collect(child, showing: i == chosen, isFirst: true)
      }
    }
  }

  /// Versions of the text that say nothing of their own.
  private static let twins: Set<String> = ["html", "plain", "watch-html", "x-amp-html"]

  /// The text of `subtype` that `part` is or shows first.
  private static func textLeaf(_ part: MIMEPart, _ subtype: String) -> MIMEPart? {
    if part.isMultipart {
      for child in part.children.prefix(50) {
        if let leaf = textLeaf(child, subtype) { return leaf }
      }
      return nil
    }
    return part.type.isType("text", subtype) && part.disposition?.type != "attachment" ? part : nil
  }

  /// A plain version that only points to the HTML version.
  private static func isStub(_ words: [UInt8]) -> Bool {
    guard words.count < 400 else { return false }
    let text = LowerCase.ascii(words)
    return text.contains(Array("html".utf8)) && stubWords.occur(in: text)
  }

  private static let stubWords: Phrases = ["capable", "client", "enable", "format", "reader", "support", "view"]

  /// Whether a leaf is words to read rather than a file.
  private static func isBody(_ part: MIMEPart, isFirst: Bool) -> Bool {
    // Parts that could not be told apart are better read than hidden.
    if part.type.type == "multipart" { return true }
    guard part.type.type == "text" || part.type.type.isEmpty else { return false }
    if part.disposition?.type == "attachment" { return false }
    switch part.type.subtype {
    case "plain", "html", "": return isFirst || part.name == nil
    case "enriched", "richtext": return isFirst
    default: return false
    }
  }

  private mutating func append(_ words: [UInt8]) {
    guard !words.isEmpty else { return }
    if text.isEmpty {
      text = words
      return
    }
    if text.last != 0x0A { text.append(0x0A) }
    if words.first != 0x0A { text.append(0x0A) }
    text.append(contentsOf: words)
  }

  /// The words of a text part in UTF-8, lines ended by LF; nil when neither its encoding nor its charset can be made out.
  private mutating func rendered(_ part: MIMEPart) -> [UInt8]? {
    var (raw, isDamaged) = part.encoding.decode(bytes[part.body])
    if isDamaged { defects.insert(.badEncoding) }
    if isDamaged, part.encoding == .base64, Self.readsAsText(bytes[part.body]) {
      raw = Array(bytes[part.body])
      isDamaged = false
    }
    let isHTML = part.type.subtype == "html" || (part.type.subtype == "plain" && Self.looksLikeHTML(raw))
    let charset = part.type["charset"] ?? (isHTML ? HTMLCharset.declared(in: raw) : "")
    let (decoded, isForeign) = charsets.utf8(raw[...], charset: charset)
    if isForeign { defects.insert(.badCharset) }
    if isForeign, isDamaged, part.encoding == .base64, UTF8Text.census(raw[...]).bad * 4 > raw.count { return nil }
    if isHTML { return HTMLText.convert(decoded) }
    var words = LineBreaks.normalized(decoded)
    if part.type["format"]?.lowercased() == "flowed" {
      words = LineBreaks.unflowed(words, deletingSpace: part.type["delsp"]?.lowercased() == "yes")
    }
    return withoutFiles(words)
  }

  /// Whether what claims to be base64 is text: words with blanks between them, which base64 does not have.
  private static func readsAsText(_ body: ArraySlice<UInt8>) -> Bool {
    let head = body.prefix(4_000)
    let blanks = head.count { $0 == 0x20 }
    return blanks * 12 > head.count && blanks * 2 < head.count && head.allSatisfy { $0 >= 0x20 || ASCII.isSpace($0) }
  }

  /// Plain text that is an HTML document.
  private static func looksLikeHTML(_ raw: [UInt8]) -> Bool {
    let head = raw.prefix(300).trimmed
    return head.begins("<!doctype html") || head.begins("<html")
  }

  /// Takes uuencoded files out of a text and attaches them.
  private mutating func withoutFiles(_ words: [UInt8]) -> [UInt8] {
    guard var block = Uuencode.find(in: words, from: 0) else { return words }
    var out: [UInt8] = []
    var at = 0
    while true {
      out.append(contentsOf: words[at..<block.range.lowerBound])
      at = block.range.upperBound
      attachments.append(
        Attachment(
          name: block.name, mediaType: "application/octet-stream", bytes: block.bytes, range: nil, encoding: .uuencode))
      guard attachments.count < MIMEPart.partLimit, let next = Uuencode.find(in: words, from: at) else { break }
      block = next
    }
    out.append(contentsOf: words[at...])
    return out
  }

  private mutating func attach(_ part: MIMEPart) {
    if part.isMultipart {
      for child in part.children { attach(child) }
      return
    }
    let (decoded, isDamaged) = part.encoding.decode(bytes[part.body])
    if isDamaged { defects.insert(.badEncoding) }
    reports.note(part, decoded, charsets)
    let media = part.type.mediaType.isEmpty ? "application/octet-stream" : part.type.mediaType
    attachments.append(
      Attachment(
        name: part.name ?? attachedSubject(part, decoded), mediaType: media, bytes: decoded, range: part.body,
        encoding: part.encoding))
    if media.hasSuffix("ms-tnef") || part.name?.lowercased() == "winmail.dat" { unpack(decoded) }
    if media.hasSuffix("pkcs7-mime") { open(decoded) }
    if part.type["smime-type"]?.lowercased().hasPrefix("enveloped") == true { defects.insert(.encrypted) }
  }

  /// Adds what an S/MIME message holds that is signed and not encrypted (RFC 8551, 3.5.2).
  private mutating func open(_ decoded: [UInt8]) {
    switch SignedContent.read(decoded) {
    case .encrypted: defects.insert(.encrypted)
    case .signed(let inner) where depth < Self.depthLimit:
      var reader = MIMEReader(inner, charsets)
      var body = BodyText(inner, charsets, depth: depth + 1)
      body.read(reader.message(HeaderBlock(inner, 0..<inner.count)))
      append(body.text)
      attachments += body.attachments.map { $0.apart(from: inner) }
      defects.formUnion(reader.defects)
      defects.formUnion(body.defects)
    case .signed, .unknown: break
    }
  }

  /// Adds what Outlook hides in a `winmail.dat`.
  private mutating func unpack(_ decoded: [UInt8]) {
    guard let container = TNEF(decoded, charsets) else { return }
    if hiddenText.isEmpty { hiddenText = container.text }
    for file in container.files {
      attachments.append(
        Attachment(
          name: file.name, mediaType: file.mediaType ?? "application/octet-stream", bytes: file.bytes, range: nil,
          encoding: .identity))
    }
  }

  /// An attached message without a file name is called by its subject.
  private func attachedSubject(_ part: MIMEPart, _ decoded: [UInt8]) -> String? {
    guard part.type.isType("message", "rfc822") else { return nil }
    let header = HeaderBlock(decoded, 0..<decoded.count)
    return header.first("subject", in: decoded).map {
      EncodedWords.decode(Unfolding.unfold($0)[...], charsets).text
    }
  }
}

/// The parts by which a message says of itself that it is a report or an invitation.
struct ReportParts {
  /// `message/delivery-status`, or what stands for it.
  var deliveryStatus: [UInt8]?
  /// The returned message or its header.
  var returned: [UInt8]?
  /// Whether there is a `message/disposition-notification`.
  var isReadReceipt = false
  /// Whether there is a `message/feedback-report`.
  var isFeedback = false
  /// The meeting that a `text/calendar` part, or a file of that kind, tells of.
  var invitation: Invitation?

  mutating func note(_ part: MIMEPart, _ decoded: [UInt8], _ charsets: CharsetDecoder) {
    switch part.type.mediaType {
    case "message/delivery-status", "message/global-delivery-status": deliveryStatus = deliveryStatus ?? decoded
    case "message/rfc822", "text/rfc822-headers", "message/rfc822-headers", "message/global":
      returned = returned ?? decoded
    case "message/disposition-notification": isReadReceipt = true
    case "message/feedback-report": isFeedback = true
    case "text/calendar", "application/ics":
      guard invitation == nil else { return }
      let charset = part.type["charset"] ?? "utf-8"
      var found = Invitation(charsets.utf8(decoded[...], charset: charset).text)
      if found?.method == nil { found?.method = part.type["method"]?.lowercased() }
      invitation = found
    default: break
    }
  }
}

/// The charset that an HTML document names in its head.
enum HTMLCharset {
  static func declared(in html: [UInt8]) -> String {
    let limit = min(html.count, 2_000)
    guard let at = html[..<limit].lowered.index(of: Array("charset=".utf8), in: 0..<limit) else { return "" }
    let value = html[(at + 8)..<limit].drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }
    return value.prefix { ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == 0x2D || $0 == 0x5F }.text
  }
}
