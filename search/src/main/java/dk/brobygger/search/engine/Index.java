package dk.brobygger.search.engine;

import java.util.Optional;

/** An index that can be asked and written, wherever it is kept. */
public interface Index {

  /**
   * Opens it for writing and sees to it that it can be asked; empty if another process is writing
   * it.
   *
   * @throws EngineException if it cannot be written at all
   */
  Optional<EntrySink> writer();

  /**
   * Opens it for asking. It must have been opened for writing once.
   *
   * @throws EngineException if it cannot be read
   */
  SearchEngine engine();
}
