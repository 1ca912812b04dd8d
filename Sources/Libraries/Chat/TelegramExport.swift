// Telegram Desktop's export as JSON, result.json: one chat, or the chats of an account
// (https://core.telegram.org/import-export, "machine-readable JSON").
import Bytes
import Calendar
import JSONLines

/// The chats of a Telegram export.
public enum TelegramExport {
  /// Calls `body` with each chat in `text`, one at a time; throws when it is no JSON.
  public static func eachChat(_ text: [UInt8], _ body: (Chat) throws -> Void) throws {
    let bytes = text.span.bytes
    let whole = try JSONTree.range(text)
    if let messages = JSONDocument.member("messages", of: bytes, whole) {
      return try body(chat(bytes, whole, messages))
    }
    for name in ["chats", "left_chats"] {
      guard let part = JSONDocument.member(name, of: bytes, whole),
        let list = JSONDocument.member("list", of: bytes, part), bytes.byte(list.lowerBound) == UInt8(ascii: "[")
      else { continue }
      for element in JSONTree.elements(bytes, list) where bytes.byte(element.lowerBound) == UInt8(ascii: "{") {
        guard let messages = JSONDocument.member("messages", of: bytes, element) else { continue }
        try body(chat(bytes, element, messages))
      }
    }
  }

  /// Whether `text` looks like such an export.
  static func matches(_ text: [UInt8]) -> Bool {
    let head = Array(text.prefix(1 << 16))
    return ["\"messages\"", "\"chats\"", "\"personal_information\""].contains { head.contains(Array($0.utf8)) }
  }

  private static func chat(_ bytes: RawSpan, _ range: Range<Int>, _ messages: Range<Int>) -> Chat {
    var chat = Chat(.telegram)
    chat.name = JSONDocument.text("name", of: bytes, range)
    chat.id = JSONDocument.text("id", of: bytes, range)
    if let type = JSONDocument.text("type", of: bytes, range) {
      chat.isGroup = !["personal_chat", "bot_chat", "saved_messages", "replies", "verify_codes"].contains(type)
    }
    guard bytes.byte(messages.lowerBound) == UInt8(ascii: "[") else { return chat }
    for element in JSONTree.elements(bytes, messages) {
      let json = JSONTree.value(bytes, element)
      // Joined, pinned, called: notes about the chat.
      if json["type"]?.string == "service" {
        chat.messages.append(note(json, element))
      } else if let message = message(json, element) {
        chat.messages.append(message)
      } else {
        chat.strays.append(
          StrayLine(place: .bytes(element), text: bytes.text(element), reason: "no date, or nobody who wrote it"))
      }
    }
    return chat
  }

  private static func note(_ json: JSON, _ place: Range<Int>) -> ChatMessage {
    var content = ChatContent(words: "")
    content.kind = .system
    let local = time(json)?.local ?? Instant(seconds: 0).local(offset: 0)
    return ChatMessage(local: local, author: nil, content: content, place: .bytes(place))
  }

  private static func message(_ json: JSON, _ place: Range<Int>) -> ChatMessage? {
    guard let time = time(json), let author = json["from"]?.string ?? json["from_id"].flatMap(plain), !author.isEmpty
    else { return nil }
    var message = ChatMessage(local: time.local, author: author, content: content(json), place: .bytes(place))
    message.instant = time.instant
    message.number = json["id"].flatMap(plain)
    message.answers = json["reply_to_message_id"].flatMap(plain)
    return message
  }

  /// The time of the exporting computer's clock and, since 2021, the instant.
  private static func time(_ json: JSON) -> (local: LocalTime, instant: Instant?)? {
    let local = json["date"]?.string.flatMap { try? LocalTime($0) }
    let seconds = json["date_unixtime"].flatMap(plain).flatMap { Int64($0) }
    guard let seconds, (0...(1 << 40)).contains(seconds) else { return local.map { ($0, nil) } }
    let instant = Instant(seconds: seconds)
    return (local ?? instant.local(offset: 0), instant)
  }

  private static func plain(_ json: JSON) -> String? { json.string ?? json.int.map { "\($0)" } }

  private static func content(_ json: JSON) -> ChatContent {
    var content = ChatContent(words: text(json["text"] ?? .null))
    content.isEdited = json["edited"] != nil || json["edited_unixtime"] != nil
    if json["forwarded_from"] != nil || json["forwarded_from_id"] != nil {
      content.forwarded = content.text
      content.text = ""
    }
    for name in ["photo", "file"] {
      guard let path = json[name]?.string else { continue }
      // "(File not included. Change data exporting settings to download.)"
      if path.hasPrefix("(") {
        content.omits = true
      } else {
        let file = json["file_name"]?.string ?? path.split(separator: "/").last.map(String.init) ?? path
        content.attachments.append(file)
        content.mediaTypes[file] = json["mime_type"]?.string
      }
    }
    if let card = json["contact_information"], content.text.isEmpty {
      let parts = ["first_name", "last_name", "phone_number"].compactMap { card[$0]?.string }
      content.text = parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
    return content
  }

  /// The words of a text, which is one string or a list of strings and styled pieces.
  private static func text(_ json: JSON) -> String {
    guard let pieces = json.array else { return json.string ?? "" }
    var text = ""
    for piece in pieces {
      // A link is a word of its own, also where it was set right behind another one.
      if piece["type"]?.string == "link", let last = text.unicodeScalars.last, !Self.mayTouch(last) { text += " " }
      text += piece.string ?? piece["text"]?.string ?? ""
    }
    return text
  }

  private static func mayTouch(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .openPunctuation, .initialPunctuation: true
    default: scalar.properties.isWhitespace || "\"'=/".unicodeScalars.contains(scalar)
    }
  }
}
