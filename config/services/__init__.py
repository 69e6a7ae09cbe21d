"""The demo's own servers: PostgreSQL, Valkey, web, worker and beat under one supervisor.

Nothing in here starts by being imported. `bin/run` and `bin/test` are the doors.
"""
