// The files of an export.
import Bytes
import CRM
import Command

/// Files that appear together at the end, or standard output.
struct Files: ExportOutput {
  private let folder: String?
  /// Whether standard output is for the plan, and rows without a folder go nowhere.
  private let isPlanned: Bool
  private let run: Run
  private var files: [(name: String, file: AtomicFile)] = []

  init(folder: String?, isPlanned: Bool, run: Run) throws {
    self.folder = folder
    self.isPlanned = isPlanned
    self.run = run
    if let folder {
      do throws(SystemError) {
        try FileSystem.makeDirectories(folder)
      } catch {
        throw Failure(.cantCreate, "\(folder): \(error.reason)")
      }
    }
  }

  mutating func write(_ bytes: [UInt8], to name: String) throws {
    guard let folder else {
      if !isPlanned { try run.output.write(bytes: bytes[...], lines: 0) }
      return
    }
    if let known = files.last(where: { $0.name == name }) { return try known.file.write(bytes) }
    let file = try AtomicFile("\(folder)/\(name)")
    files.append((name, file))
    try file.write(bytes)
  }

  mutating func commit() throws {
    for entry in files { try entry.file.commit(ifChanged: true) }
    for entry in files { removeLeftovers(of: entry.name) }
    files = []
  }

  /// Removes the parts of an earlier run that had more of them than this one.
  private func removeLeftovers(of name: String) {
    guard let folder, let dot = name.lastIndex(of: "."), !name.hasSuffix(".json") else { return }
    let (stem, ending) = (name[..<dot], name[dot...])
    guard let dash = stem.lastIndex(of: "-"), let part = Int(stem[stem.index(after: dash)...]) else {
      return removeParts("\(folder)/\(stem)", ending, from: 2)
    }
    removeParts("\(folder)/\(stem[..<dash])", ending, from: part + 1)
  }

  private func removeParts(_ stem: String, _ ending: Substring, from first: Int) {
    var part = first
    while !files.contains(where: { "\(folder ?? "")/\($0.name)" == "\(stem)-\(part)\(ending)" }),
      FileSystem.permissions(of: "\(stem)-\(part)\(ending)") != nil
    {
      FileSystem.remove("\(stem)-\(part)\(ending)")
      part += 1
    }
  }
}
