// Who of those in a message is one of us.
import Calendar
import Team

extension Team {
  /// The id of the member that `party` was on `date`: by address, else profile, else phone, else name.
  public func member(_ party: Party, on date: CalendarDate?) -> String? {
    if let email = party.email { return member(email: email, on: date)?.id }
    if let url = party.linkedinURL { return member(linkedIn: url, on: date)?.id }
    if let phone = party.phone { return member(phone: phone, on: date)?.id }
    return party.name.flatMap { member(name: $0, on: date)?.id }
  }

  /// Whether `party` was one of our people, a shared inbox of ours or anybody at a domain of ours on `date`.
  public func includes(_ party: Party, on date: CalendarDate?) -> Bool {
    if let email = party.email { return isOurs(email, on: date) }
    return member(party, on: date) != nil
  }
}
