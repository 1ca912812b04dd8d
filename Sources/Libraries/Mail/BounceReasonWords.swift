import Bytes

/// What mail servers write when they refuse, by reason, in lower case: the wordings of Sendmail, Postfix, Exim, qmail,
/// Courier and Exchange, and those that large providers document for senders.
enum BounceReasonWords {
  /// Of reasons whose words occur the first counts, so the special stand before the general.
  static let table: [(reason: String, words: Phrases)] = [
    ("virusdetected", virus), ("authfailure", authentication), ("requireptr", reverseName),
    ("notcompliantrfc", malformed), ("contenterror", content), ("mesgtoobig", tooBig), ("mailboxfull", full),
    ("systemfull", noSpace), ("speeding", tooFast), ("toomanyconn", connections), ("hasmoved", moved),
    ("norelaying", relaying), ("suspend", suspended), ("notaccept", noMail), ("rejected", badSender),
    ("hostunknown", noDomain), ("policyviolation", policy), ("spamdetected", spam), ("badreputation", reputation),
    ("blocked", blocked),
    ("networkerror", network), ("hostunknown", noHost), ("filtered", filtered), ("rejected", noGroup),
    ("userunknown", noUser),
    ("rejected", unwelcome), ("securityerror", security), ("systemerror", system), ("mailererror", program),
    ("syntaxerror", syntax), ("expired", late), ("exceedlimit", limits), ("policyviolation", vaguePolicy),
    ("userunknown", vagueUser), ("blocked", vagueBlock),
  ]

  private static let virus: Phrases = [
    "infected", "malware", "malicious", "trojan", "virus", "due to security policies",
  ]

  private static let authentication: Phrases = [
    "(spf", "authentication checks", "authentication information", "dkim check", "dkim fail", "dkim validation",
    "dkim=", "dmarc", "fails spf", "sender policy framework", "spf check", "spf fail", "spf record", "spf validation",
    "spf=", "unauthenticated email", "unauthenticated mail", "not authorized by the domain", "dkim sender invalid",
    "required authentication level", "spf sender invalid",
  ]

  private static let reverseName: Phrases = [
    "cannot find your hostname", "cannot find your reverse", "client host rejected: cannot find",
    "cannot resolve ptr", "does not have a ptr", "doesn't resolve to a domain", "fix reverse",
    "hostname verification failed", "ip name lookup failed", "ip name possibly forged", "no ptr", "ptr record",
    "ptr-record", "pointer record", "rdns", "reverse dns", "reverse lookup", "reverse mapping",
    "unverifiable sending ip", "unresolvable relay host", "without reverse", "bad dns ptr", "unverifyable sending ip",
  ]

  private static let malformed: Phrases = [
    "addresses in from: header", "bare lf", "bare cr", "messages missing a valid", "missing a valid address",
    "messages with multiple", "multiple from", "not rfc", "rfc 2822", "rfc 5322", "rfc5322", "rfc 822 compliant",
    "rfc822 compliant", "no valid from header", "missing message-id",
  ]

  private static let content: Phrases = [
    "duplicate header", "headers too large", "header size", "invalid header", "malformed mime",
    "improper use of 8-bit", "8-bit data in", "data format error", "charset not",
    "line too long in header",
  ]

  private static let tooBig: Phrases = [
    "exceeded maximum inbound message", "exceeds maximum size", "exceeds the maximum size",
    "fixed maximum message size", "line limit exceeded", "maximum fixed size", "max message size", "maximum size for",
    "message file too big", "message is larger than", "message length exceeds", "message size exceeds",
    "message size limit", "message too big", "message too large", "message was too large", "message's size exceeds",
    "size limit for", "size of your message", "exceeds size limit", "too big for this system", "mail size limit",
    "recipsizelimit", "sendersizelimit", "message exceeded google",
  ]

  /// Of a mailbox without room.
  static let full: Phrases = [
    "account is full", "account is over", "boîte pleine", "boite du destinataire pleine", "disk quota",
    "exceed the quota", "exceeded storage", "exceeded the local limit", "exceeded their quota", "exceeded its quota",
    "exceeds allowed size", "folder is full", "full mailbox", "inbox is full", "is over quota", "mail box full",
    "mail folder is full", "mailbox exceed", "mailbox full", "mailbox is full", "mailbox has exceeded",
    "mailbox quota", "mailbox size limit", "mailbox would exceed", "maildir over", "maildir delivery failed: disk",
    "mailfolder is full", "no space for user", "not enough storage", "not enough disk space", "out of storage",
    "over quota", "over disk quota", "over the maximum", "over the allowed quota", "overquota", "over storage quota",
    "postfach voll", "quota exceed", "quota full", "quota has been", "quota violation", "quotaexceeded",
    "recipient storage full", "recipient's mailbox is full", "size limit exceeded for", "storage quota",
    "too much mail", "user has exceeded", "user is over", "would exceed", "kuota", "メールボックスの容量",
    "buzón del destinatario está lleno", "boîte aux lettres du destinataire est pleine",
    "boîte de réception est pleine", "cassetta postale del destinatario è piena",
    "caixa de correio do destinatário está cheia", "casella piena", "mailbox ist voll", "postfach ist voll",
    "postfach des empfängers ist voll", "postvak van de geadresseerde is vol", "ящик переполнен", "邮箱已满", "容量を超え",
  ]

  private static let noSpace: Phrases = [
    "insufficient disk", "insufficient system storage", "mail system full", "no space left", "not enough space on",
    "system storage", "requested mail action aborted: exceeded",
  ]

  private static let tooFast: Phrases = [
    "has sent to too many recipients", "limits for the day", "mail sending limits", "max emails per hour",
    "message rate", "rate limited", "rate limits", "rate that prevents", "receiving mail at a rate",
    "receiving mail too quickly", "sending limit exceeded", "sending rate", "throttl", "too fast", "too many emails",
    "too many messages", "too many recipients this", "too quickly", "unusual rate of", "daily limit",
    "exceeded permitted limits", "exceeded threshold", "frequency limited", "message receive limit",
  ]

  private static let connections: Phrases = [
    "connection limit", "connection rate limit", "max number of sessions", "maximum number of connections",
    "too many concurrent", "too many connections", "too many open connections", "too many sessions",
    "message per connection", "messages per connection", "thread limit", "trop de connexions",
  ]

  private static let moved: Phrases = [
    "address has changed", "has been replaced by", "has moved", "moved to", "user has moved", "new address is",
  ]

  private static let relaying: Phrases = [
    "address is not verified", "as a relay", "cannot relay", "insecure mail relay", "mail relay", "no relaying",
    "not configured to relay", "not permitted to relay", "not relay", "relay access", "relay denied",
    "relay not permitted", "relay operation rejected", "relaying denied", "relaying is", "relaying not",
    "relaying prohibited", "relaying mail to", "that domain isn't in my list", "unable to relay",
    "user not authorized to relay", "unauthorized relay",
  ]

  private static let suspended: Phrases = [
    "account disabled", "account has been disabled", "account has been suspended", "account inactive",
    "account is blocked", "account is disabled", "account is inactive", "account is locked",
    "account is temporarily", "account is suspended", "compte du destinataire est bloque", "deactivated",
    "has been disabled", "has been suspended", "inactive", "invalid/inactive user", "is disabled", "is locked",
    "mailbox currently", "mailbox disabled", "mailbox is disabled", "mailbox is frozen", "mailbox is inactive",
    "mailbox temporarily", "mailbox unavailable or access denied", "not active", "suspend", "temporarily disabled",
    "temporarily locked", "temporary locked", "unavailable to take delivery", "user is blocked", "user temporarily",
    "recipient temporarily unavailable",
  ]

  private static let noMail: Phrases = [
    "destination host does not", "does not accept mail", "does not receive mail", "doesn't accept mail",
    "host does not accept", "host never accepts", "indicated no smtp service", "mail receiving disabled",
    "no mail service", "no mx found for", "no mx record found", "nullmx", "null mx",
    "smtp protocol returned a permanent",
    "accepts no mail", "couldn't find a mail exchanger",
  ]

  private static let badSender: Phrases = [
    "<> invalid sender", "address rejected: sender", "backscatter", "domain of sender", "does not accept bounces",
    "empty envelope", "from address", "invalid sender", "mail from domain", "not accept bounces", "null sender",
    "sender address rejected", "sender address has been", "sender denied", "sender domain", "sender is not",
    "sender is spammer", "sender not", "sender rejected", "sender unknown", "sender verif", "sender was rejected",
    "sending domain", "sending to remote addresses", "unknown sender", "verify sender", "envelope sender",
    "return path address", "your email address", "administrative prohibition", "bad outbound sender",
    "blocked senders", "emetteur invalide", "unregistered domain",
  ]

  private static let policy: Phrases = [
    "attachment", "content presents a potential", "for policy reasons", "header error", "policy reasons",
    "refused by policy", "unwanted content", "we do not accept mail from",
    "not accepted for policy", "rejected by policy", "message content rejected due to policy",
    "prohibited", "file type is not", "blocked using policy", "policy violation",
  ]

  private static let spam: Phrases = [
    "advertis", "appears to be spam", "appears to be unsolicited", "blocked by content", "bulk email", "bulk mail",
    "classified as spam", "considered spam", "considered unsolicited", "content filter", "content rejected",
    "contains spam", "detected as spam", "diagnosed as spam", "high spam", "identified as spam", "identified spam",
    "is spam", "junk mail", "like spam", "likely spam", "mail rejete", "ofr_506", "message content rejected",
    "message looks like", "our filters", "rejected as spam", "rejected by anti-spam", "rejected due to spam",
    "scored as spam", "spam content", "spam detected", "spam filter", "spam mail", "spam message", "spam rejected",
    "spam score", "spam-like", "spamassassin", "suspected spam", "unsolicited bulk", "spamming not allowed",
    "content denied", "likely unsolicited mail", "spam abuse", "suspicion of spam",
  ]

  private static let reputation: Phrases = [
    "bad reputation", "low reputation", "poor reputation", "reputation", "senderscore", "sender score",
    "unexpected volume or user complaints", "user complaints",
  ]

  private static let blocked: Phrases = [
    "(bl)", "access denied. ip", "bad host", "banned", "bl.spamcop", "black list", "blackhole", "blacklist",
    "blacklisted", "block list", "blocked by", "blocked for", "blocked -", "blocked address", "blocked using",
    "blocklist", "client host", "client host blocked", "connect from", "connection dropped",
    "connections not accepted", "connections will not be accepted", "dnsbl", "dynamic ip", "dynamic/zombied",
    "from your network", "generic hostname", "greylist", "graylist", "grey-list", "helo command rejected",
    "host is not allowed", "host not allowed", "invalid helo", "ip address", "ip has been", "ip is", "is listed at",
    "is listed by", "is listed in", "listed at", "listed by", "may not be mail exchanger", "messages from",
    "no access from mail server", "not accepting connections", "not allowed to connect",
    "not currently accepting mail from", "not permitted from", "ofr_1", "ofr_2", "part of their network", "rbl",
    "relay quota", "residential", "service refused", "smtp server of your isp", "spamhaus", "spamcop", "sorbs",
    "too many invalid", "too many bad", "unusual traffic", "use the smtp server", "your host", "your ip",
    "your network", "your server", "server's ip", "has been temporarily blocked", "bounce attack",
    "connection denied", "not in whitelist", "traffic not accepted",
  ]

  private static let network: Phrases = [
    "bad dns", "could not connect to host", "connection lost", "dns failure", "dns lookup", "dns query", "dns server",
    "domain mx record", "hop count", "host is unreachable", "host lookup", "host name lookup failure",
    "host unreachable", "loop detected", "looping", "loops back", "mail forwarding loop", "mail loop",
    "malformed or unexpected name server", "mx problem", "name service error for name", "network error",
    "network is unreachable", "no route to host", "possible mail loop", "temporary lookup", "too many hops",
    "unable to resolve route", "maximum forwarding", "exceeded 50 hops", "routing loop",
  ]

  private static let noHost: Phrases = [
    "address couldn't be found", "bad destination system", "bad destination host", "cannot resolve",
    "could not be resolved", "couldn't find any", "domain couldn't be found", "domain does not exist",
    "domain is not", "domain must resolve", "domain name not found", "domain not found", "host not found",
    "host or domain", "host unknown", "illegal host/domain", "invalid domain", "invalid host",
    "mail domain mentioned", "name or service not known", "name service error", "no such domain", "no such host",
    "non-existent host", "nonexistentdomain", "nxdomain", "recipient address rejected: domain",
    "recipient domain must", "unable to look up host", "unknown host", "unknown domain", "unresolvable",
    "unrouteable mail domain", "unroutable mail domain", "name server: .: host", "dns domain",
    "find the recipient domain", "infodomainnonexistent",
  ]

  /// What cPanel writes, which names all that may be.
  private static let noDomain: Phrases = ["account or domain may not exist"]

  /// What Exim writes when none of its own routers knows the way; as an answer of another server it is about the user.
  static let unrouted: Phrases = [
    "unrouteable address", "unroutable address", "all relevant mx records point to non-existent",
  ]

  private static let filtered: Phrases = [
    "because the recipient", "bounced address", "closed to", "domain filter", "due to extended inactivity",
    "does not accept messages from", "group only accepts", "is not accepting any mail", "mail filter", "members only",
    "message filtered", "not authorized to send", "notauthorized", "only accepting mail from", "only accepts",
    "posting is restricted", "protected by", "recipient preferences", "recipient refused", "recipient rejected your",
    "refuse to receive", "refused by recipient", "refused to accept mail from", "rejected by the recipient",
    "rejected due to user rules", "restricted the", "user refuses", "user reject", "filtered",
    "rejected by recipient",
  ]

  private static let noUser: Phrases = [
    "address does not exist", "address not found", "address not present", "address unknown", "addressee",
    "bad address", "bad destination mailbox", "bad recipient", "badaddress", "cannot find recipient",
    "could not be found", "couldn't be found", "destinataire invalide", "destination mailbox address",
    "destinatario desconocido", "does not exist", "doesn't exist", "doesn't have a", "no account", "n'existe pas",
    "e-mail address that you entered", "illegal alias", "illegal user", "inconnu", "invalid address",
    "invalid mailbox", "invalid recipient", "invalid user", "is not a known", "is unknown", "isn't in",
    "mailbox not found", "mailbox unavailable", "mailbox unknown", "mailbox invalid", "name is not recognized",
    "name not recognized", "nessun utente", "nicht gefunden", "no existe", "no longer valid", "no mailbox",
    "no one here", "no recipients", "no such account", "no such address", "no such alias", "no such mailbox",
    "no such person", "no such recipient", "no such user", "no valid recipient", "no user", "non-existent user",
    "nosuchuser", "not a valid mailbox", "not a valid recipient", "not a valid user", "not exist", "not found",
    "not have a", "not known", "not listed in", "not match any", "not our customer", "notfound", "onbekend",
    "recipnotfound", "recipient address rejected: access denied", "recipient address rejected: user",
    "recipient not found", "recipient is not", "recipient unknown", "rcptto domain", "this user doesn't",
    "unable to find", "unbekannt", "undeliverable address", "unknown account", "unknown address", "unknown local",
    "unknown mailbox", "unknown or illegal", "unknown recipient", "unknown user", "unknown/illegal",
    "name & address book", "unrouteable address", "unroutable address", "user does not", "user invalid",
    "user is unknown", "user not found", "user not known", "user not listed", "user unknown", "wasn't found",
    "who does not", "リストにありません", "見つかりません", "存在しません", "bestaat niet", "blev ikke fundet", "dirección no encontrada",
    "endereço não encontrado", "existiert nicht", "hittades inte", "indirizzo non trovato", "introuvable",
    "não existe", "não foi encontrad", "n'a pas été trouv", "n'a pas pu être trouv", "nie istnieje", "nie znaleziono",
    "niet gevonden", "no se encontró", "no se pudo encontrar", "non esiste", "non è stato trovato",
    "usuario desconocido", "utente sconosciuto", "не найден", "не существует", "不存在", "找不到",
  ]

  /// Of a group that is not there or does not take mail from everyone: the first of these is in all languages' versions.
  private static let noGroup: Phrases = ["groups.google.com", "permission to post", "not a member"]

  private static let unwelcome: Phrases = [
    "can't determine purported", "denied by recipient", "temporarily deferred", "sender id",
  ]

  private static let security: Phrases = [
    "access denied", "authentication failed", "authentication required", "authentication credentials",
    "authentication turned on",
    "certificate", "encryption", "not authenticated", "not authorized", "security", "sasl", "starttls",
    "tls is required", "tls required", "unauthenticated senders", "unauthorized", "verification failure",
    "you are not allowed",
  ]

  /// Of a sender that must prove who it is.
  static let unknownSender: Phrases = ["authenticat"]

  private static let system: Phrases = [
    "aliasing/forwarding loop", "cannot allocate", "cannot send", "can't create", "config error", "configuration",
    "i/o error", "internal error", "internal server error", "ldap", "local error", "local configuration",
    "out of memory",
    "queue file", "recipient deferred because", "resource", "server error", "server failure", "server internal",
    "service currently unavailable", "service not available", "system config", "system error", "system failure",
    "system is", "temporary failure", "temporary error", "tls not available", "does not support tls",
    "transaction failed", "unable to contact",
    "unable to open", "unable to process", "unexpected error",
  ]

  private static let program: Phrases = [
    "child status", "command died", "command failed", "command output", "command time limit", "exit ", "exit status",
    "mailer error", "pipe to", "procmail", "returned error", "returned exit", "unknown mailer error", "x-unix",
  ]

  private static let syntax: Phrases = [
    "bad sequence", "command not", "command parameter", "command unrecognized", "improper", "malformed address",
    "must have", "syntax error", "unknown command", "unrecognized command", "need rcpt", "need mail",
  ]

  private static let limits: Phrases = ["exceeds", "line too long", "too long", "too many recipients"]

  private static let late: Phrases = [
    "4 hours", "aborted after", "accept our requests to connect", "all hosts for", "attempts", "cannot connect",
    "connection refused", "connection reset", "connection timed out", "could not be delivered for", "deferred",
    "delayed", "delivery time", "expired", "failing for a long time", "gave up", "giving up", "host not reachable",
    "in the queue too long", "message too old", "not accepted for", "not answer", "not been delivered within",
    "not reachable", "not responding", "retry time", "retry timeout", "socket error", "time out", "timed out",
    "timeout", "too old", "unable to connect", "undelivered after", "wasn't able to establish", "will be retried",
    "within 0 days", "message expired", "queue expired", "server did not respond",
  ]

  private static let vaguePolicy: Phrases = ["policy", "policies"]

  private static let vagueUser: Phrases = ["recipient address rejected"]

  private static let vagueBlock: Phrases = ["blocked", "client host rejected"]
}
