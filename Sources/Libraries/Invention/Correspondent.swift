// Writes conversations: turns a plan into letters or chat messages, and notes what they show.

/// A message of a chat or of LinkedIn's message export.
struct ChatMessage {
  let seconds: Int
  let fromUs: Bool
  let text: String
  let attachment: String?
}

/// A chat that was written, for the export files.
struct ChatThread {
  let plan: Plan
  let messages: [ChatMessage]
}

/// Turns plans into messages and facts.
struct Correspondent {
  let world: World
  var facts: [Fact] = []
  var chats: [ChatThread] = []
  private var dice: Dice
  private var written = 0

  init(world: World) {
    self.world = world
    dice = Dice(seed: world.seed, "letters")
  }

  /// The letters of a plan in order; chats are kept in `chats`.
  mutating func write(_ plan: Plan) -> [Letter] {
    written += 1
    var cast = Cast(
      world: world, member: plan.member, person: plan.person, home: plan.company, other: plan.other,
      candidate: plan.candidate, newCompany: plan.newCompany, newTitle: plan.newTitle, oldCompany: plan.oldCompany,
      dice: Dice(seed: world.seed, "cast", written))
    if plan.channel != .email {
      writeChat(plan, &cast)
      return []
    }
    var thread = LetterThread(plan: plan, world: world, subject: "")
    var time = plan.start
    for (index, line) in plan.scene.lines.enumerated() {
      time = next(time, line, index, plan)
      guard time < World.end.start else { break }
      if index == 0 { thread.subject = plan.subject ?? cast.fill(plan.scene.subject, at: time, plan.tongue) }
      var text = cast.fill(line.text, at: time, plan.tongue)
      if line.voice == .them, line.signals.isEmpty, world.people[plan.person].habits.client >= 3 { slip(&text) }
      thread.append(line, text, at: time, &dice)
    }
    note(plan, thread)
    return thread.letters
  }

  /// Swaps two letters of a long word, as fast fingers do; words of signals, names and addresses stay as they are.
  private mutating func slip(_ text: inout String) {
    guard dice.chance(60) else { return }
    var letters = Array(text.utf8)
    let words = letters.indices.filter { start in
      start > 0 && letters[start - 1] == 0x20 && start + 6 < letters.count
        && letters[start...start + 6].allSatisfy { (0x61...0x7a).contains($0) }
    }
    guard !words.isEmpty else { return }
    let start = dice.pick(words) + dice.among(2...4)
    letters.swapAt(start, start + 1)
    text = String(decoding: letters, as: UTF8.self)
  }

  /// When the next message is written: in working hours of its author, unless a machine answers.
  private mutating func next(_ time: Int, _ line: Line, _ index: Int, _ plan: Plan) -> Int {
    if index == 0 { return time }
    if line.flags.contains("auto") { return time + dice.among(2...40) }
    let wanted = time + max(900, Int(line.days * 86_400)) + dice.among(60...5000)
    let zone = line.voice == .us ? world.members[plan.member].zone : world.people[plan.person].zone
    let clock = WallClock(wanted, zone)
    if plan.channel != .email { return clock.hour < 8 ? wanted + (9 - clock.hour) * 3600 : wanted }
    let evening = clock.hour >= 19 ? (32 - clock.hour) * 3600 : clock.hour < 7 ? (8 - clock.hour) * 3600 : 0
    let weekend = clock.day.weekday == 6 ? 2 : clock.day.weekday == 0 ? 1 : 0
    return wanted + evening + (dice.chance(90) ? weekend * 86_400 : 0)
  }

  private mutating func writeChat(_ plan: Plan, _ cast: inout Cast) {
    var messages: [ChatMessage] = []
    var time = plan.start
    for (index, line) in plan.scene.lines.enumerated() {
      time = next(time, line, index, plan)
      guard time < World.end.start else { break }
      let text = cast.fill(line.text, at: time, plan.tongue)
      messages.append(
        ChatMessage(
          seconds: time, fromUs: line.voice == .us, text: text,
          attachment: line.flags.contains("jd") ? "JD_\(cast.fixed["role"] ?? "role").pdf" : nil))
      count(line.voice == .us, plan.person)
    }
    chats.append(ChatThread(plan: plan, messages: messages))
    noteSignals(plan, Dictionary(grouping: plan.scene.lines.flatMap(\.signals), by: { $0 }).mapValues { _ in [] }, time)
  }

  private func count(_ fromUs: Bool, _ person: Int) {
    if fromUs { world.people[person].outbound += 1 } else { world.people[person].inbound += 1 }
  }

  private mutating func note(_ plan: Plan, _ thread: LetterThread) {
    var signals: [String: [String]] = [:]
    for (letter, line) in zip(thread.letters, plan.scene.lines) {
      for signal in line.signals { signals[signal, default: []].append(letter.id) }
      if !line.flags.contains("auto") {
        count(line.voice == .us, line.voice == .other ? plan.other ?? plan.person : plan.person)
      }
    }
    noteSignals(plan, signals, thread.letters.last?.seconds ?? plan.start, thread.letters.map(\.id))
  }

  private mutating func noteSignals(
    _ plan: Plan, _ signals: [String: [String]], _ last: Int, _ all: [String] = []
  ) {
    guard plan.isPlanted else { return }
    let signals = signals.keys.contains("not_now_closed") ? signals.filter { $0.key == "not_now_closed" } : signals
    for (signal, messages) in signals.sorted(by: { $0.key < $1.key }) {
      let kind = signal == "placement" ? "placement" : signal == "not_now_closed" ? "declined" : "opening"
      var fact = Fact(kind: kind, signal: kind == "opening" ? signal : nil, person: plan.person, company: plan.company)
      fact.messages = messages
      fact.channel = plan.channel
      fact.day = Day(number: last / 86_400)
      facts.append(fact)
    }
    guard plan.stalls, World.present.start - last >= 21 * 86_400 else { return }
    var fact = Fact(kind: "stalled", signal: "stalled", person: plan.person, company: plan.company)
    fact.messages = all
    fact.channel = plan.channel
    fact.day = Day(number: last / 86_400)
    facts.append(fact)
  }
}
