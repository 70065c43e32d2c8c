package dk.brobygger.search.score;

import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.Organisation;
import dk.brobygger.corpus.entry.Participation;
import java.net.URI;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Words quoted from an entry: where they stand. The words themselves, and where they were read, are
 * looked up in the entry when they are asked for, since most reasons are weighed and never shown.
 *
 * @param of whose words they are
 * @param field the field they stand in, a text or a fact of the entry
 * @param start first character in that field, in UTF-16 units from 0
 * @param end after the last character
 */
public record Evidence(Entry of, String field, int start, int end) {

  /** Refuses a range that holds nothing. */
  public Evidence {
    if (start < 0 || start >= end) {
      throw new IllegalArgumentException(
          "range of " + field + " is " + start + " to " + end + ", must hold a character");
    }
  }

  /**
   * Quotes a whole field.
   *
   * @throws IllegalArgumentException if the entry has no such field
   */
  public static Evidence whole(Entry entry, String field) {
    return new Evidence(entry, field, 0, whole(entry, field, 0).length());
  }

  /**
   * Quotes the title of a project as it stands among those of one of its participants.
   *
   * @throws IllegalArgumentException if the organisation took no part in it
   */
  public static Evidence project(Organisation organisation, Participation project) {
    int start = 0;
    for (Participation one : organisation.projects()) {
      if (one.project().equals(project.project())) {
        return new Evidence(organisation, "projects", start, start + one.title().length());
      }
      start += one.title().length() + 1;
    }
    throw new IllegalArgumentException(
        organisation.id() + " has no project " + project.project() + ", must have taken part");
  }

  /** The same words and so many more characters of the field. */
  public Evidence longer(int characters) {
    return new Evidence(of, field, start, end + characters);
  }

  /** The entry whose words they are. */
  public EntryId entry() {
    return of.id();
  }

  /**
   * The words: exactly the characters from start to end.
   *
   * @throws IllegalArgumentException if the entry has no such field or the field no such range
   */
  public String text() {
    return whole(of, field, end).substring(start, end);
  }

  private static String whole(Entry entry, String field, int least) {
    String whole =
        entry
            .field(field)
            .orElseThrow(() -> new IllegalArgumentException(entry.id() + " has no field " + field))
            .text();
    if (whole.length() < least) {
      throw new IllegalArgumentException(
          "range of " + field + " ends at " + least + ", must lie within 0 to " + whole.length());
    }
    return whole;
  }

  /** The public address where the field was read, where known. */
  public Optional<URI> source() {
    return claim().map(Claim::source);
  }

  /** The day it was read, where known. */
  public Optional<LocalDate> date() {
    return claim().map(Claim::date);
  }

  private Optional<Claim> claim() {
    return of.provenance().of(field);
  }

  /** The same words at the same place, whatever else the entry says by now. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Evidence same
        && same.entry().equals(entry())
        && same.field.equals(field)
        && same.start == start
        && same.end == end
        && same.text().equals(text());
  }

  @Override
  public int hashCode() {
    return Objects.hash(entry(), field, start, end);
  }

  @Override
  public String toString() {
    return entry() + " " + field + " " + start + " to " + end + " \"" + text() + "\"";
  }
}
