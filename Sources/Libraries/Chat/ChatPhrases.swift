// What WhatsApp itself writes into chats, in the languages of its exports (collected from exports of Android and iOS).

/// Sentences that are not the author's words; in lower case, without full stop.
enum ChatPhrases {
  /// In place of media that were left out of the export.
  static let omitted: Set<String> = [
    "<archivo multimedia omitido>", "<archivo omitido>", "<arquivo de mídia oculto>", "<fichier omis>",
    "<fișier media omis>", "<media dihilangkan>", "<media jätettiin pois>", "<media omessi>", "<media omitted>",
    "<media tidak disertakan>", "<media utelämnat>", "<media weggelaten>", "<mediebestanden weggelaten>",
    "<mediefil utelatt>", "<mediefiler utelämnade>", "<medien ausgelassen>", "<medien ausgeschlossen>",
    "<medien weggelassen>", "<medier udeladt>", "<medya atlandı>", "<medya dahil edilmedi>", "<multimedia omitido>",
    "<média omis>", "<média vynechána>", "<médias omis>", "<médium kihagyva>", "<médiá vynechané>", "<mídia oculta>",
    "<phương tiện bị bỏ qua>", "<plik pominięty>", "<pominięte media>", "<pominięto multimedia>",
    "<se omitió el archivo multimedia>", "<view once voice message omitted>", "<τα πολυμέσα παραλήφθηκαν>",
    "<без медиафайлов>", "<медиафайл пропущен>", "<медијска датотека је изостављена>", "<медіа пропущено>",
    "<המדיה לא נכללה>", "<מדיה הושמטה>", "<تم استبعاد الوسائط>", "<حذف الوسائط>", "<मीडिया के बिना>",
    "<मीडिया छोड़ा गया>", "<メディアは含まれていません>", "<媒体文件已省略>", "<媒體已略去>", "<省略多媒体文件>", "<省略多媒體檔案>", "<미디어 파일 제외됨>",
    "<미디어 파일을 제외한 내용>",
  ]

  /// Last words of the notes that iOS writes for media that were left out, such as `image omitted`.
  static let omittedEndings: Set<String> = [
    "absent", "absente", "atlandı", "ausgelassen", "bị", "chybí", "dihilangkan", "disertakan", "edilmedi",
    "eliminada", "excluída", "excluído", "hiányzik", "jätettiin", "kihagyva", "lipsă", "ocultada", "ocultado",
    "oculto", "omessa", "omesso", "omis", "omise", "omisă", "omitida", "omitido", "omitted", "poissa", "pominięte",
    "pominięto", "pominięty", "puuttuu", "udeladt", "utelatt", "utelämnad", "utelämnat", "vynechán", "vynechána",
    "vynecháno", "weggelassen", "weggelaten", "παραλείφθηκε", "отсутствует", "пропущено", "הושמט", "הושמטה", "छोड़ी",
    "已忽略", "省略",
  ]

  /// What medium a note of iOS begins with, as in `image omitted`, also in languages whose endings are not listed.
  static let mediaNouns = [
    "afbeelding", "audio", "belge", "bild", "contact card", "contactkaart", "dokumen", "dokument", "document",
    "documento", "gambar", "gif", "görsel", "görüntü", "image", "imagem", "imagen", "immagine", "kartu kontak",
    "kontaktkarte", "foto", "photo", "resim", "ses", "stiker", "sticker", "stickers", "suara", "tarjeta de contacto",
    "video", "vídeo", "vidéo", "çıkartma", "аудио", "видео", "документ", "изображение", "карточка контакта", "стикер",
    "التسجيل", "الصورة", "الفيديو", "المستند", "الملصق", "صورة", "فيديو", "مستند", "ملصق", "ऑडियो", "चित्र", "छवि",
    "डॉक्यूमेंट", "तस्वीर", "दस्तावेज़", "फ़ोटो", "वीडियो", "स्टिकर", "इमेज",
  ]

  /// Parts of the words for media in notes of Android such as `<Media omitted>`.
  static let mediaStems = [
    "archiv", "arquivo", "fichier", "medi", "medya", "multimedia", "média", "mídia", "médi", "tệp", "πολυμέσ", "медиа",
    "медіа", "медиј", "מדיה", "وسائط", "رسانه", "मीडिया", "মিডিয়া", "மீடியா", "మీడియా", "สื่อ", "メディア", "媒体", "媒體",
    "多媒体", "多媒體", "미디어",
  ]

  /// In brackets behind the name of an attached file (Android).
  static let attached: Set<String> = [
    "(archivo adjuntado)", "(archivo adjunto)", "(arquivo anexado)", "(attached file)",
    "(berkas terlampir)", "(bestand bijgevoegd)", "(datei angehängt)", "(dokumen terlampir)", "(dosya eklendi)",
    "(dosya ekli)", "(ficheiro anexado)", "(fichier joint)", "(fil bifogad)", "(fil vedlagt)", "(file allegato)",
    "(file attached)", "(file terlampir)", "(fișier atașat)", "(fájl csatolva)", "(plik dołączony)",
    "(soubor přiložen)", "(súbor priložený)", "(tiedosto liitetty)", "(tệp đính kèm)", "(vedhæftet fil)",
    "(załączono plik)", "(επισυναπτόμενο αρχείο)", "(συνημμένο αρχείο)", "(вложенный файл)", "(файл добавлен)",
    "(файл додано)", "(файл прикреплен)", "(файл прикреплён)", "(קובץ מצורף)", "(الملف مرفق)", "(फ़ाइल अटैच की गई)",
    "(फ़ाइल अटैच है)", "(फ़ाइल संलग्न)", "(ファイル添付)", "(文件附件)", "(附件檔案)", "(파일 첨부됨)",
  ]

  /// Before the name of an attached file (iOS), as in `<attached: name>`.
  static let attachedMarks: Set<String> = [
    "adjunto", "allegato", "anexado", "anexată", "anexo", "angehängt", "anhang", "atașat", "attached", "bifogad",
    "bijgevoegd", "bijlage", "bilaga", "csatolva", "eklendi", "ekli", "fichier joint", "liite", "pièce jointe",
    "príloha", "přiloženo", "příloha", "terlampir", "vedhæftet", "vedlagt", "vedlegg", "załącznik", "đính kèm",
    "επισυνάφθηκε", "συνημμένο", "вложение", "додано", "прикреплено", "прикреплён", "מצורף", "المرفق", "المرفقات",
    "مرفق", "अटैच", "अटैच किया गया", "संलग्न", "添付ファイル", "附件", "附加档案", "첨부",
  ]

  /// In place of a message that was taken back.
  static let deleted: Set<String> = [
    "acest mesaj a fost șters", "ai șters acest mesaj", "anda menghapus pesan ini", "anda telah menghapus pesan ini",
    "apagou esta mensagem", "bu mesaj silindi", "bu mesaj silinmiştir", "bu mesajı sildiniz",
    "ce message a été supprimé", "denne besked blev slettet", "denne meldingen ble slettet",
    "det här meddelandet raderades", "diese nachricht wurde gelöscht", "diese nachricht wurde von dir gelöscht",
    "dit bericht is verwijderd", "du hast diese nachricht gelöscht", "du raderade det här meddelandet",
    "du slettede denne besked", "du slettet denne meldingen", "eliminaste este mensaje", "eliminou esta mensagem",
    "esta mensagem foi apagada", "esta mensagem foi eliminada", "este mensaje fue eliminado",
    "ezt az üzenetet törölték", "hai eliminato questo messaggio", "has eliminado este mensaje",
    "je hebt dit bericht verwijderd", "kamu menghapus pesan ini", "kamu telah menghapus pesan ini",
    "meddelandet raderades", "mensagem apagada", "mensaje eliminado", "message supprimé", "nachricht gelöscht",
    "pesan ini telah dihapus", "poistit tämän viestin", "questo messaggio è stato eliminato",
    "se eliminó este mensaje", "ta wiadomość została usunięta", "tato zpráva byla odstraněna",
    "this message was deleted", "tin nhắn này đã bị xóa", "tämä viesti poistettiin", "túto správu ste odstránili",
    "u hebt dit bericht verwijderd", "usunięto tę wiadomość", "usunąłeś tę wiadomość", "você apagou esta mensagem",
    "vous avez supprimé ce message", "you deleted this message", "you deleted this message as admin",
    "αυτό το μήνυμα διαγράφηκε", "ви видалили це повідомлення", "вы удалили данное сообщение",
    "вы удалили это сообщение", "данное сообщение удалено", "сообщение удалено", "це повідомлення було видалено",
    "это сообщение удалено", "הודעה זו נמחקה", "הודעה זו נמחקה.", "מחקת הודעה זו", "تم حذف هذه الرسالة",
    "حذفت هذه الرسالة", "لقد حذفت هذه الرسالة", "لقد قمت بحذف هذه الرسالة", "आपने इस मैसेज को डिलीट किया",
    "आपने यह मैसेज डिलीट किया", "आपने यह संदेश मिटा दिया", "इस मैसेज को डिलीट कर दिया गया",
    "यह मैसेज डिलीट किया गया", "यह मैसेज मिटा दिया गया", "यह संदेश मिटा दिया गया", "このメッセージは削除されました",
    "このメッセージを削除しました", "你已刪除此訊息", "已刪除此訊息", "您已删除此消息", "您已刪除此訊息", "此消息已被删除", "此訊息已被刪除", "삭제된 메시지입니다", "이 메시지를 삭제했습니다",
  ]

  /// How such a note begins that goes on with who did it.
  static let deletedBeginnings = [
    "this message was deleted by admin", "diese nachricht wurde von admin", "ce message a été supprimé par",
    "este mensaje fue eliminado por", "mensagem apagada por", "questo messaggio è stato eliminato da",
    "dit bericht is verwijderd door",
  ]

  /// Behind a message that was changed.
  static let edited: Set<String> = [
    "<bu mesaj düzenlendi>", "<bu mesaj düzenlenmiştir>", "<ce message a été modifié>",
    "<denne besked blev redigeret>", "<denne meldingen ble redigert>", "<det här meddelandet redigerades>",
    "<diese nachricht wurde bearbeitet>", "<dit bericht is bewerkt>", "<dit bericht werd bewerkt>",
    "<esta mensagem foi editada>", "<este mensaje fue editado>", "<mensagem editada>", "<mensaje editado>",
    "<pesan ini diedit>", "<pesan ini telah diedit>", "<questo messaggio è stato modificato>",
    "<se editó este mensaje.>", "<se editó este mensaje>", "<ta wiadomość została zmodyfikowana>",
    "<tato zpráva byla upravena>", "<this message was edited>", "<tätä viestiä muokattiin>", "<wiadomość edytowana>",
    "<данное сообщение изменено>", "<сообщение изменено>", "<це повідомлення відредаговано>",
    "<это сообщение изменено>", "<تم تعديل هذه الرسالة>", "<इस मैसेज को एडिट किया गया>", "<यह मैसेज एडिट किया गया>",
    "<このメッセージは編集されました>", "<此消息已编辑>", "<此訊息已編輯>", "<이 메시지는 수정되었습니다>",
  ]

  /// Parts of sentences that tell of the chat, not in it.
  static let system = [
    "a changé l'objet", "a changé le nom", "a changé le sujet", "a créé le groupe", "a modifié le nom",
    "a quitté le groupe", "a été ajouté", "added to the group", "added you", "adicionou você", "aggiunto",
    "alterou o assunto", "appel manqué", "appel vidéo manqué", "appel vocal manqué", "beveiligingscode",
    "bout en bout", "cambió el asunto", "cambió el nombre", "całkowicie szyfrowane", "cevapsız görüntülü arama",
    "cevapsız sesli arama", "chamada de voz perdida", "chamada de vídeo perdida", "chamada perdida",
    "changed the group description", "changed the group icon", "changed the group name", "changed the group's",
    "changed the settings", "changed the subject", "changed their phone number", "changed this group",
    "changed this group's", "changed to", "changed your security code", "chiamata persa", "chiamata vocale persa",
    "chiffrés de bout en bout", "cifrados de extremo a extremo", "code de sécurité", "codice di sicurezza",
    "creado el grupo", "creaste el grupo", "created group", "created the group", "created this community",
    "created this group", "creó el grupo", "criou o grupo", "criptate integral", "crittografati end-to-end",
    "código de segurança", "código de seguridad", "deleted this group", "disappearing messages", "end-to-end",
    "end-to-end encrypted", "end-to-end versleuteld", "end-to-end zašifrovan", "end-to-end-krypterade",
    "ende-til-ende-krypteret", "ende-til-ende-kryptert", "ende-zu-ende", "ende-zu-ende verschlüsselt",
    "ende-zu-ende-verschlüsselt", "extremo a extremo", "gemiste spraakoproep", "gemiste video-oproep",
    "grubu oluşturdu", "grup adını", "grup konusunu", "güvenlik kodu", "ha abbandonato", "ha cambiado su código",
    "ha cambiato il nome", "ha cambiato l'oggetto", "ha creato il gruppo", "ha lasciato il gruppo",
    "hat das gruppenbild", "hat den betreff", "hat den gruppennamen", "hat dich hinzugefügt", "hat die gruppe",
    "hat die gruppe erstellt", "hat die gruppe verlassen", "hat diese gruppe erstellt", "heeft de groep",
    "heeft de groep verlaten", "heeft de groepsnaam", "heeft het onderwerp", "heeft je toegevoegd",
    "helt krypterade", "is a contact", "joined using", "kod keamanan", "koncově šifrovány", "konusunu",
    "left the group", "ligação perdida", "llamada perdida", "membuat grup", "menambahkan anda", "mengganti subjek",
    "mengubah nama grup", "mengubah subjek", "messages you send to this", "missed video call", "missed voice call",
    "mudou o assunto", "mudou o nome", "mã hóa đầu cuối", "now an admin", "panggilan suara tak terjawab",
    "panggilan video tak terjawab", "pinned a message", "ponta a ponta", "protegidas com a criptografia",
    "päästä päähän", "s'est joint", "saiu do grupo", "salió del grupo", "secured with end-to-end encryption",
    "security code changed", "security code with", "sicherheitsnummer", "sizi ekledi", "szyfrowane end-to-end",
    "te agregó", "te añadió", "te uniste usando", "terenkripsi secara end-to-end", "this business",
    "this chat is with", "ti ha aggiunto", "turned off", "turned on", "uçtan uca", "uçtan uca şifreli",
    "verpasster sprachanruf", "verpasster videoanruf", "videochiamata persa", "videollamada perdida",
    "vous a ajouté", "végpontok közötti titkosít", "was added", "was removed", "wurde hinzugefügt",
    "your security code with", "κρυπτογραφημένα απ", "добавил(-а)", "добавил(а)", "изменил(-а) тему",
    "код безопасности", "наскрізним шифруванням", "покинул(-а) группу", "пропущенный", "сквозным шифрованием",
    "создал(-а) группу", "создал(а) группу", "מוצפנות מקצה לקצה", "أضافك", "أنشأ المجموعة", "أنشأت المجموعة",
    "التشفير التام", "غادر المجموعة", "غيّر الموضوع", "مشفرة تمامًا بين الطرفين", "مشفَّرة تمامًا", "مشفّرة تمامًا",
    "مكالمة صوتية فائتة", "مكالمة فيديو فائتة", "एंड-टू-एंड एन्क्रिप्ट", "छूटी हुई", "ने आपको जोड़ा",
    "ने ग्रुप छोड़ दिया", "ने ग्रुप बनाया", "ने विषय", "मिस्ड वीडियो कॉल", "मिस्ड वॉइस कॉल", "エンドツーエンド", "端到端加密",
    "종단간 암호화",
  ]

  /// What WhatsApp puts before the name of the chat in the name of the exported file.
  static let fileNames = [
    "Chat WhatsApp avec ", "Chat WhatsApp con ", "Chat WhatsApp dengan ", "Chat de WhatsApp com ",
    "Chat de WhatsApp con ", "Chat de WhatsApp de ", "Chat di WhatsApp con ", "Chat do WhatsApp com ",
    "Chat do WhatsApp de ", "Chat whatsapp con ", "Conversa do WhatsApp com ", "Conversación de WhatsApp con ",
    "Conversation WhatsApp avec ", "Czat WhatsApp z ", "Discussion WhatsApp avec ", "Discussione WhatsApp con ",
    "Obrolan WhatsApp dengan ", "WhatsApp Chat - ", "WhatsApp Chat ile ", "WhatsApp Chat med ", "WhatsApp Chat mit ",
    "WhatsApp Chat with ", "WhatsApp Sohbeti - ", "WhatsApp-Chat mit ", "WhatsApp-chat med ", "WhatsApp-chat met ",
    "WhatsApp-chat: ", "WhatsApp-keskustelu: ", "Чат WhatsApp з ", "Чат WhatsApp с ", "دردشة WhatsApp مع ",
    "دردشة واتساب مع ", "محادثة واتساب مع ",
  ]

  /// What stands behind the name of the chat instead, in languages that say it so.
  static let fileNameEndings = [
    " ile WhatsApp Sohbeti", " के साथ WhatsApp चैट", " के साथ व्हाट्सऐप चैट",
  ]
}
