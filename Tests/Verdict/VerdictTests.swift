import JSONLines
import Testing
import Verdict

struct VerdictTests {
  private let truth = [
    #"{"fact":"same_person","name":"Ann Ode","emails":["a@x.example","ann@y.example"],"ids":["crm:person:1"]}"#,
    #"{"fact":"same_person","name":"Bo Kay","emails":["bo@x.example"],"ids":[]}"#,
    #"{"fact":"moved","keys":["a@x.example"],"from":"Xylo Works","to":"Yarn Labs"}"#,
    #"{"fact":"referral","play":"moved","asks":["a@x.example"],"targets":[],"names":[],"company":"Yarn Labs"}"#,
    #"{"fact":"stalled","signal":"stalled","keys":["bo@x.example"]}"#,
  ]

  private func judge(
    people: [String], moves: [String] = [], referrals: [String] = [], leads: [String] = []
  ) throws -> Verdict {
    var planted = PlantedTruth()
    for line in truth { planted.add(try Record(Array(line.utf8))) }
    planted.settle()
    var verdict = Verdict(truth: planted)
    for line in people { verdict.add(person: try Record(Array(line.utf8))) }
    for line in moves { verdict.add(move: try Record(Array(line.utf8))) }
    for line in referrals { verdict.add(referral: try Record(Array(line.utf8))) }
    for line in leads { verdict.add(lead: try Record(Array(line.utf8))) }
    verdict.finish()
    return verdict
  }

  @Test func pairsOfOnePersonAreFoundWhereOneRecordHoldsBoth() throws {
    let verdict = try judge(people: [
      #"{"id":"p1","emails":["a@x.example","ann@y.example"]}"#, #"{"id":"crm:person:1","emails":[]}"#,
    ])
    #expect(verdict.identities.found == 1)
    #expect(verdict.identities.missed == 2)
    #expect(verdict.identities.precision == 1)
  }

  @Test func twoPeopleInOneRecordAreWrong() throws {
    let verdict = try judge(people: [
      #"{"id":"p1","emails":["A@X.example","bo@x.example"],"sources":[{"id":"crm:person:1"}]}"#
    ])
    #expect(verdict.identities.right == 1)
    #expect(verdict.identities.wrong == 2)
  }

  @Test func aMoveIsKnownByPersonAndByTheNewCompanyInAnySpelling() throws {
    let verdict = try judge(
      people: [#"{"id":"p1","emails":["a@x.example"]}"#],
      moves: [
        #"{"signal":"moved","person_id":"p1","to":{"company":"YARN LABS Ltd."}}"#,
        #"{"signal":"moved","person_id":"p1","to":{"company":"Zebra"}}"#,
        #"{"signal":"promoted","person_id":"p1","to":{"company":"Zebra"}}"#,
      ])
    #expect(verdict.moves.recall == 1)
    #expect(verdict.moves.precision == 0.5)
  }

  @Test func aReferralNeedsItsPlayItsAskAndItsTarget() throws {
    let verdict = try judge(
      people: [#"{"id":"p1","emails":["a@x.example"]}"#],
      referrals: [
        #"{"play":"moved","ask":{"person_id":"p1"},"target":{"company":"Yarn Labs GmbH"}}"#,
        #"{"play":"reverse","ask":{"person_id":"p1"},"target":{"company":"Yarn Labs"}}"#,
        #"{"play":"moved","ask":{"email":"bo@x.example"},"target":{"company":"Yarn Labs"}}"#,
      ])
    #expect(verdict.referrals.found == 1)
    #expect(verdict.referrals.wrong == 2)
  }

  @Test func theBestLeadsAreSortedByScoreAndKeepTheirOrderAmongEquals() throws {
    let verdict = try judge(
      people: [#"{"id":"p2","emails":["bo@x.example"]}"#],
      leads: [
        #"{"id":"l1","name":"Nobody","score":10}"#, #"{"id":"l2","name":"Bo","person_id":"p2","score":10.5}"#,
        #"{"id":"l3","name":"Else","score":10}"#,
      ])
    #expect(verdict.best(2).map(\.name) == ["Bo", "Nobody"])
    #expect(verdict.best(2).map(\.isPlanted) == [true, false])
    #expect(!verdict.passes)
  }

  @Test func aTallyOfNothingHasNoSharesAndPasses() {
    let tally = Tally()
    #expect(tally.recall == nil && tally.precision == nil && tally.f1 == nil)
    #expect(tally.reaches(recall: 0.95, precision: 0.9))
  }

  @Test func harmonicMeanOfRecallAndPrecision() {
    var tally = Tally()
    (tally.found, tally.missed, tally.right, tally.wrong) = (1, 1, 1, 3)
    #expect(tally.recall == 0.5 && tally.precision == 0.25)
    #expect(abs((tally.f1 ?? 0) - 1.0 / 3.0) < 1e-9)
    #expect(!tally.reaches(recall: 0.6, precision: 0.2) && tally.reaches(recall: 0.5, precision: 0.25))
  }
}
