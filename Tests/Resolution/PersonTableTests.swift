import Bytes
import JSONLines
import Matching
import Names
import Testing

@testable import Resolution

struct PersonTableTests {
  private func record(_ text: String) throws -> Record { try Record(Array(text.utf8)) }

  private static let people = [
    #"{"type":"person","id":"1","given_name":"Jörg J.","family_name":"van der Müller-Lüdenscheidt"}"#,
    #"{"type":"person","id":"2","name":"Doe, Jane","emails":["jane.doe84@example.com","j@acme.example"],"title":"CTO"}"#,
    #"{"type":"person","id":"3","emails":["jdoe@acme.example"],"phones":["+44 20 7946 0018"],"location":"Bonn, Germany"}"#,
    #"{"type":"person","id":"4","linkedin_url":"https://www.linkedin.com/in/jane-doe-4b1a2","company":"Acme & Co. KG"}"#,
    #"""
    {"type":"person","id":"5","name":"J. Doe","company_id":"c7","country":"DE",
    "positions":[{"company":"Acme","start":"2019-01-01","end":"2021-05-01"},{"domain":"beispiel.example"}]}
    """#,
    #"{"type":"person","id":"6"}"#,
  ]

  /// What was read of a record stands in the table as it was read.
  @Test func whatATableKeepsIsWhatWasRead() throws {
    var reader = PersonReader()
    var table = PersonTable()
    let features = try Self.people.map { reader.read(try record($0)) }
    for person in features { table.append(person) }
    table.takeTexts(reader)
    #expect(table.count == features.count)
    for (number, person) in features.enumerated() {
      let kept = table.features(of: number)
      var (before, after) = (FieldWriter(), FieldWriter())
      person.encode(to: &before)
      kept.encode(to: &after)
      #expect(before.bytes == after.bytes)
      #expect(kept.givenNumber == person.givenNumber && kept.familyNumber == person.familyNumber)
      #expect(kept.employers.map(\.key) == person.employers.map(\.key))
      #expect(kept.phones.map(\.number) == person.phones.map(\.number))
    }
  }

  private static let names = [
    ("Robert", "Miller"), ("Bob", "Miller"), ("Roberta", "Miler"), ("R", "Muller"), ("Miller", "Robert"),
    ("", "Miller"), ("Robert", ""), ("Jon", "Smith-Miller"), ("John", "Smyth Miller"), ("Johanna", "Smith"),
    ("Robret", "Mueller"),
    ("Frederick", "Ashworth"), ("Fred", "Ashwroth"), ("Ashworth", "Fred"), ("Andrea", "Rossi"), ("Andreas", "Rosi"),
    ("Smith", "Jon"), ("Xenia", "O"), ("Xena", "Oh"), ("Jean Marc", "de la Tour"), ("Marc", "Latour"),
  ]

  /// Names compared by their numbers in a table agree as they do compared letter by letter.
  @Test func namesOfATableAgreeAsTheirTextsDo() throws {
    var reader = PersonReader()
    var table = PersonTable()
    for (given, family) in Self.names {
      let text = #"{"id":"x","given_name":"\#(given)","family_name":"\#(family)"}"#
      table.append(reader.read(try record(text)))
    }
    let model = PersonModel(reader, table)
    var levels: Set<Int> = []
    for (left, first) in Self.names.enumerated() {
      for (right, second) in Self.names.enumerated() {
        let keys = [first, second].map { PersonName(given: $0.0, family: $0.1).key }
        var expected = NameAgreement(keys[0], keys[1])
        if expected.family <= NameAgreement.familyDifferent, expected.given <= NameAgreement.givenDifferent {
          let turned = NameAgreement(keys[0].swapped, keys[1])
          if turned.isClose { expected = turned }
        }
        let found = model.compare(left, right)
        #expect(found.level(PersonComparison.family.rawValue) == expected.family, "\(first) \(second)")
        #expect(found.level(PersonComparison.given.rawValue) == expected.given, "\(first) \(second)")
        #expect(found.level(PersonComparison.middle.rawValue) == expected.middle, "\(first) \(second)")
        levels.insert(expected.family * 16 + expected.given)
      }
    }
    #expect(levels.count > 12)
  }
}
