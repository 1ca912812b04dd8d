// The table in which Lotus Notes puts sender, date and addressees when it writes to other programs: labels at the right.

extension TextLines {
  /// Whether such a table begins at `index`, with the sender's name: far to the right follow, each alone or at the end of
  /// its line and without a colon, the labels of the addressees and the subject.
  func beginsNotesTable(_ index: Int) -> Bool {
    guard isIndented(index, by: 8), labelAtRight(index) == nil else { return false }
    var hasAddressees = false
    for i in index + 1..<min(index + 16, lines.count) {
      switch labelAtRight(i) {
      case .to: hasAddressees = true
      case .subject: return hasAddressees
      default: guard lines[i].isBlank || isIndented(i, by: 8) else { return false }
      }
    }
    return false
  }

  private func isIndented(_ index: Int, by blanks: Int) -> Bool {
    let line = lines[index]
    return line.depth == 0 && line.count > 0 && line.contentStart - line.start >= blanks
  }

  /// The meaning of the last word of a line when it stands behind the thirtieth column and at least eight blanks.
  private func labelAtRight(_ index: Int) -> HeaderLabel? {
    let line = lines[index]
    guard line.depth == 0, line.count > 0, line.contentEnd - line.start > 30 else { return nil }
    var start = line.contentEnd
    while start > line.contentStart, bytes[start - 1] > 0x20 { start -= 1 }
    let before = max(line.start, start - 8)
    guard start - before == 8, bytes[before..<start].allSatisfy({ $0 <= 0x20 }), line.contentEnd - start <= 12 else {
      return nil
    }
    return HeaderLabels.meaning(lowered(index).suffix(line.contentEnd - start).map { $0 })
  }
}
