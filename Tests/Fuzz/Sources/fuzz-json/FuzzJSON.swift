// Scanner, decoder and editor of JSON Lines against plain twins: whatever the bytes, both say the same, reading gives what
// the tree gives, and editing changes nothing but the member that it sets.
import Bytes
import JSONLines
import PlantedCrash

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let line = Array(UnsafeBufferPointer(start: data, count: count))
  PlantedCrash.look(in: line)
  checkLines(line)
  guard let record = try? Record(line) else {
    require(JSONDiagnosis.ofRecord(line) != nil, "the twin accepts what the scanner refuses")
    return 0
  }
  require(JSONDiagnosis.ofRecord(line) == nil, "the twin refuses what the scanner accepts")
  checkDecoding(record)
  checkTable(record)
  checkEditing(record)
  return 0
}

private func require(_ condition: Bool, _ message: String) {
  if !condition { fatalError(message) }
}

/// What is decoded, written and decoded again stays the same; members are found by their names.
private func checkDecoding(_ record: Record) {
  let object = record.object
  var text: [UInt8] = []
  object.write(to: &text)
  guard let again = try? Record(text) else { fatalError("a written object is refused") }
  require(again.object == object, "writing and reading again changes a value")
  for name in record.memberNames {
    require(record.json(JSONPath(member: name)) == object[name], "a member is not found by its name")
  }
}

/// One pass for many paths finds what one look for each finds, through two levels of members.
private func checkTable(_ record: Record) {
  var paths: [JSONPath] = ["a", "a.a", "a.b", "b.a.a", "missing"]
  for name in record.memberNames.prefix(6) {
    paths.append(JSONPath(member: name))
    paths.append(JSONPath("\(name).a"))
    guard case .object(let inner)? = record.object[name] else { continue }
    paths += inner.members.prefix(4).map { JSONPath("\(name).\($0.key)") }
  }
  let table = PathTable(paths)
  var places: [ValuePlace] = []
  table.find(in: record, into: &places)
  for path in paths {
    guard let slot = table.slot(of: path) else { continue }
    let found = record.withRaw(places[slot]) { _, range, _ in range }
    require(found == record.withRaw(path) { _, range, _ in range }, "one pass finds another value than one look")
  }
}

private func checkEditing(_ record: Record) {
  let names = record.memberNames
  for name in names.prefix(4) + ["new", ""] {
    var edited = record
    edited.set(name, ["x": [1, "é\n"]])
    var expected = record.object
    expected[name] = ["x": [1, "é\n"]]
    require(edited.object == expected, "an edited record is not what the tree becomes")
    require(JSONDiagnosis.ofRecord(edited.bytes) == nil, "an edited record is not valid")
    if !names.contains(name) {
      edited.remove(name)
      require(edited.object == record.object, "removing what was added does not restore the record")
    }
    edited.remove(name)
    require(JSONDiagnosis.ofRecord(edited.bytes) == nil && !edited.has(JSONPath(member: name)), "removing fails")
  }
}

/// The reader gives the same lines, whatever the size of its pieces.
private func checkLines(_ bytes: [UInt8]) {
  require(lines(bytes, piece: max(1, bytes.count)) == lines(bytes, piece: 7), "a boundary changes the lines")
}

private func lines(_ bytes: [UInt8], piece: Int) -> [[UInt8]] {
  var rest = bytes[...]
  var reader = LineReader(maxLine: 40) { (buffer: inout [UInt8]) throws(SystemError) in
    let part = rest.prefix(piece)
    buffer += part
    rest = rest.dropFirst(piece)
    return part.count
  }
  var found: [[UInt8]] = []
  while let item = try? reader.next() {
    switch item {
    case .lines(let block):
      block.forEachLine { range, line in found.append(Array("\(line):".utf8) + block.bytes[range]) }
    case .overlong(let line, let offset, let count): found.append(Array("\(line) \(offset) \(count)".utf8))
    }
  }
  return found
}
