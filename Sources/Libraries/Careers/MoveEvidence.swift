// Why somebody is held to have moved from one company to another, and how sure that is.
import Identity
import JSONLines

/// The evidence for one move.
struct MoveEvidence {
  let why: [JSON]
  /// From 0, no evidence, to 1: each independent kind of evidence takes away a share of the doubt.
  let confidence: Double

  init(
    old: Employer, new: Employer, departure: Departure?, person: Career, written: [String: MailTrace.Address]
  ) {
    var why: [JSON] = []
    var doubt = 1.0
    func count(_ entries: [JSON], leaving share: Double) {
      guard !entries.isEmpty else { return }
      why += entries
      doubt *= share
    }
    count(Self.profile(old, new), leaving: new.start == nil ? 0.2 : 0.1)
    count(Self.mail(new, person, written), leaving: Self.doubt(new, person, written))
    count(Self.announcement(new), leaving: 0.15)
    count(departure.map { Self.said($0.why, as: .moved) } ?? [], leaving: 0.3)
    if why.isEmpty, new.isKnown { count(Self.records(old, new), leaving: 0.5) }
    self.why = why
    confidence = ((1 - doubt) * 100).rounded() / 100
  }

  private static func profile(_ old: Employer, _ new: Employer) -> [JSON] {
    guard let seen = new.presentOnProfile, let name = new.name else { return [] }
    let title = new.title.map { "\($0) at " } ?? ""
    let since = new.start.map { " since \($0.prefix(7))" } ?? ""
    let before = old.end.map { ", \(old.name ?? "the place before") until \($0.prefix(7))" } ?? ""
    return [
      because(
        "linkedin_position: \(title)\(name)\(since)\(before), as of \(seen); known until now at \(old.name ?? "another company")",
        .moved)
    ]
  }

  /// The doubt that their mail leaves: an address that never wrote and spells only a family name may be a namesake's.
  private static func doubt(_ new: Employer, _ person: Career, _ written: [String: MailTrace.Address]) -> Double {
    let isTheirs = Self.addresses(new, person).contains { email in
      written[email] != nil || person.names.isEmpty || AddressSpelling(email, of: person.names) == .given
    }
    return isTheirs ? 0.15 : 0.6
  }

  private static func addresses(_ employer: Employer, _ person: Career) -> [String] {
    let domains = employer.domains
    return person.emails.filter { email in
      EmailAddress(email)?.employerDomain.map { domains.contains($0) } ?? false
    }
  }

  private static func mail(_ new: Employer, _ person: Career, _ written: [String: MailTrace.Address]) -> [JSON] {
    addresses(new, person).prefix(3).map { email in
      guard let address = written[email] else {
        let announced = person.announcedAddress.first { $0["quote"]?.string?.lowercased().contains(email) == true }
        return because(
          "new_address: \(email)", .moved, message: announced?["message_id"]?.string, quote: announced?["quote"]?.string
        )
      }
      return because(
        "mail_from_new_employer: \(email) since \(address.first.date)", .moved, message: address.first.id, quote: nil)
    }
  }

  private static func announcement(_ new: Employer) -> [JSON] {
    var seen: Set<String> = []
    return new.sightings.compactMap(\.message).filter { seen.insert($0.id).inserted }.prefix(3).map { message in
      because("announced on \(message.date)", .moved, message: message.id, quote: message.quote)
    }
  }

  /// Two places in the records alone, one vouched for later than the other.
  private static func records(_ old: Employer, _ new: Employer) -> [JSON] {
    guard let before = old.last, let now = new.last, before < now else { return [] }
    return [because("records: \(old.name ?? "") until \(before), \(new.name ?? "") until \(now)", .moved)]
  }

  /// What extract-contacts noted of a departure.
  static func said(_ why: [JSON], as signal: CareerSignal.Kind) -> [JSON] {
    why.prefix(3).map { entry in
      because(
        "mail says that they left (\(entry["because"]?.string ?? "left"))", signal,
        message: entry["message_id"]?.string, quote: entry["quote"]?.string)
    }
  }

  static func because(
    _ text: String, _ signal: CareerSignal.Kind, message: String? = nil, quote: String? = nil
  ) -> JSON {
    var entry: JSONObject = ["by": "detect-moves", "signal": .string(signal.rawValue), "because": .string(text)]
    entry.append("message_id", message)
    entry.append("quote", quote)
    return .object(entry)
  }
}
