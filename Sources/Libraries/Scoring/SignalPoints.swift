import Rules

extension Setting {
  /// The short form of a model, `{"SIGNAL": POINTS, …}`, as its long form: a list with one part, of a term for each signal.
  /// Every value keeps its place, so that a fault is told where it stands.
  func partsOfSignals() throws(RuleError) -> Setting {
    let signals = try members("points by signal")
    guard !signals.isEmpty else { throw error(expected: "at least one signal with its points") }
    let terms = signals.map { name, points in
      let signal = points.replacing(.string(name))
      let list = points.replacing(.list([signal]))
      return points.replacing(
        .object([
          ("name", points.replacing(.string(name.replacing("_", with: " ")))), ("points", points), ("evidence", list),
          ("when", points.replacing(.object([("field", points.replacing(.string("signals"))), ("in", list)]))),
        ]))
    }
    let part: Value = .object([
      ("part", replacing(.string("signals"))), ("least", replacing(.number("-1000000"))),
      ("terms", replacing(.list(terms))),
    ])
    return replacing(.list([replacing(part)]))
  }
}
