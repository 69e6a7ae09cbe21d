"""Which trainers could take a half-day over."""

from django.db.models import Q, QuerySet

from accounts.enums import Role
from accounts.models import Membership, User
from training.models import HalfDay, Unavailability


def free_trainers(half_day: HalfDay) -> QuerySet[User]:
    """Trainers who neither teach nor are away then, without the one who has it now."""
    taught = Membership.objects.filter(role=Role.TRAINER, ended_on=None).values("user")
    busy = HalfDay.objects.held().filter(
        date=half_day.date,
        start_time__lt=half_day.end_time,
        end_time__gt=half_day.start_time,
        trainer__isnull=False,
    )
    near = Unavailability.objects.filter(first_day__lte=half_day.date, last_day__gte=half_day.date)
    away = [one.trainer_id for one in near if one.covers(half_day.date, half_day.part)]
    free = User.objects.filter(pk__in=taught).exclude(Q(pk__in=busy.values("trainer")) | Q(pk__in=away))
    return free.exclude(pk=half_day.trainer_id).order_by("last_name", "first_name", "pk")
