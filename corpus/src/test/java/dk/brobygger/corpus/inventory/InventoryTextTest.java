package dk.brobygger.corpus.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InventoryTextTest {

  private static final LocalDate DAY = LocalDate.parse("2026-11-25");

  private static Inventory finding(List<String> items) {
    return new Inventory(DAY, List.of(), List.of(), List.of(new Finding("things", items)));
  }

  @Test
  void shippedInventory_fitsAScreen() {
    Inventory inventory = Inventory.of(Sample.entries(), Vocabulary.shipped(), DAY);
    assertThat(InventoryText.of(inventory, false)).allMatch(line -> line.length() <= 80);
  }

  @Test
  void goal_saysWhetherItIsMet() {
    Inventory inventory =
        new Inventory(
            DAY, List.of(new Goal("ships", 2, 2), new Goal("ports", 1, 2)), List.of(), List.of());
    assertThat(InventoryText.of(inventory, false))
        .containsSequence(
            "Held on 2026-11-25:",
            "     2  ships                    (2 wanted)",
            "     1  ports                    (2 wanted)  too few");
  }

  @Test
  void breakdown_flowsOverLines() {
    Inventory inventory =
        new Inventory(
            DAY,
            List.of(),
            List.of(new Breakdown("ships by port", Map.of("x".repeat(40), 1, "y".repeat(40), 2))),
            List.of());
    assertThat(InventoryText.of(inventory, false))
        .contains("Ships by port:")
        .anyMatch(line -> line.startsWith("    x") && !line.contains("y"));
  }

  @Test
  void finding_namesFiveAndCountsTheRest() {
    Inventory inventory = finding(List.of("a", "b", "c", "d", "e", "f", "g"));
    assertThat(InventoryText.of(inventory, false))
        .contains("     7  things", "        e", "        and 2 more (--verbose names them)")
        .doesNotContain("        f");
    assertThat(InventoryText.of(inventory, true)).contains("        g").hasSize(11);
  }

  @Test
  void longItem_isCutUnlessEverythingIsWanted() {
    Inventory inventory = finding(List.of("z".repeat(100)));
    assertThat(InventoryText.of(inventory, false)).anyMatch(line -> line.endsWith("z…"));
    assertThat(InventoryText.of(inventory, true)).anyMatch(line -> line.endsWith("z".repeat(100)));
  }
}
