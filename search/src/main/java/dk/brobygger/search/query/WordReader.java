package dk.brobygger.search.query;

import dk.brobygger.search.language.CompetenceTagger;
import dk.brobygger.search.language.DanishCompounds;
import dk.brobygger.search.language.Mention;
import dk.brobygger.search.language.TextAnalysis;
import dk.brobygger.search.language.TypedWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says what a word that names nothing of its own is looked for by. Safe for many threads. */
record WordReader(CompetenceTagger tagger, TypedWords typed, QueryParser.Texts texts) {

  /** Who speaks of what a part of a compound names stands behind who says the whole of it. */
  private static final double PART_WEIGHT = 0.3;

  /** A long compound that few write is looked for by what its parts name, too. */
  Part part(String word, Set<String> without, Need need) {
    List<Part.Added> added = new ArrayList<>(english(word, need));
    Part whole = Part.of(word, added, without);
    List<String> named = partsNamed(word);
    if (named.isEmpty() || texts.fillAPage(whole.query())) {
      return whole;
    }
    named.forEach(one -> added.add(Part.competence(one, Expansion.Kind.BROADER, PART_WEIGHT)));
    return Part.of(word, added, without);
  }

  /** The competence that most of the first parts of a compound name, else most of the last. */
  private List<String> partsNamed(String word) {
    List<TextAnalysis.Word> parts = DanishCompounds.shipped().parts(word);
    List<String> pieces = new ArrayList<>();
    for (int last = parts.size() - 2; last >= 0; last--) {
      pieces.add(word.substring(0, parts.get(last).end()));
    }
    for (int first = 1; first < parts.size(); first++) {
      pieces.add(word.substring(parts.get(first).start()));
    }
    return pieces.stream()
        .flatMap(piece -> tagger.asked(piece).stream())
        .map(Mention::competence)
        .limit(1)
        .toList();
  }

  /** The English words for one, each as it is looked for. */
  List<Part.Added> english(String word, Need need) {
    return typed.english(word).entrySet().stream()
        .map(one ->
            new Part.Added(
                one.getKey(), Expansion.Kind.ENGLISH, asked(one.getKey(), need), one.getValue()))
        .toList();
  }

  private static Query asked(String words, Need need) {
    Query all = PlainWords.english(words);
    return need == Need.ONE && all instanceof Query.Every every
        ? new Query.Any(every.queries(), Need.half(every.queries()))
        : all;
  }
}
