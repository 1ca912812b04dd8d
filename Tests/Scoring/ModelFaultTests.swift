import JSONLines
import Rules
import Testing

@testable import Scoring

/// Mistakes in models and profiles are told with file, line, member and what was expected.
struct ModelFaultTests {
  private static let terms = #""terms":[{"name":"n","points":5,"when":{"field":"title","exists":true}}]"#

  private func fault(_ models: [String], _ profile: String? = nil) throws -> String {
    var texts: [String: String] = [:]
    for (index, text) in models.enumerated() { texts["m\(index).json"] = text }
    if let profile { texts["icp.json"] = profile }
    do {
      let sources = try ModelSources(
        models: texts.keys.filter { $0 != "icp.json" }.sorted(), profiles: profile.map { _ in ["icp.json"] } ?? []
      ) {
        Array((texts[$0] ?? "").utf8)
      }
      _ = try sources.compiled()
      return ""
    } catch let error as RuleError {
      return error.description
    }
  }

  @Test(arguments: [
    (#""parts":[]"#, "parts: expected at least one part"),
    (#""parts":[{"part":"p","terms":[]}]"#, "parts[0].terms: expected at least one term"),
    (#""parts":[{"part":"p","least":9,"most":5,TERMS}]"#, "parts[0]: expected most that is not below least"),
    (#""least":9,"most":5,"parts":[{"part":"p",TERMS}]"#, "expected most that is not below least"),
    (#""parts":[{"part":"p",TERMS},{"part":"p",TERMS}]"#, "parts[1]: expected another name than \"p\" again"),
    (#""parts":[{"part":"p","weight":"40%",TERMS}]"#, "parts[0].weight: expected a weight"),
    (
      #""parts":[{"part":"p","terms":[{"name":"n","points":-5,"when":{"field":"x","exists":true}}]}]"#,
      "parts[0]: expected a member \"least\" below 0"
    ),
    (#""parts":[{"part":"p","terms":[{"name":"n","field":"x"}]}]"#, "exactly one of when, steps, age_steps, times"),
    (
      #""parts":[{"part":"p","terms":[{"name":"n","field":"x","times":2,"most":3,"steps":[[1,2]]}]}]"#,
      "exactly one of when, steps, age_steps, times"
    ),
    (
      #""parts":[{"part":"p","terms":[{"name":"n","field":"x","points":3,"steps":[[1,2]]}]}]"#,
      "terms[0].points: expected no \"points\" beside \"steps\""
    ),
    (#""parts":[{"part":"p","terms":[{"name":"n","field":"x","steps":[]}]}]"#, "at least one [bound, points]"),
    (#""parts":[{"part":"p","terms":[{"name":"n","field":"x","steps":[[5,1],[5,2]]}]}]"#, "steps[1][0]: expected each"),
    (
      #""parts":[{"part":"p","terms":[{"name":"n","field":"x..y","steps":[[5,1]]}]}]"#,
      "terms[0].field: expected the path"
    ),
    (
      #""tiers":[{"tier":"a","at_least":5},{"tier":"b","at_least":5.0}],"parts":[{"part":"p",TERMS}]"#,
      "tiers[1]: expected another at_least"
    ),
  ])
  func aModelThatCannotWorkIsRefused(_ members: String, _ expected: String) throws {
    let text = "{\"name\":\"m\",\(members.replacing("TERMS", with: Self.terms))}"
    let fault = try fault([text])
    #expect(fault.hasPrefix("m0.json:1:"))
    #expect(fault.contains(expected))
  }

  @Test(arguments: [
    (#"{"signals":{}}"#, "m0.json:1:12: signals: expected at least one signal"),
    (#"{"signals":{"funding":"ten"}}"#, "m0.json:1:23: signals.funding: expected points: a number"),
    (#"{"signals":["funding"]}"#, "m0.json:1:12: signals: expected points by signal"),
    (#"{"signals":{"x":1},"parts":[]}"#, "m0.json:1:12: signals: expected either \"signals\" or \"parts\""),
  ])
  func faultyPointsOfSignalsAreTold(_ text: String, _ expected: String) throws {
    #expect(try fault([text]).hasPrefix(expected))
  }

  @Test func twoModelsOfOneNameAreRefused() throws {
    let text = "{\"name\":\"m\",\"parts\":[{\"part\":\"p\",\(Self.terms)}]}"
    #expect(try fault([text, text]).hasPrefix("m1.json:1:9: name: expected another name than \"m\""))
  }

  @Test(arguments: [
    (#"{"industry":["x"]}"#, "icp.json:1:13: industry: expected one of industries"),
    (#"{"industries":"x"}"#, "icp.json:1:15: industries: expected a list of strings"),
    (#"{"signals":[5]}"#, "icp.json:1:13: signals[0]: expected a string"),
    (#"{"employees":[50]}"#, "icp.json:1:14: employees: expected two numbers, the lesser first"),
    (#"{"employees":[500,50]}"#, "icp.json:1:14: employees: expected two numbers, the lesser first"),
    (#"{"companySizeMin":50}"#, "icp.json:1:19: companySizeMin: expected one of"),
  ])
  func aProfileOfAnotherShapeIsRefused(_ profile: String, _ expected: String) throws {
    let text = "{\"name\":\"m\",\"parts\":[{\"part\":\"p\",\(Self.terms)}]}"
    #expect(try fault([text], profile).hasPrefix(expected))
  }

  @Test func aModelMayAskForWhatNoOtherKnows() throws {
    let text =
      #"{"name":"m","parts":[{"part":"p","terms":[{"name":"n","points":1,"when":{"field":"x","in":{"icp":"own"}}}]}]}"#
    #expect(try fault([text], #"{"own":["x"]}"#) == "")
  }

  /// Whoever writes a profile writes titles, not expressions.
  @Test(arguments: ["C++ Lead", "Director (HR)", "VP, R&D [EMEA]"])
  func aTitleOfAProfileMeansItself(_ title: String) throws {
    let icp = "{\"decision_makers\":[\(JSON.string(title).text)]}"
    let profile = try CustomerProfile.read(Array(icp.utf8), file: "icp")[0]
    let model = try ScoreModel(BuiltIn.file(.models, "outreach") ?? [], file: "outreach", icp: profile.values)
    var record = try Record(Array("{\"title\":\(JSON.string("Interim \(title.lowercased())").text)}".utf8))
    var scratch = Scorer.Scratch()
    Scorer([model], today: 0).apply(to: &record, &scratch)
    #expect(record.number("score") == "16")
  }
}
