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

  /// The loose end of a conversation, by its messages in the order of their dates; nil when there is none.
  init?(_ messages: [(facts: MessageFacts, text: String)], daysSilent: Int) {
    let spoken = messages.filter { !$0.facts.isAutomatic && !$0.facts.isMeeting }
    guard daysSilent >= LooseEnd.silence, let last = spoken.last else { return nil }
    let isHeard = spoken.contains { $0.facts.direction == .inbound }
    let isAnswered = spoken.contains { $0.facts.direction == .outbound }
    guard isHeard else { return nil }
    if isAnswered {
      guard last.facts.direction == .outbound, spoken.count >= 3, let before = spoken.dropLast().last,
        let asked = try? Instant(dateOrTime: before.facts.date), let again = try? Instant(dateOrTime: last.facts.date),
        asked.days(to: again) >= LooseEnd.pause, let question = LooseEnd.question(last.text)
      else { return nil }
      self.init(kind: .chased, messageID: last.facts.id, date: last.facts.date, quote: question)
    } else {
      for (facts, text) in spoken.reversed() where facts.direction == .inbound {
        guard let question = LooseEnd.question(text) else { continue }
        self.init(kind: .unanswered, messageID: facts.id, date: facts.date, quote: question)
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
    guard text.utf8.count <= 4000, let mark = text.firstIndex(where: { "?\u{FF1F}\u{061F}".contains($0) }) else {
      return nil
    }
    let before = text[..<mark]
    let start = before.lastIndex(where: { ".!\n".contains($0) }).map { text.index(after: $0) } ?? text.startIndex
    let sentence = text[start...mark]
    return String(sentence.drop(while: \.isWhitespace))
  }
}
