import JSONLines
import Testing

@testable import Learning

private func texts(_ pairs: [(String, String)]) -> [LabelledText] {
  pairs.enumerated().map { LabelledText(SeenText(Array($1.1.utf8)), label: $1.0, group: "\($0)") }
}

private let examples = texts([
  ("later", "call me in March"), ("later", "try again in the new year"), ("later", "not before the summer"),
  ("no", "we need nobody"), ("no", "no thank you"), ("no", "the position is filled"),
])

@Test func aModelTellsItsOwnExamplesApart() {
  let model = LogisticTrainer().train(examples)
  for example in examples {
    #expect(model.decide(model.probabilities(of: example.seen))?.label == example.label)
  }
}

@Test func trainingTwiceGivesTheSameBytes() {
  var one: [UInt8] = []
  var other: [UInt8] = []
  LogisticTrainer().train(examples).json.write(to: &one)
  LogisticTrainer().train(examples).json.write(to: &other)
  #expect(one == other)
}

@Test(arguments: [0.001, 1e6] as [Float])
func theExamplesAreToldApartHoweverCloselyTheyAreFollowed(fit: Float) {
  var trainer = LogisticTrainer()
  trainer.fit = fit
  let model = trainer.train(examples)
  for example in examples {
    #expect(model.decide(model.probabilities(of: example.seen))?.label == example.label)
  }
}

@Test func aWrittenModelComesBackWithTheSameJudgement() throws {
  let model = LogisticTrainer().train(examples, name: "mood")
  var bytes: [UInt8] = []
  model.json.write(to: &bytes)
  let read = try LogisticModel(bytes, file: "mood.json")
  #expect(read.name == "mood" && read.labels == ["later", "no"] && read.buckets == model.buckets)
  let text = Array("call in March".utf8)
  #expect(model.probabilities(of: text) == read.probabilities(of: text))
  var again: [UInt8] = []
  read.json.write(to: &again)
  #expect(again == bytes)
}

@Test(arguments: [
  "[]", "{}", #"{"format":"kith-classifier-1"}"#,
  #"{"format":"kith-classifier-1","labels":["a","b"],"bias":[0,0],"scale":[1,1],"words":9,"bits":18}"#,
  #"{"format":"kith-classifier-1","labels":["a","b"],"bias":[0,0],"scale":[1,1],"words":2,"bits":18,"buckets":"////////","rarity":"","weights":""}"#,
  #"{"format":"kith-classifier-1","labels":["a","a"],"bias":[0,0],"scale":[1,1],"words":2,"bits":18,"buckets":"","rarity":"","weights":""}"#,
  #"{"format":"kith-classifier-1","labels":["a","b"],"bias":[0,1e999],"scale":[1,1],"words":2,"bits":18,"buckets":"","rarity":"","weights":""}"#,
])
func aDamagedModelIsRefused(text: String) {
  #expect(throws: ModelError.self) { try LogisticModel(Array(text.utf8), file: "x") }
}

@Test func theWordsThatDecideAreNamed() throws {
  let model = LogisticTrainer().train(examples)
  let text = SeenText(Array("Please try again in March".utf8))
  let reasons = model.reasons(for: "later", in: text, known: model.vector(of: text), most: 20)
  #expect(reasons.contains { $0.words == "march" })
  #expect(zip(reasons, reasons.dropFirst()).allSatisfy { $0.share >= $1.share })
}

@Test func aGroupNeverStandsOnBothSides() {
  let many = (0..<40).map { LabelledText(SeenText([]), label: "\($0 % 2)", group: "g\($0 / 4)") }
  let parts = CrossValidation.divide(many.map(\.group), into: 5, seed: 3)
  for (one, part) in zip(many, parts) {
    for (other, place) in zip(many, parts) where one.group == other.group { #expect(part == place) }
  }
  #expect(Set(parts).count == 5)
}

@Test func ofTwoThatDisagreeTheHeavierTextDecides() {
  let seen = SeenText(Array("maybe in March".utf8))
  let quarrel = [
    LabelledText(seen, label: "later", group: "1", weight: 4), LabelledText(seen, label: "no", group: "2"),
  ]
  var trainer = LogisticTrainer()
  trainer.balance = 0
  for (texts, label) in [(quarrel, "later"), (quarrel.map { $0.weighing(5 - $0.weight) }, "no")] {
    let model = trainer.train(texts)
    #expect(model.decide(model.probabilities(of: seen))?.label == label)
  }
}

extension LabelledText {
  fileprivate func weighing(_ weight: Float) -> LabelledText {
    LabelledText(seen, label: label, group: group, weight: weight)
  }
}

@Test func aNeighbourCanDecideWhatTheTextLeavesOpen() throws {
  let answers = [("Do you need people?", "no"), ("Shall I stop writing?", "stop")]
  let texts = (0..<4).flatMap { round in
    answers.map { before, label in
      LabelledText(SeenText(Array("Yes.".utf8), before: Array(before.utf8)), label: label, group: "\(round)")
    }
  }
  var trainer = LogisticTrainer(spec: FeatureSpec(context: true))
  trainer.fit = 50
  let model = trainer.train(texts)
  var bytes: [UInt8] = []
  model.json.write(to: &bytes)
  let read = try LogisticModel(bytes, file: "x")
  for (before, label) in answers {
    let seen = SeenText(Array("Yes.".utf8), before: Array(before.utf8))
    #expect(read.decide(read.probabilities(of: seen))?.label == label)
  }
}

@Test func yesIsGivenFromItsThresholdOn() throws {
  var model = DecisionTrainer(LogisticTrainer(), positive: "later").train(examples)
  model.threshold = 0.3
  #expect(model.decide([0.31, 0.69])?.label == "later")
  #expect(model.decide([0.29, 0.71])?.label == "no")
  var bytes: [UInt8] = []
  model.json.write(to: &bytes)
  #expect(try LogisticModel(bytes, file: "x").decide([0.31, 0.69])?.label == "later")
}

@Test func whatIsNoJSONIsToldByLineAndColumn() {
  do throws(ModelError) {
    _ = try LogisticModel(Array("{\"format\":\n\"kith\",}".utf8), file: "m.json")
  } catch {
    #expect(error.description.hasPrefix("m.json:2:8: "))
  }
}

@Test func aTextOfUnknownWordsIsKnownAsSuch() {
  let model = LogisticTrainer().train(examples)
  #expect(model.vector(of: SeenText(Array("xyzzy".utf8))).isEmpty)
  #expect(!model.vector(of: SeenText(Array("march".utf8))).isEmpty)
}
