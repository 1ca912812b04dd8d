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
  private let places: [String: [Int]]

  init(_ ids: [String]) {
    places = Dictionary(grouping: ids.indices.filter { !ids[$0].isEmpty }, by: { ids[$0] })
  }

  /// Labels by number of record; those about records that are not there are left out.
  func labels(_ labels: [Decision]) -> [(left: Int, right: Int, isOne: Bool)] {
    labels.compactMap { label in
      guard let left = places[label.left]?.first, let right = places[label.right]?.first, left != right else {
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
      guard let left = places[decision.left]?.first, let right = places[decision.right]?.first, left != right else {
        continue
      }
      if decision.isSame { result.same.append((left, right)) } else { result.different.append((left, right)) }
    }
    for indices in places.values.sorted(by: { $0[0] < $1[0] }) {
      for index in indices.dropFirst() { result.same.append((indices[0], index)) }
    }
    return result
  }
}
