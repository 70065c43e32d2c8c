package dk.brobygger.corpus.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An inventory as lines of text that fit a screen. */
public final class InventoryText {

  /** Characters on a line: what every terminal shows. */
  private static final int WIDTH = 80;

  /** How many items of a finding are shown before the rest is only counted. */
  private static final int SHOWN = 5;

  private static final String INDENT = "    ";

  private final boolean verbose;
  private final List<String> lines = new ArrayList<>();

  private InventoryText(boolean verbose) {
    this.verbose = verbose;
  }

  /**
   * The lines of an inventory.
   *
   * @param verbose whether every item of every finding is named
   */
  public static List<String> of(Inventory inventory, boolean verbose) {
    InventoryText text = new InventoryText(verbose);
    text.lines.add("Held on " + inventory.day() + ":");
    inventory.goals().forEach(text::goal);
    inventory.breakdowns().forEach(text::breakdown);
    text.lines.add("");
    text.lines.add("To look at:");
    inventory.findings().forEach(text::finding);
    return List.copyOf(text.lines);
  }

  private void goal(Goal goal) {
    lines.add(
        String.format(
            Locale.ROOT,
            "%6d  %-24s (%d wanted)%s",
            goal.held(),
            goal.what(),
            goal.wanted(),
            goal.isMet() ? "" : "  too few"));
  }

  private void breakdown(Breakdown breakdown) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, Integer> each : breakdown.counts().entrySet()) {
      parts.add(each.getKey() + " " + each.getValue());
    }
    lines.add("");
    lines.add(capital(breakdown.what()) + ":");
    flow(parts);
  }

  /** Puts parts one after the other, as many as fit on a line. */
  private void flow(List<String> parts) {
    StringBuilder line = new StringBuilder(INDENT);
    for (String part : parts) {
      boolean first = line.length() == INDENT.length();
      if (!first && line.length() + part.length() + 2 >= WIDTH) {
        lines.add(line.append(',').toString());
        line = new StringBuilder(INDENT);
        first = true;
      }
      line.append(first ? "" : ", ").append(part);
    }
    if (line.length() > INDENT.length()) {
      lines.add(line.toString());
    }
  }

  private void finding(Finding finding) {
    int count = finding.items().size();
    lines.add(String.format(Locale.ROOT, "%6d  %s", count, finding.what()));
    finding.items().stream().limit(verbose ? count : SHOWN).map(this::item).forEach(lines::add);
    if (!verbose && count > SHOWN) {
      lines.add(INDENT + INDENT + "and " + (count - SHOWN) + " more (--verbose names them)");
    }
  }

  private String item(String item) {
    String line = INDENT + INDENT + item;
    return verbose || line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
