import Bytes

/// Words by which mail programs introduce what they quote and forward, lower case, by language of the program.
enum QuoteWords {
  /// Between dashes, before an answered message.
  static let original: Phrases = [
    "alkuperäinen viesti", "eredeti üzenet", "mensagem original", "mensaje original", "mesaj original",
    "message d'origine", "message d’origine", "message original", "messaggio originale", "oorspronkelijk bericht",
    "opprinnelig melding", "oprindelig meddelelse", "original appointment", "original e-mail", "original email",
    "original mail", "original message", "original-nachricht", "originalmeddelande", "originalnachricht",
    "orijinal mesaj", "oryginalna wiadomość", "původní zpráva", "inline attachment follows", "reply message",
    "reply separator", "urspr. nachricht",
    "ursprungligt meddelande", "ursprüngliche mitteilung", "ursprüngliche nachricht", "wiadomość oryginalna",
    "вихідне повідомлення", "исходное сообщение", "оригинальное сообщение", "मूल संदेश", "元のメッセージ", "原始邮件", "原邮件",
    "원본 메시지",
  ]

  /// Between dashes or alone on a line, before a forwarded message.
  static let forwarded: Phrases = [
    "anfang der weitergeleiteten", "begin forwarded message", "beginn der weitergeleiteten", "doorgestuurd bericht",
    "doorgestuurde bericht", "début du message réexpédié", "début du message transféré", "forwarded by",
    "forwarded message", "inicio del mensaje reenviado", "inizio messaggio inoltrato", "início da mensagem",
    "mensagem encaminhada", "mensagem reencaminhada", "mensaje reenviado", "message transféré", "message transmis",
    "messaggio inoltrato", "original message forwarded", "przekazana wiadomość", "přeposlaná zpráva",
    "továbbított üzenet", "vidarebefordrat brev", "vidarebefordrat meddelande", "videresendt meddelelse",
    "videresendt melding", "välitetty viesti", "weitergeleitet von", "weitergeleitete nachricht",
    "переадресоване повідомлення", "переслано", "пересылаемое сообщение", "अग्रेषित संदेश", "転送されたメッセージ", "轉寄郵件",
    "转发的邮件",
  ]

  /// Verbs of attribution lines: "On … X wrote:".
  static let wrote: Phrases = [
    "a scris", "a écrit", "escreveu", "escribio", "escribió", "escrigué", "ha scritto", "kirjoitti", "menulis",
    "napisał", "napisał(a)", "napsal", "napísal", "schreef", "schreibt", "schrieb", "scrisse", "skreiv", "skrev",
    "va escriure", "viết", "writes", "wrote", "yazdı", "écrit", "írta", "έγραψε", "написав", "написал", "писал",
    "пише", "пишет", "ने लिखा", "लिखा", "さんは書きました", "のメール", "写道", "寫道", "작성",
  ]

  /// How attribution lines begin, each with the blank that follows.
  static let opening: Phrases = [
    "a ", "am ", "den ", "dne ", "dnia ", "dňa ", "el ", "em ", "fre. ", "il ", "il giorno ", "la ", "le ", "lør. ",
    "ma ", "man. ", "mie ", "on ", "ons. ", "op ", "pada ", "pe ", "på", "på ", "søn. ", "tir. ", "tor. ", "vào ",
    "w dniu ", "στις ", "в ", "им ",
  ]

  /// Lines that Notes puts between the date and the addressees.
  static let notesExtras: Phrases = ["=09", "bitte antworten", "please respond to", "sent by:"]

  /// Halves of the day, alone on a line or after a clock that was wrapped.
  static let halves: Phrases = ["am", "pm"]

  /// Labels of the lines that stand before an answered message in the manner of Outlook, by what they label.
  static let labels: [String: HeaderLabel] = {
    var labels: [String: HeaderLabel] = [:]
    func set(_ label: HeaderLabel, _ names: String) {
      for name in names.split(separator: "|") { labels[String(name)] = label }
    }
    set(
      .from,
      "from|von|de|da|van|från|fra|od|от|від|lähettäjä|feladó|kimden|gönderen|expéditeur|remitente|mittente|absender|avsender|afsender"
    )
    set(.from, "发件人|寄件者|寄件人|差出人|보낸 사람|प्रेषक|από|de la|nadawca")
    set(
      .sent,
      "sent|date|gesendet|datum|envoyé|enviado|enviado el|enviada em|enviada|inviato|data|verzonden|skickat|sendt|wysłano|wysłane|отправлено|дата|fecha|dato"
    )
    set(
      .sent,
      "надіслано|odesláno|küldve|elküldve|gönderildi|tarih|发送时间|寄件日期|日期|送信日時|送信日|보낸 날짜|lähetetty|päiväys|दिनांक|sent at|date sent|gesendet am|data de envio|dátum"
    )
    set(
      .to,
      "to|an|à|a|para|aan|till|til|do|кому|komu|címzett|vastaanottaja|kime|kime|destinataire|destinatario|收件人|收件者|宛先|받는 사람|प्रति|προς|către|pour"
    )
    set(
      .copy,
      "cc|kopie|copie|kopia|kopi|копия|копія|抄送|副本|másolat|kópia|bilgi|bcc|c.c.|cópia|참조|प्रतिलिपि|kopio|reply-to|reply to|responder a|antwort an"
    )
    set(
      .subject,
      "subject|betreff|objet|asunto|oggetto|onderwerp|ämne|emne|temat|тема|předmět|predmet|tárgy|konu|assunto|主题|主旨|件名|제목|aihe|विषय|θέμα|subiect|betr"
    )
    set(
      .other,
      "importance|priority|wichtigkeit|sensitivity|attachments|anlagen|organization|mailed-by|signed-by|when|where|reply to all|x-mailer|message-id|newsgroups|ville"
    )
    return labels
  }()
}

/// What a header line in running text labels.
enum HeaderLabel {
  case from, sent, to, copy, subject, other
}
