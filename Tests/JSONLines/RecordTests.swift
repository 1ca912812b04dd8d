import JSONLines
import Testing

struct RecordTests {
  private func record(_ text: String) throws -> Record { try Record(Array(text.utf8)) }
  private func text(_ record: Record) -> String { String(decoding: record.bytes, as: UTF8.self) }

  @Test func valuesAreReadByPath() throws {
    let it = try record(
      #"{"name":"Dána \"D\" Féry","n":12,"x":0.10,"ok":true,"account":{"employees":340,"a":{"b":"deep"}},"m":[{"t":"one"},{"t":"two"},3]}"#
    )
    #expect(it.string("name") == "Dána \"D\" Féry")
    #expect(it.int("n") == 12)
    #expect(it.number("x") == "0.10")
    #expect(it.double("x") == 0.1)
    #expect(it.bool("ok") == true)
    #expect(it.int("account.employees") == 340)
    #expect(it.string("account.a.b") == "deep")
    #expect(it.strings("m[].t") == ["one", "two"])
    #expect(it.string("absent.x") == nil && it.int("name") == nil && it.string("n") == nil)
    #expect(it.kind("m") == .array && it.kind("account") == .object && it.kind("zzz") == nil)
  }

  @Test func aStringOrAListOfStringsGivesStrings() throws {
    let it = try record(#"{"one":"a","many":["a",1,"b"],"none":[]}"#)
    #expect(it.strings("one") == ["a"] && it.strings("many") == ["a", "b"] && it.strings("none").isEmpty)
  }

  @Test func theLastOfTwoMembersIsReadAndBothAreKept() throws {
    var it = try record(#"{"a":1,"b":2,"a":3}"#)
    #expect(it.int("a") == 3)
    it.set("a", 4)
    #expect(text(it) == #"{"a":1,"b":2,"a":4}"#)
    it.remove("a")
    #expect(text(it) == #"{"b":2}"#)
  }

  @Test func aNameSpeltWithEscapesIsFound() throws {
    let it = try record(#"{"\u0062":1,"o":{"\u0063":2}}"#)
    #expect(it.int("b") == 1 && it.int("o.c") == 2)
  }

  @Test func surrogatesMakeOneLetterAndAloneBecomeTheReplacement() throws {
    let it = try record(#"{"a":"\uD83D\uDE00","b":"\ud83dx","c":"\udE00","d":"\u0000"}"#)
    #expect(it.string("a") == "😀" && it.string("b") == "\u{FFFD}x" && it.string("c") == "\u{FFFD}")
    #expect(it.string("d") == "\u{0}")
  }

  @Test func settingKeepsEveryOtherByte() throws {
    var it = try record(#" { "big" : 12345678901234567890 , "x":1e400,"\u0062":"\u00e9" } "#)
    it.set("x", "now a string")
    it.set("new", ["k": [1, true, nil]])
    #expect(
      text(it)
        == #" { "big" : 12345678901234567890 , "x":"now a string","\u0062":"\u00e9" ,"new":{"k":[1,true,null]}} "#)
    #expect(it.string("b") == "é")
    #expect(it.json("new.k")?.array?.count == 3)
    it.set("x", 1)
    #expect(it.int("x") == 1 && it.string("b") == "é")
  }

  @Test func membersGoAndComeBackInAnEmptyRecord() throws {
    var it = try record("{}")
    it.set("a", 1)
    it.set("q\"\n", "odd")
    #expect(text(it) == #"{"a":1,"q\"\n":"odd"}"#)
    #expect(it.string(JSONPath(member: "q\"\n")) == "odd")
    it.remove("a")
    it.remove("q\"\n")
    #expect(text(it) == "{}")
    it.set("b", 2)
    #expect(text(it) == #"{"b":2}"#)
  }

  @Test func treesAndTextAreTheSameThing() throws {
    let source = #"{"a":[1,2.50,"x",{"b":null,"c":false}],"d":"é\n"}"#
    #expect(try JSON(parsing: Array(source.utf8)).text == source)
    #expect(throws: JSONError.self) { try JSON(parsing: Array("[1,]".utf8)) }
    #expect(Record(["a": "b", "n": 1]).object == ["a": "b", "n": 1])
  }

  @Test func theWriterEscapesAndMendsText() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("s", "q\"\\\n\u{1}")
    writer.key("bad")
    writer.string(utf8: [0x61, 0xFF, 0xC3, 0xA9])
    writer.member("list", ["a", "b"])
    writer.key("o")
    writer.beginObject()
    writer.endObject()
    writer.member("n", 7)
    writer.member("absent", String?.none)
    writer.endObject()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == #"{"s":"q\"\\\n\u0001","bad":"a"# + "\u{FFFD}" + #"é","list":["a","b"],"o":{},"n":7}"#)
  }
}
