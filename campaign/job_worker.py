"""The jobs of ``campaign.scheduler`` on procrastinate: any number of processes on any number of machines.

procrastinate starts each job when it is due or deferred, knows which workers live, and stops them; what a job does is
the same as under APScheduler. Mails are claimed in the name of the job that sends them, so that the claims of a job
whose worker died are free ``STALLED`` seconds after its last heartbeat, long before their lease ends.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from typing import Any

from procrastinate import App, PsycopgConnector
from procrastinate.jobs import Status

from campaign import job_queue
from campaign.scheduler import HOUR, Clockwork
from campaign.sending.delivery import Claimant
from campaign.sending.outbox import OUTBOX
from campaign.sending.queue import ACCOUNT_MAILS

log = logging.getLogger(__name__)
HEARTBEAT = 5.0
STALLED = 20.0
"""Seconds without a heartbeat after which a worker counts as dead."""
RECOVERY = 5.0
POLLING = 30.0
"""Seconds after which a queue is looked at although no notification came."""
LAST_MAIL = 1.0
"""Seconds after which a worker that stops asks its delivery to end with the mail at hand."""
PAUSE = 1.0
MINUTE = 60.0
CONNECTIONS = 4


class JobWorker:
    """The workers of one process: one for the clock's jobs, one that delivers."""

    def __init__(self, clockwork: Clockwork) -> None:
        self._clockwork = clockwork
        self._senders: dict[str, Any] = {"deliver": clockwork.post, "answer": clockwork.accounts}
        address = clockwork.database.url.set(drivername="postgresql").render_as_string(hide_password=False)
        connector = PsycopgConnector(conninfo=address, min_size=1, max_size=CONNECTIONS, timeout=10.0)
        self.app = App(connector=connector, periodic_defaults={"max_delay": 2 * HOUR})
        jobs: dict[str, tuple[Callable[..., Any], float]]
        jobs = {job.__name__: (partial(self._run, job), seconds) for job, seconds in clockwork.jobs()}
        jobs["recover"] = (self._recover, RECOVERY)
        for name, (run, seconds) in jobs.items():
            task = self.app.task(name=name, pass_context=True, **job_queue.options(name))(run)
            self.app.periodic(cron=cron(seconds))(task)
        # An application of its own, so that the clock is not read twice in each process.
        self._delivery = App(connector=connector)
        self._delivery.tasks["deliver"] = self.app.tasks["deliver"]
        self._slots = len(jobs)
        self._thread = threading.Thread(target=lambda: asyncio.run(self._main()), name="procrastinate", daemon=True)
        self._is_started = threading.Event()
        logging.getLogger("procrastinate").setLevel(logging.WARNING)  # else four lines for each job

    def start(self) -> JobWorker:
        self._thread.start()
        self._is_started.wait()
        return self

    def shutdown(self, *, wait: bool = True) -> None:
        """Let the jobs end that run; start no other."""
        self._loop.call_soon_threadsafe(self._is_stopping.set)
        if wait:
            self._thread.join()

    async def _main(self) -> None:
        self._loop, self._is_stopping = asyncio.get_running_loop(), asyncio.Event()
        serving = asyncio.create_task(_again(self._serve))
        self._is_started.set()
        await self._is_stopping.wait()
        serving.cancel()
        with suppress(asyncio.CancelledError):
            await serving

    async def _serve(self) -> None:
        workers = (self.app, job_queue.CLOCK, self._slots), (self._delivery, job_queue.DELIVERY, 1)
        async with self.app.open_async(), asyncio.TaskGroup() as group:
            for each in workers:
                group.create_task(_again(partial(self._work, *each)))

    async def _work(self, app: App, queue: str, concurrency: int) -> None:
        await app.run_worker_async(
            queues=[queue],
            concurrency=concurrency,
            install_signal_handlers=False,
            delete_jobs="always",
            fetch_job_polling_interval=POLLING,
            update_heartbeat_interval=HEARTBEAT,
            stalled_worker_timeout=STALLED,
            shutdown_graceful_timeout=LAST_MAIL,
        )

    def _run(self, job: Callable[[], None], context: Any, timestamp: int = 0) -> None:  # noqa: ANN401, ARG002
        """One job, in a thread. ``timestamp``: given to what the clock deferred."""
        name = job.__name__
        if sender := self._senders.get(name):
            sender.claimant = Claimant(f"{context.job.id}.", context.should_abort)
        if name == "deliver":
            self._wake_next()
        if not self._clockwork.guarded(job)():
            with self._clockwork.database.begin() as connection:
                job_queue.defer(connection, name, schedule_in={"seconds": self._clockwork.config.engine.tick})

    def _wake_next(self) -> None:
        """While there is mail, a further worker is woken, which does the same."""
        now = self._clockwork.now()
        with self._clockwork.database.begin() as connection:
            if OUTBOX.has_work(connection, now=now):
                job_queue.defer(connection, "deliver")

    async def _recover(self, context: Any, timestamp: int = 0) -> None:  # noqa: ANN401, ARG002
        """Free what the jobs of dead workers hold: the locks, by deleting those jobs, and the mails."""
        manager = context.app.job_manager
        # In this order: the job of a claim that was there before is not running now only if it ended or died.
        held = await asyncio.to_thread(self._held)
        stalled = {job.id: job for job in await manager.get_stalled_jobs(seconds_since_heartbeat=STALLED)}
        running = {job.id for job in await manager.list_jobs_async(status="doing")} - stalled.keys()
        left = {token for token in held if _job_of(token) not in running | {None}}
        if left:
            await asyncio.to_thread(self._release, left)
        for job in stalled.values():
            await manager.finish_job(job, status=Status.FAILED, delete_job=True)
            log.warning("the worker of job %s died", job.task_name, extra={"action": "job_recovered"})

    def _held(self) -> set[str]:
        with self._clockwork.database.read() as session:
            return {token for queue in (OUTBOX, ACCOUNT_MAILS) for token in queue.tokens(session.connection())}

    def _release(self, tokens: set[str]) -> None:
        with self._clockwork.database.begin() as connection:
            for queue in (OUTBOX, ACCOUNT_MAILS):
                queue.recover(connection, now=self._clockwork.now(), tokens=tokens)
            job_queue.defer(connection, "deliver")
            job_queue.defer(connection, "answer")


def cron(seconds: float) -> str:
    """The interval as procrastinate takes it; seconds are the sixth field."""
    if seconds < MINUTE:
        return f"* * * * * */{max(1, round(seconds))}"
    return f"*/{round(seconds / MINUTE)} * * * *" if seconds < HOUR else "0 * * * *"


def _job_of(token: str) -> int | None:
    """None: another engine's claim, which ends by its lease."""
    name, dot, _random = token.partition(".")
    return int(name) if dot else None


async def _again(work: Callable[[], Awaitable[None]]) -> None:
    """A worker that lost its database ends and is started again; its jobs have ended before."""
    while True:
        try:
            await work()
        except Exception as error:  # noqa: BLE001 - whatever it is, mail must go out
            log.warning("the job worker starts again: %s", error, extra={"action": "worker_restarted"})
        await asyncio.sleep(PAUSE)
