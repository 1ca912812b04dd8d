import Testing

@testable import Correspondence

@Suite struct SubjectLineTests {
  @Test(arguments: [
    ("Re: Two backend engineers", "two backend engineers", true, false),
    ("AW: WG: Angebot", "angebot", true, true),
    ("RE[2]: Re (3) : terms", "terms", true, false),
    ("[hiring] Fwd: JD", "jd", false, true),
    ("[Fwd: JD]", "jd", false, true),
    ("R: I: offerta", "offerta", true, true),
    ("回复: 合同", "合同", true, false),
    ("Reference check", "reference check", false, false),
    ("Tr: Candidature", "candidature", false, true),
    ("[only a tag]", "[only a tag]", false, false),
    ("", "", false, false),
  ]) func prefixesOfManyLanguagesFall(subject: String, base: String, isReply: Bool, isForward: Bool) {
    let line = SubjectLine(subject)
    #expect(line.base == base)
    #expect(line.isReply == isReply)
    #expect(line.isForward == isForward)
  }
}
