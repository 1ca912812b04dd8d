import JSONLines
import Learned
import Testing

@testable import Rules

struct RuleFileTests {
  private func file(_ text: String) throws(RuleError) -> RuleFile {
    try RuleFile(Array(text.utf8), file: "r.json", learned: .builtIn())
  }

  private func error(_ text: String) -> String {
    do throws(RuleError) {
      _ = try file(text)
      return ""
    } catch {
      return error.description
    }
  }

  private func rule(_ when: String) -> String {
    "{\"name\":\"r\",\"on\":\"record\",\"list\":\"tags\",\"rules\":[\n{\"add\":\"x\",\"when\":\(when)}]}"
  }

  private func tags(_ when: String, _ record: String) throws -> Bool {
    let classification = Classification(try file(rule(when)), today: Days.number("2024-06-30") ?? 0)
    return classification.labels(of: try Record(Array(record.utf8))).names == ["x"]
  }

  @Test func aMisspelledTestIsToldWithItsPlace() {
    #expect(
      error(rule("{\"field\":\"a\",\"atleast\":1}")).hasPrefix(
        "r.json:2:42: rules[0].when.atleast: expected one of field, matches"))
  }

  @Test func anUnclosedPatternIsToldWithRE2sReason() {
    #expect(error(rule("{\"field\":\"a\",\"matches\":\"(x\"}")).contains("RE2 syntax (missing )"))
  }

  @Test func anUnknownWordListIsTold() {
    #expect(error(rule("{\"says\":\"{{nobody}}\"}")).contains("word list above, not {{nobody}}"))
  }

  @Test func wordListsWithinWordListsHaveAnEnd() {
    func list(_ word: String, _ count: Int) -> String { "\"" + String(repeating: word, count: count) + "\"" }
    let words = "{\"a\":\(list("x", 1_000)),\"b\":\(list("{{a}}", 200)),\"c\":\(list("{{b}}", 6))}"
    let file = "{\"name\":\"r\",\"on\":\"record\",\"words\":\(words),\"rules\":[]}"
    #expect(error(file).hasSuffix("words.c: expected at most 1 MiB with all word lists written out"))
  }

  @Test func rulesAndScalarsAreNotWithoutNumber() {
    let rules = String(repeating: "{\"add\":\"x\",\"when\":{\"field\":\"a\",\"exists\":true}},", count: 10_001)
    let many = "{\"name\":\"r\",\"on\":\"record\",\"list\":\"tags\",\"rules\":[\(rules.dropLast())]}"
    #expect(error(many).hasSuffix("rules[10000]: expected at most 10,000 rules"))
    let scalars = (0...100).map { "\"s\($0)\":\"\"" }.joined(separator: ",")
    let wide = "{\"name\":\"r\",\"on\":\"record\",\"scalars\":{\(scalars)},\"rules\":[]}"
    #expect(error(wide).hasSuffix("scalars.s100: expected at most 100 scalars"))
  }

  @Test func manyPatternsThatGrowLargeAreRefused() {
    let patterns = (0..<200).map { "\"\\\\pL{400}\($0)\"" }.joined(separator: ",")
    let reason = error(rule("{\"field\":\"a\",\"matches\":[\(patterns)]}"))
    #expect(reason.hasSuffix("expected fewer patterns, or simpler ones"))
  }

  @Test(arguments: [
    ("{\"field\":\"account.employees\",\"between\":[50,500]}", "{\"account\":{\"employees\":50}}", true),
    ("{\"field\":\"account.employees\",\"between\":[50,500]}", "{\"account\":{\"employees\":500.5}}", false),
    ("{\"field\":\"i\",\"in\":[\"SaaS\",\"FinTech\"]}", "{\"i\":\"saas\"}", true),
    ("{\"field\":\"t\",\"in\":[\"go\"]}", "{\"t\":[\"Rust\",\"Go\"]}", true),
    ("{\"field\":\"d\",\"within\":\"90d\"}", "{\"d\":\"2024-04-01T10:00:00Z\"}", true),
    ("{\"field\":\"d\",\"within\":\"90d\"}", "{\"d\":\"2024-03-31\"}", false),
    ("{\"field\":\"d\",\"older_than\":\"1y\"}", "{\"d\":\"2022-01-01\"}", true),
    ("{\"field\":\"d\",\"older_than\":\"0d\"}", "{\"d\":\"2024-06-30\"}", false),
    ("{\"field\":\"d\",\"due_in\":\"0d\"}", "{\"d\":\"2024-06-30\"}", true),
    ("{\"field\":\"d\",\"due_in\":\"0d\"}", "{\"d\":\"2024-07-01\"}", false),
    ("{\"field\":\"d\",\"due_in\":\"1w\"}", "{\"d\":\"2024-07-07\"}", true),
    ("{\"field\":\"d\",\"due_in\":\"1w\"}", "{\"d\":\"2020-01-01\"}", true),
    ("{\"field\":\"n\",\"at_least\":1}", "{}", false),
    ("{\"field\":\"n\",\"at_least\":1}", "{\"n\":\"2\"}", true),
    ("{\"field\":\"e\",\"exists\":true}", "{\"e\":\"\"}", false),
    ("{\"field\":\"e\",\"exists\":false}", "{\"e\":[]}", true),
    ("{\"none\":[{\"field\":\"n\",\"equals\":1.0}]}", "{\"n\":1}", false),
    (
      "{\"some\":[{\"field\":\"a\",\"exists\":true},{\"field\":\"b\",\"exists\":true}],\"at_least\":2}",
      "{\"a\":1,\"b\":2}", true
    ),
    ("{\"field\":\"p\",\"count\":{\"at_least\":2}}", "{\"p\":[1,2]}", true),
    ("{\"field\":\"t\",\"matches\":\"^vip$\"}", "{\"t\":[\"new\",\"vip\"]}", true),
    ("{\"field\":\"t\",\"matches\":\"new.vip\"}", "{\"t\":[\"new\",\"vip\"]}", false),
    ("{\"field\":\"name\",\"matches\":\"^an+a$\"}", "{\"name\":\"ANNA\"}", true),
  ])
  func aConditionHoldsByItsSemantics(_ when: String, _ record: String, _ expected: Bool) throws {
    #expect(try tags(when, record) == expected)
  }

  @Test func nothingOccursInAnEmptyText() throws {
    let rule = "{\"add\":\"found\",\"when\":{\"field\":\"note\",\"matches\":\"a*\"}}"
    let rules = try file("{\"name\":\"r\",\"on\":\"record\",\"list\":\"l\",\"rules\":[\(rule)]}")
    let classification = Classification(rules, today: 0)
    #expect(classification.labels(of: Record(["note": .string("")])).names == [])
    #expect(classification.labels(of: Record(["note": .string("b")])).names == ["found"])
  }

  @Test(arguments: BuiltIn.names(.rules))
  func theExamplesOfTheBuiltInRulesComeOut(_ name: String) throws {
    let rules = try RuleFile(BuiltIn.file(.rules, name) ?? [], file: name, learned: .builtIn())
    #expect(rules.failedExamples().map(\.description) == [])
  }

  /// A message of two sentences, of which a learned model hears one; with or without a pattern that is looked for in texts.
  @Test(arguments: ["", ",{\"add\":\"y\",\"when\":{\"says\":\"nowhere to be found\"}}"])
  func aModelHearsASentenceInAFileWithoutPatterns(_ other: String) throws {
    let heard = "{\"sounds\":\"later\",\"to\":\"theirs\",\"at_least\":0.5}"
    let rules = try file(
      "{\"name\":\"r\",\"on\":\"message\",\"list\":\"tags\",\"rules\":[{\"add\":\"x\",\"when\":{\"sentence\":\(heard)}}\(other)]}"
    )
    let classification = Classification(rules, today: 0)
    func names(_ text: String) throws -> [String] {
      classification.labels(of: try Record(Array("{\"id\":\"m\",\"source\":{},\"text\":\"\(text)\"}".utf8))).names
    }
    #expect(try names("Thanks for the note. We have no budget now, please call me again in March.") == ["x"])
    #expect(try names("The invoice is attached.").isEmpty)
  }

  /// Both sentences pass; the second one says more of a later day, wherever it stands and whatever else is asked of it.
  @Test(arguments: ["", "{\"none\":[{\"says\":\"nobody\"}]}", "{\"says\":\"month\"}"])
  func theSentenceThatSoundsMostLikeALabelProvesIt(_ other: String) throws {
    let heard = "{\"sounds\":\"later\",\"to\":\"theirs\",\"at_least\":0.1}"
    let sentence = other.isEmpty ? heard : "{\"all\":[\(heard),\(other)]}"
    let rules = try file(
      "{\"name\":\"r\",\"on\":\"message\",\"list\":\"tags\",\"rules\":[{\"add\":\"x\",\"when\":{\"sentence\":\(sentence)}}]}"
    )
    let (weak, strong) = ("Not this month.", "Please call me again in March, then we will have a budget.")
    for text in ["\(weak) \(strong)", "\(strong) \(weak)"] {
      let record = try Record(Array("{\"id\":\"m\",\"source\":{},\"text\":\"\(text)\"}".utf8))
      let quote = Classification(rules, today: 0).labels(of: record).evidence["x"]?.first?.quote
      #expect(quote == Array((other.contains("month") ? weak : strong).utf8))
    }
  }

  /// What a file names and what is wrong in what it names are both told with the place in the file.
  @Test(arguments: [
    ("nobody", "expected the name of something learned ("), ("broken", "expected a learned model: broken"),
  ])
  func aWrongModelIsToldWithItsPlace(_ name: String, _ expected: String) {
    let text =
      "{\"name\":\"r\",\"on\":\"message\",\"list\":\"tags\",\"rules\":[\n{\"add\":\"x\",\"when\":{\"sounds\":\"a\",\"at_least\":0.5,\n  \"to\":\"\(name)\"}}]}"
    let learned = LearnedFiles(["broken": Array("{\"format\": 1}".utf8)])
    let error = #expect(throws: RuleError.self) { try RuleFile(Array(text.utf8), file: "r.json", learned: learned) }
    #expect(error?.description.hasPrefix("r.json:3:8: rules[0].when.to: \(expected)") == true)
  }

  @Test(arguments: ["nobody", "broken"])
  func whatWeighsVotesWronglyIsToldWithItsPlace(_ name: String) {
    let text =
      "{\"name\":\"r\",\"on\":\"message\",\"scalars\":{\"mood\":\"calm\"},\n\"weighed_by\":{\"mood\":\"\(name)\"},\"rules\":[]}"
    let learned = LearnedFiles(["broken": Array("{\"format\": 1}".utf8)])
    let error = #expect(throws: RuleError.self) { try RuleFile(Array(text.utf8), file: "r.json", learned: learned) }
    #expect(error?.description.hasPrefix("r.json:2:22: weighed_by.mood: expected ") == true)
  }

  @Test func aQuoteIsAnExactPartOfTheMessage() throws {
    let text = "Hi,\\nwe’re sure: we need\\ttwo nurses \\ud83d\\ude00 now. Bye"
    let line = "{\"source\":{},\"messages\":[{\"id\":\"m\",\"direction\":\"inbound\",\"text\":\"\(text)\"}]}"
    var record = try Record(Array(line.utf8))
    Classification(try RuleFile(BuiltIn.file(.rules, "funnel") ?? [], file: "funnel", learned: .builtIn()), today: 0)
      .apply(to: &record)
    let quotes = record.jsons("why[]").compactMap { $0["quote"]?.string }
    let whole = record.strings("messages[].text").first ?? ""
    #expect(!quotes.isEmpty)
    #expect(quotes.allSatisfy { whole.contains($0) })
    var again = record
    Classification(try RuleFile(BuiltIn.file(.rules, "funnel") ?? [], file: "funnel", learned: .builtIn()), today: 0)
      .apply(to: &again)
    #expect(again.bytes == record.bytes)
  }

  /// "Interested?" alone tells nobody what was asked.
  @Test(arguments: [
    ("We build a team of five. Interested? Call me.", "We build a team of five. Interested?"),
    ("We build a team of five.\\nInterested? Call me.", "Interested?"),
    ("Interested? Call me.", "Interested?"), ("Is your firm interested? Call me.", "Is your firm interested?"),
  ])
  func aSentenceOfOneWordIsQuotedWithTheOneBefore(_ text: String, _ quote: String) throws {
    let rules = try file(
      "{\"name\":\"r\",\"on\":\"message\",\"list\":\"l\",\"rules\":[{\"add\":\"x\",\"when\":{\"matches\":\"interested\\\\? \"}}]}"
    )
    var record = try Record(Array("{\"id\":\"m\",\"source\":{},\"text\":\"\(text)\"}".utf8))
    Classification(rules, today: 0).apply(to: &record)
    #expect(record.strings("why[].quote") == [quote])
  }

  /// Whoever tags by rules keeps what somebody wrote by hand, and what other rules gave.
  @Test func labelsOfOthersStayInTheList() throws {
    let rules = try file(rule("{\"field\":\"n\",\"at_least\":1}"))
    let old = "{\"by\":\"classify:r\",\"signal\":\"renamed since\"}"
    var record = try Record(Array("{\"n\":1,\"tags\":[\"vip\",\"renamed since\",7],\"why\":[\(old)]}".utf8))
    Classification(rules, today: 0).apply(to: &record)
    #expect(record.json("tags")?.text == "[\"vip\",7,\"x\"]")
    let once = record.bytes
    Classification(rules, today: 0).apply(to: &record)
    #expect(record.bytes == once)
    var other = try Record(Array("{\"n\":0,\"tags\":[\"vip\",\"x\"]}".utf8))
    Classification(rules, today: 0).apply(to: &other)
    #expect(other.json("tags")?.text == "[\"vip\"]")
  }

  /// Records of all types run through the same pipe.
  @Test(arguments: [
    ("funnel", "{}"), ("funnel", "{\"type\":\"person\",\"name\":\"x\"}"),
    ("funnel", "{\"type\":\"message\",\"text\":\"x\"}"),
    ("reply", "{}"), ("reply", "{\"type\":\"person\",\"text\":\"x\"}"),
  ])
  func whatTheRulesDoNotJudgeStaysAsItIs(_ name: String, _ line: String) throws {
    let rules = try RuleFile(BuiltIn.file(.rules, name) ?? [], file: name, isBuiltIn: true, learned: .builtIn())
    var record = try Record(Array(line.utf8))
    Classification(rules, today: 0).apply(to: &record)
    #expect(String(decoding: record.bytes, as: UTF8.self) == line)
  }
}
