import Bytes

/// Words of receipts that mail programs write in plain text, without the report of RFC 8098; in lower case.
enum ReceiptWords {
  /// Whether a short mail says by its subject and its text that somebody has read another one.
  static func areReceipt(subject: String?, text: [UInt8]) -> Bool {
    guard let subject, text.count < 2_000, subjects.mayBegin(Array(subject.utf8.prefix(8))[...]) else { return false }
    return subjects.begin(LowerCase.text(subject)) && texts.occur(in: LowerCase.text(text[...]))
  }

  /// How subjects of receipts begin.
  private static let subjects: Phrases = [
    "accusé de lecture", "confirmation de lecture", "confirmación de lectura", "confirmação de leitura",
    "conferma di lettura", "gelesen:", "gelezen:", "leesbevestiging", "leído:", "lesebestätigung", "lest:", "letto:",
    "lida:", "lido:", "lu :", "lu:", "læst:", "läst:", "potwierdzenie przeczytania", "przeczytano:", "read receipt",
    "read:", "return receipt", "прочитано:", "прочтено:", "पढ़ा गया:",
  ]

  /// What their texts say.
  private static let texts: Phrases = [
    "a été lu", "blev læst", "ble lest", "czytana", "displayed on", "foi lid", "fue leíd", "gelesen", "gelezen",
    "has been displayed", "has been read", "lästes", "olvasta", "przeczytan", "received your message", "return receipt",
    "se leyó", "sido leíd", "stato letto", "was displayed", "was read", "прочитано", "прочтено", "पढ़ा गया",
  ]
}
