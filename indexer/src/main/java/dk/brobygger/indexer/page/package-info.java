/**
 * From bytes to clean text: repairs broken encodings and takes HTML off. This room does not fetch
 * and does not read meaning out of a text.
 */
@NullMarked
package dk.brobygger.indexer.page;

import org.jspecify.annotations.NullMarked;
