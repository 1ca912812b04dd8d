/// Countries by their names, in ISO 3166-1 alpha-2.
public enum Country {
  /// The code of a country given by its code or by its English or own name; nil when it is unknown.
  public static func code(for name: some StringProtocol) -> String? {
    let letters = folded(name)
    if letters.utf8.count == 2, codes.contains(letters.uppercased()) { return letters.uppercased() }
    return table[letters]
  }

  /// Letters only, lower-cased, the accents of western European names dropped.
  private static func folded(_ name: some StringProtocol) -> String {
    var letters: [UInt8] = []
    for scalar in name.unicodeScalars.prefix(64) {
      let base = scalar.value > 0x7F ? accents[scalar] ?? "-" : scalar
      let byte = UInt8(truncatingIfNeeded: base.value)
      if (0x61...0x7A).contains(byte | 0x20) { letters.append(byte | 0x20) }
    }
    return String(decoding: letters, as: UTF8.self)
  }

  private static let accents: [UnicodeScalar: UnicodeScalar] = [
    "Å": "a", "É": "e", "Ö": "o", "Ü": "u", "á": "a", "ã": "a", "ä": "a", "å": "a", "ç": "c", "è": "e", "é": "e",
    "ë": "e",
    "í": "i", "ñ": "n", "ó": "o", "ô": "o", "ö": "o", "ø": "o", "ú": "u", "ü": "u", "Č": "c", "č": "c", "ł": "l",
  ]

  private static let codes = Set(table.values)

  /// Names as in the IANA time zone database's iso3166.tab, and what the countries call themselves.
  private static let table: [String: String] = [
    "afghanistan": "AF", "alandislands": "AX", "albania": "AL", "algeria": "DZ", "allemagne": "DE", "america": "US",
    "andorra": "AD", "angola": "AO", "anguilla": "AI", "antarctica": "AQ", "antiguabarbuda": "AG", "argentina": "AR",
    "armenia": "AM", "aruba": "AW", "australia": "AU", "australien": "AU", "austria": "AT", "autriche": "AT",
    "azerbaijan": "AZ", "bahamas": "BS", "bahrain": "BH", "bangladesh": "BD", "barbados": "BB", "belarus": "BY",
    "belgie": "BE", "belgien": "BE", "belgique": "BE", "belgium": "BE", "belize": "BZ", "benin": "BJ", "bermuda": "BM",
    "bharat": "IN", "bhutan": "BT", "bolivia": "BO", "bosnia": "BA", "bosniaherzegovina": "BA", "botswana": "BW",
    "bouvetisland": "BV", "brasil": "BR", "brasilien": "BR", "brazil": "BR", "britain": "GB", "britainuk": "GB",
    "britishindianoceanterritory": "IO", "brunei": "BN", "bulgaria": "BG", "burkinafaso": "BF", "burma": "MM",
    "burundi": "BI", "cambodia": "KH", "cameroon": "CM", "canada": "CA", "capeverde": "CV", "caribbeannl": "BQ",
    "caymanislands": "KY", "centralafricanrep": "CF", "cesko": "CZ", "chad": "TD", "chile": "CL", "china": "CN",
    "christmasisland": "CX", "cocosislands": "CC", "cocoskeelingislands": "CC", "colombia": "CO", "comoros": "KM",
    "congo": "CG", "congodemrep": "CD", "congorep": "CG", "cookislands": "CK", "costarica": "CR", "cotedivoire": "CI",
    "croatia": "HR", "cuba": "CU", "curacao": "CW", "cyprus": "CY", "czechia": "CZ", "czechrepublic": "CZ",
    "danemark": "DK", "danmark": "DK", "denmark": "DK", "deutschland": "DE", "djibouti": "DJ", "dominica": "DM",
    "dominicanrepublic": "DO", "drcongo": "CD", "easttimor": "TL", "ecuador": "EC", "egypt": "EG", "eire": "IE",
    "elsalvador": "SV", "england": "GB", "equatorialguinea": "GQ", "eritrea": "ER", "espana": "ES", "estonia": "EE",
    "eswatini": "SZ", "eswatiniswaziland": "SZ", "ethiopia": "ET", "falklandislands": "FK", "faroeislands": "FO",
    "fiji": "FJ", "finland": "FI", "finnland": "FI", "france": "FR", "frankreich": "FR", "frenchguiana": "GF",
    "frenchpolynesia": "PF", "frenchsterr": "TF", "gabon": "GA", "gambia": "GM", "georgia": "GE", "germany": "DE",
    "ghana": "GH", "gibraltar": "GI", "greatbritain": "GB", "greece": "GR", "greenland": "GL", "grenada": "GD",
    "griechenland": "GR", "guadeloupe": "GP", "guam": "GU", "guatemala": "GT", "guernsey": "GG", "guinea": "GN",
    "guineabissau": "GW", "guyana": "GY", "haiti": "HT", "heardislandmcdonaldislands": "HM", "hellas": "GR",
    "holland": "NL", "honduras": "HN", "hongkong": "HK", "hongkongsar": "HK", "hrvatska": "HR", "hungary": "HU",
    "iceland": "IS", "india": "IN", "indonesia": "ID", "iran": "IR", "iraq": "IQ", "ireland": "IE", "irland": "IE",
    "isleofman": "IM", "israel": "IL", "italia": "IT", "italien": "IT", "italy": "IT", "ivorycoast": "CI",
    "jamaica": "JM", "japan": "JP", "jersey": "JE", "jordan": "JO", "kanada": "CA", "kazakhstan": "KZ", "kenya": "KE",
    "kingdomofsaudiarabia": "SA", "kiribati": "KI", "korea": "KR", "koreanorth": "KP", "koreasouth": "KR",
    "kroatien": "HR", "ksa": "SA", "kuwait": "KW", "kyrgyzstan": "KG", "laos": "LA", "latvia": "LV", "lebanon": "LB",
    "lesotho": "LS", "liberia": "LR", "libya": "LY", "liechtenstein": "LI", "lithuania": "LT", "luxembourg": "LU",
    "luxemburg": "LU", "macau": "MO", "macedonia": "MK", "madagascar": "MG", "magyarorszag": "HU", "malawi": "MW",
    "malaysia": "MY", "maldives": "MV", "mali": "ML", "malta": "MT", "maroc": "MA", "marokko": "MA",
    "marshallislands": "MH", "martinique": "MQ", "mauritania": "MR", "mauritius": "MU", "mayotte": "YT",
    "mexico": "MX", "mexiko": "MX", "micronesia": "FM", "moldova": "MD", "monaco": "MC", "mongolia": "MN",
    "montenegro": "ME", "montserrat": "MS", "morocco": "MA", "mozambique": "MZ", "myanmar": "MM", "myanmarburma": "MM",
    "namibia": "NA", "nauru": "NR", "nederland": "NL", "nepal": "NP", "netherlands": "NL", "neuseeland": "NZ",
    "newcaledonia": "NC", "newzealand": "NZ", "nicaragua": "NI", "niederlande": "NL", "niger": "NE", "nigeria": "NG",
    "niue": "NU", "norfolkisland": "NF", "norge": "NO", "northernireland": "GB", "northernmarianaislands": "MP",
    "northkorea": "KP", "northmacedonia": "MK", "norway": "NO", "norwegen": "NO", "oesterreich": "AT", "oman": "OM",
    "osterreich": "AT", "pakistan": "PK", "palau": "PW", "palestine": "PS", "panama": "PA", "papuanewguinea": "PG",
    "paraguay": "PY", "peoplesrepublicofchina": "CN", "peru": "PE", "philippines": "PH", "pitcairn": "PN",
    "poland": "PL", "polen": "PL", "polska": "PL", "portugal": "PT", "prchina": "CN", "puertorico": "PR",
    "qatar": "QA", "republicofireland": "IE", "republicofkorea": "KR", "reunion": "RE", "romania": "RO",
    "rumanien": "RO", "russia": "RU", "russianfederation": "RU", "russland": "RU", "rwanda": "RW", "samoa": "AS",
    "samoaamerican": "AS", "samoawestern": "WS", "sanmarino": "SM", "saotomeprincipe": "ST", "saudiarabia": "SA",
    "schweden": "SE", "schweiz": "CH", "scotland": "GB", "senegal": "SN", "serbia": "RS", "serbien": "RS",
    "seychelles": "SC", "sierraleone": "SL", "singapore": "SG", "slovakia": "SK", "slovenia": "SI", "slovenija": "SI",
    "slovensko": "SK", "slowakei": "SK", "slowenien": "SI", "solomonislands": "SB", "somalia": "SO",
    "southafrica": "ZA", "southgeorgiathesouthsandwichislands": "GS", "southkorea": "KR", "southsudan": "SS",
    "spain": "ES", "spanien": "ES", "srbija": "RS", "srilanka": "LK", "stbarthelemy": "BL", "sthelena": "SH",
    "stkittsnevis": "KN", "stlucia": "LC", "stmaarten": "SX", "stmaartendutch": "SX", "stmartin": "MF",
    "stmartinfrench": "MF", "stpierremiquelon": "PM", "stvincent": "VC", "sudan": "SD", "suisse": "CH", "suomi": "FI",
    "suriname": "SR", "svalbardjanmayen": "SJ", "sverige": "SE", "svizzera": "CH", "swaziland": "SZ", "sweden": "SE",
    "switzerland": "CH", "syria": "SY", "taiwan": "TW", "tajikistan": "TJ", "tanzania": "TZ", "thailand": "TH",
    "thenetherlands": "NL", "togo": "TG", "tokelau": "TK", "tonga": "TO", "trinidad": "TT", "trinidadtobago": "TT",
    "tschechien": "CZ", "tunisia": "TN", "turkei": "TR", "turkey": "TR", "turkiye": "TR", "turkmenistan": "TM",
    "turkscaicosis": "TC", "tuvalu": "TV", "uae": "AE", "uganda": "UG", "uk": "GB", "ukraine": "UA", "ungarn": "HU",
    "unitedarabemirates": "AE", "unitedkingdom": "GB", "unitedstates": "US", "unitedstatesofamerica": "US",
    "uruguay": "UY", "usa": "US", "usminoroutlyingislands": "UM", "uzbekistan": "UZ", "vanuatu": "VU", "vatican": "VA",
    "vaticancity": "VA", "venezuela": "VE", "vietnam": "VN", "virginislands": "VG", "virginislandsuk": "VG",
    "virginislandsus": "VI", "wales": "GB", "wallisfutuna": "WF", "westernsahara": "EH", "yemen": "YE", "zambia": "ZM",
    "zimbabwe": "ZW",
  ]
}
