package dk.brobygger.search.match;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.language.CompetenceTagger;

/**
 * Profiles of entries, read from their texts once for each object that stands for an entry: engines
 * give the same object for an unchanged entry. Safe for many threads.
 */
public final class Profiles {

  /** No fewer than an engine keeps decoded, of which each is worth the work once. */
  private static final long KEPT = Runtime.getRuntime().maxMemory() / 100_000;

  private final CompetenceTagger tagger;

  /** Weak keys are compared as objects, which spares comparing long texts. */
  private final Cache<Entry, Profile> read =
      Caffeine.newBuilder().weakKeys().maximumSize(KEPT).build();

  /** Reads with this tagger. */
  public Profiles(CompetenceTagger tagger) {
    this.tagger = tagger;
  }

  /** The profile of an entry. */
  public Profile of(Entry entry) {
    return read.get(entry, unread -> Profile.of(unread, tagger.mentions(unread)));
  }

  /** The profile of an entry that was found. */
  public Profile of(Hit hit) {
    return read.get(hit.entry(), unread -> Profile.of(unread, hit.mentions()));
  }
}
