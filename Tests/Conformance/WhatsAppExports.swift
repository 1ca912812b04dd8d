// Exported chats: WhatsApp's single lines of many locales, and chat-miner's whole files.
import Bytes
import Chat
import JSONLines
import TestSupport
import Testing

@Suite(.enabled(if: Conformance.isAvailable, "\(Conformance.hint)"))
struct WhatsAppExports {
  @Test func everyLineIsReadAsTheSuiteSays() throws {
    let lines = try Files.read("\(Conformance.folder("chat"))/whatsapp-lines.jsonl").split(separator: 0x0A)
    #expect(lines.count == 29)
    for line in lines {
      let item = try JSON(parsing: Array(line))
      let export = WhatsAppExport(item["line"]?.string ?? "")
      let message = try #require(export.messages.first, "\(item["line"]?.string ?? "")")
      #expect(export.strays.isEmpty)
      #expect(message.local.description == item["date"]?.string)
      #expect(message.author == item["author"]?.string)
      expect(message.content, item["message"] ?? .null)
    }
  }

  private func expect(_ content: ChatContent, _ wanted: JSON) {
    if let text = wanted.string ?? wanted["text"]?.string { #expect(content.kind == .text && content.text == text) }
    if let name = wanted["attachment"]?.string { #expect(content.attachments == [name] && content.text.isEmpty) }
    if wanted["omitted"]?.bool == true { #expect(content.kind == .omitted) }
    if wanted["system"]?.bool == true { #expect(content.kind == .system) }
    if wanted["deleted"]?.bool == true { #expect(content.kind == .deleted) }
    #expect(content.isEdited == (wanted["edited"]?.bool ?? false))
  }

  @Test func theExportsOfChatMinerEqualTheirTarget() throws {
    let folder = "\(try Conformance.folder("chat"))/chat-miner/whatsapp"
    let target = try JSON(parsing: Files.read("\(folder)/target.json")).array ?? []
    let names = try FileSystem.names(in: folder).filter { $0.hasSuffix(".txt") }
    #expect(names.count == 5)
    for name in names {
      let export = WhatsAppExport(try Files.text("\(folder)/\(name)"))
      #expect(!export.isAmbiguous, "\(name)")
      let found = export.messages.filter { $0.author != nil && !$0.content.text.isEmpty }.reversed().map { message in
        JSON.object([
          "timestamp": .string(message.local.description), "author": .string(message.author ?? ""),
          "message": .string(message.content.text.replacing("\n", with: " ")),
        ])
      }
      #expect(found == target, "\(name)")
    }
  }

  @Test(arguments: ["test_single_export.json", "test_batch_export.json"])
  func theTelegramExportsOfChatMinerEqualTheirTarget(_ name: String) throws {
    let folder = "\(try Conformance.folder("chat"))/chat-miner/telegram"
    let target = try JSON(parsing: Files.read("\(folder)/target.json")).array ?? []
    let outcome = try Shell.run("chat2jsonl \(Shell.quoted("\(folder)/\(name)")) | check-records", in: "/tmp")
    let found = try outcome.output.split(separator: 0x0A).map { line -> JSON in
      let record = try JSON(parsing: Array(line))
      return [
        "timestamp": .string(String(record["date"]?.string?.dropLast() ?? "")),
        "author": record["from"]?["name"] ?? .null, "message": record["text"] ?? .null,
      ]
    }
    #expect(found == target)
  }
}
