package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.score.Evidence;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a call says of itself: its conditions first, then what it funds and its title, and nothing
 * of what belongs to its whole programme, such as its destination.
 *
 * @param call which call
 * @param fields its fields; of one the Danish text first, as a Danish scheme was written in it
 */
record CallProse(Call call, List<TextField> fields) {

  private static final List<String> FIELDS = List.of("conditions", "text", "name");

  private static final Comparator<TextField> ORDER =
      Comparator.<TextField>comparingInt(text -> FIELDS.indexOf(text.factTold()))
          .thenComparing(text -> text.language() != Language.DA);

  static CallProse of(Call call) {
    return new CallProse(
        call,
        call.texts().stream()
            .filter(text -> FIELDS.contains(text.factTold()))
            .sorted(ORDER)
            .toList());
  }

  /** Words of the call's type of action, given in lower case; empty where it has them not. */
  Optional<Evidence> typed(String words) {
    int start = call.terms().actionType().orElse("").toLowerCase(Locale.ROOT).indexOf(words);
    return start < 0
        ? Optional.empty()
        : Optional.of(new Evidence(call, "actionType", start, start + words.length()));
  }
}
