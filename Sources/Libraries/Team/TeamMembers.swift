import Calendar
import JSONLines

/// Addresses of ours as people: those under one full name belong to one.
struct TeamMembers {
  private struct Person {
    var names: [String: Int] = [:]
    var emails: [(email: String, seen: TeamSuggestion.Sightings)] = []

    var written: Int { emails.reduce(0) { $0 + $1.seen.written } }
  }

  private let people: [Person]
  private let newest: CalendarDate?
  private let silentDays: Int

  init(_ addresses: [String: TeamSuggestion.Sightings], newest: CalendarDate?, silentDays: Int) {
    var byKey: [String: Person] = [:]
    for (email, seen) in addresses.sorted(by: { $0.key < $1.key }) {
      let best = Self.best(seen.names)
      let key = best.map(Self.key).flatMap { $0.contains(" ") ? $0 : nil }
      var person = byKey[key ?? email] ?? Person()
      person.names.merge(seen.names, uniquingKeysWith: +)
      person.emails.append((email, seen))
      byKey[key ?? email] = person
    }
    people = byKey.sorted { ($1.value.written, $0.key) < ($0.value.written, $1.key) }.map(\.value)
    self.newest = newest
    self.silentDays = silentDays
  }

  /// A name as it is compared: lower case, `Last, First` turned round, single blanks.
  static func key(_ name: String) -> String {
    let halves = name.lowercased().split(separator: ",", maxSplits: 1)
    let turned = halves.count == 2 ? halves[1] + " " + halves[0] : name.lowercased()
    return turned.split { !($0.isLetter || $0 == "-" || $0 == "'") }.joined(separator: " ")
  }

  /// The name most used; one of two words or more, in their order, before others.
  private static func best(_ names: [String: Int]) -> String? {
    let rank = { (name: String) in !name.contains(" ") ? 0 : name.contains(",") ? 1 : 2 }
    return names.filter { !$0.key.contains("@") }.max {
      (rank($0.key), $0.value, $1.key) < (rank($1.key), $1.value, $0.key)
    }?.key
  }

  func lines() -> [JSONObject] {
    var taken: Set<String> = []
    return people.map { person in
      let emails = person.emails.sorted { ($1.seen.written, $0.email) < ($0.seen.written, $1.email) }
      let local = String(emails[0].email.prefix { $0 != "@" })
      let name = Self.best(person.names) ?? local
      var members: [(String, JSON)] = [
        ("type", "member"), ("id", .string(Self.id(name, local, &taken))), ("name", .string(name)),
      ]
      let aliases = person.names.keys.filter { $0 != name && !$0.contains("@") }.sorted()
      if !aliases.isEmpty { members.append(("aliases", .array(aliases.map { .string($0) }))) }
      members.append(("emails", .array(emails.map { .string($0.email) })))
      var why = emails.flatMap { TeamEvidence.list($0.email, $0.seen) }
      if let first = emails.compactMap(\.seen.first).min() { members.append(("from", .string(first.description))) }
      if let last = emails.compactMap(\.seen.last).max(), isSilent(since: emails.map(\.seen)) {
        members.append(("until", .string(last.description)))
        why.append("neither wrote nor got mail in the last \(silentDays) days of the archive")
      }
      return JSONObject(members + [TeamEvidence.why(why)])
    }
  }

  private func isSilent(since sightings: [TeamSuggestion.Sightings]) -> Bool {
    guard let newest, let last = sightings.flatMap({ [$0.last, $0.lastDelivered] }).compactMap({ $0 }).max() else {
      return false
    }
    return last.adding(days: silentDays) < newest
  }

  /// A short id: the first name, the local part when that is taken, then with a number.
  private static func id(_ name: String, _ local: String, _ taken: inout Set<String>) -> String {
    let first = key(name).split(separator: " ").first.map(String.init) ?? local
    var candidates = [first, local].filter { !$0.isEmpty && $0.allSatisfy { $0.isASCII } }
    candidates += (2...(taken.count + 3)).map { "\(candidates.last ?? "member")-\($0)" }
    let id = candidates.first { !taken.contains($0) } ?? local
    taken.insert(id)
    return id
  }
}

/// Names of the folder of sent mail in the languages of mail services.
enum SentFolders {
  private static let names: Set<String> = [
    "[gmail]/sent mail", "enviada", "enviadas", "enviado", "enviados", "envoyé", "envoyés", "gesendet",
    "gesendete elemente", "gesendete objekte", "inviata", "inviati", "items sent", "lähetetyt", "messages envoyés",
    "odeslané", "odeslaná pošta", "posta inviata", "sendt", "sent", "sent items", "sent mail", "sent messages",
    "skickat",
    "verzonden", "verzonden items", "wysłane", "gönderilmiş postalar", "отправленные", "надіслані", "送信済み", "送信済みメール",
    "已发送邮件", "已傳送郵件", "寄件備份", "보낸편지함", "भेजे गए",
  ]

  /// Whether `label` is that folder.
  static func contains(_ label: String) -> Bool { names.contains(label.lowercased()) }
}
