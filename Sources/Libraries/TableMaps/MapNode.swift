// The shape of a record: a tree whose leaves are values from columns.
import JSONLines

/// A member of a record, as a map describes it.
indirect enum MapNode: Sendable {
  case value(MapValue)
  case object([(name: String, node: MapNode)])
  case list([MapNode])
  /// A list of objects whose members are lists side by side in several columns.
  case zip([(name: String, value: MapValue)])

  /// Adds the node for `path` (such as `client.since`, `emails[]`, `positions[1].title`) to an object.
  static func insert(
    _ leaf: MapNode, at path: ArraySlice<PathStep>, into members: inout [(name: String, node: MapNode)]
  ) {
    guard let step = path.first else { return }
    let index = members.firstIndex { $0.name == step.name } ?? members.count
    if index == members.count { members.append((step.name, step.element == nil ? .object([]) : .list([]))) }
    guard let element = step.element else {
      members[index].node = extended(members[index].node, leaf, path.dropFirst())
      return
    }
    guard case .list(var elements) = members[index].node else { return }
    while elements.count <= element { elements.append(.object([])) }
    elements[element] = extended(elements[element], leaf, path.dropFirst())
    members[index].node = .list(elements)
  }

  private static func extended(_ node: MapNode, _ leaf: MapNode, _ rest: ArraySlice<PathStep>) -> MapNode {
    guard !rest.isEmpty, case .object(var inner) = node else { return leaf }
    insert(leaf, at: rest, into: &inner)
    return .object(inner)
  }

  /// The value for a row; nil when nothing is known. `says` is set when a value came from the row, not from the map.
  func json(_ row: RowValues, _ unread: inout [Unread], says: inout Bool) -> JSON? {
    switch self {
    case .value(let value):
      let json = value.values(row, isList: false, unread: &unread).first
      if json != nil, value.tells { says = true }
      return json
    case .object(let members):
      var object = JSONObject()
      var isTold = false
      for member in members {
        if let json = member.node.json(row, &unread, says: &isTold) { object.append(member.name, json) }
      }
      if isTold { says = true }
      return isTold ? .object(object) : nil
    case .list(let elements): return .array(list(elements, row, &unread, &says))
    case .zip(let members): return .array(Self.zipped(members, row, &unread, &says))
    }
  }

  private func list(_ elements: [MapNode], _ row: RowValues, _ unread: inout [Unread], _ says: inout Bool) -> [JSON] {
    var all: [JSON] = []
    for element in elements {
      if case .value(let value) = element {
        for json in value.values(row, isList: true, unread: &unread) where !all.contains(json) {
          if value.tells { says = true }
          all.append(json)
        }
      } else if case .zip(let members) = element {
        all += Self.zipped(members, row, &unread, &says)
      } else if let json = element.json(row, &unread, says: &says), !all.contains(json) {
        all.append(json)
      }
    }
    return all
  }

  /// Elements side by side: the first list tells how many; when the others are not as many, it is one text that happens to
  /// hold the separator, or they are left out.
  private static func zipped(
    _ members: [(name: String, value: MapValue)], _ row: RowValues, _ unread: inout [Unread], _ says: inout Bool
  ) -> [JSON] {
    var columns = members.map { (name: $0.name, values: $0.value.values(row, isList: true, unread: &unread)) }
    guard let first = columns.first(where: { !$0.values.isEmpty }) else { return [] }
    says = true
    var count = first.values.count
    if count > 1, columns.contains(where: { $0.values.count == 1 }), let whole = members.first {
      var unsplit = whole.value
      unsplit.separator = nil
      columns[0].values = unsplit.values(row, isList: true, unread: &unread)
      count = 1
    }
    return (0..<count).map { index in
      var object = JSONObject()
      for column in columns where column.values.count == count { object.append(column.name, column.values[index]) }
      return .object(object)
    }
  }
}

/// One step of a member's path.
struct PathStep: Sendable, Equatable {
  var name: String
  /// The element of a list; nil when the member is no list.
  var element: Int?

  /// The steps of `path`; nil when it is malformed.
  static func steps(_ path: String) -> [PathStep]? {
    var steps: [PathStep] = []
    for part in path.split(separator: ".", omittingEmptySubsequences: false) {
      guard let bracket = part.firstIndex(of: "[") else {
        if part.isEmpty { return nil }
        steps.append(PathStep(name: String(part)))
        continue
      }
      let inner = part[part.index(after: bracket)...]
      guard inner.last == "]", let number = inner.count == 1 ? 0 : Int(inner.dropLast()), (0..<100).contains(number),
        bracket > part.startIndex
      else { return nil }
      steps.append(PathStep(name: String(part[..<bracket]), element: number))
    }
    return steps.isEmpty || steps.count > 8 ? nil : steps
  }
}
