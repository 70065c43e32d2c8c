package dk.brobygger.search.signal;

import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.language.TermBridge;
import dk.brobygger.search.language.Translated;
import dk.brobygger.search.sentence.SentenceModel;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What calls mean, by a sentence model. A Danish idea is asked as it is written if the model knows
 * Danish, else by its English words over the bridge. Safe for many threads.
 */
final class Meanings {

  /** Says the same in two ways. */
  record Twins(String one, String other) {}

  /** A model that knows Danish finds the other of each, which no spelling gives away. */
  static final List<Twins> DANISH =
      List.of(
          new Twins("Overskudsvarme til boliger", "Surplus heat for homes"),
          new Twins("Havet skal renses for skrald", "The sea must be cleared of litter"),
          new Twins("Uddannelse af unge lærlinge", "Training of young apprentices"),
          new Twins("Sygehuse mangler ansatte", "Hospitals are short of staff"),
          new Twins("Landmænd bruger mindre gødning", "Farmers use less fertiliser"),
          new Twins("Brugt tøj bliver til nyt garn", "Old clothes become new yarn"),
          new Twins("Støj fra skibe skader hvaler", "Noise from ships harms whales"),
          new Twins("Sikre gader for cyklister", "Safe streets for people on bikes"));

  private final SentenceModel model;
  private final List<float[]> calls;
  private final boolean knowsDanish;

  /** Encodes each call once. */
  Meanings(SentenceModel model, List<Candidate.OfCall> calls) {
    this.model = model;
    this.calls =
        calls.stream().map(call -> model.encode(call.title() + "\n" + call.text())).toList();
    this.knowsDanish = finds(model, DANISH);
  }

  /** Whether for each of these texts its twin is nearer than the twins of all others. */
  static boolean finds(SentenceModel model, List<Twins> twins) {
    List<float[]> others = twins.stream().map(each -> model.encode(each.other())).toList();
    for (int place = 0; place < twins.size(); place++) {
      if (Numbers.greatest(nearness(model.encode(twins.get(place).one()), others), 1)[0] != place) {
        return false;
      }
    }
    return true;
  }

  /** How near each call is to an idea, in the order they were given. */
  double[] nearness(Idea idea) {
    return nearness(model.encode(asked(idea)), calls);
  }

  private String asked(Idea idea) {
    return idea.language() == Language.DA && !knowsDanish ? bridged(idea.prose()) : idea.prose();
  }

  private static String bridged(String danish) {
    return TermBridge.shipped().translate(danish).stream()
        .map(Translated::english)
        .collect(Collectors.joining(" "));
  }

  private static double[] nearness(float[] asked, List<float[]> others) {
    return others.stream().mapToDouble(other -> SentenceModel.nearness(asked, other)).toArray();
  }
}
