import Glibc
import JSONLines
import Learning

/// How votes are cast and counted: a scalar that no rule set gets the value that most speaks for.
extension RuleFile {
  /// The votes that are to be weighed and of which the weights know nothing.
  public var unknownVotes: [String] {
    rules.flatMap { rule -> [String] in
      guard let weights = rule.effect.scalar.flatMap({ weights[$0] }), !weights.labels.isEmpty else { return [] }
      return rule.voteNames.filter { !weights.knows($0) }
    }
  }

  /// Casts a rule's vote.
  func vote(_ scalar: String, _ value: String, _ weight: Float?, _ rule: Rule, _ subject: Subject) {
    if weight == nil { subject.labels.cast[scalar, default: []].append((rule.voteNames[0], 1)) }
    if weight != nil || !isWeighed(scalar, subject) {
      subject.labels.votes[scalar, default: [:]][value, default: 0] += weight ?? 1
    }
  }

  /// Whether learned weights say what votes are worth: they were learned from messages with words, so that in one without,
  /// each vote counts as one.
  private func isWeighed(_ scalar: String, _ subject: Subject) -> Bool {
    (target == .conversation || !subject.words.isEmpty) && weights[scalar]?.labels.isEmpty == false
  }

  /// Lets a learned model speak of the whole message, or of its sentences.
  func hear(
    _ scalar: String, _ model: Int, _ weight: Float?, _ part: Rule.Heard, _ rule: Rule, _ subject: Subject
  ) {
    guard subject.speaker != nil, !subject.words.isEmpty, let (peaks, others) = opinion(of: model, on: part, subject)
    else { return }
    cast(peaks, others, for: scalar, of: compiled.models[model].labels, weight, part, rule, subject)
    guard part == .whole || part == .sentences else { return }
    subject.labels.heard[scalar, default: []].append(model)
  }

  /// Casts what a learned model heard: the highest probability of each of its labels, and what else there is to say, in
  /// the order of the votes' names.
  func cast(
    _ peaks: [Float], _ others: [Float] = [], for voted: String, of labels: [String], _ weight: Float?,
    _ part: Rule.Heard, _ rule: Rule, _ subject: Subject
  ) {
    if let weight {
      for (label, chance) in zip(labels, peaks) {
        subject.labels.votes[voted, default: [:]][label, default: 0] += weight * chance
      }
      return
    }
    // Of whole messages it matters how small a probability is, of sentences how large.
    let strengths = part.isOfSentences ? peaks + others : (peaks + others).map(Self.strength)
    for (name, strength) in zip(rule.voteNames, strengths) where strength != 0 {
      subject.labels.cast[voted, default: []].append((name, strength))
    }
  }

  /// The highest probability of each label in that part, and what else there is to say of it: in the order of the votes'
  /// names. Nil where there is no such part.
  private func opinion(
    of model: Int, on part: Rule.Heard, _ subject: Subject
  ) -> (peaks: [Float], others: [Float])? {
    switch part {
    case .whole: return (subject.heardInWhole(by: model), [])
    case .sentences: return (subject.heard(by: model).peaks, subject.heard(by: model).means)
    case .earlier, .later:
      let others = subject.others(before: part == .earlier).map { $0.heardInWhole(by: model) }
      guard let nearest = others.first else { return nil }
      return (Hearing(others).peaks, nearest)
    case .earlierSentences, .laterSentences:
      let others = subject.others(before: part == .earlierSentences).map { $0.heard(by: model).peaks }
      return others.isEmpty ? nil : (Hearing(others).peaks, [])
    }
  }

  /// How strongly a model speaks for a label: the logarithm of its probability, from 0 for none on. A fiftieth is where
  /// it is of no more interest how small the probability is.
  private static func strength(_ chance: Float) -> Float { log(1 + chance * 50) }

  /// The votes that are to be weighed, which may be none; nil where a rule has set the scalar or nothing is weighed.
  func votes(for scalar: String, _ subject: Subject) -> Votes? {
    guard weights[scalar] != nil, subject.labels.values[scalar] == nil else { return nil }
    return subject.labels.cast[scalar] ?? []
  }

  /// Gives the scalar the value that most speaks for.
  func count(_ scalar: String, _ subject: Subject) {
    guard let (value, _) = tally(scalar, subject).max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return }
    subject.labels.values[scalar] = value
    if let reason = subject.labels.voiced[scalar]?[value] ?? heardReason(scalar, value, subject) {
      subject.labels.evidence["\(scalar)=\(value)"] = [reason]
    }
  }

  /// What the votes for each value add up to.
  private func tally(_ scalar: String, _ subject: Subject) -> [String: Float] {
    let fixed = subject.labels.votes[scalar] ?? [:]
    guard isWeighed(scalar, subject), let weights = weights[scalar], let cast = subject.labels.cast[scalar] else {
      return fixed
    }
    let scores = zip(weights.labels, weights.scores(of: cast)).map { ($0, $1) }
    return fixed.merging(scores, uniquingKeysWith: +)
  }

  /// The sentence that sounds most like the value, where a learned model spoke for it.
  private func heardReason(_ scalar: String, _ value: String, _ subject: Subject) -> Labels.Evidence? {
    let models = subject.labels.heard[scalar] ?? []
    guard let model = models.first(where: { compiled.models[$0].labels.contains(value) }),
      let label = compiled.models[model].labels.firstIndex(of: value)
    else { return nil }
    return subject.bestSentence(for: label, by: model).map {
      Labels.Evidence(message: subject.index, quote: $0, rule: compiled.models[model].name)
    }
  }
}

extension Labels {
  /// The votes for the scalars whose votes are weighed by what was learned: by scalar an object of numbers.
  var castVotes: JSON {
    let scalars = cast.sorted { $0.key < $1.key }.map { scalar, votes in
      (key: scalar, value: JSON.object(JSONObject(votes.map { ($0.name, Self.number($0.strength)) })))
    }
    return .object(JSONObject(scalars))
  }

  private static func number(_ strength: Float) -> JSON { JSON((Double(strength) * 1e6).rounded() / 1e6) }
}
