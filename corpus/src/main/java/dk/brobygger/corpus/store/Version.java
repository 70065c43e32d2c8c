package dk.brobygger.corpus.store;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry as it was from one moment until its next version.
 *
 * @param number its place in the one order of all versions, from 1, rising, never used again
 * @param id whose version it is
 * @param recordedAt when it was recorded
 * @param entry the entry; empty says that it was removed
 */
public record Version(long number, EntryId id, Instant recordedAt, Optional<Entry> entry) {}
