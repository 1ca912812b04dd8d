import Bytes
import Testing

// RFC 4648, section 10.
private let samples = [
  ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
  ("foobar", "Zm9vYmFy"),
]

@Test(arguments: samples)
func bytesAndBase64TurnIntoEachOther(text: String, encoded: String) {
  #expect(Base64.encode(Array(text.utf8)) == encoded)
  #expect(Base64.decode(encoded) == Array(text.utf8))
}

@Test func allBytesComeBackFromBase64() {
  let bytes = (0..<768).map { UInt8(truncatingIfNeeded: $0 &* 89 &+ $0 / 256) }
  #expect(Base64.decode(Base64.encode(bytes)) == bytes)
}

@Test(arguments: ["Z", "Zm9vY", "Zm9v!mFy", "Zm9vYg==Zg==", "Zg===", "====", "Zm9v\u{E9}mFy", "Zm 9v"])
func whatIsNoBase64IsRefused(text: String) {
  #expect(Base64.decode(text) == nil)
}
