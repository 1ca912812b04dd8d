/// Names of charsets as mail spells them.
enum Charset {
  /// The name to hand to iconv for `name`; "" when it says nothing, "utf-8" and "windows-1252" for what we decode ourselves.
  static func canonical(_ name: String) -> String {
    var key = ArraySlice(name.utf8).lowered
    while let last = key.last, ASCII.isSpace(last) || last == 0x22 || last == 0x27 { key.removeLast() }
    while let first = key.first, ASCII.isSpace(first) || first == 0x22 || first == 0x27 { key.removeFirst() }
    guard key.count <= 40, key.allSatisfy(isNameByte) else { return "" }
    let plain = key.text
    return aliases[plain] ?? plain
  }

  /// Whether text in it can look like ASCII without being so.
  static func isStateful(_ name: String) -> Bool {
    name.hasPrefix("iso-2022") || name.hasPrefix("utf-7") || name.hasPrefix("utf-16") || name.hasPrefix("utf-32")
      || name.hasPrefix("hz") || name.hasPrefix("ebcdic")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == 0x2D || byte == 0x5F || byte == 0x2E || byte == 0x3A
  }

  /// Labels that mean another charset than they name (WHATWG encoding standard's labels, and what real mail holds).
  private static let aliases: [String: String] = [
    "8bit": "", "ansi": "windows-1252", "ansi_x3.4-1968": "", "ascii": "", "big5": "big5-hkscs",
    "binary": "", "cp-850": "cp850", "cp1252": "windows-1252", "cp932": "cp932", "cp936": "gb18030",
    "default": "", "default_charset": "", "euc-cn": "gb18030", "euc-kr": "cp949", "gb2312": "gb18030",
    "gb_2312-80": "gb18030", "gbk": "gb18030", "hz-gb-2312": "hz", "iso-8859-1": "windows-1252",
    "iso-8859-11": "cp874", "iso-8859-8-e": "iso-8859-8", "iso-8859-8-i": "iso-8859-8", "iso-8859-9": "cp1254",
    "iso8859-1": "windows-1252", "iso8859-15": "iso-8859-15", "iso8859-2": "iso-8859-2",
    "iso_8859-1": "windows-1252", "iso_8859-15": "iso-8859-15", "ks_c_5601-1987": "cp949", "ksc5601": "cp949",
    "l1": "windows-1252", "latin-1": "windows-1252", "latin1": "windows-1252", "latin2": "iso-8859-2",
    "macintosh": "macintosh", "ms_kanji": "cp932", "none": "", "shift-jis": "cp932", "shift_jis": "cp932",
    "sjis": "cp932", "tis-620": "cp874", "unicode-1-1-utf-7": "utf-7", "unicode-1-1-utf-8": "utf-8",
    "unknown": "", "unknown-8bit": "", "us-ascii": "", "usascii": "", "utf-8": "utf-8", "utf8": "utf-8",
    "utf_8": "utf-8", "windows-31j": "cp932", "windows-874": "cp874", "windows-936": "gb18030",
    "windows-949": "cp949", "x-gbk": "gb18030", "x-mac-roman": "macintosh", "x-sjis": "cp932", "x-unknown": "",
    "x-user-defined": "", "x-x-big5": "big5-hkscs", "x-euc-jp": "euc-jp", "x-windows-949": "cp949",
    "x-cp1250": "cp1250", "x-cp1251": "cp1251", "x-cp1252": "windows-1252",
  ]
}
