import JSONLines
import Mail

/// The members of a record that say what sort of message it is.
enum KindMembers {
  static func write(_ kind: MessageKind, to writer: inout JSONWriter) {
    writer.member("kind", kind.name)
    switch kind {
    case .outOfOffice(let returns): writer.member("return_date", returns)
    case .leftCompany(let successor):
      guard let successor else { return }
      writer.key("successor")
      MessageRecord.write(successor, to: &writer)
    case .bounce(let report): write(report, to: &writer)
    case .calendar(let invitation?): InvitationMember.write(invitation, to: &writer)
    default: break
    }
  }

  private static func write(_ report: BounceReport, to writer: inout JSONWriter) {
    writer.key("bounce")
    writer.beginObject()
    writer.member("status", report.status)
    writer.member("recipient", report.recipient)
    if let isHard = report.isHard {
      writer.key("hard")
      writer.bool(isHard)
    }
    writer.member("reason", report.reason)
    writer.endObject()
  }
}
