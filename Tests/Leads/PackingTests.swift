import JSONLines
import Testing

@testable import Leads

@Suite struct PackingTests {
  static let conversations = [
    #"{"type":"conversation","id":"c0"}"#,
    #"{"type":"conversation","id":"c1","channel":"whatsapp","subject":"Zwei \"Stellen\" \u00e0 pourvoir","participants":[{"name":"Dana Frost","email":"Dana@kestrel.example","person_id":"p1"},{"phone":"+447700900001","person_id":"p2"},{"name":"Ingrid","member":"ingrid"},{"name":"O'Dowd, Orla","person_id":"p3"},7,{"person_id":"p4"}],"person_id":"p1","company_id":"k","messages":[{"id":"m1","date":"2025-01-05T09:00:00Z","direction":"inbound","member":"ingrid","from":{"email":"d\u0061na@kestrel.example"},"to":[{"email":"ingrid@us.example"},{"phone":"+447700900001"}],"cc":[{"name":"orla o'dowd"},{"name":"O’Dowd, Orla"}],"kind":"direct","text":"Please unsubscribe me.\nThank you."},{"id":"m2","date":"2025-01-06T09:00:00Z","direction":"outbound","from":{"email":"ingrid@us.example"},"to":{"email":"DANA@KESTREL.EXAMPLE"},"kind":"calendar","text":"Shall we talk?"},{"id":"m3","direction":"inbound","auto":true,"kind":"direct"},{"id":"m4","direction":"internal","kind":"bounce","from":null,"to":[]},5,{},{"id":6,"date":7,"direction":"sideways","kind":"out_of_office"}],"first":"2025-01-05T09:00:00Z","last":"2025-01-06T09:00:00Z","last_speaker":"us","owed_by":"them","days_silent":-3,"side":"client","stage":"middle","signals":["jd_shared",5,"inbound_request"],"why":[{"by":"classify:funnel","signal":"jd_shared","message_id":"m2","quote":"Shall we talk?","due":"2025-02-01"},{"signal":"inbound_request","message_id":"m9"},{"signal":"stalled","conversation_id":"c1","date":"2025-01-01"},{"because":"no signal"},"x"]}"#,
    #"{"type":"conversation","id":"c2","messages":{"id":"m"},"participants":"nobody","signals":"jd_shared","days_silent":1e3,"side":5}"#,
    #"{"type":"conversation","id":"c3","side":"client","last":"2025-03-01","messages":[{"id":"a","direction":"inbound","text":"We are very disappointed by your service."},{"id":"a","date":"2025-03-01","direction":"outbound"}],"why":[{"signal":"placement","message_id":"a"}]}"#,
    #"{"id":7,"type":"conversation","messages":[{"id":"m"}]}"#,
  ]

  /// Talks of which the texts matter: questions of ours, addresses, mentions and loose ends, also in escapes.
  static let talks = [
    talk([("outbound", "Whom should I ask?"), ("inbound", "Imogen."), ("inbound", "Or Ravi.")]),
    talk([("inbound", "Ask a\\u0040b.example."), ("outbound", "Is that so\\u003f"), ("inbound", "It is\\\\.")]),
    talk([("inbound", "Ask a@b.example."), ("internal", "Who?"), ("sideways", "You?")], why: "1"),
    talk([("inbound", "Is the role open?"), ("inbound", "Hello?\\nAnybody?")]),
    talk([("inbound", "Hello."), ("outbound", "Shall we talk?"), ("outbound", "Shall we talk\\uFF1F")]),
    talk([("inbound", "Hello."), ("outbound", "Shall we talk?"), ("outbound", "Shall we?")], silent: 20),
    talk([("outbound", "Hello?"), ("inbound", String(repeating: "Who? a@b.example ", count: 300))], why: "1"),
    talk([("outbound", "Hello?"), ("inbound", String(repeating: "\\u00e9", count: 1999) + " a@b.example?")]),
    talk([("outbound", "Hello?"), ("inbound", String(repeating: "é", count: 1999) + "a")], why: "7"),
    talk([("inbound", "Hi @all?"), ("outbound", "\\uD83D\\uDE00?\\t"), ("inbound", "")], why: ""),
  ]

  private static func talk(_ turns: [(direction: String, text: String)], silent: Int = 90, why: String? = nil) -> String
  {
    let messages = turns.enumerated().map { number, turn in
      #"{"id":"\#(number)","date":"2025-0\#(number + 1)-05","direction":"\#(turn.direction)","kind":"direct","text":"\#(turn.text)"}"#
    }
    let why =
      why.map { #"{"signal":"referral_mention","message_id":"\#($0)"}"# } ?? #"{"signal":"referral_mention\u0073"}"#
    return
      #"{"type":"conversation","id":"t","days_silent":\#(silent),"last":"2025-04-01","messages":[\#(messages.joined(separator: ",")),{"kind":"calendar","text":"When?"},{"auto":true,"text":5}],"why":[\#(why)]}"#
  }

  /// Facts are the plain twin of what is packed straight from the record.
  @Test(arguments: conversations + talks, [false, true])
  func aConversationIsPackedAsItsFactsAre(_ line: String, _ keepsTexts: Bool) throws {
    let record = try Record(Array(line.utf8))
    let facts = ConversationFacts(record, keepsTexts: keepsTexts)
    var packer = ConversationPacker(keepsTexts: keepsTexts)
    var (packed, plain): ([UInt8], [UInt8]) = ([], [])
    let summary = packer.pack(record, into: &packed)
    facts?.pack(into: &plain)
    #expect(packed == plain)
    #expect(summary?.people == facts?.people && summary?.members == facts?.members)
    #expect(summary?.companyID == facts?.companyID && summary?.engagement == facts?.engagement)
    let mayPoint =
      keepsTexts
      && (facts.map {
        $0.evidence.contains { $0.signal == "referral_mention" } || $0.messages.contains { $0.text != nil }
      }
        ?? false)
    #expect(summary?.pointer?.last == (mayPoint ? facts?.last : nil))
    #expect(summary?.pointer?.id == (mayPoint ? facts?.id : nil))
  }

  @Test(arguments: conversations + talks, [false, true])
  func whatIsUnpackedPacksAlike(_ line: String, _ keepsTexts: Bool) throws {
    guard let facts = ConversationFacts(try Record(Array(line.utf8)), keepsTexts: keepsTexts) else { return }
    var bytes: [UInt8] = []
    facts.pack(into: &bytes)
    var unpacker = Unpacker(bytes)
    let read = ConversationFacts(unpacking: &unpacker)
    var again: [UInt8] = []
    read.pack(into: &again)
    #expect(again == bytes && unpacker.position == bytes.count)
    #expect(read.daysSilent == facts.daysSilent && read.messages.map(\.text) == facts.messages.map(\.text))
  }

  @Test func messagesNamePeopleInAnySpelling() throws {
    let facts = try #require(ConversationFacts(Record(Array(Self.conversations[1].utf8)), keepsTexts: false))
    #expect(facts.people == ["p1", "p2", "p3"])
    #expect(facts.members == ["ingrid"])
    #expect(facts.messages[0].from == "p1")
    #expect(facts.messages[0].to == ["p2", "p3"])
    #expect(facts.messages[0].refusal == .optOut)
    #expect(facts.messages.map(\.isAutomatic) == [false, false, true, true, false, false, true])
  }

  @Test(arguments: [
    #"{"type":"person","id":"crm:1","name":"Frost, Dana","given_name":"Dana","family_name":"Frost","emails":["a@b.example","c@d.example"],"phones":[],"kinds":["spoc"],"why":[{"because":"signature"},{"because":"x"}],"positions":[{"company":"Old"}],"former_ids":["m1"]}"#,
    #"{"type":"person","id":"m:2","sources":[{"kind":"mail"},{"kind":"crm"}],"left":[{"date":"2024-05-01","domain":"b.example"}],"positions":[{"company":"New","start":"2024-06-01"}],"title":"\u00c9lue"}"#,
    #"{"type":"person","id":"m:3","source":{"kind":"crm"},"name":5,"emails":"one@b.example","location":"Leeds"}"#,
  ])
  func aPersonComesBackAsTheRecordTellsThem(_ line: String) throws {
    let record = try Record(Array(line.utf8))
    let json = record.bytes.span.bytes
    var places: [ValuePlace] = []
    PersonMembers.all.table.find(in: record, into: &places)
    let plain = try #require(PersonFacts(record))
    var bytes: [UInt8] = []
    PersonPack.write(json, places, isInCRM: plain.isInCRM, into: &bytes)
    let read = try #require(PersonPack.read(bytes, &places))
    func told(_ facts: PersonFacts) -> [String] { Mirror(reflecting: facts).children.map { "\($0)" } }
    #expect(told(read) == told(plain))
    #expect(PersonPack.id(bytes) == plain.id)
  }

  @Test func numbersAndTextsComeBack() {
    var bytes: [UInt8] = []
    let numbers = [0, 1, 127, 128, 300, 1 << 40, Int.max]
    for number in numbers { bytes.pack(number) }
    for number in numbers { bytes.pack(signed: -number) }
    bytes.pack("Zoë")
    bytes.pack(optional: nil)
    bytes.pack(optional: "")
    bytes.pack(["a", ""])
    var unpacker = Unpacker(bytes)
    for number in numbers { #expect(unpacker.number() == number) }
    for number in numbers { #expect(unpacker.signedNumber() == -number) }
    #expect(unpacker.text() == "Zoë")
    #expect(unpacker.optionalText() == nil && unpacker.optionalText() == "")
    #expect(unpacker.texts() == ["a", ""])
  }

  /// The plain twin is a dictionary.
  @Test func anIndexKnowsWhatADictionaryKnows() {
    var index = IDIndex()
    var plain: [String: Int32] = [:]
    for number in 0..<5000 {
      let id = "crm:person:\(number * 7919 % 3000)"
      if plain[id] == nil {
        plain[id] = Int32(plain.count)
        index.insert(IDIndex.hash(id), Int32(index.count))
      }
      #expect(index.number(IDIndex.hash(id)) == plain[id])
    }
    #expect(index.count == plain.count)
    #expect(index.number(IDIndex.hash("crm:person:x")) == nil)
  }
}
