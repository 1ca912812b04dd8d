// One mail thread while it is written: who answers whom, from which address, with which quotation.

/// The letters of one conversation.
struct LetterThread {
  let plan: Plan
  let world: World
  var subject: String
  var letters: [Letter] = []
  private var quotedTexts: [Quoted] = []

  init(plan: Plan, world: World, subject: String) {
    (self.plan, self.world, self.subject) = (plan, world, subject)
  }

  /// Adds the next letter.
  mutating func append(_ line: Line, _ text: String, at seconds: Int, _ dice: inout Dice) {
    var letter = Letter()
    letter.seconds = seconds
    let day = Day(number: seconds / 86_400)
    let author = line.voice == .us ? nil : line.voice == .other ? plan.other ?? plan.person : plan.person
    let us = Mailbox(name: world.members[plan.member].name, email: world.members[plan.member].email(at: seconds))
    if let author {
      letter.from = mailbox(author, line, day)
      letter.to = [line.flags.contains("shared") ? Mailbox(name: "", email: Roster.sharedInboxes[1]) : us]
    } else {
      letter.from = us
      letter.to = [mailbox(plan.person, line, day)]
    }
    copy(line, author, &letter, day, &dice)
    letter.zone = author.map { world.people[$0].zone } ?? world.members[plan.member].zone
    dress(&letter, line, author, &dice)
    letter.text = body(text, line, author, letter, &dice)
    attach(line, &letter, &dice)
    finish(&letter, line, author, text)
  }

  private func mailbox(_ person: Int, _ line: Line, _ day: Day) -> Mailbox {
    let somebody = world.people[person]
    var email = plan.person == person ? plan.address ?? somebody.email(at: day) : somebody.email(at: day)
    if person == plan.person {
      if line.flags.contains("new") { email = somebody.positions.last?.email ?? email }
      if line.flags.contains("personal") { email = somebody.personalEmail }
    }
    let company = somebody.position(at: day).map { world.companies[$0.company].spoken } ?? ""
    let name =
      switch somebody.habits.displayName {
      case 5: somebody.family + ", " + somebody.given
      case 6: ""
      case 7 where !company.isEmpty: somebody.name + " (" + company + ")"
      case 8: somebody.given.prefix(1) + ". " + somebody.family
      case 9: somebody.calledName + " " + somebody.family
      default: somebody.name
      }
    world.show(email, of: person, as: name)
    return Mailbox(name: name, email: email)
  }

  /// Now and then somebody else gets a copy: one of us, or a colleague of theirs.
  private func copy(_ line: Line, _ author: Int?, _ letter: inout Letter, _ day: Day, _ dice: inout Dice) {
    guard !line.flags.contains("auto"), dice.chance(12) else { return }
    if dice.chance(50) {
      let others = world.members.indices.filter { $0 != plan.member && world.members[$0].serves(at: letter.seconds) }
      guard !others.isEmpty else { return }
      let member = world.members[dice.pick(others)]
      letter.cc = [Mailbox(name: member.name, email: member.email(at: letter.seconds))]
    } else if author != nil, plan.person == author, let company = plan.company {
      let there = (world.contacts[company] ?? []).filter {
        $0 != plan.person && world.people[$0].position(at: day)?.company == company
      }
      guard world.people[plan.person].position(at: day)?.company == company, !there.isEmpty else { return }
      letter.cc = [mailbox(dice.pick(there), line, day)]
    }
  }

  /// Identifiers and headers of the author's mail program.
  private func dress(_ letter: inout Letter, _ line: Line, _ author: Int?, _ dice: inout Dice) {
    let host = letter.from.email.split(separator: "@").last.map(String.init) ?? "mail.example"
    let client = author.map { world.people[$0].habits.client } ?? plan.member % 3
    switch client {
    case 0: letter.id = "CA+\(dice.token(28))@mail.\(host)"
    case 1: letter.id = "\(dice.hex(32).uppercased())@EXCH\(dice.among(10...19)).\(host)"
    case 2: letter.id = "\(dice.hex(8))-\(dice.hex(4))-\(dice.hex(12))@\(host)"
    case 3: letter.id = "\(dice.among(1000...9999)).\(dice.hex(12)).JavaMail.app@\(host)"
    default: letter.id = "\(dice.token(12)).\(dice.below(100_000))@\(host)"
    }
    let charset = author.map { world.people[$0].habits.charset } ?? dice.below(4)
    letter.charset = charset < 6 || charset == 9 ? .utf8 : charset == 8 ? .windows : .latin1
    letter.transfer = charset == 5 ? .base64 : charset == 7 || charset == 9 ? .eight : .quoted
    letter.subject = letters.isEmpty ? subject : style(author).replyPrefix + subject
    if let last = letters.last, !line.flags.contains("auto") || dice.chance(50) {
      if client != 4 || letters.count > 1 { letter.inReplyTo = last.id }
      if client != 1 { letter.references = letters.suffix(8).map(\.id) }
    }
    let programs = [
      "", "Microsoft Outlook 16.0", "Apple Mail (2.3445.104.11)", "Postbox Mobile 4.1", "Thistle Mail 60.9",
    ]
    if client > 0 { letter.headers.append(("X-Mailer", programs[client])) }
    if client == 1 { letter.headers.append(("Thread-Topic", encodedWords(subject, .utf8, base64: false))) }
    if author != nil { receive(&letter, host, &dice) }
  }

  private func receive(_ letter: inout Letter, _ host: String, _ dice: inout Dice) {
    guard let to = letter.to.first else { return }
    let clock = WallClock(letter.seconds + dice.among(2...30), .london)
    letter.headers.append(("Delivered-To", to.email))
    letter.headers.append(
      ("Received", "from mx\(dice.among(1...4)).\(host) by mx.talentbridge.example with ESMTPS;\n \(clock.mail)"))
  }

  private func style(_ author: Int?) -> QuoteStyle {
    guard let author else { return plan.member == 2 ? .gmailDe : plan.member == 1 ? .outlook : .gmail }
    return world.people[author].habits.quoting
  }

  private func body(_ text: String, _ line: Line, _ author: Int?, _ letter: Letter, _ dice: inout Dice) -> String {
    var result = text
    if !line.flags.contains("auto"), !line.flags.contains("nosig") {
      result +=
        author.map { Signature.of(world.people[$0], in: world, at: letter.seconds, plan.tongue) }
        ?? Signature.of(world.members[plan.member], first: letters.isEmpty)
    }
    guard let quoted = quotedTexts.last, !line.flags.contains("auto"), !line.flags.contains("noquote") else {
      return result
    }
    return style(author).compose(result, quoting: quoted, in: letter.zone)
  }

  private func attach(_ line: Line, _ letter: inout Letter, _ dice: inout Dice) {
    let title = subject.filter { $0.isLetter || $0.isNumber || $0 == " " }.prefix(24).replacing(" ", with: "_")
    if line.flags.contains("jd") { letter.attachments.append(Papers.pdf("JD_\(title).pdf", &dice)) }
    if line.flags.contains("proposal") {
      letter.attachments.append(Papers.pdf("TalentBridge_Proposal_\(title).pdf", &dice))
    }
    if line.flags.contains("cv") { letter.attachments.append(Papers.word("CV_\(title).doc", &dice)) }
    if line.flags.contains("invoice") {
      letter.attachments.append(Papers.pdf("Invoice_\(dice.among(1000...9999)).pdf", &dice))
    }
    if line.flags.contains("from_line") { letter.leavesFromLines = true }
    if letter.headers.contains(where: { $0.1.hasPrefix("Microsoft") }), dice.chance(35) {
      letter.html = Papers.html(letter.text)
      letter.htmlOnly = dice.chance(20)
    }
    if line.flags.contains("auto") {
      letter.headers.append(("Auto-Submitted", "auto-replied"))
      letter.headers.append(("X-Auto-Response-Suppress", "All"))
      letter.subject = (plan.tongue == .de ? "Automatische Antwort: " : "Automatic reply: ") + subject
    }
  }

  private mutating func finish(_ letter: inout Letter, _ line: Line, _ author: Int?, _ text: String) {
    letters.append(letter)
    guard !line.flags.contains("auto") else { return }
    let shown = letter.text.split(separator: "\n", omittingEmptySubsequences: false).prefix(26).joined(separator: "\n")
    quotedTexts.append(
      Quoted(
        name: letter.from.name.isEmpty ? letter.from.email : letter.from.name, email: letter.from.email,
        toName: letter.to.first.map { $0.name.isEmpty ? $0.email : $0.name } ?? "", seconds: letter.seconds,
        subject: letter.subject, text: shown))
  }
}
