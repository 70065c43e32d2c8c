package dk.brobygger.indexer;

import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.indexer.fetch.FetchOutcome.Fetched;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.frontier.Frontier;
import dk.brobygger.indexer.frontier.Lead;
import dk.brobygger.indexer.page.Document;
import dk.brobygger.indexer.page.PageOutcome;
import dk.brobygger.indexer.page.PageReader;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words that entries quote for their facts, looked up on the pages they are quoted from. It
 * changes no entry: what a page says no more is for a person to judge.
 */
final class Quotations {

  /** The name of this source. */
  static final String SOURCE = "quotations";

  /** What quotations leave out is marked so. */
  private static final Pattern LEFT_OUT = Pattern.compile("\\[?(?:…|\\.\\.\\.)]?");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final SortedMap<PageAddress, List<Quotation>> byPage;

  private record Quotation(EntryId entry, Claim claim) {

    String words() {
      return claim.words().orElse("");
    }

    @Override
    public String toString() {
      return "%s: %s: “%s” does not stand on %s"
          .formatted(entry, String.join(", ", claim.fields()), words(), claim.source());
    }
  }

  private Quotations(SortedMap<PageAddress, List<Quotation>> byPage) {
    this.byPage = byPage;
  }

  /** All that entries quote; a source that is no address to fetch from is left out. */
  static Quotations of(Collection<? extends Entry> entries) {
    SortedMap<PageAddress, List<Quotation>> byPage =
        new TreeMap<>(Comparator.comparing(PageAddress::toString));
    for (Entry entry : entries) {
      for (Claim claim : entry.provenance().claims()) {
        if (claim.words().isPresent()) {
          address(claim)
              .ifPresent(page ->
                  byPage
                      .computeIfAbsent(page, none -> new ArrayList<>())
                      .add(new Quotation(entry.id(), claim)));
        }
      }
    }
    return new Quotations(byPage);
  }

  private static Optional<PageAddress> address(Claim claim) {
    try {
      return Optional.of(PageAddress.of(claim.source().toString()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The pages to fetch. */
  List<Lead> leads() {
    return byPage.keySet().stream().map(page -> new Lead(page, Lead.START)).toList();
  }

  /** Whether something is quoted from a page. */
  boolean isOn(PageAddress page) {
    return byPage.containsKey(page);
  }

  /**
   * What looking them up came to.
   *
   * @param standing how many stand on their page
   * @param missing a sentence for each that does not, though its page can be read
   * @param unseen how many are quoted from pages that are not here or cannot be read
   */
  record Result(int standing, List<String> missing, int unseen) {}

  /** Looks them up in what was fetched. */
  Result lookUp(Frontier frontier, PageReader reader) {
    int standing = 0;
    int unseen = 0;
    List<String> missing = new ArrayList<>();
    for (Map.Entry<PageAddress, List<Quotation>> page : byPage.entrySet()) {
      Optional<String> text = frontier.contentNow(page.getKey()).flatMap(one -> text(one, reader));
      if (text.isEmpty()) {
        unseen += page.getValue().size();
        continue;
      }
      Map<Boolean, List<Quotation>> found =
          page.getValue().stream()
              .collect(Collectors.partitioningBy(one -> stands(one.words(), text.get())));
      standing += found.getOrDefault(true, List.of()).size();
      found.getOrDefault(false, List.of()).forEach(one -> missing.add(one.toString()));
    }
    return new Result(standing, missing, unseen);
  }

  private static Optional<String> text(Fetched page, PageReader reader) {
    Document document = new Document(page.address().uri(), Optional.of(page.type()), page.body());
    return reader.read(document) instanceof PageOutcome.Read read
        ? Optional.of(read.page().title().orElse("") + "\n" + read.page().text())
        : Optional.empty();
  }

  /** Whether all parts of a quotation stand in a text one after the other, in whatever spacing. */
  static boolean stands(String words, String text) {
    String all = plain(text);
    int from = 0;
    for (String part : LEFT_OUT.split(words)) {
      String wanted = plain(part);
      int at = all.indexOf(wanted, from);
      if (at < 0) {
        return false;
      }
      from = at + wanted.length() - 1;
    }
    return true;
  }

  /** The words with one space before and after each. */
  private static String plain(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return (" " + NO_WORD.matcher(folded).replaceAll(" ").strip() + " ");
  }
}
