// The mail archive as files: letters leave in the order of their dates, few wait at any time.

/// Receives the bytes of files, piece by piece.
public protocol Sink: AnyObject {
  /// Appends bytes to the file at a path that is relative to the agency's folder.
  func append(_ bytes: [UInt8], to path: String) throws
}

/// Sorts letters by date while they come and writes them to the mailboxes.
struct Archive {
  private let sink: any Sink
  private var waiting: [(seconds: Int, order: Int, letter: Letter)] = []
  private var order = 0
  private var dice: Dice
  private(set) var written = 0

  init(sink: any Sink, seed: UInt64) {
    self.sink = sink
    dice = Dice(seed: seed, "archive")
  }

  /// Takes letters that may still have to wait for earlier ones.
  mutating func take(_ letters: [Letter]) {
    for letter in letters {
      order += 1
      waiting.append((letter.seconds, order, letter))
      rise(waiting.count - 1)
    }
  }

  /// Writes all letters from before a moment.
  mutating func write(until seconds: Int) throws {
    while let first = waiting.first, first.seconds < seconds {
      let last = waiting.removeLast()
      if !waiting.isEmpty {
        waiting[0] = last
        sink(0)
      }
      try write(first.letter)
    }
  }

  private mutating func write(_ letter: Letter) throws {
    let year = Day(number: letter.seconds / 86_400).year
    let entry = letter.entry()
    try sink.append(entry, to: "data/raw/mail/archive-\(year < 2020 ? "2015-2019" : "2020-2026").mbox")
    written += 1
    let isMarcus = letter.from.email.hasPrefix("marcus") || letter.to.contains { $0.email.hasPrefix("marcus") }
    if isMarcus, dice.chance(8) {
      var copy = letter
      copy.headers.append(("X-Mozilla-Status", "0001"))
      try sink.append(copy.entry(), to: "data/raw/mail/marcus-laptop.mbox")
    }
  }

  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    (waiting[left].seconds, waiting[left].order) < (waiting[right].seconds, waiting[right].order)
  }

  private mutating func rise(_ start: Int) {
    var child = start
    while child > 0, isBefore(child, (child - 1) / 2) {
      waiting.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func sink(_ start: Int) {
    var parent = start
    while true {
      var least = parent
      for child in [parent * 2 + 1, parent * 2 + 2] where child < waiting.count && isBefore(child, least) {
        least = child
      }
      if least == parent { return }
      waiting.swapAt(least, parent)
      parent = least
    }
  }
}
