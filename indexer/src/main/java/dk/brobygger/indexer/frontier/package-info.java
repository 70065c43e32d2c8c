/**
 * Which address next: what waits at which host, when each may be asked, what became of each page
 * and when it is visited again, in one SQLite file of its own beside the store.
 *
 * <p>Before a request goes out, that its host is being asked is on disk; after its answer, what
 * came of it is. A process killed at any moment therefore loses nothing, and when it comes back it
 * lets every host rest that it was asking. The file can be deleted: then all pages are new. This
 * room does not fetch, does not wait, reads no clock and does not understand pages.
 */
@NullMarked
package dk.brobygger.indexer.frontier;

import org.jspecify.annotations.NullMarked;
