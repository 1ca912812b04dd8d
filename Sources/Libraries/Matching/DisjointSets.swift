/// Groups of numbers that only grow together (union-find). The smallest number of a group stands for it.
public struct DisjointSets: Sendable {
  private var parents: [Int32]

  /// `count` groups of one.
  public init(count: Int) {
    parents = (0..<Int32(count)).map { $0 }
  }

  /// The number that stands for the group of `item`.
  public mutating func find(_ item: Int) -> Int {
    var item = item
    while Int(parents[item]) != item {
      parents[item] = parents[Int(parents[item])]
      item = Int(parents[item])
    }
    return item
  }

  /// Joins the groups of `left` and `right`.
  public mutating func join(_ left: Int, _ right: Int) {
    let (first, second) = (find(left), find(right))
    parents[max(first, second)] = Int32(min(first, second))
  }

  /// The part of the groups that `items` are in, to be searched without changing these.
  func parents(of items: [Int]) -> PartOfSets {
    var parents: [Int: Int] = [:]
    for item in items {
      var item = item
      while parents[item] == nil {
        parents[item] = Int(self.parents[item])
        item = Int(self.parents[item])
      }
    }
    return PartOfSets(parents: parents)
  }

  /// All groups, each ascending, in the order of their smallest members.
  public mutating func groups() -> [[Int]] {
    var groups: [[Int]] = []
    // The group of each number that stands for one; it comes first, since it is the smallest.
    var places = [Int32](repeating: 0, count: parents.count)
    for item in parents.indices {
      let root = find(item)
      if root == item {
        places[item] = Int32(groups.count)
        groups.append([item])
      } else {
        groups[Int(places[root])].append(item)
      }
    }
    return groups
  }
}

/// Some of the groups of disjoint sets.
struct PartOfSets {
  fileprivate var parents: [Int: Int]

  /// The number that stands for the group of `item`.
  func find(_ item: Int) -> Int {
    var item = item
    while let parent = parents[item], parent != item { item = parent }
    return item
  }
}
