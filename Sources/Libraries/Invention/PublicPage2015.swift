// A public profile as the site served it to guests in 2015 (`public_profile_v3`).

/// Markup of the generation 2015.
enum PublicPage2015 {
  static func html(_ profile: Profile) -> String {
    head(profile) + topCard(profile) + experience(profile) + skills(profile) + education(profile)
      + "</div>" + beside(profile) + "</div></main></div></body></html>\n"
  }

  private static func beside(_ profile: Profile) -> String {
    let items = profile.strangers.map { stranger in
      """
      <li class="profile-card"><div class="info"><h4 class="item-title"><a href="https://www.linkedin.com/in/\(stranger.slug)?trk=pub-pbmap">\
      \(markup(stranger.name))</a></h4><p class="headline">\(markup(stranger.headline))</p></div></li>
      """
    }
    return "<div id=\"aux\"><div class=\"browse-map\"><h3 class=\"title\">People Also Viewed</h3><ul>"
      + items.joined(separator: "\n") + "</ul></div></div>"
  }

  private static func head(_ profile: Profile) -> String {
    let name = markup(profile.name)
    return """
      <!DOCTYPE html>
      \(savedComment(profile))
      <html lang="en" class="os-win"><head><meta charset="UTF-8"/><title>\(name) | LinkedIn</title>
      <meta name="pageKey" content="public_profile_v3_desktop"><meta name="robots" content="noarchive">
      <link rel="canonical" href="https://www.linkedin.com/in/\(profile.slug)"/>
      <meta name="og:title" content="\(name) | LinkedIn"/></head>
      <body class="js guest" dir="ltr" id="pagekey-public_profile_v3_desktop"><div id="application-body">
      <header id="layout-header" class="layout-header-or-footer" role="banner"><h2 id="li-logo" class="logo">LinkedIn Home</h2>
      <nav role="navigation" class="nav guest-nav"><ul role="menubar"><li role="menuitem" class="nav-item">Join Today</li>
      <li role="menuitem" class="nav-item">Sign In</li></ul></nav></header>
      <main id="layout-main" role="main"><div id="wrapper"><div id="profile">
      """
  }

  private static func topCard(_ profile: Profile) -> String {
    let current = profile.positions[0]
    let previous = profile.positions.dropFirst().map { "<li>\(markup($0.company))</li>" }.joined(separator: ", ")
    return """
      <section id="topcard" class="profile-section"><div class="profile-card vcard"><div class="profile-overview">
      <div class="profile-overview-content"><h1 id="name" class="fn">\(markup(profile.name))</h1>
      <p class="headline title">\(markup(profile.headline))</p><dl id="demographics"><dt>Location</dt>
      <dd class="descriptor adr"><span class="locality">\(markup(profile.location))</span></dd></dl>
      <table class="extra-info"><tbody><tr><th>Current</th><td><ol><li><span class="org">
      <a href="https://www.linkedin.com/company/\(current.slug)?trk=ppro_cprof">\(markup(current.company))</a></span></li></ol></td></tr>
      <tr><th>Previous</th><td><ol>\(previous)</ol></td></tr></tbody></table>
      <div class="member-connections"><strong>500+</strong> connections</div></div></div></div></section>
      <section id="summary" class="profile-section"><h3 class="title">Summary</h3><div class="description">
      <p>\(markup(profile.summary))</p></div></section>
      """
  }

  private static func experience(_ profile: Profile) -> String {
    let items = profile.positions.map { position in
      let (years, months) = position.duration(at: profile.saved)
      let span = (years > 0 ? "\(years) year\(years > 1 ? "s" : "") " : "") + "\(months) month\(months == 1 ? "" : "s")"
      let end = position.end.map { "<time>\(long($0))</time>" } ?? "Present"
      let place = position.place.map { "<span class=\"location\">\(markup($0))</span>" } ?? ""
      return """
        <li class="position"><header><h4 class="item-title"><a href="https://www.linkedin.com/title/x?trk=pprofile_title">\
        \(markup(position.title))</a></h4><h5 class="item-subtitle">\
        <a href="https://www.linkedin.com/company/\(position.slug)?trk=ppro_cprof">\(markup(position.company))</a></h5></header>\
        <div class="meta"><span class="date-range"><time>\(long(position.start))</time> – \(end) (\(span))</span>\(place)</div></li>
        """
    }
    return
      "<section id=\"experience\" class=\"profile-section\"><h3 class=\"title\">Experience</h3><ul class=\"positions\">"
      + items.joined(separator: "\n") + "</ul></section>\n"
  }

  private static func skills(_ profile: Profile) -> String {
    let items = profile.skills.map {
      "<li class=\"skill\"><a href=\"https://www.linkedin.com/topic/x\" title=\"\(markup($0))\"><span class=\"wrap\">\(markup($0))</span></a></li>"
    }
    return "<section id=\"skills\" class=\"profile-section\"><h3 class=\"title\">Skills</h3><ul class=\"pills\">"
      + items.joined() + "</ul></section>\n"
  }

  private static func education(_ profile: Profile) -> String {
    """
    <section id="education" class="profile-section"><h3 class="title">Education</h3><ul class="schools"><li class="school">
    <header><h4 class="item-title"><a href="https://www.linkedin.com/edu/x">\(markup(profile.school))</a></h4>
    <h5 class="item-subtitle"><span class="original translation">\(profile.degree), \(profile.field)</span></h5></header>
    <div class="meta"><span class="date-range"><time>\(profile.schoolYears.0)</time> – <time>\(profile.schoolYears.1)</time></span>
    </div></li></ul></section>

    """
  }

  private static func long(_ day: Day) -> String { "\(CalendarWords.longMonth(day.month, .en)) \(day.year)" }
}
