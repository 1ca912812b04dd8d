// Saved pages: whatever the bytes, reading them ends in a page or an error, and what a page says is one line of text.
import Glibc
import WebPage

/// Whether the run is to prove that crashes are found.
private let isPlanted = getenv("KITH_PLANTED_CRASH") != nil
/// The fuzzer calls from one thread only, so these need no protection.
nonisolated(unsafe) private let everything = try? XPath("//node() | //@*")
nonisolated(unsafe) private let classed = try? XPath("//*[has('a')]")

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  if isPlanted, count > 2, bytes[0] == 1, bytes[1] == 2, bytes[2] == 3 { fatalError("the planted crash was found") }
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
