// LinkedIn's data export of one colleague (Farah): Connections.csv and messages.csv.

/// Writes the two files.
struct LinkedInExport {
  let world: World
  let chats: [ChatThread]
  let connections: [Int]
  private var dice: Dice

  init(world: World, chats: [ChatThread], connections: [Int]) {
    (self.world, self.chats, self.connections) = (world, chats, connections)
    dice = Dice(seed: world.seed, "linkedin export")
  }

  mutating func write(to sink: any Sink) throws {
    try sink.append(connectionsFile(), to: "data/raw/linkedin/Connections.csv")
    try sink.append(messagesFile(), to: "data/raw/linkedin/messages.csv")
  }

  private mutating func connectionsFile() -> [UInt8] {
    let preamble = """
      Notes:
      "When exporting your connection data, you may notice that some of the email addresses are missing. You will only \
      see email addresses for connections who have allowed their connections to see or download their email address \
      using this setting https://www.linkedin.com/psettings/privacy/email. You can learn more here \
      https://www.linkedin.com/help/linkedin/answer/261"

      First Name,Last Name,URL,Email Address,Company,Position,Connected On

      """
    var bytes = Array(preamble.utf8)
    for index in connections {
      let person = world.people[index]
      guard let now = person.positions.last else { continue }
      let after = dice.below(700)
      let start = Day(number: min(max(now.start.number + after, Day(2015, 6, 1).number), World.end.number))
      let email = dice.chance(14) ? person.personalEmail : ""
      world.show("linkedin:" + person.slug, of: index, as: person.name)
      if !email.isEmpty { world.show(email, of: index) }
      let company = world.companies[now.company]
      bytes += plainRow([
        person.given, person.family + (dice.chance(6) ? ", MBA" : ""), "https://www.linkedin.com/in/\(person.slug)",
        email,
        dice.chance(70) ? company.brand : company.fullName, now.title,
        "\(padded(start.day)) \(CalendarWords.months[start.month - 1]) \(start.year)",
      ])
    }
    return bytes
  }

  private mutating func messagesFile() -> [UInt8] {
    var bytes = plainRow([
      "CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO", "RECIPIENT PROFILE URLS", "DATE",
      "SUBJECT", "CONTENT", "FOLDER",
    ])
    for chat in chats where chat.plan.channel == .linkedin {
      let person = world.people[chat.plan.person]
      let member = world.members[chat.plan.member]
      world.show("linkedin:" + person.slug, of: person.index, as: person.name)
      let thread = "2-" + dice.token(40) + "=="
      let theirs = (person.name, "https://www.linkedin.com/in/" + person.slug)
      let ours = (member.name, "https://www.linkedin.com/in/" + member.slug)
      for message in chat.messages.reversed() {
        let (from, to) = message.fromUs ? (ours, theirs) : (theirs, ours)
        let clock = WallClock(message.seconds, Zone(minutes: 0, summer: .none))
        bytes += plainRow([
          thread, "", from.0, from.1, to.0, to.1, "\(clock.day.iso) \(clock.time):\(padded(clock.second)) UTC", "",
          message.text, "INBOX",
        ])
      }
    }
    return bytes
  }
}
