/// Providers that give mailboxes to anybody, so that a shared domain means no shared employer.
public enum FreeMail {
  /// Whether `domain`, lower-cased, belongs to such a provider.
  public static func contains(_ domain: String) -> Bool {
    if domains.contains(domain) { return true }
    guard let registrable = DomainName.registrable(domain) else { return false }
    if registrable != domain, domains.contains(registrable) { return true }
    let label = registrable.prefix { $0 != "." }
    return families.contains(String(label)) && !registrable.hasSuffix(".example")
  }

  /// Providers with a domain in many countries.
  private static let families: Set<String> = [
    "aol", "gmx", "googlemail", "hotmail", "live", "msn", "outlook", "rocketmail", "yahoo", "yandex", "ymail",
  ]

  /// Collected from the providers' own pages; those under `.example` belong to the invented agency.
  private static let domains: Set<String> = [
    "126.com", "139.com", "150mail.com", "163.com", "1und1.de", "21cn.com", "aim.com", "alice.it", "aliyun.com",
    "aon.at", "arcor.de", "att.net", "bellsouth.net", "bigpond.com", "bigpond.net.au", "blueyonder.co.uk", "bluewin.ch",
    "bol.com.br", "briefkasten.example", "btinternet.com", "btopenworld.com", "caramail.com", "centrum.cz",
    "charter.net", "chello.at", "chello.nl", "club-internet.fr", "comcast.net", "cox.net", "daum.net", "docomo.ne.jp",
    "duck.com", "earthlink.net", "email.com", "email.cz", "email.de", "eircom.net", "excite.com", "ezweb.ne.jp",
    "fastmail.com", "fastmail.fm", "fastwebnet.it", "foxmail.com", "free.fr", "freemail.hu", "freenet.de",
    "freeserve.co.uk", "frontier.com", "gmail.com", "hanmail.net", "hetnet.nl", "hey.com", "home.nl", "hushmail.com",
    "i.ua", "icloud.com", "ig.com.br", "inbox.com", "inbox.lv", "inbox.ru", "inboxly.example", "interia.pl",
    "iol.pt", "juno.com", "kabelbw.de", "laposte.net", "libero.it", "list.ru", "lycos.com", "mac.com", "mail.bg",
    "mail.com", "mail.de", "mail.ee", "mail.ru", "mailbox.org", "mailhaven.example", "mailinator.com", "me.com",
    "naver.com", "neostrada.pl", "neuf.fr", "ntlworld.com", "nate.com", "o2.pl", "online.de", "online.no", "onet.pl",
    "onet.eu", "op.pl", "optonline.net", "optusnet.com.au", "orange.fr", "pacbell.net", "passport.com", "planet.nl",
    "pobox.com", "posteo.de", "postino.example", "prodigy.net", "proton.me", "protonmail.ch", "protonmail.com", "pm.me",
    "qq.com", "quicknet.nl", "rambler.ru", "rediffmail.com", "rogers.com", "runbox.com", "sapo.pt", "sbcglobal.net",
    "seznam.cz", "sfr.fr", "shaw.ca", "sina.com", "sky.com", "sohu.com", "swissonline.ch", "sympatico.ca",
    "t-online.de",
    "talktalk.net", "tele2.nl", "telenet.be", "telfort.nl", "telia.com", "telus.net", "terra.com.br", "terra.es",
    "tin.it", "tiscali.co.uk", "tiscali.it", "tuta.io", "tutanota.com", "tutanota.de", "ukr.net", "uol.com.br",
    "usa.net", "verizon.net", "versanet.de", "virgilio.it", "virgin.net", "virginmedia.com", "vodafone.de",
    "voila.fr", "wanadoo.es", "wanadoo.fr", "web.de", "wp.pl", "xs4all.nl", "xtra.co.nz", "ya.ru", "yahoo.co.jp",
    "yeah.net", "zeelandnet.nl", "ziggo.nl", "zohomail.com", "zonnet.nl",
  ]
}
