// The verdict as a table for people.

extension Verdict {
  /// The table: a line for each kind, then the best leads.
  public func table() -> String {
    var text = row("", ["planted", "found", "recall", "right", "wrong", "precision", "f1"]) + "\n"
    for (name, tally) in [
      ("identities", identities), ("moves", moves), ("referrals", referrals), ("openings", openings),
    ] {
      text +=
        row(
          name,
          [
            String(tally.found + tally.missed), String(tally.found), Self.percent(tally.recall), String(tally.right),
            String(tally.wrong), Self.percent(tally.precision), Self.percent(tally.f1),
          ]) + "\n"
    }
    let top = best(10)
    text += "\nbest leads planted: \(top.filter(\.isPlanted).count) of \(top.count)\n"
    for lead in top where !lead.isPlanted { text += "  not planted: \(lead.name)\n" }
    return text
  }

  private func row(_ name: String, _ cells: [String]) -> String {
    var line = name + String(repeating: " ", count: max(0, 12 - name.count))
    for cell in cells { line += String(repeating: " ", count: max(1, 11 - cell.count)) + cell }
    return line
  }

  /// `97.5 %`, or a dash when there was nothing to count.
  static func percent(_ share: Double?) -> String {
    guard let share else { return "-" }
    let tenths = Int((share * 1000).rounded(.down))
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
