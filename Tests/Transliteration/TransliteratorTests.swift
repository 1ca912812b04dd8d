import Testing
import Transliteration

struct TransliteratorTests {
  @Test(arguments: [
    ("Наталья Петрова", "Natal'a Petrova"), ("Γιώργος Παπαδόπουλος", "Giorgos Papadopoulos"),
    ("王 小明", "wang xiao ming"),
    ("Müller", "Müller"), ("", ""),
  ])
  func namesOfOtherScriptsComeOutInLatinLetters(text: String, expected: String) {
    #expect(Transliterator().latin(text) == expected)
  }

  @Test func textThatIsTooLongStaysAsItIs() {
    let text = String(repeating: "я", count: 5000)
    #expect(Transliterator().latin(text) == text)
  }
}
