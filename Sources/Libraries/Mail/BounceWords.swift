import Bytes

/// Words by which mail servers say that they could not deliver, in lower case.
enum BounceWords {
  static let subjects: Phrases = [
    "could not send message", "delivery confirmation failed", "delivery error", "delivery failed", "delivery failure",
    "delivery has failed", "delivery notification", "delivery problem", "delivery report", "delivery status",
    "email delivery failure", "error sending message", "errors from", "failed mail", "failure delivery",
    "failure notice", "kan ikke leveres", "kunde inte levereras", "mail could not be delivered", "mail delivery",
    "mail error", "mail failed", "mail failure", "mail not delivered", "mail system error", "mailbox unavailable",
    "mensagem não entregue", "message delivery", "message status - undeliverable", "message undeliverable",
    "message you sent blocked", "nie można dostarczyć", "niedostarczalne", "no se puede entregar", "non recapitabile",
    "non remis", "non-delivery", "nondeliverable", "not delivered", "notification message", "não entregue",
    "não foi possível entregar", "oleverbart", "olevererbart", "onbestelbaar", "problème de remise", "rejected mail",
    "returned mail", "returned message", "returned to sender", "there was an error sending your mail",
    "unable to deliver", "undeliverable", "undelivered mail", "undelivered", "unzustellbar", "user unknown",
    "warning: could not send", "не удается доставить", "недоставленное сообщение", "无法送达", "無法傳遞", "退信", "配信不能",
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

  /// Subjects by which a list server (fml) says that it did not hand a mail on.
  static let listRefusals: Phrases = ["are not member", "loop alert", "loop back warning"]

  /// How subjects of answers and forwarded mail begin whose prefix is longer than four letters.
  static let handedOn: Phrases = ["antw", "antwort", "doorst", "reply", "weiterl", "回复", "回覆", "转发", "轉寄", "答复"]

  /// How addresses and names of mail servers begin.
  private static let servers: Phrases = [
    "bounce", "mail-daemon", "maildaemon", "mailer@", "mailer-daemon", "mailer_daemon", "mailerdaemon", "mdaemon",
    "no-reply@sns.amazonaws.com", "post_master", "postmaster",
  ]

  /// What they hold.
  private static let serverParts: Phrases = [
    "delivery subsystem", "mail delivery", "mail.delivery.system", "mailer-daemon", "microsoftexchange",
  ]

  /// How display names of mail servers begin.
  static let serverNames: Phrases = ["mail delivery", "mailer-daemon", "postmaster"]

  static func isServer(_ sender: [UInt8]) -> Bool {
    servers.begin(sender) || serverParts.occur(in: sender)
  }
}
