// Delivery failures, as mail servers report them.

/// Delivery reports of RFC 3464.
enum Bounce {
  static func report(_ recipient: String, _ sent: Letter, boundary: String, full: Bool) -> (type: String, body: String)
  {
    let status = full ? "5.2.2" : "5.1.1"
    let reason = full ? "552 5.2.2 mailbox full" : "550 5.1.1 <\(recipient)>: user unknown"
    let body = """
      --\(boundary)
      Content-Type: text/plain; charset=us-ascii

      This is the mail system at host mx.talentbridge.example.

      I'm sorry to have to inform you that your message could not
      be delivered to one or more recipients. It's attached below.

      <\(recipient)>: host \(recipient.split(separator: "@").last ?? "") said: \(reason)

      --\(boundary)
      Content-Type: message/delivery-status

      Reporting-MTA: dns; mx.talentbridge.example

      Final-Recipient: rfc822; \(recipient)
      Action: failed
      Status: \(status)
      Diagnostic-Code: smtp; \(reason)

      \(original(sent, recipient, boundary))
      """
    return ("multipart/report; report-type=delivery-status;\n boundary=\"\(boundary)\"", body)
  }

  private static func original(_ sent: Letter, _ recipient: String, _ boundary: String) -> String {
    """
    --\(boundary)
    Content-Type: text/rfc822-headers

    Message-ID: <\(sent.id)>
    From: \(sent.from.email)
    To: \(recipient)
    Subject: \(encodedWords(sent.subject, .utf8, base64: false))

    --\(boundary)--

    """
  }
}
