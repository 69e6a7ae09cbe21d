"""Settings of the mode we run in (`GRENSTAAL_MODE`): demo, test or production."""

from config import environment

if environment.MODE == "production":
    from config.settings.production import *  # noqa: F403
elif environment.MODE == "test":
    from config.settings.test import *  # noqa: F403
else:
    from config.settings.demo import *  # noqa: F403
