// Messages become conversations: threads of mail, stretches of chat.
import Calendar
import JSONLines

/// Groups messages into conversations. It holds all messages that it is given, without their quoted parts.
///
/// Mail is joined by References and In-Reply-To, and, where that says nothing, by subject between the same people
/// within `subjectWindow`. Chats are joined by chat; a chat silent for longer than `chatGap` begins anew.
public struct ConversationGrouper {
  /// How messages are joined.
  public struct Options: Sendable {
    /// Whether an answer without a reference joins the mail whose subject it bears.
    public var joinsBySubject = true
    /// How long after a mail an answer may join it by subject, in days.
    public var subjectWindow = 60
    /// How many silent days end a stretch of chat.
    public var chatGap = 30

    /// The usual joins.
    public init() {}
  }

  private let options: Options
  private var messages: [Message] = []
  private var places: [String: Int] = [:]
  private var threads = ThreadIndex()
  private var numbers: [Int] = []

  /// A grouper without messages.
  public init(_ options: Options = Options()) {
    self.options = options
  }

  /// Adds a message; false when it is a copy of one that is there.
  public mutating func add(_ message: Message) -> Bool {
    guard places[message.id] == nil else { return false }
    places[message.id] = messages.count
    let number = threads.number(of: message.id)
    numbers.append(number)
    if !message.isChat {
      for id in message.references.suffix(1000) + message.inReplyTo.prefix(10) where id != message.id {
        threads.join(number, threads.number(of: id))
      }
    }
    messages.append(message)
    return true
  }

  /// The conversations, each with its messages in order of date; sorted by their first message's date and id.
  public mutating func conversations() -> [[Message]] {
    if options.joinsBySubject {
      joinByThreadID()
      joinBySubject()
    }
    var groups: [[Int]] = []
    var mail: [Int: [Int]] = [:]
    var chats: [String: [Int]] = [:]
    for (place, message) in messages.enumerated() {
      if message.isChat {
        chats[ConversationGrouper.chat(of: message), default: []].append(place)
      } else {
        mail[threads.root(of: numbers[place]), default: []].append(place)
      }
    }
    groups.append(contentsOf: mail.values.map(inOrder))
    for places in chats.values { groups.append(contentsOf: stretches(inOrder(places))) }
    return groups.sorted { precedes($0[0], $1[0]) }.map { $0.map { messages[$0] } }
  }

  /// The chat that a message belongs to: the one its source names, else the people in it.
  static func chat(of message: Message) -> String {
    let prefix = message.channel + "\u{1}"
    if let id = message.threadID { return prefix + id }
    let ours = message.direction == .outbound
    let keys = Set((ours ? message.recipients : message.from.map { [$0] } ?? []).compactMap(\.key))
    return prefix + keys.sorted().joined(separator: "\u{1}")
  }

  private func precedes(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (messages[one], messages[other])
    return first.when != second.when ? first.when < second.when : first.id < second.id
  }

  private func inOrder(_ places: [Int]) -> [Int] {
    places.sorted(by: precedes)
  }

  /// Cuts a chat where it was silent for too long. LinkedIn's conversations are not cut.
  private func stretches(_ places: [Int]) -> [[Int]] {
    guard let first = places.first, messages[first].channel != "linkedin" else { return [places] }
    var stretches: [[Int]] = [[first]]
    for (before, place) in zip(places, places.dropFirst()) {
      if messages[before].when.days(to: messages[place].when) >= options.chatGap {
        stretches.append([place])
      } else {
        stretches[stretches.count - 1].append(place)
      }
    }
    return stretches
  }

  /// Joins mails that their source gives one thread.
  private mutating func joinByThreadID() {
    var first: [String: Int] = [:]
    for (place, message) in messages.enumerated() where !message.isChat {
      guard let thread = message.threadID else { continue }
      if let other = first[thread] {
        threads.join(numbers[place], numbers[other])
      } else {
        first[thread] = place
      }
    }
  }

  /// A thread of mail that others may join by subject.
  private struct OpenThread {
    let number: Int
    let people: Set<String>
    let first: Instant
    let last: Instant
  }

  /// Joins a thread that begins with an answer to the latest earlier one with that subject, when they have somebody
  /// other than us in common and not too much time lies between them.
  private mutating func joinBySubject() {
    var groups: [Int: [Int]] = [:]
    for (place, message) in messages.enumerated() where !message.isChat && !message.isAutomatic {
      groups[threads.root(of: numbers[place]), default: []].append(place)
    }
    var open: [String: [OpenThread]] = [:]
    for places in groups.values.map(inOrder).sorted(by: { precedes($0[0], $1[0]) }) {
      let subject = SubjectLine(messages[places[0]].subject)
      guard !subject.base.isEmpty else { continue }
      let thread = openThread(places)
      let matches = open[subject.base, default: []]
      if subject.isReply, let earlier = matches.suffix(64).last(where: { canFollow(thread, $0) }) {
        threads.join(thread.number, earlier.number)
      }
      open[subject.base, default: []].append(thread)
    }
  }

  private func canFollow(_ thread: OpenThread, _ earlier: OpenThread) -> Bool {
    earlier.first <= thread.first && earlier.last.days(to: thread.first) <= options.subjectWindow
      && !earlier.people.isDisjoint(with: thread.people)
  }

  private func openThread(_ places: [Int]) -> OpenThread {
    var people: Set<String> = []
    for place in places {
      let message = messages[place]
      let others = message.direction == .outbound ? message.recipients : message.from.map { [$0] } ?? []
      for party in others { if let key = party.key { people.insert(key) } }
    }
    return OpenThread(
      number: numbers[places[0]], people: people, first: messages[places[0]].when,
      last: messages[places[places.count - 1]].when)
  }
}
