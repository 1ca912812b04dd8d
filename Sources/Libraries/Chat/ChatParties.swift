// Who takes part in a chat: ours, theirs, and who of them is known.
import Calendar
import Identity
import JSONLines
import Names
import Team

/// People by the names and numbers that chats know them by.
public struct ChatDirectory: Sendable {
  private var byName: [String: Set<String>] = [:]
  private var byPhone: [String: Set<String>] = [:]
  private var byEmail: [String: Set<String>] = [:]

  /// Nobody.
  public init() {}

  /// Adds a person record.
  public mutating func add(_ record: borrowing Record) {
    guard record.string("type") == "person", let id = record.string("id") else { return }
    for name in [record.string("name")].compactMap({ $0 }) + record.strings("names") {
      if let key = Self.key(name) { byName[key, default: []].insert(id) }
    }
    for email in record.strings("emails") { byEmail[email.lowercased(), default: []].insert(id) }
    for phone in record.strings("phones") {
      if let key = PhoneDigits.key(phone) { byPhone[key, default: []].insert(id) }
    }
  }

  /// The person whom a chat calls `name`, when only one can be meant.
  func person(_ name: String, email: String?) -> String? {
    if let ids = email.flatMap({ byEmail[$0] }), ids.count == 1 { return ids.first }
    let ids = PhoneDigits.key(name).flatMap { byPhone[$0] } ?? Self.key(name).flatMap { byName[$0] } ?? []
    return ids.count == 1 ? ids.first : nil
  }

  private static func key(_ name: String) -> String? {
    guard let person = PersonName(name), !person.family.isEmpty else { return nil }
    return person.key.text
  }
}

/// One who takes part in a chat.
struct ChatParty {
  var name: String
  /// As the export writes it.
  var written: String
  var phone: String?
  var email: String?
  var member: Member?
  var personID: String?
  /// Whether the number is all that the chat calls them.
  private var isNumber = false

  init(_ author: String, _ address: ChatAddress?, _ team: Team, _ people: ChatDirectory, _ date: CalendarDate?) {
    name = author
    written = author
    if author.hasPrefix("~") { name = ChatContent.trimmed(author.dropFirst()) }
    let digits = author.unicodeScalars.filter { $0.properties.numericType == .decimal }.count
    if digits >= 6, !author.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) {
      phone = PhoneDigits.international(author)
    }
    let called = phone
    phone = phone ?? address?.phone.flatMap(PhoneDigits.international)
    email = address?.email
    isNumber = called != nil
    member =
      phone.flatMap { team.member(phone: $0, on: date) } ?? email.flatMap { team.member(email: $0, on: date) }
      ?? team.member(name: name, on: date)
    personID = member == nil ? people.person(called ?? name, email: email) : nil
  }

  /// As an address of a message.
  var json: JSON {
    var object = JSONObject()
    if !isNumber { object.append("name", name) }
    object.append("email", email)
    object.append("phone", phone)
    if isNumber || name != written { object.append("as_written", written) }
    object.append("member", member?.id)
    object.append("person_id", personID)
    return .object(object)
  }
}
