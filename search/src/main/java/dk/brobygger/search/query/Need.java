package dk.brobygger.search.query;

import java.util.List;

/** How many of several words must stand in what is found. */
enum Need {
  /** Half of the words typed, and all of the English ones that one of them becomes. */
  HALF,
  /** One of those typed, and half of the English ones: better than to find nothing. */
  ONE;

  static int half(List<?> parts) {
    return (parts.size() + 1) / 2;
  }
}
