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
    "absent", "absente", "atlandı", "ausgelassen", "dihilangkan", "jätettiin", "kihagyva", "ocultada", "ocultado",
    "oculto", "omessa", "omesso", "omis", "omise", "omisă", "omitida", "omitido", "omitted", "poissa", "pominięte",
    "pominięto", "pominięty", "puuttuu", "udeladt", "utelatt", "utelämnad", "utelämnat", "vynechán", "vynechána",
    "vynecháno", "weggelassen", "weggelaten", "отсутствует", "пропущено", "已忽略", "省略",
  ]

  /// In brackets behind the name of an attached file (Android).
  static let attached: Set<String> = [
    "(archivo adjuntado)", "(archivo adjunto)", "(arquivo anexado)", "(attached file)", "(bestand bijgevoegd)",
    "(datei angehängt)", "(dosya ekli)", "(fichier joint)", "(fil bifogad)", "(fil vedlagt)", "(file allegato)",
    "(file attached)", "(file terlampir)", "(fișier atașat)", "(fájl csatolva)", "(plik dołączony)",
    "(soubor přiložen)", "(súbor priložený)", "(tiedosto liitetty)", "(tệp đính kèm)", "(vedhæftet fil)",
    "(załączono plik)", "(συνημμένο αρχείο)", "(файл добавлен)", "(файл додано)", "(קובץ מצורף)", "(الملف مرفق)",
    "(फ़ाइल संलग्न)", "(ファイル添付)", "(文件附件)", "(附件檔案)", "(파일 첨부됨)",
  ]

  /// Before the name of an attached file (iOS), as in `<attached: name>`.
  static let attachedMarks: Set<String> = [
    "adjunto", "allegato", "anexado", "anexo", "anhang", "atașat", "attached", "bifogad", "bijgevoegd", "csatolva",
    "ekli", "fichier joint", "liite", "pièce jointe", "príloha", "příloha", "terlampir", "vedhæftet", "vedlagt",
    "załącznik", "đính kèm", "συνημμένο", "додано", "прикреплено", "מצורף", "مرفق", "संलग्न", "添付ファイル", "附件", "附加档案",
    "첨부",
  ]

  /// In place of a message that was taken back.
  static let deleted: Set<String> = [
    "acest mesaj a fost șters", "ai șters acest mesaj", "anda menghapus pesan ini", "apagou esta mensagem",
    "bu mesaj silindi", "bu mesajı sildiniz", "ce message a été supprimé", "denne besked blev slettet",
    "denne meldingen ble slettet", "det här meddelandet raderades", "diese nachricht wurde gelöscht",
    "dit bericht is verwijderd", "du hast diese nachricht gelöscht", "du raderade det här meddelandet",
    "du slettede denne besked", "du slettet denne meldingen", "eliminaste este mensaje", "esta mensagem foi apagada",
    "este mensaje fue eliminado", "ezt az üzenetet törölték", "hai eliminato questo messaggio",
    "has eliminado este mensaje", "je hebt dit bericht verwijderd", "meddelandet raderades", "mensagem apagada",
    "mensaje eliminado", "message supprimé", "nachricht gelöscht", "pesan ini telah dihapus", "poistit tämän viestin",
    "questo messaggio è stato eliminato", "se eliminó este mensaje", "ta wiadomość została usunięta",
    "tato zpráva byla odstraněna", "this message was deleted", "tin nhắn này đã bị xóa", "tämä viesti poistettiin",
    "túto správu ste odstránili", "usunięto tę wiadomość", "usunąłeś tę wiadomość", "você apagou esta mensagem",
    "vous avez supprimé ce message", "you deleted this message", "you deleted this message as admin",
    "αυτό το μήνυμα διαγράφηκε", "ви видалили це повідомлення", "вы удалили данное сообщение",
    "данное сообщение удалено", "це повідомлення було видалено", "это сообщение удалено", "הודעה זו נמחקה",
    "تم حذف هذه الرسالة", "لقد حذفت هذه الرسالة", "यह मैसेज डिलीट किया गया", "यह संदेश मिटा दिया गया",
    "このメッセージは削除されました", "このメッセージを削除しました", "你已刪除此訊息", "您已删除此消息", "此消息已被删除", "삭제된 메시지입니다", "이 메시지를 삭제했습니다",
  ]

  /// Behind a message that was changed.
  static let edited: Set<String> = [
    "<bu mesaj düzenlendi>", "<ce message a été modifié>", "<denne besked blev redigeret>",
    "<denne meldingen ble redigert>", "<det här meddelandet redigerades>", "<diese nachricht wurde bearbeitet>",
    "<dit bericht is bewerkt>", "<esta mensagem foi editada>", "<este mensaje fue editado>", "<mensagem editada>",
    "<mensaje editado>", "<pesan ini diedit>", "<questo messaggio è stato modificato>", "<se editó este mensaje.>",
    "<se editó este mensaje>", "<ta wiadomość została zmodyfikowana>", "<tato zpráva byla upravena>",
    "<this message was edited>", "<tätä viestiä muokattiin>", "<wiadomość edytowana>", "<сообщение изменено>",
    "<це повідомлення відредаговано>", "<это сообщение изменено>", "<このメッセージは編集されました>", "<此消息已编辑>", "<此訊息已編輯>",
    "<이 메시지는 수정되었습니다>",
  ]

  /// Parts of sentences that tell of the chat, not in it.
  static let system = [
    "a créé le groupe", "a été ajouté", "added to the group", "added you", "aggiunto", "appel manqué",
    "appel vocal manqué", "beveiligingscode", "całkowicie szyfrowane", "cevapsız sesli arama",
    "chamada de voz perdida", "chamada perdida", "changed the group description", "changed the settings",
    "changed the subject", "changed their phone number", "changed this group", "changed this group's", "changed to",
    "changed your security code", "chiamata persa", "chiamata vocale persa", "chiffrés de bout en bout",
    "cifrados de extremo a extremo", "code de sécurité", "codice di sicurezza", "creado el grupo", "creaste el grupo",
    "created group", "created the group", "created this group", "creó el grupo", "criou o grupo", "criptate integral",
    "crittografati end-to-end", "código de seguridad", "deleted this group", "disappearing messages",
    "end-to-end encrypted", "end-to-end versleuteld", "end-to-end zašifrovan", "end-to-end-krypterade",
    "ende-til-ende-krypteret", "ende-til-ende-kryptert", "ende-zu-ende verschlüsselt", "ende-zu-ende-verschlüsselt",
    "gemiste spraakoproep", "grubu oluşturdu", "güvenlik kodu", "ha cambiado su código", "ha creato il gruppo",
    "hat dich hinzugefügt", "hat die gruppe", "hat die gruppe erstellt", "hat diese gruppe erstellt", "heeft de groep",
    "helt krypterade", "is a contact", "joined using", "koncově šifrovány", "left the group", "ligação perdida",
    "llamada perdida", "messages you send to this", "missed video call", "missed voice call", "mã hóa đầu cuối",
    "now an admin", "pinned a message", "protegidas com a criptografia", "päästä päähän", "s'est joint",
    "secured with end-to-end encryption", "security code changed", "security code with", "sicherheitsnummer",
    "szyfrowane end-to-end", "te añadió", "te uniste usando", "terenkripsi secara end-to-end", "this business",
    "this chat is with", "turned off", "turned on", "uçtan uca şifreli", "verpasster sprachanruf",
    "verpasster videoanruf", "végpontok közötti titkosít", "was added", "was removed", "your security code with",
    "κρυπτογραφημένα απ", "наскрізним шифруванням", "сквозным шифрованием", "מוצפנות מקצה לקצה",
    "مشفرة تمامًا بين الطرفين", "एंड-टू-एंड एन्क्रिप्ट", "エンドツーエンド", "端到端加密", "종단간 암호화",
  ]

  /// What WhatsApp puts before the name of the chat in the name of the exported file.
  static let fileNames = [
    "Chat WhatsApp con ", "Chat WhatsApp dengan ", "Chat de WhatsApp con ", "Chat di WhatsApp con ",
    "Chat do WhatsApp com ", "Chat whatsapp con ", "Conversa do WhatsApp com ", "Conversación de WhatsApp con ",
    "Conversation WhatsApp avec ", "Czat WhatsApp z ", "Discussion WhatsApp avec ", "Obrolan WhatsApp dengan ",
    "WhatsApp Chat - ", "WhatsApp Chat ile ", "WhatsApp Chat med ", "WhatsApp Chat mit ", "WhatsApp Chat with ",
    "WhatsApp Sohbeti - ", "WhatsApp-Chat mit ", "WhatsApp-chat med ", "WhatsApp-chat met ", "WhatsApp-keskustelu: ",
    "Чат WhatsApp с ",
  ]
}
