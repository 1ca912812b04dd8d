import JSONLines
import Learned
import Testing

@testable import Rules

/// Votes on the list of a conversation.
struct ListVotingTests {
  private static let weights = """
    {"format":"kith-votes-1","name":"w","labels":["later","pricey"],"several":true,"bias":[-1,-1],
    "votes":{"last most theirs: later":[3,0],"speaks of money":[0,2],"found: pricey":[0,0.5]}}
    """
  private static let adds = "{\"add\":\"pricey\",\"from\":\"them\",\"when\":{\"says\":[\"too much\"]}}"
  private static let money =
    "{\"vote\":\"tags\",\"name\":\"speaks of money\",\"from\":\"them\",\"when\":{\"says\":[\"fee\"]}}"
  private static let found =
    "{\"vote\":\"tags\",\"to\":\"pricey\",\"name\":\"found\",\"when\":{\"label\":\"pricey\"}}"
  private static let later =
    "{\"vote\":\"tags\",\"by\":\"theirs\",\"of\":\"sentences\",\"which\":\"last\",\"from\":\"them\",\"name\":\"hears\"}"

  private func file(_ rules: [String], weighed: String = "\"weighed_by\":{\"tags\":\"w\"},") throws -> RuleFile {
    let head = "\"name\":\"r\",\"on\":\"conversation\",\"list\":\"tags\",\"scalars\":{\"state\":\"none\"},\(weighed)"
    let text = "{\(head)\"rules\":[\(rules.joined(separator: ","))]}"
    return try RuleFile(Array(text.utf8), file: "r.json", learned: .builtIn(["w": Array(Self.weights.utf8)]))
  }

  private func judged(_ rules: [String], _ texts: [String], votes: Bool = false) throws -> Record {
    let messages = texts.map { "{\"source\":{},\"direction\":\"inbound\",\"text\":\"\($0)\"}" }.joined(separator: ",")
    var record = try Record(Array("{\"source\":{},\"type\":\"conversation\",\"messages\":[\(messages)]}".utf8))
    Classification(try file(rules), today: 0, writesVotes: votes).apply(to: &record)
    return record
  }

  @Test func whatVotesSpeakForIsAddedWithTheSentenceThatProvesIt() throws {
    let record = try judged([Self.later], ["Hello there.", "Thanks. Please call me again in March."])
    #expect(record.strings("tags") == ["later"])
    #expect(record.strings("why[].quote") == ["Please call me again in March."])
    #expect(record.strings("why[].because") == ["votes, first of all last most theirs: later"])
  }

  @Test func onlyTheChosenMessageIsHeard() throws {
    #expect(try judged([Self.later], ["Please call me again in March.", "The invoice is paid."]).strings("tags") == [])
  }

  @Test func whatVotesSpeakAgainstIsTakenAway() throws {
    #expect(try judged([Self.adds, Self.found], ["That is too much."]).strings("tags") == [])
    #expect(try judged([Self.adds, Self.money], ["That fee is too much."]).strings("tags") == ["pricey"])
  }

  @Test func aLabelThatNoWordsProveIsNotGiven() throws {
    #expect(try judged([Self.money], ["What is the fee?"]).strings("tags") == [])
  }

  @Test func withoutVotesTheRulesStand() throws {
    #expect(try judged([Self.adds], ["That is too much."]).strings("tags") == ["pricey"])
  }

  @Test func withoutWordsTheRulesStand() throws {
    let silent = "{\"add\":\"pricey\",\"when\":{\"field\":\"@messages\",\"at_least\":1}}"
    #expect(try judged([silent, Self.money], [""]).strings("tags") == ["pricey"])
  }

  @Test func laterRulesSeeWhatVotesGave() throws {
    let rules = ["{\"add\":\"later\",\"when\":{\"field\":\"x\",\"exists\":true}}", Self.later, Self.waits]
    #expect(try judged(rules, ["Please call me again in March."]).string("state") == "waiting")
  }

  private static let waits = "{\"set\":\"state\",\"to\":\"waiting\",\"when\":{\"label\":\"later\"}}"

  @Test func votesOnTheListAreWritten() throws {
    let votes = try judged([Self.money, Self.later], ["The fee?"], votes: true).json("votes")?["tags"]?.object
    #expect(votes?["speaks of money"]?.double == 1)
    #expect(votes?["last most theirs: later"]?.double != nil)
  }

  @Test(arguments: [
    (money, "", "rules[0].vote: expected weights for the list in \"weighed_by\""),
    (money, "\"weighed_by\":{\"state\":\"w\"},", "weighed_by.state: expected weights by which one label holds"),
    (
      money, "\"weighed_by\":{\"tags\":\"reply-votes\"},",
      "weighed_by.tags: expected weights by which several labels may"
    ),
    ("{\"vote\":\"tags\",\"by\":\"theirs\",\"which\":\"all\"}", nil, "rules[0].which: expected any, first or last"),
    (
      "{\"vote\":\"tags\",\"name\":\"n\",\"which\":\"last\",\"when\":{\"field\":\"x\",\"exists\":true}}", nil,
      "rules[0].which: expected no \"which\" without \"by\""
    ),
    ("{\"vote\":\"tags\",\"when\":{\"field\":\"x\",\"exists\":true}}", nil, "expected a member \"to\""),
  ])
  func mistakesAreNamed(_ rule: String, _ weighed: String?, _ message: String) {
    #expect {
      try file([rule], weighed: weighed ?? "\"weighed_by\":{\"tags\":\"w\"},")
    } throws: {
      "\($0)".contains(message)
    }
  }
}
