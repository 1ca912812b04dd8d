// Invented pages of the known generations, in the variants that members make of them.
import Testing
import WebPage

@testable import Profile

struct LayoutVariantsTests {
  private func read(_ html: String, savedFrom: String? = nil) throws -> Profile {
    try ProfileReader().read(WebPage(Array(html.utf8)), savedFrom: savedFrom)
  }

  private func refusal(_ html: String) -> PageRefusal? {
    do {
      _ = try read(html)
      return nil
    } catch {
      return error as? PageRefusal
    }
  }

  /// A signed-in page of 2024 with some lines in its top card and some entries of positions.
  private func signedIn(_ h1: String = "text-heading-xlarge", top: String = "", experience: String = "") -> String {
    """
    <main><section><a href="/in/uta-falk/overlay/about-this-profile/"><h1 class="\(h1)">Uta Falk</h1></a>\(top)
    <a id="top-card-text-details-contact-info" href="/in/uta-falk/overlay/contact-info/">Kontaktinfo</a></section>
    <section><div id="experience"></div><ul>\(experience)</ul></section></main>
    """
  }

  private func entry(_ title: String, _ lines: String..., inside: String = "", mark: String) -> String {
    let spans = lines.map { line in
      let light = line.contains("20") || line.contains(",") ? "t-black--light" : ""
      return
        "<span class='t-14 t-normal \(light)'><span aria-hidden='true'>\(line)</span><span class='visually-hidden'>\(line)</span></span>"
    }.joined()
    return """
      <li><div \(mark)><div></div><div><div class="display-flex justify-space-between"><div><div class="t-bold"><span aria-hidden="true">\(title)</span>
      <span class="visually-hidden">\(title)</span></div>\(spans)</div></div>\(inside)</div></div></li>
      """
  }

  @Test(arguments: ["data-view-name='profile-component-entity'", "class='pvs-entity pvs-entity--padded'"])
  func rolesOfACompanyBearItsName(_ mark: String) throws {
    let roles =
      entry("Leiterin Recruiting", "Vollzeit", "März 2021–Heute · 2 Jahre 4 Monate", mark: mark)
      + entry("Referentin", "Sept. 2016–Feb. 2021 · 4 Jahre 6 Monate", mark: mark)
    let html = signedIn(
      experience: entry("Ackerwind", "6 Jahre 10 Monate", inside: "<ul>\(roles)</ul>", mark: mark)
        + entry("Praktikantin", "Brackmann AG · Praktikum", "2015–2016 · 1 Jahr", "Ulm, Deutschland", mark: mark))
    let profile = try read(html)
    #expect(profile.positions.map(\.title) == ["Leiterin Recruiting", "Referentin", "Praktikantin"])
    #expect(profile.positions.map(\.company) == ["Ackerwind", "Ackerwind", "Brackmann AG"])
    #expect(profile.positions.map(\.dates?.start) == ["2021-03", "2016-09", "2015"])
    #expect(profile.positions.last?.location == "Ulm, Deutschland")
    #expect(profile.url == "https://www.linkedin.com/in/uta-falk")
  }

  @Test func theHeadingOfLateHashedPagesIsFoundByItsLook() throws {
    let html = signedIn(
      "Xqk inline t-24 v-align-middle break-words",
      top: """
        <span class="text-body-small v-align-middle break-words t-black--light">(She/Her)</span>
        <div class="text-body-medium break-words">Recruiting &amp; mehr</div>
        <ul><li class="text-body-small"><span class="t-bold">1.204</span> Follower:innen</li>
        <li class="text-body-small"><span class="t-black--light"><span class="t-bold">500+</span> Kontakte</span></li></ul>
        """)
    let profile = try read(html)
    #expect(profile.name == "Uta Falk")
    #expect(profile.headline == "Recruiting & mehr")
    #expect(profile.location == nil)
    #expect(profile.connections == "500+")
  }

  @Test func anotherSignedInPageIsNoProfile() {
    let html =
      "<main><section><h1 class='text-heading-xlarge'>Saved jobs</h1></section></main><img src='//media.licdn.com/x'>"
    #expect(refusal(html)?.reason == "unsupported_layout")
  }

  @Test func positionsOfAnOlderGenerationBelowANewTopAreRead() throws {
    let html = """
      <main><section><h1 class="text-heading-xlarge">Uta Falk</h1><a href="/in/uta-falk/overlay/contact-info/">i</a></section>
      <section id="experience-section"><ul><li class="pv-position-entity"><h3>Leiterin</h3>
      <p class="pv-entity__secondary-title">Ackerwind <span>Vollzeit</span></p>
      <h4 class="pv-entity__date-range"><span class="visually-hidden">Dates</span><span>Mai 2019–Heute</span></h4></li></ul></section></main>
      """
    let profile = try read(html)
    #expect(profile.layout == "logged_in_2024")
    #expect(profile.current?.company == "Ackerwind")
    #expect(profile.places.contains { $0.value == "positions" && $0.place.contains("experience-section") })
  }

  @Test func aSignedInPageOf2020WithoutAPlaceHasNone() throws {
    let html = """
      <section><ul class="pv-top-card--list"><li>Uta Falk</li></ul><h2>Leiterin</h2>
      <ul class="pv-top-card--list pv-top-card--list-bullet"><li class="inline-block"><span class="t-16">212 connections</span></li></ul></section>
      """
    let profile = try read(html)
    #expect(profile.location == nil)
    #expect(profile.connections == "212")
  }

  /// A public page of 2024.
  private func published(_ top: String = "", _ rest: String = "", slug: String = "uta-falk") -> String {
    """
    <link rel="canonical" href="https://de.linkedin.com/in/\(slug)?trk=x"><main><section class="top-card-layout">
    <h1 class="top-card-layout__title">Uta Falk, PhD</h1>\(top)</section>\(rest)</main>
    """
  }

  @Test func aPublicPageWithoutAPlaceHasNone() throws {
    let top = """
      <h3 class="top-card-layout__first-subline"><div class="not-first-middot"><span>1K followers</span><span>500+ connections</span></div></h3>
      """
    let profile = try read(published(top))
    #expect(profile.location == nil)
    #expect(profile.headline == nil)
    #expect(profile.name == "Uta Falk, PhD")
  }

  @Test(arguments: [
    "Mehr als 500 Kontakte", "Plus de 500 relations", "Más de 500 contactos", "+ de 500 conexões",
    "1.204 Follower:innen",
    "500 से ज़्यादा कनेक्शन",
  ])
  func aCountOfConnectionsIsNoPlace(_ line: String) throws {
    let subline =
      "<h3 class='top-card-layout__first-subline'><div class='not-first-middot'><span>\(line)</span></div></h3>"
    #expect(try read(published(subline)).location == nil)
    let listed = "<span class='text-body-small inline t-black--light break-words'>\(line)</span>"
    #expect(try read(signedIn(top: listed)).location == nil)
  }

  @Test func aPlaceMayHoldANumber() throws {
    let subline = "<span class='text-body-small inline t-black--light'>Paris 2e, France</span>"
    #expect(try read(signedIn(top: subline)).location == "Paris 2e, France")
  }

  @Test func theListsOfLate2019AreRead() throws {
    let html = """
      <section><ul class="pv-top-card-v3--list inline-flex"><li class="inline t-24">Uta Falk</li></ul><h2>Leiterin</h2>
      <ul class="pv-top-card-v3--list pv-top-card-v3--list-bullet"><li class="t-16 inline-block">Ulm, Deutschland</li></ul></section>
      """
    let profile = try read(html)
    #expect(profile.name == "Uta Falk" && profile.headline == "Leiterin" && profile.location == "Ulm, Deutschland")
  }

  @Test func aRoleWithoutATitleTakesNoneFromElsewhere() throws {
    let untitled = entry(
      "", "Brackmann AG", "2015–2016", inside: "<p class='t-bold'><span aria-hidden='true'>Zeugnis</span></p>",
      mark: "class='pvs-entity'")
    #expect(try read(signedIn(experience: untitled)).positions.map(\.title) == [nil])
    let older = """
      <section><h1 class="pv-top-card-section__name">A B</h1></section><section id="experience-section"><li class="pv-position-entity"><h3>
      <span class="visually-hidden">Title</span></h3><h4><span class="pv-entity__secondary-title">Ferncastle</span></h4></li></section>
      """
    #expect(try read(older).positions.map(\.title) == [nil])
  }

  @Test(arguments: [
    "LinkedIn Member", "LinkedIn-Mitglied", "Membre de LinkedIn", "Miembro de LinkedIn", "Usuário do LinkedIn",
    "Utente LinkedIn",
    "LinkedIn सदस्य", "LinkedInメンバー", "Użytkownik LinkedIn",
  ])
  func aHiddenNameIsNone(_ name: String) {
    let html =
      "<main><section><h1 class='top-card-layout__title'>\(name)</h1><h2 class='top-card-layout__headline'>Leiterin</h2></section></main>"
    #expect(refusal(html)?.reason == "private_profile")
  }

  @Test(arguments: [
    ("https://www.linkedin.com/company/ackerwind/about/", "a company page"),
    ("https://de.linkedin.com/search/results/people/?keywords=uta", "a list of search results"),
    ("https://www.linkedin.com/pub/dir/Uta/Falk", "a list of search results"),
    ("https://www.linkedin.com/in/unavailable/", "the profile does not exist or is not public"),
    (
      "https://www.linkedin.com/checkpoint/challenge/AgF",
      "LinkedIn asked for a proof that a person reads instead of showing the profile"
    ),
    ("https://www.linkedin.com/authwall?trk=x", "LinkedIn asked to sign in instead of showing the profile"),
  ])
  func theAddressThatAPageWasSavedFromTellsWhatItIs(_ address: String, _ says: String) {
    let error = #expect(throws: PageRefusal.self) {
      try read("<h1 class='top-card-layout__title'>Ackerwind</h1>", savedFrom: address)
    }
    #expect(error?.says == says)
  }

  @Test(arguments: [
    "https://www.linkedin.com/in/uta-falk/", "https://www.linkedin.com/pub/uta-falk/4/b/1a2", "file:///tmp/uta.html",
  ])
  func otherAddressesLetAPageBeRead(_ address: String) throws {
    #expect(try read("<h1 class='top-card-layout__title'>Uta Falk</h1>", savedFrom: address).name == "Uta Falk")
  }

  @Test func theResultCardsOf2020AreRead() throws {
    let html = published(
      "<h3 class='top-card-layout__first-subline'><span class='top-card__subline-item'>Ulm, Germany</span></h3>",
      """
      <section class="experience pp-section"><ul><li class="result-card experience-item"><h3 class="result-card__title experience-item__title">Leiterin</h3>
      <h4 class="result-card__subtitle experience-item__subtitle"><a href="https://de.linkedin.com/company/ackerwind">Ackerwind</a></h4>
      <p class="experience-item__duration"><span class="date-range"><time>Mai 2019</time> – Heute <span>2 Jahre</span></span></p>
      <p class="experience-item__location">Ulm</p></li>
      <li class="experience-group experience-item"><h4 class="experience-group-header__company">Brackmann AG</h4><ul>
      <li class="experience-group-position"><h3 class="experience-group-position__title">Referentin</h3>
      <p class="experience-group-position__duration"><span class="date-range"><time>2015</time> – <time>2018</time></span></p></li></ul></li></ul></section>
      """)
    let profile = try read(html)
    #expect(profile.location == "Ulm, Germany")
    #expect(profile.positions.map(\.title) == ["Leiterin", "Referentin"])
    #expect(profile.positions.map(\.company) == ["Ackerwind", "Brackmann AG"])
    #expect(profile.positions.map(\.companySlug) == ["ackerwind", nil])
  }

  @Test func aNameWrittenFromRightToLeftIsKeptWithoutItsMarks() throws {
    let html = """
      <link rel="canonical" href="https://il.linkedin.com/in/%D7%93%D7%A0%D7%94-1"><main><section>
      <h1 class="top-card-layout__title" dir="rtl">\u{200F}דנה לוי\u{200F}</h1></section></main>
      """
    let profile = try read(html)
    #expect(profile.name == "דנה לוי")
    #expect(profile.url == "https://www.linkedin.com/in/%D7%93%D7%A0%D7%94-1")
  }

  @Test(arguments: [
    (
      "<link rel='canonical' href='https://www.linkedin.com/company/ackerwind'><h1 class='top-card-layout__title'>Ackerwind</h1>",
      "a company page"
    ),
    (
      "<link rel='canonical' href='https://www.linkedin.com/jobs/view/1'><h1 class='top-card-layout__title topcard__title'>Recruiter</h1>",
      "a job advertisement or a list of them"
    ),
    (
      "<h1 data-anonymize='person-name'>Uta Falk</h1>",
      "a Sales Navigator page, whose markup is not read; save the member's own profile page"
    ),
    (
      "<title>LinkedIn Talent Solutions</title>",
      "a Recruiter page, whose markup is not read; save the member's own profile page"
    ),
    ("<div class='search-results-container'></div>", "a list of search results"),
    ("<title>999: request failed</title>", "LinkedIn refused the request (error 999) instead of showing the profile"),
    (
      "<title>Sicherheitsüberprüfung</title><iframe id='captcha-internal'></iframe>",
      "LinkedIn asked for a proof that a person reads instead of showing the profile"
    ),
    (
      "<link rel='canonical' href='https://www.linkedin.com/feed/'>",
      "a feed, a mailbox or another page of the reader's own"
    ),
    (
      "<div data-view-name='profile-top-card'><p>Uta Falk</p></div>",
      "a profile page of 2026, whose markup (data-view-name) is not known here"
    ),
  ])
  func whatIsNoProfileIsSaid(_ html: String, _ says: String) {
    #expect(refusal(html)?.says == says)
  }
}
