package dk.brobygger.search.engine;

/** The index cannot be opened, read or written; the message says which and why. */
public final class EngineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With what is now impossible, and why. */
  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
