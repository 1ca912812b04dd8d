/// What a learned model hears in each sentence of a message.
final class Hearing {
  /// The probability of each label in each sentence.
  let chances: [[Float]]
  /// The highest of each label.
  let peaks: [Float]

  init(_ chances: [[Float]]) {
    self.chances = chances
    peaks = chances.dropFirst().reduce(into: chances.first ?? []) { peaks, sentence in
      for label in peaks.indices { peaks[label] = max(peaks[label], sentence[label]) }
    }
  }

  /// The mean of each label over the sentences.
  var means: [Float] {
    chances.dropFirst().reduce(into: chances.first ?? []) { sum, sentence in
      for label in sum.indices { sum[label] += sentence[label] }
    }.map { $0 / Float(chances.count) }
  }

  /// Whether some sentence may pass the test; most messages are ruled out by their peaks.
  func mayHold(_ test: Condition.SoundTest) -> Bool { !peaks.isEmpty && test.isPassed(by: peaks) }

  /// The sentences that pass the test, the one that does by most first.
  func passing(_ test: Condition.SoundTest) -> [Int] {
    let sums = chances.map(test.sum(of:))
    return sums.indices.filter { sums[$0] >= test.atLeast }.sorted { (sums[$0], $1) > (sums[$1], $0) }
  }

  /// The first of these sentences that passes the test.
  func first(_ test: Condition.SoundTest, in sentences: Range<Int>) -> Int? {
    sentences.first { test.isPassed(by: chances[$0]) }
  }

  /// The sentence in which a label is most probable.
  func best(_ label: Int) -> Int? {
    chances.indices.max { chances[$0][label] < chances[$1][label] }
  }
}

extension Condition.SoundTest {
  fileprivate func isPassed(by chances: [Float]) -> Bool { sum(of: chances) >= atLeast }

  fileprivate func sum(of chances: [Float]) -> Float {
    var sum: Float = 0
    for label in labels { sum += chances[label] }
    return sum
  }
}
