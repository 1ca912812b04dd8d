import Bytes

/// Words of sign-offs and of what stands near them, lower case.
enum SignatureWords {
  /// Where the sign-off ends that begins `text`, lower case, several joined ones taken together; `text.startIndex` when
  /// none begins it.
  static func signOffEnd(_ text: ArraySlice<UInt8>) -> Int {
    var end = text.startIndex
    var start = end
    for _ in 0..<4 {
      var length = signOffPhrases.longestWord(beginning: text[start...])
      if length == 0, end > text.startIndex, let joint = joints.first(where: { text[start...].starts(with: $0) }) {
        start += joint.count
        length = signOffPhrases.longestWord(beginning: text[start...])
      }
      guard length > 0, isBoundary(text[(start + length)...]) else { break }
      end = start + length
      start = end + marksLength(text[end...])
    }
    return end
  }

  /// Whether a text in any case may begin with a sign-off, by its first two bytes.
  static func mayBeginSignOff(_ text: ArraySlice<UInt8>) -> Bool { signOffPhrases.mayBegin(text) }

  /// How many bytes of marks and blanks begin `text`: all of ASCII but letters and digits, and the marks of wide scripts.
  static func marksLength(_ text: ArraySlice<UInt8>) -> Int {
    var i = text.startIndex
    while i < text.endIndex {
      let byte = text[i]
      if byte < 0x80 {
        guard (byte | 0x20) &- 0x61 >= 26, byte &- 0x30 >= 10 else { break }
        i += 1
      } else {
        let length = wideMark(text[i...])
        guard length > 0 else { break }
        i += length
      }
    }
    return i - text.startIndex
  }

  private static func isBoundary(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let first = rest.first else { return true }
    return first < 0x80 ? first != 0x27 : wideMark(rest) > 0
  }

  /// The length of a comma, full stop, dash, quote or blank outside ASCII that begins `text`, 0 when none does.
  private static func wideMark(_ text: ArraySlice<UInt8>) -> Int {
    let bytes = Array(text.prefix(3))
    if bytes.starts(with: [0xC2, 0xA0]) || bytes.starts(with: [0xD8, 0x8C]) { return 2 }
    guard bytes.count == 3 else { return 0 }
    let isMark =
      bytes[0] == 0xE2 && bytes[1] == 0x80 || bytes[0] == 0xE3 && bytes[1] == 0x80
      || bytes[0] == 0xEF && bytes[1] == 0xBC
      || bytes == [0xE0, 0xA5, 0xA4]
    return isMark ? 3 : 0
  }

  /// Whether `text`, lower case and without marks around it, thanks in a few words and says nothing else.
  static func isThanks(_ text: ArraySlice<UInt8>) -> Bool {
    guard thanks.begin(text) else { return false }
    let end = signOffEnd(text)
    return end > text.startIndex && end + marksLength(text[end...]) == text.endIndex
  }

  /// Words of thanks.
  static let thanks: Phrases = [
    "bedankt", "dank ", "danke", "dhanyavaad", "dhanyawad", "dzięk", "děkuj", "gracias", "grazie", "herzlichen dank",
    "kiitos", "köszön", "many thanks", "merci", "muchas gracias", "mulțumesc", "obrigad", "shukriya", "tack", "tak ",
    "takk", "terima kasih", "teşekkür", "thank", "thanx", "thx", "tx", "vielen dank", "благодар", "дяку", "спасибо",
    "धन्यवाद", "शुक्रिया", "ありがとう", "謝謝", "谢谢", "감사",
  ]

  /// Words between a sign-off and the place that it comes from.
  static let fromWords: Phrases = [
    "aus", "da", "dal", "dalla", "de", "depuis", "desde", "fra", "from", "från", "uit", "z", "ze",
  ]

  /// Words that join two sign-offs.
  private static let joints = ["and ", "und ", "et ", "y ", "e ", "en ", "och ", "og ", "i ", "a "].map {
    Array($0.utf8)
  }

  private static let signOffPhrases = Phrases(
    signOffs.split(whereSeparator: { $0 == "|" || $0 == "\n" }).map(String.init))

  /// Sign-offs by language: a line of little more than one of these ends a mail.
  private static let signOffs = """
    all best|all my best|all the best|always|as always|as ever|be well|best|best regards|best rgds|best wishes|br
    bye|cheers|cordially|enjoy|enjoy the weekend|faithfully|fond regards|god bless|good luck|gratefully|greetings
    happy holidays|have a good day|have a good evening|have a good one|have a good weekend|have a great day
    have a great evening|have a great one|have a great week|have a great weekend|have a lovely day
    have a lovely weekend|have a nice day|have a nice evening|have a nice weekend|have a wonderful day
    hugs|in haste|keep in touch|kind regards|kindest|kindest regards|later|lots of love|love|luv
    many thanks|many thanks in advance|much appreciated|much love|my best|my regards|peace|ps|regards|respectfully
    respectfully yours|rgds|rgrds|see ya|see you|see you soon|sincerely|sincerely yours|sorry|speak soon|stay well
    speak to you soon|stay safe|ta|take care|talk soon|talk to you later|talk to you soon|thank u|thank you
    thank you all|thank you and regards|thank you again|thank you both|thank you for your consideration
    thank you for your cooperation|thank you for your help|thank you for your time|thank you for your understanding
    thank you in advance|thank you kindly|thank you so much|thank you very much|thank-you|thankful regards|thanks
    thanks a bunch|thanks a lot|thanks a million|thanks a ton|thanks again|thanks all|thanks and best|thanks bunches
    thanks everyone|thanks for all your help|thanks for everything|thanks for your help|thanks for your time
    thanks guys|thanks in advance|thanks kindly|thanks much|thanks so much|thanks team|thanks to all
    thanks very much|thankyou|thanx|thnks|thnx|thx|tia|til then|tks|ttfn|ttyl|tx|until then|very best
    very best regards|very best wishes|very sincerely|very truly yours|w/ regards|warm regards|warm wishes|warmest
    warmest regards|warmly|well wishes|wishes|with appreciation|with best regards|with best wishes|with gratitude
    with kind regards|with kindest regards|with love|with many thanks|with regards|with respect|with thanks
    with warm regards|with warmest regards|x|xo|xoxo|xx|xxx|your friend|yours|yours faithfully|yours sincerely|yours truly
    your sincerely|yrs|alles gute|alles liebe|auf bald|auf wiedersehen|besten dank|besten gruß|beste grüsse
    beste grüße|bis bald|bis dann|bis morgen|danke|danke dir|danke im voraus|danke schön|danke sehr|dankeschön
    freundliche grüsse|freundliche grüße|freundlichen grüßen|freundlicher gruß|gruss|gruß|grüsse|grüß|grüße|herzlich
    herzliche grüsse|herzliche grüße|herzlichen dank|herzlichen gruß|herzlichst|hochachtungsvoll|ihr|ihre|lg
    liebe grüsse|liebe grüße|lieben dank|lieben gruß|lieben grüßen|mfg|mit besten empfehlungen|mit besten grüssen
    mit besten grüßen|mit bestem gruß|mit freundlichem gruss|mit freundlichem gruß|mit freundlichen grüssen
    mit freundlichen grüßen|mit herzlichen grüßen|mit lieben grüßen|mit vielen grüßen|sb|schöne grüsse|schöne grüße
    schönen abend|schönen gruß|schönen tag|schönen tag noch|schönes wochenende|servus|tschüss|vg|vgs|viel erfolg
    viele grüsse|viele grüße|vielen dank|vielen dank im voraus|vielen dank und freundliche grüße|vlg|bg|mbg|mlg|hg
    gruessle|freundliche gruesse|mit freundlichen gruessen|viele gruesse|beste gruesse|liebe gruesse|gruesse|groet
    groeten|groetjes|hartelijke groet|hartelijke groeten|hoogachtend|alvast bedankt|bedankt|bij voorbaat dank
    beste groet|beste groeten|dank je|dank je wel|dank u|dank u wel|fijne dag|fijn weekend|mvg|met groet
    met hartelijke groet|met vriendelijke groet|met vriendelijke groeten|m.vr.gr.|tot dan|tot snel|tot ziens
    vriendelijke groet|vriendelijke groeten|vr gr|wkr|vriendelijk groetend|a+|amicalement|amitiés
    avec mes remerciements|belle journée|bien amicalement|bien cordialement|bien sincèrement|bien à toi|bien à vous
    bises|bisous|bon week-end|bonne journée|bonne réception|bonne soirée|cdlt|cdt|cordialement|cordiales salutations
    cordialement vôtre|d'avance merci|meilleures salutations|merci|merci beaucoup|merci bien|merci d'avance
    merci par avance|respectueusement|salutations|salutations distinguées|sincères salutations|sincèrement
    très cordialement|à bientôt|à demain|à plus|à très bientôt|atentamente|atte|besos|cordiales saludos|cordialmente
    cuídate|desde ya gracias|feliz día|gracias|gracias de antemano|gracias por todo|gracias y saludos|hasta luego
    hasta pronto|mil gracias|muchas gracias|muchos saludos|muy atentamente|quedo a la espera|quedo atento
    quedo atenta|quedamos a la espera|recibe un cordial saludo|reciba un cordial saludo|respetuosamente|saludos
    saludos cordiales|saludos y gracias|saluda atentamente|sinceramente|un abrazo|un cordial saludo|un fuerte abrazo
    un saludo|un saludo cordial|slds|sds|besitos|gracias anticipadas|a presto|buona giornata|buona serata
    buon lavoro|buon weekend|cari saluti|ciao|cordiali saluti|distinti saluti|grazie|grazie e saluti
    grazie in anticipo|grazie mille|grazie molte|in fede|molte grazie|saluti|saluti cordiali|tanti saluti
    un caro saluto|un cordiale saluto|un saluto|cordialità|ringraziando|ti ringrazio|la ringrazio|abraço|abraços|abs
    agradeço|agradecido|agradecida|até breve|até já|até logo|at.te|atenciosamente|att|beijos|bjs|bom trabalho
    cordiais cumprimentos|cumprimentos|com os melhores cumprimentos|grande abraço|grato|grata|melhores cumprimentos
    muito obrigada|muito obrigado|obrigada|obrigado|obrigado desde já|sem mais|um abraço|bom fim de semana|boa tarde
    bästa hälsningar|ha det bra|ha en bra dag|ha en fin dag|hej då|hilsen|hilsener|hälsningar|hjertelig hilsen|kram
    kærlig hilsen|med bästa hälsningar|med de bedste hilsner|med venlig hilsen|med vennlig hilsen
    med vänlig hälsning|med vänliga hälsningar|mvh|m.v.h.|mange hilsner|mange tak|mange takk|mh|på forhånd takk
    på förhand tack|tack|tack på förhand|tack så mycket|tak|takk|tusen takk|tusind tak|varma hälsningar
    vennlig hilsen|venlig hilsen|venlige hilsner|vh|vänligen|vänlig hälsning|vänliga hälsningar|bedste hilsner
    beste hilsen|de bedste hilsner|bästa hälsning|allt gott|dbh|hälsning|kiitokset|kiitos|kiitoksia
    parhain terveisin|terveisin|terveiset|yst. terv.|ystävällisin terveisin|ystävällisesti|dzięki|dziękuję
    dziękujemy|miłego dnia|pozdr|pozdrawiam|pozdrawiam serdecznie|pozdrowienia|serdecznie pozdrawiam
    serdecznie dziękuję|serdeczności|uprzejmie pozdrawiam|wyrazy szacunku|z góry dziękuję|z poważaniem
    z pozdrowieniami|z wyrazami szacunku|z serdecznymi pozdrowieniami|děkuji|děkuju|díky|hezký den|mějte se
    na shledanou|přeji hezký den|pěkný den|s pozdravem|s přátelským pozdravem|s úctou|zdravím|ďakujem|ďakujem pekne
    pekný deň|s pozdravom|s priateľským pozdravom|prajem pekný deň|köszi|köszönettel|köszönöm|szép napot
    tisztelettel|üdv|üdvözlettel|üdvözlet|szia|cu respect|cu stimă|cu drag|cu prietenie|mulțumesc|multumesc
    mulţumesc|o zi bună|toate cele bune|cu considerație|iyi günler|iyi çalışmalar|kolay gelsin|saygılarımla|saygılar
    saygılarımızla|selamlar|sevgiler|sevgilerle|teşekkür ederim|teşekkürler|tşk|sağol|salam|salam hormat
    terima kasih|hormat kami|hormat saya|trims|makasih|cảm ơn|trân trọng|xin cảm ơn|thân ái|thân mến
    trân trọng cảm ơn|kính thư|cám ơn|hvala|hvala lijepa|lijep pozdrav|lijepi pozdrav|lp|pozdrav|puno pozdrava
    s poštovanjem|srdačan pozdrav|srdačno|lep pozdrav|lepo pozdravljeni|s spoštovanjem|aitäh|lugupidamisega
    parimate soovidega|tervitades|tänan|ar cieņu|paldies|su pagarba|ačiū|pagarbiai|geros dienos|atentament
    cordialment|gràcies|moltes gràcies|salutacions|una salutació|una abraçada|ευχαριστώ|ευχαριστώ πολύ|με εκτίμηση
    με φιλικούς χαιρετισμούς|φιλικά|χαιρετισμούς|χαιρετισμοί|благодарю|до встречи|до свидания|заранее благодарю
    заранее спасибо|искренне ваш|с наилучшими пожеланиями|с уважением|с уважением и наилучшими пожеланиями|спасибо
    спасибо большое|большое спасибо|удачи|хорошего дня|всего доброго|всего хорошего|всего наилучшего|с приветом
    с любовью|дякую|з повагою|щиро дякую|з найкращими побажаннями|гарного дня|всього найкращого|наперед дякую
    благодаря|поздрави|с уважение|хубав ден|поздрав|с поштовањем|хвала|срдачан поздрав|בברכה|בכבוד רב|תודה|תודה רבה
    תודה מראש|בהצלחה|יום טוב|שלכם|شكرا|شكراً|مع التحية|مع خالص التحية|مع أطيب التحيات|تحياتي
    وتفضلوا بقبول فائق الاحترام|أطيب التحيات|مع الشكر|مع تحياتي|आपका|आपकी|आपका शुभचिंतक|आदर सहित|आभार|आभार सहित
    धन्यवाद|धन्यवाद सहित|धन्यवाद एवं सादर|नमस्कार|नमस्ते|बहुत बहुत धन्यवाद|भवदीय|भवदीया|शुक्रिया|शुभकामनाओं सहित
    सधन्यवाद|सस्नेह|सादर|सादर प्रणाम|सादर धन्यवाद|aabhar|bahut bahut dhanyavaad|bahut dhanyavaad|bhavdiya|dhanyavaad
    dhanyavad|dhanyawad|dhanyawaad|jai hind|namaskar|namaste|saadar|sadar|shukriya|shukriya ji|thank you ji
    thanks ji|thanks bhai|thanks yaar|warm rgds|thanking you|thanking you in anticipation|thanks & regards
    yours obediently|ขอบคุณ|ขอบคุณครับ|ขอบคุณค่ะ|ขอแสดงความนับถือ|ด้วยความเคารพ|よろしくお願いいたします|よろしくお願いします|よろしくお願い致します
    宜しくお願いいたします|宜しくお願い致します|以上|敬具|此致|此致敬礼|敬礼|敬祝|顺祝商祺|順頌商祺|祝好|谢谢|謝謝|多谢|多謝|敬上|감사합니다|고맙습니다|감사드립니다|수고하세요|안녕히 계세요
    """

  /// Words that stand alone on a line but are nobody's name.
  static let noNames: Phrases = [
    "address", "agenda", "agreed", "all", "asap", "attached", "attachment", "attachments", "bye", "comments",
    "company", "confidential", "corp", "date", "done", "draft", "end", "enjoy", "eod", "eom", "fax", "file", "files",
    "fyi", "gmbh", "good", "great", "hello", "help", "hey", "hi", "inc", "info", "internal", "limited", "llc", "llp",
    "ltd", "n/a", "name", "new", "no", "none", "note", "notes", "ok", "okay", "phone", "please", "private",
    "questions", "re", "reply", "request", "sorry", "stop", "summary", "sure", "tbd", "test", "the", "today",
    "tomorrow", "unsubscribe", "update", "urgent", "yep", "yes", "your",
  ]

  /// How mail programs mark images in the text.
  static let imageMarks: Phrases = ["[cid:", "[image", "[logo", "[signature", "<cid:"]

  /// How mail programs name attached files in the text.
  static let fileMarks: Phrases = ["(see attached file", "[attachment", "[cid:", "[image", "attachment:"]
}

extension ArraySlice where Element == UInt8 {
  /// The text between the first and the last letter or digit; a closing bracket and a plus stay.
  var trimmedMarks: ArraySlice<UInt8> {
    var rest = self
    while let last = rest.last, !Self.isLetter(last), last != 0x29, last != 0x2B { rest = rest.dropLast() }
    while let first = rest.first, !Self.isLetter(first) { rest = rest.dropFirst() }
    return rest
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }
}
