package dk.brobygger.indexer.frontier;

import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.fetch.Validators;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a source answered to a question of its own kind.
 *
 * @param address where it was asked
 * @param askedFor names what it was asked for, so that it need not be asked again for the same
 * @param day the day it was last asked
 * @param isFresh whether what it is about was new to us when it was first asked
 * @param validators what to ask with the next time
 * @param body the answer, unpacked; empty where there was none to be had
 */
public record Answer(
    PageAddress address,
    String askedFor,
    LocalDate day,
    boolean isFresh,
    Validators validators,
    Optional<byte[]> body) {}
