// WhatsApp chats as phones export them: Android and iOS, English and German.

/// Writes one file for each chat.
struct ChatExport {
  let world: World
  let chats: [ChatThread]
  private var dice: Dice

  private enum Shape: CaseIterable { case android, androidTwelve, ios, androidDe, iosDe }

  init(world: World, chats: [ChatThread]) {
    (self.world, self.chats) = (world, chats)
    dice = Dice(seed: world.seed, "chats")
  }

  mutating func write(to sink: any Sink) throws {
    var files: Set<String> = []
    for chat in chats where chat.plan.channel == .whatsapp {
      let person = world.people[chat.plan.person]
      let isGerman = person.tongue == .de
      let shape = dice.pick(isGerman ? [Shape.androidDe, .iosDe] : [.android, .androidTwelve, .ios])
      let company = chat.plan.company.map { world.companies[$0].spoken } ?? ""
      let label = dice.chance(20) ? spacedPhone(person.mobile) : person.name + (dice.chance(60) ? " (\(company))" : "")
      world.people[person.index].names.append(label)
      var title = isGerman ? "WhatsApp-Chat mit \(label)" : "WhatsApp Chat with \(label)"
      if !files.insert(title).inserted { title += " (\(files.count))" }
      try sink.append(export(chat, label, shape), to: "data/raw/chat/\(title).txt")
    }
  }

  private mutating func export(_ chat: ChatThread, _ label: String, _ shape: Shape) -> [UInt8] {
    var text = ""
    guard let first = chat.messages.first else { return [] }
    let zone = world.members[chat.plan.member].zone
    let notice =
      shape == .androidDe || shape == .iosDe
      ? "Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt."
      : "Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read or "
        + "listen to them."
    text +=
      stamp(first.seconds - 5, zone, shape) + (shape == .ios || shape == .iosDe ? "\(label): \u{200e}" : "") + notice
      + "\n"
    for message in chat.messages {
      let author = message.fromUs ? world.members[chat.plan.member].chatName : label
      let parts = message.text.split(separator: "\n\n").map(String.init)
      for (index, part) in parts.enumerated() {
        text += stamp(message.seconds + index * 20, zone, shape) + author + ": " + part + "\n"
      }
      if let file = message.attachment {
        text += stamp(message.seconds + 70, zone, shape) + author + ": " + attachment(file, shape) + "\n"
      }
    }
    return Array(text.utf8)
  }

  private func attachment(_ file: String, _ shape: Shape) -> String {
    switch shape {
    case .ios: "\u{200e}<attached: 00000012-\(file)>"
    case .iosDe: "\u{200e}<Anhang: 00000012-\(file)>"
    case .androidDe: "\(file) (Datei angehängt)"
    default: "\(file) (file attached)"
    }
  }

  private func stamp(_ seconds: Int, _ zone: Zone, _ shape: Shape) -> String {
    let clock = WallClock(seconds, zone)
    let (day, month) = (padded(clock.day.day), padded(clock.day.month))
    let short = padded(clock.day.year % 100)
    switch shape {
    case .android: return "\(day)/\(month)/\(clock.day.year), \(clock.time) - "
    case .androidTwelve: return "\(day)/\(month)/\(short), \(clock.time12.lowercased()) - "
    case .androidDe: return "\(day).\(month).\(short), \(clock.time) - "
    case .ios: return "[\(day)/\(month)/\(clock.day.year), \(clock.time):\(padded(clock.second))] "
    case .iosDe: return "[\(day).\(month).\(short), \(clock.time):\(padded(clock.second))] "
    }
  }
}
