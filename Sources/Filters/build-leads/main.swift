// build-leads: people with all that passed between them and us become leads.
import Command
import JSONLines
import Leads
import Team

let command = Command(
  name: "build-leads",
  summary: "join people, companies, jobs, conversations and moves into leads",
  options: [.team],
  common: [.now])

command.main { run in
  let stream = LeadStream(team: try run.team(), now: run.now)
  run.keepToTheEnd(stream)
  try run.forEachRecord { record in
    if try stream.add(record) { run.counts.merged += 1 } else { run.counts.suppressed += 1 }
  }
  try stream.forEachLead { lead in
    try run.output.write(lead)
    run.counts.derived += 1
  }
}
