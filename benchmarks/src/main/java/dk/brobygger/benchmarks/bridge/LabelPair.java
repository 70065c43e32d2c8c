package dk.brobygger.benchmarks.bridge;

/**
 * The same said in Danish and in English.
 *
 * @param source the list it stands in
 * @param code its code there
 * @param danish what it is called in Danish
 * @param english what it is called in English
 */
record LabelPair(String source, String code, String danish, String english) {}
