/// A map from the values of a scalar to a coarser set, for those who count in fewer drawers: `maps` of kith-rules(5).
public struct CoarserMap: Sendable {
  /// The member that it writes.
  public let name: String
  /// The scalar whose values it maps.
  public let scalar: String
  /// What each value becomes; a value that is not here has no counterpart.
  public let values: [String: String]

  /// Reads the maps of a rule file, whose scalars may have these values.
  static func all(_ setting: Setting?, values known: [String: Set<String>]) throws(RuleError) -> [CoarserMap] {
    var maps: [CoarserMap] = []
    for (name, map) in try setting?.members("maps by name") ?? [] {
      try map.allow(["about", "of", "to"])
      let of = try map.required("of", "the scalar whose values are mapped")
      guard let fine = known[try of.text()] else {
        throw of.error(expected: "one of the file's scalars (\(known.keys.sorted().joined(separator: ", ")))")
      }
      var values: [String: String] = [:]
      for (value, coarser) in try map.required("to", "values by value").members() {
        guard fine.contains(value) else {
          let list = fine.sorted().joined(separator: ", ")
          throw coarser.error(expected: "a value that a rule gives (\(list)), not \"\(value)\"")
        }
        values[value] = try coarser.text()
      }
      maps.append(CoarserMap(name: name, scalar: try of.text(), values: values))
    }
    return maps
  }
}
