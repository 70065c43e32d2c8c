/**
 * Measuring: how good the ranking is beside its peers, on real data with a split in time. The
 * command line of {@code rank}, {@code evaluate} and {@code learn}. This room decides nothing that
 * a user meets, but for the weights that {@code learn} writes.
 */
@NullMarked
package dk.brobygger.benchmarks;

import org.jspecify.annotations.NullMarked;
