// An exported WhatsApp chat: lines become messages, and the whole file tells how its dates are written.
import Calendar

/// A chat as it was exported.
public struct WhatsAppExport: Sendable {
  /// The messages in the order of the file.
  public private(set) var messages: [ChatMessage] = []
  /// Lines that belong to no message.
  public private(set) var strays: [StrayLine] = []
  /// Whether nothing in the file tells the day from the month.
  public private(set) var isAmbiguous = false

  private struct Raw {
    var head: LineHead
    /// The head as it was written.
    var written: Substring
    var body: String
    var line: Int
  }

  /// Reads the text of an export; `order` is how its dates are written, nil: the file tells.
  public init(_ text: String, order given: DateOrder? = nil) {
    var raws: [Raw] = []
    var line = 0
    var usual: LineHead?
    // By bytes: for Swift's characters CR LF is one that is no LF.
    for part in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      line += 1
      let content = Substring(part.last == UInt8(ascii: "\r") ? part.dropLast() : part)
      if let (head, rest) = LineHead.read(content), usual.map({ head.isWritten(as: $0) }) ?? true {
        usual = head
        raws.append(Raw(head: head, written: content[..<rest.startIndex], body: String(rest), line: line))
      } else if !raws.isEmpty {
        raws[raws.count - 1].body += "\n" + content
      } else if !content.allSatisfy(\.isWhitespace) {
        strays.append(
          StrayLine(place: .line(line), text: String(content), reason: "no date and time, and no message before it"))
      }
    }
    let order = given ?? decideOrder(raws.map(\.head.numbers))
    for raw in raws { take(raw, order) }
  }

  private mutating func take(_ raw: Raw, _ order: DateOrder) {
    guard let date = raw.head.numbers.date(order),
      let local = LocalTime(date, hour: raw.head.hour, minute: raw.head.minute, second: raw.head.second)
    else {
      let reason = "the date is none in the order of the others"
      strays.append(StrayLine(place: .line(raw.line), text: raw.written + raw.body, reason: reason))
      return
    }
    let (author, content) = Self.split(raw.body)
    messages.append(ChatMessage(local: local, author: author, content: content, place: .line(raw.line)))
  }

  /// Author and content of what follows the head.
  private static func split(_ body: String) -> (author: String?, content: ChatContent) {
    let firstLine = body.prefix { $0 != "\n" }
    guard let colon = firstLine.unicodeScalars.firstIndex(of: ":"), colon > body.startIndex,
      !(ChatContent.isSystem(firstLine[..<colon]))
    else { return (nil, note(body)) }
    let author = ChatContent.plain(String(firstLine[..<colon]))
    let rest = body.unicodeScalars[body.unicodeScalars.index(after: colon)...]
    let hasGap = rest.first?.properties.isWhitespace ?? false
    let words = String(rest.drop { $0.properties.isWhitespace && $0 != "\n" })
    let content = ChatContent(words, hasGap: hasGap)
    return author.isEmpty || content.kind == .system ? (nil, note(body)) : (author, content)
  }

  private static func note(_ body: String) -> ChatContent {
    var content = ChatContent("", hasGap: true)
    content.kind = .system
    content.text = ChatContent.plain(body)
    return content
  }

  /// The order of day and month that makes every date a date, and, among such, runs backwards least often.
  private mutating func decideOrder(_ numbers: [DateNumbers]) -> DateOrder {
    let open = numbers.filter { !$0.yearIsFirst }
    guard !open.isEmpty else { return .dayMonthYear }
    let judged = DateOrder.allCases.map { order in
      let dates = open.map { $0.date(order) }
      return (order: order, faults: dates.count { $0 == nil }, backwards: Self.backwards(dates.compactMap { $0 }))
    }
    guard var best = judged.first else { return .dayMonthYear }
    for other in judged.dropFirst() where (other.faults, other.backwards) < (best.faults, best.backwards) {
      // A year of two digits in front is believed only when the other orders cannot be.
      if other.order == .yearMonthDay, best.faults * 2 <= open.count { continue }
      best = other
    }
    let rivals = judged.filter { $0.order != .yearMonthDay && $0.order != best.order }
    isAmbiguous =
      best.order != .yearMonthDay
      && rivals.contains { rival in
        (rival.faults, rival.backwards) == (best.faults, best.backwards)
          && open.contains { !$0.hasDots && $0.date(rival.order) != $0.date(best.order) }
      }
    return best.order
  }

  private static func backwards(_ dates: [CalendarDate]) -> Int {
    zip(dates, dates.dropFirst()).count { $0 > $1 }
  }
}
