package dk.brobygger.search.query;

import dk.brobygger.corpus.vocabulary.Language;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What entries must be like, and what makes one a better answer. */
public sealed interface Query {

  /** Every entry, all equally good. */
  record All() implements Query {}

  /** Where words are looked for; each place holds those before it. */
  enum Where {
    /** What says what an entry is about. */
    PROSE,
    /** Names, too, where these are titles. */
    TITLES,
    /** All that is written, the rules by which money is given, too. */
    ANYWHERE
  }

  /**
   * Any of these words, analysed as each language is; more and rarer words score more, those that
   * are asked for several times too, and words in the name, if they count, most.
   *
   * @param text the words
   * @param languages those in which they are looked for; at least one
   * @param where the places in which they are looked for
   * @param most how many are looked for: of a longer text the most telling ones
   */
  record Words(String text, Set<Language> languages, Where where, int most) implements Query {

    /**
     * As many as Lucene's own MoreLikeThis takes; 40 find what was wished one per cent better, and
     * take longer.
     */
    public static final int MOST = 25;

    private static final Set<Language> ALL = EnumSet.allOf(Language.class);

    /** Keeps a copy, in the order of {@link Language}; refuses to look for no word. */
    public Words {
      languages = Collections.unmodifiableSet(EnumSet.copyOf(languages));
      if (most < 1) {
        throw new IllegalArgumentException("most is " + most + ", must be 1 or more");
      }
    }

    /** The most telling of a text. */
    public Words(String text, Set<Language> languages, Where where) {
      this(text, languages, where, MOST);
    }

    /**
     * In all languages. What somebody types need not say its own: asked in another one, a word
     * finds nothing, or one that is written alike.
     */
    public Words(String text) {
      this(text, ALL, Where.ANYWHERE);
    }
  }

  /**
   * These words next to each other in this order.
   *
   * @param text the words
   */
  record Phrase(String text) implements Query {}

  /**
   * These words next to each other in this order, exactly as they are written; only capitals do not
   * matter.
   *
   * @param text the words
   */
  record Exactly(String text) implements Query {}

  /**
   * Entries whose name, or one of their other names, holds all of these words, the last perhaps
   * only begun; names that begin so score more. Capitals and accents do not matter.
   *
   * @param text the words
   */
  record Begun(String text) implements Query {}

  /**
   * Entries whose whole name, or one of their other names, is this; capitals, spaces and signs do
   * not matter.
   *
   * @param name the name
   */
  record Called(String name) implements Query {}

  /**
   * Calls whose identifier is this or begins so, and whatever entry has this for its written id;
   * whole ones score most. Capitals and signs of an identifier do not matter.
   *
   * @param begun the identifier, perhaps only begun
   */
  record Identified(String begun) implements Query {}

  /**
   * A competence, or one narrower than it, in whatever words of any language it is said, and the
   * more often the more it scores.
   *
   * @param id the competence's id
   */
  record Competence(String id) implements Query {}

  /**
   * A competence, or one narrower than it, that the name speaks of. All score alike: what a title
   * is about it is about, however many are about the same.
   *
   * @param id the competence's id
   */
  record Titled(String id) implements Query {}

  /**
   * Matches as its part does, and scores so many times as much.
   *
   * @param query the part
   * @param weight how much it counts beside other parts; positive
   */
  record Weighted(Query query, double weight) implements Query {
    /** Refuses weights that are not positive. */
    public Weighted {
      if (!(weight > 0)) {
        throw new IllegalArgumentException("weight is " + weight + ", must be positive");
      }
    }
  }

  /**
   * Matches as its part does; entries that are like {@code worse} score only a share of it.
   *
   * @param query the part
   * @param worse what is less wanted
   * @param share what is left of their score, above 0, at most 1
   */
  record Demoting(Query query, Query worse, double share) implements Query {
    /** Refuses shares that are none. */
    public Demoting {
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException("share is " + share + ", must be above 0, at most 1");
      }
    }
  }

  /**
   * Entries with one value of a facet; does not score.
   *
   * @param facet which property
   * @param value its value
   */
  record Has(Facet facet, String value) implements Query {}

  /**
   * Those that have a property, as being at home in a country; scores, as this is what was asked
   * for.
   *
   * @param facet which property
   * @param value its value
   */
  record Being(Facet facet, String value) implements Query {}

  /**
   * Calls that a newcomer can still apply for, or will be able to; does not score.
   *
   * @param now the moment
   * @param openedOnly whether calls that have not opened yet are left out
   */
  record Applicable(Instant now, boolean openedOnly) implements Query {}

  /**
   * One entry, by its written id; does not score.
   *
   * @param id the written id
   */
  record Id(String id) implements Query {}

  /**
   * Some entries, by their written ids; does not score.
   *
   * @param ids the written ids; none of them matches nothing
   */
  record OneOf(Set<String> ids) implements Query {
    /** Keeps a copy. */
    public OneOf {
      ids = Set.copyOf(ids);
    }
  }

  /** Entries that say nothing in English, whatever they are called; does not score. */
  record WithoutEnglish() implements Query {}

  /**
   * Some of these; each that matches adds its score.
   *
   * @param queries the parts; none of them matches nothing
   * @param least how many of them must match, at least 1
   */
  record Any(List<Query> queries, int least) implements Query {
    /** Keeps a copy; refuses to ask for none. */
    public Any {
      queries = List.copyOf(queries);
      if (least < 1) {
        throw new IllegalArgumentException("least is " + least + ", must be at least 1");
      }
    }

    /** One of these is enough. */
    public Any(List<Query> queries) {
      this(queries, 1);
    }
  }

  /**
   * Ways to say the same: the best that matches counts, the others hardly add to it.
   *
   * @param queries the ways; none of them matches nothing
   */
  record Either(List<Query> queries) implements Query {
    /** Keeps a copy. */
    public Either {
      queries = List.copyOf(queries);
    }
  }

  /**
   * All of these; their scores are added.
   *
   * @param queries the parts; none of them matches everything
   */
  record Every(List<Query> queries) implements Query {
    /** Keeps a copy. */
    public Every {
      queries = List.copyOf(queries);
    }
  }

  /**
   * Entries that do not match; does not score.
   *
   * @param query what must not match
   */
  record Not(Query query) implements Query {}
}
