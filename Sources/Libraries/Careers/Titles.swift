// Job titles by seniority, and whether those who bear them hire.
import CCareerTables
import JSONLines
import Names

/// The rules for titles, which are data: `pipelines/config/careers/titles.json`.
public struct Titles: Sendable {
  private let ranks: [(words: [[UInt8]], rank: Int)]
  private let hiring: [[[UInt8]]]

  /// The built-in rules.
  public static let builtIn: Titles = {
    // Sound: the embedded bytes live as long as the program.
    let bytes = Array(UnsafeBufferPointer(start: kith_titles(), count: kith_titles_size()))
    return Titles((try? JSON(parsing: bytes)) ?? .null)
  }()

  /// Reads rules.
  init(_ json: JSON) {
    ranks = (json["seniority"]?.array ?? []).flatMap { level in
      (level["words"]?.strings ?? []).map { (FoldedText($0).words, level["rank"]?.int ?? 0) }
    }
    hiring = (json["hiring"]?.strings ?? []).map { FoldedText($0).words }
  }

  /// How senior a title is; nil when no rule knows it. The highest rank among its words counts.
  func rank(_ title: String) -> Int? {
    let words = FoldedText(title).words
    return ranks.filter { Self.holds(words, $0.words) }.map(\.rank).max()
  }

  /// Whether those with this title decide on whom to hire, or look for them.
  func hires(_ title: String) -> Bool {
    let words = FoldedText(title).words
    return hiring.contains { Self.holds(words, $0) }
  }

  private static func holds(_ words: [[UInt8]], _ phrase: [[UInt8]]) -> Bool {
    guard !phrase.isEmpty, words.count >= phrase.count else { return false }
    return (0...(words.count - phrase.count)).contains { words[$0..<$0 + phrase.count].elementsEqual(phrase) }
  }
}
