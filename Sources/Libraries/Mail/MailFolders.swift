/// What the labels of a mail service say of a message.
public enum MailFolders {
  /// Whether a label is the spam folder or the bin, in any of the service's languages.
  public static func isDiscarded(_ label: String) -> Bool {
    FolderWords.discarded.contains(label.lowercased())
  }

  /// Whether a label is the chat archive.
  public static func isChat(_ label: String) -> Bool {
    FolderWords.chats.contains(label.lowercased())
  }
}

/// Names of folders in the languages of mail services.
enum FolderWords {
  /// Gmail's and IMAP's names for drafts.
  static let drafts: Set<String> = [
    "[gmail]/drafts", "[google mail]/drafts", "borrador", "borradores", "bozze", "brouillons", "ciorne",
    "concepten", "draf", "draft", "draft messages", "drafts", "entwurf", "entwürfe", "esborranys", "juodraščiai",
    "kladder", "koncepty", "luonnokset", "melnraksti", "mesaje nefinalizate", "mustandid", "osnutki", "piszkozat",
    "piszkozatok", "rascunho", "rascunhos", "robocze", "schițe", "skice", "szkice", "taslaklar", "thư nháp",
    "utkast", "wersje robocze", "πρόχειρα", "недовршене", "чернетки", "чернови", "черновики", "טיוטות", "المسودات",
    "ड्राफ़्ट", "ร่างจดหมาย", "下書き", "草稿", "임시보관함",
  ]

  /// Gmail's, Outlook's and IMAP's names for spam and the bin.
  static let discarded: Set<String> = [
    "[gmail]/bin", "[gmail]/spam", "[gmail]/trash", "[google mail]/bin", "[google mail]/spam",
    "[google mail]/trash", "basura", "bin", "cestino", "corbeille", "correio não solicitado", "correo no deseado",
    "correu brossa", "courrier indésirable", "coș de gunoi", "deleted", "deleted items", "deleted messages",
    "elementos eliminados", "eliminati", "gelöschte elemente", "indésirable", "indésirables", "junk", "junk e-mail",
    "junk email", "junk-e-mail", "kosz", "koš", "kuka", "kôš", "lixeira", "lixo", "lomtár", "miskaste", "mēstules",
    "neželjena pošta", "ongewenste e-mail", "otpad", "papelera", "paperera", "papierkorb", "papirkurv",
    "papperskorg", "papperskorgen", "posta indesiderata", "prullenbak", "prügikast", "reciclagem", "roskakori",
    "roskaposti", "rämpspost", "sampah", "skräppost", "spam", "spamverdacht", "søppelpost", "thùng rác", "thư rác",
    "trash", "verwijderde items", "vsiljena pošta", "çöp kutusu", "éléments supprimés", "šiukšliadėžė", "šlamštas",
    "ανεπιθύμητα", "κάδος απορριμμάτων", "корзина", "кошик", "кошче", "непожељно", "отпад", "спам", "удаленные",
    "אשפה", "דואר זבל", "סל אשפה", "ספאם", "الرسائل غير المرغوب فيها", "المهملات", "غير مرغوب فيه", "ट्रैश",
    "स्पैम", "จดหมายขยะ", "ถังขยะ", "ゴミ箱", "スパム", "垃圾桶", "垃圾邮件", "垃圾郵件", "已删除邮件", "迷惑メール", "스팸함", "휴지통",
  ]

  /// Gmail's names for chats.
  static let chats: Set<String> = [
    "[gmail]/chats", "[google mail]/chats", "chat", "chatit", "chats", "chatter", "chaty", "czaty", "sohbetler",
    "συνομιλίες", "чат", "чаты", "الدردشات", "चैट", "แชท", "チャット", "聊天记录", "채팅",
  ]
}
