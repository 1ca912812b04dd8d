// The maps that come with the toolkit.
import CTableMaps

extension TableMap {
  /// The names of the built-in maps, sorted.
  public static var presets: [String] {
    (0..<kith_map_count()).compactMap { index in kith_map_name(index).map { String(cString: $0) } }
  }

  /// The text of the built-in map `name`, or nil.
  public static func preset(_ name: String) -> [UInt8]? {
    for index in 0..<kith_map_count() {
      guard let known = kith_map_name(index), String(cString: known) == name, let text = kith_map_text(index) else {
        continue
      }
      // Sound: the text is a constant of the program, of the size that goes with it.
      return Array(UnsafeBufferPointer(start: text, count: kith_map_size(index)))
    }
    return nil
  }
}
