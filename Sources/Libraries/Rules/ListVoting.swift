import JSONLines
import Learning

/// How votes on the list of a conversation are cast and counted: each label is judged for itself.
extension RuleFile {
  /// Lets a learned model speak of messages of a conversation: of each label as strongly as in the message where it is
  /// surest, or as in the first or the last one.
  func hearMessages(
    _ voted: String, _ model: Int, _ weight: Float?, _ part: Rule.Heard, _ rule: Rule, _ subject: Subject
  ) {
    var chosen = subject.messages.filter { message in
      !message.words.isEmpty && (rule.messages.map { subject.selects($0, message) } ?? true)
    }
    if rule.which == .first { chosen = Array(chosen.prefix(1)) }
    if rule.which == .last { chosen = Array(chosen.suffix(1)) }
    let heard = chosen.map { part == .whole ? $0.heardInWhole(by: model) : $0.heard(by: model).peaks }
    let labels = compiled.models[model].labels
    let surest = labels.indices.compactMap { label in heard.indices.max { heard[$0][label] < heard[$1][label] } }
    cast(zip(surest, labels.indices).map { heard[$0][$1] }, for: voted, of: labels, weight, part, rule, subject)
    for ((label, vote), message) in zip(rule.voteNames.enumerated(), surest) {
      subject.labels.sources[vote] = Labels.Source(message: chosen[message].index, model: model, label: label)
    }
  }

  /// Gives the list the labels for which all votes together speak, and takes from it those against which they do. A label
  /// that no words prove is not given. Where no votes were cast, rules decide.
  func countList(_ subject: Subject) {
    guard let list, let weights = weights[list], let cast = subject.labels.cast[list],
      subject.messages.contains(where: { !$0.words.isEmpty })
    else { return }
    let nudges = subject.labels.votes[list] ?? [:]
    for (place, odds) in weights.scores(of: cast).enumerated() {
      let label = weights.labels[place]
      if odds + (nudges[label] ?? 0) <= 0 {
        subject.labels.drop(label)
      } else if !subject.labels.names.contains(label), let reason = heardReason(place, weights, cast, subject) {
        subject.labels.add(label, [reason])
      }
    }
  }

  /// What most speaks for a label of all that learned models heard: the sentence that sounds most like it, in a message of
  /// those whom rules on the label ask.
  private func heardReason(
    _ label: Int, _ weights: VoteWeights, _ cast: Votes, _ subject: Subject
  ) -> Labels.Evidence? {
    let speakers = speakers(of: weights.labels[label])
    var best: (worth: Float, vote: String, source: Labels.Source)?
    for vote in cast {
      let worth = vote.strength * weights.worth(of: vote.name, for: label)
      guard worth > best?.worth ?? 0, let source = subject.labels.sources[vote.name],
        speakers.contains(subject.messages[source.message].speaker)
      else { continue }
      best = (worth, vote.name, source)
    }
    guard let best else { return nil }
    let message = subject.messages[best.source.message]
    return message.bestSentence(for: best.source.label, by: best.source.model).map {
      Labels.Evidence(message: message.index, quote: $0, rule: "votes, first of all \(best.vote)")
    }
  }

  /// Whose words may prove a label: those of everyone, unless all rules that add it ask one side.
  private func speakers(of label: String) -> [Condition.Speaker?] {
    let asked = rules.filter { $0.effect == .add(label) }.map { $0.messages?.speaker }
    return asked.isEmpty || asked.contains(nil) ? [.us, .them] : asked
  }
}
