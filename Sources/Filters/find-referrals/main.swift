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
  let stream = ReferralStream(team: try run.team(), now: run.now)
  run.keepToTheEnd(stream)
  let most = try run.int("most") ?? .max
  try run.forEachRecord { record in
    if try stream.add(record) { run.counts.merged += 1 } else { run.counts.suppressed += 1 }
  }
  try stream.forEachReferral(most: most) { referral in
    try run.output.write(line: referral)
    run.counts.derived += 1
  }
}
