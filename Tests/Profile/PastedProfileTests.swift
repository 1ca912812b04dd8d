import Testing
import WebPage

@testable import Profile

struct PastedProfileTests {
  private func read(_ text: String) throws -> Profile { try ProfileReader().read(pasted: text) }

  private func roles(_ profile: Profile) -> [String] {
    profile.positions.map { position in
      let end = position.dates?.isCurrent == true ? "now" : position.dates?.end ?? "?"
      return "\(position.title ?? "-") @ \(position.company ?? "-") \(position.dates?.start ?? "?")..\(end)"
    }
  }

  @Test func whatStandsTwiceIsReadOnce() throws {
    let profile = try read(
      """
      Home
      My Network
      Marisol Underhay
      Marisol Underhay
      She/Her
       · 2nd
      Head of Talent at Ferncastle | hiring
      Ferncastle
      Greater Lisbon Area  Contact info
      500+ connections
      Experience
      Experience
      Ferncastle logo
      Ferncastle
      Ferncastle
      Full-time · 5 yrs 3 mos
      Full-time · 5 yrs 3 mos
      Lisbon, Portugal
      Lisbon, Portugal
      Head of Talent
      Head of Talent
      Jan 2020 - Present · 3 yrs 3 mos
      Jan 2020 to Present · 3 yrs 3 mos
      Building the team since 2020.
      Building the team since 2020.
      Senior Recruiter
      Senior Recruiter
      Jan 2018 - Dec 2019 · 2 yrs
      Jan 2018 to Dec 2019 · 2 yrs
      Recruiter
      Recruiter
      Quillwater Ltd · Contract
      Quillwater Ltd · Contract
      Mar 2015 - Dec 2017 · 2 yrs 10 mos
      Mar 2015 to Dec 2017 · 2 yrs 10 mos
      Porto, Portugal · On-site
      Porto, Portugal · On-site
      Show all 7 experiences
      Skills
      Skills
      Hiring
      Hiring
      Head of Talent at Ferncastle
      12 endorsements
      """)
    #expect(profile.name == "Marisol Underhay")
    #expect(profile.headline == "Head of Talent at Ferncastle | hiring")
    #expect(profile.location == "Greater Lisbon Area")
    #expect(profile.connections == "500+")
    #expect(
      roles(profile) == [
        "Head of Talent @ Ferncastle 2020-01..now", "Senior Recruiter @ Ferncastle 2018-01..2019-12",
        "Recruiter @ Quillwater Ltd 2015-03..2017-12",
      ])
    #expect(profile.positions.last?.location == "Porto, Portugal")
    #expect(profile.positionsComplete == false)
    #expect(profile.skills == ["Hiring"])
    #expect(profile.monthRead == "2023-03")
  }

  @Test func whatRunsTogetherOnALineIsTakenApart() throws {
    let profile = try read(
      """
      Uta Falk
      Leiterin Recruiting bei Ackerwind
      München, Bayern, DeutschlandKontaktinfo
      BerufserfahrungBerufserfahrung
      Leiterin RecruitingLeiterin Recruiting
      Ackerwind GmbH · VollzeitAckerwind GmbH · Vollzeit
      März 2021–Heute · 2 Jahre 4 MonateMärz 2021 bis Heute · 2 Jahre 4 Monate
      AusbildungAusbildung
      Uni UlmUni Ulm
      Diplom, PsychologieDiplom, Psychologie
      2008–20122008–2012
      """)
    #expect(profile.location == "München, Bayern, Deutschland")
    #expect(roles(profile) == ["Leiterin Recruiting @ Ackerwind GmbH 2021-03..now"])
    #expect(profile.education.map(\.degree) == ["Diplom"])
    #expect(profile.education.map(\.dates?.end) == ["2012"])
  }

  @Test(arguments: [
    (
      """
      Inès Moreau
      Responsable recrutement
      Lyon, Auvergne-Rhône-Alpes, France · Coordonnées
      Plus de 500 relations
      Expérience
      Valcombe
      CDI · 6 ans 2 mois
      Responsable recrutement
      juil. 2021 - aujourd’hui · 2 ans
      Chargée de recrutement
      mai 2017 - juin 2021 · 4 ans 2 mois
      Assistante RH
      Pontrivage · Stage
      janv. 2016 - juin 2016 · 6 mois
      """,
      [
        "Responsable recrutement @ Valcombe 2021-07..now", "Chargée de recrutement @ Valcombe 2017-05..2021-06",
        "Assistante RH @ Pontrivage 2016-01..2016-06",
      ], "Lyon, Auvergne-Rhône-Alpes, France"
    ),
    (
      """
      Lucía Ferrer Campo
      Directora de Personas
      Madrid, Comunidad de Madrid, España
      Información de contacto
      Experiencia
      Directora de Personas
      Altozano · Jornada completa
      ene. 2019 - actualidad · 4 años 6 meses
      Madrid, España · Híbrido
      Técnica de selección
      Ríobravo S.L.
      sept. 2015 - dic. 2018 · 3 años 4 meses
      """,
      ["Directora de Personas @ Altozano 2019-01..now", "Técnica de selección @ Ríobravo S.L. 2015-09..2018-12"],
      "Madrid, Comunidad de Madrid, España"
    ),
    (
      """
      João Teles
      Gerente de RH
      São Paulo, São Paulo, Brasil
      Informações de contato
      Experiência
      Gerente de RH
      Serrafina · Tempo integral
      jun. de 2020 - o momento · 3 anos 1 mês
      Analista de RH
      Campo Novo
      mar de 2016 - mai de 2020 · 4 anos 3 meses
      """,
      ["Gerente de RH @ Serrafina 2020-06..now", "Analista de RH @ Campo Novo 2016-03..2020-05"],
      "São Paulo, São Paulo, Brasil"
    ),
    (
      """
      अनिल वर्मा
      मानव संसाधन प्रबंधक
      पुणे, महाराष्ट्र, भारत
      संपर्क जानकारी
      अनुभव
      मानव संसाधन प्रबंधक
      नीलकमल टेक · पूर्णकालिक
      जन॰ 2020 - वर्तमान · 3 वर्ष 6 माह
      भर्ती विशेषज्ञ
      सागर सॉफ़्टवेयर
      मार्च 2016 - दिस॰ 2019 · 3 वर्ष 10 माह
      """,
      ["मानव संसाधन प्रबंधक @ नीलकमल टेक 2020-01..now", "भर्ती विशेषज्ञ @ सागर सॉफ़्टवेयर 2016-03..2019-12"], "पुणे, महाराष्ट्र, भारत"
    ),
  ])
  func otherLanguagesAreRead(_ text: String, _ expected: [String], _ place: String) throws {
    let profile = try read(text)
    #expect(roles(profile) == expected)
    #expect(profile.location == place)
  }

  @Test func aCompanyGoesOnUntilItsRolesFillItsTime() throws {
    let profile = try read(
      """
      Mina Sato
      Engineer at Hollowell
      Osaka, Japan
      120 connections
      Experience
      Hollowell
      8 years
      Staff Engineer
      Jan 2021 - Present
      2 years 6 months
      Osaka, Japan
      Engineer
      Jul 2015 - Dec 2020
      5 years 6 months
      Trainee
      Brook & Co
      2014
      Designer
      Freelance · Self-employed
      2012 - 2013
      """)
    #expect(
      roles(profile) == [
        "Staff Engineer @ Hollowell 2021-01..now", "Engineer @ Hollowell 2015-07..2020-12",
        "Trainee @ Brook & Co 2014..2014",
        "Designer @ Freelance 2012..2013",
      ])
    #expect(profile.positions.first?.location == "Osaka, Japan")
    #expect(profile.location == "Osaka, Japan")
  }

  @Test func rolesAtTheSameTimeStayWithTheirCompany() throws {
    let profile = try read(
      """
      Status is online
      Uta Falk
      Head of Talent
      Message
      Uta Falk
      Head of Talent
      Ackerwind
      Ulm, Germany Contact info
      Experience
      Ackerwind
      2 yrs 7 mos
      Head of Media
      Contract
      Apr 2014 - Oct 2016 · 2 yrs 7 mos
      We made films.
      Strategy, Agile Management and +1 skill
      Front End Lead
      Apr 2014 - Oct 2016 · 2 yrs 7 mos
      Trainee
      Brackmann AG
      2012 - 2013
      """)
    #expect(profile.name == "Uta Falk")
    #expect(profile.headline == "Head of Talent")
    #expect(
      roles(profile) == [
        "Head of Media @ Ackerwind 2014-04..2016-10", "Front End Lead @ Ackerwind 2014-04..2016-10",
        "Trainee @ Brackmann AG 2012..2013",
      ])
  }

  @Test func anAddressAboveTheTextIsTheProfiles() throws {
    let profile = try read(
      "https://uk.linkedin.com/in/ned-archer/\nNed Archer (He/Him)\n· 1st\nDesigner\nExperience\nDesigner\nBrook\n2019 - 2020\n"
    )
    #expect(profile.url == "https://www.linkedin.com/in/ned-archer")
    #expect(profile.name == "Ned Archer")
    #expect(profile.headline == "Designer")
  }

  @Test func aWholeWindowBeginsWithWhatIsNoProfile() throws {
    let profile = try read(
      """
      0 notifications total
      Skip to search
      Keyboard shortcuts
      new feed updates notifications
      Home
      My Network
      4
      4 new notifications
      Me
      Some campaign of the week
      Uta Falk
      (She/Her)
      · 2nd
      2nd degree connection
      Head of Talent
      Ulm, Germany
       · 
      Contact info
      About
      I hire.
      Experience
      Head of Talent
      Ackerwind
      Jan 2020 - Present · 3 yrs
      """)
    #expect(profile.name == "Uta Falk")
    #expect(profile.headline == "Head of Talent")
    #expect(profile.location == "Ulm, Germany")
    #expect(roles(profile) == ["Head of Talent @ Ackerwind 2020-01..now"])
  }

  @Test(arguments: ["", "milk\neggs\n", "Experience\nRecruiter\nBrook\n2019 - 2020\n", "Brook & Co\nAbout\nWe bake.\n"])
  func otherTextsAreNoProfile(_ text: String) {
    #expect(throws: PageRefusal.self) { try read(text) }
  }

  @Test func aTextIsToldFromAPage() throws {
    #expect(try SavedPage(Array("a < b\nExperience".utf8)).kind == .text)
    #expect(try SavedPage(Array("<p>Experience</p>".utf8)).kind == .html)
    let wide = Array("Uta\n".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(try SavedPage([0xFF, 0xFE] + wide).kind == .text)
  }
}
