// What is to happen: one conversation each, before anything is written.

/// Where a conversation takes place.
enum Channel: String { case email, whatsapp, linkedin }

/// A conversation that will be written.
struct Plan {
  var start: Int
  var section: String
  var scene: Scene
  var tongue: Tongue
  var member: Int
  var person: Int
  var company: Int?
  var channel = Channel.email
  var other: Int?
  var candidate: Int?
  var newCompany: Int?
  var newTitle: String?
  var oldCompany: Int?
  /// Their address in this conversation when it is not the one of their position then.
  var address: String?
  /// Whether its signals are facts of the truth, and whether it lies unfinished.
  var isPlanted = false
  var stalls = false
  var subject: String?

  var lines: Int { scene.lines.count }
}

/// What is true of the world, as one line of the truth file each.
struct Fact {
  var kind: String
  var signal: String?
  var person: Int?
  var company: Int?
  var target: Int?
  var targetCompany: Int?
  var play: String?
  var day: Day?
  var asks: [Int] = []
  var targets: [Int] = []
  var messages: [String] = []
  var channel: Channel?
  var shownBy: [String] = []
  /// Right when it is found, but nobody is asked to find it.
  var isOptional = false
}
