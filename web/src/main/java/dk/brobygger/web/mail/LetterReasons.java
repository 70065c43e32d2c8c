package dk.brobygger.web.mail;

import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Score;
import dk.brobygger.search.standing.Answering;
import dk.brobygger.web.page.Showing;
import dk.brobygger.web.page.Wording;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chooses the words of a call that say why it concerns somebody. Safe for many threads. */
final class LetterReasons {

  /** Reasons beyond the third are on the page. */
  private static final int MOST = 3;

  private static final int LONGEST_QUOTE = 160;

  private final Wording wording;

  LetterReasons(Wording wording) {
    this.wording = wording;
  }

  /** The words that earned most, each quoted once. */
  List<Letter.Reason> of(Answering answering) {
    List<Score> leaves = new ArrayList<>();
    collect(answering.explanation(), leaves);
    leaves.sort(Comparator.comparingDouble(Score::points).reversed());
    List<Letter.Reason> reasons = new ArrayList<>();
    Set<String> quoted = new HashSet<>();
    for (Score leaf : leaves) {
      if (reasons.size() == MOST) {
        break;
      }
      leaf.evidence().stream()
          .filter(words -> words.entry().equals(answering.call().id()))
          .findFirst()
          .map(wording::quoted)
          .ifPresent(words -> {
            String text = words.text();
            if (quoted.add(text)) {
              add(reason(leaf, words, text), reasons);
            }
          });
    }
    return reasons;
  }

  /** Words of one source, one after the other, name it once, after the last. */
  private static void add(Letter.Reason next, List<Letter.Reason> reasons) {
    if (!reasons.isEmpty() && reasons.getLast().source().equals(next.source())) {
      Letter.Reason last = reasons.removeLast();
      reasons.add(new Letter.Reason(last.what(), last.quote(), Optional.empty()));
    }
    reasons.add(next);
  }

  private static void collect(Score score, List<Score> leaves) {
    if (score.parts().isEmpty()) {
      leaves.add(score);
    }
    score.parts().forEach(part -> collect(part, leaves));
  }

  private Letter.Reason reason(Score leaf, Evidence words, String text) {
    return new Letter.Reason(
        wording.criterion(leaf.criterion()),
        quote(words, text),
        words
            .source()
            .filter(source -> !Showing.edited(words))
            .map(source -> new Letter.Link(read(words, source), source.toString())));
  }

  /** Where words were read and when, and whether they stand there or were written from it. */
  private String read(Evidence words, URI source) {
    return (Showing.retold(words) ? wording.say("quote.retold") + " " : "")
        + source.getHost()
        + words.date().map(day -> ", " + wording.date(day)).orElse("");
  }

  /** Keywords are quoted one by one: the signs between them are ours. */
  private String quote(Evidence words, String text) {
    if (wording.isCode(words)) {
      return wording.decoded(words);
    }
    String quote = Line.cut(text, LONGEST_QUOTE);
    return words.field().equals("keywords") ? quote.replace("; ", "”, “") : quote;
  }
}
