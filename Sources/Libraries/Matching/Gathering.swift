/// What a record tells of the company it keeps: how its entity is called, and what else stands beside that name.
public struct Context: Sendable {
  /// The words of its name, as numbers.
  public var words: [UInt64]
  /// Values that only records of few entities share, as numbers: the people of a firm, its telephone.
  public var neighbours: [UInt64]

  /// A name of `words` with `neighbours` beside it.
  public init(words: [UInt64] = [], neighbours: [UInt64] = []) {
    self.words = words
    self.neighbours = neighbours
  }
}

/// Joins clusters whose names have a word in common and that several rare values stand beside: no pair of their records
/// is alike enough, but together they are in the same company (I. Bhattacharya, L. Getoor, Collective entity resolution
/// in relational data, 2007).
struct Gathering {
  private let contexts: [Context]
  private let mayJoin: ([Int], [Int]) -> Bool

  /// Rare values that two clusters must share.
  private static let fewestShared = 3
  /// Clusters that hold a rare value, at most, and what part of all clusters they may be.
  private static let mostHolders = 4
  private static let holdersPart = 25

  /// `contexts` by record; `mayJoin` says whether nothing forbids that two groups of records are one.
  init(_ contexts: [Context], mayJoin: @escaping ([Int], [Int]) -> Bool) {
    self.contexts = contexts
    self.mayJoin = mayJoin
  }

  /// The clusters after all joins, each ascending, in the order of their first members.
  func gathered(_ clusters: [[Int]]) -> [[Int]] {
    let heads = clusters.map(headWords)
    var sets = DisjointSets(count: clusters.count)
    var groups = clusters
    for (left, right) in sharing(clusters) where !heads[left].isDisjoint(with: heads[right]) {
      let (first, second) = (sets.find(left), sets.find(right))
      guard first != second, mayJoin(groups[first], groups[second]) else { continue }
      sets.join(first, second)
      groups[sets.find(first)] = groups[first] + groups[second]
    }
    return clusters.indices.filter { sets.find($0) == $0 }.map { groups[$0].sorted() }.sorted { $0[0] < $1[0] }
  }

  /// The words that most records of a cluster have in their names.
  private func headWords(_ cluster: [Int]) -> Set<UInt64> {
    var counts: [UInt64: Int] = [:]
    for record in cluster { for word in Set(contexts[record].words) { counts[word, default: 0] += 1 } }
    return Set(counts.filter { 2 * $0.value > cluster.count }.keys)
  }

  /// Pairs of clusters that share enough rare values, those with most first.
  private func sharing(_ clusters: [[Int]]) -> [(Int, Int)] {
    var holders: [UInt64: [Int]] = [:]
    for (number, cluster) in clusters.enumerated() {
      for value in Set(cluster.flatMap { contexts[$0].neighbours }) { holders[value, default: []].append(number) }
    }
    let most = min(Self.mostHolders, max(2, clusters.count / Self.holdersPart))
    var shared: [Link: Int] = [:]
    for (_, holders) in holders where (2...most).contains(holders.count) {
      for (place, left) in holders.enumerated() {
        for right in holders[(place + 1)...] { shared[Link(left: left, right: right), default: 0] += 1 }
      }
    }
    return shared.filter { $0.value >= Self.fewestShared }
      .sorted { ($1.value, $0.key.left, $0.key.right) < ($0.value, $1.key.left, $1.key.right) }
      .map { ($0.key.left, $0.key.right) }
  }

  private struct Link: Hashable {
    let left, right: Int
  }
}
