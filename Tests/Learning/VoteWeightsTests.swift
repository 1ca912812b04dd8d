import JSONLines
import Testing

@testable import Learning

private func examples(_ rows: [(String, Votes)]) -> [LabelledVotes] {
  rows.enumerated().map { LabelledVotes($1.1, labels: [$1.0], group: "\($0)") }
}

private let shouting = examples([
  ("angry", [("shouts", 1)]), ("angry", [("shouts", 1), ("asks", 1)]), ("calm", [("asks", 1)]), ("calm", []),
])

@Test func aVoteSpeaksForTheLabelThatItGoesWith() {
  let weights = VoteTrainer().train(shouting)
  #expect(weights.labels == ["angry", "calm"])
  #expect(weights.decide([("shouts", 1)]) == ["angry"])
  #expect(weights.decide([("asks", 1)]) == ["calm"])
  #expect(weights.decide([("asks", 1), ("never heard of", 100)]) == ["calm"])
  let scores = weights.scores(of: [("shouts", 2)])
  #expect(abs(scores.reduce(0) { $0 + Float.exp($1) } - 1) < 1e-5)
}

@Test func severalLabelsAreLearnedEachForItself() throws {
  let rows: [([String], Votes)] = [
    (["angry", "curious"], [("shouts", 1), ("asks", 1)]), (["angry"], [("shouts", 1)]), (["curious"], [("asks", 1)]),
    ([], []),
  ]
  var trainer = VoteTrainer()
  trainer.fit = 10
  trainer.several = true
  let weights = trainer.train(rows.enumerated().map { LabelledVotes($1.1, labels: $1.0, group: "\($0)") })
  for (labels, votes) in rows { #expect(weights.decide(votes) == labels) }
  let again = try VoteWeights(Array(JSON.object(weights.json).text.utf8), file: "w.json")
  #expect(again.several && again.scores(of: [("asks", 1)]) == weights.scores(of: [("asks", 1)]))
}

@Test func aLabelThatAllBearIsCertain() {
  var trainer = VoteTrainer()
  trainer.several = true
  let weights = trainer.train(["a", "b"].map { LabelledVotes([], labels: [$0, "all"], group: $0) })
  #expect(weights.decide([]).contains("all"))
}

@Test func theStrengthOfAVoteCounts() {
  let rows = (0..<40).map { (($0 < 20 ? "low" : "high"), [("level", Float($0) / 4)]) as (String, Votes) }
  var trainer = VoteTrainer()
  trainer.fit = 10
  let weights = trainer.train(examples(rows))
  #expect(weights.decide([("level", 1)]) == ["low"])
  #expect(weights.decide([("level", 9)]) == ["high"])
}

@Test func aWeightierExampleCountsAsOftenAsItWeighs() {
  let doubled = shouting + [shouting[1]]
  let weighed = shouting.enumerated().map {
    LabelledVotes($1.votes, labels: $1.labels, group: $1.group, weight: $0 == 1 ? 2 : 1)
  }
  let (one, other) = (VoteTrainer().train(doubled), VoteTrainer().train(weighed))
  for (mine, yours) in zip(one.scores(of: [("asks", 1)]), other.scores(of: [("asks", 1)])) {
    #expect(abs(mine - yours) < 0.01)
  }
}

@Test func rareVotesAreLeftOut() {
  var trainer = VoteTrainer()
  trainer.minimum = 2
  let weights = trainer.train(shouting + examples([("calm", [("hums", 1)])]))
  #expect(weights.knows("asks"))
  #expect(!weights.knows("hums"))
}

@Test func weightsComeBackFromTheirFile() throws {
  let weights = VoteTrainer().train(shouting, name: "moods", about: "four mails")
  let again = try VoteWeights(Array(JSON.object(weights.json).text.utf8), file: "moods.json")
  #expect((again.name, again.about) == ("moods", "four mails"))
  #expect(JSON.object(again.json).text == JSON.object(weights.json).text)
  #expect(again.scores(of: shouting[1].votes) == weights.scores(of: shouting[1].votes))
}

@Test(arguments: [
  ("{", "f:1:2: "), ("[1]", "f: expected weights of votes"),
  ("{\"format\":\"kith-classifier-1\"}", "expected weights of"),
  ("{\"format\":\"kith-votes-1\",\"labels\":[\"a\"],\"bias\":[0],\"votes\":{}}", "2 to 1,000 different \"labels\""),
  ("{\"format\":\"kith-votes-1\",\"labels\":[\"a\",\"a\"],\"bias\":[0,0],\"votes\":{}}", "different \"labels\""),
  ("{\"format\":\"kith-votes-1\",\"labels\":[\"a\",\"b\"],\"bias\":[0],\"votes\":{}}", "in \"bias\""),
  ("{\"format\":\"kith-votes-1\",\"labels\":[\"a\",\"b\"],\"bias\":[0,1e99],\"votes\":{}}", "in \"bias\""),
  ("{\"format\":\"kith-votes-1\",\"labels\":[\"a\",\"b\"],\"bias\":[0,0]}", "an object of at most 10,000 \"votes\""),
  (
    "{\"format\":\"kith-votes-1\",\"labels\":[\"a\",\"b\"],\"bias\":[0,0],\"votes\":{\"x\":[1,\"2\"]}}", "\"x\" has not"
  ),
])
func aFaultyFileOfWeightsIsRefused(_ text: String, _ message: String) {
  #expect {
    try VoteWeights(Array(text.utf8), file: "f")
  } throws: {
    "\($0)".contains(message)
  }
}

extension Float {
  fileprivate static func exp(_ x: Float) -> Float { VectorMath.exp(SIMD8(repeating: x))[0] }
}
