package dk.brobygger.search.query;

import java.util.List;
import java.util.stream.Stream;

/** Entries are asked for by something that is no facet. */
public final class FilterNameException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String name;

  FilterNameException(String name) {
    super("filter is \"" + name + "\", must be one of " + String.join(", ", choices()));
    this.name = name;
  }

  /** What it was called. */
  public String name() {
    return name;
  }

  /** What there is. */
  public static List<String> choices() {
    return Stream.of(Facet.values()).map(Facet::word).toList();
  }
}
