package dk.brobygger.benchmarks.relevance;

import dk.brobygger.benchmarks.outside.Outside;
import dk.brobygger.benchmarks.outside.OutsideTexts;
import dk.brobygger.search.signal.Candidate;
import dk.brobygger.search.signal.Idea;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * OpenSearch's {@code more_like_this} and PostgreSQL's full text search, each over the same texts
 * in a process of its own, and asked with all the text of an idea. One that is not there is named
 * when the others are opened.
 */
final class OutsidePeers implements AutoCloseable {

  /** What OpenSearch was tried with: its BM25, how many words of an idea, standing in how many. */
  private static final List<String> LIKE =
      Stream.of("all", "short")
          .flatMap(field -> Stream.of(25, 50, 100).map(terms -> field + " " + terms))
          .flatMap(some -> Stream.of(1, 2).map(documents -> some + " " + documents))
          .toList();

  /**
   * What PostgreSQL was tried with: the function, what it makes of length, a text beside a name.
   */
  private static final List<String> WORDS =
      Stream.of("ts_rank", "ts_rank_cd")
          .flatMap(function -> IntStream.range(0, 3).mapToObj(length -> function + " " + length))
          .flatMap(some -> Stream.of("0.1", "1.0").map(weight -> some + " " + weight))
          .toList();

  /** {@code ts_rank_cd} takes up to a millisecond for each text that shares a word with an idea. */
  private static final int MOST_COVERED = 5_000;

  private final List<OutsideTexts> open = new ArrayList<>();
  private final List<Peer> peers = new ArrayList<>();

  /**
   * Has those that are there index.
   *
   * @param candidates what is ranked
   * @param best for each program the setting it is asked with
   * @param tries whether every setting is asked with instead
   * @param out where it is said who is not there
   */
  OutsidePeers(
      List<? extends Candidate> candidates,
      Map<Outside, String> best,
      boolean tries,
      PrintWriter out) {
    Optional<Path> home = Outside.home();
    for (Map.Entry<Outside, List<String>> tried :
        List.of(Map.entry(Outside.MORE_LIKE_THIS, LIKE), Map.entry(Outside.FULL_TEXT, WORDS))) {
      Outside program = tried.getKey();
      Optional<String> missing = program.missing(home);
      if (missing.isPresent()) {
        out.println(missing.get());
      } else {
        OutsideTexts texts =
            new OutsideTexts(
                program, home.orElseThrow(), candidates.stream().map(OutsidePeers::text).toList());
        open.add(texts);
        List<String> settings =
            tries
                ? tried.getValue().stream()
                    .filter(
                        one -> candidates.size() <= MOST_COVERED || !one.startsWith("ts_rank_cd"))
                    .toList()
                : List.of(best.get(program));
        settings.forEach(setting ->
            peers.add(
                new Asking(
                    tries ? setting + " of " + program.title() : program.title(), setting, texts)));
      }
    }
  }

  private static OutsideTexts.Text text(Candidate candidate) {
    return new OutsideTexts.Text(
        candidate.id(), LucenePeers.name(candidate), LucenePeers.text(candidate));
  }

  /** Those that are there. */
  List<Peer> peers() {
    return peers;
  }

  private record Asking(String name, String setting, OutsideTexts texts) implements Peer {

    @Override
    public List<String> rank(Idea idea, int most) {
      // One more, as the one that asks may be among them.
      List<String> ids =
          new ArrayList<>(texts.rank(setting, LucenePeers.text(idea), most + 1).ids());
      ids.remove(idea.organisation().orElse(""));
      return ids.subList(0, Math.min(most, ids.size()));
    }
  }

  @Override
  public void close() {
    open.forEach(OutsideTexts::close);
  }
}
