/// Agglomerative clustering: the two clusters whose members are on average most likely one entity are joined first, and
/// nothing is joined once the average log-odds is no longer above zero. Pairs with nothing to compare have no say in it.
///
/// Works by chains of nearest neighbours, in quadratic time.
struct AverageLinkage {
  /// Sums of the weights between clusters, a square table; `-infinity` where a join is forbidden.
  private var sums: [Float]
  /// How many pairs of members could be compared, a square table.
  private var counts: [Float]
  private var members: [[Int]]
  private var isActive: [Bool]
  private let count: Int

  /// Clusters to begin with, and between two of them the sum of the weights and the number of pairs that it adds up.
  init(_ clusters: [[Int]], link: (Int, Int) -> (sum: Float, count: Int)) {
    count = clusters.count
    members = clusters
    isActive = Array(repeating: true, count: clusters.count)
    sums = Array(repeating: 0, count: clusters.count * clusters.count)
    counts = sums
    for i in 0..<count {
      for j in (i + 1)..<max(i + 1, count) {
        let (sum, pairs) = link(i, j)
        set(i, j, sum, Float(pairs))
      }
    }
  }

  /// The clusters that are left, each ascending.
  mutating func run() -> [[Int]] {
    var result: [[Int]] = []
    var chain: [Int] = []
    while true {
      if chain.isEmpty {
        guard let first = isActive.firstIndex(of: true) else { break }
        chain.append(first)
      }
      let top = chain[chain.count - 1]
      let previous = chain.count > 1 ? chain[chain.count - 2] : nil
      guard let next = nearest(to: top, preferring: previous) else {
        // No join of other clusters can bring one closer than the closer of its parts was: this one is final.
        result.append(members[top].sorted())
        isActive[top] = false
        chain.removeLast()
        continue
      }
      if next == previous {
        chain.removeLast(2)
        join(top, next)
      } else {
        chain.append(next)
      }
    }
    return result.sorted { $0[0] < $1[0] }
  }

  /// The cluster with the highest average above zero; at equal averages the preferred one, then the first.
  private func nearest(to cluster: Int, preferring previous: Int?) -> Int? {
    var best: Int?
    var bestAverage: Float = 0
    if let previous {
      bestAverage = average(cluster, previous)
      best = previous
    }
    for other in 0..<count where isActive[other] && other != cluster {
      let value = average(cluster, other)
      if value > bestAverage {
        bestAverage = value
        best = other
      }
    }
    return best
  }

  private func average(_ left: Int, _ right: Int) -> Float {
    sums[left * count + right] / max(1, counts[left * count + right])
  }

  private mutating func set(_ left: Int, _ right: Int, _ sum: Float, _ pairs: Float) {
    let (place, mirror) = (left * count + right, right * count + left)
    (sums[place], counts[place]) = (sum, pairs)
    (sums[mirror], counts[mirror]) = (sum, pairs)
  }

  private mutating func join(_ left: Int, _ right: Int) {
    let (kept, gone) = (min(left, right), max(left, right))
    for other in 0..<count where isActive[other] && other != kept && other != gone {
      let (place, added) = (kept * count + other, gone * count + other)
      set(kept, other, sums[place] + sums[added], counts[place] + counts[added])
    }
    members[kept] += members[gone]
    isActive[gone] = false
  }
}
