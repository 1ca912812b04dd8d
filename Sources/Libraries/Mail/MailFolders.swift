/// What the labels of a mail service say of a message.
public enum MailFolders {
  /// Whether a label is the spam folder or the bin, in any of the service's languages.
  public static func isDiscarded(_ label: String) -> Bool {
    FolderWords.discarded.contains(label.lowercased())
  }

  /// Whether a label is the chat archive.
  public static func isChat(_ label: String) -> Bool {
    FolderWords.chats.contains(label.lowercased())
  }
}
