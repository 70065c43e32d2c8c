/**
 * The papers of a delegation: a briefing for each delegate and one for all as HTML and PDF, the
 * schedule as a calendar (RFC 5545) and as a workbook. All say what the plan says; this room plans
 * nothing, and sends nothing to anybody.
 */
@NullMarked
package dk.brobygger.web.paper;

import org.jspecify.annotations.NullMarked;
