// How a lead is written.
import Calendar
import JSONLines

extension LeadFacts {
  static let filter = "build-leads"

  /// Writes the lead's record.
  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("type", "lead")
    writer.member("id", "lead:" + person.id)
    writer.member("person_id", person.id)
    writer.key("source")
    writer.raw((person.isInCRM ? #"{"kind":"crm","priority":"high"}"# : #"{"kind":"mail","priority":"high"}"#).utf8)
    writePerson(to: &writer)
    writeAccount(to: &writer)
    let stage = stage
    writer.member("status", status(stage))
    writer.member("owner", dossier.owner(relationship, at: place))
    writer.member("tags", tags)
    writer.member("notes", [])
    writer.member("kinds", kinds)
    writer.member("client_state", client.state.rawValue)
    writeRelationship(to: &writer)
    writer.key("opportunities")
    writer.beginArray()
    for opening in openings.list { opening.write(to: &writer) }
    writer.endArray()
    writer.member("stage", stage)
    writer.member("signals", openings.signals)
    writeTurn(to: &writer)
    Activity.write(of: person.id, in: dossier, to: &writer)
    LeadEvidence.write(self, to: &writer)
    writer.endObject()
  }

  private func writePerson(to writer: inout JSONWriter) {
    writer.member("name", person.name)
    writer.member("email", email)
    writer.member("phone", person.phones.first)
    writer.member("company", place?.name)
    writer.member("company_id", place?.id)
    writer.member("domain", place?.domain ?? company?.domains.first)
    writer.member("title", place?.title)
    writer.member("linkedin_url", person.linkedinURL)
    writer.member("location", person.location)
    writer.member("country", person.country)
  }

  private func writeAccount(to writer: inout JSONWriter) {
    writer.key("account")
    writer.beginObject()
    if let company, !company.account.isEmpty { writer.raw(company.account) }
    writer.member("contacts", place?.entry?.contacts ?? 0)
    writer.member("placements", client.placements)
    writer.member("open_roles", place?.entry?.openJobs ?? 0)
    writer.member("last_engagement", client.last)
    writer.member("last_placement", client.lastPlacement)
    writer.endObject()
  }

  private func writeRelationship(to writer: inout JSONWriter) {
    writer.key("relationship")
    writer.beginObject()
    relationship.all.write(to: &writer, now: dossier.now)
    if let revenue = company?.revenue {
      writer.key("revenue")
      writer.raw(revenue)
    }
    writer.key("by")
    writer.beginObject()
    for (member, touches) in relationship.by {
      writer.key(member)
      writer.beginObject()
      touches.write(to: &writer, now: dossier.now)
      writer.endObject()
    }
    writer.endObject()
    writer.endObject()
  }

  /// Who spoke last, whose turn it is, how long ago, where they went, and what to do.
  private func writeTurn(to writer: inout JSONWriter) {
    writer.member("last_speaker", latest?.lastSpeaker)
    writer.member("owed_by", latest?.owedBy)
    if let lastSign, let when = try? Instant(dateOrTime: lastSign) {
      writer.member("days_silent", max(0, when.days(to: dossier.now)))
    }
    if let moved, moved.signal == "moved" || moved.from.isKnown {
      writer.key("moved")
      writer.value(["from": moved.from.json, "to": moved.to.json, "date": .string(moved.date)])
    }
    if let nextStep {
      writer.key("next_step")
      nextStep.write(to: &writer)
    }
  }
}
