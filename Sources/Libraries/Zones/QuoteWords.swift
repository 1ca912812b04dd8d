import Bytes

/// Words by which mail programs introduce what they quote and forward, lower case. They are those of Gmail, Apple Mail,
/// Thunderbird, Outlook, Notes, Zimbra, Yahoo, QQ and Yandex in the languages that these programs speak.
enum QuoteWords {
  /// Between dashes, before an answered message.
  static let original: Phrases = [
    "algne kiri", "alkuperäinen viesti", "e-mail d'origine", "eredeti üzenet", "inline attachment follows",
    "izvirno sporočilo", "izvorna poruka", "lähetetty viesti", "mail d'origine", "mail original", "mensagem original",
    "mensaje original", "mesaj original", "mesajul original", "message d'origine", "message d’origine",
    "message initial", "message original", "messaggio originale", "messaggio originario", "missatge original",
    "oorspronkelijk bericht", "oorspronkelijke bericht", "oorspronkelijke e-mail", "opprinnelig melding",
    "oprindelig meddelelse", "original appointment", "original besked", "original e-mail", "original email",
    "original mail", "original meeting", "original message", "original-mail", "original-nachricht", "originalmail",
    "originalmeddelande", "originalna poruka", "originalnachricht", "originele bericht", "orijinal i\u{307}leti",
    "orijinal ileti", "orijinal mesaj", "oryginalna wiadomość", "pesan asli", "pesan awal", "pôvodná správa",
    "původní e-mail", "původní zpráva", "reply message", "reply separator", "thư gốc", "tin nhắn gốc",
    "urspr. nachricht", "ursprungligt brev", "ursprungligt meddelande", "ursprüngliche e-mail", "ursprüngliche mail",
    "ursprüngliche mitteilung", "ursprüngliche nachricht", "wiadomość oryginalna", "αρχικό μήνυμα",
    "вихідне повідомлення", "исходное письмо", "исходное сообщение", "оригинална порука", "оригинално съобщение",
    "оригинальное письмо", "оригинальное сообщение", "оригінальне повідомлення", "первоначальное сообщение",
    "ההודעה המקורית", "הודעה מקורית", "الرسالة الأصلية", "मूल मेल", "मूल संदेश", "ข้อความต้นฉบับ", "ข้อความเดิม",
    "元のメッセージ", "原始邮件", "原始郵件", "原邮件", "邮件原件", "원래 메시지", "원본 메시지", "원본 메일",
  ]

  /// Between dashes or alone on a line, before a forwarded message.
  static let forwarded: Phrases = [
    "anfang der weitergeleiteten", "begin doorgestuurd bericht", "begin forwarded message",
    "beginn der weitergeleiteten", "doorgestuurd bericht", "doorgestuurde bericht", "début du message réexpédié",
    "début du message transféré", "edastatud kiri", "edelleenlähetetty viesti", "forwarded by", "forwarded from",
    "forwarded mail", "forwarded message", "i\u{307}letilen ileti", "iletilen ileti", "iletilmiş mesaj",
    "inicio del mensaje reenviado", "inizio messaggio inoltrato", "início da mensagem", "mensagem encaminhada",
    "mensagem reencaminhada", "mensaje reenviado", "mesaj redirectionat", "mesaj redirecționat", "message transféré",
    "message transmis", "messaggio inoltrato", "missatge reenviat", "original message forwarded",
    "persiunčiamas laiškas", "pesan terusan", "pesan yang diteruskan", "początek przekazywanej",
    "posredovano sporočilo", "početak proslijeđene", "preposlaná správa", "proslijeđena poruka",
    "przekazana wiadomość", "pārsūtīta ziņa", "přeposlaná zpráva", "start på videresendt", "thư đã chuyển tiếp",
    "tin nhắn được chuyển tiếp", "továbbított levél", "továbbított üzenet", "vidarebefordrat brev",
    "vidarebefordrat mail", "vidarebefordrat meddelande", "videresendt besked", "videresendt meddelelse",
    "videresendt melding", "välitetty viesti", "välitetyn viestin", "weitergeleitet von", "weitergeleitete e-mail",
    "weitergeleitete mail", "weitergeleitete nachricht", "yönlendirilen ileti", "yönlendirilmiş ileti",
    "αρχή προωθημένου", "προωθημένο μήνυμα", "начало переадресованного", "начало пересылаемого",
    "переадресоване повідомлення", "перенаправленное сообщение", "пересилається", "переслане повідомлення",
    "пересланное письмо", "пересланное сообщение", "переслано", "пересылаемое сообщение", "препратено съобщение",
    "прослеђена порука", "הודעה שהועברה", "تحويل الرسالة", "رسالة تمت إعادة توجيهها", "رسالة محولة",
    "رسالة معاد توجيهها", "अग्रेषित मेल", "अग्रेषित संदेश", "फ़ॉरवर्ड किया गया", "ข้อความที่ส่งต่อ",
    "以下は転送されたメッセージです", "开始转发的邮件", "転送されたメッセージ", "転送メッセージ", "轉寄的郵件", "轉寄訊息", "轉寄郵件", "转发的邮件", "转发邮件", "開始轉寄郵件",
    "전달된 메시지", "전달된 메일", "전달한 메시지",
  ]

  /// Verbs of attribution lines: "On … X wrote:".
  static let wrote: Phrases = [
    " a scris", " a écrit", " ha scritto", " likha", "a ajouté", "a répondu", "escreveu", "escribe", "escribio",
    "escribió", "escrigué", "escriviu", "geschreven", "je napisal", "kirjoitti", "kirjutas", "menulis", "napisala",
    "napisana przez", "napisao", "napisał", "napisał(a)", "napsal", "napísal", "pisze", "rakstīja", "rašė",
    "reageerde", "said:", "schreef", "schreibt", "schrieb", "scrisse", "scrive", "skreiv", "skrev", "skrifaði",
    "va escriure", "viết", "writes", "wrote", "yazdi", "yazdı", "yazmış", "écrit", "écrivait", "írta", "έγραψε",
    "написа", "написав", "написал", "писал", "пише", "пишет", "כתב", "כתבה", "מאת", "بواسطة", "كتب", "ने लिखा",
    "लिखा", "เขียนว่า", "さんは書きました", "のメッセージ", "のメール", "写道", "寫道", "님이 쓴", "작성",
  ]

  /// How lines begin that name who is quoted, without a verb behind.
  static let quoting: Phrases = [
    "cita di ", "citando ", "citando a ", "citat från ", "citation de ", "citerar ", "citeren ", "citerer ",
    "cytowanie ",
    "quoting ", "zitat von ", "zitiere ",
  ]

  /// How attribution lines begin whose date stands behind the name.
  static let naming: Phrases = [
    "cita di ", "citando ", "citation de ", "citeren ", "kontakt ", "missatge de ", "quoting ",
    "wiadomość napisana przez ",
    "zitat von ",
  ]

  /// How attribution lines begin, each with the blank that follows.
  static let opening: Phrases = [
    "a ", "am ", "at ", "den ", "dia ", "dne ", "dnia ", "dňa ", "el ", "em ", "fre. ", "il ", "il giorno ", "la ",
    "le ", "lør. ", "ma ", "man. ", "mie ", "missatge de ", "no dia ", "on ", "ons. ", "op ", "pada ", "pe ", "på ",
    "søn. ", "tir. ", "tor. ", "v ", "vào ", "w dniu ", "în ", "στις ", "в ", "им ", "на ", "у ", "ב-", "בתאריך ",
    "في ", "ในวันที่ ", "在 ", "在", "於 ",
  ]

  /// Lines that Notes puts between the date and the addressees.
  static let notesExtras: Phrases = [
    "=09", "bitte antworten", "gesendet von:", "inviato da:", "please respond to", "responder a", "rispondi a",
    "sent by:", "veuillez répondre",
  ]

  /// Halves of the day, alone on a line or after a clock that was wrapped.
  static let halves: Phrases = ["am", "pm"]
}
