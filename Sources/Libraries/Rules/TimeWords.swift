/// The words by which people name times, in English, German, Spanish, French, Hindi and Hinglish, folded to lower case.
enum TimeWords {
  /// A part of a month, a quarter or a year.
  enum Part { case begin, middle, secondHalf, end }

  /// A feast by year, as month and day, and how many days later it is over.
  struct Movable {
    let days: [Int: (Int, Int)]
    let rest: Int
  }

  static let months: [String: Int] = [
    "abr": 4, "abril": 4, "agosto": 8, "août": 8, "apr": 4, "april": 4, "aug": 8, "august": 8, "avril": 4,
    "dec": 12, "december": 12, "dezember": 12, "diciembre": 12, "décembre": 12, "enero": 1, "feb": 2, "febrero": 2,
    "februar": 2, "february": 2, "février": 2, "jan": 1, "januar": 1, "january": 1, "janvier": 1, "juillet": 7,
    "juin": 6, "jul": 7, "juli": 7, "julio": 7, "july": 7, "jun": 6, "june": 6, "juni": 6, "junio": 6, "jänner": 1,
    "mai": 5, "mar": 3, "march": 3, "mars": 3, "marzo": 3, "may": 5, "mayo": 5, "märz": 3, "nov": 11,
    "november": 11, "novembre": 11, "noviembre": 11, "oct": 10, "october": 10, "octobre": 10, "octubre": 10,
    "oktober": 10, "sep": 9, "sept": 9, "september": 9, "septembre": 9, "septiembre": 9, "अक्टूबर": 10, "अगस्त": 8,
    "अप्रैल": 4, "जनवरी": 1, "जुलाई": 7, "जून": 6, "दिसंबर": 12, "दिसम्बर": 12, "नवंबर": 11, "नवम्बर": 11,
    "फरवरी": 2, "मई": 5, "मार्च": 3, "सितंबर": 9, "सितम्बर": 9,
  ]

  static let numbers: [String: Int] = [
    "a": 1, "acht": 8, "an": 1, "another": 1, "char": 4, "chhe": 6, "cinco": 5, "cinq": 5, "couple": 2, "cuatro": 4,
    "deux": 2,
    "diez": 10, "dix": 10, "do": 2, "doce": 12, "dos": 2, "douze": 12, "drei": 3, "eight": 8, "ein": 1, "eine": 1,
    "einem": 1, "einer": 1, "eins": 1, "ek": 1, "few": 3, "five": 5, "four": 4, "fünf": 5, "huit": 8, "neuf": 9,
    "neun": 9, "nine": 9, "nueve": 9, "ocho": 8, "one": 1, "paanch": 5, "paar": 3, "quatre": 4, "quince": 15,
    "quinze": 15, "sechs": 6, "seis": 6, "sept": 7, "seven": 7, "sieben": 7, "siete": 7, "six": 6, "teen": 3,
    "ten": 10, "three": 3, "tres": 3, "trois": 3, "twelve": 12, "two": 2, "un": 1, "una": 1, "une": 1, "vier": 4,
    "zehn": 10, "zwei": 2, "zwölf": 12, "एक": 1, "चार": 4, "तीन": 3, "दो": 2, "पाँच": 5, "पांच": 5,
  ]

  /// Spans by their unit: days, or months when negative.
  static let spans: [String: Int] = [
    "année": -12, "ano": -12, "ans": -12, "año": -12, "años": -12, "day": 1, "days": 1, "din": 1, "dino": 1,
    "día": 1, "días": 1, "fortnight": 14, "hafta": 7, "hafte": 7, "hafton": 7, "jahr": -12, "jahre": -12,
    "jahren": -12, "jahres": -12, "jour": 1, "jours": 1, "mahina": -1, "mahine": -1, "mes": -1, "meses": -1,
    "mois": -1, "monat": -1, "monate": -1, "monaten": -1, "monats": -1, "month": -1, "months": -1, "quartal": -3,
    "quartale": -3, "quartalen": -3, "quartals": -3, "quarter": -3, "quarters": -3, "quincena": 15, "quinzaine": 15,
    "saal": -12, "semaine": 7, "semaines": 7, "semana": 7, "semanas": 7, "tag": 1, "tage": 1, "tagen": 1,
    "trimestre": -3, "trimestres": -3, "week": 7, "weeks": 7, "woche": 7, "wochen": 7, "year": -12, "years": -12,
    "दिन": 1, "महीना": -1, "महीने": -1, "साल": -12, "हफ़्ते": 7, "हफ्ता": 7, "हफ्ते": 7,
  ]

  /// The spans that the calendar has too.
  static let periods: Set<Int> = [7, -1, -3, -12]

  static let ordinals: [String: Int] = [
    "1er": 1, "1st": 1, "2e": 2, "2nd": 2, "3e": 3, "3rd": 3, "4e": 4, "4th": 4, "cuarto": 4, "deuxième": 2,
    "dritte": 3, "dritten": 3, "drittes": 3, "erste": 1, "ersten": 1, "erster": 1, "erstes": 1, "first": 1,
    "fourth": 4, "pehla": 1, "pehle": 1, "premier": 1, "première": 1, "primer": 1, "primera": 1, "primero": 1,
    "quatrième": 4, "second": 2, "seconde": 2, "segunda": 2, "segundo": 2, "tercer": 3, "tercera": 3, "third": 3,
    "troisième": 3, "vierte": 4, "vierten": 4, "viertes": 4, "zweite": 2, "zweiten": 2, "zweiter": 2, "zweites": 2,
    "पहले": 1,
  ]

  static let parts: [String: Part] = [
    "anfang": .begin, "beginn": .begin, "beginning": .begin, "début": .begin, "early": .begin,
    "end": .end, "ende": .end, "fin": .end, "finales": .end, "inicios": .begin, "late": .end, "mediados": .middle,
    "mi": .middle, "mid": .middle, "middle": .middle, "milieu": .middle, "mitte": .middle, "principios": .begin,
    "start": .begin,
  ]

  /// From Monday, 1.
  static let weekdays: [String: Int] = [
    "budhvar": 3, "dienstag": 2, "dimanche": 7, "domingo": 7, "donnerstag": 4, "freitag": 5, "friday": 5,
    "guruvar": 4, "jeudi": 4, "jueves": 4, "lundi": 1, "lunes": 1, "mangalvar": 2, "mardi": 2, "martes": 2,
    "mercredi": 3, "mittwoch": 3, "miércoles": 3, "monday": 1, "montag": 1, "ravivar": 7, "samedi": 6, "samstag": 6,
    "saturday": 6, "shanivar": 6, "shukravar": 5, "somvar": 1, "sonnabend": 6, "sonntag": 7, "sunday": 7,
    "sábado": 6, "thursday": 4, "tuesday": 2, "vendredi": 5, "viernes": 5, "wednesday": 3, "गुरुवार": 4,
    "बुधवार": 3, "मंगलवार": 2, "रविवार": 7, "शनिवार": 6, "शुक्रवार": 5, "सोमवार": 1,
  ]

  static let tomorrow: [String: Int] = [
    "demain": 1, "mañana": 1, "morgen": 1, "tomorrow": 1, "übermorgen": 2,
  ]

  /// Ends of a month, a quarter or a year in one word.
  static let joinedEnds: [String: Int] = [
    "eom": -1, "eoq": -3, "eoy": -12, "jahresende": -12, "monatsende": -1, "quartalsende": -3,
  ]

  static let halves: Set<String> = [
    "half", "hälfte", "mitad", "moitié",
  ]

  static let halfYears: Set<String> = [
    "jahreshälfte", "semestre",
  ]

  static let half: Set<String> = [
    "demi", "demie", "halb", "halbe", "halben", "halbes", "half", "medio",
  ]

  static let next: Set<String> = [
    "agla", "agle", "agli", "coming", "following", "kommende", "kommenden", "kommender", "next", "nächste",
    "nächsten", "nächster", "nächstes", "prochain", "prochaine", "próxima", "próximo", "अगला", "अगली", "अगले",
  ]

  /// What is next only just before a time.
  static let new: Set<String> = [
    "neue", "neuen", "neuer", "neues", "new", "nouveau", "nouvelle", "nuevo",
  ]

  static let overNext: Set<String> = [
    "übernächste", "übernächsten", "übernächster", "übernächstes",
  ]

  static let after: Set<String> = [
    "after", "après", "baad", "danach", "después", "nach", "once", "over", "past", "post", "sobald", "tras", "when",
  ]

  static let within: Set<String> = [
    "a", "at", "d", "de", "del", "der", "des", "du", "el", "en", "i", "im", "in", "l", "la", "le", "of", "the",
    "this",
  ]

  /// Words before a span that lies ahead.
  static let ahead: Set<String> = [
    "after", "allow", "another", "binnen", "coming", "dans", "dentro", "en", "give", "in", "innerhalb", "kommenden",
    "nach", "next", "nächsten", "prochains", "próximas", "próximos", "tras", "until", "wait", "within",
  ]

  /// Words behind a span that lies ahead.
  static let later: Set<String> = [
    "baad", "from", "hence", "later", "mein", "más", "plus", "spaeter", "später", "time", "बाद", "में",
  ]

  /// Words behind a span that is past, or that only says how long.
  static let behind: Set<String> = [
    "ago", "back", "erfahrung", "experience", "experiencia", "expérience", "old",
  ]

  /// Words before a time that is past.
  static let since: Set<String> = [
    "depuis", "dernier", "derniers", "dernière", "dernières", "desde", "hace", "last", "letzte", "letzten",
    "letzter", "letztes", "past", "pichhle", "pichle", "previous", "seit", "since", "vergangenen", "vor", "última",
    "últimas", "último", "últimos", "पिछले",
  ]

  static let upTo: Set<String> = [
    "a", "bis", "o", "oder", "or", "ou", "se", "to", "à", "से",
  ]

  static let onDay: Set<String> = [
    "ab", "am", "bis", "by", "el", "le", "on", "until", "vom",
  ]

  static let onWeekday: Set<String> = [
    "ab", "agle", "am", "bis", "by", "coming", "el", "from", "kommenden", "le", "next", "nächsten", "on", "this",
    "till", "until",
  ]

  static let weekNumbers: Set<String> = [
    "kalenderwoche", "kw", "semaine", "semana", "week", "woche",
  ]

  static let toMonth: Set<String> = [
    "ab", "after", "around", "before", "by", "coming", "en", "from", "im", "in", "next", "nächsten", "of", "since",
    "this", "till", "until",
  ]

  static let easter: Set<String> = [
    "easter", "ostern", "pascua", "pâques",
  ]

  /// Feasts and seasons on fixed days: month and day of the begin, and of the day after.
  static let feasts: [String: (begin: (Int, Int), after: (Int, Int))] = [
    "automne": ((9, 21), (12, 1)), "autumn": ((9, 21), (12, 1)), "christmas": ((12, 20), (1, 2)),
    "herbst": ((9, 21), (12, 1)), "navidad": ((12, 20), (1, 7)), "navidades": ((12, 20), (1, 7)),
    "fêtes": ((12, 20), (1, 2)), "noël": ((12, 20), (1, 2)), "otoño": ((9, 21), (12, 1)),
    "primavera": ((3, 20), (6, 1)),
    "printemps": ((3, 20), (6, 1)), "rentrée": ((9, 1), (9, 1)), "reyes": ((1, 6), (1, 7)),
    "sommer": ((6, 1), (9, 1)), "sommerferien": ((7, 1), (9, 1)), "sommerpause": ((7, 1), (9, 1)),
    "spring": ((3, 20), (6, 1)), "summer": ((6, 1), (9, 1)), "verano": ((6, 1), (9, 1)),
    "weihnachten": ((12, 20), (1, 2)), "winter": ((12, 1), (3, 1)), "xmas": ((12, 20), (1, 2)), "été": ((6, 1), (9, 1)),
  ]

  /// Diwali (Lakshmi Puja, Indian Standard Time; Drik Panchang), Holi (Rangwali Holi; the same) and Eid al-Fitr (Umm al-Qura
  /// calendar, to a day), with which Ramadan ends.
  static let movable: [String: Movable] = {
    var feasts: [String: Movable] = [:]
    for name in ["deepavali", "diwali", "दिवाली", "दीवाली"] { feasts[name] = Movable(days: diwali, rest: 5) }
    for name in ["holi", "होली"] { feasts[name] = Movable(days: holi, rest: 1) }
    for name in ["eid", "ramadan", "ramazan", "ramzan", "ईद"] { feasts[name] = Movable(days: eid, rest: 3) }
    return feasts
  }()

  private static let diwali: [Int: (Int, Int)] = [
    2010: (11, 5), 2011: (10, 26), 2012: (11, 13), 2013: (11, 3), 2014: (10, 23), 2015: (11, 11), 2016: (10, 30),
    2017: (10, 19), 2018: (11, 7), 2019: (10, 27), 2020: (11, 14), 2021: (11, 4), 2022: (10, 24), 2023: (11, 12),
    2024: (10, 31), 2025: (10, 20), 2026: (11, 8), 2027: (10, 29), 2028: (10, 17), 2029: (11, 5), 2030: (10, 26),
  ]

  private static let holi: [Int: (Int, Int)] = [
    2015: (3, 6), 2016: (3, 24), 2017: (3, 13), 2018: (3, 2), 2019: (3, 21), 2020: (3, 10), 2021: (3, 29),
    2022: (3, 18),
    2023: (3, 8), 2024: (3, 25), 2025: (3, 14), 2026: (3, 4), 2027: (3, 22), 2028: (3, 11),
  ]

  private static let eid: [Int: (Int, Int)] = [
    2015: (7, 17), 2016: (7, 6), 2017: (6, 25), 2018: (6, 15), 2019: (6, 4), 2020: (5, 24), 2021: (5, 13), 2022: (5, 2),
    2023: (4, 21), 2024: (4, 10), 2025: (3, 30), 2026: (3, 20), 2027: (3, 9), 2028: (2, 26), 2029: (2, 14),
    2030: (2, 4),
  ]
}
