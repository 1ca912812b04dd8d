// What passed between us and somebody: in all, and with each of our people.
import Calendar
import Correspondence
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

  /// Adds one; `date` is an instant or empty, and `when` is what it means.
  mutating func add(_ kind: Kind, on date: String, _ when: Instant?, now: Instant) {
    if !date.isEmpty, first.isEmpty || date < first { first = date }
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
  /// With each of our people who had to do with them.
  private(set) var by: [(member: String, touches: Touches)] = []

  mutating func add(_ kind: Touches.Kind, on date: String, member: String?, now: Instant) {
    let date = DateText.instant(date)
    let when = try? Instant(dateOrTime: date)
    all.add(kind, on: date, when, now: now)
    guard let member, !member.isEmpty else { return }
    let known = by.firstIndex { $0.member == member }
    if known == nil { by.append((member, Touches())) }
    by[known ?? by.count - 1].touches.add(kind, on: date, when, now: now)
  }

  /// Puts our people in the order of how well they know the person, the best first.
  mutating func rank(now: Instant) {
    guard by.count > 1 else { return }
    by = by.map { (known: $0, strength: Strength($0.touches, now: now).thousandths) }
      .sorted {
        ($1.strength, $1.known.touches.last, $0.known.member) < ($0.strength, $0.known.touches.last, $1.known.member)
      }.map(\.known)
  }
}

extension Dossier {
  /// What passed between us and `person`; our people by how well they know them.
  func relationship(with person: String) -> RelationshipFacts {
    var facts = RelationshipFacts()
    for conversation in conversations(of: person) {
      // Of each message only what is asked for is taken out of the list: a copy would count many references.
      let list = conversation.messages
      let messages = list.span
      for place in messages.indices where !messages[place].isAutomatic {
        let isTheirs = isCalled(person, messages[place].from)
        guard isTheirs || isAmong(person, messages[place].to),
          let kind = messages[place].isMeeting ? .meeting : Touches.Kind(messages[place].direction, isTheirs: isTheirs)
        else { continue }
        facts.add(kind, on: messages[place].date, member: messages[place].member, now: now)
      }
    }
    for interaction in interactions(of: person) where interaction.kind != "placement" {
      facts.add(
        interaction.isMeeting ? .meeting : .note, on: interaction.date, member: memberID(interaction.member), now: now)
    }
    for placement in placements(by: person) {
      facts.add(.placement, on: placement.date, member: placement.member, now: now)
    }
    facts.rank(now: now)
    return facts
  }

  /// The hires that somebody made through us: vacancies of theirs that we filled, else placements noted with them.
  private func placements(by person: String) -> [(date: String, member: String?)] {
    let (interactions, jobs) = (interactions(of: person), jobs(of: person))
    if interactions.isEmpty && jobs.isEmpty { return [] }
    let noted = interactions.filter { $0.kind == "placement" }
    let filled = jobs.filter(\.isPlaced)
    if noted.count >= filled.count { return noted.map { ($0.date, memberID($0.member)) } }
    return filled.map { job in
      (job.closed ?? job.opened ?? "", memberID(noted.first { $0.companyID == job.companyID }?.member))
    }
  }

  /// The one of us, still here, who knows somebody best; else who knows their colleagues at `place` best.
  func owner(_ relationship: RelationshipFacts, at place: Workplace?) -> String? {
    if let known = relationship.by.first(where: { isHere($0.member) })?.member { return known }
    guard let company = place?.entry else { return nil }
    if !company.owner.isKnown { company.owner = (bestMember(at: company), true) }
    return company.owner.member
  }

  /// The one of us, still here, who knows the people of a company best.
  private func bestMember(at company: CompanyEntry) -> String? {
    var weights = company.wrote
    for (name, count) in company.noted.list {
      if let member = memberID(name) { weights.add(count, to: member) }
    }
    return weights.list.filter { isHere($0.member) }.max { ($0.count, $1.member) < ($1.count, $0.member) }?.member
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
    var optOut: MessageFacts?
    var (last, lastDate): (MessageFacts?, String?) = (nil, nil)
    for conversation in conversations(of: person) {
      let list = conversation.messages
      let messages = list.span
      for place in messages.indices
      where messages[place].direction == .inbound && !messages[place].isAutomatic
        && isCalled(person, messages[place].from)
      {
        if messages[place].refusal == .optOut { optOut = messages[place] }
        guard lastDate.map({ $0 < messages[place].date }) ?? true else { continue }
        lastDate = messages[place].date
        last = messages[place].refusal == nil ? nil : messages[place]
      }
    }
    return optOut ?? last
  }

  /// The id of the last message from somebody, else of the last one to them.
  func latestMessageID(with person: String) -> String? {
    var (id, date): (String?, String) = (nil, "")
    var isTheirs = false
    for conversation in conversations(of: person) {
      let list = conversation.messages
      let messages = list.span
      for place in messages.indices where !messages[place].isAutomatic {
        let wrote = isCalled(person, messages[place].from)
        guard wrote || !isTheirs && isAmong(person, messages[place].to) else { continue }
        if wrote && !isTheirs || messages[place].date > date {
          (id, date) = (messages[place].id, messages[place].date)
          isTheirs = isTheirs || wrote
        }
      }
    }
    return id
  }
}

extension Touches.Kind {
  /// What a message that no program wrote adds to the relationship with somebody who wrote or got it; nil when it adds
  /// nothing.
  fileprivate init?(_ direction: Message.Direction, isTheirs: Bool) {
    if isTheirs, direction != .outbound {
      self = .inbound
    } else if direction == .outbound {
      self = .outbound
    } else {
      return nil
    }
  }
}
