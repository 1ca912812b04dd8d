import JSONLines

/// Which record's value a golden record takes, member by member.
public struct Survivorship: Sendable, Equatable {
  /// What makes a record's value the better one.
  public enum Preference: String, Sendable, CaseIterable {
    /// The record that last told something of its entity.
    case recent
    /// The source of high priority.
    case trusted
    /// The record with most members.
    case complete
    /// The value that most records have.
    case frequent
  }

  /// For each member, what is looked at first, second and so on; `*` stands for all others.
  private(set) var rules: [String: [Preference]]

  /// What holds unless a model says otherwise.
  static func standard(_ kind: EntityKind?) -> Survivorship {
    Survivorship(rules: ["*": kind == nil ? [.frequent, .complete] : [.recent, .trusted]])
  }

  private init(rules: [String: [Preference]]) {
    self.rules = rules
  }

  /// Reads `{"*":["recent","trusted"],"title":["complete"]}`; nil says nothing.
  init(_ json: JSON?) throws {
    rules = [:]
    for (member, value) in json?.object?.members ?? [] {
      rules[member] = try value.strings.map { name in
        guard let preference = Preference(rawValue: name) else {
          let names = Preference.allCases.map(\.rawValue).joined(separator: ", ")
          throw ModelError(description: "survivorship of '\(member)': '\(name)' is none of \(names)")
        }
        return preference
      }
    }
  }

  var json: JSON {
    .object(JSONObject(rules.sorted { $0.key < $1.key }.map { ($0.key, JSON($0.value.map(\.rawValue))) }))
  }

  /// What holds for `member`; nil when it has no rule of its own.
  func own(_ member: String) -> [Preference]? { rules[member] }

  /// What holds for members without a rule of their own.
  var general: [Preference] { rules["*"] ?? [.recent, .trusted] }
}
