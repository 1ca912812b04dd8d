import Bytes

/// Notes that phones and mail services put under what is written with them, lower case, by language.
enum MobileNotes {
  /// Whether `text`, a line in lower case, is such a note.
  static func isNote(_ text: [UInt8]) -> Bool {
    let words = text.drop { $0 == 0x2A || $0 == 0x5F || $0 == 0x20 || $0 == 0x2D }
    return beginnings.begin(words) || endings.end(Self.trimmed(words)) || Array(words).startsWithDevice
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var rest = text
    while let last = rest.last, last == 0x2E || last == 0x2A || last == 0x5F || last == 0x21 || last <= 0x20 {
      rest = rest.dropLast()
    }
    return Array(rest)
  }

  /// How they begin.
  private static let beginnings: Phrases = [
    "(sent from", "(sent via", "<<sent by", "<sent from", "[sent from", "__________ information from", "android から送信",
    "androidから送信", "az én iphone", "baixe o outlook", "blackberry", "composed on my", "diese e-mail wurde von meinem",
    "diese nachricht wurde mit", "diese nachricht wurde von meinem ", "dikirim dari ", "do you yahoo!?",
    "download outlook for", "download outlook voor", "elküldve ", "envia't des", "enviado a partir ", "enviado con ",
    "enviado de ", "enviado del ", "enviado desde ", "enviado do ", "enviado pelo ", "enviat des del ",
    "envoyé avec ", "envoyé de ", "envoyé depuis ", "envoyé du ", "envoyé par ", "envoyé via ", "envoyé à partir ",
    "excuse any typos", "excuse brevity", "excuse my brevity", "excuse the brevity", "excuse typos",
    "from my android", "from my blackberry", "from my ipad", "from my iphone", "from my mobile", "from my phone",
    "få outlook til", "gesendet aus ", "gesendet mit ", "gesendet per ", "gesendet via ", "gesendet vom ",
    "gesendet von ", "gesendet über ", "get [outlook for", "get bluemail", "get it on google play",
    "get outlook for ", "get the latest news", "get typeapp", "get your free", "get your private, free", "gửi từ ",
    "hent outlook til", "holen sie sich outlook", "hämta outlook", "inviato con ", "inviato da ", "inviato dal ",
    "inviato tramite ", "ios 版 outlook", "ipadから送信", "iphone から送信", "iphoneから送信", "kirjutatud ", "laadi outlook",
    "lataa outlook", "lähetetty ", "mail gesendet mit", "obtener outlook", "obtenez outlook", "obtenir outlook",
    "obter o outlook", "odesláno z", "odoslané z", "ottieni outlook", "outlook for android", "outlook for ios",
    "outlook für android", "outlook für ios", "pardon any typos", "pardon typos", "please excuse any typos",
    "please excuse brevity", "please excuse my brevity", "please excuse typos", "please pardon ", "pobierz outlook",
    "pobierz program outlook", "poslano iz ", "poslano s ", "poslano z ", "poslato sa ", "preuzmite outlook",
    "saadetud ", "scarica outlook", "sendt fra ", "sendt med ", "sendt via ", "sent by my ", "sent by outlook",
    "sent from ", "sent in haste", "sent on the go", "sent through ", "sent using ", "sent via ", "sent w/ ",
    "sent with ", "skickat från ", "skickat med ", "someone from mobile", "stažený outlook", "stiahnuť outlook",
    "stáhnout outlook", "telefonumdan gönderildi", "this email has been checked for viruses",
    "this email was sent from my", "trimis de la ", "trimis de pe ", "trimis din ", "typed on my",
    "typed with thumbs", "télécharger outlook", "téléchargez outlook", "tải outlook", "verstuurd met ",
    "verstuurd vanaf ", "verzonden met ", "verzonden vanaf ", "verzonden vanuit ", "verzonden via ", "virus-free.",
    "von meinem ", "von unterwegs", "wysłane z ", "wysłane za ", "wysłano z ", "wysłano za ", "yahoo mail ",
    "yahoo mail:", "získat outlook", "đã gửi từ ", "εστάλη από", "λήψη του outlook", "στάλθηκε από", "изпратено от ",
    "надіслано з ", "надіслано через ", "написано с ", "отправлено из ", "отправлено от ", "отправлено с ",
    "отправлено через ", "послано с ", "послато са ", "скачайте outlook", "скачать outlook", "נשלח באמצעות", "נשלח מ",
    "أرسل من", "أرسلت من", "أُرسلت من", "تم الإرسال من", "مرسل من", "मेरे iphone", "मेरे आईफ़ोन", "मेरे आईफोन",
    "मेरे मोबाइल", "मोबाइल से भेजा", "ส่งจาก", "从我的", "來自我的", "傳送自", "发自", "发自我的", "取得 outlook", "寄自我的", "從我的",
    "来自我的", "私のiphone", "自我的 ", "获取 outlook", "获取适用于", "나의 ", "내 iphone",
  ]

  /// How they end where the verb comes last.
  private static let endings: Phrases = [
    " geschrieben mit swype", " gesendet", " gönderildi", " küldve", " भेजा गया", " से भेजा गया", " से भेजा", " 發送",
    "から送信", "から送信されました", "传送", "傳送", "发送的iphone", "에서 보냄", "에서 전송",
  ]
}

extension [UInt8] {
  /// Whether a line begins with an article and a device: `my iphone sent this`.
  fileprivate var startsWithDevice: Bool {
    starts(with: "my iphone".utf8) || starts(with: "mon iphone".utf8) || starts(with: "mein iphone".utf8)
  }
}
