import JSONLines
import Learning

extension Subject {
  /// Whether the condition holds; adds the words that made it so to `evidence`.
  func holds(_ condition: Condition, in sentence: Range<Int>? = nil, _ evidence: inout [Labels.Evidence]) -> Bool {
    switch condition {
    case .all(let parts):
      let before = evidence.count
      for part in parts where !holds(part, in: sentence, &evidence) {
        evidence.removeLast(evidence.count - before)
        return false
      }
      return true
    case .any(let parts): return parts.contains { holds($0, in: sentence, &evidence) }
    case .some(let parts, let least): return parts.count { holds($0, in: sentence, &evidence) } >= least
    case .none(let parts):
      var unused: [Labels.Evidence] = []
      return !parts.contains { holds($0, in: sentence, &unused) }
    case .pattern(let test): return holds(test, in: sentence, &evidence)
    case .sentence(let inner): return holdsInSomeSentence(inner, &evidence)
    case .field(let field, let test): return holds(field, test)
    case .messages(let test): return holds(test, &evidence)
    case .item: return rules.holds(condition, record, today: today)
    case .label(let test): return holds(test, &evidence)
    case .sounds(let test): return holds(test, in: sentence, &evidence)
    case .neighbour(let isNext, let inner):
      var unused: [Labels.Evidence] = []
      return neighbour(isNext)?.holds(inner, &unused) ?? false
    case .given(let name, let values):
      return (labels.values[name] ?? rules.defaults[name]).map(values.contains) ?? false
    }
  }

  private func holds(_ test: Condition.PatternTest, in sentence: Range<Int>?, _ evidence: inout [Labels.Evidence])
    -> Bool
  {
    let isText = rules.scanners[test.field].isText
    for scan in scans(test.field) {
      for pattern in test.patterns {
        guard let place = scan.place(of: pattern, in: isText ? sentence : nil) else { continue }
        evidence.append(
          Labels.Evidence(
            message: speaker == nil ? nil : index, quote: isText ? scan.quote(around: place) : [], rule: ""))
        return true
      }
    }
    return false
  }

  private func holdsInSomeSentence(_ condition: Condition, _ evidence: inout [Labels.Evidence]) -> Bool {
    if let test = condition.soundOfSentence {
      guard speaker != nil, heard(by: test.model).mayHold(test) else { return false }
      // What proves it is the sentence that sounds most like it, not the first that sounds enough like it.
      return heard(by: test.model).passing(test).contains { holds(condition, in: sentences[$0], &evidence) }
    }
    // Where no pattern occurs, or the file has none, only a learned model can hold of a sentence.
    let known = rules.textField.map { scan($0).sentences } ?? []
    let places = known.isEmpty && speaker != nil && condition.hears ? sentences : known
    return places.contains { holds(condition, in: $0, &evidence) }
  }

  private func holds(_ test: Condition.SoundTest, in sentence: Range<Int>?, _ evidence: inout [Labels.Evidence]) -> Bool
  {
    guard speaker != nil else { return false }
    if test.isOfWhole {
      let chances = heardInWhole(by: test.model)
      guard test.labels.reduce(0, { $0 + chances[$1] }) >= test.atLeast else { return false }
      evidence.append(Labels.Evidence(message: index, quote: bestSentence(of: test), rule: ""))
      return true
    }
    let heard = heard(by: test.model)
    guard heard.mayHold(test), let index = heard.first(test, in: sentence.map(indexes) ?? sentences.indices) else {
      return false
    }
    evidence.append(
      Labels.Evidence(
        message: self.index, quote: Array(words[Sentences.core(of: sentences[index], in: words)]), rule: ""))
    return true
  }

  /// The index of a sentence among the sentences, or an empty range when it is none of them.
  private func indexes(of sentence: Range<Int>) -> Range<Int> {
    var (low, high) = (0, sentences.count)
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].lowerBound < sentence.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low] == sentence ? low..<low + 1 : low..<low
  }

  /// What the model hears in each sentence, asked once.
  func heard(by model: Int) -> Hearing {
    if let known = heard[model] { return known }
    let made = Hearing(sentences.map { rules.models[model].probabilities(of: Array(words[$0])) })
    heard[model] = made
    return made
  }

  /// The message's words with those of the messages just before and just after it, where its other side wrote them.
  private var seen: SeenText {
    guard let all = conversation?.messages else { return SeenText(words) }
    func other(_ place: Int) -> [UInt8] {
      guard all.indices.contains(place), all[place].speaker != speaker else { return [] }
      return all[place].words
    }
    return SeenText(words, before: other(index - 1), after: other(index + 1))
  }

  /// What the model hears in the whole message between its neighbours, asked once.
  func heardInWhole(by model: Int) -> [Float] {
    if let known = heardWhole[model] { return known }
    let chances = rules.models[model].probabilities(of: seen)
    heardWhole[model] = chances
    return chances
  }

  /// The sentence that alone speaks most for what was heard in the whole.
  private func bestSentence(of test: Condition.SoundTest) -> [UInt8] {
    test.labels.first.flatMap { bestSentence(for: $0, by: test.model) } ?? []
  }

  /// The sentence that sounds most like a model's label, by the label's place; nil where there are no sentences.
  func bestSentence(for label: Int, by model: Int) -> [UInt8]? {
    heard(by: model).best(label).map { Array(words[Sentences.core(of: sentences[$0], in: words)]) }
  }

  /// The message of the other side that a person wrote next, or just before.
  private func neighbour(_ isNext: Bool) -> Subject? {
    guard let all = conversation?.messages else { return nil }
    func isOther(_ message: Subject) -> Bool { message.speaker != speaker && !message.automatic }
    return isNext ? all.dropFirst(index + 1).first(where: isOther) : all.prefix(index).last(where: isOther)
  }

  /// What a message's author wrote by hand before it in the conversation, or after it, the nearest first. No more than
  /// twenty messages, so that a long conversation takes no longer a message than a short one.
  func others(before: Bool) -> [Subject] {
    guard let all = conversation?.messages else { return [] }
    func isAlike(_ message: Subject) -> Bool {
      message.speaker == speaker && !message.automatic && !message.words.isEmpty
    }
    return before
      ? Array(all.prefix(index).reversed().lazy.filter(isAlike).prefix(20))
      : Array(all.dropFirst(index + 1).lazy.filter(isAlike).prefix(20))
  }

  private func holds(_ test: Condition.LabelTest, _ evidence: inout [Labels.Evidence]) -> Bool {
    guard labels.names.contains(test.label) else { return false }
    let last = labels.last(test.label)
    if let after = test.after, labels.names.contains(after) {
      guard let last, let other = labels.last(after), last > other else { return false }
    }
    if test.unanswered {
      guard let first = labels.first(test.label) else { return false }
      if messages.dropFirst(first + 1).contains(where: { $0.speaker == .us && !$0.automatic }) { return false }
    }
    let reasons = labels.evidence[test.label] ?? []
    if let latest = reasons.last(where: { $0.message == last }) ?? reasons.last { evidence.append(latest) }
    return true
  }

  private func holds(_ test: Condition.MessageTest, _ evidence: inout [Labels.Evidence]) -> Bool {
    var chosen = messages.filter { selects(test.selector, $0) }
    switch test.which {
    case .first: chosen = Array(chosen.prefix(1))
    case .last: chosen = Array(chosen.suffix(1))
    case .any, .all: break
    }
    var count = 0
    for message in chosen {
      guard let condition = test.condition else {
        count += 1
        continue
      }
      if message.holds(condition, &evidence) {
        count += 1
        if test.which == .any, test.atLeast <= 1, test.atMost == Int.max { break }
      } else if test.which == .all {
        return false
      }
    }
    return count >= test.atLeast && count <= test.atMost
  }

  /// Whether the selector chooses the message.
  func selects(_ selector: Condition.Selector, _ message: Subject) -> Bool {
    if let speaker = selector.speaker, speaker != message.speaker { return false }
    if let automatic = selector.automatic, automatic != message.automatic { return false }
    if let label = selector.afterLabel, let last = labels.last(label), message.index <= last { return false }
    if let label = selector.beforeLabel, let last = labels.last(label), message.index >= last { return false }
    if selector.opening, messages.prefix(message.index).contains(where: { $0.isAnswer(to: message) }) { return false }
    if !selector.kinds.isEmpty {
      guard let kind = message.record.string("kind"), selector.kinds.contains(kind) else { return false }
    }
    return true
  }

  private func isAnswer(to other: Subject) -> Bool { speaker != other.speaker && !automatic }

  private func holds(_ field: Condition.Field, _ test: Condition.Test) -> Bool {
    if field.computed { return FactTest.holds(computed: field.name, test, self) }
    return record.holds(field, test, today: today)
  }
}

/// Tests of computed facts.
private enum FactTest {
  static func holds(computed name: String, _ test: Condition.Test, _ subject: Subject) -> Bool {
    if name == "@last" {
      let last = subject.messages.last { !$0.automatic }?.speaker?.rawValue ?? ""
      switch test {
      case .equals(.string(let text)): return Array(last.utf8) == text
      case .isIn(let texts, _): return texts.contains(Array(last.utf8))
      case .exists(let wanted): return wanted == !last.isEmpty
      default: return false
      }
    }
    guard let number = subject.number(name) else { return test.holdsWhenAbsent }
    return test.holds(number: Decimal(number))
  }
}
