import CPhoneNumber
import Identity

/// Phone numbers in E.164, by libphonenumber. Only filters that read spelled-out numbers link it.
public enum PhoneNumber {
  /// A number, and whether its range is in use.
  public struct Parsed: Sendable, Equatable {
    /// `+442085126700`.
    public let e164: String
    /// Whether the numbering plan of its country has such numbers.
    public let isValid: Bool
  }

  /// Reads `text` as dialled from `region` (ISO 3166-1 alpha-2; nil: it must bear its country code).
  public static func parse(_ text: String, region: String?) -> Parsed? {
    guard text.utf8.count <= 250 else { return nil }
    let digits = text.utf8.count { (0x30...0x39).contains($0) }
    guard (5...20).contains(digits) || digits <= 30 && digits > 0 && text.utf8.contains(UInt8(ascii: "x")) else {
      return nil
    }
    return call(text.utf8.first == UInt8(ascii: "0") && region == nil ? international(text) : text, region ?? "ZZ")
  }

  /// E.164 of `text`: a possible number by libphonenumber, else by its own country code; nil when it is neither.
  public static func e164(_ text: String, region: String? = nil) -> String? {
    parse(text, region: region)?.e164 ?? PhoneDigits.international(text)
  }

  private static func call(_ text: String, _ region: String) -> Parsed? {
    var text = text
    var isValid: Int32 = 0
    var out = [CChar](repeating: 0, count: 32)
    // Sound: every pointer is used only within the call, with its length; the callee copies what it keeps.
    let count = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        out.withUnsafeMutableBufferPointer { room in
          region.withCString {
            kith_phone_e164(characters.baseAddress, characters.count, $0, room.baseAddress, room.count, &isValid)
          }
        }
      }
    }
    guard count > 0, count <= out.count else { return nil }
    let e164 = String(decoding: out[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return Parsed(e164: e164, isValid: isValid != 0)
  }

  /// `0044 …` as `+44 …`.
  private static func international(_ text: String) -> String {
    text.utf8.starts(with: "00".utf8) ? "+" + text.dropFirst(2) : text
  }
}
