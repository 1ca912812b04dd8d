// The messages of a conversation, read without decoding what nobody asks for.
import Bytes
import Correspondence
import JSONLines

/// One message of a conversation.
struct MessageFacts: Sendable {
  /// How many bytes a text may have that is looked at for names and questions.
  static let longest = 4000

  let id: String
  let date: String
  let direction: Message.Direction
  let member: String?
  /// The people in it, by id.
  let from: String?
  let to: [String]
  let isAutomatic: Bool
  let isMeeting: Bool
  /// The writer asks to be left alone, or complains.
  let refusal: Refusal?
  /// The sentence that says so.
  let refusalQuote: String?
  /// The text, kept where somebody may be named in it.
  var text: String?
  /// Whether it answers a question of ours.
  var answersUs = false
}

extension MessageFacts {
  /// The messages of a conversation in its order; their texts beside them when they are asked for.
  static func read(
    _ json: RawSpan, _ list: ValuePlace, _ cast: inout Cast, withTexts: Bool
  ) -> (messages: [MessageFacts], texts: [String]) {
    var (messages, texts): ([MessageFacts], [String]) = ([], [])
    guard list.exists else { return (messages, texts) }
    var places: [ValuePlace] = []
    MessageMembers.all.table.forEachElement(in: json, list.range, &places) { _, places in
      messages.append(MessageFacts(json, places, &cast))
      if withTexts { texts.append(places[MessageMembers.all.text].string(in: json) ?? "") }
    }
    return (messages, texts)
  }

  private init(_ json: RawSpan, _ places: [ValuePlace], _ cast: inout Cast) {
    let at = MessageMembers.all
    id = places[at.id].string(in: json) ?? ""
    date = places[at.date].string(in: json) ?? ""
    member = places[at.member].string(in: json)
    let direction = at.direction(json, places)
    self.direction = direction
    let isAutomatic = at.isAutomatic(json, places)
    self.isAutomatic = isAutomatic
    isMeeting = places[at.kind].says("calendar", in: json)
    from = cast.person(json, places[at.from]).map { cast.people[$0] }
    var receivers: [Int] = []
    cast.gather(json, places[at.to], into: &receivers)
    cast.gather(json, places[at.cc], into: &receivers)
    to = receivers.map { cast.people[$0] }
    let found = direction == .inbound && !isAutomatic ? at.refusal(json, places) : nil
    refusal = found?.refusal
    refusalQuote = found?.quote
  }
}

/// The members of a message that are read.
struct MessageMembers {
  static let all = MessageMembers()

  let table: PathTable
  let id, date, direction, member, from, to, cc, kind, auto, text, replyClass: Int

  private init() {
    var paths = PathList()
    id = paths.slot("id")
    date = paths.slot("date")
    direction = paths.slot("direction")
    member = paths.slot("member")
    from = paths.slot("from")
    to = paths.slot("to")
    cc = paths.slot("cc")
    kind = paths.slot("kind")
    auto = paths.slot("auto")
    text = paths.slot("text")
    replyClass = paths.slot("reply_class")
    table = paths.table
  }

  func direction(_ json: RawSpan, _ places: [ValuePlace]) -> Message.Direction {
    if places[direction].says("inbound", in: json) { return .inbound }
    if places[direction].says("outbound", in: json) { return .outbound }
    return places[direction].says("internal", in: json) ? .internal : .unknown
  }

  /// Whether a program wrote the message.
  func isAutomatic(_ json: RawSpan, _ places: [ValuePlace]) -> Bool {
    if places[auto].isTrue(in: json) { return true }
    guard !places[kind].says("direct", in: json) else { return false }
    return places[kind].string(in: json).map(Message.automaticKinds.contains) ?? false
  }

  /// What the text of an inbound message says against us.
  func refusal(_ json: RawSpan, _ places: [ValuePlace]) -> (refusal: Refusal, quote: String)? {
    let (text, replyClass) = (places[text], places[replyClass])
    guard text.isString(in: json) else { return nil }
    guard replyClass.says("opt_out", in: json) || Refusal.filter.mayOccur(inString: json, text.range) else {
      return nil
    }
    return Refusal.find(in: JSONText.string(json, text.range), replyClass: replyClass.string(in: json))
  }
}
