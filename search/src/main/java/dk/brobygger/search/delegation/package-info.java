/**
 * Delegations: who meets whom, when and where.
 *
 * <p>{@link dk.brobygger.search.delegation.Delegation} is what is wished and what must hold, {@link
 * dk.brobygger.search.delegation.Planner} makes a {@link dk.brobygger.search.delegation.Plan} of it
 * with a proof of how good it is. A search by moves and evictions finds plans, a linear programme
 * bounds what any plan can be worth, and CP-SAT closes what is left between the two and names the
 * musts that cannot hold together. What came of the meetings afterwards is an {@link
 * dk.brobygger.search.delegation.Outcome} on its delegation and an {@link
 * dk.brobygger.search.delegation.Encounter} to everybody else. This room prints no papers and asks
 * nobody.
 */
@NullMarked
package dk.brobygger.search.delegation;

import org.jspecify.annotations.NullMarked;
