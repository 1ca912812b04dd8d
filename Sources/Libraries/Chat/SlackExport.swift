// Slack's export of a workspace: users.json, lists of conversations, and a folder for each with a file a day
// (https://slack.com/help/articles/220556107, "How to read Slack data exports").
import Bytes
import Calendar
import JSONLines

/// The conversations of a Slack export.
public struct SlackExport: Sendable {
  /// A conversation, before its messages are read.
  public struct Conversation: Sendable {
    /// The folder that holds its days.
    public let folder: String
    let chat: Chat
  }

  /// The conversations, in the order of their lists.
  public let conversations: [Conversation]
  private let people: SlackPeople

  /// What one day holds: `folder/2024-05-01.json`; throws when it is no JSON.
  ///
  /// Messages that cannot be read go to `strays` of `chat`.
  public func read(_ day: [UInt8], into chat: inout Chat) throws {
    let bytes = day.span.bytes
    let whole = try JSONTree.range(day)
    guard bytes.byte(whole.lowerBound) == UInt8(ascii: "[") else { return }
    for element in JSONTree.elements(bytes, whole) {
      if let message = message(JSONTree.value(bytes, element), .bytes(element), &chat) {
        chat.messages.append(message)
      } else {
        chat.strays.append(
          StrayLine(place: .bytes(element), text: bytes.text(element), reason: "no time, or nobody who wrote it"))
      }
    }
  }

  /// An empty chat for the days of `conversation`.
  public func chat(_ conversation: Conversation) -> Chat { conversation.chat }

  /// Reads the lists of an export; `list` gives the text of a file such as `users.json`, nil when it is missing.
  public init(_ list: (String) throws -> [UInt8]?) throws {
    func items(_ name: String) throws -> [JSON] {
      guard let text = try list(name) else { return [] }
      return try JSON(parsing: text).array ?? []
    }
    let people = SlackPeople(try items("users.json") + items("org_users.json"))
    var conversations: [Conversation] = []
    for (file, isGroup) in [("channels.json", true), ("groups.json", true), ("mpims.json", true), ("dms.json", false)] {
      for item in try items(file) {
        guard let id = item["id"]?.string else { continue }
        var chat = Chat(.slack)
        chat.id = id
        chat.isGroup = isGroup
        chat.name = item["name"]?.string
        // Who may read a channel is not who is spoken to; in a talk of few it is.
        if file == "mpims.json" || file == "dms.json" {
          chat.participants = (item["members"]?.strings ?? []).map { people.name($0) }
          for member in item["members"]?.strings ?? [] { chat.addresses[people.name(member)] = people.address(member) }
        }
        conversations.append(Conversation(folder: item["name"]?.string ?? id, chat: chat))
      }
    }
    self.people = people
    self.conversations = conversations
  }

  /// Whether `text` looks like the messages of a day.
  static func isDay(_ text: [UInt8]) -> Bool {
    let head = Array(text.prefix(1 << 16))
    return head.contains(Array("\"ts\"".utf8)) && head.contains(Array("\"type\"".utf8))
  }

  private func message(_ json: JSON, _ place: ChatPlace, _ chat: inout Chat) -> ChatMessage? {
    guard let stamp = json["ts"]?.string, let instant = Self.instant(stamp) else { return nil }
    let local = instant.local(offset: 0)
    let subtype = json["subtype"]?.string ?? ""
    if Self.notes.contains(where: { subtype.hasSuffix($0) }) {
      var content = ChatContent(words: "")
      content.kind = .system
      return ChatMessage(local: local, author: nil, content: content, place: place)
    }
    guard let author = author(json, &chat) else { return nil }
    var message = ChatMessage(local: local, author: author, content: content(json), place: place)
    message.instant = instant
    message.number = stamp
    if let thread = json["thread_ts"]?.string {
      message.thread = thread
      if thread != stamp { message.answers = thread }
    }
    return message
  }

  /// Ends of the subtypes of messages that Slack writes itself (https://api.slack.com/events/message, "subtypes").
  private static let notes = [
    "_join", "_leave", "_topic", "_purpose", "_name", "_archive", "_unarchive", "_posting_permissions", "pinned_item",
    "unpinned_item", "bot_add", "bot_remove", "bot_enable", "bot_disable", "reminder_add", "_convert_to_private",
    "huddle_thread", "app_conversation_join", "bot_disable", "sh_room_created",
  ]

  private static func instant(_ stamp: String) -> Instant? {
    guard let seconds = stamp.split(separator: ".").first.flatMap({ Int64($0) }), (0...(1 << 40)).contains(seconds)
    else { return nil }
    return Instant(seconds: seconds)
  }

  private func author(_ json: JSON, _ chat: inout Chat) -> String? {
    if let id = json["user"]?.string {
      let name = people.isKnown(id) ? people.name(id) : SlackPeople.name(in: json["user_profile"] ?? .null) ?? id
      if chat.addresses[name] == nil { chat.addresses[name] = people.address(id) }
      return name
    }
    return json["username"]?.string ?? json["bot_profile"]?["name"]?.string ?? json["bot_id"]?.string
  }

  private func content(_ json: JSON) -> ChatContent {
    var content = ChatContent(words: SlackText.plain(json["text"]?.string ?? "", people))
    content.isEdited = json["edited"] != nil
    if json["subtype"]?.string == "tombstone" {
      content.kind = .deleted
      content.text = ""
    }
    for file in json["files"]?.array ?? [] {
      guard let name = file["name"]?.string ?? file["title"]?.string else {
        content.omits = true
        continue
      }
      content.attachments.append(name)
      content.mediaTypes[name] = file["mimetype"]?.string
    }
    return content
  }
}

/// The people of a workspace by their ids.
struct SlackPeople: Sendable {
  private var names: [String: String] = [:]
  private var addresses: [String: ChatAddress] = [:]

  init(_ users: [JSON]) {
    for user in users {
      guard let id = user["id"]?.string else { continue }
      let profile = user["profile"] ?? .null
      names[id] = Self.name(in: profile) ?? user["real_name"]?.string ?? user["name"]?.string
      let phone = profile["phone"]?.string.flatMap { $0.isEmpty ? nil : $0 }
      addresses[id] = ChatAddress(email: profile["email"]?.string.map { $0.lowercased() }, phone: phone)
    }
  }

  /// The name in a profile: the real one, else the one that is shown.
  static func name(in profile: JSON) -> String? {
    ["real_name", "display_name"].lazy.compactMap { profile[$0]?.string }.first { !$0.isEmpty }
  }

  func isKnown(_ id: String) -> Bool { names[id] != nil }

  func name(_ id: String) -> String { names[id] ?? id }

  func address(_ id: String) -> ChatAddress? { addresses[id] }
}

/// Slack's markup (https://api.slack.com/reference/surfaces/formatting, "escaping text", "links", "mentions").
enum SlackText {
  /// The words of `text`: mentions as names, links with their labels, entities as characters.
  static func plain(_ text: String, _ people: SlackPeople) -> String {
    var plain = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      plain += entities(rest[..<open])
      plain += mark(rest[rest.index(after: open)..<close], people)
      rest = rest[rest.index(after: close)...]
    }
    return plain + entities(rest)
  }

  private static func mark(_ mark: Substring, _ people: SlackPeople) -> String {
    let parts = mark.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let target = parts.first ?? mark
    let label = parts.count == 2 && !parts[1].isEmpty ? entities(parts[1]) : nil
    switch target.first {
    case "@": return "@" + (label ?? people.name(String(target.dropFirst())))
    case "#": return "#" + (label ?? String(target.dropFirst()))
    case "!": return "@" + (label ?? String(target.dropFirst()))
    default:
      let address = entities(target)
      let bare = address.hasPrefix("mailto:") ? String(address.dropFirst(7)) : address
      guard let label, label != bare else { return bare }
      return "\(label) (\(bare))"
    }
  }

  private static func entities(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    return String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }
}
