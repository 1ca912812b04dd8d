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

  static let all = standard + faulty + lineBreaks + delimiters + mysql
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
