/// Month names and their abbreviations as pages and exports spell them, in lower case and without full stops.
///
/// Source: the Unicode CLDR's gregorian months, wide and abbreviated, for da, de, en, es, fr, hi, it, nl, no, pl, pt and sv.
public enum MonthNames {
  /// The month, 1 to 12, by its name.
  public static let numbers: [String: Int] = [
    "abr": 4, "abril": 4, "ago": 8, "agosto": 8, "août": 8, "apr": 4, "april": 4, "aprile": 4, "aug": 8, "august": 8,
    "augusti": 8, "augustus": 8, "avr": 4, "avril": 4, "cze": 6, "czerwca": 6, "czerwiec": 6, "dec": 12,
    "december": 12, "des": 12, "desember": 12, "dez": 12, "dezember": 12, "dezembro": 12, "dic": 12, "dicembre": 12,
    "diciembre": 12, "déc": 12, "décembre": 12, "ene": 1, "enero": 1, "feb": 2, "febbraio": 2, "febrero": 2,
    "februar": 2, "februari": 2, "february": 2, "fev": 2, "fevereiro": 2, "févr": 2, "février": 2, "gen": 1,
    "gennaio": 1, "giu": 6, "giugno": 6, "gru": 12, "grudnia": 12, "grudzień": 12, "jan": 1, "janeiro": 1,
    "januar": 1, "januari": 1, "january": 1, "janv": 1, "janvier": 1, "juil": 7, "juillet": 7, "juin": 6, "jul": 7,
    "julho": 7, "juli": 7, "julio": 7, "july": 7, "jun": 6, "june": 6, "junho": 6, "juni": 6, "junio": 6, "jänner": 1,
    "kwi": 4, "kwiecień": 4, "kwietnia": 4, "lip": 7, "lipca": 7, "lipiec": 7, "lis": 11, "listopad": 11,
    "listopada": 11, "lug": 7, "luglio": 7, "lut": 2, "lutego": 2, "luty": 2, "maart": 3, "mag": 5, "maggio": 5,
    "mai": 5, "maio": 5, "maj": 5, "maja": 5, "mar": 3, "marca": 3, "march": 3, "mars": 3, "marts": 3, "marzec": 3,
    "marzo": 3, "março": 3, "may": 5, "mayo": 5, "mei": 5, "mrt": 3, "mrz": 3, "mär": 3, "märz": 3, "nov": 11,
    "november": 11, "novembre": 11, "novembro": 11, "noviembre": 11, "oct": 10, "october": 10, "octobre": 10,
    "octubre": 10, "okt": 10, "oktober": 10, "ott": 10, "ottobre": 10, "out": 10, "outubro": 10, "paź": 10,
    "październik": 10, "października": 10, "sep": 9, "sept": 9, "september": 9, "septembre": 9, "septiembre": 9,
    "set": 9, "setembro": 9, "settembre": 9, "sie": 8, "sierpień": 8, "sierpnia": 8, "sty": 1, "styczeń": 1,
    "stycznia": 1, "wrz": 9, "wrzesień": 9, "września": 9, "अक्टू": 10, "अक्टूबर": 10, "अक्तू": 10, "अक्तूबर": 10,
    "अग": 8, "अगस्त": 8, "अप्रैल": 4, "जन": 1, "जनवरी": 1, "जुल": 7, "जुलाई": 7, "जून": 6, "दिस": 12, "दिसंबर": 12,
    "दिसम्बर": 12, "नव": 11, "नवंबर": 11, "नवम्बर": 11, "फर": 2, "फरवरी": 2, "फ़र": 2, "फ़रवरी": 2, "मई": 5,
    "मार्च": 3, "सित": 9, "सितंबर": 9, "सितम्बर": 9,
  ]
}
