// Whole filters as their users see them: Tests/Golden/FILTER/CASE holds the script `cmd`, its input files, and what must
// come out: `out`, `err` and `rc` (missing: nothing, nothing and 0). KITH_RECORD=1 writes what came out instead.
import Bytes
import Glibc
import TestSupport
import Testing

/// One case.
struct GoldenCase: CustomTestStringConvertible, Sendable {
  let filter: String
  let name: String
  var folder: String { "\(Project.root)/Tests/Golden/\(filter)/\(name)" }
  var testDescription: String { "\(filter)/\(name)" }

  static let all: [GoldenCase] = {
    let root = "\(Project.root)/Tests/Golden"
    let filters = (try? FileSystem.names(in: root)) ?? []
    return filters.filter { FileSystem.isDirectory("\(root)/\($0)") }.flatMap { filter in
      ((try? FileSystem.names(in: "\(root)/\(filter)")) ?? []).map { GoldenCase(filter: filter, name: $0) }
    }
  }()
}

struct GoldenTests {
  @Test(arguments: GoldenCase.all)
  func theFilterDoesWhatTheCaseShows(_ golden: GoldenCase) throws {
    let scratch = try Scratch()
    _ = system("cp -R \(Shell.quoted(golden.folder))/. \(scratch.path)")
    let outcome = try Shell.run(try Files.text("\(golden.folder)/cmd"), in: scratch.path)
    if getenv("KITH_RECORD") != nil {
      try record(outcome, golden)
    } else {
      try expect(outcome, golden)
    }
  }

  @Test func everyFilterHasCases() throws {
    let filters = try FileSystem.names(in: "\(Project.root)/Sources/Filters")
    let covered = Set(GoldenCase.all.map(\.filter))
    #expect(filters.filter { !covered.contains($0) } == [])
  }

  private func expect(_ outcome: Shell.Outcome, _ golden: GoldenCase) throws {
    let code = (try? Files.text("\(golden.folder)/rc")) ?? "0"
    #expect("\(outcome.code)" == code.filter { !$0.isWhitespace })
    for (name, found) in [("out", outcome.output), ("err", outcome.error)] {
      let wanted = (try? Files.read("\(golden.folder)/\(name)")) ?? []
      #expect(String(decoding: found, as: UTF8.self) == String(decoding: wanted, as: UTF8.self), "\(name)")
    }
  }

  private func record(_ outcome: Shell.Outcome, _ golden: GoldenCase) throws {
    let code = outcome.code == 0 ? [] : Array("\(outcome.code)\n".utf8)
    for (name, bytes) in [("out", outcome.output), ("err", outcome.error), ("rc", code)] {
      let path = "\(golden.folder)/\(name)"
      if bytes.isEmpty { FileSystem.remove(path) } else { try Files.write(bytes, to: path) }
    }
  }
}
