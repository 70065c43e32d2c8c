package dk.brobygger.corpus.entry;

import java.util.Optional;

/**
 * What a call belongs to.
 *
 * @param programme the programme's id, as in {@code Programme}
 * @param callIdentifier the identifier of the call that holds the topic
 * @param callTitle the title of that call
 * @param destination the part of the work programme it serves
 */
public record CallFamily(
    String programme,
    Optional<String> callIdentifier,
    Optional<String> callTitle,
    Optional<String> destination) {}
