import Bytes
import JSONLines

/// A fault of a model file.
public struct ModelError: Error, CustomStringConvertible {
  /// What was expected.
  public let description: String
}

/// Learned models as files, kith-models(5): one JSON object whose weights are bytes, 127 standing for the largest weight
/// of a label.
extension LogisticModel {
  private static let format = "kith-classifier-1"

  /// The model as it stands in a file.
  public var json: JSONObject {
    var object: JSONObject = ["format": .string(Self.format), "name": .string(name), "about": .string(about)]
    object.append("rules", rules)
    object.append("labels", JSON(labels))
    object.append("words", JSON(spec.words))
    if let letters = spec.letters { object.append("letters", [JSON(letters.lowerBound), JSON(letters.upperBound)]) }
    if spec.shapes > 0 { object.append("shapes", JSON(spec.shapes)) }
    if spec.context { object.append("context", .bool(true)) }
    object.append("bits", JSON(spec.bits))
    object.append("threshold", LearnedJSON.number(threshold))
    object.append("positive", positive)
    object.append("bias", .array(bias.map(LearnedJSON.number)))
    object.append("scale", .array(scales.map(LearnedJSON.number)))
    object.append("buckets", .string(Base64.encode(Self.packed(buckets))))
    object.append("rarity", .string(Base64.encode(rarity)))
    object.append("weights", .string(Base64.encode(weights)))
    return object
  }

  /// Reads a model file.
  public init(_ bytes: [UInt8], file: String) throws(ModelError) {
    func expected(_ what: String) -> ModelError { ModelError(description: "\(file): \(what)") }
    let (json, encoded) = try Self.members(bytes, file: file)
    guard json["format"]?.string == Self.format else {
      throw expected("expected a learned model, with \"format\": \"\(Self.format)\"")
    }
    let labels = json["labels"]?.strings ?? []
    guard (2...1_000).contains(labels.count), Set(labels).count == labels.count,
      let bias = LearnedJSON.numbers(json["bias"], labels.count),
      let scales = LearnedJSON.numbers(json["scale"], labels.count)
    else {
      throw expected(
        "expected 2 to 1,000 different \"labels\", and as many numbers below a million in \"bias\" and \"scale\"")
    }
    let words = json["words"]?.int ?? 0
    let shapes = json["shapes"]?.int ?? 0
    let bits = json["bits"]?.int ?? 0
    let runs = (json["letters"]?.array ?? []).compactMap(\.int)
    guard (0...5).contains(words), (0...5).contains(shapes), (10...22).contains(bits),
      runs.isEmpty || Self.isRange(runs)
    else {
      throw expected(
        "expected \"words\" and \"shapes\" of 0 to 5, \"letters\" as two numbers of 1 to 8, and \"bits\" of 10 to 22")
    }
    guard let packed = encoded["buckets"], let buckets = Self.unpacked(packed, bits: bits),
      let rarity = encoded["rarity"], rarity.count == buckets.count,
      let weights = encoded["weights"], weights.count == buckets.count * labels.count
    else { throw expected("expected \"buckets\", \"rarity\" and \"weights\" of the same number of features") }
    self.init(
      name: json["name"]?.string ?? file, about: json["about"]?.string ?? "", rules: json["rules"]?.string,
      labels: labels,
      spec: FeatureSpec(
        words: words, letters: runs.isEmpty ? nil : runs[0]...runs[1], shapes: shapes,
        context: json["context"]?.bool ?? false, bits: bits),
      threshold: Float(json["threshold"]?.double ?? 0), buckets: buckets,
      rarity: rarity, weights: weights, scales: scales, bias: bias)
    positive = json["positive"]?.string
    guard positive.map({ labels.count == 2 && labels.contains($0) }) ?? true else {
      throw expected("expected \"positive\" to be one of two \"labels\"")
    }
  }

  /// The members of a model file; those that hold bytes are decoded where they stand, as copies of megabytes cost more than
  /// all else.
  private static func members(_ bytes: [UInt8], file: String) throws(ModelError) -> (JSONObject, [String: [UInt8]]) {
    let text = bytes.span.bytes
    let range = try LearnedJSON.range(bytes, file: file)
    var json = JSONObject()
    var encoded: [String: [UInt8]] = [:]
    guard text.byte(range.lowerBound) == UInt8(ascii: "{") else { return (json, encoded) }
    JSONTree.eachMember(text, range) { key, value in
      let name = JSONText.string(text, key)
      if ["buckets", "rarity", "weights"].contains(name) {
        encoded[name] = decoded(text, value)
      } else {
        json.append(name, JSONTree.value(text, value))
      }
      return true
    }
    return (json, encoded)
  }

  /// The bytes of a Base64 string; where a writer has spelled its slashes with backslashes, by its text.
  private static func decoded(_ json: RawSpan, _ value: Range<Int>) -> [UInt8]? {
    guard json.byte(value.lowerBound) == UInt8(ascii: "\"") else { return nil }
    return Base64.decode(json.extracting(value.lowerBound + 1..<value.upperBound - 1))
      ?? Base64.decode(JSONText.string(json, value))
  }

  private static func isRange(_ runs: [Int]) -> Bool {
    runs.count == 2 && runs[0] >= 1 && runs[0] <= runs[1] && runs[1] <= 8
  }

  /// Ascending numbers as differences of seven bits a byte, the lowest first, the eighth bit saying that more follow.
  private static func packed(_ numbers: [UInt32]) -> [UInt8] {
    var bytes: [UInt8] = []
    var last: UInt32 = 0
    for number in numbers {
      var rest = number - last
      last = number
      while rest > 127 {
        bytes.append(UInt8(rest & 127) | 128)
        rest >>= 7
      }
      bytes.append(UInt8(rest))
    }
    return bytes
  }

  private static func unpacked(_ bytes: [UInt8], bits: Int) -> [UInt32]? {
    var numbers: [UInt32] = []
    var last: UInt32 = 0
    var value: UInt32 = 0
    var shift: UInt32 = 0
    for byte in bytes {
      guard shift < 28 else { return nil }
      value |= UInt32(byte & 127) << shift
      shift += 7
      guard byte < 128 else { continue }
      last += value
      guard last < 1 << UInt32(bits), numbers.isEmpty || value > 0 else { return nil }
      numbers.append(last)
      value = 0
      shift = 0
    }
    return shift == 0 ? numbers : nil
  }
}
