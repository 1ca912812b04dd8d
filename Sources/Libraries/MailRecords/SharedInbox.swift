import Calendar
import Mail
import Team
import Zones

/// Who of us wrote a mail from an address that several share.
enum SharedInbox {
  /// The member whose name the sender, the signature or the end of the text bears.
  static func writer(of message: MailMessage, _ zoned: ZonedText?, _ team: Team, on day: CalendarDate?) -> Member? {
    if let name = message.from.first?.name, let member = team.member(name: name, on: day) { return member }
    guard let zoned else { return nil }
    for zone in [TextZone.signature, .text] {
      let lines = zoned.joined(zone).split(separator: 0x0A).suffix(12)
      for line in zone == .signature ? Array(lines) : lines.reversed().prefix(2).map({ $0 }) {
        let name = line.filter { $0 != 0x2C && $0 != 0x2D && $0 != 0x2E }
        guard name.count <= 60 else { continue }
        if let member = team.member(name: String(decoding: name, as: UTF8.self), on: day) { return member }
      }
    }
    return nil
  }
}
