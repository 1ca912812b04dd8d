// The file of bad records.
import Bytes
import JSONLines

/// Writes `reject` records: what could not be taken, why, and its bytes.
final class Rejects {
  let path: String
  private let output: Output

  /// Creates the file at `path`.
  init(_ path: String) throws(Failure) {
    self.path = path
    output = Output(try creating { () throws(SystemError) in try FileHandle.writing(path) })
  }

  func write(filter: String, source: JSON, reason: String, raw: [UInt8]?) throws(SystemError) {
    let digest = SHA256.hash(Array(reason.utf8) + [0] + (raw ?? Array(source.text.utf8)))
    let id = SHA256.hexadecimal(Array(digest.prefix(8)))
    var record: JSONObject = [
      "type": "reject", "id": .string("reject:" + id), "source": source, "by": .string(filter),
      "reason": .string(reason),
    ]
    if let raw {
      if UTF8Sequence.firstFault(in: raw.span.bytes, 0..<raw.count) == nil {
        record.append("raw", JSON.string(String(decoding: raw, as: UTF8.self)))
      } else {
        record.append("raw_base64", JSON.string(Base64.encode(raw)))
      }
    }
    try output.write(record)
  }

  func flush() throws(SystemError) {
    try output.flush()
  }
}
