// A public profile as guests see it since 2021, with its JSON-LD.
import JSONLines

/// Markup of the public generation 2024.
enum PublicPage2024 {
  static func html(_ profile: Profile) -> String {
    head(profile) + topCard(profile) + experience(profile) + education(profile) + beside(profile)
      + "</section></main></body></html>\n"
  }

  private static func beside(_ profile: Profile) -> String {
    let items = profile.strangers.map { stranger in
      """
      <li><a href="https://www.linkedin.com/in/\(stranger.slug)?trk=public_profile_browsemap" class="base-card"><div class="base-aside-card__info">
      <h3 class="base-aside-card__title">\(markup(stranger.name))</h3><p class="base-aside-card__subtitle">\(markup(stranger.headline))</p></div></a></li>
      """
    }
    return "<section class=\"aside-section-container browse-map\"><h2 class=\"aside-section-container__title\">"
      + "People also viewed</h2><ul class=\"browse-map__list\">" + items.joined(separator: "\n") + "</ul></section>"
  }

  private static func head(_ profile: Profile) -> String {
    let title = "\(profile.name) - \(profile.positions[0].title) - \(profile.positions[0].company) | LinkedIn"
    return """
      <!DOCTYPE html> <html lang="en">\(savedComment(profile))<head><meta charset="UTF-8"><meta name="pageKey" content="public_profile_v3_desktop">
      <meta name="locale" content="en_US"><title>\(markup(title))</title>
      <meta name="litmsProfileName" content="public-profile-frontend"><meta property="og:type" content="profile">
      <meta property="profile:first_name" content="\(markup(profile.given))"><meta property="profile:last_name" content="\(markup(profile.family))">
      <meta property="og:url" content="https://www.linkedin.com/in/\(profile.slug)">
      <link rel="canonical" href="https://www.linkedin.com/in/\(profile.slug)">
      <script type="application/ld+json">\(linkedData(profile))</script></head>
      <body dir="ltr"><header class="header base-detail-page__header"><nav class="nav" aria-label="Primary"><a href="/?trk=public_profile_nav-header-logo"
      class="nav__logo-link"><span class="sr-only">LinkedIn</span></a><a class="nav__button-secondary" href="https://www.linkedin.com/login">Sign in</a>
      </nav></header><main class="main" id="main-content"><section class="core-rail mx-auto"><div class="details mx-details-container-padding">

      """
  }

  private static func linkedData(_ profile: Profile) -> String {
    func work(_ position: ShownPosition) -> JSON {
      var role: JSONObject = ["@type": "OrganizationRole"]
      role.append("startDate", "\(position.start.year)-\(padded(position.start.month))")
      role.append("endDate", position.end.map { "\($0.year)-\(padded($0.month))" })
      var body: JSONObject = ["@type": "Organization", "name": .string(position.company)]
      body.append("url", "https://www.linkedin.com/company/\(position.slug)")
      body.append("location", position.place)
      body.append("member", .object(role))
      return .object(body)
    }
    let person: JSON = [
      "@type": "Person",
      "address": [
        "@type": "PostalAddress", "addressLocality": .string(profile.location),
        "addressCountry": .string(profile.country),
      ],
      "alumniOf": .array(profile.positions.filter { $0.end != nil }.map(work)),
      "jobTitle": .array([.string(profile.positions[0].title)]), "name": .string(profile.name),
      "sameAs": .string("https://www.linkedin.com/in/\(profile.slug)"),
      "url": .string("https://www.linkedin.com/in/\(profile.slug)"),
      "worksFor": .array(profile.positions.filter { $0.end == nil }.map(work)),
    ]
    let graph: JSON = ["@context": "http://schema.org", "@graph": .array([person])]
    return graph.text
  }

  private static func topCard(_ profile: Profile) -> String {
    """
    <section class="profile"><section class="top-card-layout container-lined overflow-hidden"><div class="top-card-layout__card relative p-2">
    <div class="top-card-layout__entity-info-container flex flex-wrap"><div class="top-card-layout__entity-info flex-grow">
    <h1 class="top-card-layout__title font-sans text-lg font-bold leading-open text-color-text mb-0">
      \(markup(profile.name))
    </h1><h2 class="top-card-layout__headline break-words font-sans text-md leading-open text-color-text">
      \(markup(profile.headline))
    </h2><h3 class="top-card-layout__first-subline font-sans text-md leading-open text-color-text-low-emphasis">
    <div class="profile-info-subheader"><div class="not-first-middot"><span>\(markup(profile.location))</span></div></div></h3></div></div></div></section>
    <section class="core-section-container my-3 pp-section summary" data-section="summary"><h2 class="core-section-container__title section-title">About</h2>
    <div class="core-section-container__content break-words"><p>\(markup(profile.summary))</p></div></section>

    """
  }

  private static func experience(_ profile: Profile) -> String {
    let items = profile.positions.map { position in
      let (years, months) = position.duration(at: profile.saved)
      let span = (years > 0 ? "\(years) year\(years > 1 ? "s" : "") " : "") + "\(months) month\(months == 1 ? "" : "s")"
      let end = position.end.map { "<time>\(monthYear($0))</time>" } ?? "Present"
      let section = position.end == nil ? "currentPositionsDetails" : "pastPositionsDetails"
      let place = position.place.map { "<p class=\"experience-item__meta-item\">\(markup($0))</p>" } ?? ""
      return """
        <li class="profile-section-card relative flex w-full list-none py-1.5 pr-2 pl-1 experience-item" data-section="\(section)">
        <div class="pl-0.5 grow break-words"><h3 class="text-[18px] text-color-text leading-regular font-semibold">
        <span class="experience-item__title">\(markup(position.title))</span></h3>
        <h4 class="text-color-text text-md not-first-middot leading-[1.75]"><a href="https://www.linkedin.com/company/\(position.slug)?trk=public_profile_experience-item">
        <span class="experience-item__subtitle">\(markup(position.company))</span></a></h4>
        <div class="text-color-text-low-emphasis text-md"><p class="experience-item__meta-item">
        <span class="date-range text-color-text-secondary font-sans text-md leading-open font-regular"><time>\(monthYear(position.start))</time> - \(end)
        <span class="before:middot">\(span)</span></span></p>\(place)</div></div></li>
        """
    }
    return """
      <section class="core-section-container my-3 pp-section experience" data-section="experience">
      <h2 class="core-section-container__title section-title">Experience</h2><div class="core-section-container__content break-words">
      <ul class="experience__list">
      \(items.joined(separator: "\n"))
      </ul></div></section>

      """
  }

  private static func education(_ profile: Profile) -> String {
    """
    <section class="core-section-container my-3 pp-section education" data-section="educationsDetails">
    <h2 class="core-section-container__title section-title">Education</h2><div class="core-section-container__content break-words">
    <ul class="education__list"><li class="profile-section-card relative flex w-full list-none py-1.5 pr-2 pl-1 education__list-item">
    <div class="pl-0.5 grow break-words"><h3 class="text-[18px] text-color-text leading-regular font-semibold">
    <a href="https://www.linkedin.com/school/x?trk=public_profile_school">\(markup(profile.school))</a></h3>
    <h4 class="text-color-text text-md not-first-middot leading-[1.75]"><span class="control-transition">\(profile.degree)</span>
    <span class="control-transition" data-section="educations">\(profile.field)</span></h4>
    <div class="text-color-text-low-emphasis text-md"><p class="my-0.5 mx-0 inline-block"><span class="date-range text-color-text-secondary font-sans">
    <time>\(profile.schoolYears.0)</time> - <time>\(profile.schoolYears.1)</time></span></p></div></div></li></ul></div></section></section></div>

    """
  }
}
