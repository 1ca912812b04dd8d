import Command
import JSONLines
import Learning
import Rules

extension TrainingSettings {
  /// Writes a model of texts, or how well such models judge each other's texts.
  func learnTexts(_ corrections: Corrections, _ run: Run) throws {
    var examples = ExampleReader(corrections, rules: rules, context: trainer.spec.context)
    try run.forEachRecord { examples.read($0) }
    try check(examples.texts.map(\.label), examples.corrections, "texts", run)
    let trainer = DecisionTrainer(trainer, positive: positive)
    guard let folds else {
      var model = trainer.train(examples.texts, name: name, about: about)
      if let threshold { model.threshold = threshold }
      model.rules = run.value("rules")
      return try run.output.write(model.json)
    }
    let verdicts = validation(folds).run(
      examples.texts, labels: { [$0.label] }, group: \.group,
      learn: { known in
        let model = trainer.train(known)
        return { [trainer.judge($0, by: model)] }
      })
    for line in TrainingReport(examples.texts.map { [$0.label] }, verdicts, positive: positive).lines {
      try run.output.write(line)
    }
  }

  /// Writes weights of votes, or how well such weights judge each other's messages.
  func learnVotes(for scalar: String, _ corrections: Corrections, _ run: Run) throws {
    var reader = VoteReader(corrections, of: scalar, several: votes.several)
    try run.forEachRecord { reader.read($0) }
    try check(reader.examples.flatMap(\.labels), reader.corrections, "votes", run)
    guard let folds else { return try run.output.write(votes.train(reader.examples, name: name, about: about).json) }
    let verdicts = validation(folds).run(
      reader.examples, labels: { Set($0.labels) }, group: \.group,
      learn: { known in
        let weights = votes.train(known)
        return { Set(weights.decide($0.votes)) }
      })
    for line in TrainingReport(reader.examples.map { Set($0.labels) }, verdicts).lines { try run.output.write(line) }
  }

  private func validation(_ folds: Int) -> CrossValidation {
    var validation = CrossValidation()
    validation.folds = folds
    validation.rounds = rounds
    return validation
  }

  /// Refuses examples of which nothing can be learned.
  private func check(_ borne: [String], _ corrections: Corrections, _ what: String, _ run: Run) throws {
    if let first = corrections.missing.min() {
      run.warn("corrections that no text of the input bears: \(corrections.missing.count), such as \(first)")
    }
    let labels = Set(borne).sorted()
    guard labels.count > 1 else {
      throw Failure(.data, "expected \(what) with at least two labels, found \(borne.count) labelled \(what)")
    }
    guard let positive, labels.count != 2 || !labels.contains(positive) else { return }
    throw Failure(
      .usage, "--positive \(positive): expected one of two labels; there are: \(labels.joined(separator: ", "))")
  }
}
