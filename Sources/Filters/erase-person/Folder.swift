// The files of a workspace.
import Bytes
import Command

enum Folder {
  /// All files in a folder and its folders, sorted; symbolic links are not followed.
  static func files(in folder: String) throws -> [String] {
    guard FileSystem.isDirectory(folder) else { return [folder] }
    return try FileSystem.names(in: folder).flatMap { name -> [String] in
      let path = "\(folder)/\(name)"
      if FileSystem.isSymbolicLink(path) { return [] }
      return FileSystem.isDirectory(path) ? try files(in: path) : [path]
    }
  }

  /// The same for two spellings of one path.
  static func identity(_ path: String) -> String {
    path.split(separator: "/").filter { $0 != "." }.joined(separator: "/") + (path.hasPrefix("/") ? "/" : "")
  }
}
