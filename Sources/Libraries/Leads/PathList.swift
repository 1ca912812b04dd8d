// The members that a kind of object is read for.
import JSONLines

/// Gathers the paths of a table, and tells each one's slot as it is added.
struct PathList {
  private var paths: [JSONPath] = []

  /// Adds a path; those below one member follow one another.
  mutating func slot(_ path: JSONPath) -> Int {
    paths.append(path)
    return paths.count - 1
  }

  /// The table of all paths.
  var table: PathTable {
    let table = PathTable(paths)
    assert(paths.indices.allSatisfy { table.slot(of: paths[$0]) == $0 })
    return table
  }
}
