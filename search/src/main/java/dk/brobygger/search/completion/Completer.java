package dk.brobygger.search.completion;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.vocabulary.Competence;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.completion.Completion.Kind;
import dk.brobygger.search.engine.Answer;
import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.engine.SearchEngine;
import dk.brobygger.search.language.Spellings;
import dk.brobygger.search.language.TextAnalysis;
import dk.brobygger.search.query.Facet;
import dk.brobygger.search.query.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Completes words as they are typed: each word must begin one of a name or label, all but the last
 * must be one. Calls are completed by their identifiers, too. Capitals and accents do not matter,
 * nor whether Danish letters are written with two others. Names and labels that begin as was typed
 * come first, competences that most entries speak of before others; calls that are closed come
 * last. Where nothing begins so, the last word is completed after the others. Safe for many
 * threads.
 */
public final class Completer {

  /** As many as can be taken in below a line that is being typed. */
  private static final int COMPETENCES = 3;

  private static final int CLUSTERS = 4;

  private static final int CALLS = 3;

  private static final int MEANT = 5;

  private static final Pattern LAST_WORD = Pattern.compile("(.*\\s)(\\S+)");

  /** One letter begins too much. */
  private static final int SHORTEST = 2;

  private static final double CLOSED_SHARE = 0.1;

  /** What begins many identifiers more likely begins a word of a name, were that call closed. */
  private static final double IDENTIFIER_SHARE = CLOSED_SHARE / 2;

  private final SearchEngine engine;
  private final Vocabulary vocabulary;

  /** For each language its labels, read when they are first asked for. */
  private final Map<Language, List<Label>> labels = new ConcurrentHashMap<>();

  /**
   * A label.
   *
   * @param plain how it is compared: in plain letters with a space before each word, in each way in
   *     which such letters are written
   */
  private record Label(String words, String id, List<String> plain, boolean preferred) {

    boolean holds(String typed) {
      return plain.stream().anyMatch(one -> one.contains(typed));
    }

    boolean begins(String typed) {
      return plain.stream().anyMatch(one -> one.startsWith(typed));
    }
  }

  /** Completes from the entries of an engine and the labels of a vocabulary. */
  public Completer(SearchEngine engine, Vocabulary vocabulary) {
    this.engine = engine;
    this.vocabulary = vocabulary;
  }

  /**
   * What was typed may be the beginning of: competences, then clusters, then calls; none for fewer
   * than two letters.
   *
   * @param typed the words typed so far
   * @param language in which competences are named where the words begin a label in it; else in the
   *     other
   * @param now the moment calls are judged at
   */
  public List<Completion> complete(String typed, Language language, Instant now) {
    String plain = plain(typed);
    if (plain.length() <= SHORTEST) {
      return List.of();
    }
    List<Completion> completions = new ArrayList<>(competences(plain, language));
    completions.addAll(entries(typed, Kind.CLUSTER, CLUSTERS, now));
    completions.addAll(entries(typed, Kind.CALL, CALLS, now));
    return completions.isEmpty() ? lastWord(typed, language) : completions;
  }

  /** What begins nothing as a whole is a word begun after others. */
  private List<Completion> lastWord(String typed, Language language) {
    Matcher last = LAST_WORD.matcher(typed);
    return last.matches() && plain(last.group(2)).length() > SHORTEST
        ? competences(plain(last.group(2)), language).stream()
            .map(one -> new Completion(one.kind(), last.group(1) + one.text(), one.id()))
            .toList()
        : List.of();
  }

  /**
   * Whom or what somebody means who has written an id or a name: the entry with that id, or of a
   * type with that key, such as the identifier of a call; else those of the type that are called
   * so, else those of it whose name holds the words, the last perhaps only begun; else those whose
   * identifier begins so; else whatever is called so.
   *
   * @param written an id or a name
   * @param type which entries are looked for first
   * @return at most five, the likeliest first
   */
  public List<Entry> meant(String written, EntryType type) {
    Query wanted = new Query.Has(Facet.TYPE, type.word());
    Query called = new Query.Called(written);
    return Stream.of(
            new Query.OneOf(Set.of(written, type.word() + "/" + written)),
            new Query.Every(List.of(called, wanted)),
            new Query.Every(List.of(new Query.Begun(written), wanted)),
            new Query.Every(List.of(new Query.Identified(written), wanted)),
            called)
        .map(query -> engine.ask(Question.only(query, MEANT)).hits())
        .filter(hits -> !hits.isEmpty())
        .findFirst()
        .orElse(List.of())
        .stream()
        .map(Hit::entry)
        .toList();
  }

  private List<Completion> competences(String plain, Language language) {
    Map<String, Label> best = new LinkedHashMap<>();
    Stream.concat(
            begun(plain, language),
            Language.OF_USERS.stream().flatMap(other -> begun(plain, other)))
        .forEach(label -> best.putIfAbsent(label.id(), label));
    Map<String, Long> entries = spoken();
    return best.values().stream()
        .sorted(
            Comparator.comparing((Label label) -> !label.begins(plain))
                .thenComparing(label -> -entries.getOrDefault(label.id(), 0L)))
        .limit(COMPETENCES)
        .map(label -> new Completion(Kind.COMPETENCE, label.words(), label.id()))
        .toList();
  }

  /** How many entries speak of each competence. */
  private Map<String, Long> spoken() {
    Question all = Question.count(new Query.All(), Set.of(Facet.COMPETENCE));
    return engine.ask(all).counts().getOrDefault(Facet.COMPETENCE, List.of()).stream()
        .collect(Collectors.toMap(Answer.Count::value, Answer.Count::entries));
  }

  private Stream<Label> begun(String plain, Language language) {
    return labels.computeIfAbsent(language, this::read).stream()
        .filter(label -> label.holds(plain))
        .sorted(
            Comparator.comparing((Label label) -> !label.begins(plain))
                .thenComparing(label -> !label.preferred())
                .thenComparing(label -> label.words().length())
                .thenComparing(Label::words));
  }

  private List<Label> read(Language language) {
    return vocabulary.competences().stream().flatMap(one -> labels(one, language)).toList();
  }

  private static Stream<Label> labels(Competence competence, Language language) {
    return competence.labels().getOrDefault(language, List.of()).stream()
        .map(words ->
            new Label(
                words, competence.id(), typed(words), words.equals(competence.label(language))));
  }

  private static List<String> typed(String words) {
    return Stream.concat(Stream.of(words), Spellings.plain(words).stream())
        .map(Completer::plain)
        .distinct()
        .toList();
  }

  private static String plain(String words) {
    StringBuilder plain = new StringBuilder();
    TextAnalysis.ofName(words).forEach(word -> plain.append(' ').append(word.term()));
    return plain.toString();
  }

  private static Query identified(String typed) {
    return new Query.Weighted(new Query.Identified(typed), IDENTIFIER_SHARE);
  }

  private List<Completion> entries(String typed, Kind kind, int most, Instant now) {
    Query type = new Query.Has(Facet.TYPE, kind == Kind.CALL ? "call" : "cluster");
    Query name = new Query.Begun(typed);
    Query named = kind == Kind.CALL ? new Query.Any(List.of(name, identified(typed))) : name;
    Query begun = new Query.Every(List.of(named, type));
    Query ranked =
        kind == Kind.CALL
            ? new Query.Demoting(
                begun, new Query.Not(new Query.Applicable(now, false)), CLOSED_SHARE)
            : begun;
    return engine.ask(Question.only(ranked, most)).hits().stream()
        .map(hit -> new Completion(kind, hit.entry().name(), hit.entry().id().toString()))
        .toList();
  }
}
