/// Names of charsets as mail spells them.
enum Charset {
  /// The longest name that is looked at.
  private static let lengthLimit = 60

  /// The name to hand to iconv for `name`; "" when it says nothing, "utf-8" and "windows-1252" for what we decode ourselves.
  static func canonical(_ name: String) -> String {
    // What follows is no name: `utf-8; format=flowed`, `utf-8//IGNORE`.
    let end = name.utf8.firstIndex { $0 == 0x3B || $0 == 0x2C || $0 == 0x2F } ?? name.utf8.endIndex
    let words = name.utf8[..<end]
    guard words.count <= lengthLimit else { return "" }
    let key = words.map(ASCII.lower).filter { ASCII.isLetter($0) || ASCII.isDigit($0) }
    let squeezed = key.text
    if let known = known(squeezed) { return known }
    for prefix in ["x", "cs"] where squeezed.hasPrefix(prefix) {
      if let known = known(String(squeezed.dropFirst(prefix.count))) { return known }
    }
    let plain = words.map(ASCII.lower)[...].trimmed
    return plain.allSatisfy(isNameByte) ? plain.text : ""
  }

  /// What letters and digits of a name mean.
  private static func known(_ name: String) -> String? {
    if let known = names[name] { return known }
    if let number = number(of: name, after: ["iso8859", "8859"]) { return "iso-8859-" + number }
    return number(of: name, after: ["windows", "win", "cp", "ms", "ibm"]).map { "cp" + $0 }
  }

  /// The digits of `name` behind one of `prefixes`.
  private static func number(of name: String, after prefixes: [String]) -> String? {
    for prefix in prefixes where name.hasPrefix(prefix) {
      let rest = name.dropFirst(prefix.count)
      if !rest.isEmpty, rest.utf8.count <= 5, rest.utf8.allSatisfy(ASCII.isDigit) { return String(rest) }
    }
    return nil
  }

  /// Whether text in it can look like ASCII without being so.
  static func isStateful(_ name: String) -> Bool {
    name.hasPrefix("iso-2022") || name.hasPrefix("utf-7") || name.hasPrefix("utf-16") || name.hasPrefix("utf-32")
      || name.hasPrefix("ucs-") || name == "hz" || name.hasPrefix("ebcdic")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == 0x2D || byte == 0x5F || byte == 0x2E || byte == 0x3A
  }

  /// Labels that mean another charset than they name (WHATWG encoding standard's labels, and what real mail holds), by
  /// their letters and digits.
  private static let names: [String: String] = [
    "": "", "88591": "windows-1252", "8bit": "", "ansi": "windows-1252", "ansix341968": "", "ascii": "",
    "asciius": "", "big5": "big5-hkscs", "big5eten": "big5-hkscs", "binary": "", "cesu8": "utf-8",
    "cnbig5": "big5-hkscs", "cngb": "gb18030", "cp1252": "windows-1252", "cp50220": "iso-2022-jp",
    "cp50221": "iso-2022-jp", "cp50222": "iso-2022-jp", "cp932": "cp932", "cp936": "gb18030", "cp949": "cp949",
    "default": "", "defaultcharset": "", "euccn": "gb18030", "eucjp": "euc-jp", "euckr": "cp949",
    "gb18030": "gb18030", "gb2312": "gb18030", "gb231280": "gb18030", "gbk": "gb18030", "hz": "hz", "hzgb2312": "hz",
    "ibm1252": "windows-1252", "iso2022jp": "iso-2022-jp", "iso2022jpms": "iso-2022-jp", "iso2022kr": "iso-2022-kr",
    "iso88591": "windows-1252", "iso885911": "cp874", "iso88591windows31latin1": "windows-1252",
    "iso88596e": "iso-8859-6", "iso88596i": "iso-8859-6", "iso88598e": "iso-8859-8", "iso88598i": "iso-8859-8",
    "iso88599": "cp1254", "koi8": "koi8-r", "koi8r": "koi8-r", "koi8u": "koi8-u", "ksc5601": "cp949",
    "ksc56011987": "cp949", "l1": "windows-1252", "latin1": "windows-1252", "latin2": "iso-8859-2",
    "latin9": "iso-8859-15", "mac": "macintosh", "maccyrillic": "maccyrillic", "macintosh": "macintosh",
    "macroman": "macintosh", "ms936": "gb18030", "ms949": "cp949", "mskanji": "cp932", "none": "",
    "shiftjis": "cp932", "sjis": "cp932", "thai": "cp874", "tis620": "cp874", "ucs2": "utf-16", "uhc": "cp949",
    "unicode": "utf-16", "unicode11utf7": "utf-7", "unicode11utf8": "utf-8", "unicode20utf8": "utf-8", "unknown": "",
    "unknown8bit": "", "usascii": "", "userdefined": "", "utf16": "utf-16", "utf16be": "utf-16be",
    "utf16le": "utf-16le", "utf7": "utf-7", "utf8": "utf-8", "utf8mac": "utf-8", "utf8mb3": "utf-8",
    "utf8mb4": "utf-8", "utf8sig": "utf-8", "win1252": "windows-1252", "windows1252": "windows-1252",
    "windows31j": "cp932", "windows874": "cp874", "windows932": "cp932", "windows936": "gb18030",
    "windows949": "cp949", "xbig5": "big5-hkscs",
  ]
}
