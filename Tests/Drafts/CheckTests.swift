import JSONLines
import Templates
import Testing

@testable import Drafts

struct TemplateCheckTests {
  private static let schemas: [String: JSON] = [
    "lead": [
      "properties": [
        "name": [:], "title": [:], "score": [:], "why": [:], "signals": [:], "account": ["properties": [:]],
        "relationship": ["properties": ["last": [:]]],
      ]
    ],
    "referral": ["properties": ["target": ["properties": ["name": [:]]]]],
  ]

  /// What the lint says of one template.
  private func messages(_ source: String) -> [String] {
    TemplateCheck([("t", Array(source.utf8))], schemas: Self.schemas).findings.map {
      "\($0.line):\($0.column) \($0.message)"
    }
  }

  @Test func aGoodTemplateHasNothingToSay() {
    let good =
      "---\nabout: x\nsubject: A question, {{ first_name }}\nwhen: signals stalled\n---\nHi {% if title %}{{ title }}{% endif %} {{ account.industry }} {{ opening.date }} {{ sender.name }}\n"
    #expect(messages(good) == [])
  }

  @Test(arguments: [
    ("Hi {{ nmae }}", "5:7 unknown variable 'nmae'"),
    ("{{ relationship.lost }}", "5:4 unknown variable 'relationship.lost'"),
    ("{{ opening.fee }}", "5:4 unknown variable 'opening.fee'"), ("a\n{{ score }}", "6:4 'score' is for our own eyes"),
    ("{{ why[0].quote }}", "5:4 'why[0].quote' is for our own eyes"),
    ("Our fee is low", "5:1 'fee' is not for a letter"),
    ("Only 20% of it", "5:1 ' 20% o' is not for a letter"), ("a\nact now, friend", "6:1 'act now' is taken for spam"),
    ("READ THIS LETTER TODAY", "5:1 'LETTER TODAY' shouts"), ("Now!!", "5:1 '!!' shouts"),
    ("{% include 'gone' %}", "1:1 there is no partial '_gone'"), ("{% if x %}", "5:1 'endif' is missing"),
  ])
  func whatWouldSpoilADraftIsSaid(_ body: String, _ message: String) {
    let found = messages("---\nabout: x\nsubject: y\n---\n\(body)\n")
    #expect(found.contains(message) || message.contains("endif") && found.count == 1, "\(found)")
  }

  @Test func conditionsMayAskForWhatMayNotBeSaid() {
    #expect(messages("---\nabout: x\nsubject: y\n---\n{% if score > 5 %}a{% endif %}\n") == [])
  }

  @Test func frontMatterIsLookedAtToo() {
    #expect(messages("---\nsubject: Re: yours\nwhen: colour red\n---\nx\n").count == 3)
    #expect(messages("---\nabout: x\n---\nx\n") == ["1:1 a mail without a subject"])
    let note = "---\nabout: x\nchannel: linkedin\n---\n{\(String(repeating: "a", count: 290))|b} {{ name }}\n"
    #expect(messages(note) == ["1:1 up to 317 characters where 300 are allowed"])
  }

  @Test(arguments: TemplatePack.names)
  func everyPackThatIsBuiltInCompiles(_ name: String) throws {
    let files = try #require(TemplatePack.files(ofPack: name))
    #expect(try TemplatePack(files).templates.count > 2)
  }

  @Test func aDraftLongerThanItsTemplateAllowsIsRefused() throws {
    let source = "---\nchannel: linkedin\nlimit: 5\n---\nHi {{ name }}\n"
    let pack = try TemplatePack([("t", Array(source.utf8))])
    let maker = DraftMaker(pack: pack, options: RenderOptions())
    var page = DraftPage()
    let lead: JSONObject = ["id": "1", "name": "Zoë", "linkedin_url": "https://www.linkedin.com/in/z"]
    let error = #expect(throws: TemplateError.self) { try maker.write(Record(lead), to: &page) }
    #expect(error?.message == "6 characters where 5 are allowed")
  }
}

struct DraftCheckTests {
  /// A draft to Ada with a body and, if need be, other members.
  private func faults(_ body: String, _ more: JSONObject = [:]) -> [String] {
    var check = DraftCheck()
    check.add(
      conversation: Record([
        "type": "conversation", "participants": [["email": "ada@engine.example"]], "subject": "Loom engineer",
        "messages": [["text": "We need somebody who can mend the loom."]],
      ]))
    check.add(
      conversation: Record([
        "type": "conversation", "participants": [["email": "bob@engine.example"]], "subject": "Budget of the mill",
      ]))
    check.add(person: Record(["type": "person", "id": "c", "name": "Carl Cant", "kinds": ["candidate"]]))
    var draft: JSONObject = [
      "type": "draft", "id": "d", "channel": "email", "to": ["name": "Ada", "email": "ada@engine.example"],
      "subject": "The loom", "body": .string(body),
    ]
    for member in more.members { draft[member.key] = member.value }
    return check.faults(of: Record(draft))
  }

  @Test func aGoodDraftPasses() {
    #expect(faults("Hi Ada,\n\nyou wrote \"who can mend the loom\" and “Loom engineer”. Still so?") == [])
  }

  @Test(arguments: [
    ("As Bob said: \"Budget of the mill\"", "quotes a conversation without them: 'Budget of the mill'"),
    ("\"never said by anybody\"", "quotes what nobody said to us: 'never said by anybody'"),
    ("Our fee is fair", "'fee' tells of money or candidates"),
    ("for 20% less", "' 20% l' tells of money or candidates"),
    ("about €5,000", "'€' tells of money or candidates"), ("I thought of Carl Cant", "names a candidate: 'carl cant'"),
    ("Hi ,", "a hole: 'Hi ,'"), ("Hi {{ name }}", "a hole: '{{'"), ("{Hi|Hello} Ada", "a choice that was not made"),
    ("click here", "'click here' is taken for spam"), (" ", "the body is empty"),
  ])
  func whatMustNotGoOutIsSaid(_ body: String, _ fault: String) {
    #expect(faults(body).contains(fault), "\(faults(body))")
  }

  @Test func subjectsAndAddressesAreLookedAtToo() {
    #expect(faults("x", ["subject": "Re: the loom"]) == ["the subject pretends to be an answer"])
    #expect(faults("x", ["subject": "Re: the loom", "in_reply_to": "1@x"]) == [])
    #expect(faults("x", ["to": ["name": "Ada"]]) == ["nobody to write to"])
    #expect(faults("x", ["to": ["email": "ada at engine"]]) == ["'ada at engine' is no address"])
  }
}
