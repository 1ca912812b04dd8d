// Why two records are one entity or two, in words.
import JSONLines
import Matching

extension Matched {
  /// What speaks for and against the records `A,B` being one; nil when they are not among the records.
  public func explanation(of pair: String) -> String? {
    let names = pair.split(separator: ",", maxSplits: 1).map(String.init)
    return names.count == 2 ? explanation(of: names[0], names[1]) : nil
  }

  /// What speaks for and against two records being one: the records beside each other, then a waterfall of what each
  /// comparison adds, in bits, with the sum so far; nil when they are not among the records.
  public func explanation(of first: String, _ second: String) -> String? {
    guard let left = ids.firstIndex(of: first), let right = ids.firstIndex(of: second) else { return nil }
    let parts = parts(left, right)
    let low = (min(left, right), max(left, right))
    var text = SideBySide.text(records[left].object, records[right].object) + "\n" + Self.waterfall(parts)
    let missing = parts.filter { $0.level == "missing" }.map(\.comparison)
    if !missing.isEmpty { text += "not to be compared: \(missing.joined(separator: ", "))\n" }
    text += "probability \(Self.chance(parts.reduce(0) { $0 + $1.weight }))\n"
    if !pairs.contains(where: { ($0.left, $0.right) == low }) {
      let missed = missedBlocks(left, right)
      text += missed.isEmpty ? "never compared: they share no blocking key\n" : ""
      for block in missed { text += "never compared by \(block)\n" }
    }
    let isOne = clusters.contains { $0.contains(left) && $0.contains(right) }
    return text + (isOne ? "one entity\n" : "two entities\n")
  }

  /// A line for each comparison that says something: how both agree, what that adds, and the sum so far.
  private static func waterfall(_ parts: [MatchPart]) -> String {
    let column = max(12, (parts.map { $0.comparison.count }.max() ?? 0) + 2)
    func line(_ name: String, _ level: String, _ bits: String, _ sum: String) -> String {
      let label = padded(name, column) + level
      let numbers = [bits, sum].map { String(repeating: " ", count: max(0, 8 - $0.utf8.count)) + $0 }
      return padded(label, max(column + 18, label.count + 1)) + numbers.joined(separator: "  ") + "\n"
    }
    var sum: Float = 0
    return parts.filter { $0.level != "missing" }.reduce(line("", "", "bits", "sum")) { text, part in
      sum += part.weight
      return text + line(part.comparison, part.level, signed(part.weight), signed(sum))
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// The probability that belongs to `weight`, to four places.
  private static func chance(_ weight: Float) -> String {
    let chance = MatchWeights.probability(weight)
    if chance < 0.000_1 { return "below 0.0001" }
    return chance > 0.999_9 ? "above 0.9999" : "\((chance * 10_000).rounded() / 10_000)"
  }

  private static func signed(_ weight: Float) -> String {
    let hundredths = Int((weight * 100).rounded())
    let digits = String(hundredths.magnitude % 100)
    return "\(hundredths < 0 ? "-" : "+")\(hundredths.magnitude / 100)." + (digits.utf8.count == 1 ? "0" : "") + digits
  }
}
