"""The panels about one profile: its number of places, why it was locked, that it is released."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIntValidator

from controlroom.model.journal_kinds import ProfileLockExplained, ProfilePlaced, ProfileUnlocked
from controlroom.ui.officers.form import Form
from controlroom.ui.officers.words import profile_told

if TYPE_CHECKING:
    from controlroom.ui.officers.around import Office

translate = QCoreApplication.translate
MOST_PLACES = 999
LONGEST_REASON = 500


class Places(Form):
    """How many officers may have a role on a profile."""

    def __init__(self, office: "Office", profile: str) -> None:
        template = translate("Rights", "Places on {profile}")
        heading = template.format(profile=profile_told(profile, office.profiles))
        super().__init__(heading, translate("Rights", "Set"))
        self._office, self._profile = office, profile
        self.say(
            translate(
                "Rights",
                "How many officers may have a role on this very profile; 0 for any number. Roles"
                " for a group or the whole force take no place.",
            )
        )
        state = office.state
        self._place = state.profiles.get(profile) if state is not None else None
        now = str(self._place.most_officers) if self._place is not None else ""
        self.number = self.ask(translate("Rights", "Places"), now, 3)
        self.number.setValidator(QIntValidator(0, MOST_PLACES, self.number))
        self.end()

    def why_not(self) -> str:
        if self._place is None or not self.number.text().isdigit():
            return translate("Rights", "A number is needed.")
        if int(self.number.text()) == self._place.most_officers:
            return translate("Rights", "It is so already.")
        return self._office.acts.why_not(self._decision())

    def take(self) -> None:
        self._office.acts.decide(self._decision())

    def _decision(self) -> ProfilePlaced:
        group = self._place.group if self._place is not None else ""
        return ProfilePlaced(self._profile, group, int(self.number.text() or 0))


class WhyLocked(Form):
    """Asked after a profile was locked; the lock holds whatever is answered."""

    def __init__(self, office: "Office", profile: str) -> None:
        template = translate("Rights", "{profile} is locked")
        heading = template.format(profile=profile_told(profile, office.profiles))
        super().__init__(heading, translate("Rights", "Record the reason"))
        self._office, self._profile = office, profile
        self.say(
            translate(
                "Rights",
                "Nothing is written through it any more. It is still read. Say why, for whoever"
                " looks into it; the lock holds without a reason too.",
            )
        )
        self.reason = self.ask(translate("Rights", "Why"), longest=LONGEST_REASON)
        self.end()

    def why_not(self) -> str:
        if not self.reason.text().strip():
            return translate("Rights", "A reason is needed, or press Cancel.")
        return self._office.acts.why_not(self._decision())

    def take(self) -> None:
        self._office.acts.decide(self._decision())

    def _decision(self) -> ProfileLockExplained:
        return ProfileLockExplained(self._profile, self.reason.text().strip())


class Unlock(Form):
    """A profile may be used again, for a reason."""

    def __init__(self, office: "Office", profile: str) -> None:
        template = translate("Rights", "Unlock {profile}?")
        heading = template.format(profile=profile_told(profile, office.profiles))
        super().__init__(heading, translate("Rights", "Unlock"))
        self._office, self._profile = office, profile
        self.say(translate("Rights", "Whoever has the rights may write through it again."))
        self.reason = self.ask(translate("Rights", "What was found"), longest=LONGEST_REASON)
        self.end()

    def why_not(self) -> str:
        if not self.reason.text().strip():
            return translate("Rights", "A reason is needed.")
        return self._office.acts.why_not(self._decision())

    def take(self) -> None:
        self._office.acts.decide(self._decision())

    def _decision(self) -> ProfileUnlocked:
        return ProfileUnlocked(self._profile, self.reason.text().strip())
