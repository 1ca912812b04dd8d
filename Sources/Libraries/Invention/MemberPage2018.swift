// A profile as a logged-in colleague saved it in 2018 to 2020 (`pv-top-card`, Ember).

/// Markup of the generation 2018.
enum MemberPage2018 {
  static func html(_ profile: Profile) -> String {
    head(profile) + topCard(profile) + experience(profile) + education(profile) + skills(profile)
      + "</div>" + beside(profile) + "</div></div></div></div></body></html>\n"
  }

  private static func beside(_ profile: Profile) -> String {
    let items = profile.strangers.map { stranger in
      """
      <li class="pv-browsemap-section__member-container mt4"><a data-control-name="browsemap_profile" href="https://www.linkedin.com/in/\(stranger.slug)/"
      class="pv-browsemap-section__member ember-view"><div class="pv-browsemap-section__member-detail"><h3 class="actor-name-with-distance">
      <span class="name actor-name">\(markup(stranger.name))</span></h3><p class="browsemap-headline">\(markup(stranger.headline))</p></div></a></li>
      """
    }
    return
      "<section class=\"pv-profile-section pv-browsemap-section profile-section artdeco-container-card ember-view\">"
      + "<h2 class=\"pv-profile-section__card-heading\">People Also Viewed</h2><ul class=\"browsemap mt4\">"
      + items.joined(separator: "\n") + "</ul></section>"
  }

  private static func head(_ profile: Profile) -> String {
    """
    <!DOCTYPE html>
    \(savedComment(profile))
    <html lang="en" class="theme theme--classic"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
    <title>(3) \(markup(profile.name)) | LinkedIn</title><link rel="stylesheet" href="./\(profile.slug)_files/app.css"></head>
    <body dir="ltr" class="render-mode-BIGPIPE nav-v2 ember-application boot-complete">
    <div id="extended-nav" class="extended-nav nav-main-container global-nav ember-view" role="navigation"></div>
    <div id="profile-wrapper" class="pv-profile-wrapper pv-profile-wrapper--below-nav"><div id="ember1240" class="self-focused ember-view">
    <div class="pv-content profile-view-grid neptune-grid two-column ghost-animate-in"><div class="core-rail" role="main">
    """
  }

  private static func topCard(_ profile: Profile) -> String {
    """
    <section id="ember1245" class="pv-profile-section pv-top-card-section artdeco-container-card ember-view">
    <div id="ember1255" class="mt4 display-flex ember-view"><div class="pv-top-card-v2-section__info mr5"><div>
    <h1 class="pv-top-card-section__name inline t-24 t-black t-normal">
      \(markup(profile.name))
    </h1></div>
    <h2 class="pv-top-card-section__headline mt1 t-18 t-black t-normal">
      \(markup(profile.headline))
    </h2>
    <h3 class="pv-top-card-section__location t-16 t-black--light t-normal mt1 inline-block">
      \(markup(profile.location))
    </h3></div><div class="pv-top-card-v2-section__links">
    <span id="ember1264" class="pv-top-card-v2-section__entity-name pv-top-card-v2-section__company-name text-align-left ml2">
      \(markup(profile.positions[0].company))
    </span>
    <a data-control-name="contact_see_more" href="https://www.linkedin.com/in/\(profile.slug)/detail/contact-info/" \
    class="pv-top-card-v2-section__link ember-view">See contact info</a></div></div>
    <p id="ember1273" class="pv-top-card-section__summary-text text-align-left mt4 ember-view">\(markup(profile.summary))</p></section>

    """
  }

  private static func experience(_ profile: Profile) -> String {
    let items = profile.positions.enumerated().map { index, position in
      let end = position.end.map(monthYear) ?? "Present"
      let place =
        position.place.map {
          "<h4 class=\"pv-entity__location t-14 t-black--light t-normal block\"><span class=\"visually-hidden\">Location</span>\n<span>\(markup($0))</span></h4>"
        } ?? ""
      return """
        <div id="ember\(1601 + index * 7)" class="pv-entity__position-group-pager pv-profile-section__list-item ember-view">
        <li id="\(826_812_001 + index * 977)" class="pv-profile-section__card-item-v2 pv-profile-section pv-position-entity ember-view">
        <a data-control-name="background_details_company" href="https://www.linkedin.com/company/\(position.slug)/" class="ember-view">
        <div class="pv-entity__summary-info pv-entity__summary-info--background-section">
        <h3 class="t-16 t-black t-bold">\(markup(position.title))</h3>
        <h4 class="t-16 t-black t-normal"><span class="visually-hidden">Company Name</span>
        <span class="pv-entity__secondary-title">\(markup(position.company))</span></h4>
        <div class="display-flex"><h4 class="pv-entity__date-range t-14 t-black--light t-normal">
        <span class="visually-hidden">Dates Employed</span>
        <span>\(monthYear(position.start)) – \(end)</span></h4>
        <h4 class="t-14 t-black--light t-normal"><span class="visually-hidden">Employment Duration</span>
        <span class="pv-entity__bullet-item-v2">\(position.shortDuration(at: profile.saved))</span></h4></div>\(place)</div></a></li></div>

        """
    }
    return """
      <section id="experience-section" class="pv-profile-section experience-section ember-view">
      <header class="pv-profile-section__card-header"><h2 class="pv-profile-section__card-heading t-20 t-black t-normal">
      Experience</h2></header><ul class="pv-profile-section__section-info section-info pv-profile-section__section-info--has-no-more">

      """ + items.joined() + "</ul></section>\n"
  }

  private static func education(_ profile: Profile) -> String {
    """
    <section id="education-section" class="pv-profile-section education-section ember-view"><ul class="pv-profile-section__section-info">
    <li class="pv-profile-section__list-item sortable-item ember-view"><div class="pv-education-entity pv-profile-section__card-item ember-view">
    <div class="pv-entity__summary-info pv-entity__summary-info--background-section"><div class="pv-entity__degree-info">
    <h3 class="pv-entity__school-name t-16 t-black t-bold">\(markup(profile.school))</h3>
    <p class="pv-entity__secondary-title pv-entity__degree-name t-14 t-black t-normal"><span class="visually-hidden">Degree Name</span>
    <span class="pv-entity__comma-item">\(profile.degree)</span></p>
    <p class="pv-entity__secondary-title pv-entity__fos t-14 t-black--light t-normal"><span class="visually-hidden">Field Of Study</span>
    <span class="pv-entity__comma-item">\(profile.field)</span></p></div>
    <p class="pv-entity__dates t-14 t-black--light t-normal"><span class="visually-hidden">Dates attended or expected graduation</span>
    <span><time>\(profile.schoolYears.0)</time> – <time>\(profile.schoolYears.1)</time></span></p></div></div></li></ul></section>

    """
  }

  private static func skills(_ profile: Profile) -> String {
    let items = profile.skills.enumerated().map { index, skill in
      """
      <li id="ember\(1565 + index * 5)" class="pv-skill-category-entity__top-skill pv-skill-category-entity ember-view">
      <p class="pv-skill-category-entity__name"><span class="t-16 t-black t-bold">\(markup(skill))</span></p></li>

      """
    }
    return
      "<section id=\"ember1560\" class=\"pv-profile-section pv-skill-categories-section artdeco-container-card ember-view\">"
      + "<ol class=\"pv-skill-categories-section__top-skills pv-profile-section__section-info\">\n" + items.joined()
      + "</ol></section>\n"
  }
}
