// The messages of a conversation, read without decoding what nobody asks for.
import Bytes
import Correspondence
import JSONLines

/// One message of a conversation.
struct MessageFacts: Sendable {
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

/// The people of a conversation by what its messages call them.
struct Cast {
  private(set) var people: [String] = []
  /// Who of us takes part.
  private(set) var members: [String] = []
  private var ids: [(key: String, id: String)] = []

  init(_ record: Record) {
    _ = record.withRaw(ConversationPath.participants) { json, range, kind in
      guard kind == .array else { return }
      JSONTree.eachElement(json, range) { element in
        add(json, element)
        return true
      }
    }
  }

  private mutating func add(_ json: RawSpan, _ range: Range<Int>) {
    var id: String?
    var (isOurs, member): (Bool, String?) = (false, nil)
    JSONTree.eachMember(json, range) { key, value in
      switch JSONText.string(json, key) {
      case "person_id": id = json.byte(value.lowerBound) == UInt8(ascii: "\"") ? JSONText.string(json, value) : nil
      case "member":
        isOurs = true
        if json.byte(value.lowerBound) == UInt8(ascii: "\"") { member = JSONText.string(json, value) }
      default: break
      }
      return true
    }
    if let member, !members.contains(member) { members.append(member) }
    guard let id, !isOurs, let key = Cast.key(json, range) else { return }
    ids.append((key, id))
    if !people.contains(id) { people.append(id) }
  }

  /// Who a message calls so; the last of the participants with that key.
  func id(_ json: RawSpan, _ range: Range<Int>) -> String? {
    guard !ids.isEmpty, let key = Cast.key(json, range) else { return nil }
    return ids.last { $0.key == key }?.id
  }

  /// `Party.key` of the object in `range`: the address where there is one.
  private static func key(_ json: RawSpan, _ range: Range<Int>) -> String? {
    guard json.byte(range.lowerBound) == UInt8(ascii: "{") else { return nil }
    var party = Party()
    JSONTree.eachMember(json, range) { key, value in
      guard json.byte(value.lowerBound) == UInt8(ascii: "\"") else { return true }
      switch JSONText.string(json, key) {
      case "email": party.email = JSONText.string(json, value).lowercased()
      case "phone": party.phone = JSONText.string(json, value)
      case "linkedin_url": party.linkedinURL = JSONText.string(json, value)
      case "name": party.name = JSONText.string(json, value)
      default: break
      }
      return true
    }
    return party.key
  }
}

/// Where the members of one message lie.
private struct MessageRanges {
  var text: Range<Int>?
  private var id: Range<Int>?
  private var date: Range<Int>?
  private var direction: Range<Int>?
  private var member: Range<Int>?
  private var from: Range<Int>?
  private var to: Range<Int>?
  private var cc: Range<Int>?
  private var kind: Range<Int>?
  private var auto: Range<Int>?
  private var replyClass: Range<Int>?

  init(_ json: RawSpan, _ range: Range<Int>) {
    guard json.byte(range.lowerBound) == UInt8(ascii: "{") else { return }
    JSONTree.eachMember(json, range) { key, value in
      switch JSONText.string(json, key) {
      case "id": id = value
      case "date": date = value
      case "direction": direction = value
      case "member": member = value
      case "from": from = value
      case "to": to = value
      case "cc": cc = value
      case "kind": kind = value
      case "auto": auto = value
      case "text": text = value
      case "reply_class": replyClass = value
      default: break
      }
      return true
    }
  }

  static func string(_ json: RawSpan, _ range: Range<Int>?) -> String? {
    guard let range, json.byte(range.lowerBound) == UInt8(ascii: "\"") else { return nil }
    return JSONText.string(json, range)
  }

  private func isAutomatic(_ json: RawSpan, _ kind: String) -> Bool {
    kind != "direct" && Message.automaticKinds.contains(kind)
      || auto.map { json.byte($0.lowerBound) == UInt8(ascii: "t") } ?? false
  }

  /// Which way the message went, unless a program wrote it or its date is unknown.
  func turn(_ json: RawSpan) -> Message.Direction? {
    guard date != nil, !isAutomatic(json, Self.string(json, kind) ?? "direct") else { return nil }
    return Self.string(json, direction).flatMap(Message.Direction.init(rawValue:))
  }

  func facts(_ json: RawSpan, _ cast: Cast) -> MessageFacts {
    let direction = Self.string(json, direction).flatMap(Message.Direction.init(rawValue:)) ?? .unknown
    let kind = Self.string(json, kind) ?? "direct"
    let isAutomatic = isAutomatic(json, kind)
    let refusal = direction == .inbound && !isAutomatic ? refusal(json) : nil
    var receivers: [String] = []
    for list in [to, cc] {
      guard let list, json.byte(list.lowerBound) == UInt8(ascii: "[") else { continue }
      JSONTree.eachElement(json, list) { element in
        if let id = cast.id(json, element) { receivers.append(id) }
        return true
      }
    }
    return MessageFacts(
      id: Self.string(json, id) ?? "", date: Self.string(json, date) ?? "", direction: direction,
      member: Self.string(json, member), from: from.flatMap { cast.id(json, $0) }, to: receivers,
      isAutomatic: isAutomatic, isMeeting: kind == "calendar", refusal: refusal?.refusal,
      refusalQuote: refusal?.quote)
  }

  private func refusal(_ json: RawSpan) -> (refusal: Refusal, quote: String)? {
    let replyClass = Self.string(json, replyClass)
    guard let text, json.byte(text.lowerBound) == UInt8(ascii: "\"") else { return nil }
    guard replyClass == "opt_out" || Refusal.filter.mayOccur(inString: json, text) else { return nil }
    return Refusal.find(in: JSONText.string(json, text), replyClass: replyClass)
  }
}

extension MessageFacts {
  /// The messages of a conversation in its order, with their texts when they are asked for.
  static func read(_ record: Record, _ cast: Cast, withTexts: Bool) -> [(facts: MessageFacts, text: String)] {
    var messages: [(facts: MessageFacts, text: String)] = []
    _ = record.withRaw(ConversationPath.messages) { json, range, kind in
      guard kind == .array else { return }
      JSONTree.eachElement(json, range) { element in
        let ranges = MessageRanges(json, element)
        messages.append((ranges.facts(json, cast), withTexts ? MessageRanges.string(json, ranges.text) ?? "" : ""))
        return true
      }
    }
    return messages
  }

  /// Whether words went both ways in a conversation, not counting what programs wrote.
  static func isTwoWay(_ record: Record) -> Bool {
    var (isHeard, isAnswered) = (false, false)
    _ = record.withRaw(ConversationPath.messages) { json, range, kind in
      guard kind == .array else { return }
      JSONTree.eachElement(json, range) { element in
        switch MessageRanges(json, element).turn(json) {
        case .inbound: isHeard = true
        case .outbound: isAnswered = true
        default: break
        }
        return !(isHeard && isAnswered)
      }
    }
    return isHeard && isAnswered
  }
}
