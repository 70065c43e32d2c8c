package dk.brobygger.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads with whom a cluster has joined forces already. */
final class Aims {

  private static final String NAME =
      "\\p{Lu}[\\p{L}\\d&'’.-]*(?: (?:(?:of|for|and|og|the|de|in|on)"
          + " ){0,2}\\p{Lu}[\\p{L}\\d&'’.-]*){0,6}";

  private static final Pattern BELONGS =
      Pattern.compile(
          "(?:(?:is |are |as )?(?:also )?(?:an? )?(?:active |proud |founding"
              + " )?(?:member|part|partner|founder|co-founder|signatory|coordinator)"
              + " (?:of|in)|belongs? to|takes part in|has joined|joined|leads|er (?:også"
              + " )?(?:med)?(?:medlem|partner|del) (?:af|i)|(?:også )?medlem af|indgår i|deltager"
              + " i|tilsluttet) (?:the |both the |den |det )?(?<name>"
              + NAME
              + ")");

  private static final Pattern ALLIANCE =
      Pattern.compile(
          "(?iu)\\b(?:alliances?|alliancen?|networks?|netværk(?:et)?|partnerships?|platforms?|federation|association|union|TCI|S3|Enterprise"
              + " Europe)\\b|Partnership|Alliance");

  /** Who says to belong to more than this makes it up. */
  private static final int MOST_ALLIANCES = 100;

  private Aims() {}

  /** Alliances and networks a text says it belongs to, each once. */
  static List<Found<String>> alliances(String text, String own) {
    List<Found<String>> alliances = new ArrayList<>();
    Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    known.add(own);
    Matcher matcher = BELONGS.matcher(text);
    while (matcher.find() && alliances.size() < MOST_ALLIANCES) {
      String name = matcher.group("name").replaceFirst("[.,]$", "");
      if (ALLIANCE.matcher(name).find() && !name.equals("European Union") && known.add(name)) {
        alliances.add(new Found<>(name, matcher.start(), matcher.start("name") + name.length()));
      }
    }
    return alliances;
  }
}
