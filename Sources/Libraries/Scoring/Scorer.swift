import JSONLines
import Rules

/// Scores records by several models and writes `scores`, and for the primary one `score`, `tier`, `coverage` and `why`.
public struct Scorer: Sendable {
  private let models: [ScoreModel]
  private let primary: Int
  private let today: Int
  private let names: Set<String>

  /// A scorer; the first primary model, or else the first, gives the record's own score.
  public init(_ models: [ScoreModel], today: Int) {
    self.models = models
    self.today = today
    primary = models.firstIndex(where: \.isPrimary) ?? 0
    names = Set(models.map(\.name))
  }

  /// Memory that is used again for each record.
  public struct Scratch {
    var score = ModelScore()
    var scores: [UInt8] = []
    var text: [UInt8] = []

    /// Empty memory.
    public init() {}
  }

  /// Scores the record in place.
  public func apply(to record: inout Record, _ scratch: inout Scratch) {
    guard primary < models.count else { return }
    let own = scoreAll(record, isNew: false, &scratch)
    let model = models[primary]
    record.setRaw("score", text(&scratch) { FixedText.write(own.value, places: model.places, to: &$0) })
    if let tier = own.tier {
      record.setRaw("tier", model.tiers[tier].name)
    } else {
      record.remove("tier")
    }
    record.setRaw("coverage", text(&scratch) { FixedText.write(Int128(own.coverage), places: 2, to: &$0) })
    record.setRaw("scores", scratch.scores)
    writeReasons(own, model, &record)
  }

  /// Whether the record has members, but no score and no reason yet, so that `write` can score it.
  public func isFirstScore(of record: Record) -> Bool {
    primary < models.count && record.memberCount > 0 && !Self.members.contains(where: record.has)
  }

  /// Adds the scored line of a record of which `isFirstScore` is true to the text; the same as `apply` would make it.
  public func write(scored record: Record, to line: inout [UInt8], _ scratch: inout Scratch) {
    let own = scoreAll(record, isNew: true, &scratch)
    let model = models[primary]
    let close = record.closingBrace
    line.append(contentsOf: record.bytes[..<close])
    line.append(contentsOf: ",\"score\":".utf8)
    FixedText.write(own.value, places: model.places, to: &line)
    if let tier = own.tier {
      line.append(contentsOf: ",\"tier\":".utf8)
      line.append(contentsOf: model.tiers[tier].name)
    }
    line.append(contentsOf: ",\"coverage\":".utf8)
    FixedText.write(Int128(own.coverage), places: 2, to: &line)
    line.append(contentsOf: ",\"scores\":".utf8)
    line.append(contentsOf: scratch.scores)
    line.append(contentsOf: ",\"why\":".utf8)
    model.writeReasons(own, to: &line)
    line.append(contentsOf: record.bytes[close...])
  }

  private static let members: [JSONPath] = ["score", "tier", "coverage", "scores", "why"]

  /// Scores by all models; gives what the primary one says, and leaves the JSON text of all in the scratch memory.
  private func scoreAll(_ record: Record, isNew: Bool, _ scratch: inout Scratch) -> ModelScore {
    scratch.scores.removeAll(keepingCapacity: true)
    scratch.scores.append(UInt8(ascii: "{"))
    if !isNew { keepOthers(of: record, &scratch.scores) }
    var own = ModelScore()
    for (index, model) in models.enumerated() {
      model.score(record, today: today, into: &scratch.score)
      if scratch.scores.count > 1 { scratch.scores.append(UInt8(ascii: ",")) }
      model.write(scratch.score, to: &scratch.scores)
      if index == primary { own = scratch.score }
    }
    scratch.scores.append(UInt8(ascii: "}"))
    return own
  }

  private func text(_ scratch: inout Scratch, _ write: (inout [UInt8]) -> Void) -> [UInt8] {
    scratch.text.removeAll(keepingCapacity: true)
    write(&scratch.text)
    return scratch.text
  }

  /// Scores of models that do not run now stay.
  private func keepOthers(of record: Record, _ scores: inout [UInt8]) {
    guard let known = record.json("scores")?.object else { return }
    for member in known.members where !names.contains(member.key) {
      if scores.count > 1 { scores.append(UInt8(ascii: ",")) }
      JSONText.encode(member.key, into: &scores)
      scores.append(UInt8(ascii: ":"))
      member.value.write(to: &scores)
    }
  }

  private func writeReasons(_ score: ModelScore, _ model: ScoreModel, _ record: inout Record) {
    let by = "score:\(model.name)"
    let known = record.json("why")?.array ?? []
    let others = known.filter { !($0["by"]?.string?.hasPrefix("score:") ?? false) }
    let gains = model.ordered(score.gains)
    var reasons: [JSON] = []
    for gain in gains { reasons.append(model.reason(gain, by, others)) }
    for limit in model.limits(score) { reasons.append(.object(limit)) }
    record.set("why", .array(others + reasons))
  }
}

extension ScoreModel {
  /// Adds `"NAME":{…}` to the JSON text.
  func write(_ score: ModelScore, to json: inout [UInt8]) {
    JSONText.encode(name, into: &json)
    json.append(contentsOf: ":{\"value\":".utf8)
    FixedText.write(score.value, places: places, to: &json)
    if let tier = score.tier {
      json.append(UInt8(ascii: ","))
      json.append(contentsOf: tiers[tier].opening)
    }
    json.append(contentsOf: ",\"coverage\":".utf8)
    FixedText.write(Int128(score.coverage), places: 2, to: &json)
    json.append(contentsOf: ",\"breakdown\":[".utf8)
    var next = 0
    for (index, part) in parts.enumerated() {
      if index > 0 { json.append(UInt8(ascii: ",")) }
      json.append(contentsOf: part.opening)
      score.sums[index].write(to: &json)
      json.append(contentsOf: ",\"terms\":[".utf8)
      let first = next
      while next < score.gains.count, score.gains[next].part == index {
        if next > first { json.append(UInt8(ascii: ",")) }
        json.append(contentsOf: part.terms[score.gains[next].term].opening)
        score.gains[next].points.write(to: &json)
        json.append(UInt8(ascii: "}"))
        next += 1
      }
      json.append(contentsOf: "]}".utf8)
    }
    json.append(contentsOf: "]}".utf8)
  }

  /// Adds the list of reasons of a record without evidence to the JSON text, the most points first.
  func writeReasons(_ score: ModelScore, to json: inout [UInt8]) {
    json.append(UInt8(ascii: "["))
    for (place, gain) in ordered(score.gains).enumerated() {
      if place > 0 { json.append(UInt8(ascii: ",")) }
      json.append(contentsOf: parts[gain.part].terms[gain.term].reason)
      writeContribution(gain, to: &json)
      json.append(UInt8(ascii: "}"))
    }
    for limit in limits(score) {
      if json.last != UInt8(ascii: "[") { json.append(UInt8(ascii: ",")) }
      json.append(contentsOf: JSON.object(limit).text.utf8)
    }
    json.append(UInt8(ascii: "]"))
  }

  /// What the bounds of parts and of the value changed, as reasons, so that the points of all reasons add up to the value.
  func limits(_ score: ModelScore) -> [JSONObject] {
    var limits: [JSONObject] = []
    func note(_ bound: String, _ because: String, _ points: Decimal) {
      var reason: JSONObject = ["by": .string("score:\(name)"), "because": .string(because), "bound": .string(bound)]
      reason.append("points", .number(points.rounded(places: 2).description))
      limits.append(reason)
    }
    for (index, points) in score.cuts {
      let part = parts[index]
      let isMost = points < .zero
      let added = Decimal(significand: Int128(points.units) * Int128(part.weight), exponent: -10)
      let bound = isMost ? "most \(part.most.decimal)" : "least \(part.least.decimal)"
      note(part.name, "\(part.name) counts at \(bound)", added)
    }
    if score.value != score.unbounded {
      let isMost = score.value < score.unbounded
      let value = Decimal(significand: score.value, exponent: -places)
      let added = Decimal(significand: score.value - score.unbounded, exponent: -places)
      note("score", "the score is at \(isMost ? "most" : "least") \(value)", added)
    }
    return limits
  }

  /// The gains by what they add to the value; equal ones stay in the model's order.
  func ordered(_ gains: [ModelScore.Gain]) -> [ModelScore.Gain] {
    var ordered = gains
    for end in ordered.indices.dropFirst() {
      let gain = ordered[end]
      let added = contribution(gain)
      var place = end
      while place > 0, contribution(ordered[place - 1]) < added {
        ordered[place] = ordered[place - 1]
        place -= 1
      }
      ordered[place] = gain
    }
    return ordered
  }

  /// Adds what a gain contributes, rounded to two places, to the JSON text.
  private func writeContribution(_ gain: ModelScore.Gain, to json: inout [UInt8]) {
    let total = contribution(gain)
    let unit: Int64 = 100_000_000
    guard let small = Int64(exactly: total) else {
      let value = Decimal(significand: total, exponent: -10).rounded(places: 2)
      json.append(contentsOf: value.description.utf8)
      return
    }
    FixedText.write(Int128((small + (small < 0 ? -unit / 2 : unit / 2)) / unit), places: 2, to: &json)
  }

  /// What a gain adds to the value, in ten to the minus ten.
  func contribution(_ gain: ModelScore.Gain) -> Int128 {
    Int128(gain.points.units) * Int128(parts[gain.part].weight)
  }

  /// The `why` entry of a gain, with the latest evidence of its signals that the record holds.
  func reason(_ gain: ModelScore.Gain, _ by: String, _ evidence: [JSON]) -> JSON {
    let term = parts[gain.part].terms[gain.term]
    var reason: JSONObject = ["by": .string(by), "because": .string(term.name)]
    let value = Decimal(significand: contribution(gain), exponent: -10).rounded(places: 2)
    reason.append("points", .number(value.description))
    let proof = term.evidence.lazy.compactMap { signal in evidence.first { $0.speaks(of: signal) } }.first
    guard let proof = proof?.object else { return .object(reason) }
    for name in ["signal", "message_id", "conversation_id", "record_id", "quote", "date", "due"] {
      if let value = proof[name] { reason.append(name, value) }
    }
    return .object(reason)
  }
}

extension JSON {
  /// Whether a `why` entry is about the signal (or begins so where it has none) and can be shown.
  fileprivate func speaks(of signal: String) -> Bool {
    if self["signal"]?.string == signal { return true }
    return self["signal"] == nil && self["because"]?.string?.hasPrefix(signal) ?? false
  }
}
