import Bytes
import TestSupport
import Testing

@testable import Invention

/// Keeps what is written.
final class MemorySink: Sink {
  var files: [String: [UInt8]] = [:]
  func append(_ bytes: [UInt8], to path: String) { files[path, default: []] += bytes }
}

struct AgencyTests {
  private func agency(seed: UInt64, clients: Int, messages: Int) throws -> [String: [UInt8]] {
    let sink = MemorySink()
    try Agency(seed: seed, clients: clients, messages: messages).write(to: sink)
    return sink.files
  }

  @Test func theCommittedSampleIsWhatSeedOneGives() throws {
    let files = try agency(seed: 1, clients: 50, messages: 600)
    for (path, bytes) in files {
      let committed = try Files.read("\(Project.root)/pipelines/sample/\(path)")
      #expect(committed == bytes, "\(path): run invent-agency --seed 1 --clients 50 --messages 600")
    }
  }

  @Test func theSameSeedGivesTheSameBytes() throws {
    #expect(try agency(seed: 9, clients: 12, messages: 200) == agency(seed: 9, clients: 12, messages: 200))
    #expect(try agency(seed: 9, clients: 12, messages: 200) != agency(seed: 10, clients: 12, messages: 200))
  }

  @Test func noSlotAndNoChoiceIsLeftOpen() throws {
    let files = try agency(seed: 3, clients: 30, messages: 900)
    for (path, bytes) in files where !path.contains("pages/") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("[["), "\(path)")
      #expect(text.firstMatch(of: /\{[a-z]+([+-][0-9]+)?\}/) == nil, "\(path)")
    }
  }

  @Test func aSmallAgencyHasEveryKindOfFile() throws {
    let files = try agency(seed: 2, clients: 2, messages: 0)
    let wanted = ["config/team.jsonl", "truth.jsonl", "data/raw/crm/spocs.csv", "data/raw/linkedin/Connections.csv"]
    #expect(wanted.allSatisfy { files[$0] != nil })
  }

  @Test func everySignalOfTheStockIsOneOfTheCodebook() {
    let known: Set = [
      "inbound_request", "jd_shared", "proposal_sent", "negotiation", "reconnect_later", "keep_in_touch",
      "referral_mention", "job_change", "candidate_now_hiring", "placement", "not_now_closed",
    ]
    let used = Stock.builtIn.sections.values.joined().flatMap(\.lines).flatMap(\.signals)
    #expect(Set(used).subtracting(known).isEmpty)
  }
}
