"""The rules of the filtered stream: kept for each application, and which of them a post matches."""

from dataclasses import dataclass, field
from typing import Any

import msgspec

from controlroom.exercise.faces.x.calls import Call, Question, Reply, Site
from controlroom.exercise.faces.x.ids import id_at
from controlroom.exercise.faces.x.moments import written_ms
from controlroom.exercise.faces.x.problems import invalid, invalid_body, invalid_rules, kind
from controlroom.exercise.faces.x.query import NoQuery, Test, compiled
from controlroom.exercise.faces.x.subject import Subject

Json = dict[str, Any]
PATH = "/2/tweets/search/stream/rules"


class NewRule(msgspec.Struct, forbid_unknown_fields=True):
    """A rule in the words of X's query language."""

    value: str
    tag: str | None = None


class Removed(msgspec.Struct, forbid_unknown_fields=True):
    """Rules that are to go."""

    ids: list[str] = []
    values: list[str] = []


class Change(msgspec.Struct, forbid_unknown_fields=True):
    """What is to become of the rules."""

    add: list[NewRule] | None = None
    delete: Removed | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `test` is its value as a test of posts."""

    id: str
    value: str
    tag: str | None
    test: Test

    def told(self) -> Json:
        return self.matched() | {"value": self.value}

    def matched(self) -> Json:
        return {"id": self.id} | ({} if self.tag is None else {"tag": self.tag})


@dataclass(slots=True)
class Rules:
    """Keeps the rules of every application."""

    site: Site
    _kept: dict[str, dict[str, Rule]] = field(default_factory=dict)
    _made: int = 0

    def calls(self) -> list[Call]:
        """Returns what may be asked."""
        known = frozenset(("ids", "max_results", "pagination_token"))
        changing = frozenset(("dry_run", "delete_all"))
        return [
            Call("GET", PATH, "rules", self.told, user=False, app=True, parameters=known),
            Call("POST", PATH, "change rules", self.change, user=False, app=True,
                 parameters=changing),
        ]  # fmt: skip

    def of(self, app: str) -> dict[str, Rule]:
        """Returns an application's rules by id."""
        return self._kept.setdefault(app, {})

    def matched(self, app: str, subject: Subject) -> list[Json]:
        """Returns which of an application's rules a post matches."""
        return [rule.matched() for rule in self.of(app).values() if rule.test(subject)]

    async def told(self, question: Question) -> Reply:
        """The rules there are."""
        wanted = question.query.get("ids", "")
        ids = wanted.split(",") if wanted else None
        rules = self.of(question.grant.app).values()
        told = [rule.told() for rule in rules if ids is None or rule.id in ids]
        meta = self._meta() | {"result_count": len(told)}
        return Reply(({"data": told} if told else {}) | {"meta": meta})

    async def change(self, question: Question) -> Reply:
        """Adds or removes rules."""
        body = await question.body(Change)
        trial = question.query.get("dry_run", "").casefold() == "true"
        if body.add:
            return self._add(question.grant.app, body.add, trial=trial)
        if body.delete is None:
            raise invalid_body("Either add or delete must be in the body")
        return self._remove(question.grant.app, body.delete, trial=trial)

    def _add(self, app: str, new: list[NewRule], *, trial: bool) -> Reply:
        kept, most = self.of(app), self.site.limits.rules
        tests = self._tests(new)
        if len(kept) + len(new) > most:
            raise invalid("add", f"{len(new)}", f"Rules must be at most {most} in number")
        by_value = {rule.value: rule.id for rule in kept.values()}
        made: list[Rule] = []
        errors: list[Json] = []
        for one, test in zip(new, tests, strict=True):
            if one.value in by_value:
                errors.append(_twice(one.value, by_value[one.value]))
                continue
            self._made += 1
            rule = Rule(id_at(self._now_ms(), self._made), one.value, one.tag, test)
            by_value[one.value] = rule.id
            made.append(rule)
        if not trial:
            kept |= {rule.id: rule for rule in made}
        return self._added(made, errors)

    def _tests(self, new: list[NewRule]) -> list[Test]:
        """Returns what the rules stand for. Raises `Refusal` if one of them is none."""
        tests: list[Test] = []
        wrong: list[Json] = []
        for one in new:
            try:
                tests.append(self._test(one.value))
            except NoQuery as error:
                wrong.append(_invalid(one.value, str(error)))
        if wrong:
            raise invalid_rules(wrong)
        return tests

    def _test(self, value: str) -> Test:
        longest = self.site.limits.rule_length
        if len(value) > longest:
            raise NoQuery(f"Rules must be at most {longest} characters long")
        return compiled(value)

    def _added(self, made: list[Rule], errors: list[Json]) -> Reply:
        count, not_made = len(made), len(errors)
        summary = {"created": count, "not_created": not_made, "valid": count, "invalid": not_made}
        told: Json = {"meta": self._meta() | {"summary": summary}}
        told |= {"data": [rule.told() for rule in made]} if made else {}
        return Reply(told | ({"errors": errors} if errors else {}), 201 if made else 200)

    def _remove(self, app: str, removed: Removed, *, trial: bool) -> Reply:
        kept = self.of(app)
        of_values = [rule.id for rule in kept.values() if rule.value in removed.values]
        asked = [*removed.ids, *of_values]
        there = [one for one in asked if one in kept]
        for one in there if not trial else ():
            kept.pop(one, None)
        gone = [_unknown(one) for one in asked if one not in there]
        summary = {"deleted": len(there), "not_deleted": len(gone)}
        told: Json = {"meta": self._meta() | {"summary": summary}}
        return Reply(told | ({"errors": gone} if gone else {}))

    def _meta(self) -> Json:
        return {"sent": written_ms(self._now_ms())}

    def _now_ms(self) -> int:
        return self.site.world.clock.now_ms()


def _twice(value: str, rule_id: str) -> Json:
    told = {"value": value, "id": rule_id, "title": "DuplicateRule"}
    return told | {"type": kind("duplicate-rules")}


def _invalid(value: str, why: str) -> Json:
    told = {"value": value, "details": [why], "title": "UnprocessableEntity"}
    return told | {"type": kind("invalid-rules")}


def _unknown(rule_id: str) -> Json:
    errors = [{"parameters": {}, "message": "Rule does not exist"}]
    told = {"errors": errors, "title": "Invalid Request", "value": rule_id}
    return told | {"type": kind("invalid-request")}
