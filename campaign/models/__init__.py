"""The tables as classes, one subject a file; a method changes only its own row."""

from campaign.models.account import (
    AccountMail,
    OneTimeLink,
    Purpose,
    RecoveryCode,
    Role,
    SignIn,
    Throttle,
    User,
    user_group,
)
from campaign.models.answer import Answer, Attendance, Guest, Response
from campaign.models.auditentry import AuditEntry
from campaign.models.base import Base
from campaign.models.calendar import Calendar, FeedToken, Heartbeat, Holiday, Revision
from campaign.models.event import AudienceGroup, AudienceMember, Event, new_uid
from campaign.models.followup import Award, Course, Difficulty, DutyNote, Filing, Finding
from campaign.models.member import Erasure, Group, Member, membership
from campaign.models.message import AnnouncedState, Channel, MailContent, Message, MessageCount, Notice, Result
from campaign.models.occurrence import Occurrence
from campaign.models.plan import Duty, LegalBasis, Plan, Target, TargetValue, YearTitle
from campaign.models.reading import Decision, PlanReading, Proposal
from campaign.models.registers import Import, MailText, Room
from campaign.models.reminder import Outdated, Reminder, ReminderRule

__all__ = [
    "AccountMail",
    "AnnouncedState",
    "Answer",
    "Attendance",
    "AudienceGroup",
    "AudienceMember",
    "AuditEntry",
    "Award",
    "Base",
    "Calendar",
    "Channel",
    "Course",
    "Decision",
    "Difficulty",
    "Duty",
    "DutyNote",
    "Erasure",
    "Event",
    "FeedToken",
    "Filing",
    "Finding",
    "Group",
    "Guest",
    "Heartbeat",
    "Holiday",
    "Import",
    "LegalBasis",
    "MailContent",
    "MailText",
    "Member",
    "Message",
    "MessageCount",
    "Notice",
    "Occurrence",
    "OneTimeLink",
    "Outdated",
    "Plan",
    "PlanReading",
    "Proposal",
    "Purpose",
    "RecoveryCode",
    "Reminder",
    "ReminderRule",
    "Response",
    "Result",
    "Revision",
    "Role",
    "Room",
    "SignIn",
    "Target",
    "TargetValue",
    "Throttle",
    "User",
    "YearTitle",
    "membership",
    "new_uid",
    "user_group",
]
