import JSONLines

/// The figures of a cross-validation: one record a label and one for all, over all rounds.
public struct TrainingReport {
  /// The records.
  public let lines: [JSONObject]

  /// The figures of the verdicts of each round on examples that bear those labels; with `positive` the mean F1 is that of
  /// this label alone.
  public init(_ labels: [Set<String>], _ rounds: [[CrossValidation.Verdict]], positive: String? = nil) {
    var scores = LabelScores()
    var means: [Double] = []
    for verdicts in rounds {
      var round = LabelScores()
      for verdict in verdicts {
        scores.add(labelled: labels[verdict.example], judged: verdict.judged)
        round.add(labelled: labels[verdict.example], judged: verdict.judged)
      }
      means.append(positive.map { round.counts[$0]?.f1 ?? 0 } ?? round.macroF1)
    }
    lines =
      scores.counts.sorted { $0.key < $1.key }.map { label, count in
        [
          "label": .string(label), "precision": Self.share(count.precision), "recall": Self.share(count.recall),
          "f1": Self.share(count.f1), "right": JSON(count.right), "wrong": JSON(count.wrong),
          "missed": JSON(count.missed),
        ]
      } + [
        [
          "texts": JSON(labels.count), "rounds": JSON(rounds.count), "accuracy": Self.share(scores.accuracy),
          positive == nil ? "macro_f1" : "f1": Self.share(means.reduce(0, +) / Double(max(1, means.count))),
        ]
      ]
  }

  private static func share(_ value: Double) -> JSON { JSON((value * 10_000).rounded() / 10_000) }
}
