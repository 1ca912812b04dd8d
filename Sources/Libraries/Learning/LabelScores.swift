/// Right, wrong and missed of each label, and what follows from them.
public struct LabelScores: Sendable {
  /// One label's counts.
  public struct Count: Sendable {
    /// Judged so, and so they are.
    public var right = 0
    /// Judged so, but they are not.
    public var wrong = 0
    /// They are so, but were judged otherwise.
    public var missed = 0

    /// The share of what was judged so that is so.
    public var precision: Double { right + wrong == 0 ? 0 : Double(right) / Double(right + wrong) }
    /// The share of what is so that was judged so.
    public var recall: Double { right + missed == 0 ? 0 : Double(right) / Double(right + missed) }
    /// The harmonic mean of precision and recall.
    public var f1: Double { right == 0 ? 0 : Double(2 * right) / Double(2 * right + wrong + missed) }
  }

  /// The counts by label.
  public private(set) var counts: [String: Count] = [:]
  /// How many texts were judged.
  public private(set) var total = 0
  /// How many were judged as labelled.
  public private(set) var right = 0

  /// No text yet.
  public init() {}

  /// Counts one judged text, by the labels that it bears and those that it was given.
  public mutating func add(labelled: Set<String>, judged: Set<String>) {
    total += 1
    if labelled == judged { right += 1 }
    for label in labelled.intersection(judged) { counts[label, default: Count()].right += 1 }
    for label in labelled.subtracting(judged) { counts[label, default: Count()].missed += 1 }
    for label in judged.subtracting(labelled) { counts[label, default: Count()].wrong += 1 }
  }

  /// The share that was judged as labelled.
  public var accuracy: Double { total == 0 ? 0 : Double(right) / Double(total) }

  /// The mean F1 over the labels that texts bear.
  public var macroF1: Double {
    let borne = counts.values.filter { $0.right + $0.missed > 0 }
    return borne.isEmpty ? 0 : borne.reduce(0) { $0 + $1.f1 } / Double(borne.count)
  }
}
