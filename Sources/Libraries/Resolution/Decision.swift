import JSONLines
import Matching

/// What a person decided about two records: `{"decision":"same"|"different","a":ID,"b":ID}`.
public struct Decision: Sendable, Equatable {
  /// Whether they are one entity.
  public let isSame: Bool
  /// The ids of the two records.
  public let left, right: String

  /// Reads a line of a decisions or labels file; nil when it decides nothing (`unsure`, or another kind of line). A label
  /// may also be written `"same":true` or `"label":"yes"`.
  public init?(_ record: Record) {
    guard let left = record.string("a") ?? record.number("a"), let right = record.string("b") ?? record.number("b")
    else {
      return nil
    }
    if let same = record.bool("same") ?? record.bool("match") {
      isSame = same
    } else {
      switch record.string("decision") ?? record.string("label") {
      case "same", "yes", "y": isSame = true
      case "different", "no", "n": isSame = false
      default: return nil
      }
    }
    self.left = left
    self.right = right
  }
}

/// Finds the records that decisions name.
struct DecisionIndex {
  private let ids: [String]

  /// The records with these ids, which ascend.
  init(_ ids: [String]) {
    self.ids = ids
  }

  /// The first record with this id.
  private func place(of id: String) -> Int? {
    var (low, high) = (0, ids.count)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < ids.count && ids[low] == id && !id.isEmpty ? low : nil
  }

  /// Labels by number of record; those about records that are not there are left out.
  func labels(_ labels: [Decision]) -> [(left: Int, right: Int, isOne: Bool)] {
    labels.compactMap { label in
      guard let left = place(of: label.left), let right = place(of: label.right), left != right else {
        return nil
      }
      return (left, right, label.isSame)
    }
  }

  /// Decisions by number of record; the later one of two about the same pair holds. Records of equal id are one.
  func constraints(_ decisions: [Decision]) -> Constraints {
    var result = Constraints()
    var latest: [[String]: Decision] = [:]
    for decision in decisions { latest[[decision.left, decision.right].sorted()] = decision }
    for (_, decision) in latest.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      guard let left = place(of: decision.left), let right = place(of: decision.right), left != right else {
        continue
      }
      if decision.isSame { result.same.append((left, right)) } else { result.different.append((left, right)) }
    }
    var first = 0
    for index in ids.indices.dropFirst() {
      if ids[index] != ids[first] { first = index } else if !ids[index].isEmpty { result.same.append((first, index)) }
    }
    return result
  }
}
