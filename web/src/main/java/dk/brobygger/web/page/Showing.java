package dk.brobygger.web.page;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.Opportunity;
import dk.brobygger.corpus.entry.Organisation;
import dk.brobygger.corpus.entry.Seat;
import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.sample.SampleProse;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.engine.Highlight;
import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.funding.LeadTime;
import dk.brobygger.search.funding.Winner;
import dk.brobygger.search.score.Blocker;
import dk.brobygger.search.score.Bridge;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Gap;
import dk.brobygger.search.score.Match;
import dk.brobygger.search.score.Matches;
import dk.brobygger.search.score.Placing;
import dk.brobygger.search.score.Score;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which of an entry's texts and facts a page shows. */
public final class Showing {

  /** Shown in other places than among the texts. */
  private static final Set<String> NO_PROSE =
      Set.of("name", "aliases", TextField.FORMER, "callTitle", "destination", "keywords");

  /** What search engines show of a page's description. */
  private static final int LONGEST_DESCRIPTION = 160;

  /** As many as are kept in mind. */
  private static final int GAPS = 3;

  /** Competences that are named where there is no room for all. */
  private static final int NAMED = 5;

  /** Projects of one winner that are quoted. */
  private static final int WINS = 2;

  private Showing() {}

  /** The prose in one language; where there is none, that in the first one of {@link Language}. */
  public static List<TextField> prose(Entry entry, Language language) {
    Map<String, TextField> prose = new LinkedHashMap<>();
    for (TextField text : entry.texts()) {
      if (!NO_PROSE.contains(text.name())) {
        prose.merge(
            text.factTold(), text, (first, next) -> next.language() == language ? next : first);
      }
    }
    return List.copyOf(prose.values());
  }

  /**
   * The field of a hit to quote: the prose, or the former names, with the most different words
   * highlighted, else any highlighted text but the name, else the first prose; empty where there is
   * none.
   */
  public static Optional<TextField> field(Hit hit, Language language) {
    return mostHighlighted(
            hit,
            Stream.concat(
                    prose(hit.entry(), language).stream(),
                    hit.entry().field(TextField.FORMER).stream())
                .toList())
        .or(() ->
            mostHighlighted(
                hit,
                hit.entry().texts().stream().filter(one -> !one.name().equals("name")).toList()))
        .or(() -> prose(hit.entry(), language).stream().findFirst());
  }

  private static Optional<TextField> mostHighlighted(Hit hit, List<TextField> fields) {
    return fields.stream()
        .filter(text -> !within(hit, text).isEmpty())
        .max(
            Comparator.comparingLong((TextField text) -> words(hit, text))
                .thenComparing(text -> within(hit, text).size()));
  }

  private static long words(Hit hit, TextField field) {
    return within(hit, field).stream()
        .map(one -> field.text().substring(one.start(), one.end()).toLowerCase(Locale.ROOT))
        .distinct()
        .count();
  }

  /** The highlights of a hit that lie in one field. */
  public static List<Highlight> within(Hit hit, TextField field) {
    return hit.highlights().stream()
        .filter(highlight -> highlight.field().equals(field.name()))
        .toList();
  }

  /** The first words of an entry, for those who list pages; empty where it has no prose. */
  public static Optional<String> description(Entry entry, Language language) {
    return prose(entry, language).stream()
        .findFirst()
        .map(text -> text.text().replaceAll("\\s+", " ").strip())
        .map(text -> text.length() <= LONGEST_DESCRIPTION ? text : cut(text));
  }

  private static String cut(String text) {
    int space = text.lastIndexOf(' ', LONGEST_DESCRIPTION - 1);
    return text.substring(0, space > 0 ? space : LONGEST_DESCRIPTION - 1) + "…";
  }

  /** Days until that of the next deadline that can be met, as Brussels counts; 0 on the last. */
  public static long daysLeft(Call call, Instant now) {
    return call.timetable()
        .reachable(now)
        .map(deadline -> deadline.daysLeft(Deadline.day(now)))
        .orElse(0L);
  }

  /** The status of a call in one small word. */
  public static String status(Call call, Instant now) {
    CallStatus status = call.timetable().status(now);
    return status.name().toLowerCase(Locale.ROOT);
  }

  /** The type of action without doubled spaces. */
  public static String actionType(Call call) {
    return call.terms().actionType().orElse("").replaceAll("\\s+", " ");
  }

  /** Where an entry is at home; empty for a call. */
  public static Optional<Seat> seat(Entry entry) {
    return switch (entry) {
      case Cluster cluster -> Optional.of(cluster.identity().seat());
      case Organisation organisation -> Optional.of(organisation.identity().seat());
      case Opportunity opportunity -> Optional.of(Seat.in(opportunity.country()));
      case Call call -> Optional.empty();
    };
  }

  /** Whether the record says of itself that nobody has checked it against its source. */
  public static boolean unchecked(Entry entry) {
    return entry.provenance().unchecked().stream().anyMatch(field -> !field.equals("site"));
  }

  /**
   * Whose words are quoted for a link: those of the one or the other, or of an organisation that is
   * called as they are.
   */
  public static String whose(Evidence evidence, Bridge.Link link) {
    boolean first =
        evidence.entry().equals(link.from().id())
            || (!evidence.entry().equals(link.to().id())
                && evidence.equals(link.evidence().getFirst()));
    return (first ? link.from() : link.to()).name();
  }

  /** The code of the language that words are quoted in, where the field says so. */
  public static Optional<String> language(Evidence evidence) {
    return TextField.languageTold(evidence.field()).map(Language::code);
  }

  /**
   * Whether quoted words stand in prose of our own, written from the page that is named as its
   * source; else they stand there.
   */
  public static boolean retold(Evidence evidence) {
    return SampleProse.isIn(evidence.of(), evidence.field());
  }

  /** Whether quoted words stand in what a person has set, and in no source. */
  public static boolean edited(Evidence evidence) {
    return evidence.of().provenance().edited().contains(TextField.factTold(evidence.field()));
  }

  /**
   * Why a call suits somebody's size and maturity, by what is quoted for it: the last word of the
   * message that says so. Empty for every other criterion.
   */
  public static Optional<String> role(Score score) {
    return score.criterion().equals("role")
        ? score.evidence().stream().findFirst().map(Showing::role)
        : Optional.empty();
  }

  /** Those that earn points are of four kinds: see the matcher of calls. */
  private static String role(Evidence quoted) {
    if (quoted.of() instanceof Call call) {
      if (call.kind() == CallKind.CASCADE) {
        return "cascade";
      }
      if (call.kind() == CallKind.NATIONAL) {
        return "national";
      }
    }
    return quoted.text().toLowerCase(Locale.ROOT).contains("coordination")
        ? "coordination"
        : "innovation";
  }

  /** What costs an entry most against the last that is shown. */
  public static List<Gap> dearest(Placing.Ranked ranked) {
    return ranked.costs().stream().limit(GAPS).toList();
  }

  /** What everything else costs it, rounded as it is shown; negative where it has more. */
  public static double rest(Placing.Ranked ranked) {
    double whole = ranked.last().map(Match::score).orElse(0.0) - ranked.placed().score();
    double told = dearest(ranked).stream().mapToDouble(Gap::cost).sum();
    return Math.round(10 * (whole - told)) / 10.0;
  }

  /** The competences in common that earned most, by their names. */
  public static List<String> competences(Match match, Wording wording) {
    return match.explanation().parts().stream()
        .filter(part -> part.criterion().equals("competence"))
        .flatMap(part -> part.parts().stream())
        .sorted(Comparator.comparingDouble(Score::points).reversed())
        .limit(NAMED)
        .map(part -> wording.criterion(part.criterion()))
        .toList();
  }

  /** The projects of a winner that are quoted: those it led first. */
  public static List<Winner.Win> first(Winner winner) {
    return winner.wins().stream()
        .sorted(Comparator.comparing(Winner.Win::coordinated).reversed())
        .limit(WINS)
        .toList();
  }

  /** The points that a full bar stands for: the most that any criterion of the match has. */
  public static double fullBar(Match match) {
    return match.explanation().parts().stream().mapToDouble(Showing::most).max().orElse(1);
  }

  private static double most(Score score) {
    return Math.max(
        score.points(), score.parts().stream().mapToDouble(Showing::most).max().orElse(0));
  }

  /** The rules that keep a cluster from what was asked for. */
  public static List<Blocker> blockers(Placing placing) {
    return switch (placing) {
      case Placing.Ranked ranked -> List.of();
      case Placing.Removed removed -> removed.blockers();
    };
  }

  /** Whether one of the partners is at home in the cluster's own country. */
  public static boolean anyAtHome(Cluster cluster, Matches matches) {
    String country = cluster.identity().seat().country();
    return matches.ranked().stream()
        .map(Match::entry)
        .anyMatch(entry ->
            entry instanceof Cluster other && other.identity().seat().country().equals(country));
  }

  /** The day by which those who apply together should stand; empty where no deadline is left. */
  public static Optional<LocalDate> consortiumBy(Call call, Instant now) {
    return call.timetable()
        .reachable(now)
        .map(deadline -> deadline.at().toLocalDate().minusDays(LeadTime.CONSORTIUM_DAYS));
  }

  /** Whether a day is over in Brussels. */
  public static boolean isPast(LocalDate day, Instant now) {
    return day.isBefore(Deadline.day(now));
  }
}
