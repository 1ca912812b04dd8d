// The cards of a file, of either sort, in their order.
import VCard

/// All cards of a text, and what is none.
public struct CardPile: Sendable {
  /// A card or something else, with its line from 1.
  public enum Item: Sendable {
    case card(CardFacts, line: Int)
    case stray(String, line: Int)
  }

  /// In the order of the text.
  public let items: [Item]

  /// Reads the bytes of a file: vCards where it holds any, else business cards.
  public init(_ bytes: [UInt8]) {
    guard AddressBookReader.matches(bytes) else {
      items = BusinessCard.all(in: String(decoding: bytes, as: UTF8.self)).map { card in
        let facts = card.facts
        let isReachable = !facts.emails.isEmpty || !facts.phones.isEmpty || facts.linkedIn != nil
        return isReachable && !facts.isEmpty ? .card(facts, line: card.line) : .stray(card.text, line: card.line)
      }
      return
    }
    let book = AddressBookReader(bytes)
    var items: [(line: Int, item: Item)] = []
    for card in book.cards { items.append((card.line, .card(CardFacts(card), line: card.line))) }
    for stray in book.strays { items.append((stray.line, .stray(stray.text, line: stray.line))) }
    self.items = items.sorted { $0.line < $1.line }.map(\.item)
  }
}
