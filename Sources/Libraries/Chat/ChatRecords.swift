// Messages of a chat as records.
import Bytes
import Calendar
import JSONLines
import Team

/// Makes the message records of one exported chat.
public struct ChatRecords {
  private let file: String
  private let name: String?
  private let team: Team
  private let people: ChatDirectory
  private let zone: Zone?
  /// Who writes in the chat, in the order of their first words; one who never does stands at the end when the name tells.
  private let authors: [String]
  private let isGroup: Bool
  private var seen: [String: Int] = [:]
  /// WhatsApp's groups have at most 1,024 members.
  private static let longestList = 1024

  /// A maker for the messages of `export`, which lay in `file`.
  public init(_ export: WhatsAppExport, file: String, team: Team, people: ChatDirectory, zone: Zone?) {
    self.file = file
    self.team = team
    self.people = people
    self.zone = zone
    let name = ChatName.of(path: file)
    self.name = name
    var authors: [String] = []
    var known: Set<String> = []
    for message in export.messages where authors.count < Self.longestList {
      if let author = message.author, known.insert(author).inserted { authors.append(author) }
    }
    let tellsOfGroup = export.messages.contains { message in
      message.content.kind == .system && message.content.text.lowercased().contains("group")
        && !message.content.text.contains("end-to-end")
    }
    isGroup = authors.count > 2 || tellsOfGroup
    if !isGroup, let name, !authors.contains(name), authors.count <= 1 { authors.append(name) }
    self.authors = authors
  }

  /// The record of `message`; nil for notes about the chat.
  public mutating func record(_ message: ChatMessage) -> JSONObject? {
    guard let author = message.author, message.content.kind != .system else { return nil }
    let instant = (zone ?? .utc).instant(message.local)
    let from = party(author, instant)
    let others = authors.filter { $0 != author }.map { party($0, instant) }
    var record: JSONObject = [
      "type": "message", "id": .string(id(message, author)),
      "source": ["file": .string(file), "line": JSON(message.line), "kind": "chat", "priority": "medium"],
      "channel": "whatsapp", "date": .string(instant.description),
      "date_local": .string(instant.text(offset: zone?.offset(at: instant) ?? 0)), "zone_assumed": .bool(zone == nil),
      "from": from.json, "to": .array(others.map(\.json)),
    ]
    for list in ["cc", "bcc", "reply_to", "delivered_to"] { record.append(list, .array([])) }
    if isGroup { record.append("subject", name) }
    record.append("thread_id", .string("whatsapp:" + (name ?? authors.sorted().joined(separator: ","))))
    record.append("labels", .array([]))
    addDirection(&record, from, others)
    addContent(&record, message.content)
    return record
  }

  private func party(_ author: String, _ instant: Instant) -> ChatParty {
    ChatParty(author, team, people, instant.date)
  }

  private func addDirection(_ record: inout JSONObject, _ from: ChatParty, _ others: [ChatParty]) {
    var direction = Direction.unknown
    if !team.isEmpty {
      let isInternal = !others.isEmpty && others.allSatisfy { $0.member != nil }
      direction = from.member == nil ? .inbound : isInternal ? .internal : .outbound
    } else if !isGroup, let name, authors.contains(name) {
      // In a chat of two, who is not the one it is named after is the one who exported it.
      direction = from.name == name ? .inbound : .outbound
    }
    record.append("direction", .string(direction.rawValue))
    record.append("member", from.member?.id ?? others.lazy.compactMap(\.member).first?.id)
    record.append("kind", .string("direct"))
  }

  private func addContent(_ record: inout JSONObject, _ content: ChatContent) {
    record.append("text", content.text)
    var attachments = content.attachments.map { name -> JSON in
      var object: JSONObject = ["name": .string(name)]
      object.append("media_type", MediaTypes.of(name: name))
      return .object(object)
    }
    if content.kind == .omitted { attachments.append(["omitted": true]) }
    record.append("attachments", .array(attachments))
    record.append("defects", .array([]))
    if content.isEdited { record.append("edited", .bool(true)) }
    if content.kind == .deleted { record.append("deleted", .bool(true)) }
  }

  /// A hash of channel, date, author and text, and of how many such there were before.
  private mutating func id(_ message: ChatMessage, _ author: String) -> String {
    let words = [message.content.text] + message.content.attachments
    let key = (["whatsapp", message.local.description, author] + words).joined(separator: "\u{1F}")
    let digest = SHA256.hex(key, digits: 16)
    let number = seen[digest, default: 0]
    seen[digest] = number + 1
    return number == 0 ? digest : SHA256.hex("\(key)\u{1F}\(number)", digits: 16)
  }
}

/// Media types of the files that chats carry, by their endings (IANA media types).
enum MediaTypes {
  private static let byEnding = [
    "csv": "text/csv", "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "gif": "image/gif",
    "heic": "image/heic", "jpeg": "image/jpeg", "jpg": "image/jpeg", "m4a": "audio/mp4", "mov": "video/quicktime",
    "mp3": "audio/mpeg", "mp4": "video/mp4", "opus": "audio/ogg", "pdf": "application/pdf", "png": "image/png",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation", "txt": "text/plain",
    "vcf": "text/vcard", "webp": "image/webp", "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "zip": "application/zip",
  ]

  /// The media type of a file called `name`, or nil.
  static func of(name: String) -> String? {
    name.lastIndex(of: ".").flatMap { byEnding[name[name.index(after: $0)...].lowercased()] }
  }
}
