-- What is counted and looked for at every visit is read from indexes alone: the pages carry their contents.
DROP INDEX page_site;
CREATE INDEX page_site ON page (site, visited, due, outcome);
CREATE INDEX page_due ON page (host, due, origin) WHERE due IS NOT NULL;
