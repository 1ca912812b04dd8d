import JSONLines
import Testing

@testable import Tabular

struct PeopleColumnsTests {
  /// Forty people of eight employers as rows of a table whose columns have names that tell nothing.
  private func found(
    _ row: (_ given: String, _ family: String, _ firm: String, Int) -> String
  ) throws -> PeopleColumns? {
    let given = ["ingrid", "tobias", "maren", "yusuf", "clara"]
    let family = ["ahlgren", "bakema", "castellano", "drummond", "eriksen", "fairbairn", "hoogland", "ivanova"]
    var reader = TableReader(ignoring: ["id"])
    for number in 0..<40 {
      let firm = family[number * 3 % 8] + "works"
      reader.add(try Record(Array(row(given[number % 5], family[number % 8], firm, number).utf8)))
    }
    return PeopleColumns(reader.finish(), records: 40)
  }

  @Test func namesAndEmployersAreToldByAddresses() throws {
    let people = try found { given, family, firm, number in
      #"{"id":"\#(number)","a":"\#(family), \#(given)","b":"\#(firm) gmbh","c":"\#(given).\#(family)@\#(firm).example","#
        + #""d":"+49 30 5550 \#(100 + number)","e":"www.\#(firm).example"}"#
    }
    #expect(
      people?.members
        == ["name": [["a"]], "company": [["b"]], "emails": [["c"]], "phones": [["d"]], "domain": [["e"]]])
  }

  @Test func givenAndFamilyNamesMayStandApartAndInside() throws {
    let people = try found { given, family, firm, number in
      #"{"id":"\#(number)","x":{"y":"\#(given)","z":"\#(family)"},"c":["\#(given).\#(family)@\#(firm).example"],"#
        + #""e":"\#(firm).example"}"#
    }
    #expect(people?.members["given_name"] == [["x", "y"]])
    #expect(people?.members["family_name"] == [["x", "z"]])
    #expect(people?.members["domain"] == [["e"]])
  }

  @Test func aTableThatKnowsBirthdaysIsComparedByItsColumns() throws {
    let people = try found { given, family, firm, number in
      #"{"id":"\#(number)","a":"\#(given) \#(family)","b":"\#(firm)","c":"\#(given).\#(family)@\#(firm).example","#
        + #""d":"\#(1950 + number)-03-\#(10 + number % 19)"}"#
    }
    #expect(people == nil)
  }

  @Test func aTableWithoutEmployersIsNone() throws {
    let people = try found { given, family, _, number in
      #"{"id":"\#(number)","a":"\#(given) \#(family)","b":"somewhere \#(number % 7)","c":"\#(given).\#(family)@gmail.com"}"#
    }
    #expect(people == nil)
  }

  @Test func rowsBecomePeopleWhateverTheOrderOfTheirColumns() throws {
    let rows = [#"{"id":"1","p":"+49 30 2","q":"+49 30 1","n":"Clara Bakema","o":"x"}"#]
    var reader = TableReader(ignoring: ["id"])
    for row in rows { reader.add(try Record(Array(row.utf8))) }
    let columns = PeopleColumns(members: ["phones": [["p"], ["q"]], "name": [["n"]]])
    let person = try #require(columns.people(reader.finish(), records: 1).first)
    #expect(person.strings("phones") == ["+49 30 1", "+49 30 2"])
    #expect(person.string("name") == "Clara Bakema")
    #expect(person.string("o") == nil)
  }
}
