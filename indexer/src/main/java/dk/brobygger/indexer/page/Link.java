package dk.brobygger.indexer.page;

import java.net.URI;

/**
 * A link of a page to the web.
 *
 * @param target an http or https address without fragment
 * @param text the words of the link; may be empty
 */
public record Link(URI target, String text) {}
