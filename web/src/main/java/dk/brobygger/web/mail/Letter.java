package dk.brobygger.web.mail;

import dk.brobygger.corpus.vocabulary.Language;
import java.util.List;
import java.util.Optional;

/**
 * A digest in words, before it is laid out.
 *
 * @param language its language
 * @param subject the subject line: the best item
 * @param lead what it is, in one sentence
 * @param sections what it tells, by kind of news
 * @param more what is left out, and where it stands
 * @param why why it came
 * @param links what can be done about it: other wishes, all calls, no more mail
 */
public record Letter(
    Language language,
    String subject,
    String lead,
    List<Section> sections,
    Optional<Link> more,
    String why,
    List<Link> links) {

  /**
   * News of one kind.
   *
   * @param title which kind
   * @param pieces the calls, best first
   */
  public record Section(String title, List<Piece> pieces) {}

  /**
   * One call.
   *
   * @param call its id
   * @param kind what happened to it, such as a new call
   * @param title its title, with its page
   * @param facts deadline, programme and money, and what changed
   * @param reasons why it concerns the reader
   * @param blocker what keeps the reader from applying
   * @param buttons what can be done about it
   */
  public record Piece(
      String call,
      String kind,
      Link title,
      List<Fact> facts,
      List<Reason> reasons,
      Optional<String> blocker,
      List<Link> buttons) {}

  /**
   * A fact with its name.
   *
   * @param name what it is
   * @param text what it says
   * @param loud whether it is what the news is about
   */
  public record Fact(String name, String text, boolean loud) {}

  /**
   * Quoted words that earned points.
   *
   * @param what what they speak of
   * @param quote the words
   * @param source where they were read; none where the next words were read there, too
   */
  public record Reason(String what, String quote, Optional<Link> source) {}

  /**
   * Words with an address.
   *
   * @param text the words
   * @param address the address
   */
  public record Link(String text, String address) {}
}
