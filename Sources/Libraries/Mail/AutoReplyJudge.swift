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
    "[ooo", "absence", "abwesend", "abwesenheit", "afwezig", "afwezigheid", "assenza dall", "ausente", "ausência do",
    "auto reply", "auto response", "auto-reply", "auto:", "automaattinen vastaus", "automatic reply",
    "automatická odpoveď", "automatická odpověď", "automatikus válasz", "automatisch antwoord", "automatische antwort",
    "automatisches", "automatisk svar", "automatiskt svar", "autoreply", "autosvar", "fora do escritório", "frånvaro",
    "fuera de la oficina", "fuori sede", "fuori ufficio", "hors du bureau", "ikke på kontoret", "mimo kancelář",
    "nieobecność w", "odpowiedź automatyczna", "on leave", "on vacation", "ooo -", "ooo re", "ooo:", "otomatik yanıt",
    "out of office", "out of the office", "poissa toimistosta", "poza biurem", "resposta automática",
    "respuesta automática", "risposta automatica", "réponse automatique", "răspuns automat", "svar automatisk",
    "vacation", "αυτόματη απάντηση", "автоматический ответ", "автоответ", "स्वचालित उत्तर", "स्वचालित जवाब", "स्वतः उत्तर", "自动回复",
    "自动答复", "自動回覆", "自動応答", "自動返信", "부재중", "자동 회신",
  ]

  static func subject(_ subject: [UInt8]) -> Bool {
    subjects.begin(subject) || subject.contains(Array("out of office".utf8)) && !subject.starts(with: "re:".utf8)
  }

  /// Said by who is away for a time.
  static let absent: Phrases = [
    "absent", "abwesen", "afwezig", "am away", "annual leave", "assente", "außer haus", "away from", "away until",
    "back in the office", "back on", "barselsorlov", "be away", "bin wieder", "chhutti", "chutti", "de férias",
    "de retour", "de vacaciones", "dienstreise", "dovolenke", "dovolené", "elternzeit", "en congé", "en congés",
    "en déplacement", "en vacaciones", "estarei ausente", "estaré ausente", "estoy ausente", "ferie",
    "fora do escritório", "fraværende", "fuera de la oficina", "fuori sede", "föräldraledig", "hors du bureau",
    "ikke på kontoret", "im urlaub", "in ferie", "inte på kontoret", "irodán kívül", "izindeyim", "izinli", "ledig t",
    "limited access", "lomalla", "maternity leave", "met vakantie", "met verlof", "mimo kanceláriu", "mimo kancelář",
    "mutterschutz", "na urlopie", "nicht erreichbar", "nicht im büro", "nicht im haus", "nieobecn", "niet aanwezig",
    "niet op kantoor", "not in the office", "off until", "office se bahar", "ofis dışında", "olen poissa", "on holiday",
    "on leave", "on pto", "on vacation", "op vakantie", "out of office", "out of the office", "out until",
    "out-of-office", "parental leave", "paternity leave", "permisjon", "poissa toimistosta", "poza biurem",
    "på semester", "sick leave", "sono assente", "sono fuori", "szabadság", "tillbaka den", "tjänstledig", "traveling",
    "travelling",
    "unavailable until", "urlaub", "vacation", "wieder erreichbar", "will be back", "yıllık izin", "är ledig",
    "în concediu", "εκτός γραφείου", "в отпуске", "вне офиса", "отсутств", "अवकाश", "कार्यालय से बाहर", "छुट्टी", "不在", "休假", "休暇",
    "부재", "휴가",
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
