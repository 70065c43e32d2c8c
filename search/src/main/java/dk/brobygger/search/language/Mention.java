package dk.brobygger.search.language;

/**
 * A place in a text where a competence is spoken of.
 *
 * @param competence the competence's id
 * @param field the text field's name
 * @param start first character, in UTF-16 units from 0
 * @param end after the last character
 */
public record Mention(String competence, String field, int start, int end) {}
