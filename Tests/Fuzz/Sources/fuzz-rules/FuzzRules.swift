// Rule files, learned models and weights of votes of any bytes: one is refused in words, or judges, and twice the same; and
// a pattern is found where RE2 alone finds it. The first byte says which of the four is meant.
import JSONLines
import Learning
import PlantedCrash
import Rules

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  PlantedCrash.look(in: bytes)
  if PlantedCrash.isWanted { return 0 }
  guard let first = bytes.first else { return 0 }
  let rest = Array(bytes.dropFirst())
  switch first % 4 {
  case 0: judge(byRules: rest)
  case 1: judge(byModel: rest)
  case 2: judge(byVotes: rest)
  default: compare(patternAndText: rest)
  }
  return 0
}

/// A conversation, messages alone and a record, written so that what seeds ask for is there.
private let records = [
  #"{"type":"conversation","id":"c1","own_domains":["we.example"],"signals":["old"],"messages":[{"id":"m1","kind":"direct","#
    + #""from":{"email":"ines@lark.example"},"date":"2026-03-02T09:00:00Z","subject":"Staff","source":{},"#
    + #""text":"Hello Jon,\n\nwe need two welders in May. Can you call me on 12 March?"},{"id":"m2","kind":"direct","#
    + #""from":{"email":"jon@we.example"},"date":"2026-03-03","text":"Thank you! I will.","source":{}},{"id":"m3","#
    + #""kind":"auto-reply","auto":true,"from":{"email":"ines@lark.example"},"date":"2026-03-03","text":"I am away."}]}"#,
  #"{"type":"message","id":"m4","direction":"inbound","date":"2026-03-04","attachments":["brief.pdf",{"name":"cv.docx"}],"#
    + #""text":"No thanks, not now: ask again in two weeks, or next spring. \u017fee GRÖSSE, Straße!","source":{}}"#,
  #"{"id":"m5","text":"","kind":"bounce"}"#, #"{"text":"Yes?"}"#,
  #"{"type":"company","id":"x","name":"Wren Ltd","employees":40,"since":"2025-11-30","items":[{"a":1,"b":["x",null]},{}]}"#,
].map { line in
  guard let record = try? Record(Array(line.utf8)) else { fatalError("no record: \(line)") }
  return record
}

private let smallModel: LogisticModel = {
  let spec = FeatureSpec(words: 1, letters: 3...3, bits: 10)
  let texts = [("call me", "warm"), ("no thanks", "cold"), ("we need two", "warm"), ("I am away", "gone")]
  return LogisticTrainer(spec: spec).train(
    texts.map { LabelledText(SeenText(Array($0.utf8)), label: $1, group: $0) }, name: "m")
}()

private let smallModelFile = Array(JSON.object(smallModel.json).text.utf8)

private let smallWeightsFile = Array(
  #"{"format":"kith-votes-1","labels":["cold","warm"],"bias":[1,0],"votes":{"m: warm":[-1,2],"asks: cold":[1,0]}}"#.utf8
)

/// Small ones in place of those that are built in, which take long to read.
private let learned: [String: [UInt8]] = [
  "m": smallModelFile, "ours": smallModelFile, "theirs": smallModelFile, "replies": smallModelFile,
  "v": smallWeightsFile, "reply-votes": smallWeightsFile,
]

private func judge(byRules bytes: [UInt8]) {
  guard let rules = rules(bytes, learned, file: "r.json") else { return }
  _ = rules.failedExamples()
  _ = rules.unknownVotes
  _ = rules.textPatterns
  judge { Classification(rules, today: 20_520, map: rules.maps.first, writesVotes: true).apply(to: &$0) }
}

private func judge(byModel bytes: [UInt8]) {
  let model: LogisticModel
  do { model = try LogisticModel(bytes, file: "m.json") } catch { return check("\(error)", file: "m.json") }
  let opinion = LearnedOpinion(model, rules: nil, member: "label")
  judge { opinion.apply(to: &$0) }
  hear(["m": bytes, "v": smallWeightsFile])
  guard let again = try? LogisticModel(Array(JSON.object(model.json).text.utf8), file: "m.json") else {
    fatalError("a model that was written is refused")
  }
  if again.labels != model.labels { fatalError("a model that was written has other labels") }
}

private func judge(byVotes bytes: [UInt8]) {
  do { _ = try VoteWeights(bytes, file: "v.json") } catch { return check("\(error)", file: "v.json") }
  hear(["m": smallModelFile, "v": bytes])
}

/// Judges messages and conversations by rules that let the model `m` vote and the weights `v` weigh.
private func hear(_ learned: [String: [UInt8]]) {
  let ofMessages = #"""
    {"name":"r","on":"message","scalars":{"mood":"none"},"weighed_by":{"mood":"v"},"rules":[{"vote":"mood","by":"m"},
    {"vote":"mood","by":"m","of":"sentences","weight":0.5},{"vote":"mood","by":"m","of":"earlier"},
    {"vote":"mood","by":"m","of":"later sentences"},{"vote":"mood","to":"cold","name":"asks","when":{"says":"no"}}]}
    """#
  let ofConversations = #"""
    {"name":"r","on":"conversation","list":"moods","weighed_by":{"moods":"v"},"rules":[
    {"add":"cold","from":"them","when":{"says":["no"]}},{"vote":"moods","by":"m","of":"sentences","from":"them"},
    {"vote":"moods","by":"m","which":"last"},{"vote":"moods","to":"cold","name":"asks","when":{"label":"cold"}}]}
    """#
  let several = (try? VoteWeights(learned["v"] ?? [], file: "v.json"))?.several ?? false
  guard let rules = rules(Array((several ? ofConversations : ofMessages).utf8), learned, file: "r.json") else {
    fatalError("rules that are right")
  }
  judge { Classification(rules, today: 20_520, writesVotes: true).apply(to: &$0) }
}

private func rules(_ bytes: [UInt8], _ learned: [String: [UInt8]], file: String) -> RuleFile? {
  do {
    return try RuleFile(bytes, file: file, learned: LearnedFiles(learned))
  } catch {
    check("\(error)", file: file)
    return nil
  }
}

private func check(_ error: String, file: String) {
  if !error.hasPrefix("\(file):") || error.utf8.count < 20 { fatalError("an error that says nothing: \(error)") }
}

private func judge(_ apply: (inout Record) -> Void) {
  for record in records {
    var (one, other) = (record, record)
    apply(&one)
    apply(&other)
    if one.bytes != other.bytes { fatalError("two judgements differ") }
    if (try? Record(one.bytes)) == nil { fatalError("no record: \(String(decoding: one.bytes, as: UTF8.self))") }
  }
}

/// Looks for the pattern in the first line in the other lines, by a rule and by RE2 alone.
private func compare(patternAndText bytes: [UInt8]) {
  let lines = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
  let texts = lines.map { String(decoding: $0, as: UTF8.self) }
  guard texts.count == 2, !texts[0].isEmpty, !texts[0].utf8.contains("{{".utf8) else { return }
  let rule: JSON = ["add": "found", "when": ["field": "note", "matches": .string(texts[0])]]
  let file: JSON = ["name": "r", "on": "record", "list": "signals", "rules": [rule]]
  guard let rules = rules(Array(file.text.utf8), [:], file: "r.json") else { return }
  guard let pattern = Pattern.compile(texts[0]).pattern else { fatalError("a pattern that is none") }
  let found = Classification(rules, today: 0).labels(of: Record(["note": .string(texts[1])])).names == ["found"]
  // An empty text is no text.
  if found != (!texts[1].isEmpty && pattern.find(in: Array(texts[1].utf8)) != nil) {
    fatalError("a pattern that is \(found ? "" : "not ")found")
  }
}
