import JSONLines
import Learned
import Testing

@testable import Rules

/// Conditions that could never hold where they stand are errors there.
struct ConditionScopeTests {
  private static let conversation =
    "\"name\":\"r\",\"on\":\"conversation\",\"list\":\"l\",\"scalars\":{\"stage\":\"none\"}"
  private static let message = "\"name\":\"r\",\"on\":\"message\",\"list\":\"l\",\"scalars\":{\"class\":\"unclear\"}"
  private static let record = "\"name\":\"r\",\"on\":\"record\",\"list\":\"l\",\"scalars\":{\"s\":\"n\"}"

  private func error(_ head: String, _ rules: String) -> String {
    do throws(RuleError) {
      _ = try RuleFile(Array("{\(head),\"rules\":[\n\(rules)]}".utf8), file: "r.json", learned: .builtIn())
      return ""
    } catch {
      return error.description
    }
  }

  @Test func aLabelIsNotAskedOfOneMessage() {
    let rules = """
      {"add":"a","from":"them","when":{"says":"hi"}},
      {"add":"b","from":"them","when":{"all":[{"says":"ho"},{"none":[{"label":"a"}]}]}}
      """
    #expect(
      error(Self.conversation, rules).hasPrefix(
        "r.json:3:73: rules[1].when.all[1].none[0].label: expected a condition on the message, not \"label\""))
  }

  @Test(arguments: [
    (
      "{\"add\":\"b\",\"from\":\"them\",\"when\":{\"given\":\"stage\",\"in\":[\"none\"]}}",
      "when.given: expected a condition on"
    ),
    ("{\"add\":\"b\",\"when\":{\"label\":\"c\"}}", "label that an earlier rule adds (there is none), not \"c\""),
    (
      "{\"drop\":\"c\",\"when\":{\"field\":\"x\",\"exists\":true}}",
      "rules[0].drop: expected a label that an earlier rule"
    ),
    ("{\"add\":\"b\",\"from\":\"us\",\"after\":\"c\",\"when\":{\"says\":\"x\"}}", "rules[0].after: expected a label"),
    ("{\"add\":\"b\",\"when\":{\"given\":\"stag\",\"in\":[\"none\"]}}", "the file's scalars (stage), not \"stag\""),
    ("{\"add\":\"b\",\"when\":{\"given\":\"stage\",\"in\":[\"won\"]}}", "when.in[0]: expected a value that stage has"),
    ("{\"add\":\"b\",\"when\":{\"says\":\"hi\"}}", "when.says: expected a condition on the conversation"),
    (
      "{\"add\":\"b\",\"when\":{\"sentence\":{\"says\":\"hi\"}}}",
      "when.sentence: expected a condition on the conversation"
    ),
    ("{\"add\":\"b\",\"when\":{\"next\":{\"says\":\"hi\"}}}", "when.next: expected a condition on the conversation"),
    (
      "{\"add\":\"b\",\"from\":\"us\",\"when\":{\"messages\":{}}}",
      "when.messages: expected a condition on the one message"
    ),
    ("{\"add\":\"b\",\"when\":{\"field\":\"@words\",\"at_least\":1}}", "of a conversation, not @words"),
    ("{\"add\":\"b\",\"from\":\"us\",\"when\":{\"field\":\"@silent\",\"at_least\":1}}", "of a message, not @silent"),
    ("{\"add\":\"b\",\"when\":{\"field\":\"@silent\",\"within\":\"3d\"}}", "expected a test of a number"),
    ("{\"add\":\"b\",\"when\":{\"field\":\"@last\",\"equals\":\"me\"}}", "\"them\" or \"us\", which @last is"),
    ("{\"add\":\"b\",\"when\":{\"field\":\"@last\",\"matches\":\"us\"}}", "expected words of a member, not of @last"),
    (
      "{\"add\":\"b\",\"when\":{\"item\":\"p\",\"where\":{\"messages\":{}}}}",
      "where.messages: expected a condition on members"
    ),
    ("{\"add\":\"b\",\"when\":{\"messages\":{\"kind\":\"bounce\"}}}", "\"automatic\": true or \"any\" beside it"),
    ("{\"add\":\"b\",\"when\":{\"messages\":{\"kind\":\"letter\"}}}", "not \"letter\""),
    (
      "{\"add\":\"b\",\"when\":{\"messages\":{},\"count\":{\"at_least\":3,\"at_most\":2}}}", "at_most that is not below"
    ),
    (
      "{\"add\":\"b\",\"when\":{\"messages\":{\"which\":\"last\"},\"count\":{\"at_least\":2}}}", "only the last message"
    ),
    (
      "{\"set\":\"stage\",\"to\":\"b\",\"by\":\"replies\",\"from\":\"them\",\"when\":{\"says\":\"x\"}}",
      "no \"by\" beside \"set\""
    ),
    ("{\"add\":\"b\",\"to\":\"c\",\"when\":{\"field\":\"x\",\"exists\":true}}", "no \"to\" beside \"add\""),
    ("", "rules: expected at least one rule"),
  ])
  func whatNoConversationFulfilsIsTold(_ rule: String, _ expected: String) {
    #expect(error(Self.conversation, rule).contains(expected))
  }

  @Test(arguments: [
    ("{\"set\":\"class\",\"to\":\"b\",\"from\":\"us\",\"when\":{\"says\":\"x\"}}", "rules[0].from: expected them"),
    (
      "{\"set\":\"class\",\"to\":\"b\",\"opening\":true,\"when\":{\"says\":\"x\"}}",
      "rules[0].opening: expected no \"opening\""
    ),
    (
      "{\"set\":\"class\",\"to\":\"b\",\"quote\":\"last\",\"when\":{\"says\":\"x\"}}",
      "rules[0].quote: expected no \"quote\""
    ),
    ("{\"vote\":\"class\",\"to\":\"b\",\"by\":\"replies\"}", "either \"to\" or \"by\""),
    (
      "{\"add\":\"a\",\"when\":{\"says\":\"x\"}},{\"add\":\"b\",\"when\":{\"label\":\"a\",\"unanswered\":true}}",
      "no \"unanswered\""
    ),
    ("{\"add\":\"a\",\"when\":{\"sounds\":[],\"to\":\"theirs\",\"at_least\":0.5}}", "when.sounds: expected a label"),
    (
      "{\"add\":\"a\",\"when\":{\"sounds\":\"jd\",\"to\":\"theirs\",\"at_least\":0}}",
      "when.at_least: expected a probability above 0"
    ),
    ("{\"add\":\"a\",\"when\":{\"says\":\"\"}}", "when.says: expected a pattern that is not empty"),
  ])
  func whatNoMessageFulfilsIsTold(_ rule: String, _ expected: String) {
    #expect(error(Self.message, rule).contains(expected))
  }

  @Test(arguments: [
    ("{\"add\":\"b\",\"from\":\"us\",\"when\":{\"says\":\"x\"}}", "rules[0].from: expected no \"from\", as a record"),
    ("{\"add\":\"b\",\"when\":{\"field\":\"@length\",\"at_least\":1}}", "a record has no computed fact @length"),
    ("{\"add\":\"b\",\"when\":{\"sounds\":\"jd\",\"to\":\"theirs\",\"at_least\":0.5}}", "which asks of messages"),
    ("{\"add\":\"b\",\"when\":{\"field\":\"x\",\"between\":[5,1]}}", "two numbers, the lesser first"),
    ("{\"add\":\"b\",\"when\":{\"field\":\"x\",\"count\":{}}}", "at_least, at_most or both"),
    ("{\"add\":\"b\",\"when\":{\"field\":\"x\",\"in\":[]}}", "at least one string or number"),
    (
      "{\"add\":\"b\",\"when\":{\"field\":\"x[0].y\",\"exists\":true}}",
      "when.field: expected the path of a member, such as"
    ),
    (
      "{\"add\":\"b\",\"when\":{\"field\":\"x..y\",\"exists\":true}}",
      "when.field: expected the path of a member, such as"
    ),
    ("{\"add\":\"b\",\"when\":{\"field\":\"x[]\",\"count\":{\"at_least\":1}}}", "the list itself is \"x\""),
    ("{\"add\":\"b\",\"when\":{\"item\":\"x[]\",\"where\":{\"says\":\"x\"}}}", "the path of one list, without []"),
    ("{\"add\":\"b\",\"when\":{\"any\":[]}}", "at least one condition"),
    (
      "{\"add\":\"b\",\"when\":{\"some\":[{\"says\":\"x\"}],\"at_least\":2}}",
      "when.at_least: expected a whole number from 1 to 1"
    ),
    ("{\"add\":\"b\",\"when\":{\"sentence\":{\"field\":\"x\",\"exists\":true}}}", "with matches, says or sounds"),
    ("{\"add\":\"b\",\"when\":{\"all\":[],\"any\":[]}}", "one kind of condition an object, not \"any\" beside \"all\""),
    ("{\"add\":\"b\",\"when\":{\"al\":[]}}", "all, any, none, some"),
    ("{\"add\":\"b\",\"when\":{\"says\":\"x\"},}", "r.json:2:31: rules[0]: expected no comma behind the last member"),
    (
      "{\"add\":\"b\",\"when\":{\"says\":[\"x\",]}}",
      "r.json:2:31: rules[0].when.says: expected no comma behind the last"
    ),
    ("{\"add\":\"b\",\"when\":{\"exists\":True}}", "a string in \"quotes\", a number, true, false or null"),
    ("{\"vote\":\"s\",\"by\":\"replies\"}", "rules[0].by: expected \"to\", as a model speaks of messages"),
  ])
  func whatNoRecordFulfilsIsTold(_ rule: String, _ expected: String) {
    #expect(error(Self.record, rule).contains(expected))
  }

  @Test(arguments: [
    ("\"list\":\"why\"", "list: expected another name than \"why\""),
    ("\"scalars\":{\"id\":\"x\"}", "scalars.id: expected another name than \"id\""),
    (
      "\"scalars\":{\"c\":\"x\"},\"maps\":{\"m\":{\"of\":\"c\",\"to\":{\"z\":\"y\"}}}",
      "maps.m.to.z: expected a value that a rule gives (w, x), not \"z\""
    ),
  ])
  func aMemberThatCannotBeWrittenIsTold(_ member: String, _ expected: String) {
    let rule = member.contains("\"c\"") ? "{\"set\":\"c\",\"to\":\"w\",\"when\":{\"says\":\"x\"}}" : ""
    #expect(error("\"name\":\"r\",\"on\":\"message\",\(member)", rule).contains(expected))
  }

  @Test func theOrderOfMembersIsFree() {
    #expect(error(Self.record, "{\"add\":\"b\",\"when\":{\"at_least\":1,\"some\":[{\"says\":\"x\"}]}}") == "")
    #expect(error(Self.conversation, "{\"add\":\"b\",\"when\":{\"count\":{\"at_least\":1},\"messages\":{}}}") == "")
  }

  /// Asked twice: an answer to the first request is an answer, also when the second got none.
  @Test(arguments: [(["them", "us", "them"], false), (["them", "them"], true), (["us", "them"], true)])
  func aRequestIsUnansweredWhileNobodyWroteSinceTheFirst(_ speakers: [String], _ expected: Bool) throws {
    let rules = """
      {"add":"asks","from":"them","when":{"says":"need"}},
      {"add":"open","when":{"label":"asks","unanswered":true}}
      """
    let file = try RuleFile(
      Array("{\(Self.conversation),\"rules\":[\(rules)]}".utf8), file: "r.json", learned: .builtIn())
    let messages = speakers.map { speaker in
      "{\"direction\":\"\(speaker == "us" ? "outbound" : "inbound")\",\"text\":\"We need two nurses.\"}"
    }
    let line = "{\"source\":{},\"messages\":[\(messages.joined(separator: ","))]}"
    let labels = Classification(file, today: 0).labels(of: try Record(Array(line.utf8)))
    #expect(labels.names.contains("open") == expected)
  }
}
