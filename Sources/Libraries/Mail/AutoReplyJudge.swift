import Bytes

/// Recognises automatic answers, absence notes and notes of those who left.
struct AutoReplyJudge {
  let message: MailMessage
  let fields: HeaderFields

  /// The sort of automatic answer, nil when a person wrote it.
  func kind() -> MessageKind? {
    let subject = LowerCase.text(message.subject ?? "")
    guard isAutomatic || AutoReplyWords.subject(subject) else { return nil }
    let text = LowerCase.text(message.text.prefix(4_000))
    if AutoReplyWords.left.occur(in: text) || AutoReplyWords.left.occur(in: subject) {
      return .leftCompany(successor: SuccessorFinder.find(in: message))
    }
    if AutoReplyWords.absent.occur(in: subject) || AutoReplyWords.absent.occur(in: text) {
      return .outOfOffice(returns: ReturnDate.find(in: message.text, around: message.date))
    }
    return .autoReply
  }

  /// Whether its header says that a program answered.
  var isAutomatic: Bool {
    if let value = fields.text("auto-submitted")?.lowercased(), !value.hasPrefix("no") {
      return value.hasPrefix("auto-replied") || fields.has("in-reply-to") || fields.has("x-auto-response-suppress")
    }
    if fields.has("x-autoreply") || fields.has("x-autorespond") || fields.has("x-autoresponder") { return true }
    if fields.has("x-auto-reply-from") || fields.has("x-vacation") { return true }
    let precedence = fields.text("precedence")?.lowercased() ?? ""
    if precedence.hasPrefix("auto_reply") || precedence.hasPrefix("auto-reply") { return true }
    let marks = fields.text("x-precedence")?.lowercased() ?? ""
    return marks.hasPrefix("auto_reply")
      || fields.text("x-ms-exchange-generated-message-source")?.lowercased() == "mailbox rules agent"
  }
}

/// Words of automatic answers in the languages of our mail, in lower case.
enum AutoReplyWords {
  /// How subjects of automatic answers begin.
  private static let subjects: Phrases = [
    "absence", "abwesend", "abwesenheit", "afwezig", "afwezigheid", "ausente", "auto reply", "auto response",
    "auto-reply", "auto:",
    "automaattinen vastaus", "automatic reply", "automatisch antwoord", "automatische antwort", "automatisk svar",
    "automatiskt svar", "autoreply", "autosvar", "frånvaro", "fuera de la oficina", "fuori sede", "fuori ufficio",
    "odpowiedź automatyczna", "on leave", "on vacation", "ooo:", "out of office", "out of the office",
    "resposta automática", "respuesta automática", "risposta automatica", "réponse automatique", "vacation",
    "автоматический ответ", "автоответ", "自动答复", "自動返信",
  ]

  static func subject(_ subject: [UInt8]) -> Bool {
    subjects.begin(subject) || subject.contains(Array("out of office".utf8)) && !subject.starts(with: "re:".utf8)
  }

  /// Said by who is away for a time.
  static let absent: Phrases = [
    "absent", "abwesen", "afwezig", "annual leave", "away from", "away until", "back in the office", "back on",
    "bin wieder", "de retour", "en congé", "en congés", "en vacaciones", "estarei ausente",
    "estaré ausente", "ferie", "fuera de la oficina", "fuori sede", "im urlaub", "in ferie", "limited access",
    "maternity leave", "nicht im büro", "nicht im haus", "niet aanwezig", "on holiday",
    "on leave", "on vacation", "out of office", "out of the office", "out-of-office", "parental leave",
    "paternity leave", "poza biurem", "sono assente", "travelling", "urlaub", "vacation", "в отпуске",
    "छुट्टी",
  ]

  /// Said of who does not work there any more.
  static let left: Phrases = [
    "a quitté ", "a quitté l'entreprise", "a quitté la société", "am no longer with", "am no longer working",
    "arbeite nicht mehr", "arbeitet nicht mehr", "arbejder ikke længere", "arbetar inte längre", "artık çalışm",
    "ausgeschieden", "bin nicht mehr bei", "chhod di hai", "company chhod", "deixei a empresa", "deixou a empresa",
    "dejado de trabajar", "dejado la empresa", "desligado da empresa", "ei työskentele enää", "en työskentele enää",
    "er fratrådt", "har slutat hos", "har slutat på", "har sluttet", "has left ", "has left the business",
    "has left the company", "has left the firm", "has moved on", "has retired", "have left the company",
    "have moved on", "have retired", "i have left", "i've left", "ich habe das unternehmen verlassen",
    "ikke lenger ansatt", "ikke længere ansat", "is no longer an employee", "is no longer employed",
    "is no longer with", "ist nicht mehr bei", "ist nicht mehr für", "j'ai quitté", "jag har slutat", "již nepracuj",
    "jobbar inte längre", "jobber ikke lenger", "już nie pracuj", "já não faz parte", "já não faço parte",
    "já não trabalha", "já não trabalho", "kaam nahi kart", "kaam nahin kart", "lasciato l'azienda",
    "lasciato la società", "last working day", "left the company", "left the organisation", "left the organization",
    "mein letzter arbeitstag", "moved on from", "my last day", "már nem dolgoz", "n'est plus chez", "n'est plus dans",
    "n'est plus employé", "n'est plus salarié", "ne fais plus partie", "ne fait plus partie", "ne suis plus chez",
    "ne suis plus employé", "ne travaille plus", "nicht mehr bei der", "nicht mehr beschäftigt", "nicht mehr für",
    "nicht mehr im unternehmen", "nicht mehr in unserem", "nicht mehr tätig", "nie jest już pracownik",
    "nie jestem już pracownik", "nie pracuje już", "nie pracuję już", "niet langer werkzaam", "niet meer werkzaam",
    "no longer an employee", "no longer at ", "no longer employed", "no longer part of", "no longer with ",
    "no longer work", "no longer works", "non fa più parte", "non faccio più parte", "non lavora più", "non lavoro più",
    "now left the", "não faz mais parte", "não faço mais parte", "não trabalha mais", "não trabalho mais",
    "parted ways", "resigned from", "slutat min anställning", "uit dienst", "unternehmen verlassen", "už nepracuj",
    "werk niet meer", "werkt niet meer", "ya no está en la empresa", "ya no forma parte", "ya no formo parte",
    "ya no pertenece", "ya no trabaja", "ya no trabajo", "больше не работает", "больше не работаю", "уволилась",
    "уволился", "अब काम नहीं", "अब कार्यरत नहीं", "कंपनी छोड़",
  ]
}
