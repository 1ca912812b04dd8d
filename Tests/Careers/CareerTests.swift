import JSONLines
import Names
import Testing

@testable import Careers

struct CareerTests {
  private func signals(_ lines: String...) throws -> [String] {
    var book = CareerBook()
    for line in lines {
      let isTaken = book.add(try Record(Array(line.utf8)))
      #expect(isTaken)
    }
    return book.signals().map { "\($0.kind.rawValue) \($0.from.company ?? "-") > \($0.to?.company ?? "-")" }
  }

  private func person(_ positions: String, _ more: String = "") -> String {
    #"{"type":"person","id":"p","name":"Jane Doe","emails":["jane@acme.example"],"phones":[],"positions":["#
      + positions + "]" + more + "}"
  }

  private let atAcme = #"{"company":"Acme Ltd","by":"crm","as_of":"2020-02-01"}"#

  @Test func aLaterProfileAtAnotherCompanyIsAMove() throws {
    let now = #"{"company":"Borrow","by":"linkedin","start":"2021-03","as_of":"2022-01-01"}"#
    #expect(try signals(person(atAcme + "," + now)) == ["moved Acme Ltd > Borrow"])
  }

  @Test func anOlderProfileThanTheDatabaseIsWhereTheyCameFrom() throws {
    let before = #"{"company":"Borrow","by":"linkedin","start":"2014-03","as_of":"2016-01-01"}"#
    #expect(try signals(person(atAcme + "," + before)) == ["moved Borrow > Acme Ltd"])
  }

  @Test(arguments: ["ACME LIMITED", "Acme", "Acme Holding Ltd"])
  func anotherSpellingIsNoMove(_ name: String) throws {
    let now = #"{"company":"\#(name)","by":"linkedin","start":"2021-03","as_of":"2022-01-01"}"#
    #expect(try signals(person(atAcme + "," + now)) == [])
  }

  @Test func theNameInTheDomainOfTheMailIsNoMove() throws {
    let mail =
      #"{"company":"Acme-robotics","domain":"acme-robotics.example","by":"mail","first_seen":"2021-01-01T00:00:00Z"}"#
    let crm = #"{"company":"Acme Robotics GmbH","by":"crm","as_of":"2020-02-01"}"#
    #expect(try signals(person(crm + "," + mail)) == [])
  }

  @Test func neighboursInTheAlphabetAreTwoCompaniesWhenTheDirectoryKnowsBoth() throws {
    let now = #"{"company":"Hartwell","company_id":"c2","by":"linkedin","start":"2021-03","as_of":"2022-01-01"}"#
    let before = #"{"company":"Hartwill","company_id":"c1","by":"crm","as_of":"2020-02-01"}"#
    let companies = [
      #"{"type":"company","id":"c1","name":"Hartwill","domains":["hartwill.example"]}"#,
      #"{"type":"company","id":"c2","name":"Hartwell","domains":["hartwell.example"]}"#,
    ]
    #expect(try signals(person(before + "," + now), companies[0], companies[1]) == ["moved Hartwill > Hartwell"])
  }

  @Test func aPersonBehindTheMessagesIsRefused() throws {
    var book = CareerBook()
    let message = book.add(try Record(Array(#"{"type":"message","id":"m","date":"2020-01-01T00:00:00Z"}"#.utf8)))
    let person = book.add(try Record(Array(person(atAcme).utf8)))
    #expect(message && !person)
  }

  @Test func positionsWithoutCompanyOrDateDoNoHarm() throws {
    #expect(try signals(person(#"{"title":"x"},{"company":""},{"company":"?","start":"soon"},3,null"#)) == [])
  }

  @Test func lastNamesAndFirstNamesFindTheOneColleague() throws {
    let people = try ["Oliver Ravenhill", "Rita Holm", "Rita Ash"].map { name in
      try #require(
        Career(
          Record(
            Array(
              #"{"type":"person","id":"\#(name)","name":"\#(name)","emails":["\#(name.prefix(3))@acme.example"]}"#.utf8)
          )))
    }
    let colleagues = Colleagues(people, CompanyDirectory())
    #expect(colleagues.person("Oliver", at: "acme.example", but: 1) == 0)
    #expect(colleagues.person("Mr Ravenhill", at: "acme.example", but: 1) == 0)
    #expect(colleagues.person("Rita", at: "acme.example", but: 0) == nil)
    #expect(colleagues.person("Rita Holm", at: "acme.example", but: 0) == 1)
    #expect(colleagues.person("Oliver", at: "other.example", but: 1) == nil)
  }

  @Test(arguments: [
    ("jane@borrow.example", true), ("j.doe@borrow.example", false), ("doe@borrow.example", false),
    ("janedoe@borrow.example", true),
  ])
  func anAddressThatNeverWroteMustSpellTheGivenName(_ email: String, _ isMove: Bool) throws {
    let mail = #"{"domain":"borrow.example","by":"mail","first_seen":"2021-01-01T00:00:00Z"}"#
    let jane =
      #"{"type":"person","id":"p","name":"Jane Doe","emails":["jane@acme.example","\#(email)"],"phones":[],"positions":["#
      + atAcme + "," + mail + "]}"
    let book = try { () throws -> CareerBook in
      var book = CareerBook()
      #expect(book.add(try Record(Array(jane.utf8))))
      return book
    }()
    #expect(book.signals().contains { $0.confidence >= 0.5 } == isMove)
  }

  @Test func anAddressOfAnotherNameIsNoPlaceOfTheirs() throws {
    let other =
      #"{"domain":"acme.example","by":"mail","first_seen":"2020-01-01T00:00:00Z","last_seen":"2020-02-01T00:00:00Z"}"#
    let now = #"{"company":"Borrow","by":"linkedin","start":"2021-03","as_of":"2022-01-01"}"#
    func at(_ email: String) -> String {
      #"{"type":"person","id":"p","name":"Joanna Doe","emails":["\#(email)"],"phones":[],"positions":["#
        + other + "," + now + "]}"
    }
    #expect(try signals(at("james@acme.example")) == [])
    #expect(try signals(at("joanna@acme.example")) == ["moved - > Borrow"])
  }
}
