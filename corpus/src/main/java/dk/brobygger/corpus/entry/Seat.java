package dk.brobygger.corpus.entry;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where somebody is at home.
 *
 * @param country two letters, EU style (EL is Greece, UK the United Kingdom)
 * @param region NUTS 2021 code of level 1 to 3, where known
 * @param place city or town, where known
 */
public record Seat(String country, Optional<String> region, Optional<String> place) {

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern REGION = Pattern.compile("[A-Z]{2}[0-9A-Z]{0,3}");

  /** Checks the form of the codes, and that the region lies in the country. */
  public Seat {
    check("country", country, COUNTRY, "two capital letters, such as DK");
    String home = country;
    region.ifPresent(code -> {
      check("region", code, REGION, "a NUTS code, such as DK032");
      if (!code.startsWith(home)) {
        throw new IllegalArgumentException(
            "region is \"" + code + "\", must lie in the country " + home);
      }
    });
  }

  /** A country and no more. */
  public static Seat in(String country) {
    return new Seat(country, Optional.empty(), Optional.empty());
  }

  static void checkCountry(String name, String code) {
    check(name, code, COUNTRY, "two capital letters, such as DK");
  }

  private static void check(String name, String value, Pattern pattern, String rule) {
    if (!pattern.matcher(value).matches()) {
      throw new IllegalArgumentException(name + " is \"" + value + "\", must be " + rule);
    }
  }
}
