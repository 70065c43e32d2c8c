package dk.brobygger.search.preparation;

import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Match;

/**
 * A partner that has a competence.
 *
 * @param partner the partner, with its rank among the cluster's partners
 * @param words the words of its profile that say so
 */
public record Provider(Match partner, Evidence words) {}
