// golden-liquid: templates with their data and what must come out, or that they must be refused.
import Bytes
import JSONLines
import Templates
import TestSupport
import Testing

@Suite(.enabled(if: Conformance.isAvailable, "\(Conformance.hint)"))
struct GoldenLiquid {
  /// What the subset leaves out, and why. Everything else passes.
  static let outside: [String: String] = [
    "tags, case, unexpected when token": "lax parsing; its twin 'strict2' wants the same template refused, as we do"
  ]

  static func cases() throws -> [JSON] {
    let text = try Files.read("\(Conformance.folder("liquid"))/golden_liquid.json")
    return try JSON(parsing: text)["tests"]?.array ?? []
  }

  /// The text that a case renders to, nil when it is refused.
  static func rendered(_ test: JSON) -> String? {
    var options = RenderOptions()
    options.missing = .isEmpty
    options.now = 0
    do {
      for partial in test["templates"]?.object?.members ?? [] {
        options.partials[partial.key] = try Template(name: partial.key, text: partial.value.string ?? "")
      }
      let template = try Template(name: "case", text: test["template"]?.string ?? "")
      var members: [(key: String, value: Value)] = []
      for member in test["data"]?.object?.members ?? [] { members.append((member.key, Value(member.value))) }
      var out: [UInt8] = []
      try template.render(ValueObject(members), options, into: &out)
      return String(decoding: out, as: UTF8.self)
    } catch {
      return nil
    }
  }

  @Test func theWholeSuiteIsThere() throws {
    #expect(try Self.cases().count == 1054)
  }

  @Test func everyCaseOfTheSubsetPasses() throws {
    for test in try Self.cases() where test["invalid"]?.bool != true {
      let name = test["name"]?.string ?? ""
      guard Self.outside[name] == nil else { continue }
      let wanted = test["results"]?.strings ?? test["result"]?.strings ?? []
      #expect(wanted.contains(Self.rendered(test) ?? "refused"), "\(name)")
    }
  }

  @Test func everyInvalidCaseIsRefused() throws {
    let invalid = try Self.cases().filter { $0["invalid"]?.bool == true }
    #expect(invalid.count == 126)
    for test in invalid { #expect(Self.rendered(test) == nil, "\(test["name"]?.string ?? "")") }
  }
}
