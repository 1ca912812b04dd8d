import Bytes

/// Why mail was not delivered, in the classes that the field uses, from status code and words.
enum BounceReason {
  /// Reasons that no other try changes.
  static let hard: Set<String> = ["hasmoved", "hostunknown", "notaccept", "userunknown"]

  /// The class that fits best: words of the diagnostic, then the status code, then words of the text.
  static func classify(diagnostic: [UInt8], text: [UInt8], status: String?, reply: String?, isDelay: Bool) -> String {
    if let found = byWords(diagnostic) { return found }
    if isDelay { return "expired" }
    if let found = byWords(text) { return found }
    if let status, let found = byStatus(status) { return found }
    if reply == "550" { return "rejected" }
    return "undefined"
  }

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

  /// Words of diagnostics by reason; the first reason with a match wins, so the special stand before the general.
  private static let words: [(String, Phrases)] = [
    ("virusdetected", ["virus", "infected", "malicious", "trojan", "malware"]),
    (
      "mesgtoobig",
      ["message size", "too large", "size limit", "message too big", "exceeds maximum", "message file too big"]
    ),
    (
      "spamdetected",
      [
        "spam message", "looks like spam", "spam content", "classified as spam", "considered spam", "detected as spam",
        "likely spam",
      ]
    ),
    (
      "requireptr",
      [
        "reverse dns", "ptr record", "rdns", "cannot find your hostname", "reverse lookup", "does not have a ptr",
        "fix reverse",
      ]
    ),
    (
      "authfailure",
      [
        "dmarc", "spf ", "dkim", "spf check", "authentication requirements", "unauthenticated",
        "sender policy framework",
      ]
    ),
    (
      "blocked",
      [
        "blacklist", "blocklist", "block list", "spamhaus", "blocked", "black list", "rbl", "listed at", "dnsbl",
        "banned",
      ]
    ),
    (
      "mailboxfull",
      [
        "mailbox full", "mailbox is full", "over quota", "quota exceeded", "exceeded storage", "exceeded their quota",
        "disk quota", "mailbox size limit", "storage quota", "inbox is full", "overquota", "quota full",
        "account is full", "insufficient disk", "mailbox has exceeded", "mailbox would exceed", "not enough storage",
        "is over quota", "out of storage", "maildir over", "mailbox quota", "full mailbox", "account is over",
      ]
    ),
    (
      "suspend",
      [
        "suspend", "account disabled", "account is disabled", "account has been disabled", "mailbox disabled",
        "inactive", "mailbox is frozen", "deactivated", "is locked", "temporarily disabled", "mailbox currently",
      ]
    ),
    ("hasmoved", ["has moved", "moved to", "address has changed", "user has moved", "has been replaced by"]),
    (
      "norelaying",
      [
        "relaying denied", "relay denied", "relay access", "unable to relay", "not relay", "relaying not",
        "relay not permitted", "insecure mail relay", "no relaying", "unrouteable address",
      ]
    ),
    (
      "hostunknown",
      [
        "host unknown", "host not found", "domain not found", "no such domain", "unknown host", "domain does not exist",
        "name service error", "no route to host", "bad destination host", "unrouteable mail domain", "nxdomain",
        "dns error", "recipient address rejected: domain", "unresolvable", "cannot resolve", "couldn't find any host",
        "couldn't be found", "mail domain", "invalid domain", "domain is not", "domain name not found", "no mx",
        "illegal host/domain",
      ]
    ),
    (
      "notaccept",
      [
        "does not accept mail", "not accept mail", "nullmx", "null mx", "does not accept", "host does not receive",
        "mail receiving disabled",
      ]
    ),
    (
      "toomanyconn", ["too many connections", "too many concurrent", "connection rate limit", "max number of sessions"]
    ),
    ("speeding", ["rate limit", "too quickly", "too many messages", "throttl", "mail sending limits"]),
    ("exceedlimit", ["too many recipients", "too long", "message length exceeds"]),
    (
      "userunknown",
      [
        "user unknown", "unknown user", "no such user", "does not exist", "doesn't exist", "no such recipient",
        "no such mailbox", "invalid recipient", "invalid mailbox", "mailbox not found", "not found", "no mailbox",
        "unknown address", "address unknown", "recipient unknown", "unknown recipient", "addressee unknown",
        "not our customer", "user not known", "no such address", "not a valid", "invalid user", "no account",
        "user does not", "not listed in", "isn't in", "account unavailable", "no longer available", "unknown local",
        "bad destination mailbox", "mailbox unavailable", "no one here", "no longer valid", "undeliverable address",
        "is not a known", "no existe", "inconnu", "no valid recipient", "user not found", "unknown or illegal alias",
        "unrouteable", "address rejected", "doesn't have a", "not exist", "address error", "couldn't find",
        "is unknown", "not match any", "user invalid", "not known",
      ]
    ),
    (
      "expired",
      [
        "expired", "too old", "not answer", "timed out", "timeout", "time out", "retry time",
        "could not be delivered for", "delivery time", "not been delivered", "undeliverable for", "4 hours", "deferred",
        "giving up", "gave up", "not accepted for", "connection refused", "wasn't able to establish",
      ]
    ),
    (
      "networkerror",
      [
        "network error", "too many hops", "hop count", "mail loop", "loop", "connection lost", "network is unreachable",
        "connection reset", "dns lookup", "refused",
      ]
    ),
    ("policyviolation", ["policy", "not permitted", "prohibited", "restricted"]),
    ("contenterror", ["mime", "content", "header"]),
    ("notcompliantrfc", ["rfc 5322", "rfc5322", "not rfc", "rfc compliant"]),
    ("systemfull", ["mail system full", "no space left", "insufficient system storage"]),
    (
      "filtered",
      [
        "filtered", "refused by recipient", "not accepting", "recipient refused", "recipient rejected", "only accepts",
        "because the recipient", "rejected by the recipient", "user reject",
      ]
    ),
    ("rejected", ["rejected", "sender address", "access denied", "denied", "not allowed", "refused"]),
    ("mailererror", ["exit", "x-unix", "child status", "returned error", "command failed"]),
    (
      "systemerror",
      ["system error", "internal error", "local error", "server error", "configuration", "temporar", "resource"]
    ),
    ("securityerror", ["security", "authentication", "starttls", "tls"]),
    ("syntaxerror", ["syntax error", "command unrecognized"]),
  ]
}
