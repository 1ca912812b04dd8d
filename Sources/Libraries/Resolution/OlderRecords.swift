/// The records of an older state that stay as they are.
struct OlderRecords {
  let known: KnownRecords
  private let kept: [Bool]

  /// Those of the golden file that are `gone` do not stay, since others have joined them.
  init(known: KnownRecords, gone: [Int]) {
    self.known = known
    var kept = known.lines.map { !$0.isEmpty }
    for slot in gone { kept[slot] = false }
    self.kept = kept
  }

  /// Whether the record in `slot` of the state stays.
  func isKept(_ slot: Int) -> Bool { kept[slot] }

  /// Calls `body` with stretches of the golden file that hold the whole lines of those in `slots` that stay, line feed
  /// included, and how many lines each has.
  func forEachStretch(_ slots: Range<Int>, _ body: (ArraySlice<UInt8>, Int) throws -> Void) rethrows {
    var stretch = 0..<0
    var count = 0
    for slot in slots where kept[slot] {
      let line = known.lines[slot]
      if stretch.upperBound + 1 == line.lowerBound, count > 0, count < 4096, known.hasLineFeed(stretch.upperBound) {
        stretch = stretch.lowerBound..<line.upperBound
        count += 1
      } else {
        if count > 0 { try body(known.bytes(stretch), count) }
        (stretch, count) = (line, 1)
      }
    }
    if count > 0 { try body(known.bytes(stretch), count) }
  }
}
