package dk.brobygger.benchmarks.standing;

import dk.brobygger.corpus.vocabulary.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultiMatchingQueries;
import org.apache.lucene.monitor.QueryDecomposer;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The same question put to Lucene's Monitor: stored queries, asked with all calls in one batch. A
 * call carries what its competences are parts of, too, so that a query needs no more terms than
 * there are competences wanted and above these.
 */
final class MonitorPeer implements AutoCloseable {

  private static final String SPOKEN = "spoken";
  private static final String PART_OF = "part-of";
  private static final int COMMIT_EVERY = 500;

  /** It gives an object for each pair: of ten million at once some 1 GB. */
  private static final int MOST_PAIRS = 10_000_000;

  /** Left to itself the Monitor stores each of a profile's terms as a query of its own. */
  private static final QueryDecomposer WHOLE =
      new QueryDecomposer() {
        @Override
        public Set<Query> decompose(Query query) {
          return Set.of(query);
        }
      };

  private final Monitor monitor;

  /** One for a term, however many profiles want it. */
  private final Map<Term, TermQuery> asked = new HashMap<>();

  private final Vocabulary vocabulary;

  /** How many calls it is asked with at once. */
  private final int batch;

  MonitorPeer(List<Set<String>> wanted, Vocabulary vocabulary) throws IOException {
    this.vocabulary = vocabulary;
    this.batch = Math.max(1, MOST_PAIRS / Math.max(1, wanted.size()));
    monitor =
        new Monitor(
            new KeywordAnalyzer(),
            new TermFilteredPresearcher(),
            new MonitorConfiguration().setQueryDecomposer(WHOLE));
    List<MonitorQuery> queries = new ArrayList<>();
    for (int number = 0; number < wanted.size(); number++) {
      if (wanted.get(number).isEmpty()) {
        continue; // concerned by no call, and the Monitor refuses a query without terms
      }
      queries.add(new MonitorQuery(Integer.toString(number), query(wanted.get(number))));
      if (queries.size() == COMMIT_EVERY) {
        monitor.register(queries);
        queries.clear();
      }
    }
    monitor.register(queries);
  }

  private BooleanQuery query(Set<String> wanted) {
    Set<Term> terms = new LinkedHashSet<>();
    for (String id : wanted) {
      terms.add(new Term(PART_OF, id));
      vocabulary.broaderClosure(id).forEach(broader -> terms.add(new Term(SPOKEN, broader)));
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    terms.forEach(term -> any.add(asked.computeIfAbsent(term, TermQuery::new), Occur.SHOULD));
    return any.build();
  }

  private Document document(Set<String> spoken) {
    Document document = new Document();
    Set<String> partOf = new LinkedHashSet<>();
    for (String id : spoken) {
      document.add(new StringField(SPOKEN, id, Field.Store.NO));
      partOf.addAll(vocabulary.broaderClosure(id));
    }
    partOf.forEach(id -> document.add(new StringField(PART_OF, id, Field.Store.NO)));
    return document;
  }

  /** For each call the numbers of the profiles that it concerns; in batches. */
  List<BitSet> concerned(List<Set<String>> calls) throws IOException {
    List<BitSet> concerned = new ArrayList<>();
    for (int from = 0; from < calls.size(); from += batch) {
      concerned.addAll(batch(calls.subList(from, Math.min(calls.size(), from + batch))));
    }
    return concerned;
  }

  private List<BitSet> batch(List<Set<String>> calls) throws IOException {
    Document[] documents = new Document[calls.size()];
    for (int number = 0; number < documents.length; number++) {
      documents[number] = document(calls.get(number));
    }
    MultiMatchingQueries<QueryMatch> matches = monitor.match(documents, QueryMatch.SIMPLE_MATCHER);
    List<BitSet> concerned = new ArrayList<>();
    for (int number = 0; number < documents.length; number++) {
      BitSet one = new BitSet();
      matches.getMatches(number).forEach(match -> one.set(Integer.parseInt(match.getQueryId())));
      concerned.add(one);
    }
    return concerned;
  }

  @Override
  public void close() throws IOException {
    monitor.close();
  }
}
