// suggest-icp: the customer profile that the clients who hired through us share.
import Command
import JSONLines
import Scoring

let command = Command(
  name: "suggest-icp", summary: "derive an ideal customer profile from the clients that hired",
  options: [
    Option("name", argument: "NAME", help: "what the profile is called (default: won clients)"),
    Option("least", argument: "N", help: "how many won clients must share a value (default: 2)"),
    Option("markdown", help: "print a page in Markdown instead of a record"),
  ])

command.main { run in
  let name = run.value("name") ?? "won clients"
  var suggestion = ProfileSuggestion(least: try run.int("least", minimum: 1) ?? 2)
  try run.forEachRecord { record in
    if suggestion.add(record) { run.counts.merged += 1 } else { run.counts.suppressed += 1 }
  }
  if suggestion.wonCount == 0 { run.warn("no company with a hire through us, so the profile asks for nothing") }
  if run.flag("markdown") {
    try run.output.write(text: suggestion.markdown(name: name))
  } else {
    try run.output.write(suggestion.record(name: name))
    run.counts.derived += 1
  }
}
