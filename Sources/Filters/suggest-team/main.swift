// suggest-team: who of the people in the mail seem to be ours, as lines for team.jsonl.
import Command
import JSONLines
import Team

let command = Command(
  name: "suggest-team", summary: "propose team.jsonl from the mail that was sent and received")

command.main { run in
  var suggestion = TeamSuggestion()
  try run.forEachRecord { record in
    if suggestion.add(record) { run.counts.merged += 1 } else { run.counts.suppressed += 1 }
  }
  for line in suggestion.lines() {
    try run.output.write(line)
    run.counts.derived += 1
  }
}
