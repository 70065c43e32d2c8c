package dk.brobygger.benchmarks.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.brobygger.benchmarks.relevance.Twin;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.language.TermBridge;
import dk.brobygger.search.language.TextAnalysis;
import dk.brobygger.search.language.Translated;
import dk.brobygger.search.signal.Idea;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Prints how well the bridge translates labels it was not made of, and how well Danish texts find
 * the calls that their English twins find.
 *
 * <p>The labels are those of {@code cpv-half.tsv}: for them a dictionary is made without their
 * codes; the shipped one knows them. Of the twins the ones named {@code kept} were not looked at
 * while the bridge was tuned.
 */
public final class BridgeQuality {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** As in the baselines of the project: Trotman et al., Improvements to BM25, 2014. */
  private static final BM25Similarity BM25 = new BM25Similarity(0.9f, 0.4f);

  private static final int DEPTH = 10;

  private final IndexSearcher calls;
  private final List<Twin> twins;
  private final PrintWriter out;

  private BridgeQuality(IndexSearcher calls, List<Twin> twins, PrintWriter out) {
    this.calls = calls;
    this.twins = twins;
    this.out = out;
  }

  /**
   * Prints the measures: with the shipped bridge, with one made anew, and with each part of it and
   * each source of it left out.
   *
   * @param data the folder that holds {@code eu-calls} and {@code language}
   * @param out where they go
   */
  public static void run(Path data, PrintWriter out) throws IOException {
    BridgeQuality quality =
        new BridgeQuality(index(data.resolve("eu-calls/full-text.jsonl")), Twin.all(), out);
    quality.print("english twin", BridgeQuality::english);
    quality.ask("bridged, shipped", TermBridge.shipped());
    quality.print("danish as it is", twin -> plain(twin.danish()));
    quality.leaveOneOut();
    quality.labels(data.resolve("language/cpv-half.tsv"));
    out.flush();
  }

  /** Words with weights, for one twin. */
  private interface Asking {
    Map<String, Double> terms(Twin twin);
  }

  private static IndexSearcher index(Path file) throws IOException {
    ByteBuffersDirectory folder = new ByteBuffersDirectory();
    IndexWriterConfig settings = new IndexWriterConfig(TextAnalysis.analyzer(Language.EN));
    settings.setSimilarity(BM25);
    try (IndexWriter writer = new IndexWriter(folder, settings)) {
      for (String line : Files.readAllLines(file)) {
        JsonNode topic = MAPPER.readTree(line);
        Document document = new Document();
        document.add(new StringField("id", topic.get("topicId").asText(), Field.Store.YES));
        String text = topic.path("title").asText() + "\n" + topic.path("description").asText();
        document.add(new TextField("text", text, Field.Store.NO));
        writer.addDocument(document);
      }
    }
    IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(folder));
    searcher.setSimilarity(BM25);
    return searcher;
  }

  private static Map<String, Double> english(Twin twin) {
    return plain(twin.english());
  }

  private static Map<String, Double> plain(Idea said) {
    Map<String, Double> terms = new HashMap<>();
    String text = said.title() + ". " + said.text();
    TextAnalysis.words(text, Language.EN)
        .forEach(word -> terms.merge(word.term(), 1.0, Double::sum));
    return terms;
  }

  private static Map<String, Double> bridged(TermBridge bridge, Twin twin) {
    Map<String, Double> terms = new HashMap<>();
    Idea said = twin.danish();
    String text = said.title() + ". " + said.text();
    for (Translated each : bridge.translate(text)) {
      for (TextAnalysis.Word word : TextAnalysis.words(each.english(), Language.EN)) {
        terms.merge(word.term(), each.weight(), Double::sum);
      }
    }
    return terms;
  }

  private void print(String name, Asking asking) throws IOException {
    double[] sums = new double[2];
    int[] counts = new int[2];
    for (Twin twin : twins) {
      int part = twin.danish().id().startsWith("kept") ? 1 : 0;
      sums[part] += gain(rank(asking.terms(twin), twin.call()));
      counts[part]++;
    }
    out.printf(
        Locale.ROOT,
        "%-34s nDCG@10 tuning %.4f kept %.4f all %.4f%n",
        name,
        sums[0] / counts[0],
        sums[1] / counts[1],
        (sums[0] + sums[1]) / (counts[0] + counts[1]));
  }

  /** The place of a call, from 1; 0 if it is not among the first. */
  private int rank(Map<String, Double> terms, String call) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    terms.forEach((term, weight) ->
        query.add(
            new BoostQuery(new TermQuery(new Term("text", term)), weight.floatValue()),
            BooleanClause.Occur.SHOULD));
    int place = 0;
    for (ScoreDoc hit : calls.search(query.build(), DEPTH).scoreDocs) {
      place++;
      if (calls.storedFields().document(hit.doc).get("id").equals(call)) {
        return place;
      }
    }
    return 0;
  }

  /** One call is right for each text, so that its gain is the whole of the ideal. */
  private static double gain(int rank) {
    return rank == 0 ? 0 : Math.log(2) / Math.log(rank + 1);
  }

  private void leaveOneOut() throws IOException {
    Set<TermBridge.Part> parts = EnumSet.allOf(TermBridge.Part.class);
    Set<BridgeMaker.Source> sources = EnumSet.allOf(BridgeMaker.Source.class);
    BridgeMaker.Made full = BridgeMaker.make(BridgeMaker.allPairs(sources), sources);
    ask("made anew", full.bridge(parts));
    for (TermBridge.Part part : parts) {
      ask("without " + part, full.bridge(EnumSet.complementOf(EnumSet.of(part))));
    }
    for (BridgeMaker.Source source : sources) {
      Set<BridgeMaker.Source> rest = EnumSet.complementOf(EnumSet.of(source));
      ask(
          "without source " + source,
          BridgeMaker.make(BridgeMaker.allPairs(rest), rest).bridge(parts));
    }
    Set<BridgeMaker.Source> none = EnumSet.of(BridgeMaker.Source.SEED);
    ask("seed alone", BridgeMaker.make(List.of(), none).bridge(Set.of()));
  }

  private void ask(String name, TermBridge bridge) throws IOException {
    print(name, twin -> bridged(bridge, twin));
  }

  /** A label in two languages. */
  private record Label(String danish, String english) {}

  private void labels(Path file) throws IOException {
    List<Label> labels = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split("\t", -1);
      codes.add(cells[0]);
      if (!cells[0].equals("code")) {
        labels.add(new Label(cells[3], cells[2]));
      }
    }
    Set<BridgeMaker.Source> sources = EnumSet.allOf(BridgeMaker.Source.class);
    Collection<LabelPair> rest = LabelPairs.without(BridgeMaker.allPairs(sources), codes);
    TermBridge bridge =
        BridgeMaker.make(rest, sources).bridge(EnumSet.allOf(TermBridge.Part.class));
    for (int best : new int[] {1, 5}) {
      labels(labels, bridge, best);
    }
  }

  /**
   * Precision: of the words of labels that got translations, how many have one in the English label
   * among the best; recall: of the words of the English labels, how many stand among the best.
   */
  private void labels(List<Label> labels, TermBridge bridge, int best) {
    int right = 0;
    int translated = 0;
    int found = 0;
    int wanted = 0;
    for (Label label : labels) {
      Set<String> english = new HashSet<>();
      TextAnalysis.words(label.english(), Language.EN).forEach(word -> english.add(word.term()));
      Map<Long, List<String>> byPlace = new HashMap<>();
      for (Translated each : bridge.translate(label.danish())) {
        List<String> words =
            byPlace.computeIfAbsent(each.start() * 10_000L + each.end(), k -> new ArrayList<>());
        if (words.size() < best) {
          TextAnalysis.words(each.english(), Language.EN).forEach(word -> words.add(word.term()));
        }
      }
      Set<String> all = new HashSet<>();
      for (List<String> words : byPlace.values()) {
        translated++;
        right += words.stream().anyMatch(english::contains) ? 1 : 0;
        all.addAll(words);
      }
      wanted += english.size();
      found += (int) english.stream().filter(all::contains).count();
    }
    out.printf(
        Locale.ROOT,
        "labels not used, best %d: precision %.3f recall %.3f%n",
        best,
        (double) right / translated,
        (double) found / wanted);
  }
}
