"""The nouns of the house. Verbs live on the noun that they change."""

from campaign.models.answer import Attendance, Response
from campaign.models.base import Base
from campaign.models.calendar import Beat, Calendar, FeedToken, Holiday, Revision
from campaign.models.event import AudienceGroup, AudienceMember, Event, Kind, new_uid
from campaign.models.history import History
from campaign.models.member import Group, Member, membership
from campaign.models.message import Channel, Letter, Message, Notice, Result
from campaign.models.occurrence import Occurrence
from campaign.models.plan import Duty, LegalBasis, Plan, Target, TargetValue
from campaign.models.reminder import Reminder, ReminderRule
from campaign.models.room import Room

__all__ = [
    "Attendance",
    "AudienceGroup",
    "AudienceMember",
    "Base",
    "Beat",
    "Calendar",
    "Channel",
    "Duty",
    "Event",
    "FeedToken",
    "Group",
    "History",
    "Holiday",
    "Kind",
    "LegalBasis",
    "Letter",
    "Member",
    "Message",
    "Notice",
    "Occurrence",
    "Plan",
    "Reminder",
    "ReminderRule",
    "Response",
    "Result",
    "Revision",
    "Room",
    "Target",
    "TargetValue",
    "membership",
    "new_uid",
]
