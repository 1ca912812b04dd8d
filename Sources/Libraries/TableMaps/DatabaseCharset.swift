// The encodings behind MySQL's names.
import TextEncodings

extension TextEncoding {
  /// MySQL's character sets that are no UTF-8, by the usual names of their encodings (MySQL 8.0 reference manual, "Supported
  /// character sets and collations"; its latin1 is Windows-1252).
  private static let mySQLNames = [
    "big5": "big5", "cp1250": "windows-1250", "cp1251": "windows-1251", "cp1256": "windows-1256",
    "cp1257": "windows-1257", "cp850": "cp850", "cp852": "cp852", "cp866": "cp866", "cp932": "shift_jis",
    "euckr": "euc-kr", "gb18030": "gb18030", "gb2312": "gb18030", "gbk": "gb18030", "greek": "iso-8859-7",
    "hebrew": "iso-8859-8", "koi8r": "koi8-r", "koi8u": "koi8-u", "latin1": "windows-1252", "latin2": "iso-8859-2",
    "latin5": "iso-8859-9", "latin7": "iso-8859-13", "macroman": "macintosh", "sjis": "shift_jis",
    "tis620": "windows-874",
    "ujis": "euc-jp",
  ]

  /// The encoding that MySQL calls `name`; nil for UTF-8 and for what nobody writes files in.
  init?(mySQL name: String) {
    guard let label = Self.mySQLNames[name] else { return nil }
    self.init(label: label)
  }
}
