/**
 * Texts as vectors that lie near each other where the texts mean nearly the same, by a model from a
 * folder that somebody names. No model is shipped, and nothing here is needed without one: the
 * libraries that read it come with the batch interface only.
 *
 * <p>This room downloads and trains nothing, keeps no vectors, and does not say what a likeness
 * counts: the weights of {@code signal} do.
 */
@NullMarked
package dk.brobygger.search.sentence;

import org.jspecify.annotations.NullMarked;
