package dk.brobygger.corpus.entry;

/** What an opportunity offers or wants. */
public enum OpportunityKind {
  /** A product or service looking for buyers or distributors. */
  BUSINESS_OFFER,
  /** A buyer looking for a product or service. */
  BUSINESS_REQUEST,
  /** A technology looking for users. */
  TECHNOLOGY_OFFER,
  /** A need looking for a technology. */
  TECHNOLOGY_REQUEST,
  /** A research project looking for partners. */
  RESEARCH_REQUEST
}
