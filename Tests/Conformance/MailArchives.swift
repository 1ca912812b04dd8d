// Mail archives and delivery failures that others collected.
import Bytes
import JSONLines
import Mail
import TestSupport
import Testing

@Suite(.enabled(if: Conformance.isAvailable, "\(Conformance.hint)"))
struct MailArchives {
  /// Shares of the failures whose kind, hardness and reason come out; may only grow.
  static let kindFloor = 0.99
  static let hardFloor = 0.96
  static let reasonFloor = 0.93

  /// Called a bounce by us and not by the suite, whose authors do not read its form; may only shrink.
  static let known: Set<String> = ["rb-issue-368-bug.eml"]

  @Test func everyMessageOfTheCorpusIsFound() throws {
    let folder = try Conformance.folder("mail/corpus")
    let script = "zcat '\(folder)/spamassassin.mbox.gz' | mbox2jsonl --no-zones | jq -r .type | sort | uniq -c"
    let run = try Shell.run(script, in: folder)
    #expect(run.text.split(separator: " ").map { $0.trimmingPrefix("\n") } == ["6046", "message\n"], "\(run.text)")
  }

  @Test func failuresAreRecognised() throws {
    let folder = try Conformance.folder("mail/bounce")
    let expected = try JSON(parsing: Files.read("\(folder)/expected.json")).object ?? [:]
    var tally = BounceTally()
    for (name, cases) in expected.members {
      let message = MailParser().parse(try Files.read("\(folder)/eml/\(name)"))
      tally.take(name, message.kind, cases.array ?? [])
    }
    print(tally.text)
    #expect(expected.members.count == 333)
    #expect(tally.lookAlikes.isSubset(of: Self.known))
    #expect(tally.share(tally.kinds, of: tally.total) >= Self.kindFloor)
    #expect(tally.share(tally.hard, of: tally.bounces) >= Self.hardFloor)
    #expect(tally.share(tally.reasons, of: tally.bounces) >= Self.reasonFloor)
  }
}

/// How many failures came out as expected.
struct BounceTally {
  var total = 0
  var kinds = 0
  var bounces = 0
  var hard = 0
  var reasons = 0
  var lookAlikes: Set<String> = []
  private var misses: [String] = []

  mutating func take(_ name: String, _ kind: MessageKind, _ cases: [JSON]) {
    total += 1
    let reasons = cases.compactMap { $0["reason"]?.string }
    let wanted = Self.kind(reasons)
    let ours = kind.name == "out_of_office" || kind.name == "left_company" ? "auto_reply" : kind.name
    if wanted == "none" ? ours != "bounce" : ours == wanted {
      kinds += 1
    } else {
      misses.append("\(name): \(ours) not \(wanted)")
    }
    if wanted != "bounce" {
      if ours == "bounce" { lookAlikes.insert(name) }
      return
    }
    bounces += 1
    guard case .bounce(let report) = kind else { return }
    if cases.contains(where: { $0["hard"]?.bool == report.isHard }) { hard += 1 }
    if let reason = report.reason, reasons.contains(reason) {
      self.reasons += 1
    } else {
      misses.append("\(name): \(report.reason ?? "-") \(report.status ?? "-") not \(reasons.joined(separator: ","))")
    }
  }

  private static func kind(_ reasons: [String]) -> String {
    switch reasons.first {
    case nil: "none"
    case "vacation": "auto_reply"
    case "feedback": "abuse_report"
    case "delivered": "delivery_report"
    default: "bounce"
    }
  }

  func share(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }

  var text: String {
    (misses + ["kinds \(kinds)/\(total), hard \(hard)/\(bounces), reasons \(reasons)/\(bounces)"]).joined(
      separator: "\n")
  }
}
