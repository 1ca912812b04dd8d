// People by employer, to know whom a colleague's mail speaks of.
import Identity
import Names

/// Finds the one person at a company who bears a name.
struct Colleagues {
  private var byDomain: [String: [Int]] = [:]
  private var keys: [[PersonNameKey]] = []

  init(_ people: [Career], _ directory: CompanyDirectory) {
    for (number, person) in people.enumerated() {
      keys.append(Self.keys(of: person))
      guard !keys[number].isEmpty else { continue }
      var domains = Set(person.emails.compactMap { EmailAddress($0)?.employerDomain })
      for sighting in person.sightings { domains.formUnion(directory.domains(of: sighting)) }
      for domain in domains { byDomain[domain, default: []].append(number) }
    }
  }

  /// The only person at `domain` whose name fits: a whole name, a first name, or a family name.
  func person(_ name: String, at domain: String, but writer: Int) -> Int? {
    guard let wanted = PersonName(name)?.key else { return nil }
    let fitting = (byDomain[domain] ?? []).filter { number in
      number != writer && keys[number].contains { Self.fits(wanted, $0) }
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// Whether an address can be one of a person's, by the names in it. One that spells out a given name is theirs only
  /// when it is their given name: a family name alone is shared by relatives and namesakes.
  func owns(_ number: Int, _ address: EmailAddress) -> Bool {
    guard keys.indices.contains(number) else { return false }
    if let spelt = PersonName(localPart: address.local)?.key {
      return keys[number].contains { key in
        [spelt, spelt.swapped].contains { Self.fits($0, key) }
          || [spelt.given, spelt.family].contains { PersonNameKey.agreement($0, key.given) >= .nickname }
      }
    }
    let local = PersonName(given: address.local, family: "").key.given
    return keys[number].contains { key in
      [key.family, key.given].contains { $0.count >= 3 && Self.holds(local, $0) }
    }
  }

  private static func holds(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0..<$0 + part.count].elementsEqual(part) }
  }

  /// The names that a person goes by: their own, other spellings, and what their addresses spell out.
  private static func keys(of person: Career) -> [PersonNameKey] {
    let spelt = person.emails.compactMap { email in
      EmailAddress(email).flatMap { $0.employerDomain == nil ? nil : PersonName(localPart: $0.local) }
    }
    let all = person.names + spelt.filter { name in person.names.allSatisfy { $0.mayBeSame(as: name) } }
    return Array(Set((all + person.names.flatMap { completed($0, by: person.emails) }).map(\.key)))
  }

  /// A name of which only an initial is known, with the given names that the person's addresses at employers may be:
  /// `N. Gallagher` with `niall@velvetine.example`.
  private static func completed(_ name: PersonName, by emails: [String]) -> [PersonName] {
    let letters = name.given.filter(\.isLetter).lowercased()
    guard letters.count == 1 else { return [] }
    return emails.compactMap { email in
      guard let address = EmailAddress(email), address.employerDomain != nil, address.local.hasPrefix(letters),
        address.local.count >= 3, address.local.allSatisfy(\.isLetter), address.local != name.family.lowercased()
      else { return nil }
      return PersonName(given: address.local, family: name.family)
    }
  }

  private static func fits(_ wanted: PersonNameKey, _ key: PersonNameKey) -> Bool {
    if wanted.given.isEmpty || wanted.family.isEmpty {
      let word = wanted.given.isEmpty ? wanted.family : wanted.given
      return PersonNameKey.agreement(word, key.given) >= .nickname || word == key.family
    }
    return PersonNameKey.familiesMeet(wanted, key) && PersonNameKey.agreement(wanted.given, key.given) >= .initial
  }
}
