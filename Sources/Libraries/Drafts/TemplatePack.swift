import CTemplatePack
import Templates

/// A set of templates that are chosen from, and the partials that they share.
public struct TemplatePack: Sendable {
  /// The templates, by rank and name.
  public let templates: [DraftTemplate]
  /// Templates whose file names begin with `_`, without it.
  public let partials: [String: Template]

  /// Compiles the files of a pack, given by name and content.
  public init(_ files: [(name: String, source: [UInt8])]) throws(TemplateError) {
    var templates: [DraftTemplate] = []
    var partials: [String: Template] = [:]
    for file in files {
      if file.name.hasPrefix("_") {
        let name = String(file.name.dropFirst())
        partials[name] = try Template(name: file.name, source: file.source, spins: true)
      } else {
        templates.append(try DraftTemplate(name: file.name, source: file.source))
      }
    }
    self.templates = templates.sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }
    self.partials = partials
  }

  /// The names of the packs that are built in.
  public static let names = ["agency", "founders", "insight", "network"]

  /// The files of a built-in pack; nil when there is none of that name.
  public static func files(ofPack name: String) -> [(name: String, source: [UInt8])]? {
    guard names.contains(name) else { return nil }
    let folder = name == "agency" ? "" : "\(name)/"
    // Sound: the table and what it points to are constants of the executable; sizes come from the compiler.
    return (0..<Int(kith_template_count)).compactMap { index in
      guard let entry = kith_template(index), let text = entry.pointee.name, let bytes = entry.pointee.bytes else {
        return nil
      }
      let path = String(cString: text)
      let file = String(path.dropFirst(folder.count))
      guard path.hasPrefix(folder), !file.contains("/") else { return nil }
      return (file, Array(UnsafeBufferPointer(start: bytes, count: entry.pointee.size)))
    }
  }
}
