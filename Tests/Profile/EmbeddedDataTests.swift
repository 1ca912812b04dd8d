import Testing
import WebPage

@testable import Profile

struct EmbeddedDataTests {
  private func read(_ html: String, savedFrom: String? = nil) throws -> Profile {
    try ProfileReader().read(WebPage(Array(html.utf8)), savedFrom: savedFrom)
  }

  private let person = """
    <script type="application/ld+json">{"@context":"http://schema.org","@graph":[{"@type":"Person","name":"Uta Falk",
    "url":"https://de.linkedin.com/in/uta-falk","address":{"addressLocality":"Ulm, Germany"},"jobTitle":["Leiterin","Beirätin"],
    "worksFor":[{"@type":"Organization","name":"Ackerwind","url":"https://de.linkedin.com/company/ackerwind","member":{"startDate":"2019-05"}},
    {"@type":"Organization","name":"Verein Ulm","member":{"startDate":2021}}],
    "alumniOf":[{"@type":"Organization","name":"Brackmann AG","member":{"startDate":"2015-02","endDate":"2019-04"}},
    {"@type":"Organization","name":"***** ***"},
    {"@type":["EducationalOrganization"],"name":"Uni Ulm","member":{"startDate":2008,"endDate":2013}}]},
    {"@type":"Article","author":{"@type":"Person","name":"Tom Else","url":"https://de.linkedin.com/in/tom-else"}}]}</script>
    """

  @Test func linkedDataFillsWhatTheMarkupLeavesOpen() throws {
    let profile = try read(
      "<link rel='canonical' href='https://de.linkedin.com/in/uta-falk'><h1 class='top-card-layout__title'>Uta Falk</h1>\(person)"
    )
    #expect(profile.layout == "public_2024")
    #expect(profile.location == "Ulm, Germany")
    #expect(profile.positions.map(\.title) == ["Leiterin", "Beirätin", nil])
    #expect(profile.positions.map(\.company) == ["Ackerwind", "Verein Ulm", "Brackmann AG"])
    #expect(profile.positions.map(\.dates?.start) == ["2019-05", "2021", "2015-02"])
    #expect(profile.positions.map(\.dates?.isCurrent) == [true, true, false])
    #expect(profile.education.map(\.school) == ["Uni Ulm"])
    #expect(profile.places.contains { $0.value == "positions" && $0.place.contains("worksFor") })
  }

  @Test func aPageOfUnknownMarkupIsReadByItsLinkedData() throws {
    let profile = try read(person)
    #expect(profile.layout == "json_ld")
    #expect(profile.url == "https://www.linkedin.com/in/uta-falk")
    #expect(throws: PageRefusal.self) { try read(person, savedFrom: "https://www.linkedin.com/in/ned-archer") }
  }

  @Test func linkedDataOfSomebodyElseIsLeftAlone() throws {
    let profile = try read(
      "<link rel='canonical' href='https://www.linkedin.com/in/ned-archer'><h1 class='top-card-layout__title'>Ned Archer</h1>\(person)"
    )
    #expect(profile.positions.isEmpty)
    #expect(profile.location == nil)
  }

  @Test func anAuthorIsNoSubject() {
    #expect(throws: PageRefusal.self) {
      try read(
        #"<script type="application/ld+json">{"@type":"Article","author":{"@type":"Person","name":"Tom","url":"https://www.linkedin.com/in/tom"}}</script>"#
      )
    }
  }

  private func signedIn(_ slug: String, _ answers: String) -> String {
    """
    <main><section><h1 class="text-heading-xlarge">Uta Falk</h1><a href="/in/\(slug)/overlay/contact-info/">i</a></section></main>
    <code style="display: none">{"data":{},"included":[\(answers)]}</code>
    """
  }

  private let answers = """
    {"$type":"com.linkedin.voyager.identity.shared.MiniProfile","entityUrn":"urn:li:fs_miniProfile:ACoAABreader1","publicIdentifier":"the-reader","firstName":"The","lastName":"Reader"},
    {"$type":"com.linkedin.voyager.dash.identity.profile.Profile","entityUrn":"urn:li:fsd_profile:ACoAAButa0001","publicIdentifier":"uta-falk","firstName":"Uta","lastName":"Falk"},
    {"$type":"com.linkedin.voyager.dash.identity.profile.Position","entityUrn":"urn:li:fsd_profilePosition:(ACoAABreader1,7)","title":"Spy","companyName":"Elsewhere"},
    {"$type":"com.linkedin.voyager.dash.identity.profile.Position","entityUrn":"urn:li:fsd_profilePosition:(ACoAAButa0001,1)","title":"Referentin","companyName":"Brackmann
     AG","dateRange":{"start":{"year":2015,"month":2},"end":{"year":2019,"month":4}}},
    {"$type":"com.linkedin.voyager.identity.profile.Position","entityUrn":"urn:li:fs_position:(ACoAAButa0001,2)","title":"Leiterin","companyName":"Ackerwind","timePeriod":"urn:li:fs_position:(ACoAAButa0001,2),timePeriod"},
    {"$type":"com.linkedin.voyager.common.DateRange","$id":"urn:li:fs_position:(ACoAAButa0001,2),timePeriod","startDate":"urn:li:fs_position:(ACoAAButa0001,2),timePeriod,startDate"},
    {"$type":"com.linkedin.common.Date","$id":"urn:li:fs_position:(ACoAAButa0001,2),timePeriod,startDate","year":2019,"month":5}
    """

  @Test func answersToTheClientCountForThePagesOwnMember() throws {
    let profile = try read(signedIn("uta-falk", answers))
    #expect(profile.positions.map(\.title) == ["Leiterin", "Referentin"])
    #expect(profile.positions.map(\.company) == ["Ackerwind", "Brackmann AG"])
    #expect(profile.positions.map(\.dates?.start) == ["2019-05", "2015-02"])
    #expect(profile.current?.title == "Leiterin")
  }

  @Test func answersAboutOthersAreLeftAlone() throws {
    #expect(try read(signedIn("ned-archer", answers)).positions.isEmpty)
  }
}
