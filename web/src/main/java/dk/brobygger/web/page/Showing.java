package dk.brobygger.web.page;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.engine.Highlight;
import dk.brobygger.search.engine.Hit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which of an entry's texts a page shows. */
public final class Showing {

  private static final Set<String> NO_PROSE = Set.of("name");

  private Showing() {}

  /** The prose in one language, and in the other where there is only that. */
  public static List<TextField> prose(Entry entry, Language language) {
    List<TextField> prose = new ArrayList<>();
    for (TextField text : entry.texts()) {
      boolean better =
          entry.texts().stream()
              .anyMatch(other ->
                  other.factTold().equals(text.factTold())
                      && other.language() == language
                      && text.language() != language);
      if (!better && !NO_PROSE.contains(text.name())) {
        prose.add(text);
      }
    }
    return prose;
  }

  /** The prose field of a hit with the most highlights, or the first; empty where there is none. */
  public static Optional<TextField> field(Hit hit, Language language) {
    Comparator<TextField> byHighlights = Comparator.comparingInt(text -> within(hit, text).size());
    return prose(hit.entry(), language).stream()
        .max(byHighlights)
        .filter(best -> !within(hit, best).isEmpty())
        .or(() -> prose(hit.entry(), language).stream().findFirst());
  }

  /** The highlights of a hit that lie in one field. */
  public static List<Highlight> within(Hit hit, TextField field) {
    return hit.highlights().stream()
        .filter(highlight -> highlight.field().equals(field.name()))
        .toList();
  }

  /** Whole days until the next deadline that can be met; 0 on the last one. */
  public static long daysLeft(Call call, Instant now) {
    return call.timetable()
        .reachable(now)
        .map(deadline -> ChronoUnit.DAYS.between(now, deadline.instant()))
        .orElse(0L);
  }

  /** The type of action without doubled spaces. */
  public static String actionType(Call call) {
    return call.terms().actionType().orElse("").replaceAll("\\s+", " ");
  }
}
