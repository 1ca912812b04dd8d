// Saved LinkedIn pages of 2013 to 2024: how many of the values that each page's expected file asserts come out right.
import Bytes
import JSONLines
import TestSupport
import Testing

@Suite(.enabled(if: Conformance.isAvailable, "\(Conformance.hint)"))
struct LinkedInPages {
  /// The pages with what is expected of them.
  static func cases() throws -> [(page: String, wanted: JSON)] {
    let folder = try Conformance.folder("linkedin")
    let names = try FileSystem.names(in: folder)
    return try names.filter { $0.hasSuffix(".expected.json") }.map { name in
      let stem = name.dropLast(".expected.json".count)
      let page = try #require(names.first { $0 == "\(stem).html" || $0 == "\(stem).mhtml" })
      return ("\(folder)/\(page)", try JSON(parsing: Files.read("\(folder)/\(name)")))
    }
  }

  private struct Score {
    var values = 0
    var wrong: [String] = []
    var invented = 0

    mutating func expect(_ wanted: JSON?, _ found: JSON?, _ name: String) {
      values += 1
      let (want, got) = (wanted?.string ?? "", found?.string ?? "")
      if want != got { wrong.append("\(name): '\(got)' for '\(want)'") }
    }
  }

  @Test func nearlyEveryValueIsRightAndNoneInvented() throws {
    var score = Score()
    for (page, wanted) in try Self.cases() where wanted["reason"] == nil {
      let outcome = try Shell.run("enrich-linkedin-html \(Shell.quoted(page))", in: "/tmp")
      let person = try JSON(parsing: outcome.output.filter { $0 != 10 })
      judge(wanted, person, page, &score)
    }
    #expect(score.values >= 380)
    #expect(score.wrong == [])
    #expect(score.invented == 0)
  }

  @Test func pagesWithoutAProfileAreRejectedWithTheirReason() throws {
    for (page, wanted) in try Self.cases() {
      guard let reason = wanted["reason"]?.string else { continue }
      let scratch = try Scratch()
      let outcome = try Shell.run(
        "enrich-linkedin-html --rejects rejects \(Shell.quoted(page)); cat rejects", in: scratch.path)
      #expect(outcome.text.contains("\"reason\":\"\(reason): "), "\(page)")
      #expect(!outcome.text.contains("\"type\":\"person\""), "\(page)")
    }
  }

  @Test func archivesSayWhereAndWhenTheyWereSaved() throws {
    for (page, wanted) in try Self.cases() where wanted["saved_url"] != nil {
      let outcome = try Shell.run("enrich-linkedin-html \(Shell.quoted(page))", in: "/tmp")
      let person = try JSON(parsing: outcome.output.filter { $0 != 10 })
      #expect(person["saved_url"] == wanted["saved_url"])
      #expect(person["saved_at"] == wanted["saved_at"])
    }
  }

  private func judge(_ wanted: JSON, _ person: JSON, _ page: String, _ score: inout Score) {
    for (key, value) in wanted.object?.members ?? [] {
      switch key {
      case "name", "headline", "location", "linkedin_url": score.expect(value, person[key], "\(page) \(key)")
      case "skills":
        score.expect(.string(value.strings.joined(separator: "|")), skills(person), "\(page) skills")
      case "positions", "education": lists(value, person[key], "\(page) \(key)", &score)
      default: break
      }
    }
    if let current = wanted["current"]?.array?.first {
      score.expect(current["title"], person["title"], "\(page) current title")
      score.expect(current["company"], person["company"], "\(page) current company")
    }
  }

  private func skills(_ person: JSON) -> JSON {
    .string((person["skills"]?.strings ?? []).prefix(10).joined(separator: "|"))
  }

  private func lists(_ wanted: JSON, _ found: JSON?, _ name: String, _ score: inout Score) {
    let (wanted, found) = (wanted.array ?? [], found?.array ?? [])
    score.invented += max(0, found.count - wanted.count)
    for (index, want) in wanted.enumerated() {
      let got = index < found.count ? found[index] : .null
      for (key, value) in want.object?.members ?? [] { score.expect(value, got[key], "\(name)[\(index)].\(key)") }
    }
  }
}
