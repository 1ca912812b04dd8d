// What passed between us and somebody: in all, and with each of our people.
import Calendar
import JSONLines

/// The sum of what passed between two sides.
struct Touches: Sendable {
  var first = ""
  var last = ""
  var inbound = 0
  var outbound = 0
  var meetings = 0
  var placements = 0
  private(set) var lastInstant: Instant?
  /// Messages, and meetings, each counted by its age: one of today is 1, one of a year ago a half.
  private(set) var freshMessages = 0.0
  private(set) var freshMeetings = 0.0

  mutating func add(_ kind: Kind, on date: String, now: Instant) {
    let date = DateText.instant(date)
    if !date.isEmpty {
      if first.isEmpty || date < first { first = date }
    }
    let when = try? Instant(dateOrTime: date)
    if date > last {
      last = date
      lastInstant = when
    }
    switch kind {
    case .inbound: inbound += 1
    case .outbound: outbound += 1
    case .meeting: meetings += 1
    case .placement: placements += 1
    case .note: break
    }
    guard kind != .placement, kind != .note, let when else { return }
    let fresh = Decay.of(days: when.days(to: now))
    if kind == .meeting { freshMeetings += fresh } else { freshMessages += fresh }
  }

  enum Kind: Sendable { case inbound, outbound, meeting, placement, note }

  /// Whether messages or meetings went both ways.
  var isTwoWay: Bool { inbound > 0 && outbound > 0 || meetings > 0 }

  /// Writes all members but the braces.
  func write(to writer: inout JSONWriter, now: Instant) {
    writer.member("first", first)
    writer.member("last", last)
    writer.member("inbound", inbound)
    writer.member("outbound", outbound)
    writer.member("meetings", meetings)
    writer.member("placements", placements)
    Strength(self, now: now).write(to: &writer)
  }
}

/// A person's relationship with us.
struct RelationshipFacts: Sendable {
  var all = Touches()
  var by: [String: Touches] = [:]

  mutating func add(_ kind: Touches.Kind, on date: String, member: String?, now: Instant) {
    all.add(kind, on: date, now: now)
    if let member, !member.isEmpty { by[member, default: Touches()].add(kind, on: date, now: now) }
  }

  /// Our people by how well they know the person, the best first.
  func ranked(now: Instant) -> [String] {
    by.map { (member: $0.key, strength: Strength($0.value, now: now).thousandths, last: $0.value.last) }
      .sorted { ($1.strength, $1.last, $0.member) < ($0.strength, $0.last, $1.member) }.map(\.member)
  }
}

extension Dossier {
  /// What passed between us and `person`.
  func relationship(with person: String) -> RelationshipFacts {
    var facts = RelationshipFacts()
    for conversation in conversations(of: person) {
      for message in conversation.messages where !message.isAutomatic {
        let isTheirs = message.from.map(current) == person
        guard isTheirs || message.to.contains(where: { current($0) == person }) else { continue }
        if message.isMeeting {
          facts.add(.meeting, on: message.date, member: message.member, now: now)
        } else if isTheirs, message.direction != .outbound {
          facts.add(.inbound, on: message.date, member: message.member, now: now)
        } else if message.direction == .outbound {
          facts.add(.outbound, on: message.date, member: message.member, now: now)
        }
      }
    }
    for interaction in interactionsByPerson[person] ?? [] where interaction.kind != "placement" {
      facts.add(
        interaction.isMeeting ? .meeting : .note, on: interaction.date, member: memberID(interaction.member), now: now)
    }
    for placement in placements(by: person) {
      facts.add(.placement, on: placement.date, member: placement.member, now: now)
    }
    return facts
  }

  /// The hires that somebody made through us: vacancies of theirs that we filled, else placements noted with them.
  private func placements(by person: String) -> [(date: String, member: String?)] {
    let noted = (interactionsByPerson[person] ?? []).filter { $0.kind == "placement" }
    let filled = (jobsByPerson[person] ?? []).filter(\.isPlaced)
    if noted.count >= filled.count { return noted.map { ($0.date, memberID($0.member)) } }
    return filled.map { job in
      (job.closed ?? job.opened ?? "", memberID(noted.first { $0.companyID == job.companyID }?.member))
    }
  }

  /// The one of us, still here, who knows somebody best; else who knows their colleagues at `place` best.
  func owner(_ relationship: RelationshipFacts, at place: Workplace?) -> String? {
    if let known = relationship.ranked(now: now).first(where: isHere) { return known }
    guard let company = place?.id else { return nil }
    let summary = book.summary(company)
    var weights = summary.wrote
    for (name, count) in summary.noted {
      if let member = memberID(name) { weights[member, default: 0] += count }
    }
    return weights.filter { isHere($0.key) }.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// Whether a colleague is still with us.
  func isHere(_ member: String) -> Bool {
    guard !team.isEmpty else { return true }
    return team.member(id: member)?.isWithUs(on: now.date) ?? false
  }

  /// What somebody's last own words were, when they speak against asking them for anything.
  func refusal(of person: String) -> Refusal? { refusalMessage(of: person)?.refusal }

  /// The message in which somebody asked for an end of messages, else their last one if it complains.
  func refusalMessage(of person: String) -> MessageFacts? {
    var (optOut, last): (MessageFacts?, MessageFacts?)
    for conversation in conversations(of: person) {
      for message in conversation.messages
      where message.direction == .inbound && !message.isAutomatic && message.from.map(current) == person {
        if message.refusal == .optOut { optOut = message }
        if last.map({ $0.date < message.date }) ?? true { last = message }
      }
    }
    return optOut ?? last.flatMap { $0.refusal == nil ? nil : $0 }
  }

  /// The last message from somebody, else the last one to them.
  func latestMessage(with person: String) -> MessageFacts? {
    var latest: MessageFacts?
    var isTheirs = false
    for conversation in conversations(of: person) {
      for message in conversation.messages where !message.isAutomatic {
        let wrote = message.from.map(current) == person
        guard wrote || !isTheirs && message.to.contains(where: { current($0) == person }) else { continue }
        if wrote && !isTheirs || message.date > latest?.date ?? "" {
          latest = message
          isTheirs = isTheirs || wrote
        }
      }
    }
    return latest
  }
}
