/**
 * Calls: which ones a cluster can still apply for, how well they fit its profile and why, what
 * stands against it, and who has won calls like it. This room knows no engine and keeps nothing;
 * deadlines are judged at the moment it is given.
 */
@NullMarked
package dk.brobygger.search.funding;

import org.jspecify.annotations.NullMarked;
