package dk.brobygger.indexer.source;

import dk.brobygger.indexer.frontier.Lead;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a page of a cluster's site is there for, those worth most first. */
public enum PageKind {
  /** Where the site begins. */
  FRONT(Lead.START, Words.NONE, Words.ALL),
  /** Who belongs to the cluster. */
  MEMBERS(
      90,
      "members?|medlem\\w*|mitglied\\w*|membres|adh[ée]rents|socios|miembros|medlemmar|jäsenet",
      "members"),
  /** With whom it works or wants to work. */
  PARTNERS(
      80,
      "partner\\W?search|find\\W?(a\\W?)?partner\\w*|matchmaking|international\\w*|collaborat\\w*|samarbejd\\w*|partner\\w*",
      "offers seeks targetCountries networks"),
  /** What it is. */
  ABOUT(
      70,
      "about(\\W?us)?|om(\\W?os)?|über\\W?uns|ueber\\W?uns|[àa]\\W?propos|qui\\w{0,10}\\W?sommes\\W?nous|sobre\\w*|chi\\W?siamo|profile?",
      Words.ALL),
  /** In what fields it works. */
  FOCUS(
      60,
      "focus|fokus\\w*|indsats\\w*|areas?|themen|technolog\\w*|teknologi\\w*|strateg\\w*|projects?|projekt\\w*",
      "offers seeks targetCountries ecosystems"),
  /** What has happened, to itself or others. */
  NEWS(40, "news|nyhed\\w*|aktuel\\w*|actualit\\w*|noticias|nyheter|events?", ""),
  /** Anything else. */
  OTHER(10, Words.NONE, "");

  /** What the constants are made of. */
  private static final class Words {

    private static final String NONE = "(?!)";

    private static final String ALL =
        "name aliases predecessors founded place region site staff label networks members"
            + " description offers seeks targetCountries ecosystems";
  }

  private final int worth;
  private final Pattern words;
  private final Set<String> tells;

  PageKind(int worth, String words, String tells) {
    this.worth = worth;
    this.words =
        Pattern.compile(
            "(?<![\\p{L}])(" + words + ")(?![\\p{L}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    this.tells = Set.of(tells.isEmpty() ? new String[0] : tells.split(" "));
  }

  /** What words in an address or a link say that a page is. */
  static PageKind said(String words) {
    return Stream.of(values())
        .filter(kind -> kind.words.matcher(words).find())
        .findFirst()
        .orElse(OTHER);
  }

  /** The kind of a page that is worth so much. */
  public static PageKind of(int worth) {
    return Stream.of(values()).filter(kind -> worth >= kind.worth).findFirst().orElse(OTHER);
  }

  /** What a page of this kind is worth to a crawl, as in {@link Lead#worth()}. */
  public int worth() {
    return worth;
  }

  /** The fields of a cluster that a page of this kind is there to tell. */
  public Set<String> tells() {
    return tells;
  }
}
