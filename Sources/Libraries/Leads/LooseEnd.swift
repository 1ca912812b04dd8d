// A question that hangs in the air, whatever it was about: seen from who wrote last, not from the words.
import Calendar
import Correspondence

/// A conversation that somebody left without an answer.
struct LooseEnd: Sendable {
  enum Kind: Sendable {
    /// They asked, and nobody of us ever wrote in the conversation.
    case unanswered
    /// They talked with us, we asked again days later, and they fell silent.
    case chased
  }

  let kind: Kind
  let messageID: String
  let date: String
  /// The question.
  let quote: String

  /// For how long a silence must last before it counts, and how far apart a chaser and what came before it are.
  private static let silence = 21
  private static let pause = 3

  /// What is read of a message.
  enum Part: Sendable { case id, date, text }

  /// Whether people wrote a message: it is neither a program's nor an invitation.
  static func isSpoken(isAutomatic: Bool, isMeeting: Bool) -> Bool { !isAutomatic && !isMeeting }

  /// The loose end of a conversation, by the numbers and directions of the messages that people wrote, in the order of their
  /// dates; nil when there is none. `read` reads a part of a message; few are asked for.
  init?(
    _ spoken: [(number: Int, direction: Message.Direction)], daysSilent: Int, read: (_ number: Int, Part) -> String
  ) {
    guard daysSilent >= LooseEnd.silence, let last = spoken.last, spoken.contains(where: { $0.direction == .inbound })
    else { return nil }
    func end(_ kind: Kind, _ number: Int, _ question: String) -> LooseEnd {
      LooseEnd(kind: kind, messageID: read(number, .id), date: read(number, .date), quote: question)
    }
    if spoken.contains(where: { $0.direction == .outbound }) {
      guard last.direction == .outbound, spoken.count >= 3, let before = spoken.dropLast().last,
        let asked = try? Instant(dateOrTime: read(before.number, .date)),
        let again = try? Instant(dateOrTime: read(last.number, .date)), asked.days(to: again) >= LooseEnd.pause,
        let question = LooseEnd.question(read(last.number, .text))
      else { return nil }
      self = end(.chased, last.number, question)
    } else {
      for (number, direction) in spoken.reversed() where direction == .inbound {
        guard let question = LooseEnd.question(read(number, .text)) else { continue }
        self = end(.unanswered, number, question)
        return
      }
      return nil
    }
  }

  private init(kind: Kind, messageID: String, date: String, quote: String) {
    self.kind = kind
    self.messageID = messageID
    self.date = date
    self.quote = quote
  }

  /// The first sentence of a text that ends with a question mark.
  private static func question(_ text: String) -> String? {
    guard text.utf8.count <= MessageFacts.longest,
      let mark = text.firstIndex(where: { "?\u{FF1F}\u{061F}".contains($0) })
    else {
      return nil
    }
    let before = text[..<mark]
    let start = before.lastIndex(where: { ".!\n".contains($0) }).map { text.index(after: $0) } ?? text.startIndex
    let sentence = text[start...mark]
    return String(sentence.drop(while: \.isWhitespace))
  }
}
