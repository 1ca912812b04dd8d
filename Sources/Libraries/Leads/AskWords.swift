// The sentences of referrals, as one of us would send them. They say "we": who asks need not be who wrote at the time.
import Calendar
import Names

/// Words an ask: whom we greet, what happened, and what we would like them to do.
struct AskWords {
  let asked: PersonFacts
  let now: Instant

  /// Asks a colleague about what lies open with `person`.
  func reviving(_ opening: Opening, with person: PersonFacts) -> String {
    let whom = person.called(besides: asked)
    let isOld = DateText.days(opening.date, to: now) > OpenMatter.freshDays
    let question =
      isOld
      ? OpenMatter.question(ofOld: opening.signal)
      : OpenMatter.questions[opening.signal] ?? "whether it is worth picking up again"
    return "\(greeting), \(told(opening, of: person.displayName))."
      + " Would you ask \(whom) \(question), or tell us whom to talk to instead?"
  }

  /// Asks for the way to `between`, who works with `person` now, with whom something lies open.
  func bridging(
    to between: PersonFacts, from old: String?, colleagueOf person: PersonFacts, at company: String?, _ opening: Opening
  ) -> String {
    let link = between.called(besides: asked)
    let known = old.map { " from \(said($0))" } ?? ""
    let place = company.map { " at \(said($0))" } ?? ""
    let matter = told(opening, of: person.called(besides: between))
    return "\(greeting), you know \(between.displayName)\(known)."
      + " \(link) is now a colleague of \(person.displayName)\(place). \(matter.capitalisedFirst). Would you put us in touch with \(link)?"
  }

  /// Asks who moved about the new company; `old` is where we worked with them, if we did.
  func arriving(at company: String, from old: String?, on date: String) -> String {
    let place = said(company)
    let isFresh = DateText.days(date, to: now) <= 180
    let wish = isFresh ? "congratulations on your move to \(place)!" : "I hope that all goes well at \(place.ended)"
    let past = old.map { " We enjoyed working with you at \(said($0).ended)" } ?? ""
    return "\(greeting), \(wish)\(past) Is hiring at \(place) in your hands,"
      + " or would you put us in touch with whoever looks after it?"
  }

  /// Asks who moved to `new` about those they left behind at `old`.
  func leavingBehind(_ old: String, for new: String?, successor: String?) -> String {
    let since = new.map { "now that you are with \(said($0))" } ?? "now that you have moved on"
    let who = successor.map { "is \($0)" } ?? "who is"
    return "\(greeting), \(since), \(who) the right person to talk to about hiring at \(said(old)),"
      + " and may I mention your name?"
  }

  /// Asks somebody for a good word with `person`, who left them for another company.
  func recommending(_ person: PersonFacts, from old: String?, title: String?, at company: String) -> String {
    let past = old.map { " at \(said($0))" } ?? ""
    let role = (title.map { "\($0) at " } ?? "at ") + said(company)
    return "\(greeting), you worked with \(person.displayName)\(past);"
      + " \(person.called(besides: asked)) is now \(role.ended) Would you put in a word for us?"
  }

  /// Asks who named `target` whether we may say so.
  func following(to target: String, at company: String?) -> String {
    let place = company.map { " at \(said($0))" } ?? ""
    return "\(greeting), thank you for pointing us to \((target + place).ended)"
      + " May I mention your name when I write, or would you rather introduce us yourself?"
  }

  private var greeting: String { "Hi \(asked.name == nil ? "there" : asked.spokenName)" }

  /// A company as one says it.
  private func said(_ company: String) -> String { CompanyName(company)?.short ?? company }

  /// What happened, and when, as the second half of a sentence.
  private func told(_ opening: Opening, of who: String) -> String {
    let what = OpenMatter.events[opening.signal] ?? "our conversation with % broke off"
    let words = what.split(separator: "%", omittingEmptySubsequences: false).joined(separator: who)
    return "\(AskWords.month(opening.date)) \(words)"
  }

  /// `in January 2026`; `some time ago` when the date tells nothing.
  private static func month(_ date: String) -> String {
    let parts = date.split(separator: "-")
    guard parts.count >= 2, parts[0].utf8.count == 4, let month = Int(parts[1]), (1...12).contains(month) else {
      return "some time ago"
    }
    return "in \(months[month - 1]) \(parts[0])"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}

/// What lies open, in words, by its signal; `%` stands for the one with whom it does.
private enum OpenMatter {
  /// A year and a half: nobody keeps a role open for longer.
  static let freshDays = 548

  /// What to ask where it is too long ago to be still the same matter.
  static func question(ofOld signal: String) -> String {
    switch signal {
    case "keep_in_touch", "reconnect_later": questions[signal] ?? ""
    case "unanswered": "whether there is something that we can help with today"
    default: "whether there is something to fill today"
    }
  }

  static let events = [
    "candidate_now_hiring": "% was looking for people to hire",
    "inbound_request": "% asked us for help with hiring",
    "jd_shared": "% told us of a role to fill",
    "keep_in_touch": "% agreed with us to keep in touch",
    "negotiation": "we were discussing terms with %",
    "proposal_sent": "we sent % a proposal",
    "reconnect_later": "we agreed with % to talk again later",
    "unanswered": "% wrote to us with a question, and we are sorry that it was never answered",
  ]
  static let questions = [
    "candidate_now_hiring": "whether help with that is still welcome",
    "inbound_request": "whether that is still needed",
    "jd_shared": "whether it is still open",
    "keep_in_touch": "whether now is a good time to talk",
    "negotiation": "whether we should pick them up again",
    "proposal_sent": "whether it is still of interest",
    "reconnect_later": "whether now is a good time",
    "unanswered": "whether we can still help",
  ]
}

extension PersonFacts {
  /// What to call them when one writes to them or of them: the given name, unless only its initial is known.
  var spokenName: String {
    guard let name else { return displayName }
    let given = givenName
    return given.hasSuffix(".") || given.unicodeScalars.count == 1 ? name : given
  }

  /// What to call them in a sentence to `other`: in full where both have the same given name.
  fileprivate func called(besides other: PersonFacts) -> String {
    spokenName == other.spokenName ? displayName : spokenName
  }
}

extension String {
  /// The text with its first letter in upper case.
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
