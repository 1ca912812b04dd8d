import JSONLines

/// Weights of votes as files, kith-models(5): one JSON object with a list of numbers, one a label, for each vote.
extension VoteWeights {
  private static let format = "kith-votes-1"

  /// The weights as they stand in a file.
  public var json: JSONObject {
    let members = votes.map { (key: $0.name, value: JSON.array($0.weights.map(LearnedJSON.number))) }
    var object: JSONObject = [
      "format": .string(Self.format), "name": .string(name), "about": .string(about), "labels": JSON(labels),
    ]
    if several { object.append("several", .bool(true)) }
    object.append("bias", .array(bias.map(LearnedJSON.number)))
    object.append("votes", .object(JSONObject(members)))
    return object
  }

  /// Reads a file of weights.
  public init(_ bytes: [UInt8], file: String) throws(ModelError) {
    func expected(_ what: String) -> ModelError { ModelError(description: "\(file): expected \(what)") }
    let json = try LearnedJSON.object(bytes, file: file)
    guard json["format"]?.string == Self.format else {
      throw expected("weights of votes, with \"format\": \"\(Self.format)\"")
    }
    let labels = json["labels"]?.strings ?? []
    guard (2...1_000).contains(labels.count), Set(labels).count == labels.count else {
      throw expected("2 to 1,000 different \"labels\"")
    }
    guard let bias = LearnedJSON.numbers(json["bias"], labels.count) else {
      throw expected("a number for each label in \"bias\"")
    }
    guard let members = json["votes"]?.object?.members, members.count <= 10_000 else {
      throw expected("an object of at most 10,000 \"votes\"")
    }
    var votes: [(name: String, weights: [Float])] = []
    for (name, value) in members {
      guard let weights = LearnedJSON.numbers(value, labels.count) else {
        throw expected("a number for each label in \"votes\", which \"\(name)\" has not")
      }
      votes.append((name, weights))
    }
    self.init(
      name: json["name"]?.string ?? file, about: json["about"]?.string ?? "", labels: labels,
      several: json["several"]?.bool ?? false, bias: bias, votes: votes)
  }
}
