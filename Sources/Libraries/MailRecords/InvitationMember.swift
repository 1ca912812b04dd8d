import Calendar
import JSONLines
import Mail

/// The member `calendar` of a record: the meeting that the mail tells of.
enum InvitationMember {
  static func write(_ invitation: Invitation, to writer: inout JSONWriter) {
    writer.key("calendar")
    writer.beginObject()
    writer.member("method", invitation.method)
    writer.member("uid", invitation.uid)
    writer.member("summary", invitation.summary)
    write("start", invitation.start, to: &writer)
    write("end", invitation.end, to: &writer)
    writer.member("location", invitation.location)
    if let organizer = invitation.organizer {
      writer.key("organizer")
      MessageRecord.write(organizer, to: &writer)
    }
    writer.key("attendees")
    writer.beginArray()
    for attendee in invitation.attendees {
      writer.beginObject()
      MessageRecord.writeMembers(attendee.mailbox, to: &writer)
      writer.member("status", attendee.status)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  /// A day as it is; a time in UTC and, beside it, on the clock of its zone; only the latter when the zone is not known.
  private static func write(_ name: String, _ time: Invitation.Time?, to writer: inout JSONWriter) {
    guard let time else { return }
    if time.isDay { return writer.member(name, time.date.calendarDate) }
    var date = time.date
    if date.offset == nil { date.offset = offset(time) }
    if date.offset != nil { writer.member(name, date.utc) }
    let local = date.local
    writer.member(name + "_local", date.offset == nil ? String(local.dropLast(6)) : local)
  }

  /// The offset of a zone that only the IANA database knows.
  private static func offset(_ time: Invitation.Time) -> Int? {
    guard let name = time.zone, let zone = try? Zone(named: name),
      let day = CalendarDate(year: time.date.year, month: time.date.month, day: time.date.day),
      let local = LocalTime(day, hour: time.date.hour, minute: time.date.minute, second: time.date.second)
    else { return nil }
    return zone.offset(at: zone.instant(local)) / 60
  }
}
