package dk.brobygger.search.engine;

import java.util.List;

/**
 * Where in an entry's texts the words or competences asked for stand. Looked up when they are asked
 * for, since most answers are never shown. Safe for many threads.
 */
public interface Highlights {

  /** All, in order of field and place, not overlapping within a field. */
  List<Highlight> all();

  /** Whether there is one; found sooner than all. */
  boolean any();
}
