/**
 * The one JSON form of an entry: one object, and JSON Lines of many. Store, sample, import, API and
 * command line all use it.
 *
 * <p>Fields that this version does not know are kept and written back. A bad line is refused with
 * its number and the reason, and the rest goes on. This room does not fetch, keep or judge entries.
 */
@NullMarked
package dk.brobygger.corpus.json;

import org.jspecify.annotations.NullMarked;
