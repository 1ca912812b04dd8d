import Bytes

/// Words of the legal notes and advertisements under mails, lower case.
enum LegalNotes {
  /// Words of the advertisements that mail services add.
  static let services: Phrases = [
    "avast", "avg.com", "checked for viruses", "do you yahoo", "explorer.msn.com", "free e-mail", "free email",
    "get your free", "gmx.net", "hotmail.com", "join the world", "mailing list", "msn messenger", "virus-free",
    "virus free", "web.de", "yahoo! groups", "yahoo! mail", "yahoogroups",
  ]

  /// Beginnings of what lawyers add; looked for in the first words of a paragraph.
  static let beginnings: Phrases = [
    "(c) copyright", "ai sensi del", "any views or opinions", "attorney-client", "auf die umwelt achten",
    "aviso de confidencialidad", "aviso legal", "avvertenza", "avviso di riservatezza", "bitte denken sie an die umwelt",
    "bitte prüfen sie, ob", "bu e-posta", "bu elektronik posta", "bu mesaj", "cautionary statement", "ce courriel",
    "ce courrier électronique", "ce mail et", "ce message est", "ce message et", "ce message électronique", "ce mél", "cet e-mail", "clause de confidentialité",
    "clausola di riservatezza", "confidential notice", "confidentiality note", "confidentiality notice", "confidentiality statement",
    "confidentiality warning", "confidentiality:", "confidencialidad:", "confidencialidade:", "de informatie", "den här e-posten", "denna e-post", "denne e-mail",
    "denne e-post", "denne meddelelse", "der inhalt dieser e-mail", "detta e-postmeddelande", "detta meddelande",
    "deze e-mail", "die in dieser e-mail", "die information in dieser", "diese e-mail enthält", "diese e-mail ist", "diese e-mail kann",
    "diese mail enthält", "diese mitteilung ist", "diese nachricht enthält", "diese nachricht ist", "disclaimer", "dit bericht", "dit e-mailbericht",
    "email confidentiality", "email disclaimer", "esta comunicación", "esta mensagem", "esta mensaje", "este correo", "este e-mail", "este email",
    "este mensaje", "haftungsausschluss", "if you are not the intended", "if you have received this e", "if you have received this message in error",
    "il contenuto di questa", "il presente messaggio", "important notice", "internet e-mail confidentiality", "internet email confidentiality",
    "la information contenida", "la información contenida", "la presente comunicazione", "le contenu de ce", "le informazioni contenute", "le présent message",
    "legal disclaimer", "legal notice", "les informations contenues", "mention légale", "niniejsza wiadomość", "notice of confidentiality", "notice: this",
    "p please consider", "pense no meio ambiente", "pensez à l'environnement", "please consider the environment", "please do not print",
    "please note that any views", "please think before you print", "please note: this e", "prima di stampare", "privileged and confidential", "privileged communication", "privileged/confidential", "proteja el medio ambiente",
    "protección de datos", "questa e-mail", "questa mail", "questo documento", "questo messaggio", "rechtlicher hinweis", "s'il vous plaît, pensez", "save trees",
    "secrecy notice", "statement of confidentiality", "tato zpráva", "tento e-mail", "the content of this e", "the contents of this e", "the information contained in",
    "the information in this e", "the information transmitted", "the opinions expressed", "the views expressed", "think before you print", "this communication and", "this communication contains",
    "this communication is", "this communication may", "this e-mail and any", "this e-mail and its", "this e-mail communication", "this e-mail contains", "this e-mail has been",
    "this e-mail is", "this e-mail may contain", "this e-mail message", "this e-mail transmission", "this e-mail, and any", "this e-mail, including", "this electronic mail", "this electronic message",
    "this email and any", "this email and its", "this email communication", "this email contains", "this email has been", "this email is confidential", "this email is intended", "this email is private",
    "this email may contain", "this email message", "this email, and any", "this email, including", "this footnote confirms", "this information is intended", "this mail is intended", "this material is for", "this message (and", "this message (including", "this message and any",
    "this message and its", "this message contains", "this message has been", "this message is being", "this message is confidential", "this message is for", "this message is intended", "this message may contain", "this message, and any", "this message, including",
    "this transmission", "treść tej wiadomości", "tämä sähköposti", "tämä viesti", "vertraulichkeitshinweis", "warning: this e", "wiadomość ta", "ez az e-mail", "ez az üzenet", "jelen e-mail", "jelen üzenet", "acest e-mail", "acest email", "acest mesaj", "e-mail ini", "email ini", "pesan ini", "email này", "thư này",
    "το παρόν", "αυτό το μήνυμα", "данное письмо", "данное сообщение", "данное электронное", "настоящее письмо", "настоящее сообщение", "настоящее электронное", "эта электронная", "это письмо и", "это сообщение", "цей лист", "це повідомлення", "ця електронна", "това съобщение", "този имейл", "הודעה זו", "דואר אלקטרוני זה", "هذه الرسالة", "هذا البريد", "إخلاء مسؤولية", "यह ईमेल", "यह ई-मेल", "यह संदेश", "इस ईमेल", "इस ई-मेल", "अस्वीकरण", "गोपनीयता", "कृपया पर्यावरण",
    "本メール", "このメール", "このメッセージ", "本邮件", "本郵件", "本電子郵件", "此邮件", "此郵件", "此電子郵件", "免责声明", "免責聲明", "保密声明", "이 메일", "본 메일", "본 이메일", "이 이메일", "อีเมลนี้", "อีเมล์ฉบับนี้",
  ]

  /// Words that a legal note holds somewhere, stems in several languages.
  static let terms: Phrases = [
    "confiden", "copyright", "destinat", "disclos", "empfänger", "geadresseerde", "gizli", "intended", "konfiden", "legal",
    "liability", "mottager", "mottagare", "poufn", "privileged", "proprietary", "recipient", "riservat", "umwelt", "vertraul", "vertrouwelijk",
    "views", "virus", "confid", "конфиденц", "конфіденц", "εμπιστευτ", "סודי", "سري", "गोपनीय", "機密", "机密", "保密", "기밀",
  ]
}
