/// What must hold of the clusters whatever the weights say.
public struct Constraints: Sendable {
  /// Pairs that are one because a person said so.
  public var same: [(Int, Int)] = []
  /// Pairs that are two because a person said so.
  public var different: [(Int, Int)] = []
  /// The source of each record when no source has two records of one entity; empty when sources are not clean.
  public var sources: [Int32] = []

  /// Which records were resolved before, so that no two of them are one; empty when none was.
  public var known: [Bool] = []

  /// No constraints.
  public init() {}

  /// Whether both are of one source that has no entity twice, or were both resolved before.
  func areKnownApart(_ left: Int, _ right: Int) -> Bool {
    areOfOneCleanSource(left, right) || !known.isEmpty && known[left] && known[right]
  }

  /// Whether both are of one source that has no entity twice.
  func areOfOneCleanSource(_ left: Int, _ right: Int) -> Bool {
    !sources.isEmpty && sources[left] >= 0 && sources[left] == sources[right]
  }

  /// Whether nothing forbids that the records of two groups are one entity.
  func allowOne(_ left: [Int], _ right: [Int]) -> Bool {
    let (first, second) = (Set(left), Set(right))
    let isForbidden = different.contains { one, other in
      first.contains(one) && second.contains(other) || first.contains(other) && second.contains(one)
    }
    return !isForbidden && !left.contains { one in right.contains { areKnownApart(one, $0) } }
  }

  /// Pairs of `count` records, those of one clean source left out.
  func pairs(of count: Int) -> Double {
    func pairs(_ count: Int) -> Double { Double(count) * Double(count - 1) / 2 }
    var sizes: [Int32: Int] = [:]
    for source in sources where source >= 0 { sizes[source, default: 0] += 1 }
    return max(1, pairs(count) - sizes.values.sorted().reduce(0) { $0 + pairs($1) } - pairs(known.count { $0 }))
  }
}

/// Clusters of records by average linkage within the components that positive weights connect.
struct Clustering: Sendable {
  private let constraints: Constraints
  private let records: Int
  private let threads: Int
  private let weight: @Sendable (Int, Int) -> Float?
  /// For each record, those that it must not be united with.
  private let enemies: [Int: Set<Int>]

  /// Records in a component beyond which it is cut at stronger links before it is clustered.
  private static let componentLimit = 3000

  /// `weight` gives the log-odds of a pair in bits; nil when the two have nothing that can be compared.
  init(
    _ constraints: Constraints, records: Int, threads: Int, weight: @escaping @Sendable (Int, Int) -> Float?
  ) {
    self.constraints = constraints
    self.records = records
    self.threads = threads
    self.weight = weight
    var enemies: [Int: Set<Int>] = [:]
    for (left, right) in constraints.different {
      enemies[left, default: []].insert(right)
      enemies[right, default: []].insert(left)
    }
    self.enemies = enemies
  }

  /// The clusters, each ascending, in the order of their first members.
  func clusters(_ pairs: [ScoredPair]) -> [[Int]] {
    var sets = DisjointSets(count: records)
    for (left, right) in constraints.same { sets.join(left, right) }
    let units = sets
    let components = components(pairs.filter { $0.weight > 0 && areAllowed($0.left, $0.right) }, units, above: 0)
    let shares = Self.shares(components)
    let parts = Threads.map(shares.count, on: threads) { part in
      components[shares[part]].flatMap { $0.count == 1 ? [$0] : linked($0, units) }
    }
    return parts.joined().sorted { $0[0] < $1[0] }
  }

  /// Ranges of components with about the same work.
  private static func shares(_ components: [[Int]]) -> [Range<Int>] {
    var shares: [Range<Int>] = []
    var start = 0
    var work = 0
    for (index, component) in components.enumerated() {
      work += component.count * component.count
      if work > 20_000 || index == components.count - 1 {
        shares.append(start..<index + 1)
        (start, work) = (index + 1, 0)
      }
    }
    return shares
  }

  private func areAllowed(_ left: Int, _ right: Int) -> Bool {
    if constraints.areKnownApart(left, right) { return false }
    return enemies.isEmpty || !(enemies[left]?.contains(right) ?? false)
  }

  /// Groups of records that pairs above `limit` connect; one that is too large is cut at a higher limit.
  private func components(_ pairs: [ScoredPair], _ units: DisjointSets, above limit: Float) -> [[Int]] {
    var sets = units
    for pair in pairs where pair.weight > limit { sets.join(pair.left, pair.right) }
    let groups = sets.groups()
    let large = Set(groups.filter { $0.count > Self.componentLimit }.flatMap { $0 })
    guard !large.isEmpty, limit < 40 else { return groups }
    let inside = pairs.filter { $0.weight > limit + 1 && large.contains($0.left) }
    let pieces = components(inside, units, above: limit + 1).filter { large.contains($0[0]) }
    return groups.filter { !large.contains($0[0]) } + pieces
  }

  private func linked(_ component: [Int], _ units: DisjointSets) -> [[Int]] {
    let clusters = constraints.same.isEmpty ? component.map { [$0] } : united(component, units)
    var linkage = AverageLinkage(clusters) { i, j in
      var (sum, count): (Float, Int) = (0, 0)
      for left in clusters[i] {
        for right in clusters[j] {
          guard areAllowed(left, right) else { return (-.infinity, 1) }
          guard let weight = weight(left, right) else { continue }
          sum += weight
          count += 1
        }
      }
      return (sum, count)
    }
    return linkage.run()
  }

  /// The records of a component, those together that are one whatever the weights say.
  private func united(_ component: [Int], _ units: DisjointSets) -> [[Int]] {
    let units = units.parents(of: component)
    var groups: [Int: [Int]] = [:]
    for record in component { groups[units.find(record), default: []].append(record) }
    return groups.values.sorted { $0[0] < $1[0] }
  }
}
