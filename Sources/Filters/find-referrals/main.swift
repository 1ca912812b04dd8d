// find-referrals: whom to ask for whom.
import Command
import JSONLines
import Leads
import Team

let command = Command(
  name: "find-referrals",
  summary: "find whom to ask for an introduction, to whom, and why",
  options: [
    .team,
    Option("most", argument: "N", help: "write the N most promising (default: all)"),
  ],
  common: [.now])

command.main { run in
  let dossier = Dossier(team: try run.team(), now: run.now, keepsTexts: true)
  let most = try run.int("most") ?? .max
  try run.forEachRecord { record in
    if dossier.add(record) { run.counts.merged += 1 } else { run.counts.suppressed += 1 }
  }
  dossier.settle()
  var finder = ReferralFinder(dossier)
  for referral in finder.records().prefix(most) {
    try run.output.write(referral)
    run.counts.derived += 1
  }
}
