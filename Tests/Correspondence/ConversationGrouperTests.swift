import JSONLines
import Testing

@testable import Correspondence

@Suite struct ConversationGrouperTests {
  private func message(
    _ id: String, _ date: String, from: String = "dana@kestrel.example", subject: String = "Terms",
    channel: String = "email",
    direction: String = "inbound", references: [String] = [], thread: String? = nil, kind: String = "direct"
  ) throws -> Message {
    var object: JSONObject = [
      "type": "message", "id": .string(id), "date": .string(date), "channel": .string(channel),
      "from": ["email": .string(from)], "to": [["email": "farah@talentbridge.example"]], "subject": .string(subject),
      "direction": .string(direction), "references": JSON(references), "kind": .string(kind),
    ]
    object.append("thread_id", thread)
    return try #require(Message(Record(object)))
  }

  private func group(_ messages: [Message], joinsBySubject: Bool = true) -> [[String]] {
    var options = ConversationGrouper.Options()
    options.joinsBySubject = joinsBySubject
    var grouper = ConversationGrouper(options)
    let kept = messages.filter { grouper.add($0) }
    return grouper.conversations().map { $0.map { kept[$0].id } }
  }

  @Test func twoAnswersMeetInAMessageThatNobodyHolds() throws {
    let groups = group([
      try message("b", "2024-01-02T00:00:00Z", references: ["lost"]),
      try message("c", "2024-01-03T00:00:00Z", references: ["lost"]),
    ])
    #expect(groups == [["b", "c"]])
  }

  @Test func theOrderOfTheInputDoesNotMatter() throws {
    let messages = [
      try message("a", "2024-01-01T00:00:00Z"), try message("b", "2024-01-02T00:00:00Z", references: ["a"]),
      try message("c", "2024-01-03T00:00:00Z", subject: "Re: Terms"),
      try message("d", "2024-09-03T00:00:00Z", subject: "Re: Terms"),
    ]
    #expect(group(messages) == group(messages.reversed()))
    #expect(group(messages) == [["a", "b", "c"], ["d"]])
  }

  @Test func strangersWithTheSameSubjectStayApart() throws {
    let groups = group([
      try message("a", "2024-01-01T00:00:00Z"),
      try message("b", "2024-01-02T00:00:00Z", from: "kim@newco.example", subject: "Re: Terms"),
    ])
    #expect(groups == [["a"], ["b"]])
  }

  @Test func aNewMailWithAnOldSubjectBeginsAnew() throws {
    let groups = group([try message("a", "2024-01-01T00:00:00Z"), try message("b", "2024-01-02T00:00:00Z")])
    #expect(groups == [["a"], ["b"]])
  }

  @Test func aThreadOfTheSourceJoinsUnlessReferencesAloneCount() throws {
    let messages = [
      try message("a", "2024-01-01T00:00:00Z", thread: "7"),
      try message("b", "2025-01-02T00:00:00Z", subject: "x", thread: "7"),
    ]
    #expect(group(messages) == [["a", "b"]])
    #expect(group(messages, joinsBySubject: false) == [["a"], ["b"]])
  }

  @Test func aLinkedInConversationIsNotCutBySilence() throws {
    let messages = [
      try message("a", "2022-01-01T00:00:00Z", channel: "linkedin", thread: "7"),
      try message("b", "2024-01-02T00:00:00Z", channel: "linkedin", thread: "7"),
    ]
    #expect(group(messages) == [["a", "b"]])
  }

  @Test func aCopyCountsOnce() throws {
    var grouper = ConversationGrouper()
    #expect(grouper.add(try message("a", "2024-01-01T00:00:00Z")))
    #expect(!grouper.add(try message("a", "2024-01-01T00:00:00Z")))
  }

  @Test func manyReferencesAndLoopsEnd() throws {
    let ids = (0..<200).map { "m\($0)" }
    let messages = try ids.map { try message($0, "2024-01-01T00:00:00Z", references: ids) }
    #expect(group(messages).count == 1)
  }

  @Test func anAddressWhereAnIdBelongsJoinsOnlyWhenReferencesAloneCount() throws {
    let messages = [
      try message("a", "2024-01-01T00:00:00Z", subject: "Terms", references: ["dana@kestrel.example"]),
      try message("b", "2024-01-02T00:00:00Z", subject: "Interviews", references: ["dana@kestrel.example"]),
    ]
    #expect(group(messages) == [["a"], ["b"]])
    #expect(group(messages, joinsBySubject: false) == [["a", "b"]])
  }

  @Test func sortedMessagesGiveTheSameConversations() throws {
    let messages = [
      try message("a", "2024-01-01T00:00:00Z", thread: "1"), try message("b", "2024-01-02T00:00:00Z", thread: "1"),
      try message("b", "2024-01-02T00:00:00Z", thread: "1"), try message("c", "2024-01-03T00:00:00Z", thread: "2"),
    ]
    var sorted = SortedConversations(ConversationGrouper.Options())
    var found = messages.compactMap { sorted.take($0) }
    if let last = sorted.finish() { found.append(last) }
    #expect(found.map { $0.map(\.id) } == [["a", "b"], ["c"]])
    #expect(group(messages) == [["a", "b"], ["c"]])
  }
}
