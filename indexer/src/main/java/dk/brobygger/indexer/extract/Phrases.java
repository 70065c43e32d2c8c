package dk.brobygger.indexer.extract;

import dk.brobygger.corpus.vocabulary.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The phrases by which pages say what they say, each language in a file of its own, {@code
 * phrases/CODE.txt}: a kind in square brackets and below it one regular expression a line. Capitals
 * do not count. English and Danish phrases count on every page, those of other languages on pages
 * in that language.
 */
final class Phrases {

  /** What a phrase is a sign of; its name is the heading in the files. */
  enum Kind {
    /** What somebody can do for others. */
    OFFERS,
    /** What somebody looks for. */
    SEEKS,
    /** A whole heading: what follows is offered. */
    OFFER_HEADINGS,
    /** A whole heading: what follows is sought. */
    SEEK_HEADINGS,
    /** That it is not so, or no more. */
    DENIED,
    /** Between two parts of a sentence of which one may be denied and the other not. */
    BUT,
    /** That a job is advertised; the whole paragraph is about it, then. */
    JOBS,
    /** Staff, newsletters and the like. */
    BESIDE,
    /** Countries a cluster wants to work with. */
    TARGETS,
    /** What pages of clusters say and pages that merely mention clusters do not. */
    ABOUT,
    /** Members, as they stand behind their number. */
    MEMBERS,
    /** That a sentence tells of members. */
    OF_MEMBERS,
    /** Small and medium-sized companies. */
    SMES,
    /** Start-ups. */
    STARTUPS,
    /** Large companies. */
    LARGE,
    /** Universities and institutes. */
    RESEARCH,
    /** Public bodies and others. */
    OTHER,
    /** That somebody began, before the year. */
    FOUNDED,
    /** The same behind the year. */
    FOUNDED_BEHIND,
    /** What may stand between the beginning and its year. */
    IN_YEAR,
    /** That somebody is at home in the town behind. */
    BASED,
    /** Who begins and is at home somewhere and is no cluster: projects, members. */
    OTHERS;

    private static Kind of(String heading) {
      return valueOf(heading.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
  }

  private static final Map<Language, Map<Kind, List<String>>> FILES = new ConcurrentHashMap<>();
  private static final Map<Key, Pattern> PATTERNS = new ConcurrentHashMap<>();

  private record Key(Kind kind, Optional<Language> language) {}

  private Phrases() {}

  /**
   * Finds a phrase between the ends of words, and what is between parts of a sentence with the
   * spaces and commas beside it; matches nothing where a kind has no phrases.
   */
  static Pattern pattern(Kind kind, Optional<Language> language) {
    return PATTERNS.computeIfAbsent(
        new Key(kind, language),
        key -> {
          String words = "(?:" + words(kind, language) + ")";
          return Pattern.compile(
              "(?iuU)"
                  + switch (kind) {
                    case OFFER_HEADINGS, SEEK_HEADINGS -> "^" + words + "(?<!\\s)\\s*+:?$";
                    case BUT -> "(?<![\\s,])[\\s,]{1,4}" + words + "[\\s,]{1,4}";
                    default -> "(?<![\\p{L}\\p{N}])" + words + "(?![\\p{L}\\p{N}])";
                  });
        });
  }

  /** The phrases as the alternatives of one regular expression. */
  static String words(Kind kind, Optional<Language> language) {
    List<String> words =
        Stream.concat(Language.OF_USERS.stream(), language.stream())
            .distinct()
            .flatMap(one -> lines(one).getOrDefault(kind, List.of()).stream())
            .toList();
    return words.isEmpty() ? "(?!)" : String.join("|", words);
  }

  private static Map<Kind, List<String>> lines(Language language) {
    return FILES.computeIfAbsent(language, Phrases::read);
  }

  private static Map<Kind, List<String>> read(Language language) {
    String file = "phrases/" + language.code() + ".txt";
    Map<Kind, List<String>> lines = new EnumMap<>(Kind.class);
    try (InputStream in = Objects.requireNonNull(Phrases.class.getResourceAsStream(file), file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> phrases = new ArrayList<>();
      for (String line : reader.lines().map(String::strip).toList()) {
        if (line.startsWith("[") && line.endsWith("]")) {
          phrases = new ArrayList<>();
          lines.put(Kind.of(line.substring(1, line.length() - 1)), phrases);
        } else if (!line.isEmpty() && !line.startsWith("#")) {
          phrases.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the shipped " + file, e);
    }
    return lines;
  }
}
