package dk.brobygger.search.language;

/**
 * A known word that is written nearly like one that was typed.
 *
 * @param word the known word, in small letters
 * @param edits how many letters are more, less, other or changed with their neighbour: 0 to 2
 * @param entries in how many entries it stands; 0 where only the vocabulary has it
 */
public record SimilarWord(String word, int edits, int entries) {}
