import Bytes

/// Words by which mail servers say that they could not deliver, in lower case.
enum BounceWords {
  static let subjects: Phrases = [
    "could not send message", "delivery error", "delivery failed", "delivery failure", "delivery notification",
    "delivery problem", "delivery report", "delivery status", "delivery has failed", "errors from", "failed mail",
    "mail failed", "notification message", "failure delivery",
    "failure notice", "mail could not be delivered", "mail delivery", "mail error", "mail failure", "mail non remis",
    "mail not delivered", "mail system error", "message delivery", "message undeliverable", "message you sent blocked",
    "non recapitabile", "non-delivery", "nondeliverable", "not delivered", "onbestelbaar", "rejected mail",
    "returned mail", "returned message", "returned to sender", "unable to deliver", "undeliverable", "undelivered",
    "undelivered mail", "unzustellbar", "user unknown", "warning: could not send", "não entregue",
    "недоставленное сообщение",
    "delivery confirmation failed", "mailbox unavailable", "error sending message", "message status - undeliverable",
    "problème de remise", "email delivery failure", "there was an error sending your mail",
  ]

  static let phrases: Phrases = [
    "a message that you sent could not be delivered", "address not found", "could not be delivered",
    "could not deliver",
    "couldn't be delivered", "delivery failed", "delivery to the following", "did not reach the following",
    "does not exist", "failed to deliver", "following addresses had", "has not been delivered",
    "konnte nicht zugestellt",
    "message could not be sent", "n'a pas pu être", "non è stato possibile", "no se pudo entregar",
    "not able to deliver",
    "permanent error", "permanent fatal errors", "returned to sender", "the following recipient",
    "this is the mail system",
    "this is the qmail", "transient non-fatal", "unable to deliver", "undeliverable", "undelivered", "user unknown",
    "was not delivered", "wasn't able to deliver", "wasn't delivered", "will not be delivered",
    "your message was rejected", "notificationtype\":\"bounce", "transcript of session",
    "mailbox unavailable", "mailbox is full", "over quota", "unknown user", "no such user", "delivery error",
    "was undeliverable", "unrouteable", "reason for failure", "not delivered", "rejected",
  ]

  /// Words before or in what a server answered.
  static let answers: Phrases = [
    "... deferred", ">... ", "diagnostic", "reason:", "remote error", "said:", "returned was", "transcript of session",
  ]

  /// Lines after which the returned message follows.
  static let returned: Phrases = [
    "below this line is a copy of the message", "----- original message", "------ this is a copy of",
    "---- the original message", "----- unsent message below", "----- message header follows", "--- below this line",
    "--- returned message", "----- original message follows", "original message headers",
    "here is a copy of your message",
    "--- attachment: original message", "original message follows",
  ]

  /// How addresses and names of mail servers begin.
  private static let servers: Phrases = [
    "bounce", "mail-daemon", "maildaemon", "mailer@", "mailer-daemon", "mailer_daemon", "mailerdaemon", "mdaemon",
    "no-reply@sns.amazonaws.com", "post_master", "postmaster",
  ]

  /// What they hold.
  private static let serverParts: Phrases = [
    "delivery subsystem", "mail delivery", "mailer-daemon", "microsoftexchange",
  ]

  static func isServer(_ sender: [UInt8]) -> Bool {
    servers.begin(sender) || serverParts.occur(in: sender)
  }
}
