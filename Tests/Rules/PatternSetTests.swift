import Learned
import TestSupport
import Testing

@testable import Rules

/// Every place that a pattern set finds is compared with the plain twin: looking for the whole pattern in the whole text.
@Suite struct PatternSetTests {
  private func plainly(_ pattern: Pattern, _ text: [UInt8], most: Int = 64) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var start = 0
    while places.count < most, start <= text.count, let range = pattern.find(in: text, from: start) {
      places.append(range)
      start = max(range.upperBound, range.lowerBound + 1)
    }
    return places
  }

  private func compare(_ set: PatternSet, _ text: String) {
    let bytes = Array(text.utf8)
    let chances = set.look(at: bytes)
    for (index, pattern) in set.patterns.enumerated() {
      let found = chances.patterns[index] == .no ? [] : set.places(of: index, in: bytes, chances, most: 64)
      let expected = plainly(pattern, bytes)
      #expect(found == expected, "\(pattern.source) in \(text)")
    }
  }

  private static let sources = [
    "\\bno\\b", "kind regards", "(?:thanks|thank you)[^.]{0,20}call", "stra(?:ß|ss)e", "größe", "\\d{3}", "[aeiou]{4}",
    "istanbul", "call me", "he", "she", "hers", "x?", "a|b|", "\\bcafé(?:\\b|[^\\pL\\d]|$)", "co[ -]?op(?:s|erat\\w+)?",
    "don['’‘´`]?t\\s+(ever\\s+){0,3}call", "(?:in|after)\\s+(?:two|\\d+)\\s+weeks?", "foo\\s*[ -]?bar",
    "(?i)re: .*offer$",
    "^dear\\b", "(?-i:[A-Z][\\pL'’-]+) handles", "[[:alpha:]]+ing\\b", "\\p{Lu}nsub", "end\\z", "\\bto\\B", "f{2,}o+",
    "\\b(?:(?:\\b(?:we\\s+need|i\\s+want)\\b|\\bneed(?:ed|s)?\\b)|want)\\b", "नमस्ते", "(?P<who>me|us) back", "\\x41bc",
    "\\Qa.b\\E", "[]x]yz", "[^]x]yz", "({2})", "\\bo'?clock", "[.] next", "way\\S+ out",
  ]
  private static let words = [
    "no", "NO", "kind", "regards", "thank", "you", "thanks", "call", "me", "Straße", "STRASSE", "GRÖSSE", "größe",
    "123",
    "\u{130}stanbul", "ISTANBUL", "she", "hers", "café", "CAFÉ", "cafés", "co", "-op", "coop", "co  operate", "don’t",
    "dont", "ever", "in", "after", "two", "weeks", "foo", "bar", "-", "Re:", "offer", "Dear", "Ann", "handles",
    "O’Hara",
    "calling", "Unsub", "end", "to", "toe", "ffoo", "we", "need", "i", "want", "needed", "नमस्ते", "us", "back", "Abc",
    "a.b", "xyz", "]yz", "({2})", "((", "o'clock", "next", ".", "waylong-way out", "queueing", "€",
  ]
  private static let breaks = [" ", " ", " ", "\n", "\n\n", "  ", "\t", "", ", ", "\u{B}", "\u{A0}", "\r\n"]

  @Test func whatIsFoundIsWhatThePatternsFindAlone() {
    let patterns = Self.sources.compactMap { Pattern.compile($0).pattern }
    #expect(patterns.count >= Self.sources.count - 1)
    let set = PatternSet(patterns)
    var state: UInt64 = 7
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<next(14) { text += Self.words[next(Self.words.count)] + Self.breaks[next(Self.breaks.count)] }
      compare(set, text)
    }
  }

  @Test(arguments: ["\u{212A}ind regard\u{17F}", "\u{212B}ngström \u{17F}he", "", " ", "x", "no", "Q"])
  func lettersThatFoldToASCIIAreFound(_ text: String) {
    compare(PatternSet((Self.sources + ["ångström"]).compactMap { Pattern.compile($0).pattern }), text)
  }

  @Test(arguments: ["funnel", "reply"])
  func builtInPatternsAreFoundInTheirExamples(_ name: String) throws {
    let rules = try RuleFile(try #require(BuiltIn.file(.rules, name)), file: name, learned: .builtIn())
    let texts = rules.rules.flatMap { $0.examples.map(\.text) }
    #expect(texts.count > 100)
    let scanner = try #require(rules.compiled.scanners.first { $0.isText })
    for (index, text) in texts.enumerated() where index % 300 == 0 { compare(scanner.set, text) }
  }

  @Test func aPatternOfNothingButBracketsIsSoonLookedThrough() throws {
    let brackets = String(repeating: "(", count: 30_000) + "a|b" + String(repeating: ")", count: 30_000)
    let pattern = try #require(Pattern.compile(brackets).pattern)
    let seconds = ProcessorTime.seconds { compare(PatternSet([pattern]), "a cup of tea") }
    #expect(seconds < 5)
  }

  @Test func patternsWhoseWordsAreMissingAreNotLookedFor() {
    let set = PatternSet(Self.sources.compactMap { Pattern.compile($0).pattern })
    let chances = set.look(at: Array("a cup of tea".utf8)).patterns
    #expect(chances[1] == .no && chances[2] == .no && chances[8] == .no)
  }

  @Test func alternativesAreCutApartWithWhatStandsAroundThem() {
    #expect(
      PatternPieces.of("\\b(?:a[|)]|(?:\\b(?:b|c(?:d|e))\\b))\\b") == [
        "\\b(?:a[|)])\\b", "\\b(?:(?:\\b(?:b)\\b))\\b", "\\b(?:(?:\\b(?:c(?:d|e))\\b))\\b",
      ])
    #expect(PatternPieces.of("(a|b)+") == ["(a|b)+"])
    #expect(PatternPieces.of("(?i)a|b") == ["(?i)a|b"])
    #expect(PatternPieces.of("a|b|") == ["a", "b", ""])
  }

  /// The classic patterns that make backtracking matchers take 2^n steps: 100,000 letters would never end there.
  @Test(arguments: ["(a+)+$", "(a|aa)+$", "^(([a-z])+.)+[A-Z]([a-z])+$"])
  func noPatternThatAUserWritesIsSlow(_ text: String) throws {
    let pattern = try #require(Pattern.compile(text).pattern)
    let seconds = ProcessorTime.seconds {
      #expect(pattern.find(in: [UInt8](repeating: UInt8(ascii: "a"), count: 100_000) + [UInt8(ascii: "1")]) == nil)
    }
    #expect(seconds < 20)
  }
}
