// Ideal customer profiles (ICP): what models ask about with {"icp": NAME}.
import Rules

/// One profile of a profile file, kith-models(5).
public struct CustomerProfile: Sendable {
  /// Its name; nil when the file holds just one and gives none.
  public let name: String?
  /// Whether it is the one that scores under the models' own names.
  public let isDefault: Bool
  /// The values that models ask for.
  public let values: Setting

  /// The profiles in the text of a file: one object, or an object whose `profiles` lists several.
  public static func read(_ bytes: [UInt8], file: String) throws(RuleError) -> [CustomerProfile] {
    let root = try SettingReader.read(bytes, file: file)
    guard let list = root["profiles"] else { return [try CustomerProfile(root)] }
    try root.allow(["profiles", "about"])
    var profiles: [CustomerProfile] = []
    for element in try list.elements("a list of profiles") {
      _ = try element.required("name", "the profile's name").text()
      profiles.append(try CustomerProfile(element))
    }
    guard !profiles.isEmpty else { throw list.error(expected: "at least one profile") }
    return profiles
  }

  private init(_ setting: Setting) throws(RuleError) {
    _ = try setting.members("a profile: an object")
    name = try setting["name"]?.text()
    isDefault = try setting["default"]?.flag() ?? false
    values = setting
  }

  /// What a profile may hold besides what a model of one's own asks for.
  private static let lists = [
    "industries", "funding_stages", "technologies", "technologies_must", "technologies_avoid", "complementary_tools",
    "countries", "decision_makers", "signals",
  ]
  private static let others = ["name", "default", "about", "employees", "type", "id", "source", "evidence"]

  /// Refuses a member that neither is described in kith-models(5) nor asked for by one of the models, and a described one
  /// of another shape.
  func check(asked: Set<String>) throws(RuleError) {
    let own = asked.filter { !Self.lists.contains($0) && !Self.others.contains($0) }
    try values.allow(Self.lists + Self.others + own.sorted())
    for name in Self.lists {
      for element in try values[name]?.elements("a list of strings") ?? [] { _ = try element.text() }
    }
    let expected = "two numbers, the lesser first"
    guard let employees = values["employees"] else { return }
    let bounds = try employees.elements(expected)
    guard bounds.count == 2, try bounds[0].decimal(expected) <= bounds[1].decimal(expected) else {
      throw employees.error(expected: expected)
    }
  }

  /// The profiles with the default one first: the one that says so, else the first. Names must differ, and only one may
  /// be the default.
  public static func ordered(_ profiles: [CustomerProfile]) throws(RuleError) -> [CustomerProfile] {
    var seen: Set<String> = []
    for profile in profiles.count > 1 ? profiles : [] {
      guard let name = profile.name else {
        throw profile.values.error(expected: "a member \"name\", as there are several")
      }
      guard seen.insert(name).inserted else {
        throw profile.values.error(expected: "another name than \"\(name)\" again")
      }
    }
    let defaults = profiles.filter(\.isDefault)
    guard defaults.count <= 1 else { throw defaults[1].values.error(expected: "only one default profile") }
    return defaults + profiles.filter { !$0.isDefault }
  }
}

extension ScoreModel {
  /// The models of one model file: by the default profile under the model's own name, and, when the model asks about
  /// profiles, by each other one as `MODEL@PROFILE`.
  public static func all(
    _ bytes: [UInt8], file: String, profiles: [CustomerProfile]
  ) throws(RuleError) -> [ScoreModel] {
    let first = try ScoreModel(bytes, file: file, icp: profiles.first?.values)
    guard first.asksProfile else { return [first] }
    var models = [first]
    for profile in profiles.dropFirst() {
      models.append(try ScoreModel(bytes, file: file, icp: profile.values, suffix: profile.name))
    }
    return models
  }
}

/// The texts of models and profiles, from which each thread compiles models of its own.
public struct ModelSources: Sendable {
  private let models: [(name: String, bytes: [UInt8])]
  private let profiles: [CustomerProfile]

  /// The built-in models, or those in files, of these names, with the profiles in these files; `read` reads a file.
  public init(
    models names: [String], profiles files: [String], read: (String) throws -> [UInt8]
  ) throws {
    models = try names.map { (name: $0, bytes: try BuiltIn.file(.models, $0) ?? read($0)) }
    var profiles: [CustomerProfile] = []
    for file in files { profiles += try CustomerProfile.read(try read(file), file: file) }
    self.profiles = try CustomerProfile.ordered(profiles)
  }

  /// The models, compiled, in the order of their names.
  public func compiled() throws(RuleError) -> [ScoreModel] {
    var compiled: [ScoreModel] = []
    for model in models { compiled += try ScoreModel.all(model.bytes, file: model.name, profiles: profiles) }
    for (place, model) in compiled.enumerated() where compiled[..<place].contains(where: { $0.name == model.name }) {
      throw model.place.error(expected: "another name than \"\(model.name)\", which another model of this run has")
    }
    let asked = compiled.reduce(into: Set<String>()) { $0.formUnion($1.asked) }
    for profile in profiles { try profile.check(asked: asked) }
    return compiled
  }
}
