import JSONLines
import Rules

/// Reads the parts, terms and tiers of a model file.
struct ModelReader {
  let icp: [Setting]
  let book = ConditionBook()
  var model = ""

  func tiers(_ setting: Setting?) throws(RuleError) -> [ScoreModel.Tier] {
    var tiers: [ScoreModel.Tier] = []
    for element in try setting?.elements("a list of tiers") ?? [] {
      try element.allow(["tier", "at_least", "action"])
      let name = try element.required("tier", "its name").text()
      var opening: JSONObject = ["tier": .string(name)]
      opening.append("action", try element["action"]?.text())
      tiers.append(
        ScoreModel.Tier(
          atLeast: try element.required("at_least", "a number").decimal(), name: Array(JSON.string(name).text.utf8),
          opening: Array(JSON.object(opening).text.utf8.dropFirst().dropLast())))
    }
    return tiers.sorted { $0.atLeast > $1.atLeast }
  }

  /// The bounds of the model's value; without them there are none.
  func bounds(_ root: Setting, places: Int) throws(RuleError) -> ClosedRange<Int128> {
    var unit: Int128 = 1
    for _ in 0..<places { unit *= 10 }
    let least = try root["least"].map { (setting) throws(RuleError) in
      Int128(try setting.integer(-1_000_000...1_000_000))
    }
    let most = try root["most"].map { (setting) throws(RuleError) in Int128(try setting.integer(-1_000_000...1_000_000))
    }
    let low = (least ?? -1_000_000_000_000) * unit
    return low...max(low, (most ?? 1_000_000_000_000) * unit)
  }

  func parts(_ setting: Setting) throws(RuleError) -> [ScoreModel.Part] {
    var parts: [ScoreModel.Part] = []
    for element in try setting.elements("a list of parts") {
      try element.allow(["part", "about", "weight", "least", "most", "terms"])
      let weight = try weight(element["weight"])
      let text = Decimal(significand: Int128(weight), exponent: -6).description
      let name = try element.required("part", "its name").text()
      parts.append(
        ScoreModel.Part(
          opening: opened(["part": .string(name), "weight": .number(text)]), weight: weight,
          least: try points(element["least"]) ?? .zero, most: try points(element["most"]) ?? Points(units: .max / 4),
          terms: try terms(try element.required("terms", "a list of terms"))))
    }
    return parts
  }

  private func weight(_ setting: Setting?) throws(RuleError) -> Int64 {
    guard let setting else { return 1_000_000 }
    let expected = "a weight from -1000 to 1000 with at most six decimals"
    let decimal = try setting.decimal(expected)
    let scaled = decimal * Decimal(1_000_000)
    guard scaled.exponent >= 0, let weight = Int(scaled.description), abs(weight) <= 1_000_000_000 else {
      throw setting.error(expected: expected)
    }
    return Int64(weight)
  }

  private func points(_ setting: Setting?) throws(RuleError) -> Points? {
    guard let setting else { return nil }
    let decimal = try setting.decimal("points: a number")
    guard decimal.exponent >= -Points.places, let points = Points(decimal) else {
      throw setting.error(expected: "points with at most \(Points.places) decimals, at most 1,000,000,000")
    }
    return points
  }

  private func terms(_ setting: Setting) throws(RuleError) -> [ScoreModel.Term] {
    var terms: [ScoreModel.Term] = []
    for element in try setting.elements("a list of terms") { terms.append(try term(element)) }
    return terms
  }

  private func term(_ setting: Setting) throws(RuleError) -> ScoreModel.Term {
    try setting.allow(
      ["name", "about", "points", "when", "field", "steps", "age_steps", "times", "most", "evidence", "known"])
    let name = try setting.required("name", "what the points are for").text()
    let (rule, possible, paths) = try rule(setting)
    var known: [JSONPath] = []
    for path in try setting["known"]?.texts() ?? [] { known.append(JSONPath(try path.text())) }
    var evidence: [String] = []
    for signal in try setting["evidence"]?.texts() ?? [] { evidence.append(try signal.text()) }
    return ScoreModel.Term(
      name: name, rule: rule, evidence: evidence, known: (known.isEmpty ? paths : known).map { book.include($0) },
      possible: possible,
      opening: opened(["name": .string(name)]),
      reason: opened(["by": .string("score:\(model)"), "because": .string(name)]))
  }

  /// An object as JSON text that goes on with its points.
  private func opened(_ object: JSONObject) -> [UInt8] {
    Array(JSON.object(object).text.utf8.dropLast()) + Array(",\"points\":".utf8)
  }

  private func rule(_ setting: Setting) throws(RuleError) -> (ScoreModel.Term.Rule, Points, [JSONPath]) {
    if let condition = setting["when"] {
      let points = try points(try setting.required("points", "a number")) ?? .zero
      let read = try book.read(resolved(condition))
      return (.when(book.include(read), points), points, read.paths(book.compiled()))
    }
    let path = JSONPath(try setting.required("field", "or \"when\": a condition").text())
    if let factor = setting["times"] {
      let most = try points(try setting.required("most", "the most points")) ?? .zero
      return (.times(book.include(path), try factor.decimal(), most: most), most, [path])
    }
    let isAge = setting["age_steps"] != nil
    guard let list = setting["steps"] ?? setting["age_steps"] else {
      throw setting.error(expected: "one of when, times, steps, age_steps")
    }
    let steps = try steps(list)
    return (.steps(book.include(path), steps, isAge: isAge), steps.map(\.points).max() ?? .zero, [path])
  }

  private func steps(_ setting: Setting) throws(RuleError) -> [(bound: Decimal, points: Points)] {
    var steps: [(bound: Decimal, points: Points)] = []
    for element in try setting.elements("a list of [bound, points]") {
      let pair = try element.elements("[bound, points]")
      guard pair.count == 2 else { throw element.error(expected: "[bound, points]") }
      steps.append((try pair[0].decimal(), try points(pair[1]) ?? .zero))
    }
    return steps.sorted { $0.bound < $1.bound }
  }

  /// Whether `{"icp": NAME}` stands somewhere in the setting.
  func asksProfile(_ setting: Setting?) -> Bool {
    switch setting?.value {
    case .object(let members):
      members.count == 1 && members[0].name == "icp" || members.contains { asksProfile($0.value) }
    case .list(let elements): elements.contains { asksProfile($0) }
    default: false
    }
  }

  /// The setting with each `{"icp": NAME}` replaced by that member of the profile.
  private func resolved(_ setting: Setting) throws(RuleError) -> Setting {
    switch setting.value {
    case .object(let members):
      if members.count == 1, let only = members.first, only.name == "icp" {
        let name = try only.value.text("the name of a member of the profile")
        guard let found = icp.lazy.compactMap({ $0[name] }).first else {
          throw only.value.error(expected: "a member that the profile (ICP) has, not \"\(name)\"")
        }
        return found
      }
      var changed: [(name: String, value: Setting)] = []
      for member in members { changed.append((member.name, try resolved(member.value))) }
      return try spreadOut(setting.replacing(.object(changed)))
    case .list(let elements):
      var changed: [Setting] = []
      for element in elements { changed.append(try resolved(element)) }
      return setting.replacing(.list(changed))
    default: return setting
    }
  }

  /// A condition with `in_all` as one condition with `in` for each element of its list.
  private func spreadOut(_ setting: Setting) throws(RuleError) -> Setting {
    guard let list = setting["in_all"] else { return setting }
    try setting.allow(["field", "in_all"])
    let field = try setting.required("field", "what must hold all of the list")
    var conditions: [Setting] = []
    for element in try list.elements("a list") {
      conditions.append(setting.replacing(.object([("field", field), ("in", list.replacing(.list([element])))])))
    }
    // None of nothing: what holds always.
    let kind = conditions.isEmpty ? "none" : "all"
    return setting.replacing(.object([(kind, list.replacing(.list(conditions)))]))
  }
}
