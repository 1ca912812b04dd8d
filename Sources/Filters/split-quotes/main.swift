// split-quotes: the text of messages and conversations divided into the author's words and everything else.
import Command
import JSONLines
import ZoneRecords

let command = Command(
  name: "split-quotes", summary: "divide texts into new words, quotes, forwards and signatures",
  options: [Option("greeting", help: "keep the greeting apart from the text, as greeting")])

command.main { run in
  let greetingApart = run.flag("greeting")
  try run.mapRecords { record, out in
    ZoneRecord.split(&record, greetingApart: greetingApart)
    out.write(record)
  }
}
