package dk.brobygger.corpus.json;

/** A JSON text is no entry; the message says which field holds what, and the rule it breaks. */
public final class BadEntryException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  BadEntryException(String message) {
    super(message);
  }
}
