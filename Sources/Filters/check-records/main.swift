import Command
let command = Command(name: "check-records", summary: "check records")
command.main { run in try run.mapRecords { record, out in out.write(record) } }
