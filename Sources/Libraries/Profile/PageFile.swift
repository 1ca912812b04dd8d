import WebPage

/// What came of one saved file.
public enum PageOutcome {
  /// A profile.
  case profile(ProfileRecord)
  /// No profile, with the reason for programs and people.
  case refused(reason: String, says: String)
}

extension ProfileReader {
  /// Bytes of a file beyond which it is not read on: MHTML takes more room than the page in it.
  public static let largestFile = 150_000_000

  /// Reads one saved file, whatever way it was saved.
  public func outcome(of bytes: [UInt8], file: String, fileDate: String?) -> PageOutcome {
    do {
      let saved = try SavedPage(bytes)
      if saved.kind == .text {
        let profile = try read(pasted: String(decoding: saved.html, as: UTF8.self))
        return .profile(
          ProfileRecord(profile: profile, file: file, bytes: bytes.count, saved: saved, fileDate: fileDate))
      }
      let page = try WebPage(saved.html, charset: saved.charset)
      let profile = try read(page, savedFrom: saved.url)
      return .profile(ProfileRecord(profile: profile, file: file, bytes: bytes.count, saved: saved, fileDate: fileDate))
    } catch let refusal as PageRefusal {
      return .refused(reason: refusal.reason, says: refusal.says)
    } catch {
      return .refused(reason: "unreadable_page", says: "\(error)")
    }
  }
}
