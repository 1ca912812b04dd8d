// The domain of whoever employs the owner of an address.
import Identity

/// Tells employers by addresses.
public enum EmployerDomain {
  /// The registrable domain of `email`, unless its provider gives mailboxes to anybody.
  public static func of(_ email: String) -> String? { EmailAddress(email)?.employerDomain }
}
