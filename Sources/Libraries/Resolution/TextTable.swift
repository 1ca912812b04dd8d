import Matching

/// Texts by number, one behind the other, so that comparing two of them touches no storage but theirs.
struct TextTable: Sendable {
  /// Where a text stands, and what tells most pairs of texts apart at a glance.
  struct Entry: Sendable {
    let place: TextPlace
    let letters: LetterSet
  }

  private(set) var bytes: [UInt8] = []
  private(set) var entries: [Entry] = []

  var count: Int { entries.count }

  /// Adds `text` under the next number.
  mutating func append(_ text: [UInt8]) {
    entries.append(Entry(place: bytes.append(place: text), letters: LetterSet(text.span)))
  }

  subscript(number: Int32) -> [UInt8] { Array(bytes[entries[Int(number)].place.range]) }
}

/// Where a text stands among the bytes of many.
struct TextPlace: Sendable {
  private let start: Int
  private let length: Int32

  init(start: Int, count: Int) {
    self.start = start
    length = Int32(count)
  }

  var count: Int { Int(length) }
  var range: Range<Int> { start..<start + Int(length) }
}

extension [UInt8] {
  /// Adds `text` at the end and says where it stands.
  mutating func append(place text: some Collection<UInt8>) -> TextPlace {
    let start = count
    self += text
    return TextPlace(start: start, count: count - start)
  }

  /// The text at `place`.
  func text(_ place: TextPlace) -> [UInt8] { Array(self[place.range]) }
}

extension LetterOverlap {
  /// What is known of the letters of two texts of a table.
  init(_ left: TextTable.Entry, _ right: TextTable.Entry) {
    self.init(left.letters, count: left.place.count, right.letters, count: right.place.count)
  }
}
