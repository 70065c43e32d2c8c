package dk.brobygger.search;

import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.delegation.Encounter;
import dk.brobygger.search.match.Tip;
import dk.brobygger.search.query.Expansion;
import dk.brobygger.search.score.Blocker;
import dk.brobygger.search.score.Bridge;
import dk.brobygger.search.score.Caution;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Gap;
import dk.brobygger.search.score.Match;
import dk.brobygger.search.score.Matches;
import dk.brobygger.search.score.Placing;
import dk.brobygger.search.score.Score;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Matches as text for a terminal. */
final class MatchText {

  private final PrintWriter out;

  MatchText(PrintWriter out) {
    this.out = out;
  }

  void print(Matches matches) {
    if (!matches.expansions().isEmpty()) {
      out.println(
          "also looked for in English: "
              + matches.expansions().stream()
                  .map(Expansion::added)
                  .collect(Collectors.joining(", ")));
    }
    matches.ranked().forEach(this::print);
    for (Match match : matches.blocked()) {
      out.printf(
          Locale.ROOT,
          "%nnot possible: %s (would be number %d): %s%n",
          match.entry().name(),
          match.rank(),
          sentence(match.blockers().getFirst()));
    }
  }

  void print(Placing placing) {
    switch (placing) {
      case Placing.Ranked ranked -> {
        print(ranked.placed());
        ranked.last().ifPresent(last -> print(ranked, last));
      }
      case Placing.Removed removed -> {
        out.printf(Locale.ROOT, "%n%s%n    %s%n", removed.entry().name(), removed.entry().id());
        removed.blockers().forEach(rule -> out.println("    not listed: " + sentence(rule)));
        removed
            .match()
            .ifPresent(match ->
                out.printf(
                    Locale.ROOT,
                    "    would be number %d with %.1f points%n",
                    match.rank(),
                    match.score()));
      }
    }
  }

  private void print(Placing.Ranked ranked, Match last) {
    out.printf(
        Locale.ROOT,
        "%nnumber %d is %s with %.1f points, %.1f more:%n",
        last.rank(),
        last.entry().name(),
        last.score(),
        last.score() - ranked.placed().score());
    for (Gap gap : Gap.between(ranked.placed().explanation(), last.explanation())) {
      out.printf(
          Locale.ROOT,
          "    %+5.1f  %s: %.1f, there %.1f%n",
          -gap.cost(),
          gap.criterion(),
          gap.points(),
          gap.others());
    }
  }

  private static String sentence(Blocker rule) {
    return rule.text().getOrDefault(Language.EN, rule.rule());
  }

  private void print(Match match) {
    out.printf(
        Locale.ROOT,
        "%n%2d. %s  (%.1f points)%n    %s%n",
        match.rank(),
        match.entry().name(),
        match.score(),
        match.entry().id());
    match.cautions().forEach(this::print);
    match.explanation().parts().forEach(part -> print(part, "    "));
    match.bridge().ifPresent(bridge -> bridge.links().forEach(this::print));
  }

  private void print(Caution caution) {
    out.print("    note: " + caution.text().getOrDefault(Language.EN, caution.rule()));
    caution.evidence().ifPresent(words -> out.print("  “" + Search.oneLine(words.text()) + "”"));
    out.println();
  }

  private void print(Bridge.Link link) {
    out.printf(
        Locale.ROOT,
        "    bridge  %s – %s: %s %s%n",
        link.from().name(),
        link.to().name(),
        link.tie().name().toLowerCase(Locale.ROOT),
        Search.oneLine(link.name()));
  }

  void print(List<Tip> tips) {
    if (tips.isEmpty()) {
      out.println("no change that was tried brings more partners");
    }
    for (Tip tip : tips) {
      out.printf(
          Locale.ROOT,
          "%n%s %s: %d more above %.1f points%n",
          tip.change().name().toLowerCase(Locale.ROOT),
          tip.value(),
          tip.gained().size(),
          tip.bar());
      tip.words()
          .byLanguage()
          .forEach((language, words) ->
              out.printf(
                  "    write at the end of the %s text: “%s”%n",
                  Locale.of(language.code()).getDisplayLanguage(Locale.ENGLISH), words));
      tip.gained()
          .forEach(match ->
              out.printf(
                  Locale.ROOT,
                  "    %d. %s (%.1f points)%n",
                  match.rank(),
                  match.entry().name(),
                  match.score()));
    }
  }

  private void print(Score score, String indent) {
    out.printf(Locale.ROOT, "%s%5.1f  %s", indent, score.points(), score.criterion());
    for (Evidence words : score.evidence()) {
      out.print("  “" + Search.oneLine(words.text()) + "”");
    }
    score.meeting().ifPresent(met -> out.print("  " + told(met)));
    out.println();
    score.parts().forEach(part -> print(part, indent + "    "));
  }

  private static String told(Encounter met) {
    return "%s on %s, told by %s on %s"
        .formatted(met.name(), met.day(), met.by().isEmpty() ? "staff" : met.by(), met.told());
  }
}
