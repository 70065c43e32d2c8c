package dk.brobygger.search.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.engine.Answer;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.query.Facet;
import dk.brobygger.search.query.Query.Competence;
import dk.brobygger.search.query.Query.OneOf;
import dk.brobygger.search.query.Query.Where;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * A searcher that remembers where the words and documents stand that it was asked for: thousands of
 * profiles ask for the same ones. Safe for many threads.
 */
final class BestMatchSearcher extends IndexSearcher {

  /** BM25 with the parameters found best on short and middling texts (Trotman et al. 2014). */
  static final Similarity SIMILARITY = new TitleWords.Bm25(0.9f, 0.4f);

  /** A word in a name says more than one in the prose. */
  static final float NAME_BOOST = 2.5f;

  /** What is found in several fields or ways counts once, and a little for the others. */
  static final float TIE = 0.1f;

  /** Words of which it is remembered where they stand: some 20 MB with ten segments. */
  private static final int KEPT_WORDS = 30_000;

  private final Cache<List<Word>, Spots> words =
      Caffeine.newBuilder().maximumSize(KEPT_WORDS).build();

  private final Map<Competence, Spot> competences = new ConcurrentHashMap<>();

  /** In how many living documents words stand, counted once for all that ask for them. */
  private final Cache<Term, Integer> living = Caffeine.newBuilder().maximumSize(KEPT_WORDS).build();

  /** Weak keys are compared as objects, which spares comparing many ids. */
  private final Cache<OneOf, FewDocuments> documents = Caffeine.newBuilder().weakKeys().build();

  /** What is kept of answers, in counts: some hundreds of pages, or very many counts. */
  private static final int KEPT_COUNTS = 100_000;

  /** A hit takes as much room as so many counts, being an entry that others may have, too. */
  private static final int HIT = 10;

  private final Cache<Question, Answer> answers =
      Caffeine.newBuilder().maximumWeight(KEPT_COUNTS).weigher(BestMatchSearcher::weight).build();

  private final Map<Facet, Optional<SortedSetDocValuesReaderState>> facets =
      new ConcurrentHashMap<>();

  private final List<Language> languages;

  BestMatchSearcher(IndexReader reader) {
    super(reader);
    setSimilarity(SIMILARITY);
    FieldInfos fields = FieldInfos.getMergedFieldInfos(reader);
    languages =
        Stream.of(Language.values())
            .filter(one ->
                one.isOfUsers()
                    || fields.fieldInfo(EntryDocument.prose(one)) != null
                    || fields.fieldInfo(EntryDocument.rules(one)) != null)
            .toList();
  }

  /**
   * The languages in which words are looked for: those of users, and each that a text is written
   * in. A question need not say its language. Asked in one that is not its own, a word finds
   * nothing, or one that is written alike, and a language without texts is not asked at all.
   */
  List<Language> languages() {
    return languages;
  }

  /**
   * A word of a question.
   *
   * @param term the word as the index holds it
   * @param language the language it was read in
   */
  record Word(String term, Language language) {

    /** What a record has of its own is slow until the last compiler has seen it. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Word word && word.language == language && word.term.equals(term);
    }

    @Override
    public int hashCode() {
      return 31 * term.hashCode() + language.ordinal();
    }
  }

  /**
   * A word in some places.
   *
   * @param found finds it there
   * @param documents in how many documents it stands in one field, that which has most
   */
  record Spot(Query found, int documents) {}

  /**
   * Where a word stands.
   *
   * @param places the word in each of the places where it can be looked for
   * @param readings those of its readings that stand anywhere
   */
  record Spots(Map<Where, Spot> places, List<Word> readings) {

    Spot at(Where where) {
      return Objects.requireNonNull(places.get(where));
    }
  }

  /** Where a word stands that each of these languages reads in its way. */
  Spots spots(List<Word> readings) {
    return words.get(readings, this::lookUp);
  }

  private Spots lookUp(List<Word> readings) {
    List<Query> ways = new ArrayList<>();
    Set<Word> standing = new LinkedHashSet<>();
    Map<Where, Spot> places = new EnumMap<>(Where.class);
    int documents = 0;
    try {
      for (Where where : Where.values()) {
        for (Word word : readings) {
          Term term = new Term(field(where, word.language()), word.term());
          int here = add(term, where == Where.TITLES ? NAME_BOOST : 1, ways);
          documents = Math.max(documents, here);
          if (here > 0) {
            standing.add(word);
          }
        }
        places.put(where, new Spot(best(List.copyOf(ways)), documents));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Spots(places, List.copyOf(standing));
  }

  /** Who speaks of a competence, or of what is part of it. */
  Spot spot(Competence competence) {
    return competences.computeIfAbsent(competence, this::lookUp);
  }

  private Spot lookUp(Competence competence) {
    Term term = new Term(EntryDocument.COMPETENCES, competence.id());
    try {
      TermStates states = TermStates.build(this, term, true);
      return new Spot(new TermQuery(term, states), living(term, states.docFreq()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The field that a place has more than those before it. */
  private static String field(Where where, Language language) {
    return switch (where) {
      case PROSE -> EntryDocument.prose(language);
      case TITLES -> EntryDocument.name(language);
      case ANYWHERE -> EntryDocument.rules(language);
    };
  }

  private static Query best(List<Query> ways) {
    return ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, TIE);
  }

  /** Adds what finds a term, if it stands anywhere; gives in how many documents. */
  private int add(Term term, float boost, List<Query> queries) throws IOException {
    TermStates states = TermStates.build(this, term, true);
    int documents = living(term, states.docFreq());
    if (documents > 0) {
      Query found = new TermQuery(term, states);
      queries.add(boost == 1 ? found : new BoostQuery(found, boost));
    }
    return documents;
  }

  /** Replaced documents are counted until they are merged away: here only the living are. */
  @Override
  public TermStatistics termStatistics(Term term, int documents, long times) throws IOException {
    return super.termStatistics(term, Math.max(1, living(term, documents)), times);
  }

  /** How long the texts of a field are is still asked of the replaced ones, too. */
  @Override
  public @Nullable CollectionStatistics collectionStatistics(String field) throws IOException {
    @Nullable CollectionStatistics all = super.collectionStatistics(field);
    if (all == null || !getIndexReader().hasDeletions()) {
      return all;
    }
    int having = living.get(new Term(EntryDocument.FIELDS, field), this::living);
    long documents = Math.clamp(having, 1, all.docCount());
    double share = (double) documents / all.docCount();
    long words = Math.max(documents, Math.round(share * all.sumDocFreq()));
    long times = Math.max(words, Math.round(share * all.sumTotalTermFreq()));
    return new CollectionStatistics(field, getIndexReader().numDocs(), documents, times, words);
  }

  private int living(Term term, int documents) {
    return documents > 0 && getIndexReader().hasDeletions()
        ? living.get(term, this::living)
        : documents;
  }

  private int living(Term term) {
    try {
      return count(new TermQuery(term));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int weight(Question question, Answer answer) {
    int counts = answer.counts().values().stream().mapToInt(List::size).sum();
    return HIT * answer.hits().size() + counts + 1;
  }

  /** Questions that were asked, with their answers. */
  Cache<Question, Answer> answers() {
    return answers;
  }

  /** What counting the values of a facet needs; empty where no document has one. */
  Optional<SortedSetDocValuesReaderState> values(Facet facet) {
    return facets.computeIfAbsent(facet, this::read);
  }

  private Optional<SortedSetDocValuesReaderState> read(Facet facet) {
    String field = EntryDocument.values(facet);
    if (FieldInfos.getMergedFieldInfos(getIndexReader()).fieldInfo(field) == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new DefaultSortedSetDocValuesReaderState(getIndexReader(), field, new FacetsConfig()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The documents of some entries. */
  FewDocuments of(OneOf some) {
    return documents.get(
        some,
        unknown -> {
          try {
            return new FewDocuments(
                this,
                KnownDocuments.of(
                    new TermInSetQuery(
                        EntryDocument.ID, unknown.ids().stream().map(BytesRef::new).toList()),
                    this));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
