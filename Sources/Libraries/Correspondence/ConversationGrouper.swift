// Messages become conversations: threads of mail, stretches of chat.
import Calendar
import JSONLines

/// Groups messages into conversations. It holds an index, not the messages: some hundred bytes for each, most of them
/// its id.
///
/// Mail is joined by References and In-Reply-To, and, where that says nothing, by subject between the same people
/// within `subjectWindow`. Chats are joined by chat; a chat silent for longer than `chatGap` begins anew.
public struct ConversationGrouper {
  /// How messages are joined.
  public struct Options: Sendable {
    /// Whether an answer without a reference joins the mail whose subject it bears; without it, references alone count,
    /// and all of them, as for notmuch.
    public var joinsBySubject = true
    /// How long after a mail an answer may join it by subject, in days.
    public var subjectWindow = 60
    /// How many silent days end a stretch of chat.
    public var chatGap = 30

    /// The usual joins.
    public init() {}
  }

  /// What is kept of a message.
  private struct Entry {
    let number: Int32
    let subject: Int32
    let when: Instant
    /// The place of its thread or chat in `keys`, -1 when its source names none.
    let key: Int32
    let people: Range<Int32>
    let isChat: Bool
    let isLinkedIn: Bool
    let isAutomatic: Bool
    let isReply: Bool
  }

  private let options: Options
  private var entries: [Entry] = []
  private var threads = ThreadIndex()
  private var held: Set<Int32> = []
  /// Pairs of a message's number and one that it refers to.
  private var references: [(Int32, Int32)] = []
  private var subjects = Interner()
  private var keys = Interner()
  private var people = Interner()
  /// Whom the entries name: those of one lie together.
  private var named: [Int32] = []
  /// Pairs of places that only the subject joined, the later one first.
  public private(set) var subjectJoins: [(later: Int, earlier: Int)] = []

  /// A grouper without messages.
  public init(_ options: Options = Options()) {
    self.options = options
  }

  /// Adds a message, which gets the next place from 0 on; false when it is a copy of one that is there.
  public mutating func add(_ message: Message) -> Bool {
    let number = Int32(truncatingIfNeeded: threads.number(of: message.id))
    guard held.insert(number).inserted else { return false }
    if !message.isChat {
      for id in message.references.suffix(1000) + message.inReplyTo.prefix(10) where id != message.id {
        references.append((number, Int32(truncatingIfNeeded: threads.number(of: id))))
      }
    }
    let subject = SubjectLine(message.isChat || message.isAutomatic ? "" : message.subject)
    let key = message.isChat ? ConversationGrouper.chat(of: message) : message.threadID.map { "\u{2}" + $0 }
    entries.append(
      Entry(
        number: number, subject: subject.base.isEmpty ? -1 : subjects.number(of: subject.base), when: message.when,
        key: key.map { keys.number(of: $0) } ?? -1, people: noteOthers(of: message), isChat: message.isChat,
        isLinkedIn: message.channel == "linkedin", isAutomatic: message.isAutomatic, isReply: subject.isReply))
    return true
  }

  /// Notes the other side of a mail: its writer, or those whom one of us wrote to; and all addresses, for the guard
  /// against references that are none.
  private mutating func noteOthers(of message: Message) -> Range<Int32> {
    let start = Int32(truncatingIfNeeded: named.count)
    guard !message.isChat else { return start..<start }
    for party in message.everybody { if let email = party.email { _ = people.number(of: email) } }
    let others = message.direction == .outbound ? message.recipients : message.from.map { [$0] } ?? []
    for party in others.prefix(200) { if let key = party.key { named.append(people.number(of: key)) } }
    return start..<Int32(truncatingIfNeeded: named.count)
  }

  /// The conversations as places of messages, each in order of date; sorted by their first message's date and id.
  public mutating func conversations() -> [[Int]] {
    joinByReferences()
    if options.joinsBySubject {
      joinByThreadID()
      joinBySubject()
    }
    var groups: [[Int]] = []
    var mail: [Int: [Int]] = [:]
    var chats: [Int32: [Int]] = [:]
    for (place, entry) in entries.enumerated() {
      if entry.isChat {
        chats[entry.key, default: []].append(place)
      } else {
        mail[threads.root(of: Int(entry.number)), default: []].append(place)
      }
    }
    groups.append(contentsOf: mail.values.map(inOrder))
    for places in chats.values { groups.append(contentsOf: stretches(inOrder(places))) }
    return groups.sorted { precedes($0[0], $1[0]) }
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
    let (first, second) = (entries[one], entries[other])
    if first.when != second.when { return first.when < second.when }
    return threads.id(of: Int(first.number)) < threads.id(of: Int(second.number))
  }

  private func inOrder(_ places: [Int]) -> [Int] {
    places.sorted(by: precedes)
  }

  /// Cuts a chat where it was silent for too long. LinkedIn's conversations are not cut.
  private func stretches(_ places: [Int]) -> [[Int]] {
    guard let first = places.first, !entries[first].isLinkedIn else { return [places] }
    var stretches: [[Int]] = [[first]]
    for (before, place) in zip(places, places.dropFirst()) {
      if entries[before].when.days(to: entries[place].when) >= options.chatGap {
        stretches.append([place])
      } else {
        stretches[stretches.count - 1].append(place)
      }
    }
    return stretches
  }

  /// Joins what refers to each other. Old programs write the address of whom they answer where an id belongs, which
  /// would join all answers to one person; such a reference counts only when references alone do.
  private mutating func joinByReferences() {
    for (number, other) in references {
      if options.joinsBySubject, !held.contains(other), people.contains(threads.id(of: Int(other)).lowercased()) {
        continue
      }
      threads.join(Int(number), Int(other))
    }
    references = []
  }

  /// Joins mails that their source gives one thread.
  private mutating func joinByThreadID() {
    var first: [Int32: Int32] = [:]
    for entry in entries where !entry.isChat && entry.key >= 0 {
      if let other = first[entry.key] {
        threads.join(Int(entry.number), Int(other))
      } else {
        first[entry.key] = entry.number
      }
    }
  }

  /// A thread of mail that others may join by subject.
  private struct OpenThread {
    let place: Int
    let people: Set<Int32>
    let first: Instant
    let last: Instant
  }

  /// Joins a thread that begins with an answer to the latest earlier one with that subject, when they have somebody
  /// other than us in common and not too much time lies between them.
  private mutating func joinBySubject() {
    var groups: [Int: [Int]] = [:]
    for (place, entry) in entries.enumerated() where !entry.isChat && !entry.isAutomatic {
      groups[threads.root(of: Int(entry.number)), default: []].append(place)
    }
    var open: [Int32: [OpenThread]] = [:]
    for places in groups.values.map(inOrder).sorted(by: { precedes($0[0], $1[0]) }) {
      let entry = entries[places[0]]
      guard entry.subject >= 0 else { continue }
      let thread = openThread(places)
      let matches = open[entry.subject, default: []]
      if entry.isReply, let earlier = matches.suffix(64).last(where: { canFollow(thread, $0) }) {
        threads.join(Int(entry.number), Int(entries[earlier.place].number))
        subjectJoins.append((thread.place, earlier.place))
      }
      open[entry.subject, default: []].append(thread)
    }
  }

  private func canFollow(_ thread: OpenThread, _ earlier: OpenThread) -> Bool {
    earlier.first <= thread.first && earlier.last.days(to: thread.first) <= options.subjectWindow
      && !earlier.people.isDisjoint(with: thread.people)
  }

  private func openThread(_ places: [Int]) -> OpenThread {
    var others: Set<Int32> = []
    for place in places {
      let range = entries[place].people
      others.formUnion(named[Int(range.lowerBound)..<Int(range.upperBound)])
    }
    return OpenThread(
      place: places[0], people: others, first: entries[places[0]].when, last: entries[places[places.count - 1]].when)
  }
}

/// Numbers for texts, equal for equal ones.
struct Interner: Sendable {
  private var numbers: [String: Int32] = [:]

  mutating func number(of text: String) -> Int32 {
    if let number = numbers[text] { return number }
    let number = Int32(truncatingIfNeeded: numbers.count)
    numbers[text] = number
    return number
  }

  func contains(_ text: String) -> Bool { numbers[text] != nil }
}
