/// Files that hold mail in another form, known by their first bytes, and how to get at it.
enum ForeignFile {
  /// How many bytes are looked at.
  static let markLength = 8

  /// What to do with a file that begins like `head`; nil when it may be mail.
  static func advice(_ head: [UInt8]) -> String? {
    marks.first { head.starts(with: $0.bytes) }?.advice
  }

  private static let marks: [(bytes: [UInt8], advice: String)] = [
    ([0x1F, 0x8B], "is compressed; give what zcat makes of it"),
    ([0x42, 0x5A, 0x68, 0x31], "is compressed; give what bzcat makes of it"),
    ([0x42, 0x5A, 0x68, 0x39], "is compressed; give what bzcat makes of it"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "is compressed; give what xzcat makes of it"),
    ([0x28, 0xB5, 0x2F, 0xFD], "is compressed; give what zstdcat makes of it"),
    (Array("PK\u{3}\u{4}".utf8), "is a zip archive; unpack it and give the mailboxes inside"),
    (Array("!BDN".utf8), "is a folder file of Outlook (PST); give what readpst makes of it"),
    ([0xD0, 0xCF, 0x11, 0xE0], "is a message file of Outlook (MSG); give what msgconvert makes of it"),
  ]
}
