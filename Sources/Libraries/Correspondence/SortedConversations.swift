// Conversations of messages that come sorted: one is held at a time.
import Calendar
import JSONLines

/// Cuts a stream of messages, sorted by thread and date, into conversations.
public struct SortedConversations {
  private let options: ConversationGrouper.Options
  private var key: String?
  private var messages: [Message] = []
  private var ids: Set<String> = []

  /// Nothing taken yet.
  public init(_ options: ConversationGrouper.Options) {
    self.options = options
  }

  /// Takes the next message; gives the conversation that ends before it, if one does.
  public mutating func take(_ message: Message) -> [Message]? {
    let next = SortedConversations.key(of: message)
    let isSilence =
      message.isChat && message.channel != "linkedin"
      && messages.last.map { $0.when.days(to: message.when) >= options.chatGap } ?? false
    let done = next != key || isSilence ? finish() : nil
    key = next
    if ids.insert(message.id).inserted { messages.append(message) }
    return done
  }

  /// The last conversation.
  public mutating func finish() -> [Message]? {
    defer {
      messages = []
      ids = []
    }
    return messages.isEmpty ? nil : messages
  }

  /// A chat by itself; a mail by the thread of its source, else by the message that it goes back to.
  static func key(of message: Message) -> String {
    if message.isChat { return ConversationGrouper.chat(of: message) }
    return "email\u{1}" + (message.threadID ?? message.references.first ?? message.inReplyTo.first ?? message.id)
  }
}

extension Message {
  /// What a join by subject alone is listed as: both ids, the subjects, the days between them.
  public func subjectJoin(to earlier: Message) -> JSONObject {
    var object: JSONObject = ["message_id": .string(id), "joined_to": .string(earlier.id)]
    object.append("subject", subject)
    object.append("subject_joined_to", earlier.subject)
    object.append("days", JSON(earlier.when.days(to: when)))
    return object
  }
}
