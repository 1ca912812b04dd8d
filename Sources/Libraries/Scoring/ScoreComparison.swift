// Two runs side by side: whose score changed, and which points made it.
import Bytes
import JSONLines
import Rules

/// Compares the scores of two runs.
public struct ScoreComparison {
  private struct Side {
    let score: Decimal
    let tier: String?
    let name: String?
    let company: String?
    let model: String
    /// What each term adds to the value, by part and name.
    let terms: [(part: String, term: String, points: Decimal)]
    let why: [JSON]
  }

  private let model: String?
  private var before: [String: Side] = [:]
  private var after: [String: Side] = [:]

  /// A comparison of the scores of `model`, or of the one that gave the records' own score.
  public init(model: String?) {
    self.model = model
  }

  /// Takes a scored record of the earlier run; false when it bears no score.
  public mutating func add(before record: Record) -> Bool { Self.add(record, model, to: &before) }

  /// Takes a scored record of the later run; false when it bears no score.
  public mutating func add(after record: Record) -> Bool { Self.add(record, model, to: &after) }

  private static func add(_ record: Record, _ wanted: String?, to sides: inout [String: Side]) -> Bool {
    guard let id = record.string("id"), let scores = record.json("scores")?.object else { return false }
    let why = record.json("why")?.array ?? []
    guard let model = wanted ?? primary(record, scores, why), let score = scores[model],
      case .number(let spelling)? = score["value"], let value = Decimal(spelling)
    else { return false }
    var terms: [(part: String, term: String, points: Decimal)] = []
    for part in score["breakdown"]?.array ?? [] { terms += Self.terms(of: part) }
    sides[id] = Side(
      score: value, tier: score["tier"]?.string, name: record.string("name"), company: record.string("company"),
      model: model, terms: terms, why: why.filter { $0["by"]?.string == "score:\(model)" })
    return true
  }

  /// What each term of a part adds to the value, and what the part's bounds take away.
  private static func terms(of part: JSON) -> [(part: String, term: String, points: Decimal)] {
    let weight = part["weight"]?.decimal ?? Decimal(1)
    let name = part["part"]?.string ?? ""
    var terms: [(part: String, term: String, points: Decimal)] = []
    var sum = Decimal.zero
    for term in part["terms"]?.array ?? [] {
      guard let title = term["name"]?.string, let points = term["points"]?.decimal else { continue }
      terms.append((name, title, points * weight))
      sum = sum + points
    }
    if let held = part["points"]?.decimal, held != sum {
      terms.append((name, "the bounds of \(name)", (held - sum) * weight))
    }
    return terms
  }

  /// The model that gave the record's own score: the one of its reasons, else the first with that value.
  private static func primary(_ record: Record, _ scores: JSONObject, _ why: [JSON]) -> String? {
    let reasons = why.lazy.compactMap { $0["by"]?.string }.filter { $0.hasPrefix("score:") }
    if let by = reasons.first { return String(by.dropFirst("score:".count)) }
    guard let own = record.json("score") else { return nil }
    return scores.members.first { $0.value["value"] == own }?.key
  }

  /// The changes of at least `least` points and of tier, the greatest first; who is new or gone counts from or to zero.
  public func changes(least: Decimal) -> [JSONObject] {
    var found: [(size: Decimal, id: String, record: JSONObject)] = []
    for id in Set(before.keys).union(after.keys) {
      let (one, other) = (before[id], after[id])
      let change = (other?.score ?? .zero) - (one?.score ?? .zero)
      let size = change < .zero ? Decimal.zero - change : change
      let isOther = one?.tier != other?.tier || one == nil || other == nil
      guard isOther || change != .zero, isOther || !(size < least) else { continue }
      found.append((size, id, record(id, one, other, change)))
    }
    return found.sorted { ($1.size, $0.id) < ($0.size, $1.id) }.map(\.record)
  }

  private func record(_ id: String, _ before: Side?, _ after: Side?, _ change: Decimal) -> JSONObject {
    let side = after ?? before
    var record: JSONObject = [
      "type": "score_change", "id": .string(SHA256.hex("\(id)\n\(side?.model ?? "")", digits: 16)),
      "record_id": .string(id),
    ]
    record.append("name", side?.name)
    record.append("company", side?.company)
    record.append("model", side?.model)
    record.append("state", before == nil ? "new" : after == nil ? "gone" : "changed")
    record.append("change", .number(change.description))
    for (key, side) in [("from", before), ("to", after)] {
      guard let side else { continue }
      var object: JSONObject = ["score": .number(side.score.description)]
      object.append("tier", side.tier)
      record.append(key, .object(object))
    }
    record.append("why", .array(reasons(before, after)))
    return record
  }

  /// The terms whose points differ, the greatest difference first, with the evidence of what was gained.
  private func reasons(_ before: Side?, _ after: Side?) -> [JSON] {
    var old: [String: Decimal] = [:]
    for term in before?.terms ?? [] { old["\(term.part)\n\(term.term)"] = term.points }
    var list: [(size: Decimal, json: JSON)] = []
    func note(_ part: String, _ term: String, _ from: Decimal, _ to: Decimal) {
      let points = to - from
      guard points != .zero else { return }
      var object: JSONObject = ["by": "diff-scores", "because": .string(term), "part": .string(part)]
      object.append("points", .number(points.description))
      let evidence = (points < .zero ? before : after)?.why.first { $0["because"]?.string == term }
      for name in ["signal", "message_id", "conversation_id", "record_id", "quote", "date", "due"] {
        if let value = evidence?[name] { object.append(name, value) }
      }
      list.append((points < .zero ? Decimal.zero - points : points, .object(object)))
    }
    for term in after?.terms ?? [] {
      note(term.part, term.term, old.removeValue(forKey: "\(term.part)\n\(term.term)") ?? .zero, term.points)
    }
    for term in before?.terms ?? [] where old["\(term.part)\n\(term.term)"] != nil {
      note(term.part, term.term, term.points, .zero)
    }
    return list.enumerated().sorted { ($1.element.size, $0.offset) < ($0.element.size, $1.offset) }.map(\.element.json)
  }
}

extension JSON {
  /// The exact value of a number.
  fileprivate var decimal: Decimal? { if case .number(let text) = self { Decimal(text) } else { nil } }
}
