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
      guard tiers.dropLast().allSatisfy({ $0.atLeast != tiers[tiers.count - 1].atLeast }) else {
        throw element.error(expected: "another at_least than that of the tiers before")
      }
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
    let (low, high) = (least ?? -1_000_000_000_000, most ?? 1_000_000_000_000)
    guard low <= high else { throw root.error(expected: "most that is not below least") }
    return low * unit...high * unit
  }

  func parts(_ setting: Setting) throws(RuleError) -> [ScoreModel.Part] {
    var parts: [ScoreModel.Part] = []
    var names: Set<String> = []
    for element in try setting.elements("a list of parts") {
      let name = try element.required("part", "its name").text()
      guard names.insert(name).inserted else { throw element.error(expected: "another name than \"\(name)\" again") }
      parts.append(try part(element, name))
    }
    guard !parts.isEmpty else { throw setting.error(expected: "at least one part") }
    return parts
  }

  private func part(_ setting: Setting, _ name: String) throws(RuleError) -> ScoreModel.Part {
    try setting.allow(["part", "about", "weight", "least", "most", "terms"])
    let weight = try weight(setting["weight"])
    let text = Decimal(significand: Int128(weight), exponent: -6).description
    let least = try points(setting["least"]) ?? .zero
    let most = try points(setting["most"]) ?? Points(units: .max / 4)
    guard least <= most else { throw setting.error(expected: "most that is not below least, which is 0 unless given") }
    let list = try setting.required("terms", "a list of terms")
    let terms = try terms(list)
    guard !terms.isEmpty else { throw list.error(expected: "at least one term") }
    guard least < .zero || terms.contains(where: { $0.possible > .zero }) else {
      throw setting.error(expected: "a member \"least\" below 0, as no term adds points and the sum is at least 0")
    }
    return ScoreModel.Part(
      name: name, opening: opened(["part": .string(name), "weight": .number(text)]), weight: weight, least: least,
      most: most,
      terms: terms)
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
    for path in try setting["known"]?.texts() ?? [] { known.append(JSONPath(try path.path())) }
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

  private static let companions: [String: [String]] = [
    "when": ["points"], "steps": ["field"], "age_steps": ["field"], "times": ["field", "most"],
  ]

  private func rule(_ setting: Setting) throws(RuleError) -> (ScoreModel.Term.Rule, Points, [JSONPath]) {
    let kinds = Self.companions.keys.filter { setting[$0] != nil }
    guard kinds.count == 1, let kind = kinds.first, let value = setting[kind] else {
      throw setting.error(expected: "exactly one of when, steps, age_steps, times")
    }
    for name in ["points", "field", "most"] {
      guard let other = setting[name], Self.companions[kind]?.contains(name) == false else { continue }
      throw other.error(expected: "no \"\(name)\" beside \"\(kind)\"")
    }
    if kind == "when" {
      let points = try points(try setting.required("points", "a number")) ?? .zero
      let read = try book.read(resolved(value))
      return (.when(book.include(read), points), points, read.paths(book.compiled()))
    }
    let path = JSONPath(try setting.required("field", "the path of a member").path())
    if kind == "times" {
      let most = try points(try setting.required("most", "the most points")) ?? .zero
      return (.times(book.include(path), try value.decimal(), most: most), most, [path])
    }
    let steps = try steps(value)
    return (.steps(book.include(path), steps, isAge: kind == "age_steps"), steps.map(\.points).max() ?? .zero, [path])
  }

  private func steps(_ setting: Setting) throws(RuleError) -> [(bound: Decimal, points: Points)] {
    var steps: [(bound: Decimal, points: Points)] = []
    for element in try setting.elements("a list of [bound, points]") {
      let pair = try element.elements("[bound, points]")
      guard pair.count == 2 else { throw element.error(expected: "[bound, points]") }
      let bound = try pair[0].decimal()
      guard steps.allSatisfy({ $0.bound != bound }) else { throw pair[0].error(expected: "each bound once") }
      steps.append((bound, try points(pair[1]) ?? .zero))
    }
    guard !steps.isEmpty else { throw setting.error(expected: "at least one [bound, points]") }
    return steps.sorted { $0.bound < $1.bound }
  }

  /// The members of the profile that the setting asks for.
  func asked(_ setting: Setting?) -> Set<String> {
    switch setting?.value {
    case .object(let members):
      if members.count == 1, members[0].name == "icp", case .string(let name) = members[0].value.value { return [name] }
      return members.reduce(into: []) { $0.formUnion(asked($1.value)) }
    case .list(let elements): return elements.reduce(into: []) { $0.formUnion(asked($1)) }
    default: return []
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
      for member in members {
        let isOfProfile = !asked(member.value).isEmpty && ["says", "matches"].contains(member.name)
        let value = try resolved(member.value)
        changed.append((member.name, isOfProfile ? value.plainWords : value))
      }
      return try spreadOut(setting.replacing(.object(changed)))
    case .list(let elements):
      var changed: [Setting] = []
      for element in elements { changed.append(try resolved(element)) }
      return setting.replacing(.list(changed))
    default: return setting
    }
  }

  /// A condition with `in_all` as one condition with `in` for each element of its list, one with `in_any` as `in`; an
  /// empty list of either asks nothing.
  private func spreadOut(_ setting: Setting) throws(RuleError) -> Setting {
    guard let name = ["in_all", "in_any"].first(where: { setting[$0] != nil }), let list = setting[name] else {
      return setting
    }
    try setting.allow(["field", name])
    let field = try setting.required("field", "what must hold all of the list")
    let elements = try list.elements("a list")
    // None of nothing: what holds always.
    guard !elements.isEmpty else { return setting.replacing(.object([("none", list)])) }
    func within(_ elements: [Setting]) -> Setting {
      setting.replacing(.object([("field", field), ("in", list.replacing(.list(elements)))]))
    }
    guard name == "in_all" else { return within(elements) }
    return setting.replacing(.object([("all", list.replacing(.list(elements.map { within([$0]) })))]))
  }
}

extension Setting {
  /// The same texts as patterns that mean just them: who writes a profile writes titles and not expressions.
  fileprivate var plainWords: Setting {
    switch value {
    case .string(let text):
      var pattern = String.UnicodeScalarView()
      for scalar in text.unicodeScalars {
        if "\\.+*?()|[]{}^$".unicodeScalars.contains(scalar) { pattern.append("\\") }
        pattern.append(scalar)
      }
      return replacing(.string(String(pattern)))
    case .list(let elements): return replacing(.list(elements.map(\.plainWords)))
    default: return self
    }
  }
}
