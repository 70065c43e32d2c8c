package dk.brobygger.indexer.page;

/**
 * Something a page says of itself to machines.
 *
 * @param name what is said: {@code title}, the name of an Open Graph property such as {@code
 *     og:site_name}, or the path of a schema.org organisation's property such as {@code
 *     organization.address.addressLocality}
 * @param value what it says; never blank
 * @param start where the value stands in {@link Page#text()}
 */
public record Property(String name, String value, int start) {}
