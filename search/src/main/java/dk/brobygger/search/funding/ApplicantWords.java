package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.search.score.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words by which a call says who may apply.
 *
 * @param field where they must stand: {@code conditions}, {@code text}, {@code name} or, for all of
 *     these, {@link #ANYWHERE}
 * @param stem letters without which they do not stand there; long texts are searched for these
 *     first, as a pattern takes a hundred times as long
 * @param pattern the words; they lie within {@link #AROUND} characters of the stem
 * @param first whether they must be the first of the field
 */
record ApplicantWords(String field, String stem, Pattern pattern, boolean first) {

  /** All fields that speak of the call itself. */
  static final String ANYWHERE = "";

  /** Farther from the stem than any sentence of a rule reaches, in UTF-16 units. */
  private static final int AROUND = 240;

  /** Words that may stand in any field. */
  static ApplicantWords anywhere(String stem, String pattern) {
    return in(ANYWHERE, stem, pattern);
  }

  /** Words of one field. */
  static ApplicantWords in(String field, String stem, String pattern) {
    return new ApplicantWords(field, stem, Pattern.compile(pattern), false);
  }

  /** The first words of a field. */
  static ApplicantWords opening(String field, String pattern) {
    return new ApplicantWords(field, "", Pattern.compile(pattern), true);
  }

  /** The first of several kinds of words that a call has. */
  static Optional<Evidence> first(CallProse prose, List<ApplicantWords> kinds) {
    for (ApplicantWords kind : kinds) {
      List<Evidence> found = kind.in(prose);
      if (!found.isEmpty()) {
        return Optional.of(found.getFirst());
      }
    }
    return Optional.empty();
  }

  /** All words of a call that are these. */
  List<Evidence> in(CallProse prose) {
    List<Evidence> found = new ArrayList<>();
    for (TextField text : prose.fields()) {
      if (field.equals(ANYWHERE) || field.equals(text.factTold())) {
        add(prose.call(), text, found);
      }
    }
    return found;
  }

  private void add(Call call, TextField text, List<Evidence> found) {
    String prose = text.text();
    if (first) {
      Matcher matcher = pattern.matcher(prose);
      if (matcher.lookingAt()) {
        found.add(new Evidence(call, text.name(), 0, matcher.end()));
      }
      return;
    }
    int from = 0;
    for (int at = prose.indexOf(stem); at >= 0; at = prose.indexOf(stem, Math.max(from, at + 1))) {
      Matcher matcher =
          pattern
              .matcher(prose)
              .useTransparentBounds(true)
              .useAnchoringBounds(false)
              .region(Math.max(from, at - AROUND), Math.min(prose.length(), at + AROUND));
      while (matcher.find()) {
        found.add(new Evidence(call, text.name(), matcher.start(), matcher.end()));
        from = matcher.end();
      }
    }
  }
}
