/// Tells from header, parts and words what sort of message a mail is.
struct KindJudge {
  let message: MailMessage
  let fields: HeaderFields
  let root: ContentType
  let reports: ReportParts

  /// The first sort that fits, from the surest sign to the weakest.
  mutating func kind() -> MessageKind {
    if isDraft { return .draft }
    if reports.isFeedback || isComplaint { return .abuseReport }
    if reports.isReadReceipt || root["report-type"]?.lowercased() == "disposition-notification" { return .readReceipt }
    var bounces = BounceJudge(message: message, fields: fields, root: root, reports: reports)
    if let report = bounces.kind() { return report }
    if isCalendar { return .calendar(reports.invitation) }
    if let automatic = AutoReplyJudge(message: message, fields: fields).kind() { return automatic }
    return listKind ?? .direct
  }

  private var isDraft: Bool {
    if message.labels.contains(where: { FolderWords.drafts.contains($0.lowercased()) }) { return true }
    return fields.text("x-unsent") == "1"
      || fields.has("x-mozilla-draft-info") && message.dateSource != .received
        && !fields.has("received")
  }

  /// A complaint in Microsoft's form, where the mail complained of is attached and the subject names the sender's host, or
  /// what Apple's Mail sends for who presses "Unsubscribe".
  private var isComplaint: Bool {
    if fields.text("x-apple-unsubscribe")?.lowercased() == "true" { return true }
    return reports.returned != nil && message.subject?.lowercased().hasPrefix("complaint about message from") == true
  }

  private var isCalendar: Bool {
    if root.isType("text", "calendar") { return true }
    return reports.invitation?.method != nil
  }

  private var listKind: MessageKind? {
    let precedence = fields.text("precedence")?.lowercased() ?? ""
    let post = fields.text("list-post")?.lowercased()
    let isPosted = post.map { !$0.hasPrefix("no") } ?? false
    if isPosted || precedence == "list" || fields.has("mailing-list") || fields.has("x-beenthere")
      || fields.has("x-mailman-version") || fields.has("x-google-group-id")
    {
      return .list
    }
    if fields.has("list-unsubscribe") || precedence == "bulk" || precedence == "junk" || fields.has("feedback-id")
      || fields.has("x-campaign") || fields.has("x-campaignid") || fields.has("x-mailer-recptid")
    {
      return .bulk
    }
    if fields.has("list-id") { return .list }
    return message.from.first?.email.map(SenderWords.isAutomaton) == true ? .bulk : nil
  }
}

/// Names of folders in the languages of mail services.
enum FolderWords {
  /// Gmail's and IMAP's names for drafts.
  static let drafts: Set<String> = [
    "[gmail]/drafts", "borradores", "bozze", "brouillons", "concepten", "draft", "drafts", "entwurf", "entwürfe",
    "koncepty", "kladder", "luonnokset", "rascunhos", "szkice", "utkast", "wersje robocze", "черновики", "чернетки",
    "draft messages", "ड्राफ़्ट", "草稿", "下書き",
  ]

  /// Gmail's, Outlook's and IMAP's names for spam and the bin.
  static let discarded: Set<String> = [
    "[gmail]/bin", "[gmail]/spam", "[gmail]/trash", "basura", "bin", "cestino", "corbeille", "correo no deseado",
    "correio não solicitado", "courrier indésirable", "deleted", "deleted items", "deleted messages",
    "elementos eliminados", "eliminati", "éléments supprimés", "gelöschte elemente", "indésirables", "junk",
    "junk e-mail", "junk email", "junk-e-mail", "koš", "kosz", "kuka", "lixeira", "lixo", "lomtár", "ongewenste e-mail",
    "papelera", "papierkorb", "papirkurv", "papperskorg", "papperskorgen", "posta indesiderata", "prullenbak",
    "roskakori",
    "roskaposti", "skräppost", "søppelpost", "spam", "spamverdacht", "trash", "verwijderde items", "çöp kutusu",
    "κάδος απορριμμάτων", "корзина", "кошик", "спам", "удаленные", "סל אשפה", "المهملات", "스팸함", "휴지통", "スパム", "ゴミ箱",
    "迷惑メール", "已删除邮件", "垃圾郵件", "垃圾邮件", "垃圾桶", "स्पैम", "ट्रैश",
  ]

  /// Gmail's names for chats.
  static let chats: Set<String> = ["[gmail]/chats", "chat", "chats", "чат", "чаты", "チャット", "채팅", "聊天记录", "चैट"]
}

/// Local parts behind which no person reads.
enum SenderWords {
  private static let exact: Set<String> = [
    "alerts", "auto-confirm", "do-not-reply", "do_not_reply", "donotreply", "mailer", "messages-noreply", "newsletter",
    "newsletters", "no-reply", "no_reply", "noreply", "notification", "notifications", "notify", "updates",
  ]

  static func isAutomaton(_ email: String) -> Bool {
    let local = email.utf8.prefix { $0 != 0x40 && $0 != 0x2B }
    let name = String(decoding: local, as: UTF8.self)
    return exact.contains(name) || name.hasPrefix("noreply") || name.hasPrefix("no-reply") || name.hasSuffix("-noreply")
      || name.hasSuffix("-no-reply")
  }
}
