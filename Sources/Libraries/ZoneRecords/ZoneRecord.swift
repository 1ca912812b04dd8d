// Zones in records: the members text, quoted, forwarded, signature and disclaimer.
import Bytes
import JSONLines
import Zones

/// Divides the texts of records into zones.
public enum ZoneRecord {
  /// Splits `text` of a message, and of each message of a conversation. What is split already stays. A greeting stays
  /// in `text` unless it shall stand apart.
  public static func split(_ record: inout Record, greetingApart: Bool = false) {
    if record.has("messages") {
      splitMessages(&record, greetingApart)
    } else if let text = record.string("text"), !isSplit(record) {
      let zoned = ZoneSplitter.split(
        Array(text.utf8), isForward: isForward(record.string("subject")), greetingApart: greetingApart,
        writer: writer(record.json("from")))
      for (zone, words) in zones(zoned) {
        if let words { record.set(zone.rawValue, .string(words)) } else { record.remove(zone.rawValue) }
      }
    }
  }

  /// The name of a mail's writer, or the part of their address before the `@`.
  private static func writer(_ from: JSON?) -> String? {
    writer(name: from?["name"]?.string, email: from?["email"]?.string)
  }

  /// What tells a writer's name: the one that is shown, else the part of their address before the `@`.
  public static func writer(name: String?, email: String?) -> String? {
    name ?? email.map { String($0.prefix { $0 != "@" }) }
  }

  /// Whether a subject says that the mail passes another one on.
  public static func isForward(_ subject: String?) -> Bool {
    guard let subject else { return false }
    let start = subject.utf8.prefix(64).drop { $0 == 0x20 || $0 == 0x5B }
    guard let first = start.first, forwardPrefixes.mayBegin(first) else { return false }
    return forwardPrefixes.begin(LowerCase.text(Array(start)[...]))
  }

  /// How mail programs begin the subject of a forwarded mail, by language.
  private static let forwardPrefixes: Phrases = [
    "doorst:", "enc:", "fs:", "fw:", "fwd:", "fwd ", "i:", "ilt:", "i\u{307}lt:", "pd:", "pr:", "rv:", "tov:", "tr:",
    "vb:",
    "videresendt:", "vl:", "vs:", "wg:", "yml:", "πρθ:", "переслано:", "пересл:", "перенапр:", "הועבר:", "إعادة توجيه:",
    "अग्रेषित:",
    "轉寄:", "转发:", "转发：", "轉寄：", "转:", "転送:", "전달:",
  ]

  private static func zones(_ zoned: ZonedText) -> [(TextZone, String?)] {
    TextZone.allCases.map { zone in
      let words = zoned.joined(zone)
      return (zone, words.isEmpty ? nil : String(decoding: words, as: UTF8.self))
    }
  }

  private static func isSplit(_ record: borrowing Record) -> Bool {
    TextZone.allCases.contains { $0 != .text && record.has(JSONPath(member: $0.rawValue)) }
  }

  private static func splitMessages(_ record: inout Record, _ greetingApart: Bool) {
    guard let messages = record.json("messages")?.array else { return }
    let subject = record.string("subject")
    record.set("messages", .array(messages.map { split(message: $0, subject, greetingApart) }))
  }

  private static func split(message: JSON, _ subject: String?, _ greetingApart: Bool) -> JSON {
    guard var object = message.object, let text = object["text"]?.string,
      !TextZone.allCases.contains(where: { $0 != .text && object[$0.rawValue] != nil })
    else { return message }
    let zoned = ZoneSplitter.split(
      Array(text.utf8), isForward: isForward(object["subject"]?.string ?? subject), greetingApart: greetingApart,
      writer: writer(object["from"]))
    for (zone, words) in zones(zoned) { object[zone.rawValue] = words.map { .string($0) } }
    return .object(object)
  }
}
