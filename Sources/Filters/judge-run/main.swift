// judge-run: how much of what invent-agency planted a run has found, and how much of what it found was planted.
import Command
import Verdict

/// Where refresh.mk leaves what is judged, under the folder of a run.
let places = [
  "truth": "truth.jsonl", "people": "data/enriched/people.jsonl", "moves": "data/enriched/moves.jsonl",
  "referrals": "outputs/leads/referrals.jsonl", "leads": "outputs/leads/leads.jsonl",
]

let command = Command(
  name: "judge-run", summary: "hold what a run found against what was planted",
  operands: "[folder]",
  options: [
    Option("truth", argument: "FILE", help: "what invent-agency planted, kith-truth(5)"),
    Option("people", argument: "FILE", help: "golden people of the run"),
    Option("moves", argument: "FILE", help: "signals of detect-moves"),
    Option("referrals", argument: "FILE", help: "referrals of find-referrals"),
    Option("leads", argument: "FILE", help: "scored leads"),
    Option("list", help: "list what was missed and what was wrong"),
    Option("check", help: "exit 1 when a bar is not reached"),
  ],
  common: [])
command.main { run in
  guard run.operands.count < 2 else { throw Failure(.usage, "takes one folder, but was given \(run.operands.count)") }
  func file(_ option: String) -> String? {
    run.value(option) ?? run.operands.first.map { $0 + "/" + (places[option] ?? "") }
  }
  var truth = PlantedTruth()
  try run.readRecords(file: try file("truth") ?? run.required("truth")) { truth.add($0) }
  truth.settle()
  var verdict = Verdict(truth: truth)
  try run.readRecords(file: try file("people") ?? run.required("people")) { verdict.add(person: $0) }
  if let file = file("moves") { try run.readRecords(file: file) { verdict.add(move: $0) } }
  if let file = file("referrals") { try run.readRecords(file: file) { verdict.add(referral: $0) } }
  if let file = file("leads") { try run.readRecords(file: file) { verdict.add(lead: $0) } }
  verdict.finish()
  try run.output.write(text: verdict.table())
  if run.flag("list") { try run.output.write(text: verdict.complaints.map { $0 + "\n" }.joined()) }
  try run.output.flush()
  if run.flag("check"), !verdict.passes { throw Failure(.negative, "a bar is not reached") }
}
