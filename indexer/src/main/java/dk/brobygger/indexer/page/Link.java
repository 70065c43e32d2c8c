package dk.brobygger.indexer.page;

import java.net.URI;

/**
 * A link of a page to the web, which it does not ask machines not to follow.
 *
 * @param target an http or https address without fragment
 * @param text the words of the link, or the title of a feed; may be empty
 * @param isFeed whether the page calls it a feed of its news
 */
public record Link(URI target, String text, boolean isFeed) {}
