import Bytes
import Testing

/// Digests from FIPS 180-4's examples, and of a text that spans several blocks.
struct SHA256Tests {
  @Test func theExamplesOfTheStandardComeOut() {
    #expect(SHA256.hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(SHA256.hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      SHA256.hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
  }

  @Test func aMillionLettersInPiecesGiveTheDigestOfTheStandard() {
    var digest = SHA256()
    for _ in 0..<1000 { digest.update(repeatElement(0x61, count: 1000)) }
    #expect(
      SHA256.hexadecimal(digest.finish()) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}
