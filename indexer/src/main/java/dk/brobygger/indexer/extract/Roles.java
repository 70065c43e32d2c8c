package dk.brobygger.indexer.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads whom a call asks to take part: kinds of organisation that must or should be there. */
final class Roles {

  /** How far behind the asking words a kind may stand. */
  private static final int NEAR = 250;

  private static final Map<String, Pattern> KINDS = kinds();

  private static final Pattern ASKED =
      Pattern.compile(
          "(?iu)\\b(?:(?:consorti(?:um|a)|proposals?|projects?|applicants?|applications?|partnerships?|the"
              + " action)[^.;\\n]{0,60}(?:must|should|shall|are expected to|is expected to|needs?"
              + " to|have to)[^.;\\n]{0,60}(?:include|involve|engage|bring together|comprise|be led"
              + " by|be coordinated by|count on|ensure the"
              + " participation)|(?:participation|involvement|inclusion)"
              + " of[^.;\\n]{0,120}(?:is|are) (?:required|mandatory|expected|essential|strongly"
              + " encouraged)|(?:must|should) (?:be|include)[^.;\\n]{0,30}"
              + " (?:coordinat\\w+|beneficiar\\w+)|(?:konsorti(?:et|um|er)|projekte(?:t|r)|ansøg(?:er|ere|ningen)|partnerskabet)[^.;\\n]{0,60}(?:skal|bør|forventes"
              + " at)[^.;\\n]{0,60}(?:omfatte|inddrage|bestå af|have|deltage|inkludere|ledes"
              + " af)|(?:skal|bør) deltage)");

  private Roles() {}

  private static Map<String, Pattern> kinds() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("sme", "SMEs?|small and medium[- ]sized|SMV(?:'?er)?|små og mellemstore");
    words.put("startup", "start-?ups?|scale-?ups?|iværksættere?");
    words.put("large-company", "large (?:companies|enterprises|industr\\w+)|store virksomheder");
    words.put(
        "industry",
        "industr(?:y|ies|ial partners?|ial players?)|compan(?:y|ies)|private"
            + " sector|virksomhed(?:er)?|erhvervsliv\\w*");
    words.put(
        "research",
        "research"
            + " (?:organi[sz]ations?|institut\\w+|cent(?:re|er)s?|performing)|RTOs?|universit(?:y|ies)|academi\\w+"
            + "|universitet\\w*|forskningsinstitution\\w*|vidensinstitution\\w*|GTS-institut\\w*");
    words.put(
        "public-authority",
        "public (?:authorit\\w+|bod(?:y|ies)|administration\\w*|procurers?|sector)|local"
            + " authorit\\w+|municipalit\\w+|regional"
            + " authorit\\w+|cities|myndighed\\w*|kommune(?:r|n)?|offentlige parter|regioner");
    words.put(
        "end-user",
        "end[- ]?users?|slutbruger\\w*|practitioners?|first responders?|farmers?|foresters?");
    words.put(
        "civil-society",
        "civil society|NGOs?|non-governmental|civilsamfund\\w*|foreninger|citizens?");
    words.put("cluster", "cluster organi[sz]ations?|clusters|klyngeorganisation\\w*|klynger");
    words.put(
        "hospital", "hospitals?|healthcare providers?|clinic(?:s|ians?)|hospitaler|sygehuse?");
    words.put("investor", "investors?|financial institutions?|banks|investorer");
    Map<String, Pattern> kinds = new LinkedHashMap<>();
    words.forEach((kind, names) ->
        kinds.put(kind, Pattern.compile("(?iu)(?<!\\p{L})(?:" + names + ")(?!\\p{L})")));
    return kinds;
  }

  /** Each kind once, with the words that ask for it. */
  static List<Found<String>> of(String text) {
    Map<String, Found<String>> roles = new LinkedHashMap<>();
    for (Found<String> sentence : Sentences.of(text)) {
      Matcher asked = ASKED.matcher(sentence.value());
      if (asked.find()) {
        KINDS.forEach((kind, names) -> {
          Matcher name = names.matcher(sentence.value());
          if (name.find(asked.start()) && name.start() - asked.start() <= NEAR) {
            int end = Math.max(name.end(), asked.end());
            roles.putIfAbsent(
                kind, new Found<>(kind, sentence.start() + asked.start(), sentence.start() + end));
          }
        });
      }
    }
    return new ArrayList<>(roles.values());
  }
}
