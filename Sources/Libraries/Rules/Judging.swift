import JSONLines

extension RuleFile {
  /// Runs all rules in order over the subject; what they gave is in its labels.
  public func judge(_ subject: Subject) {
    subject.labels = Labels()
    for rule in rules {
      if let scalar = rule.effect.scalar, subject.labels.values[scalar] != nil { continue }
      if case .drop(let label) = rule.effect, !subject.labels.names.contains(label) { continue }
      var evidence: [Labels.Evidence] = []
      guard holdsUnder(rule, subject), holds(rule, subject, &evidence) else { continue }
      if rule.quotesLast, let last = subject.lastWord { evidence = [last] }
      for index in evidence.indices { evidence[index].rule = rule.name }
      apply(rule.effect, evidence, subject)
    }
    for scalar in scalars where subject.labels.values[scalar.name] == nil { count(scalar.name, subject) }
    for scalar in scalars where subject.labels.values[scalar.name] == nil {
      subject.labels.values[scalar.name] = scalar.otherwise
    }
  }

  /// Gives the scalar the value that most speaks for.
  private func count(_ scalar: String, _ subject: Subject) {
    guard let votes = subject.labels.votes[scalar],
      let (value, _) = votes.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })
    else { return }
    subject.labels.values[scalar] = value
    if let reason = subject.labels.voiced[scalar]?[value] ?? heardReason(scalar, value, subject) {
      subject.labels.evidence["\(scalar)=\(value)"] = [reason]
    }
  }

  /// Lets a learned model speak of the whole message.
  private func hear(_ scalar: String, _ model: Int, _ weight: Float, _ subject: Subject) {
    guard subject.speaker != nil, !subject.words.isEmpty else { return }
    let learned = compiled.models[model]
    for (label, chance) in zip(learned.labels, subject.heardInWhole(by: model)) {
      subject.labels.votes[scalar, default: [:]][label, default: 0] += weight * chance
    }
    subject.labels.heard[scalar, default: []].append(model)
  }

  /// The sentence that sounds most like the value, where a learned model spoke for it.
  private func heardReason(_ scalar: String, _ value: String, _ subject: Subject) -> Labels.Evidence? {
    let models = subject.labels.heard[scalar] ?? []
    guard let model = models.first(where: { compiled.models[$0].labels.contains(value) }),
      let label = compiled.models[model].labels.firstIndex(of: value), let best = subject.heard(by: model).best(label)
    else { return nil }
    let place = Sentences.core(of: subject.sentences[best], in: subject.words)
    return Labels.Evidence(
      message: subject.index, quote: Array(subject.words[place]), rule: compiled.models[model].name)
  }

  private func holdsUnder(_ rule: Rule, _ subject: Subject) -> Bool {
    var unused: [Labels.Evidence] = []
    return rule.under.allSatisfy { subject.holds($0, &unused) }
  }

  /// Whether the rule holds of the subject, or of at least one of the messages that it is asked of.
  func holds(_ rule: Rule, _ subject: Subject, _ evidence: inout [Labels.Evidence]) -> Bool {
    guard let selector = rule.messages else { return subject.holds(rule.condition, &evidence) }
    if target == .message { return subject.selects(selector, subject) && subject.holds(rule.condition, &evidence) }
    var held = false
    for message in subject.messages where subject.selects(selector, message) {
      var reasons: [Labels.Evidence] = []
      guard message.holds(rule.condition, &reasons) else { continue }
      held = true
      evidence.append(
        reasons.first { !$0.quote.isEmpty } ?? Labels.Evidence(message: message.index, quote: [], rule: ""))
    }
    return held
  }

  private func apply(_ effect: Rule.Effect, _ evidence: [Labels.Evidence], _ subject: Subject) {
    switch effect {
    case .add(let label): subject.labels.add(label, evidence)
    case .drop(let label): subject.labels.drop(label)
    case .set(let scalar, let value):
      subject.labels.values[scalar] = value
      subject.labels.evidence["\(scalar)=\(value)"] = Array(evidence.prefix(3))
    case .vote(let scalar, let value, let weight):
      subject.labels.votes[scalar, default: [:]][value, default: 0] += weight
      if weight > 0, let first = evidence.first { subject.labels.voiced[scalar, default: [:]][value] = first }
    case .hear(let scalar, let model, let weight):
      hear(scalar, model, weight, subject)
    }
  }
}

extension Subject {
  /// The last message that a person wrote, and in it a question, or else the first sentence that says something.
  fileprivate var lastWord: Labels.Evidence? {
    guard let message = messages.last(where: { !$0.automatic && !$0.words.isEmpty }) else { return nil }
    let sentences = Sentences.ranges(in: message.words)
    let question = sentences.first { message.words[$0].contains(UInt8(ascii: "?")) && $0.count >= 12 }
    let quote = question.map { Array(message.words[$0]) } ?? message.firstSentence
    return Labels.Evidence(message: message.index, quote: quote, rule: "")
  }
}
