import Bytes

/// Words of the legal notes and advertisements under mails, lower case.
enum LegalNotes {
  /// Words of the advertisements that mail services add.
  static let services: Phrases = [
    "avast", "avg.com", "checked for viruses", "do you yahoo", "explorer.msn.com", "free e-mail", "free email",
    "get your free", "gmx.net", "hotmail.com", "join the world", "mailing list", "msn messenger", "virus free",
    "virus-free", "web.de", "yahoo! groups", "yahoo! mail", "yahoogroups",
  ]

  /// Beginnings of what lawyers add; looked for in the first words of a paragraph.
  static let beginnings: Phrases = [
    "(c) copyright", "a change in our bank details", "a change of our bank details", "acest e-mail", "acest email",
    "acest mesaj", "ai sensi del", "although the company has taken", "although we have taken reasonable",
    "antes de imprimir", "any change of our bank details", "any views or opinions", "attorney-client",
    "auf die umwelt achten", "avant d'imprimer", "aviso de confidencialidad", "aviso legal", "avvertenza",
    "avviso di riservatezza", "before printing", "bevor sie diese", "beware of fraud", "beware of payment fraud",
    "bitte denken sie an die umwelt", "bitte prüfen sie, ob", "bu e-posta", "bu elektronik posta", "bu mesaj",
    "cautionary statement", "ce courriel", "ce courrier électronique", "ce mail et", "ce message est", "ce message et",
    "ce message électronique", "ce mél", "cet e-mail", "clause de confidentialité", "clausola di riservatezza",
    "computer viruses can be", "confidencialidad:", "confidencialidade:", "confidential notice", "confidentiality note",
    "confidentiality notice", "confidentiality statement", "confidentiality warning", "confidentiality:",
    "consulte nuestra política de privacidad", "cyber fraud", "datenschutzhinweise", "de informatie",
    "den här e-posten", "denk aan het milieu", "denna e-post", "denne e-mail", "denne e-post", "denne meddelelse",
    "der inhalt dieser e-mail", "detta e-postmeddelande", "detta meddelande", "deze e-mail", "die in dieser e-mail",
    "die information in dieser", "diese e-mail enthält", "diese e-mail ist", "diese e-mail kann", "diese mail enthält",
    "diese mitteilung ist", "diese nachricht enthält", "diese nachricht ist", "disclaimer", "dit bericht",
    "dit e-mailbericht", "e-mail communications are not", "e-mail ini", "e-mail is not a secure",
    "e-mail transmission cannot", "e-mails are not secure", "email confidentiality", "email disclaimer", "email ini",
    "email này", "emails are not secure", "esta comunicación", "esta mensagem", "esta mensaje", "este correo",
    "este e-mail", "este email", "este mensaje", "every effort has been made to", "ez az e-mail", "ez az üzenet",
    "fraud warning", "haftungsausschluss", "hinweise zum datenschutz", "how we handle personal data",
    "how we process personal data", "how we process your", "how we use your personal", "if you are not the intended",
    "if you have received this e", "if you have received this message in error", "il contenuto di questa",
    "il presente messaggio", "important notice", "información básica sobre protección",
    "información sobre protección de datos", "informationen zum datenschutz", "informativa privacy",
    "informativa sulla privacy", "internet communications are not", "internet e-mail confidentiality",
    "internet email confidentiality", "it is the responsibility of the recipient", "jelen e-mail", "jelen üzenet",
    "la información contenida", "la information contenida", "la presente comunicazione", "la société décline",
    "le contenu de ce", "le informazioni contenute", "le présent message", "legal disclaimer", "legal notice",
    "les informations contenues", "mention légale", "niniejsza wiadomość", "no employee or agent",
    "no liability is accepted", "nos coordonnées bancaires ne", "notice of confidentiality", "notice: this",
    "notre politique de confidentialité", "nous déclinons toute",
    "our privacy notice", "our privacy policy", "p please consider",
    "pense no meio ambiente", "pensez à l'environnement", "pesan ini", "please be aware of fraud",
    "please be aware that e-mail", "please consider the environment", "please do not print",
    "please note that any views", "please note that we accept no", "please note: this e",
    "please think before you print", "prima di stampare", "privileged and confidential", "privileged communication",
    "privileged/confidential", "protección de datos", "proteja el medio ambiente", "questa e-mail", "questa mail",
    "questo documento", "questo messaggio", "rechtlicher hinweis", "s'il vous plaît, pensez", "save trees",
    "secrecy notice", "statement of confidentiality", "tato zpráva", "tento e-mail", "the company accepts no liability",
    "the content of this e", "the contents of this e", "the information contained in", "the information in this e",
    "the information transmitted", "the opinions expressed", "the recipient should check", "the sender accepts no",
    "the sender does not accept", "the views expressed", "think before you print", "this communication and",
    "this communication contains", "this communication is", "this communication may", "this e-mail and any",
    "this e-mail and its", "this e-mail communication", "this e-mail contains", "this e-mail has been",
    "this e-mail is", "this e-mail may contain", "this e-mail message", "this e-mail transmission",
    "this e-mail, and any", "this e-mail, including", "this electronic mail", "this electronic message",
    "this email and any", "this email and its", "this email communication", "this email contains",
    "this email has been", "this email is confidential", "this email is intended", "this email is private",
    "this email may contain", "this email message", "this email, and any", "this email, including",
    "this footnote confirms", "this information is intended", "this mail is intended", "this material is for",
    "this message (and", "this message (including", "this message and any", "this message and its",
    "this message contains", "this message has been", "this message is being", "this message is confidential",
    "this message is for", "this message is intended", "this message may contain", "this message, and any",
    "this message, including", "this transmission", "thư này", "to find out how we use", "treść tej wiadomości",
    "tämä sähköposti", "tämä viesti", "unless expressly stated", "unless stated otherwise, ",
    "unsere bankverbindung ändert sich", "unsere datenschutzerklärung", "unsere datenschutzhinweise",
    "vertraulichkeitshinweis", "vorsicht vor betrug",
    "warning: although", "warning: computer viruses", "warning: this e", "we accept no liability",
    "we accept no responsibility", "we cannot accept liability", "we cannot accept responsibility",
    "we cannot guarantee that this", "we do not accept liability", "we do not accept responsibility",
    "we have taken every reasonable", "we have taken precautions to", "we have taken reasonable",
    "we have taken steps to ensure", "we will never change our bank", "we will never notify you of",
    "while all reasonable", "while every care", "while every effort", "while we have taken", "whilst all reasonable",
    "whilst every care", "whilst every effort", "whilst reasonable care", "whilst we have taken", "wiadomość ta",
    "wir übernehmen keine haftung", "änderungen unserer bankverbindung", "αυτό το μήνυμα", "το παρόν", "данное письмо",
    "данное сообщение", "данное электронное", "настоящее письмо", "настоящее сообщение", "настоящее электронное",
    "това съобщение", "този имейл", "це повідомлення", "цей лист", "ця електронна", "эта электронная", "это письмо и",
    "это сообщение", "דואר אלקטרוני זה", "הודעה זו", "إخلاء مسؤولية", "هذا البريد", "هذه الرسالة", "अस्वीकरण",
    "इस ई-मेल", "इस ईमेल", "कृपया पर्यावरण", "गोपनीयता", "यह ई-मेल", "यह ईमेल", "यह संदेश", "อีเมลนี้", "อีเมล์ฉบับนี้",
    "このメッセージ", "このメール", "保密声明", "免責聲明", "免责声明", "本メール", "本邮件", "本郵件", "本電子郵件", "此邮件", "此郵件", "此電子郵件", "본 메일", "본 이메일",
    "이 메일", "이 이메일",
  ]

  /// Beginnings of the footers of mailings.
  static let footers: Phrases = [
    "aby zrezygnować z", "als u geen", "ce message vous a été envoyé", "cet email vous est envoyé",
    "de: sie erhalten", "denna e-post skickades till", "diese e-mail wurde an", "dieser newsletter",
    "du får detta mail",
    "du modtager denne", "du mottar denne", "este correo fue enviado", "este e-mail foi enviado", "has recibido este",
    "hai ricevuto questa", "if you do not wish to receive", "if you don't want to receive",
    "if you no longer wish to receive",
    "if you prefer not to receive", "if you would like to unsubscribe", "if you would prefer not to receive",
    "if you would rather not receive", "if you'd like to unsubscribe", "if you'd prefer not to receive",
    "if you'd rather not receive", "je ontvangt deze", "otrzymujesz tę wiadomość", "para cancelar a",
    "para darse de baja",
    "per cancellare l'iscrizione", "pour vous désabonner", "questa email è stata inviata", "recibe este correo",
    "ricevi questa", "se não deseja receber", "si desea dejar de recibir", "si vous ne souhaitez plus recevoir",
    "sie erhalten diese", "this e-mail was sent to", "this email was sent to", "this mailing was sent to",
    "this message was sent to", "to opt out of", "to opt-out of", "to stop receiving", "to unsubscribe from",
    "to unsubscribe, ", "u ontvangt deze", "você está recebendo", "vous recevez ce",
    "we hope you enjoyed receiving this",
    "wenn sie keine weiteren", "you are receiving this", "you are subscribed to",
    "you have received this e-mail because",
    "you have received this email because", "you have received this message because",
    "you received this e-mail because",
    "you received this email because", "you received this message because", "you're receiving this",
    "если вы не хотите получать",
    "вы получили это письмо", "यदि आप ये ईमेल", "आपको यह ईमेल",
  ]

  /// Words of the headings over legal notes.
  static let headings: Phrases = [
    "avertissement", "avviso", "confidencial", "confidential", "datenschutz", "disclaimer", "haftungsausschluss",
    "juridi", "legal", "mentions légales", "privacy", "rechtliche", "riservatezza", "vertraulich", "vertrouwelijk",
    "конфиденц", "अस्वीकरण", "गोपनीय",
  ]

  /// Words of the lines that tell where a company is registered and who leads it.
  static let registry: Phrases = [
    "amtsgericht", "aufsichtsrat", "btw nr", "btw-nr", "capital social", "capitale sociale", "cif:", "cin:", "cin no",
    "cnpj", "company no", "company number", "company registration", "geschäftsführer", "geschäftsführung", "gstin",
    "handelsregister", "hrb ", "incorporated in", "kapitał zakładowy", "krs ", "krs:", "kvk", "nip ", "nip:", "nipc",
    "org. nr", "org.nr", "organisationsnr", "orgnr", "p. iva", "p.iva", "partita iva", "rcs ", "reg. no",
    "registered in",
    "registered no", "registered number", "registered office", "registro mercantil", "siren", "siret", "sitz der",
    "steuernummer", "tva intra", "ust-id", "ust.-id", "vat no", "vat number", "vat reg", "vorstand", "y-tunnus",
  ]

  /// Words that a legal note holds somewhere, stems in several languages.
  static let terms: Phrases = [
    "confid", "confiden", "copyright", "destinat", "disclos", "empfänger", "geadresseerde", "gizli", "intended",
    "konfiden", "legal", "liability", "mottagare", "mottager", "poufn", "privileged", "proprietary", "recipient",
    "riservat", "umwelt", "vertraul", "vertrouwelijk", "views", "virus", "εμπιστευτ", "конфиденц", "конфіденц",
    "סודי", "سري", "गोपनीय", "保密", "机密", "機密", "기밀",
  ]
}
