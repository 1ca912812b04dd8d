import Bytes
import Identity
import JSONLines
import Names

/// What companies are called, by the ids under which people's records refer to them.
public struct CompanyLabels: Sendable {
  private var labels: [String: [[UInt8]]] = [:]
  private var names: [String: String] = [:]
  /// Changes when something that a person's features are made of changes.
  private(set) var fingerprint: UInt64 = 0

  /// No companies.
  public init() {}

  /// Notes a company record; others are ignored.
  public mutating func add(_ record: Record) {
    guard let id = record.string("id"), record.string("type") == "company" else { return }
    var found: [[UInt8]] = []
    if let name = record.string("name").flatMap({ CompanyName($0) }) { found.append(Array(name.words.joined())) }
    for domain in record.strings("domains").prefix(8) {
      guard let host = DomainName(of: domain)?.registrable, !FreeMail.contains(host) else { continue }
      found.append(EmployerLabel.ofDomain(host))
    }
    for key in [id] + record.strings("former_ids") {
      labels[key] = found
      names[key] = record.string("name")
      fingerprint &+= check(of: key)
    }
  }

  /// A number that tells what the company with that id is called.
  func check(of id: String) -> UInt64 {
    var check = ContentHash.of(Array(id.utf8))
    for label in labels(of: id) { check = ContentHash.of(check, ContentHash.of(label)) }
    return check
  }

  /// The name of the company with that id.
  func name(of id: String?) -> String? { id.flatMap { names[$0] } }

  /// The names of the company with that id, folded.
  func labels(of id: String) -> [[UInt8]] { labels[id] ?? [] }
}
