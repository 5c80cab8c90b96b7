"""The clock: every background job on one page.

The database is the only truth; a job asks it what is due and owns nothing, so a tick that is late, doubled or killed
changes nothing. APScheduler runs a few interval jobs in memory.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import wraps

from apscheduler.schedulers.background import BackgroundScheduler
from sqlalchemy.exc import SQLAlchemyError

from campaign import clock, job_queue, retention
from campaign.access import accounts
from campaign.calendar import changes, daysoff, planning, replanning, revision
from campaign.config import Config
from campaign.db import Database, insert
from campaign.desk import notices, yearly
from campaign.directory import erasure
from campaign.errors import CampaignError, Unavailable
from campaign.mailing import mailbox
from campaign.mailing.accountmail import AccountMailSender
from campaign.mailing.sender import MailSender
from campaign.models import Heartbeat
from campaign.sending import counts

log = logging.getLogger(__name__)
HOUR = 3600.0
MINUTE = 60.0
RETRY = 600.0
"""Seconds after which the nightly job is tried again on a day on which it failed."""
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
LONGEST_SLEEP = 30.0
"""Seconds after which the scheduler looks at the clock again; it may have been set back meanwhile."""


class Scheduler(BackgroundScheduler):  # type: ignore[misc]
    """APScheduler plans by the wall clock: when that is set back by hours, its jobs would rest for those hours."""

    def _process_jobs(self) -> float:
        now = clock.now()
        for job in self.get_jobs():
            if job.next_run_time and job.next_run_time > now + job.trigger.interval:
                job.modify(next_run_time=now)
        wait = super()._process_jobs()
        return min(wait, LONGEST_SLEEP) if wait is not None else LONGEST_SLEEP


@dataclass(frozen=True, slots=True)
class Clockwork:
    """What the jobs need. ``now`` is where they read the time."""

    config: Config
    database: Database
    post: MailSender
    accounts: AccountMailSender
    now: Callable[[], datetime]
    failing: dict[str, str] = field(default_factory=dict)
    """What each failing job fails of, so that an outage is logged once."""

    def plan(self) -> None:
        """Reminders and notices that fell due become messages.

        Not synced: what a power cut takes is planned again, and the claim of the first message syncs all before it.
        """
        now = self.now()
        with self.database.write(lazy=True) as session:
            instance = revision.ensure(session, now=now).instance
            suffix = f".{instance}@{self.config.mail.domain}>"
            made = planning.plan_due(session.connection(), now=now, id_suffix=suffix)
            made += notices.plan_due(session.connection(), now=now, id_suffix=suffix)
            if made and job_queue.is_selected(self.config):
                job_queue.defer(session.connection(), "deliver")

    def replan(self) -> None:
        """Reminders of many events follow rules or days off that have changed."""
        replanning.catch_up(self.database, config=self.config, now=self.now(), rest=self.post.stop.wait)

    def deliver(self) -> None:
        """Messages that are due go out."""
        self.post.deliver_due()

    def answer(self) -> None:
        """Who asked for a link to sign in has it soon, however many reminders are waiting."""
        self.accounts.deliver_due()

    def receive(self) -> None:
        """Answers to invitations and returned mails are taken from the mailbox."""
        mailbox.read(self.config, self.database, now=self.now(), is_stopping=self.post.stop.is_set)

    def nightly(self) -> None:
        """Series grow up to the horizon, what is long over leaves the feeds, what is too old is deleted; once a day."""
        now = self.now()
        today = now.astimezone(self.config.zone).date()
        with self.database.read() as session:
            is_first = changes.is_first_today(session, "nightly", today=today, zone=self.config.zone)
        if is_first:
            changes.nightly(self.database, config=self.config, today=today, now=now)
            yearly.ask_all(self.database, config=self.config, now=now)
            with self.database.write() as session:
                accounts.tidy(session, now=now)
            counts.count_days(self.database, zone=self.config.zone, now=now)
            retention.delete_old(self.database, self.config.retention, now=now, rest=self.post.stop.wait)

    def holidays(self) -> None:
        """The table of days off reaches into the next years and follows the configuration."""
        with self.database.write() as session:
            daysoff.keep_up(session, config=self.config, now=self.now())

    def erase(self) -> None:
        """Whom a restored backup brought back is erased again; then no page of the file keeps what was erased."""
        erasure.keep_up(self.database, config=self.config, now=self.now())
        erasure.purge(self.database, now=self.now())

    def integrity(self) -> None:
        """A damaged file is found before a page needs the damaged part; readiness is red from then on."""
        self.database.check_file()

    def jobs(self) -> list[tuple[Callable[[], None], float]]:
        """Every job with its interval in seconds."""
        tick = self.config.engine.tick
        return [
            (self.plan, tick),
            (self.replan, tick),
            (self.deliver, tick),
            (self.answer, tick),
            *([(self.receive, MINUTE)] if self.config.mailbox.host else []),
            (self.nightly, RETRY),
            (self.holidays, HOUR),
            (self.integrity, HOUR),
            (self.erase, HOUR),
        ]

    def start(self) -> BackgroundScheduler:
        """Run the jobs until the returned scheduler is shut down; each runs at once for the first time."""
        defaults = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        scheduler = Scheduler(job_defaults=defaults, timezone="UTC")
        for job, seconds in self.jobs():
            scheduler.add_job(self.guarded(job), "interval", seconds=seconds, id=job.__name__, next_run_time=self.now())
        scheduler.start()
        return scheduler

    def guarded(self, job: Callable[[], None]) -> Callable[[], bool]:
        """The job as a tick that cannot die: trouble is logged, and the next tick tries again. Whether it succeeded."""

        @wraps(job)
        def tick() -> bool:
            try:
                job()
                self.record_heartbeat(job.__name__)
                self._log_recovery(job.__name__)
            except Exception as error:
                if self._is_news(job.__name__, error):
                    log.exception(
                        "job %s failed; the next tick tries again", job.__name__, extra={"action": "tick_failed"}
                    )
                with suppress(CampaignError, SQLAlchemyError):  # without a database, readiness is red anyway
                    self.failed(job.__name__, type(error).__name__)
                return False
            return True

        return tick

    def _is_news(self, name: str, error: Exception) -> bool:
        """Whether an outage begins: a database that is away fails every job at every tick."""
        trouble = "database" if isinstance(error, Unavailable) else f"{name} {type(error).__name__}"
        known = trouble in self.failing.values()
        self.failing[name] = trouble
        return not known

    def _log_recovery(self, name: str) -> None:
        trouble = self.failing.pop(name, None)
        if trouble and trouble not in self.failing.values():
            log.info("job %s works again", name, extra={"action": "tick_recovered"})

    def record_heartbeat(self, name: str) -> None:
        """Record that the job came to its end; readiness looks at this."""
        now = self.now()
        self._record({"name": name, "at": now, "note": ""}, {"at": now, "note": ""})

    def failed(self, name: str, note: str) -> None:
        """Record that the job raised: readiness is red until it comes to its end again."""
        self._record({"name": name, "at": NEVER, "note": note}, {"note": note})

    def _record(self, new: dict[str, object], changed: dict[str, object]) -> None:
        with self.database.begin(lazy=True) as connection:
            statement = insert(connection, Heartbeat.__table__).values(new)  # type: ignore[arg-type]
            connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_=changed))
