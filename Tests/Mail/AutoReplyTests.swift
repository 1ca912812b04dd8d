import Testing

@testable import Mail

/// Notes of those who left, and receipts, in the languages of our mail.
struct AutoReplyTests {
  private func kind(_ subject: String, _ text: String, _ header: String = "") -> MessageKind {
    let mail =
      "From: Dana Frost <dana@kestrel.example>\nTo: tom@acorn.example\nDate: Mon, 4 Mar 2024 12:12:00 +0000\n"
      + "Subject: \(subject)\n\(header)Content-Type: text/plain; charset=utf-8\n\n\(text)\n"
    return MailParser().parse(Array(mail.utf8)).kind
  }

  /// What a note says, and whom it names as successor.
  private static let notes: [(text: String, name: String?, email: String?)] = [
    (
      "I am no longer with Kestrel. Please contact Priya Sharma at priya@kestrel.example.", "Priya Sharma",
      "priya@kestrel.example"
    ),
    ("Dana has retired. Kindly write to Mr. Owen Hughes, owen@kestrel.example.", "Owen Hughes", "owen@kestrel.example"),
    (
      "Ich bin nicht mehr bei der Kestrel GmbH tätig. Bitte schreiben Sie Frau Ute Brandt (ute@kestrel.example).",
      "Ute Brandt", "ute@kestrel.example"
    ),
    (
      "Je ne fais plus partie de Kestrel. Merci de contacter Jean Dupont : jean@kestrel.example", "Jean Dupont",
      "jean@kestrel.example"
    ),
    (
      "Ya no trabajo en Kestrel. Por favor contacte a Ana Ruiz en ana@kestrel.example.", "Ana Ruiz",
      "ana@kestrel.example"
    ),
    (
      "Ik ben niet meer werkzaam bij Kestrel. Mail Jan de Vries via jan@kestrel.example.", "Jan de Vries",
      "jan@kestrel.example"
    ),
    (
      "Nie pracuję już w firmie Kestrel. Kontakt: Anna Nowak, anna@kestrel.example", "Anna Nowak",
      "anna@kestrel.example"
    ),
    (
      "Non lavoro più in Kestrel. Per urgenze contattare Marco Rossi (marco@kestrel.example).", "Marco Rossi",
      "marco@kestrel.example"
    ),
    (
      "Já não trabalho na Kestrel. Por favor contacte Rita Lopes, rita@kestrel.example.", "Rita Lopes",
      "rita@kestrel.example"
    ),
    ("Jag har slutat på Kestrel. Kontakta Eva Lind, eva@kestrel.example.", "Eva Lind", "eva@kestrel.example"),
    (
      "Jeg er ikke lenger ansatt i Kestrel. Ta kontakt med Kari Moe, kari@kestrel.example.", "Kari Moe",
      "kari@kestrel.example"
    ),
    ("Jeg arbejder ikke længere hos Kestrel.", nil, nil),
    (
      "Main ab Kestrel mein kaam nahi karta. Ravi Menon se sampark karein: ravi@kestrel.example", nil,
      "ravi@kestrel.example"
    ),
    ("मैं अब काम नहीं करता हूँ। ravi@kestrel.example", nil, "ravi@kestrel.example"),
  ]

  @Test(arguments: AutoReplyTests.notes.indices) func whoLeftNamesTheSuccessor(_ index: Int) {
    let note = Self.notes[index]
    let successor = note.email.map { Mailbox(name: note.name, address: $0) }
    #expect(kind("Automatic reply: Plan", note.text) == .leftCompany(successor: successor))
    #expect(kind("Plan", note.text) == .direct)
  }

  @Test(arguments: [
    ("Read: Plan", "Your message\n\n  To: Dana Frost\n  Subject: Plan\n\nwas read on Monday, 4 March 2024."),
    ("Gelesen: Plan", "Ihre Nachricht\n\n  An: Dana Frost\n\nwurde am Montag gelesen."),
    ("Lu : Plan", "Votre message a été lu le lundi 4 mars."), ("Leído: Plan", "Su mensaje fue leído el lunes."),
    ("Letto: Plan", "Il messaggio è stato letto lunedì."), ("Gelezen: Plan", "Uw bericht is gelezen op maandag."),
    ("Przeczytano: Plan", "Wiadomość została przeczytana."), ("Lida: Plan", "A sua mensagem foi lida."),
    ("Return receipt", "Your document has been received.\n\nThis is a return receipt."),
  ]) func aReceiptWithoutAReportIsOne(_ subject: String, _ text: String) {
    #expect(kind(subject, text) == .readReceipt)
  }

  @Test(arguments: [
    ("Automatic reply: Plan", "I am out of office until Monday 18 March. Regards"),
    ("Automatische Antwort: Plan", "Ich bin bis zum 18.03.2024 nicht im Büro."),
    ("Abwesenheitsnotiz: Plan", "Ich bin im Urlaub und ab 18. März wieder erreichbar."),
    ("Réponse automatique : Plan", "Je suis absent jusqu'au 18 mars 2024 inclus."),
    ("Respuesta automática: Plan", "Estoy fuera de la oficina hasta el 18 de marzo."),
    ("Risposta automatica: Plan", "Sarò assente fino al 18 marzo 2024."),
    ("Automatisch antwoord: Plan", "Ik ben met vakantie. Ik ben op 18 maart weer terug."),
    ("Resposta automática: Plan", "Estarei ausente até 18 de março de 2024."),
    ("Odpowiedź automatyczna: Plan", "Jestem na urlopie do 18 marca 2024."),
    ("Autosvar: Plan", "Jag är ledig till den 18 mars 2024."),
    ("Automatisk svar: Plan", "Jeg er på ferie til 18. marts 2024."),
    ("Automatisk svar: Plan", "Jeg er ikke på kontoret før 18. mars 2024."),
    ("Automatická odpověď: Plan", "Jsem mimo kancelář do 18. března 2024."),
    ("Автоответ: Plan", "Я в отпуске до 18 марта."),
  ]) func anAbsenceHasADayOfReturn(_ subject: String, _ text: String) {
    #expect(kind(subject, text) == .outOfOffice(returns: "2024-03-18"))
  }

  @Test(arguments: [
    ("स्वचालित उत्तर: Plan", "मैं अगले सप्ताह तक छुट्टी पर हूँ।"), ("Out of Office: Plan", "Main chhutti par hoon."),
    ("Automaattinen vastaus: Plan", "Olen lomalla."), ("Otomatik yanıt: Plan", "Şu anda izinliyim."),
  ]) func anAbsenceMayLackTheDay(_ subject: String, _ text: String) {
    #expect(kind(subject, text) == .outOfOffice(returns: nil))
  }

  @Test func wordsThatOnlyLookLikeAReceiptAreMail() {
    #expect(kind("Read: three books for recruiters", "Hi Tom, these are worth your time.") == .direct)
    #expect(kind("Re: Read: Plan", "It was read on Monday by all of us.") == .direct)
  }
}
