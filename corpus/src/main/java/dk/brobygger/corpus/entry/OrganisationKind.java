package dk.brobygger.corpus.entry;

/** What sort of organisation it is, after CORDIS's {@code activityType}. */
public enum OrganisationKind {
  /** HES: higher or secondary education. */
  EDUCATION,
  /** REC: research organisation. */
  RESEARCH,
  /** PRC: private for-profit company. */
  COMPANY,
  /** PUB: public body. */
  PUBLIC,
  /** OTH: everybody else. */
  OTHER
}
