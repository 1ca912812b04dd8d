import Testing

@testable import Zones

/// Signatures, notes of phones and legal notes under a mail, by language.
struct SignatureTests {
  private func zones(_ text: String) -> [TextZone: String] {
    let zoned = ZoneSplitter.split(Array(text.utf8))
    return Dictionary(
      uniqueKeysWithValues: TextZone.allCases.map { ($0, String(decoding: zoned.joined($0), as: UTF8.self)) })
  }

  @Test(arguments: [
    "Sent from my iPhone", "Sent from my Galaxy", "Sent from Outlook for Android",
    "Sent with Proton Mail secure email.",
    "Get Outlook for iOS<https://aka.example/o0ukef>", "Von meinem iPhone gesendet",
    "Gesendet mit der mobilen Mail App",
    "Outlook für iOS beziehen", "Envoyé de mon iPhone", "Obtenir Outlook pour iOS", "Enviado desde mi iPhone",
    "Obtener Outlook para Android", "Inviato da iPhone", "Scarica Outlook per iOS", "Verstuurd vanaf mijn iPhone",
    "Enviado do meu iPhone", "Enviado a partir do meu smartphone", "Skickat från min iPhone", "Sendt fra min iPhone",
    "Lähetetty iPhonesta", "Wysłane z iPhone'a", "Odesláno z iPhonu", "Odoslané z iPhonu", "iPhone'umdan gönderildi",
    "Trimis de pe iPhone-ul meu", "Отправлено с iPhone", "Надіслано з iPhone", "Στάλθηκε από το iPhone μου",
    "נשלח מה-iPhone שלי", "أُرسلت من الـ iPhone", "मेरे iPhone से भेजा गया", "iPhoneから送信", "发自我的 iPhone", "從我的 iPhone 傳送",
    "나의 iPhone에서 보냄", "Đã gửi từ iPhone của tôi", "Dikirim dari iPhone saya", "ส่งจาก iPhone ของฉัน",
    "Typed on my phone, please excuse typos",
  ]) func aNoteOfAPhoneIsNoText(_ note: String) {
    let found = zones("Tuesday at ten suits me.\n\n\(note)\n")
    #expect(found[.text] == "Tuesday at ten suits me.")
    #expect(found[.signature] == note)
  }

  @Test(arguments: [
    "Best regards,\nDana", "Thanks & regards\nDana Frost", "Many thanks and kind regards,\nDana",
    "Mit freundlichen Grüßen\nDana Frost",
    "Viele Grüße und vielen Dank\nDana", "Viele Grüße aus dem Norden\n\nUte Brandt\nLeiterin Personal\nTern GmbH",
    "Viele Grüße\n\nUte Brandt\nTern GmbH, Hauptstr. 12, 04109 Leipzig\nSitz der Gesellschaft: Leipzig, Geschäftsführer: Max Tern, Handelsregister: Amtsgericht Leipzig HRB 1234",
    "Regards\nDana\nKestrel Ltd\nRegistered in England and Wales, company number 01234567. Registered office: 12 High Street, Leeds LS1 4AB",
    "All the best for the new year,\nHelen Park\nPeople Director", "Viele Grüße und schöne Feiertage\nUte", "Ta\nJo x",
    "Greetings from Leeds,\nDana", "Saludos desde Madrid\nDana", "Groeten uit Utrecht\nDana", "LG aus Wien\nDana",
    "Cordialement,\nDana Frost", "Bien à vous,\n\nDana", "Un saludo,\nDana",
    "Saludos cordiales\nDana Frost",
    "Cordiali saluti,\nDana Frost", "Met vriendelijke groet,\nDana", "Atenciosamente,\nDana Frost",
    "Med vänliga hälsningar\nDana",
    "Med venlig hilsen\nDana Frost", "Ystävällisin terveisin\nDana", "Pozdrawiam,\nDana", "S pozdravem\nDana Frost",
    "Üdvözlettel,\nDana",
    "Saygılarımla,\nDana Frost", "Cu stimă,\nDana", "С уважением,\nДана Фрост", "З повагою,\nДана",
    "Με εκτίμηση,\nDana", "בברכה,\nדנה",
    "مع التحية،\nدانا", "धन्यवाद,\nडाना फ़्रॉस्ट", "सादर\nडाना", "Dhanyavaad,\nDana", "Shukriya\nDana", "谢谢！\n王伟", "祝好\n王伟",
    "Trân trọng,\nDana",
    "Terima kasih,\nDana", "-- \nDana Frost\nHead of Talent, Kestrel\n+44 20 7946 0102", "--\nDana", "—Dana", "/Dana",
    "x\nDana",
    "~ Dana",
    "Dana x4711",
    "Dana Frost\n\nDana Frost | Head of Talent\nKestrel Software Ltd.\n+44 20 7946 0102\nwww.kestrel.example",
    "Thank you for all your help!\n\nDana",
  ]) func aSignOffAndANameAreTheSignature(_ signature: String) {
    let found = zones("Could we speak on Tuesday at ten?\n\n\(signature)\n")
    #expect(found[.text] == "Could we speak on Tuesday at ten?")
    #expect(found[.signature] == signature)
  }

  @Test(arguments: [
    "Thanks, Dana", "Thanks.  Dana", "Best regards, Dana Frost", "Cheers - Dana", "--Dana", "LG Dana", "Merci, Dana",
  ])
  func aSignOffAtTheEndOfAParagraphIsCutOff(_ tail: String) {
    let found = zones("We have three people for the role and could send them tomorrow.  \(tail)\n")
    #expect(found[.text] == "We have three people for the role and could send them tomorrow.")
    #expect(found[.signature]?.contains(tail) == true)
  }

  @Test func thanksWithoutANameAreWords() {
    #expect(zones("Thank you!")[.text] == "Thank you!")
    #expect(zones("Thanks,\nDana")[.text] == "Thanks,")
    #expect(zones("Thanks,\nDana")[.signature] == "Dana")
    #expect(zones("Yes please, on Tuesday.\n\nThank you!\n")[.signature] == "")
    #expect(zones("Hi Ravi,\n\nThank you!\nDana")[.text] == "Hi Ravi,\n\nThank you!")
  }

  @Test(arguments: ["Thank you.", "Thanks!", "Merci d'avance.", "Vielen Dank im Voraus!"])
  func thanksBelowMoreThanAnAnswerAreASignOff(_ thanks: String) {
    let words = "We need three engineers by the end of March, two of them in Leeds.\nCould you send profiles by Friday?"
    #expect(zones("\(words)\n\n\(thanks)\n")[.signature] == thanks)
    #expect(zones("\(words)  \(thanks)\n")[.text] == words)
  }

  @Test(arguments: [
    "Thanks again for all of your hard work! --Dana", "Thanks for your help.\n\nRegards, Dana",
    "Accounts & Payroll Desk\n3-7060", "Thanks - dana 020-7946-0102", "Thanks=20\n\nDana\n\nYou can reach me at 5-7735",
    "Thanks to Ravi, Tom and everyone on the panel for their\ntime and effort in this matter.\n\nDana",
    "Have a lovely weekend, everyone!\n\nDana", "Wishing you and your team a happy new year.\n\nRegards,\nDana",
    "We appreciate your business.\n\nThe Kestrel Team", "Einen schönen Tag wünscht\nDana", "Ihr Kestrel-Team",
    "Je vous souhaite une belle journée.\n\nDana", "Schönes Wochenende!\n\nDana", "L'équipe Kestrel",
  ]) func aClosingParagraphIsTheSignature(_ closing: String) {
    let found = zones("The timesheets are due on Thursday, as every month.\n\n\(closing)\n")
    #expect(found[.text] == "The timesheets are due on Thursday, as every month.")
    #expect(found[.signature] == closing)
  }

  @Test(arguments: [
    "Hi Dana,\n\nThanks for your mail, we are not hiring at present.",
    "Lunch:\nAssorted Sandwiches\nPotato Soup\nIced Tea",
    "Please call her about the role, she is free at noon:\n\nPriya Sharma\n+91 98200 12345",
    "Hi Dana,\n\nWe have seen them all.\n\nThank you for your time on Tuesday and for sending the contract back signed.",
    "Hi Dana,\n\nWe have seen them all.\n\nThank you for all your support, but we have decided to hire by ourselves this time.",
    "Hi Dana,\n\nWe have seen them all.\n\nThanks, could you help us find two testers.",
    "Hi Dana,\n\nWe have seen them all.\n\nThank you, please send the timesheets.",
    "Hi Dana,\n\nWe have seen them all.\n\nI wish you could come on Monday.",
    "Hi Dana,\n\nOf course.\n\nHave a look at the plan for this week.",
    "Hi Dana,\n\nWe have seen them all.\n\nHappy to talk on Monday or any day that suits you, please send two times.",
    "Hi Dana,\n\nPlease do the following.\n\nTo unsubscribe our desk from the list, write to Priya.",
  ]) func whatAMailIsAboutStays(_ words: String) {
    #expect(zones("\(words)\n\nRegards,\nTom")[.text] == words)
    #expect(zones(words)[.text] == words)
  }

  @Test(arguments: [
    "Helen Park, PhD\nAssociate Professor\nUnion College London\nh.park@unioncollege.example",
    "Owen Hughes\nGroup HR Director\n\nCalder Foods Group plc\nT: 01422 555 010  M: 07700 900 222\n\n[cid:image001.png@01D2]",
    "Kim Sato\nshe/her\nVP People @ Tanuki Robotics\n+1 415 555 0102",
  ]) func aBlockWithoutASignOffIsASignature(_ signature: String) {
    let found = zones("Ravi\n\nNo budget before the third quarter, I am afraid.\n\n\(signature)\n")
    #expect(found[.text] == "Ravi\n\nNo budget before the third quarter, I am afraid.")
    #expect(found[.signature] == signature)
  }

  @Test func contactLinesMayFollowASignOffAtTheEndOfAParagraph() {
    let found = zones(
      "Two more profiles for the role, preferably with Selenium?  Best regards, Bill Ng\nHarbor Analytics Inc.\n(206) 555-0102"
    )
    #expect(found[.text] == "Two more profiles for the role, preferably with Selenium?")
    #expect(found[.signature]?.hasSuffix("Best regards, Bill Ng\nHarbor Analytics Inc.\n(206) 555-0102") == true)
  }

  @Test(arguments: [
    "We have taken reasonable care to keep viruses out of this mail, but accept no liability for any damage.",
    "Whilst every effort has been made to check this mail, the firm takes no responsibility for its attachments.",
    "Wir übernehmen keine Haftung für Schäden durch Viren.", "Nous déclinons toute responsabilité en cas d'altération.",
  ]) func aRefusalOfLiabilityIsNoText(_ note: String) {
    let found = zones("Ten it is.\n\nDana\n\nDana Frost\nHead of Talent\nT +44 20 7946 0018\n\n\(note)\n")
    #expect(found[.text] == "Ten it is.")
    #expect(found[.disclaimer] == note)
  }

  @Test(arguments: ["LEGAL STUFF\n", "=====\n\nE-MAIL DISCLAIMER\n\n"])
  func theHeadingOfALegalNoteBelongsToIt(_ heading: String) {
    let note = "\(heading)The information contained in this newsletter is confidential."
    #expect(zones("Our next day is Friday.\n\n\(note)")[.disclaimer] == note)
  }

  @Test(arguments: [
    "You are receiving this email because you opted in at kestrel.example.\nUnsubscribe",
    "You received this message because you are subscribed to the group \"hiring\".",
    "If you'd rather not receive future mails of this sort, click here.",
    "To unsubscribe from this list, write to leave@kestrel.example.", "Sie erhalten diese E-Mail, weil Sie Kunde sind.",
    "Vous recevez ce message car vous êtes client.", "Si desea dejar de recibir estos correos, pulse aquí.",
    "Otrzymujesz tę wiadomość, ponieważ jesteś klientem.", "U ontvangt deze nieuwsbrief als klant.",
  ]) func theFooterOfAMailingIsNoText(_ footer: String) {
    let found = zones("Our next day is Friday.\n\nThe Kestrel Team\n\n-----\n\n\(footer)\n")
    #expect(found[.text] == "Our next day is Friday.")
    #expect(found[.signature] == "The Kestrel Team")
    #expect(found[.disclaimer] == "-----\n\n\(footer)")
  }

  @Test(arguments: [
    "This e-mail and any attachments are confidential and intended for the addressee only.",
    "Diese E-Mail enthält vertrauliche Informationen.", "Ce message et ses pièces jointes sont confidentiels.",
    "Este mensaje es confidencial y va dirigido a su destinatario.", "Questo messaggio è riservato al destinatario.",
    "Esta mensagem é confidencial.", "Dit bericht is vertrouwelijk.", "Detta meddelande är konfidentiellt.",
    "Данное сообщение является конфиденциальным.", "यह ईमेल गोपनीय है।", "此邮件包含机密信息。",
    "CONFIDENTIALITY NOTICE: The contents of this email are privileged.",
    "Please consider the environment before printing this e-mail.", "Antes de imprimir este e-mail pense no ambiente.",
  ]) func aLegalNoteIsTheDisclaimer(_ note: String) {
    let found = zones("Tuesday at ten suits me.\n\nRegards,\nDana\n\n\(note)\n")
    #expect(found[.text] == "Tuesday at ten suits me.")
    #expect(found[.signature] == "Regards,\nDana")
    #expect(found[.disclaimer] == note)
  }

  @Test(arguments: [
    "Monday or Tuesday?", "FYI", "This message is for all of you: we move on Friday.", "1. Yes\n2. No\n3. Perhaps",
    "Agenda\nWelcome\nBudget\nQuestions", "Please call Dana Frost on +44 20 7946 0102 before ten.",
  ]) func wordsOfTheAuthorStay(_ text: String) {
    #expect(zones(text)[.text] == text)
  }

  @Test(arguments: [
    "Ben Cole\nHR Generalist\nAspenworks", "Ben Cole | HR Generalist | Aspenworks", "Cole\nAspenworks",
    "Ben Cole - Aspenworks\nWe are the people people",
  ]) func theWritersNameBeginsASignature(_ signature: String) {
    let text = Array("Not this quarter.\n\nTry me again in September.\n\n\(signature)\n".utf8)
    for writer in ["Cole, Ben", "ben.cole"] {
      let zoned = ZoneSplitter.split(text, writer: writer)
      #expect(String(decoding: zoned.joined(.signature), as: UTF8.self) == signature)
    }
  }

  @Test func theWritersNameAboveANumberIsASignature() {
    let zoned = ZoneSplitter.split(Array("Yes, Tuesday 10am works\nTom\n07700 900222".utf8), writer: "Tom Berg")
    #expect(String(decoding: zoned.joined(.signature), as: UTF8.self) == "Tom\n07700 900222")
  }

  @Test func theWritersNameInAListIsText() {
    let text = "Interview panel:\nBen Cole\nRick Dale\n\nBen Cole will open, and the others follow as we have said.\n"
    #expect(ZoneSplitter.split(Array(text.utf8), writer: "Ben Cole").joined(.signature).isEmpty)
  }

  @Test(arguments: [
    "Ihre Anfrage\n\nHallo Frau Beck,\n\ndrei Leute passen.", "Best Practices\n\nAsk first.\nThen send the profiles.",
    "Ihre Nachricht\n\n   An: Dana Frost\n   Betreff: Plan\n\nwurde am Montag gelesen.",
  ]) func aHeadingIsNoSignOff(_ text: String) {
    #expect(zones(text)[.text] == text)
  }

  @Test func aWordAboveASignOffIsNoName() {
    let zoned = ZoneSplitter.split(Array("> And from when?\n\nSofort.\n\nMit besten Grüßen\nUte Brandt\n".utf8))
    #expect(String(decoding: zoned.joined(.text), as: UTF8.self) == "Sofort.")
  }
}
