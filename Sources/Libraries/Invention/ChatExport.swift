// WhatsApp chats as phones export them: Android and iOS, English and German.

/// Writes one file for each chat.
struct ChatExport {
  let world: World
  let chats: [ChatThread]
  private var dice: Dice
  private var titles: Set<String> = []

  private enum Shape: CaseIterable { case android, androidTwelve, ios, androidDe, iosDe }

  init(world: World, chats: [ChatThread]) {
    (self.world, self.chats) = (world, chats)
    dice = Dice(seed: world.seed, "chats")
  }

  /// One file for each person: all that was said with one of us on WhatsApp.
  mutating func write(to sink: any Sink) throws {
    let ours = chats.filter { $0.plan.channel == .whatsapp }
    let byPerson = Dictionary(grouping: ours) { $0.plan.person * 100 + $0.plan.member }
    for (_, threads) in byPerson.sorted(by: { $0.key < $1.key }) {
      let threads = threads.sorted { $0.plan.start < $1.plan.start }
      guard let plan = threads.first?.plan else { continue }
      let person = world.people[plan.person]
      let isGerman = person.tongue == .de
      let shape = dice.pick(isGerman ? [Shape.androidDe, .iosDe] : [.android, .androidTwelve, .ios])
      let company = plan.company.map { world.companies[$0].spoken } ?? ""
      let label = dice.chance(20) ? spacedPhone(person.mobile) : person.name + (dice.chance(60) ? " (\(company))" : "")
      if !world.people[person.index].names.contains(label) { world.people[person.index].names.append(label) }
      var title = (isGerman ? "WhatsApp-Chat mit " : "WhatsApp Chat with ") + label
      if !titles.insert(title).inserted { title += " (\(titles.count))" }
      try sink.append(export(threads, label, shape), to: "data/raw/chat/\(title).txt")
    }
  }

  private func export(_ threads: [ChatThread], _ label: String, _ shape: Shape) -> [UInt8] {
    guard let first = threads.first?.messages.first, let plan = threads.first?.plan else { return [] }
    let zone = world.members[plan.member].zone
    let isPhone = shape == .ios || shape == .iosDe
    let notice =
      shape == .androidDe || shape == .iosDe
      ? "Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt."
      : "Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read or "
        + "listen to them."
    var text = stamp(first.seconds - 5, zone, shape) + (isPhone ? "\(label): \u{200e}" : "") + notice + "\n"
    for message in threads.flatMap(\.messages) {
      let author = message.fromUs ? world.members[plan.member].chatName : label
      for (index, part) in message.text.split(separator: "\n\n").enumerated() {
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
