/// The day that a promise of time means: "after Diwali", "in Q3", "in two weeks", counted from the message's date.
enum PromisedDate {
  /// `YYYY-MM-DD`, or nil when the words name no time.
  static func due(label: String, quote: [UInt8], message: Subject) -> String? { nil }
}
