package dk.brobygger.indexer.frontier;

import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.fetch.Validators;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The answers in the crawl file, inside one transaction. */
final class Answers {

  private final Handle handle;

  Answers(Handle handle) {
    this.handle = handle;
  }

  Optional<Answer> at(PageAddress address) {
    return handle
        .createQuery("SELECT * FROM answer WHERE address = :address")
        .bind("address", address.toString())
        .map((row, context) ->
            new Answer(
                address,
                row.getString("asked_for"),
                LocalDate.parse(row.getString("day")),
                row.getBoolean("fresh"),
                new Validators(
                    Optional.ofNullable(row.getString("etag")),
                    Optional.ofNullable(row.getString("modified"))),
                Optional.ofNullable(row.getBytes("body")).map(Packed::unpack)))
        .findOne();
  }

  int keep(Answer answer) {
    return handle
        .createUpdate(
            """
            INSERT OR REPLACE INTO answer (address, asked_for, day, fresh, etag, modified, body)
            VALUES (:address, :askedFor, :day, :fresh, :etag, :modified, :body)
            """)
        .bind("address", answer.address().toString())
        .bind("askedFor", answer.askedFor())
        .bind("day", answer.day().toString())
        .bind("fresh", answer.isFresh())
        .bind("etag", answer.validators().etag().orElse(null))
        .bind("modified", answer.validators().lastModified().orElse(null))
        .bind("body", answer.body().map(Packed::pack).orElse(null))
        .execute();
  }
}
