// How mail programs put the message that is answered under the answer.

/// The habits of mail programs in several languages.
enum QuoteStyle: CaseIterable {
  case gmail, outlook, outlookRule, apple, phone, none
  case gmailDe, outlookDe, thunderbirdDe, gmailEs, outlookEs, gmailFr, outlookFr, original, bottom

  /// The styles met among people of a language; often met ones stand twice.
  static func usual(in tongue: Tongue) -> [QuoteStyle] {
    switch tongue {
    case .en, .hi: [.gmail, .gmail, .outlook, .outlook, .outlookRule, .apple, .phone, .original, .bottom, .none]
    case .de: [.gmailDe, .outlookDe, .outlookDe, .thunderbirdDe, .apple, .none]
    case .es: [.gmailEs, .gmailEs, .outlookEs, .none]
    case .fr: [.gmailFr, .gmailFr, .outlookFr, .none]
    }
  }

  /// Answers bear this before the subject.
  var replyPrefix: String {
    switch self {
    case .outlookDe, .thunderbirdDe: "AW: "
    case .outlookEs, .outlook, .original, .outlookRule: "RE: "
    default: "Re: "
    }
  }
}

/// The message that is answered, as far as a quotation shows it.
struct Quoted {
  let name: String
  let email: String
  let toName: String
  let seconds: Int
  let subject: String
  let text: String
}

extension QuoteStyle {
  /// The answer with the quotation in its place.
  func compose(_ answer: String, quoting quoted: Quoted, in zone: Zone) -> String {
    let clock = WallClock(quoted.seconds, zone)
    switch self {
    case .none: return answer
    case .bottom: return head(quoted, clock) + "\n" + marked(quoted.text) + "\n\n" + answer
    case .outlook, .outlookRule, .outlookDe, .outlookEs, .outlookFr, .original:
      return answer + "\n\n" + head(quoted, clock) + "\n\n" + quoted.text
    default: return answer + "\n\n" + head(quoted, clock) + "\n\n" + marked(quoted.text)
    }
  }

  private func marked(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? ">" : $0.hasPrefix(">") ? ">" + $0 : "> " + $0 }.joined(separator: "\n")
  }

  private func head(_ quoted: Quoted, _ clock: WallClock) -> String {
    let day = clock.day
    let english = "\(CalendarWords.days[day.weekday]), \(CalendarWords.months[day.month - 1]) \(day.day), \(day.year)"
    let who = "\(quoted.name) <\(quoted.email)>"
    switch self {
    case .gmail, .none: return folded("On \(english) at \(clock.time12) \(who) wrote:")
    case .bottom: return "On \(day.iso) \(clock.time), \(quoted.name) wrote:"
    case .apple, .phone:
      return "On \(day.day) \(CalendarWords.months[day.month - 1]) \(day.year), at \(clock.time), \(who) wrote:"
    case .gmailDe:
      return folded(
        "Am \(CalendarWords.shortDay(day.weekday, .de)), \(day.day). \(CalendarWords.shortMonth(day.month, .de)) "
          + "\(day.year) um \(clock.time) Uhr schrieb \(who):")
    case .thunderbirdDe:
      return "Am \(padded(day.day)).\(padded(day.month)).\(day.year) um \(clock.time) schrieb \(quoted.name):"
    case .gmailEs:
      return folded(
        "El \(CalendarWords.shortDay(day.weekday, .es)), \(day.day) \(CalendarWords.shortMonth(day.month, .es)) "
          + "\(day.year) a las \(clock.time), \(quoted.name) (<\(quoted.email)>) escribió:")
    case .gmailFr:
      return folded(
        "Le \(CalendarWords.shortDay(day.weekday, .fr)) \(day.day) \(CalendarWords.shortMonth(day.month, .fr)) "
          + "\(day.year) à \(clock.time), \(who) a écrit :")
    default: return block(quoted, clock, who)
    }
  }

  private func block(_ quoted: Quoted, _ clock: WallClock, _ who: String) -> String {
    let day = clock.day
    let long = "\(day.day) \(CalendarWords.longMonth(day.month, .en)) \(day.year) \(clock.time)"
    let rule = String(repeating: "_", count: 32) + "\n"
    switch self {
    case .outlookDe:
      return "Von: \(who)\nGesendet: \(CalendarWords.longDay(day.weekday, .de)), \(day.day). "
        + "\(CalendarWords.longMonth(day.month, .de)) \(day.year) \(clock.time)\nAn: \(quoted.toName)\n"
        + "Betreff: \(quoted.subject)"
    case .outlookEs:
      return rule + "De: \(who)\nEnviado: \(CalendarWords.longDay(day.weekday, .es)), \(day.day) de "
        + "\(CalendarWords.longMonth(day.month, .es)) de \(day.year) \(clock.time)\nPara: \(quoted.toName)\n"
        + "Asunto: \(quoted.subject)"
    case .outlookFr:
      return "De : \(who)\nEnvoyé : \(CalendarWords.longDay(day.weekday, .fr)) \(day.day) "
        + "\(CalendarWords.longMonth(day.month, .fr)) \(day.year) \(clock.time)\nÀ : \(quoted.toName)\n"
        + "Objet : \(quoted.subject)"
    case .original:
      return "-----Original Message-----\nFrom: \(who)\nSent: \(long)\nTo: \(quoted.toName)\n"
        + "Subject: \(quoted.subject)"
    case .outlookRule: return rule + "From: \(who)\nSent: \(long)\nTo: \(quoted.toName)\nSubject: \(quoted.subject)"
    default: return "From: \(who)\nSent: \(long)\nTo: \(quoted.toName)\nSubject: \(quoted.subject)"
    }
  }

  /// Gmail folds a long line of attribution before the address.
  private func folded(_ line: String) -> String {
    guard line.utf8.count > 78, let angle = line.lastIndex(of: "<") else { return line }
    return line[..<angle].trimmedEnd() + "\n" + line[angle...]
  }
}

extension Substring {
  /// Without spaces at both ends.
  func trimmed() -> String { drop { $0 == " " }.trimmedEnd() }

  /// Without spaces at the end.
  func trimmedEnd() -> String {
    var text = self
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
