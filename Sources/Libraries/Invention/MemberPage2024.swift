// A profile as a logged-in colleague saved it since 2021: hashed class names, every text twice.

/// Markup of the generation 2024.
enum MemberPage2024 {
  static func html(_ profile: Profile) -> String {
    head(profile) + topCard(profile) + experience(profile) + education(profile) + skills(profile)
      + "</main></div></div></body></html>\n"
  }

  private static func head(_ profile: Profile) -> String {
    return """
      <!DOCTYPE html> <html lang="en" class="theme theme--mercado app-loader--default artdeco windows">\(savedComment(profile))<head><meta charset="utf-8"><title>\(markup(profile.name)) | LinkedIn</title></head>
      <body dir="ltr" class="render-mode-BIGPIPE nav-v2 ember-application icons-loaded boot-complete">
      <section id="artdeco-toasts" class="artdeco-toasts" aria-label="Toast message"><h2 class="artdeco-toasts__title">\
      0 notifications total</h2></section>
      <div class="application-outlet"><div class="scaffold-layout__inner"><main class="scaffold-layout__main">

      """
  }

  private static func topCard(_ profile: Profile) -> String {
    """
    <section class="artdeco-card \(hashed("card", profile))" data-member-id="\(200_000_001 + profile.slug.utf8.count * 7919)"><div class="ph5 pb5">
    <div class="mt2 relative"><div class="\(hashed("name", profile))"><span class="artdeco-hoverable-trigger ember-view">
    <a href="https://www.linkedin.com/in/\(profile.slug)/overlay/about-this-profile/" class="ember-view">
    <h1 class="text-heading-xlarge inline t-24 v-align-middle break-words">\(markup(profile.name))</h1></a></span>
    <span class="distance-badge t-black--light t-14"><span class="visually-hidden">1st degree connection</span>\
    <span class="dist-value" aria-hidden="true">1st</span></span>
    <div class="text-body-medium break-words" data-generated-suggestion-target="urn:li:fsu_profileActionDelegate:1">
      \(markup(profile.headline))
    </div></div>
    <ul class="pv-text-details__right-panel"><li><button aria-label="Current company: \(markup(profile.positions[0].company)). \
    Click to skip to experience card" type="button">\(markup(profile.positions[0].company))</button></li></ul>
    <div class="\(hashed("place", profile)) mt2"><span class="text-body-small inline t-black--light break-words">
      \(markup(profile.location))
    </span></div></div></div></section>
    <section class="artdeco-card pv-profile-card break-words mt2" data-view-name="profile-card"><div id="about" class="pv-profile-card__anchor"></div>
    <div class="display-flex ph5 pv3">\(twice(profile.summary))</div></section>

    """
  }

  private static func experience(_ profile: Profile) -> String {
    let items = profile.positions.map { position in
      let end = position.end.map(monthYear) ?? "Present"
      let span = position.shortDuration(at: profile.saved)
      let place = position.place.map { line($0, "t-14 t-normal t-black--light") } ?? ""
      return entry(
        position.title, position.slug, profile,
        line(position.company + " · Full-time", "t-14 t-normal")
          + caption(
            "\(monthYear(position.start)) - \(end) · \(span)", "\(monthYear(position.start)) to \(end) · \(span)")
          + place)
    }
    return section("experience", "Experience", items, profile)
  }

  private static func education(_ profile: Profile) -> String {
    let years = "\(profile.schoolYears.0) - \(profile.schoolYears.1)"
    return section(
      "education", "Education",
      [
        entry(
          profile.school, "school", profile,
          line("\(profile.degree), \(profile.field)", "t-14 t-normal") + caption(years, years))
      ],
      profile)
  }

  private static func skills(_ profile: Profile) -> String {
    section("skills", "Skills", profile.skills.map { entry($0, "skill", profile, "") }, profile)
  }

  private static func section(_ id: String, _ title: String, _ items: [String], _ profile: Profile) -> String {
    """
    <section class="artdeco-card pv-profile-card break-words mt2" tabindex="-1" data-view-name="profile-card">
    <div id="\(id)" class="pv-profile-card__anchor"></div><div class="\(hashed("header", profile))"><div class="pvs-header__top-container--no-stack">
    <h2 class="pvs-header__title text-heading-large">\(twice(title))</h2></div></div>
    <div class="\(hashed("list", profile))"><ul class="\(hashed("items", profile))">
    \(items.joined(separator: "\n"))
    </ul></div></section>

    """
  }

  private static func entry(_ title: String, _ slug: String, _ profile: Profile, _ rest: String) -> String {
    """
    <li class="artdeco-list__item \(hashed("item", profile))"><div class="\(hashed("entity", profile))" data-view-name="profile-component-entity">
    <div><a data-field="experience_company_logo" class="optional-action-target-wrapper display-flex" href="https://www.linkedin.com/company/\(slug)/"></a></div>
    <div class="display-flex flex-column full-width align-self-center"><div class="display-flex flex-row justify-space-between">
    <div class="display-flex flex-column full-width"><div class="display-flex flex-wrap align-items-center full-height">
    <div class="display-flex align-items-center mr1 t-bold">\(twice(title))</div></div>\(rest)</div></div></div></div></li>
    """
  }

  private static func line(_ text: String, _ classes: String) -> String {
    "<span class=\"\(classes)\">\(twice(text))</span>"
  }

  private static func caption(_ shown: String, _ spoken: String) -> String {
    "<span class=\"t-14 t-normal t-black--light\"><span class=\"pvs-entity__caption-wrapper\" aria-hidden=\"true\">"
      + "\(markup(shown))</span><span class=\"visually-hidden\">\(markup(spoken))</span></span>"
  }

  private static func twice(_ text: String) -> String {
    "<span aria-hidden=\"true\">\(markup(text))</span><span class=\"visually-hidden\">\(markup(text))</span>"
  }

  /// A class name without meaning, as the site's build makes them.
  private static func hashed(_ what: String, _ profile: Profile) -> String {
    var dice = Dice(seed: UInt64(profile.saved / 40_000_000), what)
    return String(dice.token(40).filter { $0.isLetter })
  }
}
