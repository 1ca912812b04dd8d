// Whose turn it is in a conversation.

/// Judges from the last words of a conversation whether they call for an answer.
public enum Turn {
  /// Words of thanks and agreement in English, German, Spanish, French, Portuguese, Hindi and Hinglish; a short message
  /// that begins with one and asks nothing closes a conversation.
  static let closing: Set<String> = [
    "acknowledged", "agreed", "bien", "brilliant", "cheers", "congrats", "congratulations", "cool", "danke",
    "dhanyavaad", "dhanyawad", "done", "excellent", "fine", "gern", "gerne", "gracias", "great", "lovely", "many",
    "merci", "much", "noted", "obrigado", "ok", "okay", "parfait", "perfect", "perfecto", "prima", "received", "sab",
    "shukriya", "sounds", "super", "sure", "ta", "thank", "thanks", "theek", "thx", "understood", "vielen", "welcome",
    "will", "wonderful", "wunderbar", "you're", "धन्यवाद", "शुक्रिया", "👍", "🙏",
  ]

  /// Whether `text` only acknowledges: at most twelve words, no question, thanks or agreement at its beginning.
  public static func closes(_ text: String) -> Bool {
    let prose = Prose(String(text.prefix(2000)))
    if prose.words.contains(where: { $0.lower == "?" || $0.lower == "？" }) { return false }
    let words = prose.words.filter { $0.kind != .mark && $0.kind != .lineBreak }
    guard let first = words.first, words.count <= 12 else { return false }
    return closing.contains(first.lower)
  }
}
