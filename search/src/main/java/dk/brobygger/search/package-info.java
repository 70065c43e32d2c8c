/**
 * Asking: opening an engine, keeping it up with the store, and the command line of both. The rooms
 * below hold the rest; this one does not rank and knows no index format.
 */
@NullMarked
package dk.brobygger.search;

import org.jspecify.annotations.NullMarked;
