package dk.brobygger.search.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.engine.Answer;
import dk.brobygger.search.engine.EngineException;
import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.engine.SearchEngine;
import dk.brobygger.search.language.SimilarWord;
import dk.brobygger.search.language.SimilarWords;
import dk.brobygger.search.query.Facet;
import dk.brobygger.search.query.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/** Answers from the newest commit of a Lucene index. */
final class LuceneSearchEngine implements SearchEngine {

  /** Best score first; equal ones by id, so that the same question gives the same answer. */
  private static final Sort ORDER =
      new Sort(SortField.FIELD_SCORE, new SortField(EntryDocument.ID, SortField.Type.STRING));

  /** Entries are kept decoded as long as they take no more bytes of the index than these. */
  private static final long KEPT_BYTES = Runtime.getRuntime().maxMemory() / 50;

  /** Entries whose texts are kept taken apart into words, as only those are that are shown. */
  private static final int KEPT_TEXTS = 10_000;

  /** Counts and what people look at is asked for again and again; long lists are not. */
  private static final int PAGE = 50;

  private final Directory directory;
  private final SearcherManager searchers;
  private final Vocabulary vocabulary;
  private final Cache<Place, Tagged> decoded =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_BYTES)
          .weigher((Place place, Tagged entry) -> entry.bytes())
          .build();

  private final StoredMentions mentions;
  private final AnalysedTexts analysed;

  LuceneSearchEngine(Directory directory, Vocabulary vocabulary, String form) throws IOException {
    this.directory = directory;
    this.vocabulary = vocabulary;
    this.mentions = new StoredMentions(vocabulary);
    this.analysed = new AnalysedTexts(KEPT_TEXTS);
    this.searchers = new SearcherManager(directory, new BestMatchFactory(form));
  }

  @Override
  public Answer ask(Question question) {
    return read(searcher ->
        question.counted() && question.size() <= PAGE
            ? kept(searcher, question)
            : answer(searcher, question));
  }

  @Override
  public List<SimilarWord> similar(String small) {
    return read(
        searcher -> SimilarWords.in(searcher.getIndexReader(), EntryDocument.WRITTEN, small));
  }

  /** Something that is read of the index. */
  private interface Read<T> {
    T of(BestMatchSearcher searcher) throws IOException;
  }

  private <T> T read(Read<T> wanted) {
    try {
      refresh();
      IndexSearcher searcher = searchers.acquire();
      try {
        return wanted.of((BestMatchSearcher) searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new EngineException("cannot read the index: " + e.getMessage(), e);
    }
  }

  /** The same question about the same documents is answered once. */
  private Answer kept(BestMatchSearcher searcher, Question question) throws IOException {
    @Nullable Answer known = searcher.answers().getIfPresent(question);
    if (known == null) {
      known = answer(searcher, question);
      searcher.answers().put(question, known);
    }
    return known;
  }

  /** Looking for the number of a newer commit spares reading the one that is known. */
  private void refresh() throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      long known = ((DirectoryReader) searcher.getIndexReader()).getIndexCommit().getGeneration();
      if (SegmentInfos.getLastCommitGeneration(directory.listAll()) == known) {
        return;
      }
    } finally {
      searchers.release(searcher);
    }
    searchers.maybeRefresh();
  }

  private Answer answer(BestMatchSearcher searcher, Question question) throws IOException {
    QueryTranslation translation = new QueryTranslation(searcher);
    Optional<TopFieldDocs> few = few(searcher, question, translation);
    if (few.isPresent()) {
      TopFieldDocs top = few.get();
      return new Answer(
          top.totalHits.value(), hits(searcher, question, translation, top), Map.of());
    }
    Found found = found(searcher, translation, question);
    return new Answer(
        found.top().totalHits.value(),
        hits(searcher, question, translation, found.top()),
        counts(searcher, found.all(), question));
  }

  /** What is found where it is asked which of some entries are like any of several things. */
  private static Optional<TopFieldDocs> few(
      BestMatchSearcher searcher, Question question, QueryTranslation translation)
      throws IOException {
    return question.query() instanceof Query.Every every
            && every.queries().size() == 2
            && every.queries().get(0) instanceof Query.Any any
            && every.queries().get(1) instanceof Query.OneOf some
            && question.facets().isEmpty()
        ? Optional.of(
            searcher
                .of(some)
                .best(translation.alternatives(any), question.from() + question.size()))
        : Optional.empty();
  }

  /**
   * What was found.
   *
   * @param top the best
   * @param all every document, for counting; null where nothing is counted
   */
  private record Found(TopFieldDocs top, @Nullable FacetsCollector all) {}

  /** Found in one go, since going through what matches takes the time. */
  private static Found found(
      IndexSearcher searcher, QueryTranslation translation, Question question) throws IOException {
    int most = question.from() + question.size();
    boolean counting = !question.facets().isEmpty();
    if (most == 0) {
      org.apache.lucene.search.Query query = translation.translate(question.query());
      @Nullable FacetsCollector all =
          counting ? searcher.search(query, new FacetsCollectorManager()) : null;
      TotalHits total = new TotalHits(searcher.count(query), TotalHits.Relation.EQUAL_TO);
      return new Found(new TopFieldDocs(total, new ScoreDoc[0], ORDER.getSort()), all);
    }
    TopFieldCollectorManager best =
        new TopFieldCollectorManager(ORDER, most, question.counted() ? Integer.MAX_VALUE : most);
    QueryTranslation.Parts query = translation.parts(question.query());
    if (!counting) {
      return new Found(search(searcher, query, best), null);
    }
    Object[] both =
        search(searcher, query, new MultiCollectorManager(best, new FacetsCollectorManager()));
    return new Found((TopFieldDocs) both[0], (FacetsCollector) both[1]);
  }

  private static <C extends Collector, T> T search(
      IndexSearcher searcher, QueryTranslation.Parts query, CollectorManager<C, T> wanted)
      throws IOException {
    return query.condition().isEmpty()
        ? searcher.search(query.scored(), wanted)
        : new PostFilter(searcher, query.condition().get()).search(query.scored(), wanted);
  }

  private List<Hit> hits(
      BestMatchSearcher searcher, Question question, QueryTranslation translation, TopFieldDocs top)
      throws IOException {
    Highlighter highlighter = new Highlighter(question.query(), vocabulary, analysed, translation);
    List<ScoreDoc> shown =
        Arrays.asList(top.scoreDocs)
            .subList(Math.min(question.from(), top.scoreDocs.length), top.scoreDocs.length);
    Tagged[] entries = entries(searcher, shown);
    List<Hit> hits = new ArrayList<>();
    for (int number = 0; number < entries.length; number++) {
      Tagged entry = entries[number];
      hits.add(
          new Hit(
              entry.entry(),
              entry.mentions(),
              score((FieldDoc) shown.get(number)),
              () -> highlighter.of(entry)));
    }
    return hits;
  }

  /** It is the first thing that is sorted by. */
  private static float score(FieldDoc found) {
    return (Float) found.fields[0];
  }

  /** Where a document stands; what stands in a segment never changes. */
  private record Place(Object segment, int document) {

    /** What a record has of its own is slow until the last compiler has seen it. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Place place && place.document == document && place.segment == segment;
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(segment) + document;
    }
  }

  /** What is not known yet is read in the order in which it lies in the index. */
  private Tagged[] entries(IndexSearcher searcher, List<ScoreDoc> found) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    Tagged[] entries = new Tagged[found.size()];
    List<Integer> unknown = new ArrayList<>();
    for (int number = 0; number < entries.length; number++) {
      ScoreDoc document = found.get(number);
      @Nullable Tagged known = decoded.getIfPresent(place(leaf(leaves, document), document));
      if (known == null) {
        unknown.add(number);
      } else {
        entries[number] = known;
      }
    }
    unknown.sort(Comparator.comparingInt(number -> found.get(number).doc));
    @Nullable StoredEntries stored = null;
    for (int number : unknown) {
      LeafReaderContext leaf = leaf(leaves, found.get(number));
      stored = stored == null || stored.leaf() != leaf ? StoredEntries.of(leaf) : stored;
      Place place = place(leaf, found.get(number));
      entries[number] = stored.read(place.document(), mentions);
      decoded.put(place, entries[number]);
    }
    return entries;
  }

  private static LeafReaderContext leaf(List<LeafReaderContext> leaves, ScoreDoc found) {
    return leaves.get(ReaderUtil.subIndex(found.doc, leaves));
  }

  private static Place place(LeafReaderContext leaf, ScoreDoc found) {
    return new Place(leaf.reader().getCoreCacheHelper().getKey(), found.doc - leaf.docBase);
  }

  private static Map<Facet, List<Answer.Count>> counts(
      BestMatchSearcher searcher, @Nullable FacetsCollector matching, Question question)
      throws IOException {
    if (matching == null) {
      return Map.of();
    }
    Map<Facet, List<Answer.Count>> counts = new EnumMap<>(Facet.class);
    for (Facet facet : question.facets()) {
      counts.put(facet, counts(searcher, matching, facet, question.values()));
    }
    return counts;
  }

  private static List<Answer.Count> counts(
      BestMatchSearcher searcher, FacetsCollector matching, Facet facet, int most)
      throws IOException {
    Optional<SortedSetDocValuesReaderState> values = searcher.values(facet);
    if (values.isEmpty() || most == 0) {
      return List.of();
    }
    Facets facets = new SortedSetDocValuesFacetCounts(values.get(), matching);
    FacetResult result = facets.getTopChildren(most, facet.word());
    List<Answer.Count> counts = new ArrayList<>();
    if (result != null) {
      for (LabelAndValue one : result.labelValues) {
        counts.add(new Answer.Count(one.label, one.value.longValue()));
      }
    }
    return counts;
  }

  @Override
  public long applied() {
    return read(searcher ->
        LuceneIndex.applied(
            ((DirectoryReader) searcher.getIndexReader()).getIndexCommit().getUserData()));
  }

  @Override
  public void close() {
    try {
      searchers.close();
      directory.close();
    } catch (IOException e) {
      throw new EngineException("cannot close the index: " + e.getMessage(), e);
    }
  }

  private static final class BestMatchFactory extends SearcherFactory {

    private final String form;

    BestMatchFactory(String form) {
      this.form = form;
    }

    @Override
    public IndexSearcher newSearcher(
        org.apache.lucene.index.IndexReader reader,
        org.apache.lucene.index.@Nullable IndexReader previous)
        throws IOException {
      Map<String, String> commit = ((DirectoryReader) reader).getIndexCommit().getUserData();
      if (!commit.getOrDefault(LuceneIndex.FORM, form).equals(form)) {
        throw new IOException(
            "it is of another version of the program, and a process of that version holds it; stop"
                + " that process");
      }
      return new BestMatchSearcher(reader);
    }
  }
}
