// Messages of a chat as records.
import Bytes
import Calendar
import JSONLines
import Team

/// Makes the message records of one exported chat.
public struct ChatRecords {
  private let file: String
  private let chat: Chat
  private let name: String?
  private let team: Team
  private let people: ChatDirectory
  private let zone: Zone?
  /// Who writes in the chat, in the order of their first words; one who never does stands at the end when the name tells.
  private let authors: [String]
  private let isGroup: Bool
  private var seen: [String: Int] = [:]
  /// The ids of records by what their export calls the messages.
  private var ids: [String: String] = [:]
  /// WhatsApp's groups have at most 1,024 members.
  private static let longestList = 1024

  /// A maker for the messages of `chat`, which lay in `file`.
  public init(_ chat: Chat, file: String, team: Team, people: ChatDirectory, zone: Zone?) {
    self.file = file
    self.chat = chat
    self.team = team
    self.people = people
    self.zone = zone
    name = chat.name
    var authors: [String] = []
    var known: Set<String> = []
    for author in chat.messages.lazy.compactMap(\.author) + chat.participants where authors.count < Self.longestList {
      if known.insert(author).inserted { authors.append(author) }
    }
    isGroup = chat.isGroup ?? (authors.count > 2 || Self.tellsOfGroup(chat))
    if !isGroup, let name, !authors.contains(name), authors.count <= 1 { authors.append(name) }
    self.authors = authors
  }

  private static func tellsOfGroup(_ chat: Chat) -> Bool {
    chat.messages.contains { message in
      message.content.kind == .system && message.content.text.lowercased().contains("group")
        && !message.content.text.contains("end-to-end")
    }
  }

  /// The record of `message`; nil for notes about the chat.
  public mutating func record(_ message: ChatMessage) -> JSONObject? {
    guard let author = message.author, message.content.kind != .system else { return nil }
    let instant = message.instant ?? (zone ?? .utc).instant(message.local)
    let from = party(author, instant)
    let others = authors.filter { $0 != author }.map { party($0, instant) }
    let id = id(message, author)
    var record: JSONObject = [
      "type": "message", "id": .string(id), "source": source(message.place),
      "channel": .string(chat.channel.rawValue), "date": .string(instant.description),
      "date_local": .string(instant.text(offset: offset(message, instant))),
      "zone_assumed": .bool(message.instant == nil && zone == nil),
      "from": from.json, "to": .array(others.map(\.json)),
    ]
    for list in ["cc", "bcc", "reply_to", "delivered_to"] { record.append(list, .array([])) }
    if isGroup { record.append("subject", name) }
    record.append("in_reply_to", message.answers.flatMap { ids[$0] })
    record.append("thread_id", .string(threadID(message)))
    record.append("labels", .array([]))
    addDirection(&record, from, others)
    addContent(&record, message.content)
    if let number = message.number { ids[number] = id }
    return record
  }

  private func source(_ place: ChatPlace) -> JSON {
    var source: JSONObject = ["file": .string(file)]
    switch place {
    case .line(let line): source.append("line", JSON(line))
    case .bytes(let range):
      source.append("offset", JSON(range.lowerBound))
      source.append("bytes", JSON(range.count))
    }
    source.append("kind", "chat")
    source.append("priority", "medium")
    return .object(source)
  }

  /// What the exporting clock was ahead of UTC, where the export tells; else that of the zone.
  private func offset(_ message: ChatMessage, _ instant: Instant) -> Int {
    guard message.instant != nil, zone == nil else { return zone?.offset(at: instant) ?? 0 }
    let ahead = Int(message.local.instant(offset: 0).seconds - instant.seconds)
    return abs(ahead) <= 15 * 3600 && ahead % 900 == 0 ? ahead : 0
  }

  private func threadID(_ message: ChatMessage) -> String {
    let chat = self.chat.id ?? name ?? authors.sorted().joined(separator: ",")
    return ([self.chat.channel.rawValue, chat] + (message.thread.map { [$0] } ?? [])).joined(separator: ":")
  }

  private func party(_ author: String, _ instant: Instant) -> ChatParty {
    ChatParty(author, chat.addresses[author], team, people, instant.date)
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
    if !content.text.isEmpty || content.forwarded.isEmpty { record.append("text", content.text) }
    if !content.forwarded.isEmpty { record.append("forwarded", .string(content.forwarded)) }
    var attachments = content.attachments.map { name -> JSON in
      var object: JSONObject = ["name": .string(name)]
      object.append("media_type", content.mediaTypes[name] ?? MediaTypes.of(name: name))
      return .object(object)
    }
    if content.kind == .omitted || content.omits { attachments.append(["omitted": true]) }
    record.append("attachments", .array(attachments))
    record.append("defects", .array([]))
    if content.isEdited { record.append("edited", .bool(true)) }
    if content.kind == .deleted { record.append("deleted", .bool(true)) }
  }

  /// A hash of channel, date, author and text, and of how many such there were before.
  private mutating func id(_ message: ChatMessage, _ author: String) -> String {
    let words = [message.content.text] + message.content.attachments
    let time = message.instant?.description ?? message.local.description
    let key = ([chat.channel.rawValue, time, author] + words).joined(separator: "\u{1F}")
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
