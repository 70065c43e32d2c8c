package dk.brobygger.corpus.vocabulary;

/** Whose codes competences are linked to. */
public enum CodeScheme {
  /** Statistical classification of economic activities, Rev. 2: classes such as 28.11. */
  NACE,
  /** Common Procurement Vocabulary of the EU, 2008: eight digits. */
  CPV,
  /** European Science Vocabulary, as CORDIS sorts its projects: a path such as /23/53/373. */
  EUROSCIVOC
}
