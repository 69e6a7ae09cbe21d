from django.urls import URLPattern, URLResolver, path

from training.views import progress, register, trainer

urlpatterns: list[URLPattern | URLResolver] = [
    path("trainer/", trainer.today, name="trainer_today"),
    path("trainer/sessions/<slug:code>/", trainer.group, name="group"),
    path("trainer/half-days/<int:pk>/", register.register, name="register"),
    path("trainer/half-days/<int:pk>/everybody/", register.everybody, name="register_everybody"),
    path("trainer/half-days/<int:pk>/mark/", register.mark, name="register_mark"),
    path("trainer/half-days/<int:pk>/close/", register.close, name="register_close"),
    path("trainer/enrolments/<int:pk>/levels/", progress.levels, name="levels"),
]
