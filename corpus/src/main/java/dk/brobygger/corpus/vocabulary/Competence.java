package dk.brobygger.corpus.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Something that somebody can do, make or know.
 *
 * @param id its name in records and addresses, in small letters with hyphens
 * @param labels for each language of users its names, the preferred one first; at least one each
 * @param neighbourLabels its names in the languages of neighbours, the preferred one first; none
 *     where they are not surely known
 * @param ecosystems the industrial ecosystems it belongs to; at least one
 * @param stage where in its value chain it stands, if it has one place
 * @param broader ids of the competences it is part of
 * @param nace classes of NACE Rev. 2 it belongs to, such as {@code 28.11}; none where trades do not
 *     tell it apart
 * @param context for labels that mean other things too, words of which one must stand in the same
 *     text: {@code blade} counts near {@code wind} or {@code turbine}
 */
public record Competence(
    String id,
    Map<Language, List<String>> labels,
    Map<Neighbour, List<String>> neighbourLabels,
    Set<Ecosystem> ecosystems,
    Optional<ValueChainStage> stage,
    List<String> broader,
    List<String> nace,
    Map<String, Set<String>> context) {

  private static final Pattern NACE = Pattern.compile("[0-9]{2}(\\.[0-9]{1,2})?");

  /**
   * Refuses a competence without a label in each language of users, or in others, or without
   * ecosystem.
   */
  public Competence {
    for (Language language : labels.keySet()) {
      if (!language.isOfUsers()) {
        throw new IllegalArgumentException(
            "labels." + language.code() + " of " + id + " are shown to nobody, must be en or da");
      }
    }
    labels =
        Map.of(
            Language.EN, List.copyOf(labels.getOrDefault(Language.EN, List.of())),
            Language.DA, List.copyOf(labels.getOrDefault(Language.DA, List.of())));
    neighbourLabels = Map.copyOf(neighbourLabels);
    ecosystems = Set.copyOf(ecosystems);
    broader = List.copyOf(broader);
    nace = List.copyOf(nace);
    context = Map.copyOf(context);
    String name = id;
    labels.forEach((language, list) -> refuseNone(list, language.code(), name));
    neighbourLabels.forEach((neighbour, list) -> refuseNone(list, neighbour.code(), name));
    for (String label : context.keySet()) {
      if (Stream.concat(labels.values().stream(), neighbourLabels.values().stream())
          .noneMatch(list -> list.contains(label))) {
        throw new IllegalArgumentException(
            "context of " + id + " is for \"" + label + "\", must be for one of its labels");
      }
    }
    for (String code : nace) {
      if (!NACE.matcher(code).matches()) {
        throw new IllegalArgumentException(
            "nace of " + id + " is \"" + code + "\", must be a NACE code such as 28.11");
      }
    }
    if (ecosystems.isEmpty()) {
      throw new IllegalArgumentException("ecosystems of " + id + " is empty, must name one");
    }
  }

  private static void refuseNone(List<String> labels, String language, String id) {
    if (labels.isEmpty() || labels.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "labels." + language + " of " + id + " is empty, must hold labels");
    }
  }

  /** The name it is shown by. */
  public String label(Language language) {
    return labels.getOrDefault(language, List.of(id)).getFirst();
  }
}
