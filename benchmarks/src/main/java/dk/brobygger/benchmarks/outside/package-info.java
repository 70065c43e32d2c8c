/**
 * Programs of others beside which the house is measured, each in a process of its own, since they
 * bring other versions of the same libraries or are no Java: OpenSearch and PostgreSQL. This room
 * starts and asks them; what they are asked and what their answers are worth is said elsewhere.
 */
@NullMarked
package dk.brobygger.benchmarks.outside;

import org.jspecify.annotations.NullMarked;
