import JSONLines
import Suppression
import Testing

@testable import Erasure

/// What is left of a file when Ada is taken out of it, and what became of it.
func erased(_ text: String, _ name: String) throws -> (text: String, outcome: Eraser.Outcome) {
  let points: [ContactPoint?] = [
    .email("ada@engine.example"), .name("Ada Byron"), .phone("+442079460123"), .linkedIn("linkedin.com/in/ada-1"),
  ]
  let eraser = Eraser(PersonTrace(points.compactMap { $0 }))
  let (bytes, outcome) = eraser.erase(Array(text.utf8), name: name)
  return (String(decoding: bytes, as: UTF8.self), outcome)
}

struct EraserTests {
  @Test func rowsGoWhenACellIsTheirsAndKeepTheirMentionsOtherwise() throws {
    let table = "id;mail\n1;ada@engine.example\n2;\"ask ada@engine.example;\nsoon\"\n3;\"a\"\"b\"\n"
    let (text, outcome) = try erased(table, "x.csv")
    #expect(text == "id;mail\n2;\"ask [erased];\nsoon\"\n3;\"a\"\"b\"\n")
    #expect(outcome == Eraser.Outcome(removed: 1, withheld: 1))
  }

  @Test func aNameInTwoColumnsTakesTheRow() throws {
    #expect(try erased("First,Last\nAda,Byron\nBob,Babbage\n", "x.csv").text == "First,Last\nBob,Babbage\n")
  }

  @Test func quotationMarksThatDoNotPairCostOneLineAtMost() throws {
    let (text, _) = try erased("a,\"b\nada@engine.example,c\nd,e\n", "x.csv")
    #expect(text == "a,\"b\nd,e\n")
  }

  @Test func filesWithoutThemStayByteForByte() throws {
    for (text, name) in [
      ("{\"n\":1.0 }\n\n{broken\n", "x.jsonl"), ("From x\r\n\r\nbody", "x.mbox"), ("a,\"b\n", "x.csv"),
      ("BEGIN:VCARD\nEND", "x.vcf"), ("[1] hi", "chat.txt"), ("", "x"), ("Ada of Byron", "notes"),
    ] {
      let (rest, outcome) = try erased(text, name)
      #expect(rest == text && !outcome.changes, "\(name)")
    }
  }

  @Test func aLineThatIsNoRecordLosesItsMentions() throws {
    #expect(try erased("{\"a\":\"Ada Byron\n", "x.jsonl").text == "{\"a\":\"[erased]\n")
  }

  @Test func aBinaryFileIsLeftAndTold() throws {
    #expect(try erased("x\u{0}ada@engine.example\u{0}", "x.db").outcome == Eraser.Outcome(isLeft: true))
    #expect(try erased("x\u{0}bob@engine.example\u{0}", "x.db").outcome == Eraser.Outcome())
  }

  @Test func aMailThatNamesThemWhereOnlyADecoderFindsItGoes() throws {
    let mail =
      "From: bob@x.example\nContent-Transfer-Encoding: quoted-printable\nMessage-ID: <1@x>\n\nAsk ada=\n@engine.example\n"
    #expect(try erased(mail, "1.eml").outcome.isTheirs)
  }
}

struct PersonTraceTests {
  @Test func recordsLeadToFurtherRecords() {
    var trace = PersonTrace([ContactPoint.email("ada@old.example")].compactMap { $0 })
    let golden: JSONObject = [
      "type": "person", "id": "g", "emails": ["ada@old.example", "ada@new.example"], "phones": [],
    ]
    let other: JSONObject = ["type": "person", "id": "h", "emails": ["ada@new.example"], "phones": ["+442079460123"]]
    let grew = [trace.follow(Record(other)), trace.follow(Record(golden)), trace.follow(Record(other))]
    #expect(grew == [false, true, true])
    #expect(trace.points.contains { $0.kind == .phone })
  }

  @Test func aMailboxThatManyReadLeadsNowhere() {
    var trace = PersonTrace([ContactPoint.email("ada@old.example")].compactMap { $0 })
    let golden: JSONObject = [
      "type": "person", "id": "g", "emails": ["ada@old.example", "info@old.example"], "phones": [],
    ]
    let grew = trace.follow(Record(golden))
    #expect(grew)
    #expect(!trace.points.contains { $0.text == "info@old.example" })
  }
}
