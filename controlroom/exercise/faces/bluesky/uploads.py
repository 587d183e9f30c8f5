"""Uploading: files beside records, and videos, which are ready at once here."""

from dataclasses import dataclass, field

from controlroom.exercise.faces.bluesky.calls import Call, Question, Reply, Site
from controlroom.exercise.faces.bluesky.cids import bytes_cid
from controlroom.exercise.faces.bluesky.files import type_of
from controlroom.exercise.faces.bluesky.ids import did_of
from controlroom.exercise.faces.bluesky.kept import Json
from controlroom.exercise.faces.bluesky.problems import Refusal, bad_token, invalid, too_large

_BLOB = "com.atproto.repo.uploadBlob"


@dataclass(slots=True)
class Uploads:
    """Takes files in."""

    site: Site
    _jobs: dict[str, Json] = field(default_factory=dict)

    def calls(self) -> list[Call]:
        """Returns what an account's server takes."""
        return [Call("POST", _BLOB, self.blob), *self._asking()]

    def video_calls(self) -> list[Call]:
        """Returns what the server of videos takes."""
        video = "app.bsky.video."
        return [Call("POST", f"{video}uploadVideo", self.video, "nobody"), *self._asking()]

    def _asking(self) -> list[Call]:
        return [
            Call("GET", "app.bsky.video.getJobStatus", self.job, "anybody"),
            Call("GET", "app.bsky.video.getUploadLimits", self.allowed),
        ]

    async def blob(self, question: Question) -> Reply:
        """Takes a file. Raises `Refusal`."""
        if len(question.raw) > self.site.limits.blob_bytes:
            raise too_large()
        told = question.request.headers.get("Content-Type", "").partition(";")[0]
        return {"blob": self._taken(question.raw, told)}

    async def video(self, question: Question) -> Reply:
        """Takes a video; its job is done at once. Raises `Refusal`."""
        account = self._sender(question)
        if len(question.raw) > self.site.limits.video_bytes:
            raise too_large()
        if not type_of(question.raw).startswith("video/"):
            raise invalid("Video could not be read", "InvalidVideo")
        blob = self._taken(question.raw, "video/mp4")
        job: Json = {
            "jobId": self.site.kept.fresh_key(), "did": did_of(account), "progress": 100,
            "state": "JOB_STATE_COMPLETED", "blob": blob,
        }  # fmt: skip
        self._jobs[job["jobId"]] = job
        # The original tells the job bare here, against its own lexicon; both are understood.
        return job | {"jobStatus": job}

    async def job(self, question: Question) -> Reply:
        """How a video's job stands. Raises `Refusal`."""
        job = self._jobs.get(question.text("jobId", None))
        if job is None:
            raise invalid("Job not found", "JobNotFound")
        return {"jobStatus": job}

    async def allowed(self, question: Question) -> Reply:
        """How many videos more may be uploaded today."""
        limits = self.site.limits
        return {
            "canUpload": True, "remainingDailyVideos": limits.videos_a_day,
            "remainingDailyBytes": limits.video_bytes_a_day,
        }  # fmt: skip

    def _sender(self, question: Question) -> int:
        header = question.request.headers.get("Authorization", "")
        try:
            account, _ = self.site.tokens.caller(header, _BLOB)
        except Refusal:
            account, _ = self.site.tokens.caller(header, question.name)
        if question.text("did", did_of(account)) != did_of(account):
            raise bad_token("Token is for another account")
        return account

    def _taken(self, content: bytes, told: str) -> Json:
        cid = bytes_cid(content)
        self.site.world.media[cid] = content
        return {
            "$type": "blob", "ref": {"$link": cid}, "mimeType": type_of(content, told),
            "size": len(content),
        }  # fmt: skip
