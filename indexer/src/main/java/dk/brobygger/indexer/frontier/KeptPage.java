package dk.brobygger.indexer.frontier;

import dk.brobygger.indexer.fetch.PageAddress;
import java.time.Instant;

/**
 * A page of a site whose content lies here.
 *
 * @param address where it is
 * @param worth what it is worth beside others of its site, as of the {@link Lead} to it
 * @param shown the last moment at which the content was seen to be there
 * @param digest the SHA-256 of its content, in hexadecimal digits
 * @param reading what came of reading it last, as {@link Frontier#keep} was told
 */
public record KeptPage(
    PageAddress address, int worth, Instant shown, String digest, PageReading reading) {}
