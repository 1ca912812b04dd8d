import Testing

@testable import Zones

/// Blocks of header lines as Outlook, Apple Mail, Notes and others put them before what they quote, by language.
struct HeaderBlockTests {
  static let blocks = [
    "From: A\nSent: Monday\nTo: B\nSubject: C", "*From:* A\n*Date:* Monday\n*To:* B\n*Subject:* C",
    "From: A\nDate: Monday\nSubject: C\nTo: B\nReply-To: D", "From:\tA\nSent:\tMonday\nTo:\tB\nCc:\tD\nSubject:\tC",
    "Von: A\nGesendet: Montag\nAn: B\nBetreff: C", "Gesendet: Montag um 18:32 Uhr\nVon: A\nAn: B\nBetreff: C",
    "Von: A\nDatum: Montag\nAn: B\nBetreff: C", "De : A\nEnvoyé : lundi\nÀ : B\nObjet : C",
    "De\u{a0}: A\nEnvoyé\u{a0}: lundi\nÀ\u{a0}: B\nObjet\u{a0}: C", "De: A\nEnviado el: lunes\nPara: B\nAsunto: C",
    "De: A\nFecha: lunes\nPara: B\nAsunto: C", "Da: A\nInviato: lunedì\nA: B\nOggetto: C",
    "Van: A\nVerzonden: maandag\nAan: B\nOnderwerp: C", "Fra: A\nSendt: mandag\nTil: B\nEmne: C",
    "Från: A\nSkickat: måndag\nTill: B\nÄmne: C", "Lähettäjä: A\nLähetetty: maanantai\nVastaanottaja: B\nAihe: C",
    "De: A\nEnviada em: segunda\nPara: B\nAssunto: C", "De: A\nEnviado: segunda\nPara: B\nAssunto: C",
    "Od: A\nWysłano: poniedziałek\nDo: B\nTemat: C", "Od: A\nOdesláno: pondělí\nKomu: B\nPředmět: C",
    "Od: A\nOdoslané: pondelok\nKomu: B\nPredmet: C", "Feladó: A\nElküldve: hétfő\nCímzett: B\nTárgy: C",
    "Kimden: A\nGönderme Tarihi: Pazartesi\nKime: B\nKonu: C", "De la: A\nTrimis: luni\nCătre: B\nSubiect: C",
    "Poslano: ponedjeljak\nOd: A\nPrima: B\nPredmet: C", "От: A\nОтправлено: сегодня\nКому: B\nТема: C",
    "Від: A\nНадіслано: понеділок\nКому: B\nТема: C", "От: A\nИзпратено: понеделник\nДо: B\nОтносно: C",
    "Από: A\nΑποστολή: Δευτέρα\nΠρος: B\nΘέμα: C", "מאת: A\nנשלח: יום שני\nאל: B\nנושא: C",
    "من: A\nتم الإرسال: الاثنين\nإلى: B\nالموضوع: C", "प्रेषक: A\nदिनांक: सोमवार\nप्रति: B\nविषय: C",
    "发件人: A\n发送时间: 今天\n收件人: B\n主题: C", "寄件者: A\n寄件日期: 今天\n收件者: B\n主旨: C",
    "差出人: A\n送信日時: 月曜日\n宛先: B\n件名: C", "보낸 사람: A\n보낸 날짜: 월요일\n받는 사람: B\n제목: C",
    "Dari: A\nTanggal: Senin\nKepada: B\nSubjek: C", "Từ: A\nNgày: thứ hai\nĐến: B\nChủ đề: C",
    "จาก: A\nส่ง: วันจันทร์\nถึง: B\nเรื่อง: C",
    "Dana Frost\n02/01/2016 06:32 PM\nTo: B\ncc: \nSubject: C",
    "Dana Frost/Leeds/Kestrel@Kestrel\n01.02.2016 18:32\nAn: B\nKopie:\nThema: C",
    "\"Dana Frost\" <dana@kestrel.example> on 02/01/2016 06:32:00 PM\nTo: B\ncc: \nSubject: C",
    "\tDana Frost\n\tSent by: Marcus Adeyemi\n\t02/01/2016 06:32 PM\n\t\t \n\t\t To: B\n\t\t cc: \n\t\t Subject: C",
    "From: Dana Frost on 02/01/2016 06:32 PM\nTo: B\ncc:\nSubject: C",
  ]

  @Test(arguments: blocks) func itBeginsAQuote(_ block: String) {
    for rule in ["", "________________________________\n", "-----Original Message-----\n"] {
      let zoned = ZoneSplitter.split(Array("New words.\n\n\(rule)\(block)\n\nOld words.\n".utf8))
      #expect(String(decoding: zoned.joined(.text), as: UTF8.self) == "New words.")
      #expect(String(decoding: zoned.joined(.quoted), as: UTF8.self) == "\(rule)\(block)\n\nOld words.")
    }
  }

  @Test(arguments: [
    "-------- Original Message --------", "-----Ursprüngliche Nachricht-----", "----- Ursprüngliche Mail -----",
    "-----Message d'origine-----", "----- Mail original -----", "-----Mensaje original-----",
    "-----Messaggio originale-----",
    "-----Oorspronkelijk bericht-----", "-----Oprindelig meddelelse-----", "-----Ursprungligt meddelande-----",
    "-----Opprinnelig melding-----", "-----Alkuperäinen viesti-----", "-----Mensagem original-----",
    "-----Wiadomość oryginalna-----", "-----Původní zpráva-----", "-----Pôvodná správa-----",
    "-----Eredeti üzenet-----",
    "-----Orijinal İleti-----", "-----Mesaj original-----", "-----Izvorna poruka-----", "-----Исходное сообщение-----",
    "-----Оригінальне повідомлення-----", "-----Αρχικό μήνυμα-----", "-----הודעה מקורית-----",
    "-----الرسالة الأصلية-----",
    "-----मूल संदेश-----", "-----邮件原件-----", "------------------ 原始邮件 ------------------", "-----元のメッセージ-----",
    "-----원본 메시지-----", "*-------- Original Message --------*", "-----Original Appointment-----",
  ]) func aMarkerBeginsAQuote(_ marker: String) {
    let zoned = ZoneSplitter.split(Array("New words.\n\n\(marker)\n\nOld words.\n".utf8))
    #expect(String(decoding: zoned.joined(.text), as: UTF8.self) == "New words.")
    #expect(String(decoding: zoned.joined(.quoted), as: UTF8.self) == "\(marker)\n\nOld words.")
  }

  @Test(arguments: [
    "---------- Forwarded message ---------", "Begin forwarded message:",
    "---------- Weitergeleitete Nachricht ---------",
    "Anfang der weitergeleiteten Nachricht:", "---------- Message transféré ---------", "Début du message transféré :",
    "---------- Mensaje reenviado ---------", "Inicio del mensaje reenviado:",
    "---------- Messaggio inoltrato ---------",
    "Inizio messaggio inoltrato:", "---------- Doorgestuurd bericht ---------", "Begin doorgestuurd bericht:",
    "---------- Mensagem encaminhada ---------", "Início da mensagem reencaminhada:",
    "---------- Przekazana wiadomość ---------",
    "---------- Vidarebefordrat meddelande ---------", "---------- Videresendt meddelelse ---------",
    "---------- Välitetty viesti ---------", "---------- Přeposlaná zpráva ---------",
    "---------- Továbbított üzenet ---------",
    "---------- İletilen ileti ---------", "---------- Пересылаемое сообщение ---------",
    "-------- Пересланное сообщение --------",
    "---------- Προωθημένο μήνυμα ---------", "---------- הודעה שהועברה ---------", "---------- अग्रेषित संदेश ---------",
    "---------- 转发的邮件 ---------", "---------- 轉寄郵件 ---------", "---------- 転送されたメッセージ ---------",
    "---------- 전달된 메일 ---------", "----- Forwarded by Dana Frost/Leeds/Kestrel on 02/01/2016 06:32 PM -----",
    "---------------------- Forwarded by Dana Frost/Leeds/Kestrel on 02/01/2016 06:32 PM ---------------------------",
    "----- Weitergeleitet von Dana Frost/Leeds/Kestrel am 01.02.2016 18:32 -----",
  ]) func aMarkerBeginsAForward(_ marker: String) {
    let zoned = ZoneSplitter.split(Array("New words.\n\n\(marker)\nFrom: A\n\nOld words.\n".utf8))
    #expect(String(decoding: zoned.joined(.text), as: UTF8.self) == "New words.")
    #expect(String(decoding: zoned.joined(.forwarded), as: UTF8.self) == "\(marker)\nFrom: A\n\nOld words.")
  }

  /// Labels for sender, date, addressees and subject, as Outlook and Apple Mail write them in fifteen languages.
  static let labels = [
    ["From", "Sent", "To", "Subject"], ["Von", "Gesendet", "An", "Betreff"], ["De", "Envoyé", "À", "Objet"],
    ["De", "Enviado el", "Para", "Asunto"], ["Da", "Inviato", "A", "Oggetto"],
    ["Van", "Verzonden", "Aan", "Onderwerp"],
    ["De", "Enviada em", "Para", "Assunto"], ["Od", "Wysłano", "Do", "Temat"], ["Från", "Skickat", "Till", "Ämne"],
    ["Fra", "Sendt", "Til", "Emne"], ["Lähettäjä", "Lähetetty", "Vastaanottaja", "Aihe"],
    ["Od", "Odesláno", "Komu", "Předmět"], ["Kimden", "Gönderildi", "Kime", "Konu"],
    ["От", "Отправлено", "Кому", "Тема"], ["प्रेषक", "भेजा गया", "प्रति", "विषय"],
  ]

  /// How a block may look: F, S, T and U stand for the labels.
  static let shapes = [
    "*F:* Dana Frost <dana@kestrel.example>\n*S:* 1.2.2016 18:32\n*T:* Ravi\n*U:* Profiles",
    "*F*: Dana Frost <dana@kestrel.example>\n*S*: 1.2.2016 18:32\n*T*: Ravi\n*U*: Profiles",
    "F: Dana Frost [mailto:dana@kestrel.example]\nS: 1.2.2016 18:32\nT: Ravi\nU: Profiles",
    "F: Dana Frost\nS: 1.2.2016 18:32\nT: Ravi Menon <ravi@acorn.example>;\nTom Berg\n<tom@acorn.example>;\n\tPriya\nU: Profiles for the\n role",
    "F:\tDana Frost\nS:\t1.2.2016 18:32\nT:\tRavi\nU:\tProfiles",
    "F: Dana Frost\n\nS: 1.2.2016 18:32\n\nT: Ravi\n\nU: Profiles",
    "F: Dana Frost\n<dana@kestrel.example>\nS: 1.2.2016 18:32\nT: Ravi\nU: Profiles",
    "F:\nDana Frost\nS:\n1.2.2016 18:32\nT:\nRavi\nU:\nProfiles",
    "S: 1.2.2016 18:32\nF: Dana Frost\nT: Ravi\nU: Profiles",
    "U: Profiles\nF: Dana Frost\nS: 1.2.2016 18:32\nT: Ravi", "F: Dana Frost\nS: 1.2.2016 18:32\nT: Ravi",
    "F\u{a0}: Dana Frost\nS\u{a0}: 1.2.2016 18:32\nT\u{a0}: Ravi\nU\u{a0}: Profiles",
  ]

  @Test(arguments: labels, shapes) func itComesInManyShapes(_ labels: [String], _ shape: String) {
    var block = ""
    var before: Character = "\n"
    for mark in shape {
      let place = "\n*".contains(before) ? "FSTU".firstIndex(of: mark) : nil
      block += place.map { labels["FSTU".distance(from: "FSTU".startIndex, to: $0)] } ?? String(mark)
      before = mark
    }
    for (gap, rule) in [("\n\n", ""), ("\n", ""), ("\n\n", "________________________________\n\n"), ("\n", "-----\n")] {
      let zoned = ZoneSplitter.split(Array("Yes, on Tuesday.\(gap)\(rule)\(block)\n\nOld words.\n".utf8))
      #expect(String(decoding: zoned.joined(.text), as: UTF8.self) == "Yes, on Tuesday.")
      #expect(String(decoding: zoned.joined(.quoted), as: UTF8.self) == "\(rule)\(block)\n\nOld words.")
    }
  }

  /// The table of Lotus Notes, its labels far to the right and without colons.
  @Test func aTableOfNotesBeginsAQuote() {
    let right = String(repeating: " ", count: 60)
    let table = """
                     Dana Frost\(right)
                     <dana@kestrel.exa
                     mple>\(right)To
                                             Ravi Menon <ravi@acorn.example>
                     02/01/2016 06:32\(right)cc
                     PM
                     \(right)Subject
                                             Profiles
      """
    let zoned = ZoneSplitter.split(Array("Agreed.\n\nTom Berg\nPhone 555-0102\n\n\n\(table)\n\nOld words.\n".utf8))
    #expect(String(decoding: zoned.joined(.text), as: UTF8.self) == "Agreed.")
    #expect(String(decoding: zoned.joined(.signature), as: UTF8.self) == "Tom Berg\nPhone 555-0102")
    #expect(String(decoding: zoned.joined(.quoted), as: UTF8.self) == "\(table)\n\nOld words.")
  }
}
