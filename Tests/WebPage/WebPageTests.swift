import Testing

@testable import WebPage

struct WebPageTests {
  private func page(_ html: String) throws -> WebPage { try WebPage(Array(html.utf8)) }

  @Test func anXPathFindsNodesInDocumentOrder() throws {
    let page = try page("<ul><li>one</li><li>two <b>bold</b></li></ul>")
    #expect(try page.all(XPath("//b | //li")).map(\.text) == ["one", "two bold", "bold"])
    #expect(try page.string(XPath("count(//li)")) == "2")
    #expect(try page.holds(XPath("//li[2]/b")))
  }

  @Test func hasFindsAWholeClassName() throws {
    let page = try page("<p class='a-b a'>1</p><p class=\"\na\n\">2</p><p class='a-b'>3</p><p class='ba'>4</p><p>5</p>")
    #expect(try page.all(XPath("//p[has('a')]")).map(\.text) == ["1", "2"])
    #expect(try page.all(XPath("//p[has('')]")).isEmpty)
    #expect(try page.all(XPath("//p[has()]")).isEmpty)
  }

  @Test func tagsThatNobodyClosedAreClosed() throws {
    let page = try page("<main><section><h2>A<p>B<section>C")
    #expect(try page.all(XPath("//section")).count == 2)
  }

  @Test func textIsOneLineWithoutScriptsAndZeroWidthMarks() throws {
    let page = try page("<div>a&nbsp; b<br>c<script>x</script><span>d</span>\u{200B}e<p>f</p>g</div>")
    #expect(page.root?.text == "a b cde f g")
  }

  @Test func utf8NeedsNoDeclaration() throws {
    #expect(try page("<p>Müller – Łódź</p>").root?.text == "Müller – Łódź")
  }

  @Test func aWrongDeclarationDoesNotSpoilValidUTF8() throws {
    #expect(try page("<meta charset=iso-8859-1><p>Müller</p>").root?.text == "Müller")
  }

  @Test func bytesThatAreNoUTF8FollowTheDeclaration() throws {
    let western = Array("<meta charset=windows-1252><p>M".utf8) + [0xFC, 0x96] + Array("</p>".utf8)
    #expect(try WebPage(western).root?.text == "Mü–")
    let broken = Array("<p>M".utf8) + [0xFC] + Array("</p>".utf8)
    #expect(try WebPage(broken).root?.text == "M\u{FFFD}")
  }

  @Test func utf16WithItsMarkIsRead() throws {
    let units = Array("<p>é</p>".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(try WebPage([0xFF, 0xFE] + units).root?.text == "é")
  }

  @Test func nulBytesDoNotEndThePage() throws {
    #expect(try WebPage(Array("<p>a\0b</p><p>c</p>".utf8)).root?.text == "a b c")
  }

  @Test func deepPagesEndInAnError() {
    #expect(throws: WebPageError.tooDeep) { try page(String(repeating: "<div>", count: 5_000)) }
  }

  @Test func oneTextMayNotBeEndless() {
    #expect(throws: WebPageError.textTooLong) { try page("<p>" + String(repeating: "x", count: 10_100_000)) }
  }

  @Test func manyElementsEndInAnError() {
    var limits = PageLimits()
    limits.elements = 10
    #expect(throws: WebPageError.tooManyElements(limit: 10)) {
      try WebPage(Array(String(repeating: "<br>", count: 11).utf8), limits: limits)
    }
  }

  @Test func manyAttributesEndInAnErrorWhereTheTagStarts() {
    let attributes = (0..<1_000).map { " a\($0)" }.joined()
    #expect(throws: WebPageError.tooManyAttributes(offset: 3, limit: 256)) { try page("<p><b\(attributes)>") }
    #expect(throws: WebPageError.tooManyAttributes(offset: 0, limit: 256)) { try page("<b \"\(attributes)>") }
  }

  @Test func wordsInsideQuotesAndScriptsAreNoAttributes() throws {
    let words = String(repeating: "w ", count: 5_000)
    #expect(try page("<p class='\(words)'>a</p><script>if (a<b \(words)) {}</script>").root?.text == "a")
  }

  @Test func declaredEntitiesAreRefused() {
    #expect(throws: WebPageError.declaresEntities(offset: 11)) { try page("<!DOCTYPE [<!ENTITY a 'aa'>]><p>&a;") }
  }

  @Test func whatIsNoPageIsEmpty() {
    #expect(throws: WebPageError.empty) { try WebPage([]) }
    #expect(throws: WebPageError.badXPath("//[")) { try XPath("//[") }
  }
}
