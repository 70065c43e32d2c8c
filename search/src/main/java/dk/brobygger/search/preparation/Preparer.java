package dk.brobygger.search.preparation;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.funding.CallMatcher;
import dk.brobygger.search.match.PartnerMatcher;
import dk.brobygger.search.match.Said;
import dk.brobygger.search.match.Seeker;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says what a call asks for and who abroad has it. Who has a part of a competence has the
 * competence: who builds offshore wind farms answers a call for wind energy, but not the other way
 * round. Safe for many threads.
 */
public final class Preparer {

  /** Who comes later fits too little to be called first. */
  private static final int PARTNERS = 50;

  /**
   * What is no competence but where somebody is, or how money is given: a call that speaks of it
   * asks nobody for it.
   */
  private static final Set<String> ASKED_OF_NOBODY =
      Set.of(
          "widening-countries", "baltic-northsea", "africa-partnership", "european-partnerships");

  private final PartnerMatcher partners;
  private final Vocabulary vocabulary;

  /** Takes partners as this matcher ranks them, and parts of competences from this vocabulary. */
  public Preparer(PartnerMatcher partners, Vocabulary vocabulary) {
    this.partners = partners;
    this.vocabulary = vocabulary;
  }

  /** What the call asks for, and who has it, of those whom it lets in and pays. */
  public Preparation prepare(Seeker seeker, Call call) {
    List<Match> ranked =
        partners.abroad(seeker, PARTNERS).ranked().stream()
            .filter(match ->
                match.entry() instanceof Cluster partner && CallMatcher.pays(call, partner))
            .toList();
    Map<String, Said> ours = offered(seeker.cluster());
    List<Need> needs = new ArrayList<>();
    Map<EntryId, Set<String>> had = new HashMap<>();
    offered(call)
        .forEach((competence, asked) -> {
          if (ASKED_OF_NOBODY.contains(competence)) {
            return;
          }
          List<Provider> providers = providers(competence, ranked);
          providers.forEach(one ->
              had.computeIfAbsent(one.partner().entry().id(), id -> new LinkedHashSet<>())
                  .add(competence));
          needs.add(
              new Need(
                  competence,
                  asked.words(),
                  words(competence, ours),
                  providers.stream().limit(Need.PROVIDERS).toList()));
        });
    // The sort keeps the order in which the call speaks of what is alike.
    needs.sort(Comparator.comparingInt(Preparer::urgency));
    return new Preparation(seeker.cluster(), call, needs, members(needs, ranked, had));
  }

  private static int urgency(Need need) {
    return !need.lacking() ? 2 : need.providers().isEmpty() ? 1 : 0;
  }

  private Map<String, Said> offered(Entry entry) {
    return partners.profile(entry).offered();
  }

  private List<Provider> providers(String competence, List<Match> ranked) {
    return ranked.stream()
        .flatMap(partner ->
            words(competence, offered(partner.entry()))
                .map(words -> new Provider(partner, words))
                .stream())
        .toList();
  }

  /** The words for the competence itself or else for the first part of it. */
  private Optional<Evidence> words(String competence, Map<String, Said> offered) {
    Set<String> parts = vocabulary.narrowerClosure(competence);
    return Stream.concat(Stream.of(competence), offered.keySet().stream().filter(parts::contains))
        .filter(offered::containsKey)
        .findFirst()
        .map(offered::get)
        .map(Said::words);
  }

  private static List<Member> members(
      List<Need> needs, List<Match> ranked, Map<EntryId, Set<String>> had) {
    Set<String> lacking =
        needs.stream()
            .filter(Need::lacking)
            .map(Need::competence)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Map<EntryId, Match> byId = new HashMap<>();
    List<Cover.Offer> offers = new ArrayList<>();
    for (Match match : ranked) {
      byId.put(match.entry().id(), match);
      if (match.entry() instanceof Cluster cluster) {
        offers.add(
            new Cover.Offer(
                cluster.id(),
                cluster.identity().seat().country(),
                match.score(),
                had.getOrDefault(cluster.id(), Set.of())));
      }
    }
    List<Member> members = new ArrayList<>();
    for (Cover.Pick pick : Cover.of(lacking, offers)) {
      Optional.ofNullable(byId.get(pick.offer().cluster()))
          .ifPresent(match -> members.add(new Member(match, pick.adds())));
    }
    return members;
  }
}
