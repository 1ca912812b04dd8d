/// HMAC-SHA-256 (RFC 2104, FIPS 198-1) under one key, which is prepared once and used for many texts.
public struct HMACSHA256: Sendable {
  private let inner: SHA256
  private let outer: SHA256

  /// Authentication codes under `key`; one longer than 64 bytes is hashed first.
  public init(key: [UInt8]) {
    var block = key.count > 64 ? SHA256.hash(key) : key
    block += [UInt8](repeating: 0, count: 64 - block.count)
    var inner = SHA256()
    inner.update(block.map { $0 ^ 0x36 })
    var outer = SHA256()
    outer.update(block.map { $0 ^ 0x5C })
    self.inner = inner
    self.outer = outer
  }

  /// The code of `bytes`, 32 bytes.
  public func code(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var inside = inner
    inside.update(bytes)
    var outside = outer
    outside.update(inside.finish())
    return outside.finish()
  }
}
