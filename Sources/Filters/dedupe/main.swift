// dedupe: records that tell of the same person, company or message become one golden record.
import Command
import Deduplication
import Resolution

let command = Command(
  name: "dedupe", summary: "unite the records of one person, company or message", operands: "[file ...]",
  options: [
    Option(
      "entity", short: "e", argument: "KIND", choices: EntityKind.allCases.map(\.rawValue), help: "what is resolved"),
    Option("auto", help: "resolve a table of any kind: every member but the id is data"),
    Option("model", argument: "FILE", help: "compare by the model in FILE"),
    Option("print-model", help: "print how records were compared, to be given back by --model"),
    Option("id", argument: "MEMBER", help: "the member that holds the id (default: id)"),
    Option("clean-source", argument: "MEMBER", help: "the member that names a source without duplicates"),
    Option("companies", argument: "FILE", help: "company records that people's company_id refers to"),
    Option("decisions", argument: "FILE", help: "pairs that a person has decided to be one or two"),
    Option("labels", argument: "FILE", help: "decided pairs to refine the weights by"),
    Option("against", argument: "FILE", help: "golden records that new records may belong to"),
    Option("state", argument: "FILE", help: "keep in FILE what the next run needs: the model, golden records' values"),
    Option(
      "stage", argument: "NAME", choices: ["block", "score", "cluster", "merge"], help: "do one part of the work only"),
    Option("from", argument: "FILE", help: "what the stage before has written"),
    Option("emit", argument: "WHAT", choices: ["records", "clusters"], help: "golden records or id and cluster"),
    Option("merges", argument: "FILE", help: "write which record became part of which to FILE"),
    Option("pairs", argument: "FILE", help: "write every pair compared, its weight and its parts to FILE"),
    Option("review", argument: "FILE", help: "write the pairs to FILE that a person should decide, most useful first"),
    Option("explain", argument: "A,B", help: "print what speaks for and against two records being one"),
  ])

command.main { run in try Deduplication(run).perform() }
