import JSONLines

extension RuleFile {
  /// Runs all rules in order over the subject; what they gave is in its labels.
  public func judge(_ subject: Subject) {
    subject.labels = Labels()
    for (place, rule) in rules.enumerated() {
      ask(rule, subject)
      if place == lastOnList { countList(subject) }
    }
    for scalar in scalars {
      subject.labels.cast[scalar.name] = votes(for: scalar.name, subject)
      if subject.labels.values[scalar.name] == nil { count(scalar.name, subject) }
    }
    for scalar in scalars where subject.labels.values[scalar.name] == nil {
      subject.labels.values[scalar.name] = scalar.otherwise
    }
  }

  /// Lets the rule give what it gives where it holds, unless that is decided already.
  private func ask(_ rule: Rule, _ subject: Subject) {
    if let scalar = rule.effect.scalar, subject.labels.values[scalar] != nil { return }
    if case .drop(let label) = rule.effect, !subject.labels.names.contains(label) { return }
    var evidence: [Labels.Evidence] = []
    guard holdsUnder(rule, subject), holds(rule, subject, &evidence) else { return }
    if rule.quotesLast, let last = subject.lastWord { evidence = [last] }
    for index in evidence.indices { evidence[index].rule = rule.name }
    apply(rule, evidence, subject)
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

  private func apply(_ rule: Rule, _ evidence: [Labels.Evidence], _ subject: Subject) {
    switch rule.effect {
    case .add(let label): subject.labels.add(label, evidence)
    case .drop(let label): subject.labels.drop(label)
    case .set(let scalar, let value):
      subject.labels.values[scalar] = value
      subject.labels.evidence["\(scalar)=\(value)"] = Array(evidence.prefix(3))
    case .vote(let scalar, let value, let weight):
      vote(scalar, value, weight, rule, subject)
      if (weight ?? 1) > 0, let first = evidence.first {
        subject.labels.voiced[scalar, default: [:]][value] = first
      }
    case .hear(let scalar, let model, let weight, let part):
      if target == .message {
        hear(scalar, model, weight, part, rule, subject)
      } else {
        hearMessages(scalar, model, weight, part, rule, subject)
      }
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
