/**
 * Asking: opening an engine, keeping it up with the store, and the command line of both. The rooms
 * below hold the rest; this one does not rank and knows no index format.
 *
 * <p>{@code corpus check} stands here too, though it asks no engine: what it says is computed in
 * {@code corpus}, but only here is there a command line, and one way to refuse its arguments.
 */
@NullMarked
package dk.brobygger.search;

import org.jspecify.annotations.NullMarked;
