/**
 * The door for staff, who give the key that the server prints at its start, and the page on which
 * they watch over the crawler. This room lets people in and shows what was found; it starts no
 * crawl and changes no entry.
 */
@NullMarked
package dk.brobygger.web.staff;

import org.jspecify.annotations.NullMarked;
