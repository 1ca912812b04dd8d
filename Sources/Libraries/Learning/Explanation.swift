extension LogisticModel {
  /// The most probable label with its probability, or nil below the threshold; for yes and no, yes from the threshold on.
  public func decide(_ probabilities: [Float]) -> (label: String, probability: Float)? {
    if let positive, labels.count == 2, let yes = labels.firstIndex(of: positive) {
      let chosen = probabilities[yes] >= threshold ? yes : 1 - yes
      return (labels[chosen], probabilities[chosen])
    }
    guard let best = probabilities.indices.max(by: { probabilities[$0] < probabilities[$1] }) else { return nil }
    return probabilities[best] >= threshold ? (labels[best], probabilities[best]) : nil
  }

  /// The words, pairs of words and rules that speak most for the label, the strongest first, each with its share of the
  /// score; what a word's letters say is said by the word. `known` is the text's `vector(of:)`.
  public func reasons(for label: String, in text: SeenText, known vector: FeatureVector, most: Int = 3)
    -> [(words: String, share: Float)]
  {
    guard let column = labels.firstIndex(of: label) else { return [] }
    let values = Dictionary(zip(vector.features, vector.values), uniquingKeysWith: { a, _ in a })
    let words = WordText(text.text)
    var shares: [Place: Float] = [:]
    var counts: [Int32: Float] = [:]
    for (bucket, count) in spec.counts(of: text.text, rules: text.rules) {
      if let feature = index.feature(bucket) { counts[feature] = Float(count) }
    }
    spec.each(words, rules: text.rules) { bucket, first, length, _ in
      guard let feature = index.feature(bucket), let value = values[feature], let count = counts[feature] else {
        return
      }
      shares[Place(first: first, length: length), default: 0] +=
        value / count * weight(feature, column)
    }
    let strongest = shares.filter { $0.value > 0 }.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(most)
    return strongest.map { (spelling($0.key, words, text.rules), $0.value) }
  }

  private struct Place: Hashable, Comparable {
    let first: Int
    let length: Int

    static func < (one: Place, other: Place) -> Bool { (one.first, one.length) < (other.first, other.length) }
  }

  private func spelling(_ place: Place, _ words: WordText, _ hits: [String]) -> String {
    guard place.length > 0 else { return "rule \(hits[place.first])" }
    return (place.first..<place.first + place.length).map(words.spelling).joined(separator: " ")
  }
}
