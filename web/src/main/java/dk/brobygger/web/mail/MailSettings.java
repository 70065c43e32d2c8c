package dk.brobygger.web.mail;

import dk.brobygger.web.account.Subscribers;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * How mail is sent, from {@code mail.properties} of the data folder; without that file mails become
 * files.
 *
 * @param from the sender's address
 * @param site where the pages are, without a slash at the end
 * @param at the time of day in Copenhagen at which {@code serve} sends; not at all where empty
 * @param smtp the server that takes mail; mails become files where empty
 * @param dkim signs mail; not signed where empty
 */
public record MailSettings(
    String from, URI site, Optional<LocalTime> at, Optional<Smtp> smtp, Optional<Dkim> dkim) {

  /** The name of the file. */
  public static final String FILE = "mail.properties";

  /** What stands for a folder without the file. */
  public static final MailSettings NONE =
      new MailSettings(
          "brobygger@localhost",
          URI.create("http://127.0.0.1:8080"),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final Set<String> KNOWN =
      Set.of(
          "from",
          "site",
          "at",
          "smtp.host",
          "smtp.port",
          "smtp.tls",
          "smtp.user",
          "smtp.password",
          "dkim.domain",
          "dkim.selector",
          "dkim.key");

  /** How the connection is made safe. */
  public enum Tls {
    /** Encrypted from the first byte (RFC 8314). */
    TLS,
    /** Encrypted after STARTTLS, or nothing is sent (RFC 3207). */
    STARTTLS,
    /** Not at all: for a server on the same machine. */
    NONE
  }

  /**
   * A server that takes mail.
   *
   * @param host its name
   * @param port its port
   * @param tls how the connection is made safe
   * @param user who we are there, with the password; nobody where empty
   */
  public record Smtp(String host, int port, Tls tls, Optional<Login> user) {}

  /**
   * Who we are.
   *
   * @param name the name
   * @param password the password
   */
  public record Login(String name, String password) {
    @Override
    public String toString() {
      return "Login[name=" + name + "]";
    }
  }

  /**
   * Signs mail (RFC 6376).
   *
   * @param domain the signing domain
   * @param selector the selector of the key in DNS
   * @param key a PKCS #8 file in DER
   */
  public record Dkim(String domain, String selector, Path key) {}

  /**
   * The settings of a data folder.
   *
   * @param folder the data folder
   * @param site where the pages are unless the file says it
   * @throws IllegalArgumentException if the file cannot be used; the message names it, what stands
   *     there and the rule
   */
  public static MailSettings of(Path folder, URI site) {
    Path file = folder.resolve(FILE);
    Properties properties = new Properties();
    if (!Files.exists(file)) {
      return of(properties, folder, site);
    }
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
      return of(properties, folder, site);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + file + ": " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private static MailSettings of(Properties properties, Path folder, URI usual) {
    for (String name : properties.stringPropertyNames()) {
      if (!KNOWN.contains(name)) {
        throw new IllegalArgumentException("there is no setting \"" + name + "\"");
      }
    }
    refuseHalf(properties, "smtp.", "smtp.host");
    refuseHalf(properties, "dkim.", "dkim.domain");
    return new MailSettings(
        text(properties, "from").map(MailSettings::address).orElse(NONE.from),
        text(properties, "site").map(MailSettings::site).orElse(usual),
        text(properties, "at").map(MailSettings::time),
        text(properties, "smtp.host").map(host -> smtp(host, properties)),
        text(properties, "dkim.domain").map(domain -> dkim(domain, properties, folder)));
  }

  /** What only says more of something that is not there would be passed over without a word. */
  private static void refuseHalf(Properties properties, String beginning, String first) {
    if (properties.stringPropertyNames().stream().anyMatch(name -> name.startsWith(beginning))) {
      required(properties, first);
    }
  }

  private static String address(String written) {
    if (Subscribers.isAddress(written)) {
      return written;
    }
    throw new IllegalArgumentException(
        "from is \"" + written + "\", must be a mail address alone, such as digest@example.org");
  }

  private static Optional<String> text(Properties properties, String name) {
    return Optional.ofNullable(properties.getProperty(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private static String required(Properties properties, String name) {
    return text(properties, name)
        .orElseThrow(() -> new IllegalArgumentException(name + " is missing, must be given"));
  }

  private static URI site(String written) {
    if (!written.matches("https?://[^\\s/]+(/[^\\s]*[^/\\s])?")) {
      throw new IllegalArgumentException(
          "site is \"" + written + "\", must be an address such as https://brobygger.example");
    }
    return URI.create(written);
  }

  private static LocalTime time(String written) {
    try {
      return LocalTime.parse(written);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "at is \"" + written + "\", must be a time of day such as 06:30", e);
    }
  }

  private static Smtp smtp(String host, Properties properties) {
    Tls tls = tls(text(properties, "smtp.tls").orElse("starttls"));
    int usual = tls == Tls.TLS ? 465 : tls == Tls.STARTTLS ? 587 : 25;
    return new Smtp(
        host,
        text(properties, "smtp.port").map(MailSettings::port).orElse(usual),
        tls,
        text(properties, "smtp.user")
            .map(name -> new Login(name, required(properties, "smtp.password"))));
  }

  private static Tls tls(String written) {
    return switch (written) {
      case "tls" -> Tls.TLS;
      case "starttls" -> Tls.STARTTLS;
      case "none" -> Tls.NONE;
      default ->
          throw new IllegalArgumentException(
              "smtp.tls is \""
                  + written
                  + "\", must be one of "
                  + List.of("tls", "starttls", "none"));
    };
  }

  private static int port(String written) {
    if (written.matches("[1-9]\\d{0,4}") && Integer.parseInt(written) <= 65_535) {
      return Integer.parseInt(written);
    }
    throw new IllegalArgumentException("smtp.port is \"" + written + "\", must be 1 to 65535");
  }

  private static Dkim dkim(String domain, Properties properties, Path folder) {
    return new Dkim(
        domain,
        required(properties, "dkim.selector"),
        key(folder.resolve(required(properties, "dkim.key"))));
  }

  private static Path key(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("dkim.key is " + file + ", must be a file");
    }
    return file;
  }
}
