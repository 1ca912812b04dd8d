import Calendar

/// One of our own people, as team.jsonl has them.
public struct Member: Sendable {
  /// The id by which records name them, such as `farah`.
  public var id: String
  /// Their full name.
  public var name: String?
  /// Other names that they go by.
  public var aliases: [String] = []
  /// Their addresses, lower case.
  public var emails: [String] = []
  /// Their phone numbers, as given.
  public var phones: [String] = []
  /// How chat exports name them.
  public var chatNames: [String] = []
  /// Their LinkedIn profile.
  public var linkedInURL: String?
  /// What the client database calls them.
  public var crmUser: String?
  /// Their first day with us; nil when it is not known.
  public var from: CalendarDate?
  /// Their last day with us; nil while they stay.
  public var until: CalendarDate?

  /// Whether they had not left us on `date`; without a date, whether they ever were with us.
  public func isWithUs(on date: CalendarDate?) -> Bool {
    guard let date, let until else { return true }
    return date <= until
  }
}
