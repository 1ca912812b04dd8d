// Templates of any bytes: compiling and rendering end, within their bounds, and the same input gives the same text.
import JSONLines
import PlantedCrash
import Templates

private let data = Record([
  "a": [1, "x", nil, ["b": 2]], "b": "str", "n": 9_223_372_036_854_775_807, "o": ["p": ["q": "deep"]], "e": "",
  "d": "2026-02-12",
])

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let source = Array(UnsafeBufferPointer(start: bytes, count: count))
  PlantedCrash.look(in: source)
  for spins in [false, true] {
    guard let template = try? Template(name: "t", source: source, spins: spins) else { continue }
    var options = RenderOptions()
    options.now = 1_770_854_400
    options.missing = spins ? .fails : .isEmpty
    options.escape = spins ? .html : .none
    options.partials["t"] = template
    let first = rendered(template, options)
    if first != rendered(template, options) { fatalError("two renderings differ") }
    if (first?.count ?? 0) > 16 << 20 { fatalError("the output is not bounded") }
  }
  return 0
}

private func rendered(_ template: Template, _ options: RenderOptions) -> [UInt8]? {
  var out: [UInt8] = []
  do {
    try template.render(data, options, into: &out)
    return out
  } catch {
    return nil
  }
}
