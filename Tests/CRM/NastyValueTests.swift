import JSONLines
import Team
import Testing

@testable import CRM

/// A form, limits, a value, and the cell that it must become: nil when the row is refused.
struct NastyValue: Sendable, CustomTestStringConvertible {
  var column: JSON
  var value: String
  var cell: String?
  var isNoted = false

  init(_ form: String, _ value: String, _ cell: String?, noted: Bool = false, _ more: JSONObject = [:]) {
    var column: JSONObject = ["name": "X", "from": "x", "as": .string(form)]
    for member in more.members { column.append(member.key, member.value) }
    self.column = .object(column)
    self.value = value
    self.cell = cell
    isNoted = noted
  }

  var testDescription: String { "\(column["as"]?.string ?? ""): \(value.prefix(30))" }

  static let long = String(repeating: "x", count: 300)

  static let all: [NastyValue] = [
    NastyValue("line", "Zoë Ünal", "Zoë Ünal"),
    NastyValue("line", "北京 大学", "北京 大学"),
    NastyValue("line", "محمد", "محمد"),
    NastyValue("line", "👩‍👩‍👧 family", "👩‍👩‍👧 family"),
    NastyValue("line", "O'Brien \"Bob\"", "O'Brien \"Bob\""),
    NastyValue("line", "a,b;c", "a,b;c"),
    NastyValue("line", "two\nlines", "two lines"),
    NastyValue("line", "cr\r\nlf", "cr lf"),
    NastyValue("line", "  padded  ", "padded"),
    NastyValue("line", "tab\tinside", "tab inside"),
    NastyValue("line", "no\u{A0}break", "no break"),
    NastyValue("line", "nul\u{0}byte", "nulbyte"),
    NastyValue("line", "bell\u{7}", "bell"),
    NastyValue("line", "\u{FEFF}mark", "mark"),
    NastyValue("line", "zero\u{200B}width", "zerowidth"),
    NastyValue("line", "\u{202E}gnp.exe", "gnp.exe"),
    NastyValue("line", "\u{2066}isolate\u{2069}", "isolate"),
    NastyValue("line", "", ""),
    NastyValue("line", "   ", ""),
    NastyValue("line", "=1+1", "'=1+1"),
    NastyValue("line", "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
    NastyValue("line", "=HYPERLINK(\"http://x.example\")", "'=HYPERLINK(\"http://x.example\")"),
    NastyValue("line", "+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
    NastyValue("line", "-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
    NastyValue("line", "@SUM(A1:A9)", "'@SUM(A1:A9)"),
    NastyValue("line", "\t=1+1", "'=1+1"),
    NastyValue("line", "\r=1+1", "'=1+1"),
    NastyValue("line", " =1+1", "'=1+1"),
    NastyValue("line", "\u{FEFF}=1+1", "'=1+1"),
    NastyValue("line", "＝1+1", "'＝1+1"),
    NastyValue("line", "- a dash", "'- a dash"),
    NastyValue("line", "+49 30 1234567", "+49 30 1234567"),
    NastyValue("line", "+1 (212) 555-0100", "+1 (212) 555-0100"),
    NastyValue("line", "a=b", "a=b"),
    NastyValue("line", "'quoted", "'quoted"),
    NastyValue("line", long, String(repeating: "x", count: 254) + "…", noted: true, ["max": 255]),
    NastyValue("line", long, "", noted: true, ["max": 255, "over": "drop"]),
    NastyValue("line", long, nil, ["max": 255, "over": "reject"]),
    NastyValue("line", "🎉🎉🎉🎉", "🎉🎉…", noted: true, ["max": 3]),
    NastyValue("line", "👩‍👩‍👧👩‍👩‍👧", "👩‍👩‍👧…", noted: true, ["max": 8]),
    NastyValue("line", "e\u{301}e\u{301}e\u{301}", "e\u{301}…", noted: true, ["max": 4]),
    NastyValue("line", "ends here", "ends…", noted: true, ["max": 6]),
    NastyValue("line", "=1234567", "'=123…", noted: true, ["max": 6]),
    NastyValue("line", "exactly ten", "exactly ten", ["max": 11]),
    NastyValue("line", "", nil, ["required": true]),
    NastyValue("line", "", "[none]", ["required": true, "else": "[none]"]),
    NastyValue("text", "two\nlines\n\n", "two\nlines"),
    NastyValue("text", "cr\rlf\r\nend", "cr\nlf\nend"),
    NastyValue("text", "\n\n=1+1", "'=1+1"),
    NastyValue("text", "fine\n=1+1", "fine\n=1+1"),
    NastyValue("text", "tab\there", "tab here"),
    NastyValue("email", "Ada@Engine.Example", "ada@engine.example"),
    NastyValue("email", "no address", "", noted: true),
    NastyValue("email", "=cmd@x", "", noted: true),
    NastyValue("email", "a@b@c.example", "", noted: true),
    NastyValue("email", "", ""),
    NastyValue("phone", "+442079460123", "+442079460123"),
    NastyValue("phone", "020 7946 0123", "020 7946 0123"),
    NastyValue("phone", "+44;evil", "", noted: true),
    NastyValue("phone", "+44+cmd|calc", "", noted: true),
    NastyValue("phone", "-1-2-3-4-5", "", noted: true),
    NastyValue("phone", "12", "", noted: true),
    NastyValue("url", "https://acme.example/a?b=c", "https://acme.example/a?b=c"),
    NastyValue("url", "javascript:alert(1)", "", noted: true),
    NastyValue("url", "https://acme.example/a b", "", noted: true),
    NastyValue("date", "2026-02-12T23:59:00Z", "2026-02-12"),
    NastyValue("date", "2026-02-12", "02/12/2026", ["dates": "mdy"]),
    NastyValue("date", "2026-02-12", "12/02/2026", ["dates": "dmy"]),
    NastyValue("date", "2026-02-30", "", noted: true),
    NastyValue("date", "soon", "", noted: true),
    NastyValue("datetime", "2026-02-12T09:00:00Z", "2026-02-12T09:00:00.000Z"),
    NastyValue("number", "-12.50", "-12.50"),
    NastyValue("number", "0x10", "", noted: true),
    NastyValue("number", "nan", "", noted: true),
    NastyValue("number", "1e400", "", noted: true),
    NastyValue("number", "=1+1", "", noted: true),
    NastyValue("bool", "true", "1", ["yes_no": ["1", "0"]]),
    NastyValue("bool", "maybe", "", noted: true),
    NastyValue("list", "a;b", "a b"),
    NastyValue("line", "odd", "", noted: true, ["map": ["hot": "Hot"]]),
    NastyValue("line", "odd", "Other", ["map": ["hot": "Hot"], "map_else": "Other"]),
    NastyValue("line", "hot", "Hot", ["map": ["hot": "Hot"]]),
    NastyValue("line", "Web", "", noted: true, ["choices": ["Phone", "Other"]]),
    NastyValue("key", "lead:1", "lead_1_5fc3fbc7"),
    NastyValue("key", "lead_1", "lead_1"),
  ]
}

struct NastyValueTests {
  @Test(arguments: NastyValue.all)
  func theCellIsWhatTheImporterTakes(_ nasty: NastyValue) throws {
    let target = try ImportTarget([
      "target": "t", "files": [["name": "f", "of": "person", "columns": [nasty.column]]],
    ])
    let cell = Cell([nasty.value].filter { !$0.isEmpty }, target.files[0].columns[0], target)
    #expect(cell.refusal == nil ? cell.text == nasty.cell : nasty.cell == nil, "\(cell)")
    if nasty.cell != nil { #expect((cell.note != nil) == nasty.isNoted, "\(cell)") }
  }
}
