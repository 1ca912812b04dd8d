/// Filters that reckon.
extension Filter {
  static let numberFilters = [
    Filter("abs") { input, _ in
      let number = Number(input)
      return (number < .int(0) ? .int(0) - number : number).value
    },
    Filter("at_least", 1...1) { input, arguments in
      let (number, bound) = (Number(input), Number(arguments[0]))
      return (number < bound ? bound : number).value
    },
    Filter("at_most", 1...1) { input, arguments in
      let (number, bound) = (Number(input), Number(arguments[0]))
      return (bound < number ? bound : number).value
    },
    Filter("ceil") { input, _ in whole(input) { $0.rounded(.up) } },
    Filter("divided_by", 1...1) { input, arguments in
      guard let result = Number(input).divided(by: Number(arguments[0])) else { throw FilterError("division by zero") }
      return result.value
    },
    Filter("floor") { input, _ in whole(input) { $0.rounded(.down) } },
    Filter("minus", 1...1) { input, arguments in (Number(input) - Number(arguments[0])).value },
    Filter("modulo", 1...1) { input, arguments in
      guard let result = Number(input).modulo(Number(arguments[0])) else { throw FilterError("division by zero") }
      return result.value
    },
    Filter("plus", 1...1) { input, arguments in (Number(input) + Number(arguments[0])).value },
    Filter("round", 0...1) { input, arguments in
      Number(input).rounded(places: Number(arguments[0]).truncated).value
    },
    Filter("times", 1...1) { input, arguments in (Number(input) * Number(arguments[0])).value },
  ]

  private static func whole(_ input: Value, _ rounding: (Double) -> Double) -> Value {
    switch Number(input) {
    case .int(let number): .int(number)
    case .real(let number): .int(Number.integer(rounding(number)))
    }
  }
}
