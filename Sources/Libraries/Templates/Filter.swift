/// A filter: what stands behind `|` in a template.
struct Filter: Sendable {
  typealias Function = @Sendable (Value, FilterArguments) throws -> Value

  let name: String
  /// How many positional arguments it takes.
  let arguments: ClosedRange<Int>
  /// The keyword arguments it takes.
  let named: [String]
  /// Whether it gives a value where there was none, so that a missing variable is allowed before it.
  let toleratesNothing: Bool
  let apply: Function

  init(
    _ name: String, _ arguments: ClosedRange<Int> = 0...0, named: [String] = [], toleratesNothing: Bool = false,
    _ apply: @escaping Function
  ) {
    self.name = name
    self.arguments = arguments
    self.named = named
    self.toleratesNothing = toleratesNothing
    self.apply = apply
  }

  /// How many arguments it takes, in words.
  var arity: String {
    let (low, high) = (arguments.lowerBound, arguments.upperBound)
    let noun = high == 1 ? "argument" : "arguments"
    return low == high ? "\(high == 0 ? "no" : String(high)) \(noun)" : "\(low) to \(high) \(noun)"
  }

  /// The filter of that name.
  static func named(_ name: String) -> Filter? {
    table[name]
  }

  /// The names of all filters, sorted.
  static var names: [String] {
    table.keys.sorted()
  }

  private static let table: [String: Filter] = {
    var table: [String: Filter] = [:]
    for filter in textFilters + replacingFilters + encodingFilters + numberFilters + listFilters + searchFilters
      + otherFilters
    {
      table[filter.name] = filter
    }
    return table
  }()
}

/// The values of a filter's arguments.
struct FilterArguments {
  var values: [Value] = []
  var named: [(name: String, value: Value)] = []
  var now: Int64?

  init(now: Int64?) {
    self.now = now
  }

  var count: Int { values.count }

  /// The argument at that place, `.undefined` when it was not given.
  subscript(_ index: Int) -> Value {
    index < values.count ? values[index] : .undefined
  }

  func text(_ index: Int) -> String {
    self[index].text
  }

  /// An argument that must be an integer or its digits.
  func integer(_ index: Int) throws(FilterError) -> Int {
    switch self[index] {
    case .int(let number): return number
    case .string(let text):
      if let number = Int(text) { return number }
    default: break
    }
    throw FilterError("expected an integer, found \(self[index].kindName)")
  }
}
