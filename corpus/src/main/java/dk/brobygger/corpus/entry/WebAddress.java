package dk.brobygger.corpus.entry;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The rule for every address an entry carries: it is shown as a link, so it must be the web. */
final class WebAddress {

  private WebAddress() {}

  static void check(String name, URI address) {
    @Nullable String scheme = address.getScheme();
    if (!("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))
        || address.getHost() == null) {
      throw new IllegalArgumentException(
          name + " is \"" + address + "\", must be an http or https address");
    }
  }
}
