/**
 * Relevance: files of candidates, ideas and past projects, tasks made of real projects by the year
 * they were signed and of real alliances, the measures of the field, and the plain peers. It ranks
 * nothing itself.
 */
@NullMarked
package dk.brobygger.benchmarks.relevance;

import org.jspecify.annotations.NullMarked;
