import Identity
import JSONLines

/// A person or company that a record is about or goes to, with every way to know them.
struct Party {
  var points: [ContactPoint] = []
  /// A name that counts only when nothing else tells who it is.
  var name: ContactPoint?

  /// All parties of a record: its own subject, and whoever it is addressed to, asks, or asks for.
  static func all(of record: borrowing Record, region: String?) -> [Party] {
    let region = record.string("country").flatMap { $0.utf8.count == 2 ? $0.uppercased() : nil } ?? region
    var parties = [Party(record.object, region: region, isTop: true)]
    for path in memberPaths {
      for json in record.jsons(path) {
        for object in json.array?.compactMap(\.object) ?? [json.object].compactMap({ $0 }) {
          parties.append(Party(object, region: region, isTop: false))
        }
      }
    }
    return parties
  }

  private static let memberPaths: [JSONPath] = ["ask", "bcc", "cc", "from", "participants", "reply_to", "target", "to"]

  /// The members of a record that name its own subject, or those of a person inside it.
  private init(_ object: JSONObject, region: String?, isTop: Bool) {
    func all(_ names: [String]) -> [String] { names.flatMap { object[$0]?.strings ?? [] } }
    let emails = all(["email", "emails"])
    let hosts = all(["domain", "domains"]) + (isTop ? object["account"]?["domains"]?.strings ?? [] : [])
    let addresses = emails.compactMap { ContactPoint.email($0) }
    points += addresses
    points += all(["phone", "phones", "phones_raw"]).compactMap { ContactPoint.phone($0, region: region) }
    points += all(["linkedin_url", "url"]).compactMap { ContactPoint.linkedIn($0) }
    let mailHosts = addresses.compactMap { $0.text.split(separator: "@").last.map(String.init) }
    let names = all(["name"])
    let isIdentified = !points.isEmpty
    points += (hosts + mailHosts).flatMap(ContactPoint.domains(from:))
    for name in names { points += (hosts + mailHosts).compactMap { ContactPoint.person(name, at: $0) } }
    let ids = all(
      isTop ? ["id", "person_id", "company_id", "lead_id", "former_ids"] : ["id", "person_id", "company_id"])
    points += (ids + (isTop ? object["sources"]?.array?.compactMap { $0["id"]?.string } ?? [] : []))
      .compactMap { ContactPoint.id($0) }
    if !isIdentified { name = names.first.flatMap { ContactPoint.name($0) } }
  }
}
