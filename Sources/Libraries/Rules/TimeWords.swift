/// The words by which people name times, in English, German, Spanish, French and Hinglish, folded to lower case.
enum TimeWords {
  static let months: [String: Int] = [
    "abr": 4, "abril": 4, "ago": 8, "agosto": 8, "août": 8, "apr": 4, "april": 4, "aug": 8, "august": 8, "avril": 4,
    "dec": 12, "december": 12, "dezember": 12, "diciembre": 12, "décembre": 12, "enero": 1, "feb": 2, "febrero": 2,
    "februar": 2, "february": 2, "février": 2, "jan": 1, "januar": 1, "january": 1, "janvier": 1, "juillet": 7,
    "juin": 6, "jul": 7, "juli": 7, "julio": 7, "july": 7, "jun": 6, "june": 6, "juni": 6, "junio": 6, "jänner": 1,
    "mai": 5, "mar": 3, "march": 3, "mars": 3, "marzo": 3, "may": 5, "mayo": 5, "märz": 3, "nov": 11, "november": 11,
    "novembre": 11, "noviembre": 11, "oct": 10, "october": 10, "octobre": 10, "octubre": 10, "oktober": 10, "sep": 9,
    "sept": 9, "september": 9, "septembre": 9, "septiembre": 9,
  ]

  static let numbers: [String: Int] = [
    "a": 1, "acht": 8, "an": 1, "cinco": 5, "cinq": 5, "couple": 2, "cuatro": 4, "deux": 2, "dix": 10, "dos": 2,
    "drei": 3, "eight": 8, "ein": 1, "eine": 1, "einem": 1, "einer": 1, "ek": 1, "few": 3, "five": 5, "four": 4,
    "fünf": 5, "huit": 8, "nine": 9, "ocho": 8, "one": 1, "quatre": 4, "quinze": 15, "sechs": 6, "seis": 6,
    "seven": 7, "six": 6, "ten": 10, "three": 3, "tres": 3, "trois": 3, "twelve": 12, "two": 2, "un": 1, "una": 1,
    "une": 1, "vier": 4, "zehn": 10, "zwei": 2,
  ]

  /// Spans by their unit: days, or months when negative.
  static let spans: [String: Int] = [
    "año": -12, "años": -12, "ans": -12, "day": 1, "days": 1, "días": 1, "hafte": 7, "jahr": -12, "jahren": -12,
    "jours": 1, "mahine": -1, "mes": -1, "meses": -1, "mois": -1, "monat": -1, "monate": -1, "monaten": -1,
    "month": -1, "months": -1, "quarter": -3, "quarters": -3, "quartal": -3, "quartalen": -3, "saal": -12, "semaine": 7,
    "semaines": 7, "semana": 7, "semanas": 7, "tage": 1, "tagen": 1, "trimestre": -3, "week": 7, "weeks": 7, "woche": 7,
    "wochen": 7, "year": -12, "years": -12,
  ]

  static let next: Set<String> = [
    "agle", "agli", "coming", "following", "new", "next", "nächste", "nächsten", "nächster", "nächstes", "neue",
    "neuen", "neues", "prochain", "prochaine", "próxima", "próximo",
  ]

  static let after: Set<String> = [
    "after", "après", "baad", "danach", "después", "nach", "once", "over", "past", "post", "sobald", "tras", "when",
  ]

  /// Feasts and seasons on fixed days: month and day of the begin, and of the day after.
  static let feasts: [String: (begin: (Int, Int), after: (Int, Int))] = [
    "automne": ((9, 21), (12, 1)), "autumn": ((9, 21), (12, 1)), "christmas": ((12, 20), (1, 2)),
    "herbst": ((9, 21), (12, 1)), "navidad": ((12, 20), (1, 7)), "navidades": ((12, 20), (1, 7)),
    "noël": ((12, 20), (1, 2)), "otoño": ((9, 21), (12, 1)), "primavera": ((3, 20), (6, 1)),
    "printemps": ((3, 20), (6, 1)), "rentrée": ((9, 1), (9, 1)), "reyes": ((1, 6), (1, 7)),
    "sommer": ((6, 1), (9, 1)), "sommerferien": ((7, 1), (9, 1)), "sommerpause": ((7, 1), (9, 1)),
    "spring": ((3, 20), (6, 1)), "summer": ((6, 1), (9, 1)), "verano": ((6, 1), (9, 1)),
    "weihnachten": ((12, 20), (1, 2)), "winter": ((12, 1), (3, 1)), "xmas": ((12, 20), (1, 2)), "été": ((6, 1), (9, 1)),
  ]

  /// Diwali by year (Lakshmi Puja, Indian Standard Time; Drik Panchang), as month and day.
  static let diwali: [Int: (Int, Int)] = [
    2010: (11, 5), 2011: (10, 26), 2012: (11, 13), 2013: (11, 3), 2014: (10, 23), 2015: (11, 11), 2016: (10, 30),
    2017: (10, 19), 2018: (11, 7), 2019: (10, 27), 2020: (11, 14), 2021: (11, 4), 2022: (10, 24), 2023: (11, 12),
    2024: (10, 31), 2025: (10, 20), 2026: (11, 8), 2027: (10, 29), 2028: (10, 17), 2029: (11, 5), 2030: (10, 26),
  ]
}
