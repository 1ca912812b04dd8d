import Bytes
import Names
import Transliteration

/// The things that a value lists: the people of a patent, the authors of a paper.
enum ListItems {
  /// Signs between the things of a list.
  private static let signs: [Character] = [";", "|", "*", ",", "\n"]
  /// Letters below which a thing is a mere initial or class, and tells too little.
  private static let fewestLetters = 5
  /// Things of one list that are looked at.
  private static let longest = 256

  /// Hashes of the things in `text`, of each once, however it is spelt.
  static func hashes(_ text: String, _ transliterator: Transliterator) -> [UInt64] {
    let items = text.split(whereSeparator: signs.contains).prefix(longest).compactMap { item -> UInt64? in
      let words = FoldedText(transliterator.latin(String(item))).comparable
      let letters = Array(words.joined())
      return letters.count >= fewestLetters ? ContentHash.of(letters) : nil
    }
    return Set(items).sorted()
  }
}
