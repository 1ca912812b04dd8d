// One table of cases for both readers. A case: what is peculiar about it, the dialect, the bytes, what must come out.
@testable import CSV

struct TableCase: Sendable, CustomStringConvertible {
  var description: String
  var dialect: Dialect
  var bytes: [UInt8]
  var rows: [[String?]]
  var fault: RowFault?

  init(
    _ description: String, _ text: String, _ rows: [[String?]], fault: RowFault? = nil, in dialect: Dialect = Dialect()
  ) {
    self.description = description
    self.dialect = dialect
    bytes = Array(text.utf8)
    self.rows = rows
    self.fault = fault
  }

  static let all = standard + faulty + lineBreaks + delimiters + mysql + more
}

private func delimited(_ delimiter: String, quote: String? = "\"") -> Dialect {
  Dialect(delimiter: delimiter.utf8.first ?? 0, quote: quote?.utf8.first)
}

private func escaped(_ delimiter: String, quote: String? = "\"", _ lineBreak: Dialect.LineBreak = .lineFeed) -> Dialect
{
  Dialect(
    delimiter: delimiter.utf8.first ?? 0, quote: quote?.utf8.first, escape: .backslash, lineBreak: lineBreak)
}

extension TableCase {
  fileprivate static let standard = [
    TableCase("nothing", "", []),
    TableCase("one field", "a", [["a"]]),
    TableCase("one field and a line break", "a\n", [["a"]]),
    TableCase("two fields", "a,b", [["a", "b"]]),
    TableCase("two rows", "a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
    TableCase("no last line break", "a,b\nc,d", [["a", "b"], ["c", "d"]]),
    TableCase("empty fields", ",\n", [["", ""]]),
    TableCase("an empty field at the end of the input", "a,", [["a", ""]]),
    TableCase("an empty field at the start", ",a", [["", "a"]]),
    TableCase("only delimiters", ",,,", [["", "", "", ""]]),
    TableCase("a blank line between", "a\n\nb\n", [["a"], ["b"]]),
    TableCase("blank lines first", "\n\n\na\n", [["a"]]),
    TableCase("blank lines last", "a\n\n\n", [["a"]]),
    TableCase("only line breaks", "\n\r\n\r\n\n", []),
    TableCase("a line with a space is a row", " \n", [[" "]]),
    TableCase("blanks belong to fields", " a , b ", [[" a ", " b "]]),
    TableCase("ragged rows are rows", "a,b\nc\nd,e,f\n", [["a", "b"], ["c"], ["d", "e", "f"]]),
    TableCase("eight bytes without a delimiter", "abcdefgh,ijklmnop", [["abcdefgh", "ijklmnop"]]),
    TableCase(
      "a delimiter in each byte of a word", "a,bb,ccc,dddd,eeeee,ffffff",
      [
        ["a", "bb", "ccc", "dddd", "eeeee", "ffffff"]
      ]),
    TableCase("quoted", "\"a\",\"b\"\n", [["a", "b"]]),
    TableCase("quoted empty text", "\"\"\n", [[""]]),
    TableCase("quoted empty fields", "\"\",\"\"", [["", ""]]),
    TableCase("a delimiter in quotes", "\"a,b\",c", [["a,b", "c"]]),
    TableCase("a line feed in quotes", "\"a\nb\",c\nd,e", [["a\nb", "c"], ["d", "e"]]),
    TableCase("CR LF in quotes", "\"a\r\nb\"\r\n", [["a\r\nb"]]),
    TableCase("a lone CR in quotes", "\"a\rb\"", [["a\rb"]]),
    TableCase("a doubled quote", "\"a\"\"b\"", [["a\"b"]]),
    TableCase("a doubled quote first", "\"\"\"a\"", [["\"a"]]),
    TableCase("a doubled quote last", "\"a\"\"\"", [["a\""]]),
    TableCase("only a doubled quote", "\"\"\"\"", [["\""]]),
    TableCase("two doubled quotes", "\"\"\"\"\"\"", [["\"\""]]),
    TableCase("a doubled quote before a delimiter", "\"a\"\",b\",c", [["a\",b", "c"]]),
    TableCase("a doubled quote before a line break", "\"a\"\"\nb\"\n", [["a\"\nb"]]),
    TableCase("quotes within an unquoted field are text", "a\"b,c\"\"d\n", [["a\"b", "c\"\"d"]]),
    TableCase("a quote at the end of an unquoted field", "a\",b", [["a\"", "b"]]),
    TableCase("a blank before a quote makes it text", " \"a\",b", [[" \"a\"", "b"]]),
    TableCase("backslashes are text", "a\\,b\\\"", [["a\\", "b\\\""]]),
    TableCase("a NUL is text", "a\0b,c", [["a\0b", "c"]]),
    TableCase("UTF-8", "é,日本\n😀", [["é", "日本"], ["😀"]]),
    TableCase("NULL is a word", "NULL,\\N", [["NULL", "\\N"]]),
    TableCase(
      "long quoted text", "\"" + String(repeating: "x\"\"y\n", count: 50) + "\",z",
      [
        [String(repeating: "x\"y\n", count: 50), "z"]
      ]),
    TableCase("quoted and not, in turns", "\"a\",b,\"c\",d\n", [["a", "b", "c", "d"]]),
    TableCase("a quoted field at the end of the input", "a,\"b\"", [["a", "b"]]),
    TableCase("JSON in a field", "\"{\"\"k\"\":[1,2]}\",x", [["{\"k\":[1,2]}", "x"]]),
  ]

  fileprivate static let faulty = [
    TableCase("a quote that is not closed", "a,\"b\nc,d\n", [], fault: .unclosedQuote),
    TableCase("a quote at the end", "a,\"", [], fault: .unclosedQuote),
    TableCase("a doubled quote that closes nothing", "\"a\"\"", [], fault: .unclosedQuote),
    TableCase("text behind a closing quote", "a\n\"b\" c,d\n", [["a"]], fault: .textAfterQuote),
    TableCase("a quote behind a closing quote and text", "\"a\"b\"", [], fault: .textAfterQuote),
    TableCase("a blank behind a closing quote", "\"a\" ,b", [], fault: .textAfterQuote),
    TableCase("rows before a fault", "a,b\nc,d\n\"", [["a", "b"], ["c", "d"]], fault: .unclosedQuote),
  ]

  fileprivate static let lineBreaks = [
    TableCase("CR LF", "a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
    TableCase("CR alone", "a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
    TableCase("mixed", "a\nb\r\nc\rd", [["a"], ["b"], ["c"], ["d"]]),
    TableCase("CR at the end of the input", "a\r", [["a"]]),
    TableCase("CR CR LF", "a\r\r\nb", [["a"], ["b"]]),
    TableCase("LF CR", "a\n\rb", [["a"], ["b"]]),
    TableCase("CR LF behind a quote", "\"a\"\r\n\"b\"\r\n", [["a"], ["b"]]),
    TableCase("CR behind a quote", "\"a\"\r\"b\"", [["a"], ["b"]]),
    TableCase("an empty last field before CR LF", "a,\r\nb,\r\n", [["a", ""], ["b", ""]]),
    TableCase("CR is text where LF ends", "a\rb\n", [["a\rb"]], in: Dialect(lineBreak: .lineFeed)),
    TableCase("CR LF keeps its CR where LF ends", "a\r\nb", [["a\r"], ["b"]], in: Dialect(lineBreak: .lineFeed)),
    TableCase("CR LF behind a quote where LF ends", "\"a\"\r\nb", [["a"], ["b"]], in: Dialect(lineBreak: .lineFeed)),
    TableCase(
      "LF is text where CR LF ends", "a\nb\r\nc", [["a\nb"], ["c"]], in: Dialect(lineBreak: .carriageReturnLineFeed)),
    TableCase(
      "CR is text where CR LF ends", "a\rb\r\nc\r", [["a\rb"], ["c\r"]], in: Dialect(lineBreak: .carriageReturnLineFeed)
    ),
    TableCase(
      "LF behind a quote where CR LF ends", "\"a\"\n", [], fault: .textAfterQuote,
      in: Dialect(lineBreak: .carriageReturnLineFeed)),
  ]

  fileprivate static let delimiters = [
    TableCase("semicolons", "a;b,c;d\n", [["a", "b,c", "d"]], in: delimited(";")),
    TableCase("tabs", "a\tb\n", [["a", "b"]], in: delimited("\t")),
    TableCase("bars", "a|\"b|c\"", [["a", "b|c"]], in: delimited("|")),
    TableCase("single quotes", "'a,b','it''s'", [["a,b", "it's"]], in: delimited(",", quote: "'")),
    TableCase("no quotes", "\"a\",b\"\n", [["\"a\"", "b\""]], in: delimited(",", quote: nil)),
    TableCase("a backslash between fields", "a\\b\n", [["a", "b"]], in: delimited("\\")),
  ]

  fileprivate static let mysql = [
    TableCase("NULL", "\\N\t1\t\\N\n", [[nil, "1", nil]], in: escaped("\t")),
    TableCase("NULL at the end of the input", "1,\\N", [["1", nil]], in: escaped(",")),
    TableCase("an escaped NULL word", "\\\\N,\\NN", [["\\N", "NN"]], in: escaped(",")),
    TableCase("a quoted NULL is N", "\"\\N\"", [["N"]], in: escaped(",")),
    TableCase("an escaped delimiter", "a\\\tb\tc\n", [["a\tb", "c"]], in: escaped("\t")),
    TableCase("an escaped line feed", "a\\\nb\tc\n", [["a\nb", "c"]], in: escaped("\t")),
    TableCase("escaped letters", "\\0\\b\\n\\r\\t\\Z\\x\n", [["\0\u{8}\n\r\t\u{1A}x"]], in: escaped(",")),
    TableCase("an escaped backslash", "a\\\\,b", [["a\\", "b"]], in: escaped(",")),
    TableCase("an escaped quote", "\"a\\\"b\",c", [["a\"b", "c"]], in: escaped(",")),
    TableCase("an escaped backslash before the quote", "\"a\\\\\",c", [["a\\", "c"]], in: escaped(",")),
    TableCase("a doubled quote beside escapes", "\"a\"\"b\\\"c\"", [["a\"b\"c"]], in: escaped(",")),
    TableCase("an escaped line feed in quotes", "\"a\\\nb\"\n", [["a\nb"]], in: escaped(",")),
    TableCase("an escape at the end", "a,b\\", [], fault: .trailingEscape, in: escaped(",")),
    TableCase("an escape at the end of a quoted field", "\"a\\\"", [], fault: .unclosedQuote, in: escaped(",")),
    TableCase("an escape before the end in quotes", "\"a\\", [], fault: .unclosedQuote, in: escaped(",")),
    TableCase("an escaped quote outside quotes", "\\\"a,b", [["\"a", "b"]], in: escaped(",")),
    TableCase("doubled quotes outside quotes stay two", "a\\,\"\"b\n", [["a,\"\"b"]], in: escaped(",")),
    TableCase("quotes as text", "\"a\t\"\"\n", [["\"a", "\"\""]], in: escaped("\t", quote: nil)),
    TableCase(
      "an escaped CR before LF", "a\\\r\nb\r\nc", [["a\r\nb"], ["c"]], in: escaped(",", .carriageReturnLineFeed)),
  ]
}

// What words of eight bytes can cut, and pairs of peculiarities.

extension TableCase {
  fileprivate static let more = [
    TableCase("a delimiter behind 1 bytes", "x,y\n", [["x", "y"]]),
    TableCase("a line feed behind 1 bytes", "x\nx,z\n", [["x"], ["x", "z"]]),
    TableCase("CR LF behind 1 bytes", "x\r\ny", [["x"], ["y"]]),
    TableCase("a closing quote behind 1 bytes", "\"x\",y", [["x", "y"]]),
    TableCase("a doubled quote behind 1 bytes", "\"x\"\"y\"\n", [["x\"y"]]),
    TableCase("an escape behind 1 bytes", "x\\,y,z\n", [["x,y", "z"]], in: escaped(",")),
    TableCase("NULL behind 1 bytes", "x,\\N\n", [["x", nil]], in: escaped(",")),
    TableCase("a delimiter behind 2 bytes", "xx,y\n", [["xx", "y"]]),
    TableCase("a line feed behind 2 bytes", "xx\nxx,z\n", [["xx"], ["xx", "z"]]),
    TableCase("CR LF behind 2 bytes", "xx\r\ny", [["xx"], ["y"]]),
    TableCase("a closing quote behind 2 bytes", "\"xx\",y", [["xx", "y"]]),
    TableCase("a doubled quote behind 2 bytes", "\"xx\"\"y\"\n", [["xx\"y"]]),
    TableCase("an escape behind 2 bytes", "xx\\,y,z\n", [["xx,y", "z"]], in: escaped(",")),
    TableCase("NULL behind 2 bytes", "xx,\\N\n", [["xx", nil]], in: escaped(",")),
    TableCase("a delimiter behind 3 bytes", "xxx,y\n", [["xxx", "y"]]),
    TableCase("a line feed behind 3 bytes", "xxx\nxxx,z\n", [["xxx"], ["xxx", "z"]]),
    TableCase("CR LF behind 3 bytes", "xxx\r\ny", [["xxx"], ["y"]]),
    TableCase("a closing quote behind 3 bytes", "\"xxx\",y", [["xxx", "y"]]),
    TableCase("a doubled quote behind 3 bytes", "\"xxx\"\"y\"\n", [["xxx\"y"]]),
    TableCase("an escape behind 3 bytes", "xxx\\,y,z\n", [["xxx,y", "z"]], in: escaped(",")),
    TableCase("NULL behind 3 bytes", "xxx,\\N\n", [["xxx", nil]], in: escaped(",")),
    TableCase("a delimiter behind 4 bytes", "xxxx,y\n", [["xxxx", "y"]]),
    TableCase("a line feed behind 4 bytes", "xxxx\nxxxx,z\n", [["xxxx"], ["xxxx", "z"]]),
    TableCase("CR LF behind 4 bytes", "xxxx\r\ny", [["xxxx"], ["y"]]),
    TableCase("a closing quote behind 4 bytes", "\"xxxx\",y", [["xxxx", "y"]]),
    TableCase("a doubled quote behind 4 bytes", "\"xxxx\"\"y\"\n", [["xxxx\"y"]]),
    TableCase("an escape behind 4 bytes", "xxxx\\,y,z\n", [["xxxx,y", "z"]], in: escaped(",")),
    TableCase("NULL behind 4 bytes", "xxxx,\\N\n", [["xxxx", nil]], in: escaped(",")),
    TableCase("a delimiter behind 5 bytes", "xxxxx,y\n", [["xxxxx", "y"]]),
    TableCase("a line feed behind 5 bytes", "xxxxx\nxxxxx,z\n", [["xxxxx"], ["xxxxx", "z"]]),
    TableCase("CR LF behind 5 bytes", "xxxxx\r\ny", [["xxxxx"], ["y"]]),
    TableCase("a closing quote behind 5 bytes", "\"xxxxx\",y", [["xxxxx", "y"]]),
    TableCase("a doubled quote behind 5 bytes", "\"xxxxx\"\"y\"\n", [["xxxxx\"y"]]),
    TableCase("an escape behind 5 bytes", "xxxxx\\,y,z\n", [["xxxxx,y", "z"]], in: escaped(",")),
    TableCase("NULL behind 5 bytes", "xxxxx,\\N\n", [["xxxxx", nil]], in: escaped(",")),
    TableCase("a delimiter behind 6 bytes", "xxxxxx,y\n", [["xxxxxx", "y"]]),
    TableCase("a line feed behind 6 bytes", "xxxxxx\nxxxxxx,z\n", [["xxxxxx"], ["xxxxxx", "z"]]),
    TableCase("CR LF behind 6 bytes", "xxxxxx\r\ny", [["xxxxxx"], ["y"]]),
    TableCase("a closing quote behind 6 bytes", "\"xxxxxx\",y", [["xxxxxx", "y"]]),
    TableCase("a doubled quote behind 6 bytes", "\"xxxxxx\"\"y\"\n", [["xxxxxx\"y"]]),
    TableCase("an escape behind 6 bytes", "xxxxxx\\,y,z\n", [["xxxxxx,y", "z"]], in: escaped(",")),
    TableCase("NULL behind 6 bytes", "xxxxxx,\\N\n", [["xxxxxx", nil]], in: escaped(",")),
    TableCase("a delimiter behind 7 bytes", "xxxxxxx,y\n", [["xxxxxxx", "y"]]),
    TableCase("a line feed behind 7 bytes", "xxxxxxx\nxxxxxxx,z\n", [["xxxxxxx"], ["xxxxxxx", "z"]]),
    TableCase("CR LF behind 7 bytes", "xxxxxxx\r\ny", [["xxxxxxx"], ["y"]]),
    TableCase("a closing quote behind 7 bytes", "\"xxxxxxx\",y", [["xxxxxxx", "y"]]),
    TableCase("a doubled quote behind 7 bytes", "\"xxxxxxx\"\"y\"\n", [["xxxxxxx\"y"]]),
    TableCase("an escape behind 7 bytes", "xxxxxxx\\,y,z\n", [["xxxxxxx,y", "z"]], in: escaped(",")),
    TableCase("NULL behind 7 bytes", "xxxxxxx,\\N\n", [["xxxxxxx", nil]], in: escaped(",")),
    TableCase("a delimiter behind 8 bytes", "xxxxxxxx,y\n", [["xxxxxxxx", "y"]]),
    TableCase("a line feed behind 8 bytes", "xxxxxxxx\nxxxxxxxx,z\n", [["xxxxxxxx"], ["xxxxxxxx", "z"]]),
    TableCase("CR LF behind 8 bytes", "xxxxxxxx\r\ny", [["xxxxxxxx"], ["y"]]),
    TableCase("a closing quote behind 8 bytes", "\"xxxxxxxx\",y", [["xxxxxxxx", "y"]]),
    TableCase("a doubled quote behind 8 bytes", "\"xxxxxxxx\"\"y\"\n", [["xxxxxxxx\"y"]]),
    TableCase("an escape behind 8 bytes", "xxxxxxxx\\,y,z\n", [["xxxxxxxx,y", "z"]], in: escaped(",")),
    TableCase("NULL behind 8 bytes", "xxxxxxxx,\\N\n", [["xxxxxxxx", nil]], in: escaped(",")),
    TableCase(
      "a quote opened in the last field of a row", "a,b\nc,\"d\ne\"\nf,g", [["a", "b"], ["c", "d\ne"], ["f", "g"]]),
    TableCase("blank lines within quotes", "\"a\n\n\nb\",c", [["a\n\n\nb", "c"]]),
    TableCase("a row of one quoted empty field between others", "a\n\"\"\nb", [["a"], [""], ["b"]]),
    TableCase("two blank fields and a blank line", ",\n\n,", [["", ""], ["", ""]]),
    TableCase("only a quote", "\"", [], fault: .unclosedQuote),
    TableCase("a doubled quote at the end of an open field", "a,\"b\"\"\nc", [], fault: .unclosedQuote),
    TableCase("text behind a quoted field with a line break", "\"a\nb\"c\n", [], fault: .textAfterQuote),
    TableCase("a quote behind a delimiter that is closed late", "a,\"b\nc\"d", [], fault: .textAfterQuote),
    TableCase("a fault in the third row", "a\nb\n\"c\" d\n", [["a"], ["b"]], fault: .textAfterQuote),
    TableCase("a tab is text among commas", "a\tb,c", [["a\tb", "c"]]),
    TableCase("semicolons in quotes", "\"a;b\";c", [["a;b", "c"]], in: delimited(";")),
    TableCase("a line break in quotes among tabs", "\"a\nb\"\tc\n", [["a\nb", "c"]], in: delimited("\t")),
    TableCase("single quotes around a double one", "'a\"b',c", [["a\"b", "c"]], in: delimited(",", quote: "'")),
    TableCase("a doubled single quote alone", "''''", [["'"]], in: delimited(",", quote: "'")),
    TableCase("bars and CR LF", "a|b\r\n|", [["a", "b"], ["", ""]], in: delimited("|")),
    TableCase("colons", "a:b:c\n", [["a", "b", "c"]], in: delimited(":")),
    TableCase("a space separates", "a b\nc d", [["a", "b"], ["c", "d"]], in: delimited(" ")),
    TableCase("an escaped CR LF where LF ends", "a\\\r\nb\n", [["a\r"], ["b"]], in: escaped(",")),
    TableCase("two escapes in a row", "a\\\\\\\\,b", [["a\\\\", "b"]], in: escaped(",")),
    TableCase("three escapes before a quote", "\"a\\\\\\\"b\"", [["a\\\"b"]], in: escaped(",")),
    TableCase("NULL beside empty text", "\\N,,\"\"", [[nil, "", ""]], in: escaped(",")),
    TableCase("a lower-case n is a line feed, not NULL", "\\n,\\N", [["\n", nil]], in: escaped(",")),
    TableCase("NULL alone on its line", "\\N\n\\N\n", [[nil], [nil]], in: escaped("\t")),
    TableCase("an escaped tab at the end of a field", "a\\t\tb", [["a\t", "b"]], in: escaped("\t")),
    TableCase(
      "an empty line between CR LF", "a\r\n\r\nb\r\n", [["a"], ["b"]], in: escaped(",", .carriageReturnLineFeed)),
    TableCase("a mark of the byte order is text to the rows", "\u{FEFF}a,b", [["\u{FEFF}a", "b"]]),
    TableCase("a line separator of Unicode is text", "a\u{2028}b,c", [["a\u{2028}b", "c"]]),
    TableCase("a form feed is text", "a\u{C}b", [["a\u{C}b"]]),
  ]
}
