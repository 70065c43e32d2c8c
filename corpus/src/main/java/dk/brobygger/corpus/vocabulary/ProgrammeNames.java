package dk.brobygger.corpus.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people call funding programmes. */
public final class ProgrammeNames {

  /** Names in use beside the official ones. */
  private static final Map<String, String> ALSO =
      Map.of(
          "Horizon", "HORIZON",
          "Horisont", "HORIZON",
          "Erasmus", "ERASMUS",
          "Erasmus Plus", "ERASMUS",
          "Kreativt Europa", "CREA",
          "EU Innovation Fund", "INNOVFUND");

  /** Their names are those of other things, or are no names. */
  private static final Set<String> NOT_READ =
      Set.of("EP", "ED", "EUBA", "INNOVFUND", "DK", "NORDIC");

  /** In capitals, too, these are words. */
  private static final Set<String> WORDS_TOO = Set.of("JUST", "PROSPECT");

  /** A word where it is not in capitals, unless "programme" follows. */
  private static final String LIFE = "LIFE";

  private static final String PROGRAMME = "[ -]program(?:me|met)?";

  private ProgrammeNames() {}

  /**
   * A programme that a text names.
   *
   * @param id its id
   * @param start where the name begins
   * @param end behind its last character, or that of the word "programme" after it
   */
  public record Named(String id, int start, int end) {}

  /**
   * The programmes that words typed name in Danish or English, in their order: by a name, whatever
   * its capitals, or by their abbreviation in capitals.
   */
  public static List<Named> typed(String words) {
    List<Named> named = new ArrayList<>();
    Matcher matcher = Typed.PATTERN.matcher(words);
    while (matcher.find()) {
      id(matcher.group(1), matcher.group(2) != null)
          .ifPresent(id -> named.add(new Named(id, matcher.start(), matcher.end())));
    }
    return named;
  }

  /** What is no name is an abbreviation, which counts in capitals only. */
  private static Optional<String> id(String name, boolean programmeFollows) {
    String small = name.toLowerCase(Locale.ROOT);
    Optional<String> id =
        Optional.ofNullable(Typed.ABBREVIATIONS.get(small))
            .filter(abbreviation ->
                name.equals(abbreviation) || (programmeFollows && abbreviation.equals(LIFE)));
    return Optional.ofNullable(Typed.NAMES.get(small)).or(() -> id);
  }

  /** Read at first use. */
  private static final class Typed {

    private static final Map<String, String> NAMES = names();

    private static final Map<String, String> ABBREVIATIONS =
        read()
            .map(Programme::id)
            .filter(id -> !WORDS_TOO.contains(id))
            .collect(Collectors.toMap(id -> id.toLowerCase(Locale.ROOT), id -> id));

    /** The longest first: Horizon 2020 is not Horizon Europe. */
    private static final Pattern PATTERN =
        Pattern.compile(
            Stream.concat(NAMES.keySet().stream(), ABBREVIATIONS.keySet().stream())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(
                    Collectors.joining(
                        "|", "(?iu)(?<![\\p{L}\\d-])(", ")(" + PROGRAMME + ")?(?![\\p{L}\\d-])")));

    private static Map<String, String> names() {
      Map<String, String> names = new HashMap<>();
      ALSO.forEach((name, id) -> names.put(name.toLowerCase(Locale.ROOT), id));
      read()
          .filter(one -> !one.id().equals(LIFE))
          .forEach(one -> {
            names.put(one.english().toLowerCase(Locale.ROOT), one.id());
            names.put(one.danish().toLowerCase(Locale.ROOT), one.id());
          });
      return names;
    }

    private static Stream<Programme> read() {
      return Programme.ALL.stream().filter(one -> !NOT_READ.contains(one.id()));
    }
  }
}
