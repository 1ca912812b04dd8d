// The parts of a conversation in the compact form in which it waits until all records are known.
import Correspondence

extension Unpacker {
  /// A list, each element of which `read` reads.
  mutating func list<Element>(_ read: (inout Unpacker) -> Element) -> [Element] {
    let count = number()
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(read(&self)) }
    return list
  }
}

extension EvidenceFacts {
  init(unpacking pack: inout Unpacker) {
    self.init(
      signal: pack.text(), messageID: pack.optionalText(), date: pack.text(), due: pack.optionalText(),
      quote: pack.optionalText(), raw: pack.byteArray(), isBare: pack.flag())
  }

  func pack(into bytes: inout [UInt8]) {
    bytes.pack(signal)
    bytes.pack(optional: messageID)
    bytes.pack(date)
    bytes.pack(optional: due)
    bytes.pack(optional: quote)
    bytes.pack(bytes: raw)
    bytes.pack(isBare)
  }
}

extension MessageFacts {
  static let directions: [Message.Direction] = [.unknown, .inbound, .outbound, .internal]
  static let refusals: [Refusal?] = [nil, .optOut, .complaint]

  /// A message between `people`, whom it names by their place in the list.
  init(unpacking pack: inout Unpacker, _ people: [String]) {
    let (id, date) = (pack.text(), pack.text())
    let direction = MessageFacts.directions[pack.number()]
    let member = pack.optionalText()
    let from = pack.number()
    self.init(
      id: id, date: date, direction: direction, member: member, from: from == 0 ? nil : people[from - 1],
      to: pack.list { people[$0.number()] }, isAutomatic: pack.flag(), isMeeting: pack.flag(),
      refusal: MessageFacts.refusals[pack.number()], refusalQuote: pack.optionalText(), text: pack.optionalText(),
      answersUs: pack.flag())
  }

  func pack(into bytes: inout [UInt8], _ people: [String]) {
    bytes.pack(id)
    bytes.pack(date)
    bytes.pack(MessageFacts.directions.firstIndex(of: direction) ?? 0)
    bytes.pack(optional: member)
    bytes.pack(from.flatMap { people.firstIndex(of: $0) }.map { $0 + 1 } ?? 0)
    let receivers = to.compactMap { people.firstIndex(of: $0) }
    bytes.pack(receivers.count)
    for receiver in receivers { bytes.pack(receiver) }
    bytes.pack(isAutomatic)
    bytes.pack(isMeeting)
    bytes.pack(MessageFacts.refusals.firstIndex(of: refusal) ?? 0)
    bytes.pack(optional: refusalQuote)
    bytes.pack(optional: text)
    bytes.pack(answersUs)
  }
}

extension LooseEnd {
  init(unpacking pack: inout Unpacker) {
    kind = pack.flag() ? .chased : .unanswered
    messageID = pack.text()
    date = pack.text()
    quote = pack.text()
  }

  func pack(into bytes: inout [UInt8]) {
    bytes.pack(kind == .chased)
    bytes.pack(messageID)
    bytes.pack(date)
    bytes.pack(quote)
  }
}
