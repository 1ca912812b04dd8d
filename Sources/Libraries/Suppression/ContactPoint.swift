import Identity
import Names
import Phones

/// One way to know somebody again, in the one spelling that all its spellings share.
public struct ContactPoint: Sendable, Hashable {
  /// What it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// A mailbox.
    case email
    /// A company's domain, with all that lies below it.
    case domain
    /// A telephone number.
    case phone
    /// A page on LinkedIn.
    case linkedin
    /// A record's id.
    case id
    /// A name together with the employer's domain.
    case person
    /// A name alone: it keeps a mention back, and never a record that has an address of its own.
    case name
  }

  /// What it is.
  public let kind: Kind
  /// The shared spelling.
  public let text: String

  /// A mailbox, in any spelling: `Ada <A.Da+x@GoogleMail.com>`, `mailto:`, wide letters, a domain in Unicode or in ASCII.
  public static func email(_ written: String) -> ContactPoint? {
    guard let address = EmailAddress(written: written) else { return nil }
    let key = address.matchKey
    guard let at = key.lastIndex(of: "@") else { return nil }
    let domain = Punycode.domain(String(key[key.index(after: at)...]))
    return ContactPoint(kind: .email, text: "\(key[..<at])@\(sameMailboxes[domain] ?? domain)")
  }

  /// Domains of one provider under which the same name is the same mailbox (each provider's help pages).
  private static let sameMailboxes = [
    "googlemail.com": "gmail.com", "mac.com": "icloud.com", "me.com": "icloud.com", "pm.me": "proton.me",
    "protonmail.com": "proton.me", "ya.ru": "yandex.ru", "yandex.com": "yandex.ru",
  ]

  /// A domain, also given as a web address; nil for none and for a provider that gives mailboxes to anybody.
  public static func domain(_ written: String) -> ContactPoint? {
    guard let host = host(written), !FreeMail.contains(host) else { return nil }
    return ContactPoint(kind: .domain, text: host)
  }

  /// The domain and those above it that can still be registered.
  static func domains(from written: String) -> [ContactPoint] {
    guard var host = host(written) else { return [] }
    var result = [ContactPoint(kind: .domain, text: host)]
    let last = DomainName.registrable(host) ?? host
    while host != last, let dot = host.firstIndex(of: ".") {
      host = String(host[host.index(after: dot)...])
      result.append(ContactPoint(kind: .domain, text: host))
    }
    return result
  }

  private static func host(_ written: String) -> String? {
    guard let name = DomainName(of: PlainSpelling.cleaned(written)) else { return nil }
    let host = Punycode.domain(name.text)
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }

  /// A number, dialled from `region` when it does not name its country.
  public static func phone(_ written: String, region: String? = nil) -> ContactPoint? {
    var cleaned = PlainSpelling.cleaned(written)
    if cleaned.hasPrefix("tel:") { cleaned.removeFirst(4) }
    return PhoneNumber.e164(cleaned, region: region).map { ContactPoint(kind: .phone, text: $0) }
  }

  /// A page of a person or company, whatever its host, language and tracking.
  public static func linkedIn(_ written: String) -> ContactPoint? {
    LinkedInAddress(PlainSpelling.cleaned(written)).map {
      ContactPoint(kind: .linkedin, text: "\($0.kind.rawValue)/\($0.slug)")
    }
  }

  /// A record's id.
  public static func id(_ written: String) -> ContactPoint? {
    written.isEmpty ? nil : ContactPoint(kind: .id, text: written)
  }

  /// A name of at least two words, whatever their order, accents and titles.
  public static func name(_ written: String) -> ContactPoint? {
    nameKey(written).map { ContactPoint(kind: .name, text: $0) }
  }

  /// A name at an employer, who is known by any of the company's addresses; nil at a provider of free mail.
  public static func person(_ name: String, at domain: String) -> ContactPoint? {
    guard let key = nameKey(name), let host = host(domain) else { return nil }
    let employer = DomainName.registrable(host) ?? host
    return FreeMail.contains(employer) ? nil : ContactPoint(kind: .person, text: "\(key)@\(employer)")
  }

  private static func nameKey(_ written: String) -> String? {
    guard let name = PersonName(PlainSpelling.cleaned(written)) else { return nil }
    return nameKey(words: FoldedText("\(name.given) \(name.family)").comparable)
  }

  /// The shared spelling of a name's folded words; nil for fewer than two.
  static func nameKey(words: [[UInt8]]) -> String? {
    guard words.count >= 2 else { return nil }
    let sorted = words.sorted { $0.lexicographicallyPrecedes($1) }
    return String(decoding: Array(sorted.joined(separator: CollectionOfOne(0x20))), as: UTF8.self)
  }
}
