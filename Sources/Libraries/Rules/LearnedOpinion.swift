import JSONLines
import Learning

/// Writes what a learned model says of messages, alone or within conversations, with the words that speak most for it.
public struct LearnedOpinion: Sendable {
  private let model: LogisticModel
  private let rules: RuleFile?
  private let member: String
  private let author: String
  /// Counts the messages of which only the beginning was judged.
  public let longTexts = LongTexts()

  /// The opinion of a model; `rules` are those whose hits it was trained with, `member` is what it writes.
  public init(_ model: LogisticModel, rules: RuleFile?, member: String) {
    self.model = model
    self.rules = rules
    self.member = member
    author = "classify:\(model.name)"
  }

  /// Writes the label, `unclear` below the model's threshold, and its reason in place of an earlier one. Of a conversation
  /// each message of the other side is judged.
  public func apply(to record: inout Record) {
    guard record.string("type") == "conversation" || record.has("messages") else {
      guard record.has("text") else { return }
      let (label, reason) = judge(record)
      record.set(member, .string(label))
      let kept = (record.json("why")?.array ?? []).filter { $0["by"]?.string != author }
      record.set("why", .array(kept + [reason]))
      return
    }
    guard let elements = record.json("messages")?.array else { return }
    let all = Subject.messages(of: record)
    record.set("messages", .array(elements.indices.map { judged(elements[$0], $0, of: all) }))
  }

  private func judged(_ element: JSON, _ place: Int, of all: [Record?]) -> JSON {
    guard case .object(var object) = element, let message = all[place], Subject.isTheirs(message) else {
      return element
    }
    let (before, after) = model.spec.context ? Subject.neighbours(of: place, in: all) : ([], [])
    let (label, reason) = judge(message, before: before, after: after)
    object[member] = .string(label)
    let kept = (object["why"]?.array ?? []).filter { $0["by"]?.string != author }
    object["why"] = .array(kept + [reason])
    return .object(object)
  }

  private func judge(_ message: Record, before: [UInt8] = [], after: [UInt8] = []) -> (label: String, reason: JSON) {
    var words = Subject.newWords(of: message)
    if Subject.cut(&words) { longTexts.add() }
    let seen = SeenText(words, before: before, after: after, rules: rules?.hits(on: message) ?? [])
    let known = model.vector(of: seen)
    // Without a word that the examples held there is no reason for any label.
    let isStrange = model.positive == nil && known.isEmpty
    let best = isStrange ? nil : model.decide(model.probabilities(known))
    let label = best?.label ?? "unclear"
    var reason: JSONObject = ["by": .string(author), "label": .string(label)]
    if let best {
      reason.append("chance", JSON((Double(best.probability) * 1_000).rounded() / 1_000))
      reason.append("words", JSON(model.reasons(for: best.label, in: seen, known: known).map(\.words)))
    }
    reason.append("message_id", message.string("id"))
    return (label, .object(reason))
  }
}

extension Subject {
  /// The messages of a conversation as records that know whose domains are ours and whether they were split; nil for
  /// what is no object.
  static func messages(of record: Record) -> [Record?] {
    let own = record.json("own_domains")
    let isSplit = record.isSplit
    return record.jsons("messages[]").map { element in
      guard case .object(var object) = element else { return nil }
      if let own, object["own_domains"] == nil { object["own_domains"] = own }
      if isSplit, object["source"] == nil { object["source"] = .object([:]) }
      return Record(object)
    }
  }

  /// The new words of the messages just before and just after one, where its other side wrote them.
  static func neighbours(of place: Int, in all: [Record?]) -> (before: [UInt8], after: [UInt8]) {
    let mine = all[place].map(isTheirs)
    func words(_ other: Int) -> [UInt8] {
      guard all.indices.contains(other), let message = all[other], isTheirs(message) != mine else { return [] }
      return newWords(of: message)
    }
    return (words(place - 1), words(place + 1))
  }

  /// Whether the other side wrote the message.
  static func isTheirs(_ message: Record) -> Bool { speaker(message, message.strings("own_domains")) == .them }
}
