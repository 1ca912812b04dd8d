import Bytes

/// What a header line in running text labels.
enum HeaderLabel {
  case from, sent, to, copy, subject, other
}

/// Labels of the lines that stand before an answered message in the manner of Outlook, Notes and Apple Mail.
enum HeaderLabels {
  /// The longest label in bytes.
  static let longest = 40

  /// What `label`, lower case, labels.
  static func meaning(_ label: [UInt8]) -> HeaderLabel? { table[label] }

  /// Whether a line that begins like `text`, in any case, may begin with a label.
  static func mayBegin(_ text: ArraySlice<UInt8>) -> Bool { beginnings.mayBegin(text) }

  private static let beginnings = Phrases(table.keys.map { String(decoding: $0, as: UTF8.self) })

  private static let table: [[UInt8]: HeaderLabel] = {
    var table: [[UInt8]: HeaderLabel] = [:]
    for (meaning, names) in [
      (HeaderLabel.from, from), (.sent, sent), (.to, to), (.copy, copy), (.subject, subject), (.other, other),
    ] {
      for name in names.split(whereSeparator: { $0 == "|" || $0 == "\n" }) where table[Array(name.utf8)] == nil {
        table[Array(name.utf8)] = meaning
      }
    }
    return table
  }()

  private static let from = """
    from|von|de|da|van|från|fra|frá|od|от|від|од|lähettäjä|feladó|kimden|gönderen|expéditeur|expediteur|remitente
    mittente|absender|avsender|afsender|afzender|avsändare|nadawca|odesílatel|odosielateľ|pošiljatelj|expeditor
    de la|dari|pengirim|từ|người gửi|saatja|kellelt|no|nuo|siuntėjas|sūtītājs|de part de|remitent|remetente
    отправитель|відправник|подател|пошиљалац|από|αποστολέας|מאת|من|المرسل|प्रेषक|से|द्वारा|จาก|ผู้ส่ง|发件人|寄件者|寄件人
    发信人|差出人|送信者|보낸 사람|보낸사람|발신|보낸이
    """

  private static let sent = """
    sent|date|sent at|date sent|gesendet|gesendet am|datum|datum/zeit|envoyé|envoyé le|date d'envoi|date et heure
    enviado|enviado el|enviada em|enviada|enviado em|enviado a|data de envio|fecha|inviato|inviato il|data|data/ora
    verzonden|verzonden op|skickat|sendt|sendt den|dato|wysłano|wysłane|data wysłania|отправлено|дата|дата отправки
    надіслано|дата надсилання|odesláno|odosláno|odoslané|dátum|küldve|elküldve|küldés dátuma|küldés ideje|gönderildi
    gönderme tarihi|gönderim tarihi|tarih|lähetetty|päiväys|päivämäärä|pvm|poslano|poslato|trimis|trimis la|expediat
    dikirim|tanggal|terkirim|đã gửi|ngày|ngày gửi|ส่ง|วันที่|ส่งเมื่อ|αποστολή|ημερομηνία|στάλθηκε|εστάλη|изпратено
    послато|saadetud|kuupäev|nosūtīts|datums|išsiųsta|enviat|enviat el|sent on|sendt dato|dags|dagsetning|נשלח|תאריך
    تم الإرسال|التاريخ|تاريخ الإرسال|أرسلت|दिनांक|भेजा गया|भेजने का समय|तारीख|तिथि|发送时间|发送日期|发件时间|寄件日期|傳送日期|已傳送|日期
    時間|时间|送信日時|送信日|日時|日付|보낸 날짜|보낸날짜|날짜|보낸 시간|발신일시|발송일
    """

  private static let to = """
    to|an|à|a|para|aan|till|til|do|кому|komu|címzett|vastaanottaja|kime|alıcı|destinataire|destinatario|destinatário
    empfänger|modtager|mottaker|mottagare|ontvanger|pour|per a|către|catre|kepada|untuk|đến|người nhận|tới|kellele
    saaja|kam|prima|za|до|до кого|получатель|одержувач|получател|προς|παραλήπτης|אל|לכבוד|إلى|الى|प्रति|को
    प्राप्तकर्ता|सेवा में|ถึง|ผู้รับ|收件人|收件者|收信人|宛先|받는 사람|받는사람|수신|받는이|undisclosed recipients
    """

  private static let copy = """
    cc|kopie|kopie (cc)|copie|copie à|copia|copia a|kopia|kopi|kopi til|копия|копія|抄送|副本|másolatot kap|másolat
    kópia|bilgi|bcc|c.c.|cópia|참조|प्रतिलिपि|kopio|cci|ccn|cco|cc a|bk|reply-to|reply to|responder a|antwort an
    antworten an|répondre à|rispondi a|svar til|svara till|odpowiedz do|ответить|κοιν|κοινοποίηση|tembusan
    đồng kính gửi|สำเนา|עותק|نسخة|نسخة إلى|密送|密件抄送|回复至|koopia|kopija
    """

  private static let subject = """
    subject|betreff|objet|asunto|oggetto|onderwerp|ämne|emne|efni|temat|тема|předmět|predmet|tárgy|konu|assunto|主题
    主旨|主題|标题|件名|제목|aihe|विषय|θέμα|subiect|betr|betr.|perihal|subjek|chủ đề|tiêu đề|เรื่อง|หัวเรื่อง|נושא|الموضوع
    موضوع|teema|temats|tema|zadeva|относно|assumpte|naslov|re|sujet
    """

  private static let other = """
    importance|priority|wichtigkeit|priorität|priorité|importanza|importancia|importância|prioridad|prioridade
    prioriteit|sensitivity|attachments|attachment|anlagen|anlage|anhang|anhänge|pièces jointes|pièce jointe|pj
    datos adjuntos|adjunto|archivos adjuntos|anexos|anexo|allegati|allegato|bijlagen|bijlage|bilagor|bilaga|vedlegg
    vedhæftede filer|vedhæftet fil|załączniki|вложения|вложение|附件|添付ファイル|첨부|첨부파일|organization|mailed-by|signed-by
    when|where|reply to all|x-mailer|message-id|newsgroups|ville|category|categories|kategorien|conversation
    followup-to|security|flag status|follow up flag
    """
}
