/**
 * What one subscriber is told of a day: which calls are new, changed or closing, each once, those
 * of them that answer the subscription, best first.
 *
 * <p>A call is new on the day a source first stated it, changed on the day a source stated
 * something else, and closing by the calendar of Brussels; when the readings were recorded, and how
 * often, plays no part. This room does not match, does not word or send anything, and does not
 * remember who was told what.
 */
@NullMarked
package dk.brobygger.search.digest;

import org.jspecify.annotations.NullMarked;
