package dk.brobygger.search.language;

import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the phrases of a vocabulary that hold a label and mean something else, such as {@code
 * building on}. They count as they are written, in no other inflection. Safe for many threads.
 */
final class OtherMeanings {

  /** The words of each phrase, by the first of them in small letters. */
  private final Map<Language, Map<String, List<List<String>>>> byFirst = new HashMap<>();

  OtherMeanings(Vocabulary vocabulary) {
    for (Language language : Language.OF_USERS) {
      for (String phrase : vocabulary.otherMeanings(language)) {
        add(phrase, language);
        if (language == Language.EN) {
          TypedWords.acrossTheAtlantic(phrase).ifPresent(other -> add(other, language));
        }
      }
    }
  }

  private void add(String phrase, Language language) {
    List<TextAnalysis.Word> words = TextAnalysis.written(phrase);
    byFirst
        .computeIfAbsent(language, one -> new HashMap<>())
        .computeIfAbsent(words.getFirst().term(), first -> new ArrayList<>())
        .add(words.stream().map(word -> phrase.substring(word.start(), word.end())).toList());
  }

  /** A stretch of a text, from its first character to the one after its last. */
  record Place(int start, int end) {

    boolean holds(Mention mention) {
      return start <= mention.start() && mention.end() <= end;
    }
  }

  /**
   * Where a text that is read in some languages holds such phrases. In the name of an entry names
   * are none of them: what calls itself {@code Aarhus Kommune} is a municipality.
   */
  List<Place> in(String field, String text, Collection<Language> languages) {
    boolean named = field.equals("name");
    List<Place> places = new ArrayList<>();
    List<TextAnalysis.Word> words = TextAnalysis.written(text);
    for (int first = 0; first < words.size(); first++) {
      for (Language language : languages) {
        for (List<String> phrase : begun(words.get(first).term(), language)) {
          int last = first + phrase.size() - 1;
          boolean counts = last < words.size() && !(named && isName(phrase));
          if (counts && reads(text, words.subList(first, last + 1), phrase)) {
            places.add(new Place(words.get(first).start(), words.get(last).end()));
          }
        }
      }
    }
    return places;
  }

  private List<List<String>> begun(String word, Language language) {
    return byFirst.getOrDefault(language, Map.of()).getOrDefault(word, List.of());
  }

  private static boolean isName(List<String> phrase) {
    return Character.isUpperCase(phrase.getFirst().charAt(0));
  }

  private static boolean reads(String text, List<TextAnalysis.Word> words, List<String> phrase) {
    for (int i = 0; i < phrase.size(); i++) {
      TextAnalysis.Word word = words.get(i);
      boolean inCapitals = Character.isUpperCase(phrase.get(i).charAt(0));
      String read = inCapitals ? text.substring(word.start(), word.end()) : word.term();
      if (!read.equals(phrase.get(i))) {
        return false;
      }
    }
    return true;
  }
}
