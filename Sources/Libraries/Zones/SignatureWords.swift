import Bytes

/// Words of sign-offs, mobile clients and legal notes, lower case.
enum SignatureWords {
  /// Sign-offs: a line of little more than one of these.
  static let signOffs = [
    "abraço", "abraços", "abs", "all the best", "atenciosamente", "atentamente", "bedankt", "best", "best regards",
    "best wishes", "beste groeten", "beste grüsse", "beste grüße", "bien cordialement", "bien à vous", "bises", "br",
    "cheers", "ciao", "cordialement", "cordiali saluti", "cordially", "cordialmente", "dhanyavaad", "dhanyawad",
    "distinti saluti", "freundliche grüsse", "freundliche grüße", "freundlichen grüßen", "good luck", "gracias",
    "grazie", "groet", "groeten", "gruss", "gruß", "grüß", "grüße", "have a good day", "have a good weekend",
    "have a great day", "have a great weekend", "have a nice day", "hilsen", "hochachtungsvoll", "hugs", "hälsningar",
    "kind regards", "kindest regards", "kram", "later", "lg", "liebe grüße", "lieben gruß", "lieben grüßen",
    "looking forward", "love", "many thanks", "many thanks and regards", "med venlig hilsen", "med vennlig hilsen",
    "med vänlig hälsning", "med vänliga hälsningar", "merci", "met vriendelijke groet", "met vriendelijke groeten",
    "mfg", "mit besten grüßen", "mit freundlichem gruß", "mit freundlichen grüssen", "mit freundlichen grüßen",
    "mit lieben grüßen", "muchas gracias", "mvh", "obrigada", "obrigado", "pozdrawiam", "ps", "regards",
    "respectfully", "rgds", "saludos", "saludos cordiales", "salutations", "saluti", "schöne grüße",
    "sent with best regards", "shukriya", "sincerely", "sincerely yours", "take care", "talk soon", "thank you",
    "thank you and regards", "thank you in advance", "thank you so much", "thank you very much", "thank-you",
    "thanks", "thanks & regards", "thanks a lot", "thanks again", "thanks and regards", "thanks in advance",
    "thanks so much", "thanks very much", "thx", "tks", "tot ziens", "ttyl", "un abrazo", "un cordial saludo",
    "un saludo", "uprzejmie pozdrawiam", "very best", "very best regards", "vg", "vh", "viele grüsse", "viele grüße",
    "vielen dank", "vielen dank und freundliche grüße", "vriendelijke groet", "vriendelijke groeten", "warm regards",
    "warmest regards", "warmly", "with best regards", "with kind regards", "with regards", "with thanks",
    "with warm regards", "wkr", "yours", "yours faithfully", "yours sincerely", "yours truly", "z poważaniem",
    "à bientôt", "з повагою", "с наилучшими пожеланиями", "с уважением", "спасибо", "धन्यवाद", "सादर",
  ]

  /// Notes of mobile clients and services, at the beginning of a line.
  static let mobile: Phrases = [
    "(sent from", "<<sent by", "<sent from", "[sent from", "__________ information from",
    "diese nachricht wurde von meinem ", "do you yahoo!?", "download outlook for", "enviado a partir ", "enviado de ",
    "enviado desde ", "enviado do ", "envoyé de mon ", "envoyé depuis ", "envoyé par ", "envoyé à partir ",
    "from my iphone", "gesendet mit ", "gesendet von ", "get [outlook for", "get outlook for ", "get the latest news",
    "get your free", "get your private, free", "inviato da ", "iphoneから送信", "lähetetty ", "mail gesendet mit",
    "odesláno z", "outlook for android", "outlook for ios", "outlook für android", "sendt fra ", "sent by my ",
    "sent from ", "sent on the go", "sent using ", "sent via ", "sent with ", "skickat från ", "someone from mobile",
    "telefonumdan gönderildi", "this email has been checked for viruses", "verstuurd vanaf ", "verzonden met ",
    "verzonden vanaf ", "von meinem ", "wysłane z ", "wysłano z ", "yahoo mail:", "надіслано з ", "отправлено из ",
    "отправлено с ", "从我的", "发自我的", "從我的",
  ]

  /// Words of the advertisements that mail services add.
  static let services: Phrases = [
    "(c) copyright", "avast", "do you yahoo", "explorer.msn.com", "free e-mail", "free email", "hotmail.com",
    "join the world", "mailing list", "virus-free", "yahoo! groups", "yahoo! mail", "yahoogroups",
  ]

  /// How mail programs name attached files in the text.
  static let fileMarks: Phrases = ["(see attached file", "[attachment", "[image", "attachment:"]

  /// Beginnings of what lawyers add; looked for in the first words of a paragraph.
  static let disclaimers: Phrases = [
    "any views or opinions", "attorney-client", "bitte denken sie an die umwelt",
    "ce courriel", "ce message est", "ce message et", "confidential notice", "confidentiality note",
    "confidentiality notice",
    "confidentiality:", "de informatie", "der inhalt dieser e-mail", "detta meddelande", "deze e-mail",
    "diese e-mail enthält", "diese e-mail ist", "diese nachricht ist", "disclaimer", "dit bericht", "esta mensagem",
    "este correo", "este e-mail", "este mensaje", "if you are not the intended", "important notice",
    "internet e-mail confidentiality", "le informazioni contenute", "legal notice", "notice of confidentiality",
    "p please consider", "pensez à l'environnement", "please consider the environment",
    "please think before you print", "privileged", "privileged and confidential", "questo messaggio",
    "statement of confidentiality", "the contents of this e", "the information contained in",
    "the information in this e", "the information transmitted", "the views expressed", "think before you print",
    "this communication is", "this communication may", "this e-mail and any", "this e-mail contains",
    "this e-mail is", "this e-mail may contain", "this e-mail message", "this electronic mail",
    "this electronic message", "this email and any", "this email contains", "this email is confidential",
    "this email may contain", "this email message", "this mail is intended", "this message and any",
    "this message contains", "this message is confidential", "this message is intended", "this message may contain",
    "this transmission",
  ]
}
