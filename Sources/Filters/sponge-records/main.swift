// sponge-records: collects standard input and puts it in place of a file in one step.
import Bytes
import Command
import Glibc

let command = Command(
  name: "sponge-records", summary: "write standard input to a file in one step", operands: "FILE",
  options: [Option("if-changed", help: "leave FILE untouched when it holds the same bytes already")])

command.main { run in
  guard run.operands.count == 1, let target = run.operands.first else {
    throw Failure(.usage, "one FILE to write is needed")
  }
  let writer = try AtomicFile(target)
  let input = FileHandle.standardInput
  var block: [UInt8] = []
  while try input.read(into: &block, count: 1 << 18) > 0 {
    try writer.write(block)
    block.removeAll(keepingCapacity: true)
  }
  try writer.commit(ifChanged: run.flag("if-changed"))
}
