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
    scratch.scores.removeAll(keepingCapacity: true)
    scratch.scores.append(UInt8(ascii: "{"))
    keepOthers(of: record, &scratch.scores)
    var own = ModelScore()
    for (index, model) in models.enumerated() {
      model.score(record, today: today, into: &scratch.score)
      if scratch.scores.count > 1 { scratch.scores.append(UInt8(ascii: ",")) }
      model.write(scratch.score, to: &scratch.scores)
      if index == primary { own = scratch.score }
    }
    scratch.scores.append(UInt8(ascii: "}"))
    guard primary < models.count else { return }
    let model = models[primary]
    scratch.text.removeAll(keepingCapacity: true)
    FixedText.write(own.value, places: model.places, to: &scratch.text)
    record.setRaw("score", scratch.text)
    if let tier = own.tier {
      record.set("tier", .string(model.tiers[tier].name))
    } else {
      record.remove("tier")
    }
    scratch.text.removeAll(keepingCapacity: true)
    FixedText.write(Int128(own.coverage), places: 2, to: &scratch.text)
    record.setRaw("coverage", scratch.text)
    record.setRaw("scores", scratch.scores)
    writeReasons(own, model, &record)
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
    let gains = score.gains.sorted { model.contribution($0) > model.contribution($1) }
    var reasons: [JSON] = []
    for gain in gains { reasons.append(model.reason(gain, by, others)) }
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
      json.append(contentsOf: ",\"tier\":".utf8)
      JSONText.encode(tiers[tier].name, into: &json)
      if let action = tiers[tier].action {
        json.append(contentsOf: ",\"action\":".utf8)
        JSONText.encode(action, into: &json)
      }
    }
    json.append(contentsOf: ",\"coverage\":".utf8)
    FixedText.write(Int128(score.coverage), places: 2, to: &json)
    json.append(contentsOf: ",\"breakdown\":[".utf8)
    var next = 0
    for (index, part) in parts.enumerated() {
      if index > 0 { json.append(UInt8(ascii: ",")) }
      json.append(contentsOf: "{\"part\":".utf8)
      JSONText.encode(part.name, into: &json)
      json.append(contentsOf: ",\"weight\":".utf8)
      FixedText.write(Int128(part.weight), places: 6, to: &json)
      json.append(contentsOf: ",\"points\":".utf8)
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
