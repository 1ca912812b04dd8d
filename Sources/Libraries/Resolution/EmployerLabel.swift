import Identity
import Names

/// What a domain and a company's name have in common.
enum EmployerLabel {
  /// The id of a company record as a label that no name is equal to.
  static func ofId(_ id: String) -> [UInt8] { [mark] + Array(id.utf8) }

  static func isId(_ label: [UInt8]) -> Bool { isId(label.span) }

  static func isId(_ label: Span<UInt8>) -> Bool { !label.isEmpty && label[0] == mark }

  /// The id that a label was made of.
  static func id(_ label: [UInt8]) -> String? {
    isId(label) ? String(decoding: label.dropFirst(), as: UTF8.self) : nil
  }

  private static let mark = UInt8(ascii: "#")

  /// The name in the domain of a host or page; nil when that is none or one that gives mailboxes to anybody.
  static func ofHost(_ text: String) -> [UInt8]? {
    guard let domain = DomainName(of: text)?.registrable, !FreeMail.contains(domain) else { return nil }
    return ofDomain(domain)
  }

  /// The first label of a registrable domain as a company's name would be folded.
  static func ofDomain(_ domain: String) -> [UInt8] {
    CompanyName(domain.prefix { $0 != "." }).map { Array($0.words.joined()) } ?? []
  }
}
