/**
 * The shipped sample: real clusters and calls, gathered from public pages, for the first start and
 * the tests. {@code ORIGIN.md} beside the files says how they were gathered. This room gathers
 * nothing by itself.
 */
@NullMarked
package dk.brobygger.corpus.sample;

import org.jspecify.annotations.NullMarked;
