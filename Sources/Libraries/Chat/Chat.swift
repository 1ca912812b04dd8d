// A chat, whatever wrote it down.
import Calendar

/// Where chats pass.
public enum ChatChannel: String, Sendable {
  case whatsapp, telegram, slack
}

/// Where in its file a message stands.
public enum ChatPlace: Sendable, Equatable {
  /// On this line, from 1.
  case line(Int)
  /// In these bytes.
  case bytes(Range<Int>)

  /// What orders the places of one file.
  public var offset: Int {
    switch self {
    case .line(let line): line
    case .bytes(let range): range.lowerBound
    }
  }
}

/// One message of a chat.
public struct ChatMessage: Sendable, Equatable {
  /// What the clock of the exporting phone showed.
  public var local: LocalTime
  /// When that was, where the export tells; else the zone of the phone decides.
  public var instant: Instant?
  /// Who wrote it, as the export calls them; nil for notes about the chat.
  public var author: String?
  /// What was written.
  public var content: ChatContent
  /// Where it begins.
  public var place: ChatPlace
  /// What the export calls it, within its chat.
  public var number: String?
  /// The message that it answers, by `number`.
  public var answers: String?
  /// The thread within the chat, where it has any.
  public var thread: String?

  init(local: LocalTime, author: String?, content: ChatContent, place: ChatPlace) {
    self.local = local
    self.author = author
    self.content = content
    self.place = place
  }

  /// The line on which it begins, 0 where that is not counted.
  public var line: Int { if case .line(let line) = place { line } else { 0 } }
}

/// A part of a file that is no message.
public struct StrayLine: Sendable, Equatable {
  /// Where it stands.
  public var place: ChatPlace
  /// Its text.
  public var text: String
  /// Why it is none.
  public var reason: String

  /// The number of its line, 0 where that is not counted.
  public var line: Int { if case .line(let line) = place { line } else { 0 } }
}

/// What an export says of somebody beside the name.
public struct ChatAddress: Sendable, Equatable {
  /// The e-mail address.
  public var email: String?
  /// The phone number, as written.
  public var phone: String?
}

/// One chat of an export.
public struct Chat: Sendable {
  /// Where it passed.
  public var channel: ChatChannel
  /// What it is called: the other person, or the group.
  public var name: String?
  /// What tells it from other chats of the channel; the name when nil.
  public var id: String?
  /// Whether it is more than a talk of two; nil: the messages tell.
  public var isGroup: Bool?
  /// Who takes part beside those who write.
  public var participants: [String] = []
  /// More about those who take part, by name.
  public var addresses: [String: ChatAddress] = [:]
  /// The messages in the order of the file.
  public var messages: [ChatMessage] = []
  /// What is no message.
  public var strays: [StrayLine] = []
  /// What the user should know.
  public var notes: [String] = []

  init(_ channel: ChatChannel) {
    self.channel = channel
  }

  /// The chat in the text of a WhatsApp export, which lay in `file`; `order` is how its dates are written.
  public init(whatsApp text: String, file: String, order: DateOrder?) {
    let export = WhatsAppExport(text, order: order)
    channel = .whatsapp
    name = ChatName.of(path: file)
    messages = export.messages
    strays = export.strays
    if export.isAmbiguous {
      notes = ["nothing tells day from month; read day first, say --dates month-first for the other"]
    }
  }
}
