package dk.brobygger.corpus.entry;

/** The kinds of entry there are. */
public enum EntryType {
  /** A cluster organisation. */
  CLUSTER("cluster"),
  /** A company, university, institute or public body. */
  ORGANISATION("organisation"),
  /** A call for proposals: an EU topic, a cascade call or a national scheme. */
  CALL("call"),
  /** A business or technology offer or request. */
  OPPORTUNITY("opportunity");

  private final String word;

  EntryType(String word) {
    this.word = word;
  }

  /** The word that stands before the slash of an {@link EntryId}. */
  public String word() {
    return word;
  }

  /**
   * The type with this word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static EntryType of(String word) {
    for (EntryType type : values()) {
      if (type.word.equals(word)) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "type is \"" + word + "\", must be cluster, organisation, call or opportunity");
  }
}
