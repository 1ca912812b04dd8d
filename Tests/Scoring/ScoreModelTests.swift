import JSONLines
import Rules
import Testing

@testable import Scoring

struct ScoreModelTests {
  private func model(_ name: String, replacing old: String = "", with new: String = "") throws -> ScoreModel {
    let text = String(decoding: BuiltIn.file(.models, name) ?? [], as: UTF8.self)
    let changed = old.isEmpty ? text : text.replacing(old, with: new)
    return try ScoreModel(Array(changed.utf8), file: name)
  }

  private func scored(_ model: ScoreModel, _ line: String) throws -> Record {
    var record = try Record(Array(line.utf8))
    var scratch = Scorer.Scratch()
    Scorer([model], today: Days.number("2026-02-12") ?? 0).apply(to: &record, &scratch)
    return record
  }

  static let intent =
    #""account":{"funding_date":"2026-01-01","open_roles":2,"industry_growth":9,"#
    + #""industry":"SaaS","employees":50,"technologies":["AWS","Workday"],"country":"GB","contacts":3},"#
    + #""signals":["tech_change"],"moved":{"date":"2025-12-01"}"#
  static let reach =
    #""email":"a@b.example","linkedin_url":"https://www.linkedin.com/in/a","phone":"+4420","relationship":{"inbound":1}"#

  @Test func allIntentAloneIsForty() throws {
    let line =
      #"{"account":{"funding_date":"2026-01-01","open_roles":2,"industry_growth":9},"signals":["tech_change"],"#
      + #""moved":{"date":"2025-12-01"}}"#
    let record = try scored(try model("leadscore"), line)
    #expect(record.number("score") == "40")
    #expect(record.string("tier") == "nurture")
  }

  @Test func everythingIsAHundred() throws {
    let record = try scored(try model("leadscore"), "{\(Self.intent),\(Self.reach)}")
    #expect(record.number("score") == "100")
    #expect(record.number("coverage") == "1")
  }

  @Test(arguments: [
    ("39", "cold"), ("39.99", "cold"), ("40", "nurture"), ("59.99", "nurture"), ("60", "warm"), ("79", "warm"),
    ("79.994", "warm"), ("79.995", "hot"), ("80", "hot"),
  ])
  func aTierBeginsAtItsBoundAfterRounding(_ points: String, _ tier: String) throws {
    let tiers =
      #"[{"tier":"hot","at_least":80},{"tier":"warm","at_least":60},{"tier":"nurture","at_least":40},{"tier":"cold","at_least":0}]"#
    let text =
      #"{"name":"t","tiers":"# + tiers
      + #","parts":[{"part":"p","terms":[{"name":"n","field":"n","times":1,"most":1000}]}]}"#
    let record = try scored(try ScoreModel(Array(text.utf8), file: "t"), "{\"n\":\(points)}")
    #expect(record.string("tier") == tier)
  }

  @Test func theOutreachExampleComesOutWithEitherWeights() throws {
    let line = #"{"fit":85,"referral_capacity":80,"signal_strength":75}"#
    #expect(try scored(try model("outreach"), line).number("score") == "80.75")
    var text = String(decoding: BuiltIn.file(.models, "outreach") ?? [], as: UTF8.self)
    text = text.replacing("\"weight\": 0.35", with: "\"weight\": 0.350").replacing("0.40", with: "0.35")
    text = text.replacing("\"weight\": 0.25", with: "\"weight\": 0.30")
    let other = try ScoreModel(Array(text.utf8), file: "outreach")
    #expect(try scored(other, line).number("score") == "80.25")
  }

  @Test func aSecondRunChangesNothing() throws {
    let trust = try model("trust")
    let line =
      #"{"type":"lead","signals":["inbound_request"],"stage":"hidden","why":[{"by":"classify:funnel","#
      + #""signal":"inbound_request","message_id":"m","quote":"We need two."}]}"#
    let once = try scored(trust, line)
    let twice = try scored(trust, String(decoding: once.bytes, as: UTF8.self))
    #expect(once.bytes == twice.bytes)
    let reasons = once.jsons("why[]").filter { $0["by"]?.string == "score:trust" }
    #expect(reasons.first?["quote"]?.string == "We need two.")
    #expect(reasons.first?["points"]?.text == "46")
  }

  @Test func aFaultInAModelIsToldWithItsPlace() {
    let text =
      "{\"name\":\"m\",\"parts\":[{\"part\":\"p\",\n\"terms\":[{\"name\":\"n\",\"points\":\"x\",\"when\":{\"field\":\"a\",\"exists\":true}}]}]}"
    #expect(throws: RuleError.self) { try ScoreModel(Array(text.utf8), file: "m.json") }
    do throws(RuleError) {
      _ = try ScoreModel(Array(text.utf8), file: "m.json")
    } catch {
      #expect(error.description == "m.json:2:31: parts[0].terms[0].points: expected points: a number")
    }
  }

  @Test func theICPOfTheUserStandsBeforeTheModels() throws {
    let icp = try SettingReader.read(Array(#"{"industries":["Fishing"]}"#.utf8), file: "icp.json")
    let model = try ScoreModel(BuiltIn.file(.models, "leadscore") ?? [], file: "leadscore", icp: icp)
    #expect(try scored(model, #"{"account":{"industry":"fishing"}}"#).number("score") == "8.75")
  }

  @Test func aLeadWithoutTheThreeNumbersGetsThemFromWhatIsKnown() throws {
    let line =
      #"{"title":"Head of People","account":{"industry":"Energy","employees":90,"country":"GB","contacts":3},"#
      + #""relationship":{"inbound":2,"outbound":1,"placements":1},"signals":["jd_shared"]}"#
    // 100 × .40 + 70 × .35 + 50 × .25
    #expect(try scored(try model("outreach"), line).number("score") == "77")
  }

  @Test(arguments: [
    (#"["SAP","Python"]"#, "7"), (#"["SAP"]"#, "0"), (#"["SAP","Python","COBOL"]"#, "0"), ("[]", "0"),
  ])
  func technologyAsksForAllThatMustBeThereAndNothingToAvoid(_ technologies: String, _ score: String) throws {
    let icp = #"{"technologies_must":["sap","python"],"technologies_avoid":["cobol"]}"#
    let profile = try CustomerProfile.read(Array(icp.utf8), file: "icp")[0]
    let model = try ScoreModel(BuiltIn.file(.models, "leadscore") ?? [], file: "leadscore", icp: profile.values)
    #expect(try scored(model, "{\"account\":{\"technologies\":\(technologies)}}").number("score") == score)
  }

  @Test(arguments: [
    (#"{}"#, #""funding_stage":"seed","#, "12"),
    (#"{"funding_stages":["Series A"]}"#, #""funding_stage":"series a","#, "12"),
    (#"{"funding_stages":["Series A"]}"#, #""funding_stage":"seed","#, "0"),
    (#"{"funding_stages":["Series A"]}"#, "", "12"),
  ])
  func fundingCountsInTheStagesOfTheProfile(_ icp: String, _ stage: String, _ score: String) throws {
    let profile = try CustomerProfile.read(Array(icp.utf8), file: "icp")[0]
    let model = try ScoreModel(BuiltIn.file(.models, "leadscore") ?? [], file: "leadscore", icp: profile.values)
    #expect(try scored(model, "{\"account\":{\(stage)\"funding_date\":\"2026-01-01\"}}").number("score") == score)
  }

  @Test func oneModelScoresByEachProfile() throws {
    let file = #"{"profiles":[{"name":"a","industries":["x"]},{"name":"b","default":true,"industries":["y"]}]}"#
    let profiles = try CustomerProfile.ordered(try CustomerProfile.read(Array(file.utf8), file: "icp"))
    let models = try ScoreModel.all(BuiltIn.file(.models, "leadscore") ?? [], file: "leadscore", profiles: profiles)
    #expect(models.map(\.name) == ["leadscore", "leadscore@a"])
    let points = try ScoreModel.all(BuiltIn.file(.models, "points") ?? [], file: "points", profiles: profiles)
    #expect(points.map(\.name) == ["points"])
  }

  @Test func aNewLayoutIsNoNewModel() throws {
    let text = String(decoding: BuiltIn.file(.models, "points") ?? [], as: UTF8.self)
    let wide = try ScoreModel(Array(text.replacing(", ", with: ",   ").utf8), file: "points")
    #expect(wide.digest == (try model("points")).digest)
    #expect(try model("points", replacing: "\"points\": 9", with: "\"points\": 8").digest != wide.digest)
  }

  @Test(arguments: [("30", "55"), ("-9", "0"), ("1e400", "55"), ("60", "55"), ("7", "14")])
  func theReasonsAddUpToTheScore(_ number: String, _ score: String) throws {
    let text =
      #"{"name":"m","least":0,"most":55,"parts":[{"part":"p","most":50,"least":-5,"weight":2,"terms":["#
      + #"{"name":"n","field":"n","times":1,"most":60}]}]}"#
    let model = try ScoreModel(Array(text.utf8), file: "m")
    var record = try Record(Array("{\"n\":\(number)}".utf8))
    var scratch = Scorer.Scratch()
    let scorer = Scorer([model], today: 0)
    var line: [UInt8] = []
    scorer.write(scored: record, to: &line, &scratch)
    scorer.apply(to: &record, &scratch)
    #expect(record.bytes == line)
    #expect(record.number("score") == score)
    let points = record.jsons("why[]").compactMap { $0["points"]?.int }
    #expect("\(points.reduce(0, +))" == score)
  }

  @Test func signalsWithTheirPointsAreAModel() throws {
    let text = #"{"signals":{"inbound_request":10,"not_now_closed":-4,"funding":2.5}}"#
    let model = try ScoreModel(Array(text.utf8), file: "scoring_config.json")
    #expect(model.name == "points")
    let record = try scored(
      model, #"{"signals":["funding","inbound_request","x"],"why":[{"signal":"funding","quote":"q"}]}"#)
    #expect(record.number("score") == "12.5")
    #expect(record.strings("why[].because") == ["inbound request", "funding"])
    #expect(record.strings("why[].quote") == ["q", "q"])
    #expect(try scored(model, #"{"signals":["not_now_closed"]}"#).number("score") == "-4")
  }

  /// Who asked to be called in September is not to be called in February.
  @Test(arguments: [
    (#","due":"2026-02-12""#, "45"), (#","due":"2026-03-01""#, "38"), ("", "38"), (#","due":"2026-09-01""#, "16"),
  ])
  func comingBackCountsByTheTimeThatTheyNamed(_ due: String, _ score: String) throws {
    let line = "{\"signals\":[\"reconnect_later\"],\"opportunities\":[{\"signal\":\"reconnect_later\"\(due)}]}"
    #expect(try scored(try model("trust"), line).number("score") == score)
  }

  @Test(arguments: [("2025-12-01", "6"), ("2019-12-01", "0")])
  func aChangeThatAMailToldOfIsOneOfLeadership(_ date: String, _ score: String) throws {
    let line = "{\"signals\":[\"job_change\"],\"opportunities\":[{\"signal\":\"job_change\",\"date\":\"\(date)\"}]}"
    #expect(try scored(try model("leadscore"), line).number("score") == score)
  }
}
