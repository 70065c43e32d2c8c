package dk.brobygger.search.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ParticipationsTest {

  private static final List<Candidate.OfPartner> PARTNERS =
      IntStream.range(0, 9)
          .mapToObj(place ->
              new Candidate.OfPartner(
                  "" + place, "", Optional.empty(), Optional.empty(), List.of()))
          .toList();

  private static List<PastProject> projects(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(place -> {
          Set<String> who = new HashSet<>();
          for (int one = 0; one <= random.nextInt(4); one++) {
            who.add("" + random.nextInt(PARTNERS.size()));
          }
          return new PastProject("p" + place, "", Optional.empty(), 2020, who);
        })
        .toList();
  }

  @Property
  void whatProjectsDivide_andWhatPartnersReturn_isNeitherMoreNorLess(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int count) {
    Random random = new Random(seed);
    Participations graph = new Participations(PARTNERS, projects(random, count));
    double[] weights = random.doubles(count).toArray();
    double[] divided = graph.divided(weights);
    double all = Arrays.stream(weights).sum();
    assertThat(Arrays.stream(divided).sum()).isCloseTo(all, within(1e-9));
    assertThat(Arrays.stream(graph.returned(divided)).sum()).isCloseTo(all, within(1e-9));
  }
}
