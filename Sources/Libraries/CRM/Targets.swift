import CImportTargets
import JSONLines

/// The targets that are built in.
public enum Targets {
  /// Their names, sorted.
  public static var names: [String] {
    (0..<kith_target_count()).compactMap { kith_target_name($0).map { String(cString: $0) } }
  }

  /// The data file of the target of that name; nil when there is none.
  public static func text(_ name: String) -> [UInt8]? {
    guard let index = names.firstIndex(of: name), let text = kith_target_text(index) else { return nil }
    // Sound: text and size are constants of the executable, made by the compiler from one file.
    return Array(UnsafeBufferPointer(start: text, count: kith_target_size(index)))
  }
}
