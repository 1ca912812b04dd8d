import JSONLines

/// Writes what a rule file gives to records: conversations, or messages alone and within conversations.
public struct Classification: Sendable {
  /// The rules.
  public let rules: RuleFile
  /// The day that counts as today.
  public let today: Int
  private let author: String
  private let map: CoarserMap?
  private let writesVotes: Bool
  /// Counts the messages of which only the beginning was judged.
  public let longTexts = LongTexts()

  /// A classification by a rule file, which also writes what the map makes of its scalar, and, when asked, the votes for
  /// the scalars whose votes are weighed by what was learned.
  public init(_ rules: RuleFile, today: Int, map: CoarserMap? = nil, writesVotes: Bool = false) {
    self.rules = rules
    self.map = map
    self.writesVotes = writesVotes
    self.today = today
    author = "classify:\(rules.name)"
  }

  /// Judges the record and writes the labels, the scalars and the evidence, in place of what it wrote before; a record
  /// that is not what the rules judge stays as it is. Message
  /// rules judge each message of a conversation that the other side wrote.
  public func apply(to record: inout Record) {
    let type = record.string("type")
    let isConversation = type == "conversation" || record.has("messages")
    switch rules.target {
    case .record: judge(&record)
    case .conversation: if isConversation { judge(&record) }
    case .message:
      if isConversation {
        judgeMessages(of: &record)
      } else if type == "message" || type == nil && Self.ofMessages.contains(where: record.has) {
        judge(&record)
      }
    }
  }

  /// One of these members makes a record without type a message.
  private static let ofMessages: [JSONPath] = ["text", "subject", "kind"]

  /// What the rules give, without writing it.
  public func labels(of record: Record) -> Labels { judged(record).labels }

  private func judged(_ record: Record) -> Subject {
    let subject = Subject.of(record, rules: rules, today: Subject.asOf(record) ?? today)
    rules.judge(subject)
    count(subject)
    return subject
  }

  private func count(_ subject: Subject) {
    if subject.isCut { longTexts.add() }
    for message in subject.messages where message.isCut { longTexts.add() }
  }

  private func judge(_ record: inout Record) {
    let subject = judged(record)
    if rules.target == .message, subject.speaker == .us { return }
    for scalar in rules.scalars {
      record.set(scalar.name, .string(subject.labels.values[scalar.name] ?? scalar.otherwise))
    }
    if let map, let coarser = coarser(map, subject) { record.set(map.name, .string(coarser)) }
    if writesVotes { record.set("votes", subject.labels.castVotes) }
    let reasonsBefore = record.json("why")?.array ?? []
    if let list = rules.list {
      let others = others(in: record.json(JSONPath(member: list))?.array ?? [], reasonsBefore)
      record.set(list, .array(others + subject.labels.names.map { .string($0) }))
    }
    let kept = reasonsBefore.filter { $0["by"]?.string != author }
    record.set("why", .array(kept + reasons(subject)))
  }

  /// The elements of the list that are not of these rules: neither a label of theirs, nor one that they gave before.
  private func others(in list: [JSON], _ reasons: [JSON]) -> [JSON] {
    guard !list.isEmpty else { return [] }
    var own = Set(reasons.filter { $0["by"]?.string == author }.compactMap { $0["signal"]?.string })
    for rule in rules.rules { if case .add(let label) = rule.effect { own.insert(label) } }
    own.formUnion(rules.list.flatMap { rules.weights[$0]?.labels } ?? [])
    return list.filter { element in element.string.map { !own.contains($0) } ?? true }
  }

  private func judgeMessages(of record: inout Record) {
    guard let elements = record.json("messages")?.array else { return }
    var changed: [JSON] = []
    let subjects = Subject.messages(of: record, rules: rules, today: Subject.asOf(record) ?? today)
    var next = 0
    for element in elements {
      guard case .object = element, next < subjects.messages.count else {
        changed.append(element)
        continue
      }
      let subject = subjects.messages[next]
      next += 1
      rules.judge(subject)
      count(subject)
      if case .object(var plain) = element, subject.speaker == .them {
        for scalar in rules.scalars {
          plain[scalar.name] = .string(subject.labels.values[scalar.name] ?? scalar.otherwise)
        }
        if let map, let coarser = coarser(map, subject) { plain[map.name] = .string(coarser) }
        if writesVotes { plain["votes"] = subject.labels.castVotes }
        let kept = (plain["why"]?.array ?? []).filter { $0["by"]?.string != author }
        plain["why"] = .array(kept + reasons(subject))
        changed.append(.object(plain))
      } else {
        changed.append(element)
      }
    }
    record.set("messages", .array(changed))
  }

  private func coarser(_ map: CoarserMap, _ subject: Subject) -> String? {
    subject.labels.values[map.scalar].flatMap { map.values[$0] }
  }

  private func reasons(_ subject: Subject) -> [JSON] {
    var reasons: [JSON] = []
    for (scalar, _) in rules.scalars {
      guard let value = subject.labels.values[scalar] else { continue }
      for evidence in subject.labels.evidence["\(scalar)=\(value)"]?.prefix(1) ?? [] {
        reasons.append(reason(evidence, subject, label: scalar, value: value))
      }
    }
    for label in subject.labels.names {
      for evidence in distinct(subject.labels.evidence[label] ?? []) {
        reasons.append(reason(evidence, subject, label: "signal", value: label))
      }
    }
    return reasons
  }

  /// At most three reasons a label, one a message.
  private func distinct(_ reasons: [Labels.Evidence]) -> [Labels.Evidence] {
    var seen: Set<Int> = []
    return Array(reasons.filter { seen.insert($0.message ?? -1).inserted }.prefix(3))
  }

  private func reason(_ evidence: Labels.Evidence, _ subject: Subject, label: String, value: String) -> JSON {
    var object: JSONObject = ["by": .string(author), label: .string(value)]
    if evidence.rule != value { object.append("because", evidence.rule) }
    let message = evidence.message.flatMap { $0 < subject.messages.count ? subject.messages[$0] : nil }
    object.append("message_id", (message ?? subject).record.string("id").flatMap { message == nil ? nil : $0 })
    let quote = evidence.quote.isEmpty ? message?.firstSentence ?? [] : evidence.quote
    object.append("quote", String(decoding: quote, as: UTF8.self))
    let written = message ?? (subject.speaker == nil ? nil : subject)
    if let written, let due = PromisedDate.due(label: value, quote: evidence.quote, message: written) {
      object.append("due", due)
    }
    return .object(object)
  }
}

extension Subject {
  /// The first sentence of the new words that says something: what proves a thing that no word says.
  var firstSentence: [UInt8] {
    let sentences = Sentences.ranges(in: words)
    let chosen = sentences.first { $0.count >= 15 } ?? sentences.first
    return chosen.map { Array(words[$0]) } ?? []
  }
}
