/**
 * From a page to entries: reads out of texts what they say of a call or a cluster, each fact with
 * the words it was read from. This room does not fetch, does not join what several pages say, and
 * would rather leave a fact out than guess it.
 */
@NullMarked
package dk.brobygger.indexer.extract;

import org.jspecify.annotations.NullMarked;
