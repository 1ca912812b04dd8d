import Testing

@testable import WebPage

struct SavedPageTests {
  private func saved(_ text: String) throws -> SavedPage { try SavedPage(Array(text.utf8)) }

  @Test func aBrowserNamesTheAddressInAComment() throws {
    let page = try saved("<!DOCTYPE html>\r\n<!-- saved from url=(0027)https://www.linkedin.com/in/x -->\r\n<html>")
    #expect(page.kind == .html)
    #expect(page.url == "https://www.linkedin.com/in/x")
    #expect(page.savedAt == nil)
  }

  @Test func singleFileNamesAddressAndTime() throws {
    let page = try saved(
      """
      <!DOCTYPE html> <html><!--
       Page saved with SingleFile
       url: https://se.linkedin.com/in/x
       saved date: Sun Mar 27 2022 14:05:59 GMT+0100 (Central European Standard Time)
      --><body>
      """)
    #expect(page.kind == .singleFile)
    #expect(page.url == "https://se.linkedin.com/in/x")
    #expect(page.savedAt == "2022-03-27T14:05:59+01:00")
  }

  private let archive = """
    From: <Saved by Blink>\r
    Snapshot-Content-Location: https://x.example/p\r
    Date: Mon, 20 Mar 2023 09:41:07 -0000\r
    MIME-Version: 1.0\r
    Content-Type: multipart/related;\r
    \ttype="text/html"; boundary="B"\r
    \r
    --B\r
    Content-Type: image/png\r
    Content-Transfer-Encoding: base64\r
    \r
    aGk=\r
    --B\r
    Content-Type: text/html; charset="utf-8"\r
    Content-Transfer-Encoding: quoted-printable\r
    \r
    <p>a=3Db=C3=A4 long=\r
    er</p>\r
    --B--\r

    """

  @Test func anArchiveHoldsThePageAmongItsParts() throws {
    let page = try saved(archive)
    #expect(page.kind == .mhtml)
    #expect(page.charset == "utf-8")
    #expect(page.savedAt == "2023-03-20T09:41:07Z")
    #expect(try WebPage(page.html).root?.text == "a=bä longer")
  }

  @Test func anArchiveWithoutAPageIsAnError() {
    #expect(throws: WebPageError.noPageInArchive) { try saved(archive.replacing("text/html", with: "text/plain")) }
  }

  @Test func aBrokenOffArchiveGivesWhatIsThere() throws {
    let page = try saved(String(archive.prefix(archive.count - 20)))
    #expect(try WebPage(page.html).root?.text.hasPrefix("a=bä") == true)
  }

  @Test func transferEncodingsKeepWhatIsNoCode() {
    #expect(TransferEncoding.quotedPrintable(Array("a=zz=4".utf8)[...]) == Array("a=zz=4".utf8))
    #expect(TransferEncoding.base64(Array("aG k=\n".utf8)[...]) == Array("hi".utf8))
  }

  @Test(arguments: ["yesterday", "Mon, 45 Mar 2023 09:41:07 -0000", "Mon, 20 Mar 2023", "20 Mar 2023 25:00:00 +0100"])
  func whatIsNoTimeIsLeftOut(_ text: String) {
    #expect(SaveStamp.rfc3339(text) == nil)
  }
}
