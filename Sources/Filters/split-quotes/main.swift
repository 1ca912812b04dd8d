// split-quotes: the text of messages and conversations divided into the author's words and everything else.
import Command
import JSONLines
import ZoneRecords

let command = Command(
  name: "split-quotes", summary: "divide texts into new words, quotes, forwards and signatures")

command.main { run in
  try run.mapRecords { record, out in
    ZoneRecord.split(&record)
    out.write(record)
  }
}
