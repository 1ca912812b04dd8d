import Bytes
import JSONLines
import Rules

/// A compiled score model (kith-models(5)): parts with weights, terms with points, tiers.
public struct ScoreModel: Sendable {
  /// Its name, as in `scores.NAME`.
  public let name: String
  /// Whether it gives the record's `score`, `tier` and `coverage`.
  public let isPrimary: Bool
  let places: Int
  /// Bounds of the value, in units of its places.
  let bounds: ClosedRange<Int128>
  let tiers: [Tier]
  let parts: [Part]
  let program: PlainProgram
  /// The members of the customer profile that conditions ask for.
  let asked: Set<String>
  var asksProfile: Bool { !asked.isEmpty }
  /// Where its name stands.
  let place: Setting
  /// What tells this model from an earlier version of it, and the profile that it asks from an earlier one; the latter is
  /// empty when the model asks about none.
  public let digest: String
  public let profileDigest: String

  /// A range of values and what to do with it.
  struct Tier: Sendable {
    let atLeast: Decimal
    /// The name as JSON text.
    let name: [UInt8]
    /// `"tier":…,"action":…` as it is written.
    let opening: [UInt8]
  }

  /// Terms whose points are added, held within bounds and weighted.
  struct Part: Sendable {
    let name: String
    /// `{"part":…,"weight":…,"points":` as it is written.
    let opening: [UInt8]
    /// In millionths.
    let weight: Int64
    let least: Points
    let most: Points
    let terms: [Term]
  }

  /// One reason for points. A class, so that going through the terms counts one reference for each and not eight.
  final class Term: Sendable {
    enum Rule: Sendable {
      /// These points when the program's condition of that number holds.
      case when(Int, Points)
      /// The points of the first step that the number at the program's path does not exceed.
      case steps(Int, [(bound: Decimal, points: Points)], isAge: Bool)
      /// The number at the program's path times a factor, at most so much.
      case times(Int, Decimal, most: Points)
    }

    let name: String
    let rule: Rule
    /// Signals whose evidence in the record's `why` proves the term.
    let evidence: [String]
    /// The term counts as known when there is a value at one of these paths of the program.
    let known: [Int]
    /// The most that it can give.
    let possible: Points
    /// `{"name":"…","points":` as it is written.
    let opening: [UInt8]
    /// `{"by":"score:MODEL","because":"…","points":` as it is written.
    let reason: [UInt8]

    init(
      name: String, rule: Rule, evidence: [String], known: [Int], possible: Points, opening: [UInt8],
      reason: [UInt8]
    ) {
      self.name = name
      self.rule = rule
      self.evidence = evidence
      self.known = known
      self.possible = possible
      self.opening = opening
      self.reason = reason
    }
  }

  /// Reads and compiles a model; `icp` gives the values that `{"icp": NAME}` stands for, and `suffix` names the profile
  /// when it is not the default one.
  public init(_ bytes: [UInt8], file: String, icp: Setting? = nil, suffix: String? = nil) throws(RuleError) {
    let root = try SettingReader.read(bytes, file: file)
    try root.allow(["name", "about", "primary", "places", "least", "most", "tiers", "icp", "parts", "signals"])
    let signals = try root["signals"]?.partsOfSignals()
    if let signals, root["parts"] != nil { throw signals.error(expected: "either \"signals\" or \"parts\"") }
    var reader = ModelReader(icp: [icp, root["icp"]].compactMap { $0 })
    let named = signals == nil ? try root.required("name", "the model's name") : root["name"]
    let own = try named?.text() ?? "points"
    guard !own.isEmpty else { throw (named ?? root).error(expected: "a name that is not empty") }
    name = suffix.map { "\(own)@\($0)" } ?? own
    place = named ?? root
    reader.model = name
    isPrimary = suffix == nil ? try root["primary"]?.flag() ?? false : false
    asked = reader.asked(root["parts"])
    digest = SHA256.hex(root.spelling, digits: 16)
    profileDigest = !asked.isEmpty ? icp.map { SHA256.hex($0.spelling, digits: 16) } ?? "" : ""
    places = try root["places"]?.integer(0...6) ?? 2
    bounds = try reader.bounds(root, places: places)
    tiers = try reader.tiers(root["tiers"])
    let list: Setting
    if let signals {
      list = signals
    } else {
      list = try root.required("parts", "a list of parts, or \"signals\": points by signal")
    }
    parts = try reader.parts(list)
    program = reader.book.program()
  }
}
