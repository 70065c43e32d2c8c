package dk.brobygger.indexer.source;

import com.fasterxml.jackson.databind.JsonNode;
import dk.brobygger.indexer.page.CleanText;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** One record of a portal's JSON: every value may be missing, null or blank. */
record JsonRecord(JsonNode node) {

  /** Clean text; empty where there is none. */
  Optional<String> text(String name) {
    return raw(name).map(CleanText::of).filter(text -> !text.isEmpty());
  }

  /** The value as it stands, without space around it; empty where there is none. */
  Optional<String> raw(String name) {
    JsonNode value = node.path(name);
    return value.isTextual()
        ? Optional.of(value.textValue().strip()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  String required(String name) {
    return text(name)
        .orElseThrow(() ->
            new IllegalArgumentException(
                name
                    + (raw(name).isPresent() ? " says nothing" : " is missing")
                    + ", must be a text"));
  }

  /** A title: the first line of a text, since some portals' titles run on into a description. */
  String title(String name) {
    return required(name).lines().findFirst().orElseThrow();
  }

  /** A positive amount, rounded; the portal's 0 means unknown. */
  Optional<Long> amount(String name) {
    JsonNode value = node.path(name);
    return value.isNumber()
        ? Optional.of(Math.round(value.doubleValue())).filter(amount -> amount > 0)
        : Optional.empty();
  }

  Optional<Integer> count(String name) {
    return amount(name).filter(amount -> amount <= Integer.MAX_VALUE).map(Long::intValue);
  }

  /** A day; of a moment its day, whatever zone is written behind. */
  Optional<LocalDate> day(String name) {
    return moment(name).map(LocalDateTime::toLocalDate);
  }

  /** A moment as it is written, to the second, whatever zone is written behind; a day begins it. */
  Optional<LocalDateTime> moment(String name) {
    return raw(name)
        .map(written -> {
          try {
            return written.length() == 10
                ? LocalDate.parse(written).atStartOfDay()
                : LocalDateTime.parse(written.substring(0, Math.min(19, written.length())));
          } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                name + " is \"" + written + "\", must be a date such as 2026-09-15", e);
          }
        });
  }

  URI address(String name) {
    String written = required(name);
    try {
      return URI.create(written.replace(" ", "%20"));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          name + " is \"" + written + "\", must be an http or https address");
    }
  }

  JsonRecord at(String name) {
    return new JsonRecord(node.path(name));
  }
}
