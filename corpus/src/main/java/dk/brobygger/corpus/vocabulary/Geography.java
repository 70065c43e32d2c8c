package dk.brobygger.corpus.vocabulary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of countries and regions by their codes.
 *
 * <p>Countries are written as the EU does: EL for Greece, UK for the United Kingdom, all others as
 * in ISO 3166. Their names in Danish and English are those of Unicode's CLDR, which every JDK
 * carries. Regions are NUTS codes of level 1 to 3 with their local names, from the code list {@code
 * nuts} of the eForms SDK 1.13.0 (European Union, CC BY 4.0); the 26 MB of the SDK stay out of the
 * program, {@code RegionExtract} among the tests makes the list. Towns are those of GeoNames (CC BY
 * 4.0); {@code TownExtract} among the tests makes their list.
 */
public final class Geography {

  /** EU style to ISO 3166 where they differ. */
  private static final Map<String, String> ISO = Map.of("EL", "GR", "UK", "GB");

  private static final Set<String> ISO_CODES = Set.of(Locale.getISOCountries());

  /** The 27 Member States of the EU. */
  private static final Set<String> MEMBER_STATES =
      Set.of(
          "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE",
          "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

  /**
   * Countries associated to Horizon Europe (European Commission, association to Horizon Europe;
   * Japan by the transitional arrangement for the calls of 2026 and 2027). Those far away, from
   * Canada to New Zealand, are associated to its second pillar alone.
   */
  private static final Set<String> ASSOCIATED =
      Set.of(
          "AL", "AM", "BA", "CA", "CH", "EG", "FO", "GE", "IL", "IS", "JP", "KR", "MD", "ME", "MK",
          "NO", "NZ", "RS", "TN", "TR", "UA", "UK", "XK");

  private static final Set<String> COUNTRIES =
      ISO_CODES.stream().map(Geography::euCode).collect(Collectors.toUnmodifiableSet());

  private Geography() {}

  /** The codes of all countries, EU style. */
  public static Set<String> countries() {
    return COUNTRIES;
  }

  /** The code as the EU writes it: EL for GR, UK for GB. */
  public static String euCode(String country) {
    return switch (country) {
      case "GR" -> "EL";
      case "GB" -> "UK";
      default -> country;
    };
  }

  /** Whether there is a country with this code, EU style. */
  public static boolean isCountry(String code) {
    return ISO_CODES.contains(ISO.getOrDefault(code, code)) && euCode(code).equals(code);
  }

  /** Whether it is a Member State of the EU. */
  public static boolean isMemberState(String country) {
    return MEMBER_STATES.contains(country);
  }

  /** Whether it is associated to the research of the EU, Horizon Europe, in whole or in part. */
  public static boolean isAssociated(String country) {
    return ASSOCIATED.contains(country);
  }

  /** The name of a country; the code itself where there is no such country. */
  public static String countryName(String code, Language language) {
    return isCountry(code)
        ? Locale.of("", ISO.getOrDefault(code, code)).getDisplayCountry(Locale.of(language.code()))
        : code;
  }

  /** The local name of a NUTS region; empty where the list has none. */
  public static Optional<String> regionName(String code) {
    return Optional.ofNullable(Regions.NAMES.get(code));
  }

  /**
   * The region of a country with this local name, the smallest where several share it.
   *
   * @param country two letters, EU style
   * @param name whatever its capitals; {@code Vizcaya} is not found where the list has {@code
   *     Bizkaia}
   */
  public static Optional<String> region(String country, String name) {
    return Regions.NAMES.entrySet().stream()
        .filter(region -> region.getKey().startsWith(country))
        .filter(region -> region.getValue().equalsIgnoreCase(name))
        .map(Map.Entry::getKey)
        .max(Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder()));
  }

  /**
   * The smallest region in which a town lies; known for towns of Denmark with 1,000 inhabitants or
   * more.
   *
   * @param country two letters, EU style
   * @param town whatever its capitals, {@code Århus} as well as {@code Aarhus}, {@code Horsholm} as
   *     well as {@code Hørsholm}; a district of its post, as in {@code Aarhus C}, may stand behind
   *     it
   */
  public static Optional<String> regionOfTown(String country, String town) {
    String key = Towns.key(country, town);
    return Optional.ofNullable(Towns.REGIONS.get(key))
        .or(() ->
            Optional.ofNullable(Towns.REGIONS.get(Towns.DISTRICT.matcher(key).replaceFirst(""))));
  }

  /** Read at first use. */
  private static final class Towns {

    private static final Pattern DISTRICT = Pattern.compile(" (?:[kvnsocm]|nv|no|sv|so|ost)$");

    private static final Map<String, String> REGIONS = read();

    /** In plain letters, as some write Danish ones: o or oe, ae, aa. */
    private static String key(String country, String town) {
      String plain =
          town.strip()
              .toLowerCase(Locale.ROOT)
              .replace("å", "aa")
              .replace("æ", "ae")
              .replace("ø", "o")
              .replace("oe", "o");
      return country + " " + plain;
    }

    private static Map<String, String> read() {
      Map<String, String> regions = new HashMap<>();
      lines(
          "towns.tsv",
          line -> {
            String[] columns = line.split("\t", -1);
            regions.put(key(columns[0], columns[1]), columns[2]);
          });
      return regions;
    }
  }

  private static void lines(String file, Consumer<String> reader) {
    try (InputStream in = Objects.requireNonNull(Geography.class.getResourceAsStream(file));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().forEach(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the shipped " + file, e);
    }
  }

  /** Read at first use. */
  private static final class Regions {

    private static final Map<String, String> NAMES = read();

    private static Map<String, String> read() {
      Map<String, String> names = new HashMap<>();
      lines(
          "regions.tsv",
          line -> {
            int tab = line.indexOf('\t');
            names.put(line.substring(0, tab), line.substring(tab + 1));
          });
      return names;
    }
  }
}
