import Identity
import JSONLines
import Suppression

/// All that is known of one person: every contact point, gathered from the records that are about them.
public struct PersonTrace: Sendable {
  /// The contact points.
  public private(set) var points: Set<ContactPoint>
  private let region: String?

  /// The trace that begins with what the user names.
  public init(_ points: [ContactPoint], region: String? = nil) {
    self.points = Set(points)
    self.region = region
  }

  /// Adds what a person or lead record tells, if it is about them; true when that was anything new. Mailboxes of a
  /// function, such as `info@`, are nobody's.
  public mutating func follow(_ record: borrowing Record) -> Bool {
    guard let type = record.string("type"), type == "person" || type == "lead" else { return false }
    let found = OptOut(person: record, region: region).points.filter { !Self.isShared($0) }
    guard found.contains(where: { points.contains($0) && $0.kind != .name && $0.kind != .person }) else { return false }
    let before = points.count
    points.formUnion(found)
    return points.count > before
  }

  private static func isShared(_ point: ContactPoint) -> Bool {
    guard point.kind == .email, let address = EmailAddress(point.text) else { return false }
    return address.kind == .role || address.kind == .automatic
  }
}
