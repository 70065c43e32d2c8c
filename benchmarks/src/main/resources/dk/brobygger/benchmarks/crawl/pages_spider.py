"""Follows every link of the sites whose addresses stand in a file, as the crawler beside it does."""

import scrapy


class Pages(scrapy.Spider):
    name = "pages"

    def start_requests(self):
        with open(self.starts) as starts:
            for address in starts.read().split():
                yield scrapy.Request(address)

    def parse(self, response):
        for target in response.xpath("//a/@href").getall():
            yield scrapy.Request(response.urljoin(target))
