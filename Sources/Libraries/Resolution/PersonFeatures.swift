import Identity
import Names

/// What is known of one person record, prepared for comparing.
struct PersonFeatures {
  /// A mailbox that identifies its reader.
  struct Mailbox {
    /// The blocking key of the canonical address: equal for equal mailboxes.
    var key: UInt64
    /// What stands before the `@`, without its tag.
    var local: [UInt8]
    /// Hash of the provider's domain.
    var domain: UInt64
    /// Whether the local part is more than the name that many share.
    var isDistinctive: Bool
    /// Whether the domain is an employer's.
    var isWork: Bool
  }

  var name = PersonNameKey(PersonName(given: "", family: ""))
  var givenNumber: Int32 = -1
  var familyNumber: Int32 = -1
  var mailboxes: [Mailbox] = []
  /// Phone numbers by their last digits, with the blocking key.
  var phones: [(number: Int32, key: UInt64, digits: [UInt8])] = []
  var slugs: [[UInt8]] = []
  /// Employers, present and past, by name or domain without suffix, with the label's hash.
  var employers: [(number: Int32, key: UInt64, label: [UInt8])] = []
  /// Whether an employer is known by its id, or by its name: only like can be compared with like.
  var hasEmployerId = false
  var hasEmployerName = false
  /// When they were with whom, as far as it is known.
  var spells: [Spell] = []
  /// Letters of mailboxes whose owner's name is not known otherwise, such as `jdoe`.
  var handles: [[UInt8]] = []
  /// Hashes of what is said of title and place; 0 when nothing is.
  var title: UInt64 = 0
  var city: UInt64 = 0
  var country: UInt64 = 0
}
