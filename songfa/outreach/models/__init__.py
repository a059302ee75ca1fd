"""Plans and their tasks; events and materials."""

from songfa.outreach.models.event import Distribution as Distribution
from songfa.outreach.models.event import Event as Event
from songfa.outreach.models.plan import Evidence as Evidence
from songfa.outreach.models.plan import Obstacle as Obstacle
from songfa.outreach.models.plan import Plan as Plan
from songfa.outreach.models.plan import Report as Report
from songfa.outreach.models.plan import Share as Share
from songfa.outreach.models.plan import Source as Source
from songfa.outreach.models.plan import Task as Task
