// How a lead is written.
import Calendar
import JSONLines

extension LeadFacts {
  static let filter = "build-leads"

  /// The lead's record.
  var record: JSONObject {
    var record: JSONObject = ["type": "lead", "id": .string("lead:" + person.id), "person_id": .string(person.id)]
    record.append("source", ["kind": .string(person.isInCRM ? "crm" : "mail"), "priority": "high"])
    appendPerson(to: &record)
    record.append("account", .object(account))
    record.append("status", status)
    record.append("owner", dossier.owner(of: person.id, relationship))
    record.append("tags", JSON(tags))
    record.append("notes", [])
    record.append("kinds", JSON(kinds))
    record.append("client_state", client.state.rawValue)
    record.append("relationship", .object(relationshipRecord))
    record.append("opportunities", .array(openings.list.map(\.json)))
    record.append("stage", stage)
    record.append("signals", JSON(openings.signals))
    appendTurn(to: &record)
    record.append("activity", .array(Activity.latest(of: person.id, in: dossier)))
    record.append("why", .array(LeadEvidence.list(self)))
    return record
  }

  private func appendPerson(to record: inout JSONObject) {
    record.append("name", person.name)
    record.append("email", dossier.email(of: person))
    record.append("phone", person.phones.first)
    record.append("company", place?.name)
    record.append("company_id", place?.id)
    record.append("domain", place?.domain ?? company?.domains.first)
    record.append("title", place?.title)
    record.append("linkedin_url", person.linkedinURL)
    record.append("location", person.location)
    record.append("country", person.country)
  }

  private var account: JSONObject {
    var account = JSONObject(company?.account ?? [])
    let summary = place?.id.map(dossier.book.summary) ?? CompanySummary()
    account.append("contacts", JSON(summary.contacts))
    account.append("placements", JSON(client.placements))
    account.append("open_roles", JSON(summary.openJobs))
    account.append("last_engagement", client.last)
    account.append("last_placement", client.lastPlacement)
    return account
  }

  private var relationshipRecord: JSONObject {
    var object = relationship.all.json(now: dossier.now)
    if let revenue = company?.revenue, Double(revenue) != nil { object.append("revenue", .number(revenue)) }
    var by = JSONObject()
    for member in relationship.ranked(now: dossier.now) {
      by.append(member, .object(relationship.by[member]?.json(now: dossier.now) ?? JSONObject()))
    }
    object.append("by", .object(by))
    return object
  }

  /// Who spoke last, whose turn it is, how long ago, where they went, and what to do.
  private func appendTurn(to record: inout JSONObject) {
    record.append("last_speaker", latest?.lastSpeaker)
    record.append("owed_by", latest?.owedBy)
    if let lastSign, let when = try? Instant(dateOrTime: lastSign) {
      record.append("days_silent", JSON(max(0, when.days(to: dossier.now))))
    }
    if let moved, moved.signal == "moved" || moved.from.isKnown {
      record.append("moved", ["from": moved.from.json, "to": moved.to.json, "date": .string(moved.date)])
    }
    if let nextStep { record.append("next_step", nextStep) }
  }
}
