// What WhatsApp itself writes into chats, in the languages of its exports (collected from exports of Android and iOS).

/// Sentences that are not the author's words; in lower case, without full stop.
enum ChatPhrases {
  /// In place of media that were left out of the export.
  static let omitted: Set<String> = [
    "<arquivo de mídia oculto>", "<media jätettiin pois>", "<media omessi>", "<media omitted>", "<media utelämnat>",
    "<media weggelaten>", "<medien ausgeschlossen>", "<medien weggelassen>", "<medya dahil edilmedi>", "<mídia oculta>",
    "<mediefiler utelämnade>", "<multimedia omitido>", "<médias omis>", "<pominięto multimedia>", "<без медиафайлов>",
    "<view once voice message omitted>", "<حذف الوسائط>", "<تم استبعاد الوسائط>", "<メディアは含まれていません>", "<媒体文件已省略>",
    "<媒體已略去>", "<省略多媒体文件>", "<省略多媒體檔案>", "<미디어 파일을 제외한 내용>", "<미디어 파일 제외됨>",
  ]

  /// Last words of the notes that iOS writes for media that were left out, such as `image omitted`.
  static let omittedEndings: Set<String> = [
    "absent", "absente", "ausgelassen", "ocultada", "ocultado", "oculto", "omessa", "omesso", "omis", "omise",
    "omitida", "omitido", "omitted", "utelämnad", "utelämnat", "weggelassen", "weggelaten", "已忽略", "省略",
  ]

  /// In brackets behind the name of an attached file (Android).
  static let attached: Set<String> = [
    "(archivo adjunto)", "(arquivo anexado)", "(bestand bijgevoegd)", "(datei angehängt)", "(dosya ekli)",
    "(fichier joint)", "(fil bifogad)", "(file allegato)", "(file attached)", "(файл добавлен)", "(파일 첨부됨)",
    "(ファイル添付)", "(文件附件)", "(附件檔案)",
  ]

  /// Before the name of an attached file (iOS), as in `<attached: name>`.
  static let attachedMarks: Set<String> = [
    "adjunto", "allegato", "anexado", "anexo", "anhang", "attached", "bifogad", "bijgevoegd", "ekli", "fichier joint",
    "pièce jointe", "прикреплено", "添付ファイル", "附件", "첨부",
  ]

  /// In place of a message that was taken back.
  static let deleted: Set<String> = [
    "bu mesaj silindi", "ce message a été supprimé", "diese nachricht wurde gelöscht", "dit bericht is verwijderd",
    "du hast diese nachricht gelöscht", "eliminaste este mensaje", "esta mensagem foi apagada",
    "este mensaje fue eliminado", "hai eliminato questo messaggio", "je hebt dit bericht verwijderd",
    "mensagem apagada", "questo messaggio è stato eliminato", "se eliminó este mensaje", "this message was deleted",
    "vous avez supprimé ce message", "você apagou esta mensagem", "you deleted this message", "このメッセージは削除されました",
    "你已刪除此訊息", "此消息已被删除", "삭제된 메시지입니다",
  ]

  /// Behind a message that was changed.
  static let edited: Set<String> = [
    "<bu mesaj düzenlendi>", "<ce message a été modifié>", "<diese nachricht wurde bearbeitet>",
    "<dit bericht is bewerkt>", "<esta mensagem foi editada>", "<mensagem editada>",
    "<questo messaggio è stato modificato>", "<se editó este mensaje>", "<this message was edited>",
  ]

  /// Parts of sentences that tell of the chat, not in it.
  static let system = [
    "added you", "added to the group", "aggiunto", "changed the group description", "changed the subject",
    "changed their phone number", "changed this group", "changed to", "changed your security code",
    "cifrados de extremo a extremo", "chiffrés de bout en bout", "created group", "created the group",
    "created this group", "crittografati end-to-end", "deleted this group", "disappearing messages",
    "ende-zu-ende-verschlüsselt", "ende-zu-ende verschlüsselt", "end-to-end encrypted", "end-to-end versleuteld",
    "hat die gruppe", "hat dich hinzugefügt", "is a contact", "joined using", "messages you send to this",
    "missed video call", "missed voice call", "now an admin", "pinned a message", "protegidas com a criptografia",
    "s'est joint", "secured with end-to-end encryption", "security code changed", "sicherheitsnummer",
    "this business", "this chat is with", "turned off", "turned on", "uçtan uca şifreli", "verpasster sprachanruf",
    "verpasster videoanruf", "was added", "was removed", "сквозным шифрованием", "エンドツーエンド", "端到端加密", "종단간 암호화",
  ]

  /// What WhatsApp puts before the name of the chat in the name of the exported file.
  static let fileNames = [
    "Chat WhatsApp con ", "Chat de WhatsApp con ", "Chat do WhatsApp com ", "Conversa do WhatsApp com ",
    "Discussion WhatsApp avec ", "WhatsApp Chat - ", "WhatsApp Chat mit ", "WhatsApp Chat with ", "WhatsApp-Chat mit ",
    "WhatsApp-chat met ",
  ]
}
