from django.urls import URLPattern, URLResolver, path

from training.views import (
    absences,
    enrolment,
    interest,
    learner,
    progress,
    referrals,
    register,
    trainer,
    waiting,
)
from training.views.start import start

urlpatterns: list[URLPattern | URLResolver] = [
    path("start/", start, name="start"),
    path("my/", learner.my_home, name="my_home"),
    path("my/enrolments/<int:pk>/", learner.my_enrolment, name="my_enrolment"),
    path("my/enrolments/<int:pk>/grenstaal.ics", learner.calendar_file, name="my_calendar"),
    path("my/enrolments/<int:pk>/accept/", learner.accept, name="my_accept"),
    path("my/enrolments/<int:pk>/decline/", learner.decline, name="my_decline"),
    path("my/enrolments/<int:pk>/withdraw/", learner.withdraw, name="my_withdraw"),
    path("my/enrolments/<int:pk>/pair/", waiting.pair, name="my_pair"),
    path("my/any-session/", waiting.AnySession.as_view(), name="my_any_session"),
    path("my/any-session/withdraw/", waiting.any_session_withdraw, name="my_any_session_withdraw"),
    path("offer/<str:token>/", waiting.offer, name="offer"),
    path("enrol/<slug:code>/", enrolment.start, name="enrol_start"),
    path("enrol/<slug:code>/sent/", enrolment.sent, name="enrol_sent"),
    path("enrol/<slug:code>/<slug:step>/", enrolment.Step.as_view(), name="enrol_step"),
    path("courses/<slug:code>/tell-me/", interest.tell_me, name="tell_me"),
    path("referrals/", referrals.referrals, name="referrals"),
    path("trainer/", trainer.today, name="trainer_today"),
    path("trainer/absences/", absences.absences, name="trainer_absences"),
    path("trainer/absences/<int:pk>/remove/", absences.remove, name="trainer_absence_remove"),
    path("trainer/sessions/<slug:code>/", trainer.group, name="group"),
    path("trainer/half-days/<int:pk>/", register.register, name="register"),
    path("trainer/half-days/<int:pk>/everybody/", register.everybody, name="register_everybody"),
    path("trainer/half-days/<int:pk>/mark/", register.mark, name="register_mark"),
    path("trainer/half-days/<int:pk>/close/", register.close, name="register_close"),
    path("trainer/enrolments/<int:pk>/levels/", progress.levels, name="levels"),
]
