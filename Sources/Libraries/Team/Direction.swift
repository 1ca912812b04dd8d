import Calendar

/// Which way a message went.
public enum Direction: String, Sendable {
  /// From outside to us.
  case inbound
  /// From us to someone outside.
  case outbound
  /// Among us.
  case `internal`
  /// Neither side is known to be ours.
  case unknown
}

extension Team {
  /// Which way a message from `from` to `to` (addresses, lower case) went on `date`, and the member who wrote it or, when
  /// it came from outside, to whom it was written.
  public func direction(
    from: [String], to: [String], on date: CalendarDate?
  ) -> (direction: Direction, member: Member?) {
    guard !isEmpty, let sender = from.first else { return (.unknown, nil) }
    if isOurs(sender, on: date) {
      let isInternal = !to.isEmpty && to.allSatisfy { isOurs($0, on: date) }
      return (isInternal ? .internal : .outbound, from.lazy.compactMap { member(email: $0, on: date) }.first)
    }
    let addressee = to.lazy.compactMap { member(email: $0, on: date) }.first
    let isForUs = addressee != nil || to.contains { isOurs($0, on: date) }
    return (isForUs ? .inbound : .unknown, addressee)
  }
}
