import Bytes

/// Finds many words in a folded text in one pass: at each place the next four bytes (for shorter words, three or two) are
/// looked up, and a word that has them there is compared (after Wu and Manber, "A fast algorithm for multi-pattern
/// searching", 1994, with a filter of bits instead of shifts, as some words are short).
struct WordFinder: Sendable {
  /// A word with all that is asked before its bytes are compared, side by side.
  private struct Entry: Sendable {
    let key: UInt32
    let word: Int32
    /// Where the word's bytes begin in `bytes`, and how many they are.
    let start: Int32
    let count: UInt16
    /// How many bytes of the word stand before the key.
    let before: UInt8
    let beginsWord: Bool
    let endsWord: Bool
  }

  /// The bytes of all words.
  private var bytes: [UInt8] = []
  /// The sets that each word belongs to.
  private let sets: [[Int32]]
  /// For keys of four, three and two bytes.
  private var tables: [Table] = []

  /// A finder of the words of all sets.
  init(_ choices: [[NeededWord]]) {
    var numbers: [NeededWord: Int] = [:]
    var words: [NeededWord] = []
    var sets: [[Int32]] = []
    for (set, choice) in choices.enumerated() {
      for word in choice {
        let number = numbers[word] ?? words.count
        if number == words.count {
          numbers[word] = number
          words.append(word)
          sets.append([])
        }
        if sets[number].last != Int32(set) { sets[number].append(Int32(set)) }
      }
    }
    self.sets = sets
    var entries: [[Entry]] = [[], [], []]
    for (number, word) in words.enumerated() {
      let length = min(word.bytes.count, 4)
      let before = Self.rarest(word.bytes, length)
      entries[4 - length].append(
        Entry(
          key: Self.key(word.bytes, before, length), word: Int32(number), start: Int32(bytes.count),
          count: UInt16(word.bytes.count), before: UInt8(before), beginsWord: word.beginsWord,
          endsWord: word.endsWord))
      bytes += word.bytes
    }
    for (index, entries) in entries.enumerated() where !entries.isEmpty {
      tables.append(Table(entries, length: 4 - index))
    }
  }

  private static func key(_ bytes: [UInt8], _ start: Int, _ length: Int) -> UInt32 {
    (0..<length).reduce(0) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) }
  }

  /// The place in the word whose bytes are seldom seen elsewhere.
  private static func rarest(_ bytes: [UInt8], _ length: Int) -> Int {
    let common = Array(" etaonisrhldu".utf8)
    func weight(_ start: Int) -> Int {
      bytes[start..<start + length].reduce(0) { sum, byte in
        sum + (common.firstIndex(of: byte).map { 14 - $0 } ?? 0)
      }
    }
    return (0...(bytes.count - length)).min { weight($0) < weight($1) } ?? 0
  }

  /// Where words of each set end in the text: the set in the upper half, the place of the word's last byte in the lower;
  /// ascending.
  func hits(in text: FoldedText) -> [UInt64] {
    var found: [UInt64] = []
    let span = text.bytes.span.bytes
    for table in tables {
      table.each(span, text.count) { entry, place in
        let start = place - Int(entry.before)
        let end = start + Int(entry.count)
        guard start >= 0, end <= text.count, stands(entry, span, start, end, text.count) else { return }
        let last = UInt64(text.places[end - 1])
        for set in sets[Int(entry.word)] { found.append(UInt64(set) << 32 | last) }
      }
    }
    found.sort()
    return found
  }

  @inline(__always)
  private func stands(_ entry: Entry, _ span: RawSpan, _ start: Int, _ end: Int, _ count: Int) -> Bool {
    if entry.beginsWord, start > 0, FoldedText.isWord(span.byte(start - 1)) { return false }
    if entry.endsWord, end < count, FoldedText.isWord(span.byte(end)) { return false }
    return span.equals(bytes, Int(entry.start)..<Int(entry.start) + Int(entry.count), in: start..<end)
  }

  /// The words with keys of one length, by key.
  private struct Table: Sendable {
    private let mask: UInt32
    /// One bit a hash of 16 bits.
    private var filter = [UInt8](repeating: 0, count: 1 << 13)
    /// The entries by the upper bits of their hash, and where those of each begin.
    private let entries: [Entry]
    private var starts = [Int32](repeating: 0, count: 1 << 12 + 1)

    init(_ entries: [Entry], length: Int) {
      mask = UInt32(truncatingIfNeeded: (UInt64(1) << UInt64(8 * length)) - 1)
      self.entries = entries.sorted { Self.hash($0.key) < Self.hash($1.key) }
      for entry in self.entries {
        let hash = Self.hash(entry.key)
        filter[hash >> 3] |= 1 << UInt8(hash & 7)
        starts[hash >> 4 + 1] += 1
      }
      for index in 1..<starts.count { starts[index] += starts[index - 1] }
    }

    private static func hash(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> 16) }

    /// Calls `body` with each entry whose key stands at a place.
    @inline(__always)
    func each(_ span: RawSpan, _ count: Int, _ body: (Entry, Int) -> Void) {
      let filter = filter.span.bytes
      // The span has four bytes more than `count`.
      for place in 0..<count {
        let key = span.halfWord(place) & mask
        let hash = Self.hash(key)
        guard filter.byte(hash >> 3) & (1 << UInt8(truncatingIfNeeded: hash & 7)) != 0 else { continue }
        for index in starts[hash >> 4]..<starts[hash >> 4 + 1] where entries[Int(index)].key == key {
          body(entries[Int(index)], place)
        }
      }
    }
  }
}
