// Conversations on their way to the disk, where most of them wait in vain: they are packed straight from their records.
import Bytes
import Correspondence
import JSONLines

/// Packs conversations without making facts of them first. The plain twin is `ConversationFacts.pack`, and a test holds one
/// against the other.
struct ConversationPacker {
  /// What is asked of the conversation before it is read again.
  struct Summary {
    let companyID: String?
    /// Everybody outside in it, and who of us takes part.
    let people: [String]
    let members: [String]
    /// Its last word, when it counts as an engagement of a client.
    let engagement: String?
    /// Whether it can make leads of those who are in it.
    let mayLead: Bool
    /// Its last word and its id, when it may point to a third person; found only together with the texts.
    let pointer: (last: String, id: String)?
  }

  /// A message that was packed.
  private struct Packed {
    let id: ValuePlace
    let date: ValuePlace
    let text: ValuePlace
    let direction: Message.Direction
    let isSpoken: Bool
  }

  private let keepsTexts: Bool
  private var cast = Cast()
  private var places: [ValuePlace] = []
  private var messagePlaces: [ValuePlace] = []
  private var messages: [Packed] = []
  private var receivers: [Int] = []
  private var (isHeard, isAnswered) = (false, false)
  /// The messages that are judged to name a third person, by id.
  private var mentions: [String]?
  /// A question of ours came just before; a text was kept.
  private var (isAsked, hasText) = (false, false)

  /// With `keepsTexts` it keeps those texts that may name a third person, and looks for loose ends.
  init(keepsTexts: Bool = false) {
    self.keepsTexts = keepsTexts
  }

  /// Adds the conversation to `bytes`; nil, and nothing is added, when it has no id. Before most of the work `foretell` is
  /// given the hashes of the company and the people whom the summary will name.
  mutating func pack(
    _ record: Record, into bytes: inout [UInt8],
    foretell: (_ company: UInt64?, _ people: [UInt64]) -> Void = { _, _ in }
  ) -> Summary? {
    let at = ConversationMembers.all
    at.table.find(in: record, into: &places)
    let json = record.bytes.span.bytes
    guard places[at.id].isString(in: json) else { return nil }
    cast.read(json, places[at.participants])
    let company = places[at.companyID]
    foretell(company.isString(in: json) ? IDIndex.hash(json, company) : nil, cast.people.map(IDIndex.hash))
    let signals = places[at.signals].strings(in: json)
    packHead(json, signals, into: &bytes)
    bytes.pack(cast.people)
    bytes.pack(cast.members)
    mentions = keepsTexts ? EvidenceFacts.mentions(json, places[at.why]) : nil
    packMessages(json, into: &bytes)
    packEvidence(json, into: &bytes)
    packLooseEnd(json, into: &bytes)
    let side = places[at.side].string(in: json) ?? "unknown"
    return Summary(
      companyID: places[at.companyID].string(in: json), people: cast.people, members: cast.members,
      engagement: side == "client" && isHeard && isAnswered ? places[at.last].string(in: json) ?? "" : nil,
      mayLead: side == "client" || side == "unknown" || ConversationFacts.isHiringSide(side, signals),
      pointer: mentions != nil || hasText
        ? (places[at.last].string(in: json) ?? "", places[at.id].string(in: json) ?? "") : nil)
  }

  private func packHead(_ json: RawSpan, _ signals: [String], into bytes: inout [UInt8]) {
    let at = ConversationMembers.all
    bytes.pack(json, places[at.id])
    bytes.pack(json, places[at.channel], else: "email")
    bytes.pack(json, places[at.subject])
    bytes.pack(json, optional: places[at.personID])
    bytes.pack(json, optional: places[at.companyID])
    bytes.pack(json, places[at.first])
    bytes.pack(json, places[at.last])
    bytes.pack(json, optional: places[at.lastSpeaker])
    bytes.pack(json, optional: places[at.owedBy])
    bytes.pack(signed: places[at.daysSilent].number(in: json).flatMap { Int($0) } ?? 0)
    bytes.pack(json, places[at.side], else: "unknown")
    bytes.pack(json, places[at.stage], else: "none")
    bytes.pack(signals)
  }

  private mutating func packMessages(_ json: RawSpan, into bytes: inout [UInt8]) {
    let list = places[ConversationMembers.all.messages]
    messages.removeAll(keepingCapacity: true)
    (isHeard, isAnswered) = (false, false)
    (isAsked, hasText) = (false, false)
    // How many there are is known only behind the last one; the room for that is made then.
    let start = bytes.count
    if list.exists {
      var room: [ValuePlace] = []
      swap(&room, &messagePlaces)
      MessageMembers.all.table.forEachElement(in: json, list.range, &room) { _, places in
        packMessage(json, places, into: &bytes)
      }
      swap(&room, &messagePlaces)
    }
    var count: [UInt8] = []
    count.pack(messages.count)
    bytes.insert(contentsOf: count, at: start)
  }

  private mutating func packMessage(_ json: RawSpan, _ places: [ValuePlace], into bytes: inout [UInt8]) {
    let at = MessageMembers.all
    let direction = at.direction(json, places)
    let isAutomatic = at.isAutomatic(json, places)
    let isMeeting = places[at.kind].says("calendar", in: json)
    messages.append(
      Packed(
        id: places[at.id], date: places[at.date], text: places[at.text], direction: direction,
        isSpoken: LooseEnd.isSpoken(isAutomatic: isAutomatic, isMeeting: isMeeting)))
    if !isAutomatic, direction == .inbound { isHeard = true }
    if !isAutomatic, direction == .outbound, places[at.date].count > 2, places[at.date].isString(in: json) {
      isAnswered = true
    }
    bytes.pack(json, places[at.id])
    bytes.pack(json, places[at.date])
    bytes.pack(MessageFacts.directions.firstIndex(of: direction) ?? 0)
    bytes.pack(json, optional: places[at.member])
    bytes.pack(cast.person(json, places[at.from]).map { $0 + 1 } ?? 0)
    receivers.removeAll(keepingCapacity: true)
    cast.gather(json, places[at.to], into: &receivers)
    cast.gather(json, places[at.cc], into: &receivers)
    bytes.pack(receivers.count)
    for receiver in receivers { bytes.pack(receiver) }
    bytes.pack(isAutomatic)
    bytes.pack(isMeeting)
    let found = direction == .inbound && !isAutomatic ? at.refusal(json, places) : nil
    bytes.pack(MessageFacts.refusals.firstIndex(of: found?.refusal) ?? 0)
    bytes.pack(optional: found?.quote)
    packText(json, places, direction, isAutomatic: isAutomatic, into: &bytes)
  }

  /// Packs the text of a message where it is kept, and whether it answers us, as `ConversationFacts` has it.
  private mutating func packText(
    _ json: RawSpan, _ places: [ValuePlace], _ direction: Message.Direction, isAutomatic: Bool,
    into bytes: inout [UInt8]
  ) {
    guard keepsTexts else {
      bytes.pack(false)
      return bytes.pack(false)
    }
    let text = places[MessageMembers.all.text]
    let isTheirs = direction == .inbound && !isAutomatic && ConversationPacker.isShort(json, text)
    let isMention = mentions?.contains(places[MessageMembers.all.id].string(in: json) ?? "") ?? false
    let isKept = isMention || isTheirs && (isAsked || ConversationPacker.holds(UInt8(ascii: "@"), json, text))
    bytes.pack(isKept)
    if isKept { bytes.pack(json, text) }
    hasText = hasText || isKept
    bytes.pack(isTheirs && isAsked)
    if !isAutomatic { isAsked = direction == .outbound && ConversationPacker.holds(UInt8(ascii: "?"), json, text) }
  }

  /// Whether a text is short enough to be looked at for names.
  private static func isShort(_ json: RawSpan, _ text: ValuePlace) -> Bool {
    // At most three bytes come of one, where a broken character is mended.
    text.count <= MessageFacts.longest / 3 || (text.string(in: json) ?? "").utf8.count <= MessageFacts.longest
  }

  /// Whether a text holds an ASCII character.
  private static func holds(_ character: UInt8, _ json: RawSpan, _ text: ValuePlace) -> Bool {
    guard text.isString(in: json) else { return false }
    let end = text.range.upperBound - 1
    if json.firstOffset(of: character, in: text.range.lowerBound + 1..<end) != nil { return true }
    // An escape may spell it too.
    var start = text.range.lowerBound + 1
    while start < end, let escape = json.firstOffset(of: UInt8(ascii: "\\"), in: start..<end) {
      if json.byte(escape + 1) == UInt8(ascii: "u") {
        return JSONText.string(json, text.range).utf8.contains(character)
      }
      start = escape + 2
    }
    return false
  }

  private func packLooseEnd(_ json: RawSpan, into bytes: inout [UInt8]) {
    let silent = places[ConversationMembers.all.daysSilent].number(in: json).flatMap { Int($0) } ?? 0
    let spoken = messages.indices.filter { messages[$0].isSpoken }.map { ($0, messages[$0].direction) }
    let looseEnd =
      !keepsTexts
      ? nil
      : LooseEnd(spoken, daysSilent: silent) { number, part in
        switch part {
        case .id: messages[number].id.string(in: json) ?? ""
        case .date: messages[number].date.string(in: json) ?? ""
        case .text: messages[number].text.string(in: json) ?? ""
        }
      }
    bytes.pack(looseEnd != nil)
    looseEnd?.pack(into: &bytes)
  }

  private func packEvidence(_ json: RawSpan, into bytes: inout [UInt8]) {
    let at = ConversationMembers.all
    guard places[at.why].count > 2 else { return bytes.pack(0) }
    let evidence = EvidenceFacts.read(json, places[at.why], end: places[at.last].string(in: json) ?? "") { id in
      messages.last { $0.id.string(in: json) ?? "" == id }.map { $0.date.string(in: json) ?? "" }
    }
    bytes.pack(evidence.count)
    for entry in evidence { entry.pack(into: &bytes) }
  }
}
