package dk.brobygger.web.account;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A mail that was written to a subscriber, and what became of it.
 *
 * @param id its Message-ID
 * @param day the day it tells of
 * @param kind what it is about: digest, closing or confirm
 * @param to the address it goes to
 * @param tries how often it was handed over
 * @param outcome waiting, accepted, bounced or given-up
 * @param answer what the server said last, where it said something
 * @param text the whole mail (RFC 5322)
 * @param after the last day that was told of before, where it is a digest
 * @param known the number of the newest statement that was recorded then
 * @param newest that of the newest one when it was written
 * @param calls all calls it tells of, with spaces between them
 */
record Mail(
    String id,
    LocalDate day,
    String kind,
    String to,
    int tries,
    String outcome,
    Optional<String> answer,
    String text,
    Optional<LocalDate> after,
    Optional<Long> known,
    Optional<Long> newest,
    Optional<String> calls) {}
