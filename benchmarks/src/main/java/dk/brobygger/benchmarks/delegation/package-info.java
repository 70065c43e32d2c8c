/**
 * Many delegations planned and judged by a program that shares no code with the planner. Measures
 * plans, not the papers of them.
 */
@NullMarked
package dk.brobygger.benchmarks.delegation;

import org.jspecify.annotations.NullMarked;
