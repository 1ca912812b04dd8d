import Bytes

/// Why mail was not delivered, in the classes that the field uses, from status code and words.
enum BounceReason {
  /// Reasons that no other try changes.
  static let hard: Set<String> = ["hasmoved", "hostunknown", "notaccept", "userunknown"]

  /// The class that fits best: a status code that means one thing, words of the diagnostic, words of the text, then any
  /// status code.
  static func classify(diagnostic: [UInt8], text: [UInt8], status: String?, reply: String?, isDelay: Bool) -> String {
    if let status, let sure = sureStatuses[status] { return sure }
    if let found = byWords(diagnostic) { return found }
    if let found = byWords(text) { return found }
    if isDelay { return "expired" }
    if let status, let found = byStatus(status) { return found }
    if reply == "550" { return diagnostic.isEmpty ? "filtered" : "rejected" }
    return "undefined"
  }

  /// Codes that leave no doubt (IANA registry of enhanced status codes).
  private static let sureStatuses: [String: String] = [
    "5.1.10": "notaccept", "5.1.6": "hasmoved", "5.1.7": "rejected", "5.1.8": "rejected", "5.2.2": "mailboxfull",
    "5.3.2": "notaccept", "5.7.25": "requireptr", "5.7.26": "authfailure", "5.7.27": "notaccept",
    "5.7.9": "policyviolation",
    "4.7.25": "requireptr", "4.2.2": "mailboxfull", "5.3.4": "mesgtoobig",
  ]

  private static func byWords(_ text: [UInt8]) -> String? {
    guard !text.isEmpty else { return nil }
    return words.first { $0.1.occur(in: text) }?.0
  }

  private static func byStatus(_ status: String) -> String? {
    if let found = statuses[status] { return found }
    return statuses["X" + status.dropFirst()]
  }

  /// Enhanced status codes (RFC 3463, IANA registry), `X` for either class.
  private static let statuses: [String: String] = [
    "4.2.2": "mailboxfull", "4.4.1": "expired", "4.4.7": "expired", "5.0.0": "undefined", "5.1.8": "rejected",
    "X.1.1": "userunknown", "X.1.2": "hostunknown", "X.1.3": "userunknown", "X.1.4": "filtered", "X.1.6": "hasmoved",
    "X.1.7": "rejected", "X.1.8": "rejected", "X.1.10": "notaccept", "X.2.0": "filtered", "X.2.1": "suspend",
    "X.2.2": "mailboxfull",
    "X.2.3": "exceedlimit", "X.2.4": "filtered", "X.3.0": "systemerror", "X.3.1": "systemfull", "X.3.2": "notaccept",
    "X.3.3": "systemerror", "X.3.4": "mesgtoobig", "X.3.5": "systemerror", "X.4.0": "networkerror",
    "X.4.1": "networkerror",
    "X.4.2": "networkerror", "X.4.3": "systemerror", "X.4.4": "hostunknown", "X.4.5": "systemfull",
    "X.4.6": "networkerror",
    "X.4.7": "expired", "X.5.3": "toomanyconn", "X.5.4": "systemerror", "X.6.0": "contenterror",
    "X.6.1": "contenterror",
    "X.7.0": "securityerror", "X.7.1": "rejected", "X.7.7": "securityerror", "X.7.25": "requireptr",
    "X.7.26": "authfailure",
    "X.7.20": "authfailure", "X.7.23": "authfailure",
  ]

  /// Words of servers by reason, lower case; the first reason with a match wins, so the special stand before the general.
  private static let words: [(String, Phrases)] = [
    (
      "virusdetected",
      [
        "infected", "malicious", "malware", "trojan", "virus",
      ]
    ),
    (
      "notcompliantrfc",
      [
        "bare lf", "duplicate header", "line limit exceeded", "messages missing a valid", "multiple from", "not rfc",
        "not rfc 5322", "rfc 5322 compliant", "rfc5322",
      ]
    ),
    (
      "requireptr",
      [
        "cannot find your hostname", "cannot find your reverse", "client host rejected: cannot find",
        "does not have a ptr", "doesn't resolve to a domain", "fix reverse", "hostname verification failed",
        "ip name lookup failed", "ptr record", "ptr-record", "rdns", "reverse dns", "reverse lookup",
      ]
    ),
    (
      "authfailure",
      [
        "(spf", "authentication checks", "dkim", "dmarc", "fails spf", "sender policy framework", "spf check",
        "spf fail", "spf records", "spf validation", "spf=", "unauthenticated email", "unauthenticated mail",
      ]
    ),
    (
      "spamdetected",
      [
        "advertis", "blocked by content", "classified as spam", "considered spam", "content filter",
        "detected as spam", "identified as spam", "is spam", "junk mail", "likely spam", "looks like spam",
        "message contains spam", "message content rejected", "our filters", "spam content", "spam detected",
        "spam message", "spam score", "spam-like",
      ]
    ),
    (
      "badreputation",
      [
        "ip address is not", "reputation", "senderscore",
      ]
    ),
    (
      "speeding",
      [
        "limits for the day", "mail sending limits", "rate limit", "rate limited", "rate that prevents",
        "receiving mail at a rate", "throttl", "too fast", "too many messages", "too quickly",
      ]
    ),
    (
      "toomanyconn",
      [
        "connection limit", "connection rate limit", "max number of sessions", "too many concurrent",
        "too many connections",
      ]
    ),
    (
      "blocked",
      [
        "access denied. ip", "banned", "bl.spamcop", "black list", "blacklist", "block list", "blocked", "blocklist",
        "dnsbl", "from your network", "listed at", "listed in", "not allowed to connect", "ofr_", "rbl",
        "service refused", "spamhaus",
      ]
    ),
    (
      "policyviolation",
      [
        "attachment", "for policy reasons", "header error", "policy", "prohibited", "unsolicited mail",
      ]
    ),
    (
      "mesgtoobig",
      [
        "exceeded maximum inbound message", "exceeds maximum size", "fixed maximum message size",
        "message file too big", "message length exceeds", "message size", "message too big", "size limit", "too big",
        "too large",
      ]
    ),
    (
      "systemfull",
      [
        "insufficient system storage", "mail system full", "no space left", "not enough space on",
        "requested mail action aborted: exceeded",
      ]
    ),
    (
      "mailboxfull",
      [
        "account is full", "account is over", "disk quota", "exceeded storage", "exceeded the local limit",
        "exceeded their quota", "exceeds allowed size", "full mailbox", "has exceeded", "inbox is full",
        "insufficient disk", "is over quota", "mailbox full", "mailbox is full", "mailbox quota", "mailbox size limit",
        "maildir over", "no space for user", "not enough storage", "out of storage", "over quota", "over the maximum",
        "overquota", "quota exceeded", "quota full", "quota has been exceeded", "quota violation",
        "size limit exceeded for", "storage quota", "too much mail", "would exceed",
      ]
    ),
    (
      "suspend",
      [
        "account disabled", "account is disabled", "account that you tried to reach is disabled", "deactivated",
        "has been disabled", "inactive", "is disabled", "is locked", "mailbox currently", "mailbox disabled",
        "mailbox is frozen", "not active", "suspend", "temporarily disabled", "temporarily locked",
        "unavailable to take delivery",
      ]
    ),
    (
      "hasmoved",
      [
        "address has changed", "has been replaced by", "has moved", "moved to", "user has moved",
      ]
    ),
    (
      "notaccept",
      [
        "destination host does not", "does not accept", "does not accept mail", "does not receive", "doesn't accept",
        "mail receiving disabled", "name server: .: host not found", "no mail service", "not accept mail", "null mx",
        "nullmx", "smtp protocol returned a permanent error",
      ]
    ),
    (
      "norelaying",
      [
        "as a relay", "insecure mail relay", "mail relay", "no relaying", "not relay", "relay access", "relay denied",
        "relay not permitted", "relaying denied", "relaying is", "relaying not", "that domain isn't in my list",
        "unable to relay",
      ]
    ),
    (
      "rejected",
      [
        "<> invalid sender", "address rejected: sender", "backscatter", "domain of sender", "empty envelope",
        "from address", "invalid sender", "not accept bounces", "null sender", "postmaster@", "sender address",
        "sender denied", "sender domain", "sender is", "sender rejected", "sender verify", "sender was rejected",
        "sending domain", "unknown sender",
      ]
    ),
    (
      "hostunknown",
      [
        "bad destination host", "cannot resolve", "couldn't find any", "couldn't find any host",
        "domain couldn't be found", "domain does not exist", "domain is not", "domain must resolve",
        "domain name not found", "domain not found", "host not found", "host or domain",
        "host or domain name not found", "host unknown", "illegal host/domain", "invalid domain",
        "mail domain mentioned", "name service error", "no such domain", "no such host", "nxdomain",
        "recipient address rejected: domain", "unknown host", "unresolvable", "unrouteable mail domain",
      ]
    ),
    (
      "filtered",
      [
        "authentication required to send", "because the recipient", "closed to", "due to extended inactivity",
        "filtered", "group only accepts", "mail filter", "members only", "not authorized to send", "only accepts",
        "recipient refused", "recipient rejected", "refused by recipient", "refused to accept",
        "rejected by the recipient", "restricted the", "user refuses", "user reject",
      ]
    ),
    (
      "userunknown",
      [
        "address unknown", "addressee", "addressee unknown", "bad address", "bad destination mailbox", "badaddress",
        "couldn't be found", "destination mailbox address", "does not exist", "doesn't exist", "doesn't have a",
        "inconnu", "invalid mailbox", "invalid recipient", "invalid user", "is not a known", "is unknown", "isn't in",
        "mailbox not found", "mailbox unavailable", "no account", "no existe", "no longer valid", "no mailbox",
        "no one here", "no such address", "no such mailbox", "no such recipient", "no such user", "no valid recipient",
        "not a valid mailbox", "not a valid recipient", "not exist", "not found", "not known", "not listed in",
        "not match any", "not our customer", "recipient address rejected", "recipient unknown", "unable to find",
        "undeliverable address", "unknown address", "unknown local", "unknown or illegal alias", "unknown recipient",
        "unknown user", "unrouteable address", "user does not", "user invalid", "user not found", "user not known",
        "user unknown", "wasn't found", "リストにありません", "見つかりません",
      ]
    ),
    (
      "expired",
      [
        "4 hours", "aborted after", "attempts", "cannot connect", "could not be delivered for", "deferred", "delayed",
        "delivery time", "expired", "gave up", "giving up", "not accepted for", "not answer",
        "not been delivered within", "not responding", "retry time", "time out", "timed out", "timeout", "too old",
        "unable to connect", "wasn't able to establish", "will be retried", "within 0 days",
      ]
    ),
    (
      "exceedlimit",
      [
        "exceeds", "line too long", "too long", "too many recipients",
      ]
    ),
    (
      "networkerror",
      [
        "connection lost", "connection refused", "connection reset", "dns lookup", "hop count", "host is unreachable",
        "loop", "loop detected", "loops back", "mail loop", "mx problem", "network error", "network is unreachable",
        "no route to host", "too many hops",
      ]
    ),
    (
      "mailererror",
      [
        "child status", "command died", "command failed", "exit ", "exit status", "mailer error", "pipe to",
        "procmail", "returned error", "returned exit", "x-unix",
      ]
    ),
    (
      "syntaxerror",
      [
        "500 ", "bad sequence", "command not", "command unrecognized", "syntax error", "unrecognized command",
      ]
    ),
    (
      "systemerror",
      [
        "aliasing/forwarding loop", "cannot allocate", "configuration", "i/o", "internal error", "local error",
        "queue file", "resource", "server error", "system error", "temporary",
      ]
    ),
    (
      "securityerror",
      [
        "authentication", "certificate", "encryption", "security", "starttls", "tls", "tls required",
      ]
    ),
    (
      "contenterror",
      [
        "8-bit", "charset", "content", "mime",
      ]
    ),
    (
      "rejected",
      [
        "denied", "not allowed", "not permitted", "refused", "rejected",
      ]
    ),
  ]
}
