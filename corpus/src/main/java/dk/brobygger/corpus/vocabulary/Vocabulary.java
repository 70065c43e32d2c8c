package dk.brobygger.corpus.vocabulary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Competences, their labels in Danish and English and those of neighbours, and which is part of
 * which. Immutable, safe for many threads.
 */
public final class Vocabulary {

  private static final List<String> FILES =
      List.of(
          "competences-industry.jsonl",
          "competences-energy.jsonl",
          "competences-food-bio.jsonl",
          "competences-materials-build.jsonl",
          "competences-digital-health.jsonl",
          "competences-digital.jsonl",
          "competences-health.jsonl",
          "competences-mobility-society.jsonl",
          "competences-education-governance.jsonl",
          "competences-society.jsonl");

  private final Map<String, Competence> byId = new LinkedHashMap<>();
  private final Map<String, List<String>> narrower = new HashMap<>();
  private final Map<Language, Map<String, String>> byLabel = new EnumMap<>(Language.class);
  private final Map<String, String> byNeighbourLabel = new HashMap<>();
  private final Map<String, Set<String>> narrowerClosures = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> broaderClosures = new ConcurrentHashMap<>();
  private final Map<Language, List<String>> otherMeanings;

  private Vocabulary(
      Collection<Competence> competences, Map<Language, List<String>> otherMeanings) {
    this.otherMeanings = otherMeanings;
    for (Competence competence : competences) {
      if (byId.put(competence.id(), competence) != null) {
        throw new IllegalArgumentException("competence " + competence.id() + " is there twice");
      }
    }
    competences.forEach(this::link);
    competences.forEach(this::refuseCycle);
    for (Language language : Language.OF_USERS) {
      byLabel.put(language, labels(language));
    }
    competences.forEach(this::addNeighbourLabels);
  }

  /**
   * A vocabulary of these competences.
   *
   * @throws IllegalArgumentException if two share an id or a label of one language, if one has a
   *     label of a neighbour that is another's in any language, if one is part of a competence that
   *     is not there, or of itself
   */
  public static Vocabulary of(Collection<Competence> competences) {
    return new Vocabulary(competences, Map.of());
  }

  /** The vocabulary shipped with the program. */
  public static Vocabulary shipped() {
    return Shipped.VOCABULARY;
  }

  private void link(Competence competence) {
    for (String broader : competence.broader()) {
      if (!byId.containsKey(broader)) {
        throw new IllegalArgumentException(
            "broader of " + competence.id() + " is \"" + broader + "\", must be a competence");
      }
      narrower.computeIfAbsent(broader, id -> new ArrayList<>()).add(competence.id());
    }
  }

  private void refuseCycle(Competence competence) {
    for (String broader : competence.broader()) {
      if (broaderClosure(broader).contains(competence.id())) {
        throw new IllegalArgumentException(
            "broader of " + competence.id() + " is \"" + broader + "\", which is part of it");
      }
    }
  }

  private Map<String, String> labels(Language language) {
    Map<String, String> ids = new HashMap<>();
    for (Competence competence : byId.values()) {
      for (String label : competence.labels().getOrDefault(language, List.of())) {
        refuseOther(label, competence.id(), ids.put(folded(label), competence.id()));
      }
    }
    return ids;
  }

  /** Texts do not tell which neighbour's words they hold, so a label means one thing in all. */
  private void addNeighbourLabels(Competence competence) {
    for (List<String> labels : competence.neighbourLabels().values()) {
      for (String label : labels) {
        String id = competence.id();
        refuseOther(label, id, byNeighbourLabel.put(folded(label), id));
        byLabel.values().forEach(own -> refuseOther(label, id, own.get(folded(label))));
      }
    }
  }

  private static void refuseOther(String label, String id, @Nullable String other) {
    if (other != null && !other.equals(id)) {
      throw new IllegalArgumentException(
          "label \""
              + label
              + "\" is that of "
              + other
              + " and "
              + id
              + ", must mean one competence");
    }
  }

  private static String folded(String label) {
    return label.toLowerCase(Locale.ROOT);
  }

  /** All competences, in the order of the files. */
  public Collection<Competence> competences() {
    return Collections.unmodifiableCollection(byId.values());
  }

  /**
   * Sixteen hexadecimal digits that are the same in every process for the same competences, and
   * others for others: tells whether something made with a vocabulary still fits it.
   */
  public String fingerprint() {
    StringBuilder all = new StringBuilder();
    for (Competence competence : byId.values()) {
      all.append(competence.id());
      for (Language language : Language.OF_USERS) {
        all.append(competence.labels().getOrDefault(language, List.of()));
      }
      for (Neighbour neighbour : Neighbour.values()) {
        all.append(competence.neighbourLabels().getOrDefault(neighbour, List.of()));
      }
      all.append(new TreeSet<>(competence.ecosystems())).append(competence.stage());
      all.append(competence.broader());
      new TreeMap<>(competence.context())
          .forEach((label, words) -> all.append(label).append(new TreeSet<>(words)));
    }
    Language.OF_USERS.forEach(language -> all.append(otherMeanings(language)));
    return DigestUtils.sha256Hex(all.toString()).substring(0, 16);
  }

  /**
   * Phrases of a language, as they are written, that hold a label and name no competence: {@code
   * building on}. One with a capital is part of a name, and counts in those capitals only.
   */
  public List<String> otherMeanings(Language language) {
    return otherMeanings.getOrDefault(language, List.of());
  }

  /** The competence with an id. */
  public Optional<Competence> competence(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The competence that has this label in a language, whatever its capitals. */
  public Optional<Competence> labelled(String label, Language language) {
    return Optional.ofNullable(byLabel.getOrDefault(language, Map.of()).get(folded(label)))
        .flatMap(this::competence);
  }

  /** The competence that has this label in the language of any neighbour. */
  public Optional<Competence> labelledAbroad(String label) {
    return Optional.ofNullable(byNeighbourLabel.get(folded(label))).flatMap(this::competence);
  }

  /** The ids of the competence itself and of all that are part of it, nearest first. */
  public Set<String> narrowerClosure(String id) {
    return closure(id, narrowerClosures, each -> narrower.getOrDefault(each, List.of()));
  }

  /** The ids of the competence itself and of all that it is part of, nearest first. */
  public Set<String> broaderClosure(String id) {
    return closure(
        id, broaderClosures, each -> competence(each).map(Competence::broader).orElse(List.of()));
  }

  /** Asked for again and again, so those of known competences are kept. */
  private Set<String> closure(
      String id, Map<String, Set<String>> kept, Function<String, List<String>> edges) {
    Set<String> known = kept.get(id);
    if (known != null) {
      return known;
    }
    Set<String> closure = new LinkedHashSet<>();
    List<String> next = new ArrayList<>(List.of(id));
    while (!next.isEmpty()) {
      String each = next.removeFirst();
      if (closure.add(each)) {
        next.addAll(edges.apply(each));
      }
    }
    Set<String> whole = Collections.unmodifiableSet(closure);
    if (byId.containsKey(id)) {
      kept.put(id, whole);
    }
    return whole;
  }

  /** Read at first use. */
  private static final class Shipped {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Vocabulary VOCABULARY =
        new Vocabulary(
            FILES.stream().flatMap(file -> lines(file).stream()).map(Shipped::competence).toList(),
            lines("other-meanings.tsv").stream()
                .map(line -> line.split("\t", -1))
                .collect(
                    Collectors.groupingBy(
                        cells -> Language.ofUsers(cells[0]),
                        Collectors.mapping(cells -> cells[1], Collectors.toList()))));

    private static List<String> lines(String file) {
      try (InputStream in =
              Objects.requireNonNull(Vocabulary.class.getResourceAsStream(file), file);
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        return lines.lines().toList();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the shipped " + file, e);
      }
    }

    private static JsonNode row(String line) {
      try {
        return MAPPER.readTree(line);
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException("cannot read the shipped row " + line, e);
      }
    }

    private static Competence competence(String line) {
      JsonNode row = row(line);
      Map<Language, List<String>> labels = new EnumMap<>(Language.class);
      Map<Neighbour, List<String>> neighbourLabels = new EnumMap<>(Neighbour.class);
      for (Map.Entry<String, JsonNode> each : row.path("labels").properties()) {
        switch (each.getKey()) {
          case "en", "da" -> labels.put(Language.ofUsers(each.getKey()), strings(each.getValue()));
          default -> neighbourLabels.put(Neighbour.of(each.getKey()), strings(each.getValue()));
        }
      }
      Set<Ecosystem> ecosystems = EnumSet.noneOf(Ecosystem.class);
      strings(row.path("ecosystems")).forEach(id -> ecosystems.add(Ecosystem.of(id)));
      return new Competence(
          row.path("id").asText(),
          labels,
          neighbourLabels,
          ecosystems,
          Optional.of(row.path("stage").asText())
              .filter(stage -> !stage.isEmpty())
              .map(stage -> ValueChainStage.valueOf(stage.toUpperCase(Locale.ROOT))),
          strings(row.path("broader")),
          strings(row.path("nace")),
          context(row.path("context")));
    }

    private static Map<String, Set<String>> context(JsonNode byLabel) {
      Map<String, Set<String>> context = new HashMap<>();
      byLabel
          .properties()
          .forEach(each -> context.put(each.getKey(), Set.copyOf(strings(each.getValue()))));
      return context;
    }

    private static List<String> strings(JsonNode array) {
      List<String> strings = new ArrayList<>(array.size());
      array.forEach(each -> strings.add(each.asText()));
      return strings;
    }
  }
}
