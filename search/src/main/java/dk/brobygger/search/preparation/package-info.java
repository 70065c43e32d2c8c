/**
 * How a cluster gets ready for one call: what the call asks for, who has it, and which few partners
 * bring most of what the cluster lacks. It takes partners in the order of {@code match} and judges
 * neither calls, which {@code funding} does, nor whether a partner wants to take part.
 */
@NullMarked
package dk.brobygger.search.preparation;

import org.jspecify.annotations.NullMarked;
