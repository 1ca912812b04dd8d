// One career read as a line of employers.
import Calendar
import Identity
import JSONLines

/// Finds what changed in one person's career.
struct CareerReading {
  private let person: Career
  private let employers: [Employer]
  private let written: [String: MailTrace.Address]
  private let titles: Titles

  init(
    _ person: Career, _ announced: [Sighting], _ directory: CompanyDirectory, _ written: [String: MailTrace.Address],
    _ titles: Titles
  ) {
    self.person = person
    self.written = written
    self.titles = titles
    let all = person.employers(directory, announced: announced)
    let line = all.filter { employer in
      employer.isKnown || employer.presentOnProfile != nil || employer.origins.contains(.announcement)
    }
    employers = line.map { ($0, Self.place($0, in: line)) }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  /// Where an employer stands in the line. The client database says when we last spoke, not since when somebody was
  /// there, so a company that only it knows comes before whatever is vouched for as late.
  private static func place(_ employer: Employer, in line: [Employer]) -> String {
    if let begin = employer.begin { return begin }
    let last = employer.last ?? ""
    guard employer.origins == [.crm] else { return last }
    let isOlder = line.contains { $0.origins != [.crm] && ($0.last ?? "") >= last }
    return isOlder ? "" : last
  }

  func signals() -> [CareerSignal] {
    let moves = zip(employers, employers.dropFirst()).compactMap { move(from: $0, to: $1) }
    return moves + departures(but: moves) + promotions() + hiring(moves)
  }

  private func move(from old: Employer, to new: Employer) -> CareerSignal? {
    guard old.isKnown, !isSomebodyElses(old), let began = new.begin ?? new.last else { return nil }
    let leave = departure(from: old)
    let isOver = leave != nil || old.end.map { $0 <= Self.shifted(began, by: 200) } == true
    let slack = new.start == nil ? 14 : 90
    if !isOver, isStillThere(old, after: began, slack: slack) || isMerelyBeside(old, new, began) { return nil }
    let evidence = MoveEvidence(old: old, new: new, departure: leave, person: person, written: written)
    guard evidence.confidence > 0 else { return nil }
    let told = new.sightings.compactMap(\.message?.date).min()
    return CareerSignal(
      kind: .moved, person: person.id, from: place(old), to: place(new),
      date: new.start ?? leave?.date ?? told ?? began,
      confidence: evidence.confidence, why: evidence.why, origins: old.origins.union(new.origins))
  }

  /// Whether somebody still wrote from the old address, or a profile still shows the old place, well after the new one began.
  private func isStillThere(_ old: Employer, after began: String, slack days: Int) -> Bool {
    let limit = Self.shifted(began, by: days)
    if let present = old.presentOnProfile, present > limit { return true }
    let domains = old.domains
    return person.emails.contains { email in
      guard let domain = EmailAddress(email)?.employerDomain, domains.contains(domain) else { return false }
      return (written[email]?.lastWritten ?? "") > limit
    }
  }

  /// Whether nothing but addresses speaks for a place, and they spell another name than theirs.
  private func isSomebodyElses(_ employer: Employer) -> Bool {
    guard employer.origins == [.mail], !person.names.isEmpty else { return false }
    let domains = employer.domains
    let addresses = person.emails.filter { EmailAddress($0)?.employerDomain.map { domains.contains($0) } ?? false }
    return !addresses.isEmpty && addresses.allSatisfy { AddressSpelling($0, of: person.names) == .nobody }
  }

  /// Whether nothing but an address speaks for the new place while the client database went on with the old one.
  private func isMerelyBeside(_ old: Employer, _ new: Employer, _ began: String) -> Bool {
    old.origins == [.crm] && new.origins.isSubset(of: [.mail, .chat, .form])
      && (old.last ?? "") > Self.shifted(began, by: 90)
  }

  /// The departure that a mail tells of, unless they went on writing from there.
  private func departure(from old: Employer) -> Departure? {
    person.departures.filter { departure in
      let isOnlyOne = departure.domain == nil && departure.company == nil && employers.filter(\.isKnown).count == 1
      return (isOnlyOne || departure.concerns(old)) && !isStillThere(old, after: departure.date, slack: 90)
    }.min { $0.date < $1.date }
  }

  private func departures(but moves: [CareerSignal]) -> [CareerSignal] {
    guard let last = employers.last, last.isKnown, let departure = departure(from: last) else { return [] }
    guard !moves.contains(where: { $0.from == place(last) }) else { return [] }
    return [
      CareerSignal(
        kind: .left, person: person.id, from: place(last), to: nil, date: departure.date, confidence: 0.9,
        why: MoveEvidence.said(departure.why, as: .left), origins: last.origins.union([.mail]))
    ]
  }

  /// The last rise at one company that a profile dates.
  private func promotions() -> [CareerSignal] {
    employers.compactMap { employer in
      let roles = employer.sightings.filter { $0.title != nil && ($0.origin == .linkedin || $0.origin == .crm) }
        .sorted { ($0.start ?? $0.lastSeen ?? "") < ($1.start ?? $1.lastSeen ?? "") }
      guard let now = roles.last, let title = now.title, let start = now.start, now.end == nil, now.origin == .linkedin,
        let before = roles.dropLast().last(where: { ($0.start ?? $0.lastSeen ?? start) < start }),
        let old = before.title,
        let rank = titles.rank(title), let oldRank = titles.rank(old), rank > oldRank
      else { return nil }
      return promotion(employer, old, title, start, sure: before.origin == .linkedin)
    }
  }

  private func promotion(_ employer: Employer, _ old: String, _ new: String, _ start: String, sure: Bool)
    -> CareerSignal
  {
    var (from, to) = (place(employer), place(employer))
    (from.title, to.title) = (old, new)
    (from.standing, to.standing) = (titles.standing(old), titles.standing(new))
    return CareerSignal(
      kind: .promoted, person: person.id, from: from, to: to, date: start, confidence: sure ? 0.9 : 0.7,
      why: [MoveEvidence.because("the profile shows \(new) since \(start.prefix(7)), before that \(old)", .promoted)],
      origins: employer.origins)
  }

  /// Moves after which somebody hires who did not hire before, or whom we placed as a candidate.
  private func hiring(_ moves: [CareerSignal]) -> [CareerSignal] {
    moves.compactMap { move in
      guard let title = move.to?.title, titles.hires(title) else { return nil }
      let isCandidate = person.kinds.contains("candidate")
      let hiredBefore = move.from.title.map { titles.hires($0) } ?? true
      guard isCandidate || !hiredBefore else { return nil }
      let kind: CareerSignal.Kind = isCandidate ? .candidateNowHiring : .nowHiringRole
      return CareerSignal(
        kind: kind, person: person.id, from: move.from, to: move.to, date: move.date,
        confidence: (move.confidence * 90).rounded() / 100,
        why: [MoveEvidence.because("\(title) is a title of people who hire", kind)] + move.why, origins: move.origins)
    }
  }

  private func place(_ employer: Employer) -> CareerSignal.Place {
    CareerSignal.Place(
      company: employer.name, companyID: employer.companyID, domain: employer.domain, title: employer.title,
      standing: employer.title.map(titles.standing))
  }

  static func shifted(_ date: String, by days: Int) -> String {
    (try? CalendarDate(date)).map { "\($0.adding(days: days))" } ?? date
  }
}
