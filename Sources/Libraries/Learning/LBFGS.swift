/// The limited-memory quasi-Newton method (Nocedal and Wright, "Numerical Optimization", algorithms 7.4 and 7.5) with
/// halving steps until the loss falls enough (Armijo). One thread, a fixed order of additions: the same result each time.
enum LBFGS {
  private static let memory = 6

  /// The parameters, from zero, after at most so many steps.
  static func minimise(_ problem: LogisticProblem, steps: Int) -> [Float] {
    var point = [Float](repeating: 0, count: problem.size)
    var gradient = point
    var loss = problem.loss(point, &gradient)
    var history: [(step: [Float], change: [Float], scale: Float)] = []
    var trial = point
    var slope = gradient
    for _ in 0..<steps {
      let direction = descent(gradient, history)
      let fall = dot(direction, gradient)
      guard fall < 0 else { break }
      var size: Float = history.isEmpty ? 1 / max(1, dot(gradient, gradient).squareRoot()) : 1
      var next = Double.infinity
      for _ in 0..<20 {
        for index in point.indices { trial[index] = point[index] + size * direction[index] }
        next = problem.loss(trial, &slope)
        if next <= loss + 1e-4 * Double(size * fall) { break }
        size /= 2
      }
      guard next < loss else { break }
      let step = zip(trial, point).map { $0 - $1 }
      let change = zip(slope, gradient).map { $0 - $1 }
      let product = dot(step, change)
      if product > 0 {
        history.append((step, change, 1 / product))
        if history.count > memory { history.removeFirst() }
      }
      let done = loss - next < 1e-7 * abs(loss)
      swap(&point, &trial)
      swap(&gradient, &slope)
      loss = next
      if done { break }
    }
    return point
  }

  /// The direction of steepest descent, bent by what the last steps told of the curvature.
  private static func descent(_ gradient: [Float], _ history: [(step: [Float], change: [Float], scale: Float)])
    -> [Float]
  {
    var direction = gradient.map { -$0 }
    var factors: [Float] = []
    for (step, change, scale) in history.reversed() {
      let factor = scale * dot(step, direction)
      factors.append(factor)
      add(&direction, change, -factor)
    }
    if let (_, change, scale) = history.last {
      let factor = 1 / (scale * dot(change, change))
      for index in direction.indices { direction[index] *= factor }
    }
    for ((step, change, scale), factor) in zip(history, factors.reversed()) {
      add(&direction, step, factor - scale * dot(change, direction))
    }
    return direction
  }

  private static func dot(_ one: [Float], _ other: [Float]) -> Float {
    var sum = 0.0
    for index in one.indices { sum += Double(one[index] * other[index]) }
    return Float(sum)
  }

  private static func add(_ vector: inout [Float], _ other: [Float], _ factor: Float) {
    for index in vector.indices { vector[index] += factor * other[index] }
  }
}
