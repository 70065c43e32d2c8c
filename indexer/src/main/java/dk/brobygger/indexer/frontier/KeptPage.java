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
 * @param readBy what the content was last read by, as {@link Frontier#keep} was told; empty if it
 *     never was
 * @param said what was read then; may be empty
 */
public record KeptPage(
    PageAddress address, int worth, Instant shown, String digest, String readBy, String said) {}
