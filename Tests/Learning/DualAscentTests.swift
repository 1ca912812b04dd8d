import Glibc
import Testing

@testable import Learning

/// Texts of a few features each, drawn by a fixed shuffle.
private func texts(_ count: Int, features: Int) -> [FeatureVector] {
  var shuffle = Shuffle(seed: 5)
  var order = (0..<features).map { Int32($0) }
  return (0..<count).map { text in
    shuffle.apply(to: &order)
    return FeatureVector([(1, order.prefix(text % 5).sorted())], rarity: [UInt8](repeating: 20, count: features))
  }
}

/// The loss and the square of its gradient, in double precision and as plainly as can be.
private func loss(
  _ parameters: [Float], _ texts: [FeatureVector], _ classes: [Int], _ importance: [Float], labels: Int, features: Int
) -> (loss: Double, square: Double) {
  var loss = parameters.reduce(0) { $0 + Double($1 * $1) } / 2
  var gradient = parameters.map { Double($0) }
  for (place, text) in texts.enumerated() {
    let all = zip(text.features + [Int32(features)], text.values + [1])
    let scores = (0..<labels).map { label in
      all.reduce(0) { $0 + Double(parameters[Int($1.0) * labels + label]) * Double($1.1) }
    }
    let sum = scores.reduce(0) { $0 + exp($1) }
    loss -= Double(importance[place]) * (scores[classes[place]] - log(sum))
    for label in 0..<labels {
      let error = exp(scores[label]) / sum - (label == classes[place] ? 1 : 0)
      for (feature, value) in all {
        gradient[Int(feature) * labels + label] += Double(importance[place]) * error * Double(value)
      }
    }
  }
  return (loss, gradient.reduce(0) { $0 + $1 * $1 })
}

// The loss curves upwards by at least half the square of the parameters, so that it lies above its minimum by at most half
// the square of its gradient.
@Test(arguments: [2, 8, 11], [0.01, 0.3, 3] as [Float])
func theLossIsAtItsMinimumWhereTrainingEnds(labels: Int, fit: Float) {
  let texts = texts(60, features: 12)
  let classes = texts.indices.map { $0 * 7 % labels }
  let importance = texts.indices.map { fit * Float(1 + $0 % 3) }
  var ascent = DualAscent(texts: texts, classes: classes, importance: importance, labels: labels, features: 12)
  let parameters = ascent.minimise(tolerance: 1e-7, passes: 1000)
  #expect(parameters.count == 13 * labels)
  let end = loss(parameters, texts, classes, importance, labels: labels, features: 12)
  #expect(end.square / 2 < 1e-3 * end.loss)
}

@Test func valuesOfAnySizeLeadToTheMinimumToo() {
  let texts = (0..<60).map { text in
    FeatureVector((0..<text % 5).map { ($0 * 7 % 12, Float(text % 9) - 3 + Float($0)) }.sorted { $0.0 < $1.0 })
  }
  let classes = texts.indices.map { $0 * 7 % 3 }
  let importance = [Float](repeating: 1, count: 60)
  var ascent = DualAscent(texts: texts, classes: classes, importance: importance, labels: 3, features: 12)
  let end = loss(ascent.minimise(tolerance: 1e-7, passes: 1000), texts, classes, importance, labels: 3, features: 12)
  #expect(end.square / 2 < 1e-3 * end.loss)
}

@Test func textsWithoutImportanceTeachNothing() {
  let texts = texts(10, features: 4)
  let importance = [Float](repeating: 0, count: 10)
  var ascent = DualAscent(
    texts: texts, classes: texts.indices.map { $0 % 2 }, importance: importance, labels: 2, features: 4)
  #expect(ascent.minimise(tolerance: 1e-6, passes: 10) == [Float](repeating: 0, count: 10))
}

@Test func anExponentialIsRightToTheLastPlaces() {
  for step in -600...600 {
    let x = Float(step) * 0.1
    let exact = exp(Double(x))
    #expect(abs(Double(VectorMath.exp(SIMD8(repeating: x))[3]) - exact) < 3e-7 * exact)
  }
  #expect(VectorMath.exp(SIMD8(repeating: -1e4))[0] < 1e-25)
}

@Test func aLogarithmOfOmegaSolvesItsEquation() {
  for step in -400...4000 {
    let x = Float(step) * 0.1
    let u = Double(VectorMath.logOmega(SIMD8(repeating: x))[5])
    #expect(abs(exp(u) + u - Double(x)) < 1e-5 * max(1, abs(Double(x))))
  }
}

@Test func aKnownBucketIsNumberedByItsRank() {
  let buckets: [UInt32] = [0, 1, 63, 64, 127, 500, 1022, 1023]
  let index = BucketIndex(buckets, bits: 10)
  for bucket in 0..<UInt32(1024) {
    #expect(index.feature(bucket) == buckets.firstIndex(of: bucket).map { Int32($0) })
  }
  #expect(index.features([1023, 7, 0, 64, 0]) == [0, 0, 3, 7])
}
