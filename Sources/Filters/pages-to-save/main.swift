// pages-to-save: whose LinkedIn page is worth saving next.
import Careers
import Command
import JSONLines

let command = Command(
  name: "pages-to-save", summary: "list the LinkedIn pages most worth saving next",
  options: [
    Option("most", argument: "N", help: "list the N pages most worth it (default: all)"),
    Option("weights", argument: "FILE", help: "take what each reason is worth from FILE"),
  ],
  common: [.now])

command.main { run in
  let most = try run.int("most") ?? .max
  let weights = try run.value("weights").map { PageWeights(try JSON(parsing: run.readFile($0))) }
  var queue = PageQueue(weights: weights ?? .builtIn, now: run.now.date)
  try run.forEachRecord { record in
    if queue.add(record) { run.counts.merged += 1 } else { run.counts.suppressed += 1 }
  }
  for page in queue.pages().prefix(most) {
    try run.output.write(page.record)
    run.counts.derived += 1
  }
}
