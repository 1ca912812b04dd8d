// Job titles by seniority and function, and whether those who bear them hire.
import CCareerTables
import JSONLines
import Names

/// The rules for titles, which are data: `pipelines/config/careers/titles.json`.
public struct Titles: Sendable {
  /// What a title says.
  struct Standing: Sendable, Equatable {
    /// How senior, in one word: `manager`, `director`.
    var seniority: String?
    /// On what somebody works: `hr`, `engineering`.
    var function: String?
    /// Whether somebody with this title decides whom to hire.
    var decides: Bool
  }

  private let ranks: [Phrase]
  private let endings: [(ending: [UInt8], rank: Int)]
  private let names: [Int: String]
  private let functions: [(words: [[UInt8]], name: String)]
  private let hiring: [[[UInt8]]]
  private let deciding: (rank: Int, functions: [String: Int], words: [[[UInt8]]])
  private let behind: [[[UInt8]]]

  private struct Phrase: Sendable {
    let words: [[UInt8]]
    let rank: Int
  }

  /// The built-in rules.
  public static let builtIn: Titles = {
    // Sound: the embedded bytes live as long as the program.
    let bytes = Array(UnsafeBufferPointer(start: kith_titles(), count: kith_titles_size()))
    return Titles((try? JSON(parsing: bytes)) ?? .null)
  }()

  /// Reads rules.
  init(_ json: JSON) {
    let levels = (json["seniority"]?.array ?? []).map { ($0["rank"]?.int ?? 0, $0) }
    ranks = levels.flatMap { rank, level in Self.folded(level["words"]).map { Phrase(words: $0, rank: rank) } }
      .sorted { $0.words.count > $1.words.count }
    endings = levels.flatMap { rank, level in Self.folded(level["endings"]).map { ($0.joined().map { $0 }, rank) } }
    names = Dictionary(levels.compactMap { rank, level in level["name"]?.string.map { (rank, $0) } }) { $1 }
    functions = (json["functions"]?.array ?? []).flatMap { entry in
      Self.folded(entry["words"]).map { ($0, entry["function"]?.string ?? "") }
    }
    hiring = Self.folded(json["hiring"])
    let members = json["decides"]?["functions"]?.object?.members ?? []
    deciding = (
      json["decides"]?["rank"]?.int ?? 5, Dictionary(members.map { ($0.key, $0.value.int ?? 99) }) { $1 },
      Self.folded(json["decides"]?["words"])
    )
    behind = Self.folded(json["behind"])
  }

  private static func folded(_ json: JSON?) -> [[[UInt8]]] { (json?.strings ?? []).map { FoldedText($0).words } }

  /// How senior a title is, from 0 to 8; nil when no rule knows it.
  ///
  /// A phrase uses up its words, so that a vice president is no president; of what is left the highest rank counts.
  func rank(_ title: String) -> Int? {
    var words = own(title)
    var best: Int?
    for phrase in ranks {
      while let place = Self.place(of: phrase.words, in: words) {
        best = max(best ?? 0, phrase.rank)
        words.replaceSubrange(place, with: [[]])
      }
    }
    for word in words where !word.isEmpty {
      guard
        let longest = endings.filter({
          word.count > $0.ending.count + 2 && word.suffix($0.ending.count) == $0.ending[...]
        })
        .max(by: { $0.ending.count < $1.ending.count })
      else { continue }
      best = max(best ?? 0, longest.rank)
    }
    return best
  }

  /// Seniority, function, and whether they decide whom to hire.
  func standing(_ title: String) -> Standing {
    let (words, rank) = (own(title), rank(title))
    let function = functions.first { Self.place(of: $0.words, in: words) != nil }?.name
    let isNamed = deciding.words.contains { Self.place(of: $0, in: words) != nil }
    let limit = min(deciding.rank, function.flatMap { deciding.functions[$0] } ?? deciding.rank)
    return Standing(
      seniority: rank.flatMap { names[$0] }, function: function, decides: isNamed || (rank ?? -1) >= limit)
  }

  /// Whether those with this title decide on whom to hire, or look for them.
  func hires(_ title: String) -> Bool {
    let words = own(title)
    return hiring.contains { Self.place(of: $0, in: words) != nil }
  }

  /// The words of a title up to those that name somebody else: an assistant to the director is none.
  private func own(_ title: String) -> [[UInt8]] {
    let words = FoldedText(title).words
    let end = behind.compactMap { Self.place(of: $0, in: words)?.lowerBound }.filter { $0 > 0 }.min()
    return Array(words[..<(end ?? words.count)])
  }

  private static func place(of phrase: [[UInt8]], in words: [[UInt8]]) -> Range<Int>? {
    guard !phrase.isEmpty, words.count >= phrase.count else { return nil }
    let start = (0...(words.count - phrase.count)).first { words[$0..<$0 + phrase.count].elementsEqual(phrase) }
    return start.map { $0..<$0 + phrase.count }
  }
}
