// Texts of any bytes in any encoding: what comes out is UTF-8, and the same however the bytes come in.
import PlantedCrash
import TextEncodings

private let labels: [String?] = [
  nil, "utf-8", "utf-16", "utf-16be", "windows-1252", "latin1", "shift_jis", "gb18030", "euc-jp", "euc-kr", "big5",
  "windows-1255", "koi8-u", "iso-8859-2", "utf-7", "iso-2022-jp",
]

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  PlantedCrash.look(in: bytes)
  if PlantedCrash.isWanted { return 0 }
  guard let first = bytes.first else { return 0 }
  let label = labels[Int(first) % labels.count]
  let encoding = label.flatMap { TextEncoding(label: $0) }
  let rest = Array(bytes.dropFirst())
  let whole = text(rest, encoding, piece: rest.count + 1)
  if encoding != nil, encoding != .utf8, String(validating: whole, as: UTF8.self) == nil { fatalError("no UTF-8") }
  // Without a label the first portion decides, so it must be the same one.
  if encoding != nil, whole != text(rest, encoding, piece: 1 + Int(first) / labels.count) {
    fatalError("cut otherwise, it reads otherwise")
  }
  return 0
}

private func text(_ bytes: [UInt8], _ encoding: TextEncoding?, piece: Int) -> [UInt8] {
  var rest = bytes[...]
  var source = TextSource(
    { buffer, count in
      let next = rest.prefix(min(count, piece))
      buffer.append(contentsOf: next)
      rest = rest.dropFirst(next.count)
      return next.count
    }, encoding: encoding, checks: true)
  var text: [UInt8] = []
  while !source.atEnd { _ = try? source.fill(&text, count: piece) }
  _ = source.note
  return text
}
