import JSONLines
import Learned
import Testing

@testable import Rules

/// Votes: fixed, and weighed by what was learned.
struct VotingTests {
  private static let weights = """
    {"format":"kith-votes-1","name":"moods","labels":["angry","calm"],"bias":[-1,0],
    "votes":{"shouts: angry":[3,0],"asks: angry":[0,1]}}
    """
  private static let shouts = "{\"vote\":\"mood\",\"to\":\"angry\",\"name\":\"shouts\",\"when\":{\"matches\":\"!!\"}}"
  private static let asks = "{\"vote\":\"mood\",\"to\":\"angry\",\"name\":\"asks\",\"when\":{\"matches\":\"[?]\"}}"

  private func file(_ rules: String, weighed: String = "\"mood\":\"moods\"") throws -> RuleFile {
    let text =
      "{\"name\":\"r\",\"on\":\"message\",\"scalars\":{\"mood\":\"none\"},\"weighed_by\":{\(weighed)},\"rules\":[\(rules)]}"
    return try RuleFile(Array(text.utf8), file: "r.json", learned: .builtIn(["moods": Array(Self.weights.utf8)]))
  }

  private func mood(_ rules: RuleFile, _ text: String, votes: Bool = false) throws -> Record {
    var record = try Record(Array("{\"id\":\"m\",\"source\":{},\"text\":\"\(text)\"}".utf8))
    Classification(rules, today: 0, writesVotes: votes).apply(to: &record)
    return record
  }

  @Test(arguments: [
    ("Answer me!!", "angry"), ("Who is that?", "calm"), ("Fine.", "calm"), ("What!! Who?", "angry"),
  ])
  func weightsSayWhatVotesAreWorth(_ text: String, _ expected: String) throws {
    #expect(try mood(file("\(Self.shouts),\(Self.asks)"), text).string("mood") == expected)
  }

  @Test func aVoteWithAWeightIsAddedToWhatIsLearned() throws {
    let asks = "{\"vote\":\"mood\",\"to\":\"angry\",\"name\":\"asks\",\"weight\":2,\"when\":{\"matches\":\"[?]\"}}"
    #expect(try mood(file(asks), "Who is that?").string("mood") == "angry")
    #expect(try mood(file(asks), "Fine.").string("mood") == "calm")
  }

  @Test func withoutWordsEachVoteCountsOne() throws {
    let attached =
      "{\"vote\":\"mood\",\"to\":\"curious\",\"name\":\"n\",\"when\":{\"field\":\"@attachments\",\"at_least\":0}}"
    let rules = try file("\(attached),\(Self.shouts)")
    #expect(try mood(rules, "").string("mood") == "curious")
    #expect(rules.unknownVotes == ["n: curious"])
  }

  @Test func whatARuleSetsIsNotVotedOn() throws {
    let rules = try file(
      "{\"set\":\"mood\",\"to\":\"calm\",\"when\":{\"matches\":\"never mind\"}},\(Self.shouts)")
    let record = try mood(rules, "Never mind!!", votes: true)
    #expect(record.string("mood") == "calm")
    #expect(record.json("votes")?.text == "{}")
  }

  @Test func votesAreWrittenAsTheyWereCast() throws {
    let models = "{\"vote\":\"mood\",\"by\":\"ours\"},{\"vote\":\"mood\",\"by\":\"theirs\",\"of\":\"sentences\"}"
    let votes = try mood(file("\(Self.shouts),\(models)"), "Call me again in March!! Thanks.", votes: true).json(
      "votes")
    let mood = try #require(votes?["mood"]?.object)
    #expect(mood["shouts: angry"]?.double == 1)
    let most = try #require(mood["most theirs: later"]?.double)
    let mean = try #require(mood["mean theirs: later"]?.double)
    #expect(most > 0.5 && mean < most && mean > most / 3)
    #expect(mood.members.allSatisfy { $0.key.hasPrefix("ours: ") ? $0.value.double ?? -1 < 3.94 : true })
    #expect(try self.mood(file(Self.shouts), "Fine.", votes: true).json("votes")?.text == "{\"mood\":{}}")
  }

  @Test func onlyTheNearestMessagesVote() throws {
    let message = "{\"source\":{},\"direction\":\"inbound\",\"text\":\"Thanks.\"}"
    let messages = Array(repeating: message, count: 60).joined(separator: ",")
    let record = try Record(Array("{\"messages\":[\(messages)]}".utf8))
    let subject = Subject.messages(of: record, rules: try file(Self.shouts), today: 0)
    #expect(subject.messages[30].others(before: true).map(\.index) == Array((10..<30).reversed()))
    #expect(subject.messages[30].others(before: false).map(\.index) == Array(31..<51))
    #expect(subject.messages[0].others(before: true).isEmpty)
  }

  @Test func whatTheyWroteBeforeAndAfterVotesToo() throws {
    let parts = ["earlier", "later", "earlier sentences", "later sentences"].map {
      "{\"vote\":\"mood\",\"by\":\"\($0.contains("sentences") ? "theirs" : "replies")\",\"of\":\"\($0)\",\"name\":\"\($0)\"}"
    }
    let rules = try file(parts.joined(separator: ","))
    let texts = [
      ("inbound", "Please call me again in March."), ("outbound", "We need a welder."), ("inbound", "Thanks."),
      ("inbound", ""), ("inbound", "Our invoice is paid."),
    ]
    let messages = texts.map { "{\"source\":{},\"direction\":\"\($0)\",\"text\":\"\($1)\"}" }.joined(separator: ",")
    var record = try Record(Array("{\"type\":\"conversation\",\"messages\":[\(messages)]}".utf8))
    Classification(rules, today: 0, writesVotes: true).apply(to: &record)
    let votes = record.jsons("messages[]").map { $0["votes"]?["mood"]?.object?.members ?? [] }
    func strength(_ message: Int, _ name: String) -> Double? { votes[message].first { $0.key == name }?.value.double }

    #expect(try #require(strength(2, "most earlier sentences theirs: later")) > 0.5)
    #expect(strength(2, "most earlier replies: deferral") == strength(2, "last earlier replies: deferral"))
    #expect(try #require(strength(4, "most earlier sentences theirs: later")) > 0.5)
    let most = try #require(strength(4, "most earlier replies: deferral"))
    #expect(try most > #require(strength(4, "last earlier replies: deferral")))
    #expect(try #require(strength(2, "next later replies: unclear")) > 0)
    #expect(
      !votes[0].contains { $0.key.contains("earlier") }
        && !votes[4].contains { $0.key.contains("later ") && !$0.key.contains("earlier") })
    #expect(votes[1].isEmpty && votes[3].isEmpty)
  }

  @Test(arguments: [
    ("shouts,shouts", "\"mood\":\"moods\"", "could not tell two votes \"shouts: angry\" apart"),
    ("shouts", "\"tone\":\"moods\"", "weighed_by.tone: expected the file's list or one of its scalars (mood)"),
    (
      "shouts", "\"mood\":\"tones\"",
      "weighed_by.mood: expected the name of something learned (moods, ours, replies, reply-votes, signal-votes, theirs)"
    ),
    ("of", "\"mood\":\"moods\"", "rules[0].of: expected no \"of\" without \"by\""),
    ("words", "\"mood\":\"moods\"", "rules[0].of: expected sentences, earlier, later"),
  ])
  func mistakesAreNamed(_ rules: String, _ weighed: String, _ message: String) {
    let known = [
      "shouts": Self.shouts,
      "of": "{\"vote\":\"mood\",\"to\":\"angry\",\"of\":\"sentences\",\"when\":{\"matches\":\"!\"}}",
      "words": "{\"vote\":\"mood\",\"by\":\"ours\",\"of\":\"words\"}",
    ]
    let text = rules.split(separator: ",").compactMap { known[String($0)] }.joined(separator: ",")
    #expect {
      try file(text, weighed: weighed)
    } throws: {
      "\($0)".contains(message)
    }
  }
}
