import JSONLines
import Testing
import WebPage

@testable import Profile

struct ProfileReaderTests {
  private func read(_ html: String) throws -> Profile { try ProfileReader().read(WebPage(Array(html.utf8))) }

  @Test func everyBuiltInLayoutCompilesAndHasItsOwnName() throws {
    let reader = try ProfileReader()
    for layout in reader.layouts { try layout.check() }
    #expect(reader.refusalsAreValid)
    #expect(PastedWords.builtIn().part("Berufserfahrung") == .experience)
    let names = reader.layouts.map(\.name)
    #expect(names.count == 6)
    #expect(Set(names).count == names.count)
  }

  @Test func dashesAndAsterisksAreNoValues() throws {
    let profile = try read(
      """
      <h1 class="top-card-layout__title">A B</h1><h2 class="top-card-layout__headline">--</h2>
      <section data-section="experience"><li class="experience-item"><h3>***** *****</h3><h4>Quillwater</h4></li></section>
      """)
    #expect(profile.headline == nil)
    #expect(profile.positions.map(\.title) == [nil])
    #expect(profile.positions.map(\.company) == ["Quillwater"])
  }

  @Test func aGroupsHeadingIsTheCompanyOfItsRoles() throws {
    let profile = try read(
      """
      <h1 class="pv-top-card-section__name">A B</h1><section id="experience-section"><ul><li class="pv-position-entity">
      <div class="pv-entity__company-summary-info"><h3><span class="visually-hidden">Company Name</span><span>Ferncastle</span></h3></div>
      <ul><li class="pv-entity__position-group-role-item"><div class="pv-entity__role-details"><h3><span class="visually-hidden">Title</span>
      <span>Lead</span></h3><h4 class="pv-entity__date-range"><span class="visually-hidden">Dates</span><span>2014 – Present</span></h4></div></li>
      </ul></li></ul></section>
      """)
    #expect(profile.positions.map(\.company) == ["Ferncastle"])
    #expect(profile.current?.title == "Lead")
  }

  @Test func aKindOfEmploymentIsNoCompany() {
    #expect(EmploymentWords.company("Quillwater · Full-time") == "Quillwater")
    #expect(EmploymentWords.company("Full-time") == nil)
    #expect(EmploymentWords.company("Freelance · Self-employed") == "Freelance")
    #expect(EmploymentWords.company("Brown · Green") == "Brown · Green")
    #expect(EmploymentWords.location("Lyon · Hybrid") == "Lyon")
    #expect(EmploymentWords.location("Remote") == nil)
  }

  @Test(arguments: [
    ("https://se.linkedin.com/in/jane-doe?trk=x", "https://www.linkedin.com/in/jane-doe"),
    ("/in/jane-doe/overlay/contact-info/", "https://www.linkedin.com/in/jane-doe"),
    ("https://www.linkedin.com/in/c%25C3%25B6zeb", "https://www.linkedin.com/in/c%C3%B6zeb"),
    ("https://www.linkedin.com/in/cözeb", "https://www.linkedin.com/in/c%C3%B6zeb"),
    ("www.linkedin.com/in/ACoAAB1", "https://www.linkedin.com/in/ACoAAB1"),
  ])
  func anAddressHasOneSpelling(_ address: String, _ normal: String) {
    #expect(ProfileAddress.normal(address) == normal)
  }

  @Test(arguments: [
    "https://www.linkedin.com/company/x", "https://x.example/in/jane", "/feed/", "", "https://linkedin.com/in/",
  ])
  func otherAddressesAreNone(_ address: String) {
    #expect(ProfileAddress.normal(address) == nil)
  }

  @Test func aLayoutOfOnesOwnIsTriedFirst() throws {
    let json = try JSON(parsing: Array(#"{"layout":"mine","top":"//h1[has(me)]","name":["."]}"#.utf8))
    let profile = try ProfileReader(extra: [json]).read(WebPage(Array("<h1 class='x me'>A B</h1>".utf8)))
    #expect(profile.layout == "mine")
    #expect(throws: LayoutError.self) { try ProfileReader(extra: [["layout": "bad", "top": "//["]]) }
    #expect(throws: LayoutError.self) { try ProfileReader(extra: ["text"]) }
  }

  @Test func namesAndCompaniesMeetAcrossTheirSpellings() throws {
    let index = PeopleIndex()
    let people = [
      #"{"type":"person","id":"1","name":"Joerg Falk","company":"Brackmann AG"}"#,
      #"{"type":"person","id":"2","name":"Jörg Falk","company":"Ackerwind"}"#,
      #"{"type":"person","id":"3","name":"Uta Falk","company":"Ackerwind"}"#,
    ]
    for person in people { index.add(try Record(Array(person.utf8))) }
    func page(_ name: String, _ company: String) throws -> ProfileRecord {
      let html = """
        <h1 class='top-card-layout__title'>\(name)</h1><section data-section='experience'>
        <li class='experience-item'><h3>Leiter</h3><h4>\(company)</h4></li></section>
        """
      let saved = try SavedPage(Array(html.utf8))
      return ProfileRecord(profile: try read(html), file: "x", bytes: 1, saved: saved, fileDate: nil)
    }
    #expect(index.place(try page("Dr. Jörg Falk", "Brackmann")) == .placed)
    let reason = "the name is known but no company is shared"
    #expect(index.place(try page("Jörg Falk", "Nordhafen")) == .unplaced(reason, candidates: ["1", "2"]))
    #expect(index.next()?.profile.name == "Dr. Jörg Falk")
    #expect(index.next() == nil)
  }

  @Test func twoPagesOfOnePersonLeaveTheLaterOne() throws {
    let index = PeopleIndex()
    index.add(try Record(Array(#"{"type":"person","id":"1","linkedin_url":"https://www.linkedin.com/in/a-b"}"#.utf8)))
    func page(_ date: String) throws -> ProfileRecord {
      let html =
        "<h1 class='top-card-layout__title'>A B</h1><link rel=canonical href='https://www.linkedin.com/in/a-b'>"
      let saved = try SavedPage(Array(html.utf8))
      return ProfileRecord(profile: try read(html), file: date, bytes: 1, saved: saved, fileDate: date)
    }
    #expect(index.place(try page("2023-01-02")) == .placed)
    #expect(index.place(try page("2022-01-02")) == .placed)
    #expect(index.next()?.asOf == "2023-01-02")
    #expect(index.next() == nil)
  }
}
