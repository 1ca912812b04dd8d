/// `default`, dates, and the filters that people's names and plain English need.
extension Filter {
  static let otherFilters = [
    Filter("ago") { input, arguments in
      guard let now = arguments.now else { throw FilterError("the time of the run is not known") }
      guard let then = Instant.read(input.text) else { throw FilterError("'\(input.text)' is no date") }
      return .string(Instant.distance(from: then, to: now))
    },
    Filter("and_join", 0...1) { input, arguments in
      let items = try elements(input).map(\.text)
      let word = arguments.count > 0 ? arguments.text(0) : "and"
      guard let last = items.last, items.count > 1 else { return .string(items.first ?? "") }
      return .string("\(items.dropLast().joined(separator: ", ")) \(word) \(last)")
    },
    Filter("date", 1...1, date),
    Filter("default", 0...1, named: ["allow_false"], toleratesNothing: true) { input, arguments in
      let allowsFalse = arguments.named.last { $0.name == "allow_false" }?.value.isTruthy ?? false
      if case .bool(false) = input { return allowsFalse ? input : arguments[0] }
      return input.isNil || input.isEmpty ? (arguments.count > 0 ? arguments[0] : .string("")) : input
    },
    Filter("first_name") { input, _ in .string(words(of: input.text).first ?? "") },
    Filter("in_words") { input, _ in
      guard case .int(let number) = Number(input), let word = Instant.numberWord(number) else { return input }
      return .string(word)
    },
    Filter("month") { input, arguments in
      let text = input.text
      if text.utf8.count == 4, Int(text) != nil { return input }
      guard let then = Instant.read(text.utf8.count == 7 ? "\(text)-01" : text).flatMap({ Instant(seconds: $0) }) else {
        throw FilterError("'\(text)' is no date")
      }
      let isThisYear = arguments.now.flatMap { Instant(seconds: $0) }?.year == then.year
      return .string(then.formatted(isThisYear ? "%B" : "%B %Y"))
    },
  ]

  /// A date or instant as `strftime` would print it, in UTC; what is no date passes unchanged.
  private static func date(_ input: Value, _ arguments: FilterArguments) throws(FilterError) -> Value {
    let format = arguments.text(0)
    if input.isNil || format.isEmpty { return input }
    var instant: Int64?
    switch input {
    case .int(let seconds): instant = Int64(seconds)
    case .string("now"), .string("today"):
      guard let now = arguments.now else { throw FilterError("the time of the run is not known") }
      instant = now
    case .string(let text):
      instant = text.utf8.allSatisfy(isDigit) ? Int64(text) : Instant.read(text)
    default: break
    }
    guard let instant, let date = Instant(seconds: instant) else { return input }
    return .string(date.formatted(format))
  }
}
