package dk.brobygger.indexer.reconcile;

import dk.brobygger.corpus.entry.Claim;
import java.net.URI;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How much a source is worth for a field.
 *
 * <p>Best is who must know: of a label those who award it, of numbers, kind and projects the EU,
 * and of everything else the organisation's own site. Then come platforms that publish what
 * organisations say of themselves, and then all others. The better source wins, unless it was read
 * two years or more before the other: a site that nobody has been able to read so long says little.
 * Of two that are equally good the newer wins, and on one day the one read last.
 */
final class Worth {

  private static final int YEARS = 2;

  private static final Set<String> LABELLERS =
      Set.of("eucles.be", "eucles.org", "cluster-analysis.org");
  private static final Set<String> PLATFORMS =
      Set.of("europa.eu", "clustercollaboration.eu", "eucles.be", "clusterexcellencedenmark.dk");
  private static final Set<String> OF_THE_EU = Set.of("pic", "vat", "sme", "kind", "projects");

  /** The site of who it is about; empty where that is not known. */
  private final Optional<String> ownHost;

  Worth(Optional<URI> site) {
    this.ownHost = site.map(Worth::host);
  }

  /** The host of an address in small letters, without {@code www.}. */
  static String host(URI address) {
    return String.valueOf(address.getHost()).toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
  }

  /** Whether what was read beats what is known. */
  boolean beats(String field, Claim read, Claim known) {
    int better = Integer.compare(rank(field, read), rank(field, known));
    if (better == 0) {
      return !read.date().isBefore(known.date());
    }
    return better > 0
        ? !isMuchOlder(read.date(), known.date())
        : isMuchOlder(known.date(), read.date());
  }

  private static boolean isMuchOlder(LocalDate one, LocalDate other) {
    return !one.plusYears(YEARS).isAfter(other);
  }

  private int rank(String field, Claim claim) {
    String host = host(claim.source());
    boolean knows =
        field.equals("label")
            ? isOf(LABELLERS, host)
            : OF_THE_EU.contains(field)
                ? isOf(Set.of("europa.eu"), host)
                : ownHost.filter(own -> isOf(Set.of(own), host)).isPresent();
    return knows ? 3 : isOf(PLATFORMS, host) ? 2 : 1;
  }

  /** The host itself or one below it. */
  private static boolean isOf(Set<String> hosts, String host) {
    return hosts.stream().anyMatch(one -> host.equals(one) || host.endsWith("." + one));
  }
}
