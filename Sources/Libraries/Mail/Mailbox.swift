/// An address in a header: whom it names and where mail reaches them.
public struct Mailbox: Sendable, Equatable, Hashable {
  /// The display name, decoded; a quoted one with the blanks that begin and end it inside its quotes.
  public var name: String?
  /// The address as it stands, without white space.
  public var address: String?

  /// A mailbox of the given parts.
  public init(name: String?, address: String?) {
    self.name = name
    self.address = address
  }

  /// The display name as people read it: without blanks at its ends.
  public var shownName: String? {
    guard let name, name.utf8.first == 0x20 || name.utf8.last == 0x20 else { return name }
    let shown = ArraySlice(name.utf8).trimmed
    return shown.isEmpty ? nil : shown.text
  }

  /// The address in lower case when it is one: something on both sides of an `@`.
  public var email: String? {
    guard let address, let at = address.utf8.lastIndex(of: 0x40), at > address.utf8.startIndex,
      address.utf8.index(after: at) < address.utf8.endIndex
    else { return nil }
    return address.lowercased()
  }
}
