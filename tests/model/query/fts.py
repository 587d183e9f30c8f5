"""The real tokenizer of the index, to compare with."""

from sqlcipher3 import dbapi2

from controlroom.model.query.fold import GLUED, plain

PLAIN = "unicode61 remove_diacritics 2"
APART = f"{PLAIN} separators '{GLUED}'"


class Index:
    """A full-text index in memory, of texts and words made plain as the cache does it."""

    def __init__(self, tokenizer: str = APART) -> None:
        self._sql = dbapi2.connect(":memory:")
        self._sql.execute(f'create virtual table posts using fts5(text, tokenize="{tokenizer}")')
        self._sql.execute("create virtual table words using fts5vocab(posts, instance)")

    def close(self) -> None:
        self._sql.close()

    def words(self, text: str) -> list[str]:
        """Returns the tokens of a text, in order."""
        self._only(text)
        return [term for (term,) in self._sql.execute("select term from words order by offset")]

    def words_of_each(self, texts: list[str]) -> list[list[str]]:
        """Returns the tokens of many texts."""
        self._sql.execute("delete from posts")
        rows = enumerate(map(plain, texts))
        self._sql.executemany("insert into posts(rowid, text) values (?, ?)", rows)
        found: list[list[str]] = [[] for _ in texts]
        for term, row in self._sql.execute("select term, doc from words order by doc, offset"):
            found[row].append(term)
        return found

    def matches(self, text: str, looked_for: str, prefix: bool = False) -> bool:
        """Tells whether the index finds the words side by side."""
        self._only(text)
        quoted = plain(looked_for).replace('"', '""')
        match = f'"{quoted}"' + "*" * prefix
        return bool(
            self._sql.execute("select 1 from posts where posts match ?", (match,)).fetchall()
        )

    def _only(self, text: str) -> None:
        self._sql.execute("delete from posts")
        self._sql.execute("insert into posts(rowid, text) values (1, ?)", (plain(text),))
