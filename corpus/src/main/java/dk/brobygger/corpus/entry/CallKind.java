package dk.brobygger.corpus.entry;

/** Where a call comes from, and so how it is applied for. */
public enum CallKind {
  /** A topic of an EU programme (portal type 1). */
  TOPIC,
  /** A call of the EU's external action (portal type 2). */
  EXTERNAL,
  /** A cascade call: money passed on by a running project (portal type 8). */
  CASCADE,
  /** A national, Nordic or regional scheme. */
  NATIONAL
}
