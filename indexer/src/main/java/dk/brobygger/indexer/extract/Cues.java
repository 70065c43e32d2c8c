package dk.brobygger.indexer.extract;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The phrases by which Danish and English pages say that they offer or seek something. An offer or
 * wish that is denied, or that is about jobs, is none.
 */
final class Cues {

  private static final Pattern OFFERS =
      Pattern.compile(
          "(?iu)\\b(?:(?:we|our (?:\\w+ )?(?:members|companies|partners)|(?:the )?members|the"
              + " cluster|they)(?: can| also| have| has| who| that)*"
              + " (?:offers?|provides?|suppl(?:y|ies)|delivers?"
              + "|develops?|makes?|produces?|manufactures?|builds?|designs?|master|bring|cover|possess|hold|contribute|excel)|(?:with|has|have|strong|unique|deep|world-class|offers?|special)"
              + " (?:\\w+"
              + " ){0,2}(?:expertise|competenc(?:e|es|ies)|know-how|capabilit(?:y|ies)|strengths?|strongholds?)"
              + " (?:in|within|on|for)|speciali[sz](?:e[sd]?|ing) in|experts? in|can offer|offers?"
              + " (?:access to|expertise|test|services)|vi (?:kan )?tilbyder?|(?:vores|klyngens)"
              + " (?:medlemmer|virksomheder|partnere)(?: kan| har| også)*"
              + " (?:tilbyder?|leverer?|udvikler?|fremstiller?|producerer?|bygger|bidrager|dækker)|medlemmerne"
              + " (?:tilbyder|leverer|udvikler|fremstiller|producerer|bygger|dækker|designer|laver)|tilbyder|kan"
              + " tilbyde|er specialister i|er specialiseret i|specialiserer sig i|(?:har|med)"
              + " (?:\\w+ ){0,3}(?:kompetencer|ekspertise|viden|styrker|styrkepositioner|erfaring)"
              + " (?:inden ?for|i|om|med))\\b");

  private static final Pattern SEEKS =
      Pattern.compile(
          "(?iu)\\b(?:(?:we|members|companies|cluster|partners|they|who|is|are)(?: are| is| also|"
              + " currently| actively| now)* (?:look(?:ing)? for|seek(?:s|ing)?|search(?:ing)?"
              + " for|looking to (?:work|team|cooperate|partner|meet))|(?:looking|searching)"
              + " for|seeks?|seeking|sought|in search of|would like to (?:meet|work with|cooperate"
              + " with|get in touch)|want(?:s)? to (?:work|cooperate|collaborate|partner)"
              + " with|wish(?:es)? to (?:work|cooperate|collaborate|meet)|interested in (?:\\w+"
              + " ){0,4}(?:partners?|cooperat\\w+|collaborat\\w+|contacts?|meeting|working"
              + " with)|need(?:s)? (?:partners|suppliers|help) |søger|efterlyser|leder efter|er på"
              + " udkig efter|på jagt efter|ønsker (?:at"
              + " )?(?:samarbejde\\w*|kontakt|partnere|møde|komme i kontakt|indgå)|vil gerne"
              + " (?:samarbejde|møde|i kontakt|have kontakt)|er interesserede? i|mangler)\\b");

  private static final Pattern OFFER_HEADING =
      Pattern.compile(
          "(?iu)^(?:what we (?:offer|do|can do)|(?:our |key |core"
              + " )?(?:competenc(?:es|ies)|expertise|strengths?|strongholds?|capabilities|offer(?:s|ings?)?|services|know-how)(?:"
              + " (?:of|in|offered)\\b.*)?|we offer|offers?|offered|competences offered|areas of"
              + " expertise|(?:det |hvad )?(?:kan )?vi tilbyder?|det kan vi|(?:vores |klyngens"
              + " )?(?:kompetencer|styrker|styrkepositioner|ydelser|ekspertise)|tilbyder|hvad vi"
              + " kan)\\s*:?$");

  private static final Pattern SEEK_HEADING =
      Pattern.compile(
          "(?iu)^(?:(?:what |who )?we (?:are )?(?:look(?:ing)?"
              + " for|seek(?:ing)?)(?:\\b.*)?|partners?"
              + " (?:search|sought|wanted|requests?)|seeks?|seeking|looking for(?:"
              + " partners)?|cooperation (?:wishes|requests)|collaboration interests?|wanted|(?:det"
              + " |hvad |hvem )?(?:vi )?søger(?: vi)?|vi leder"
              + " efter|partnersøgning|samarbejdsønsker|ønsker til"
              + " (?:partnere|samarbejde)|efterlyses)\\s*:?$");

  private static final Pattern DENIED =
      Pattern.compile(
          "(?iu)\\b(?:no longer|not (?:currently )?(?:look|seek|offer|search)\\w*|do(?:es)? not"
              + " (?:offer|seek|provide)|don't|ikke længere|søger ikke|tilbyder ikke|søger (?:for"
              + " tiden )?ikke)\\b");

  private static final Pattern JOB =
      Pattern.compile(
          "(?iu)\\b(?:colleagues?|employees?|project managers?|interns?(?:hip)?|student"
              + " (?:assistant|worker)s?|vacanc(?:y|ies)|job|position|communications?"
              + " officer|director"
              + " to|kolleg\\w+|[\\p{L}]*medarbejdere?|\\p{L}*(?:leder|konsulent|assistent)"
              + " til|projektledere?|studentermedhjælper\\w*|praktikant\\w*|stilling(?:er|en)?|jobopslag)\\b");

  private static final Pattern NEWSLETTER =
      Pattern.compile("(?iu)newsletter|nyhedsbrev|cookie|sign up|tilmeld|privacy|privatliv");

  private Cues() {}

  /** What a sentence says its side is; seeking is said more clearly than offering. */
  static Optional<Side> of(String sentence) {
    if (DENIED.matcher(sentence).find()
        || JOB.matcher(sentence).find()
        || NEWSLETTER.matcher(sentence).find()) {
      return Optional.empty();
    }
    if (SEEKS.matcher(sentence).find()) {
      return Optional.of(Side.SEEKS);
    }
    return OFFERS.matcher(sentence).find() ? Optional.of(Side.OFFERS) : Optional.empty();
  }

  /** Whether a sentence takes a side back, or speaks of jobs. */
  static boolean isBeside(String sentence) {
    return DENIED.matcher(sentence).find()
        || JOB.matcher(sentence).find()
        || NEWSLETTER.matcher(sentence).find();
  }

  /** What a heading says what follows is. */
  static Optional<Side> ofHeading(String heading) {
    String words = heading.strip();
    if (SEEK_HEADING.matcher(words).find()) {
      return Optional.of(Side.SEEKS);
    }
    return OFFER_HEADING.matcher(words).find() ? Optional.of(Side.OFFERS) : Optional.empty();
  }
}
