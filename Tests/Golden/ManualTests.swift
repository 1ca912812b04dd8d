// The manual is tested: every filter has a page, the page names every option, and its examples do what they show.
import Bytes
import Glibc
import JSONLines
import TestSupport
import Testing

/// One block of an EXAMPLES section: a script, and what it must print (nil: only that it succeeds).
struct ManualExample: CustomTestStringConvertible, Sendable {
  let page: String
  let script: String
  let output: String?
  var testDescription: String { "\(page): \(script.prefix(60))" }

  static let all: [ManualExample] = {
    let folders = ["man1", "man5", "man7"].map { "\(Project.root)/man/\($0)" }
    return folders.flatMap { folder in
      ((try? FileSystem.names(in: folder)) ?? []).flatMap { examples(in: "\(folder)/\($0)", page: $0) }
    }
  }()

  private static func examples(in path: String, page: String) -> [ManualExample] {
    guard let text = try? Files.text(path) else { return [] }
    var blocks: [[String]] = []
    var isExamples = false
    var isLiteral = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(".Sh") { isExamples = line.hasPrefix(".Sh EXAMPLES") }
      if line.hasPrefix(".Bd -literal"), isExamples {
        isLiteral = true
        blocks.append([])
      } else if line.hasPrefix(".Ed") {
        isLiteral = false
      } else if isLiteral {
        blocks[blocks.count - 1].append(plain(line))
      }
    }
    return blocks.compactMap { example($0, page) }
  }

  private static func example(_ lines: [String], _ page: String) -> ManualExample? {
    var script: [String] = []
    var output: [String] = []
    var continues = false
    for line in lines {
      if continues || line.hasPrefix("$ ") {
        script.append(continues ? line : String(line.dropFirst(2)))
        continues = line.hasSuffix("\\")
      } else {
        output.append(line)
      }
    }
    guard !script.isEmpty else { return nil }
    return ManualExample(
      page: page, script: script.joined(separator: "\n") + "\n",
      output: output.isEmpty ? nil : output.joined(separator: "\n") + "\n")
  }

  /// A line of a literal display without roff's escapes.
  private static func plain(_ line: Substring) -> String {
    [
      ("\\&", ""), ("\\-", "-"), ("\\(aq", "'"), ("\\(dq", "\""), ("\\(ga", "`"), ("\\(ha", "^"), ("\\(ti", "~"),
      ("\\e", "\\"),
    ]
    .reduce(String(line)) { $0.replacing($1.0, with: $1.1) }
  }
}

struct ManualTests {
  static let filters = (try? FileSystem.names(in: "\(Project.root)/Sources/Filters")) ?? []

  @Test(arguments: ManualExample.all)
  func theExampleDoesWhatThePageShows(_ example: ManualExample) throws {
    let scratch = try Scratch()
    let sample = "\(Project.root)/pipelines/sample"
    if FileSystem.isDirectory(sample) { _ = system("cp -R \(Shell.quoted(sample))/. \(scratch.path)") }
    let outcome = try Shell.run("set -e\n" + example.script, in: scratch.path)
    #expect(outcome.code == 0, "\(String(decoding: outcome.error, as: UTF8.self))")
    if let output = example.output { #expect(outcome.text == output) }
  }

  @Test(arguments: filters)
  func thePageOfTheFilterNamesEveryOptionOfItsOwn(_ filter: String) throws {
    let page = try Files.text("\(Project.root)/man/man1/\(filter).1")
    let help = try Shell.run("\(filter) --help", in: "/").text
    let own = help.split(separator: "\nCommon options:\n").first.map(String.init) ?? ""
    for word in own.split(whereSeparator: { $0 == " " || $0 == "\n" }) where word.hasPrefix("--") && word.count > 2 {
      let name = word.dropFirst(2)
      #expect(page.contains("Fl -\(name)"), "\(filter).1 lacks --\(name)")
    }
    #expect(page.contains(".Sh EXAMPLES"))
  }

  @Test(arguments: filters)
  func thePageAndTheHelpSayTheSameInOneLine(_ filter: String) throws {
    let page = try Files.text("\(Project.root)/man/man1/\(filter).1")
    let help = try Shell.run("\(filter) --help", in: "/").text
    let summary = page.split(separator: "\n").first { $0.hasPrefix(".Nd ") }?.dropFirst(4) ?? "none"
    #expect(help.split(separator: "\n").dropFirst().first?.lowercased() == summary.lowercased() + ".")
  }

  @Test func everyMemberOfEverySchemaIsDescribed() throws {
    let page = try Files.text("\(Project.root)/man/man5/kith-records.5")
    let folder = "\(Project.root)/pipelines/config/schemas"
    for file in try FileSystem.names(in: folder) {
      let schema = try JSON(parsing: try Files.read("\(folder)/\(file)"))
      let type = file.split(separator: ".").first ?? ""
      let section = page.split(separator: "\n.Ss \(type)\n").dropFirst().first?.split(separator: "\n.Ss ").first ?? ""
      for (name, _) in schema["properties"]?.object?.members ?? [] where name != "type" {
        #expect(section.contains(".It Sy \(name) "), "kith-records(5) lacks \(name) of \(type)")
      }
    }
  }

  @Test(arguments: filters)
  func theReadmeNamesTheFilter(_ filter: String) throws {
    #expect(try Files.text("\(Project.root)/README.md").contains("`\(filter)`"))
  }
}
