import Testing

@testable import Rules

struct NewWordsTests {
  private func words(_ text: String, author: String = "Ida Holm") -> String {
    String(decoding: NewWords.of(Array(text.utf8), author: Array(author.utf8)), as: UTF8.self)
  }

  @Test func theQuotedMailBelowIsNoNewWord() {
    #expect(words("Yes please.\n\nOn Mon, 1 May 2023 at 10:00 Leila <l@x.example> wrote:\n> hiring?") == "Yes please.")
    #expect(words("Ja.\n\nVon: Tobias Kern\nGesendet: Montag\nAn: Ida\n\nSuchen Sie?") == "Ja.")
  }

  @Test func answersBetweenQuotedLinesStay() {
    #expect(words("> Salary?\n60k\n> Start?\nMay") == "60k\n\nMay")
  }

  @Test func theSignatureIsCutAtTheAuthorsName() {
    #expect(words("Hi Leila,\n\nnot now.\n\nIda Holm\nHead of HR\nWe are hiring!") == "Hi Leila,\n\nnot now.")
  }
}
