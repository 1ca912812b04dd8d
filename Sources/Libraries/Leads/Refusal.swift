// Whether somebody wants no more mail, or complains.
import Correspondence

/// What speaks against asking somebody for a favour.
enum Refusal: String, Sendable {
  case optOut = "opt_out"
  case complaint

  /// Phrases that ask for an end of messages, in English, German, French and Spanish.
  private static let optOuts = PhraseTable(
    [
      "!unsubscribe me", "please !unsubscribe", "!remove me|us|my from|email|address", "take me|us !off your",
      "!stop contacting|emailing|mailing|writing|messaging|calling", "do not !contact|email|write|call me|us",
      "don't !contact|email|write|call me|us", "don't|not !message again|me|us", "no more !emails|mails|messages",
      "!delete my data|details|address",
      "keine weiteren !e-mails|mails|nachrichten", "!löschen sie meine daten|adresse", "ne plus !recevoir",
      "ne me !contactez plus", "no quiero recibir !más", "no me !contacte|contacten|escriba|escriban",
      "darme|dame de !baja",
    ].map { Phrase("opt_out", $0) })

  /// Phrases that complain of us, in the same languages.
  private static let complaints = PhraseTable(
    [
      "!disappointed", "!disappointing", "!unacceptable", "!unprofessional", "!complaint", "!appalled", "!appalling",
      "!waste of my|our|everyone's? time|money", "not !happy|impressed|pleased with *",
      "very|really|quite|so !unhappy|annoyed",
      "let|lets us|me|everyone !down", "not !satisfied", "!regret choosing|hiring|using|working", "!ridiculous",
      "nicht !zufrieden", "!unzufrieden", "pas !satisfait|satisfaite|satisfaits", "!insatisfecho|insatisfecha",
      "!fed up", "poor|bad|terrible|shoddy !service|experience", "!burned|burnt by", "never !again",
      "!enttäuscht", "!inakzeptabel", "!unverschämt", "!beschwerde", "!frechheit", "!déçu|déçue|déçus",
      "!inacceptable", "!mécontent|mécontente", "!inaceptable", "!decepcionado|decepcionada|decepcionados", "!queja",
    ].map { Phrase("complaint", $0) })

  /// Of most texts it tells that they are neither.
  static let filter = WordFilter(optOuts.anchorWords + complaints.anchorWords)

  /// What `text` says, or the class that was given to it, with the sentence that says it; nil when it is neither.
  static func find(in text: String, replyClass: String?) -> (refusal: Refusal, quote: String)? {
    let prose = Prose(String(text.prefix(4000)))
    if let match = optOuts.matches(in: prose).first { return (.optOut, prose.sentence(of: match)) }
    if replyClass == "opt_out" { return (.optOut, String(text.split(separator: "\n").first ?? "")) }
    if let replyClass, !["objection", "not_interested", "bad_fit", "unclear"].contains(replyClass) { return nil }
    return complaints.matches(in: prose).first.map { (.complaint, prose.sentence(of: $0)) }
  }
}

extension Prose {
  /// The words of the sentence that holds a phrase.
  fileprivate func sentence(of match: PhraseMatch) -> String { text(words: sentence(around: match.words.lowerBound)) }
}
