-- Feeds used to be worth the same as sitemaps that other sitemaps name.
UPDATE page SET worth = 950 WHERE worth = 899 AND (type LIKE '%rss%' OR type LIKE '%atom%');
UPDATE page SET worth = 900 WHERE worth = 899;
