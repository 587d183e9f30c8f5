"""The query language of search box, streams, column filters and alerts."""
