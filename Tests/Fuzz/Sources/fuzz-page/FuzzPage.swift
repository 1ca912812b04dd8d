// Saved pages: whatever the bytes, reading them ends in a page or an error, and what a page says is one line of text.
import PlantedCrash
import WebPage

/// The fuzzer calls from one thread only, so these need no protection.
nonisolated(unsafe) private let everything = try? XPath("//node() | //@*")
nonisolated(unsafe) private let classed = try? XPath("//*[has('a')]")

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  PlantedCrash.look(in: bytes)
  guard let saved = try? SavedPage(bytes), let page = try? WebPage(saved.html, charset: saved.charset),
    let everything, let classed
  else { return 0 }
  for node in page.all(everything) { check(node.text) }
  for node in page.all(classed) {
    if node.attribute("class")?.contains("a") != true { fatalError("a class was found that is not there") }
  }
  check(page.root?.text ?? "")
  return 0
}

private func check(_ text: String) {
  let isOneLine = text.utf8.allSatisfy { $0 != 10 && $0 != 13 } && !text.hasPrefix(" ") && !text.hasSuffix(" ")
  if !isOneLine { fatalError("the text is no single line") }
}
