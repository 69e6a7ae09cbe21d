# One image for every process: web, worker, clock, and the step that brings the database up to date.
# The same bin/setup as on a fresh Debian makes it ready.
FROM debian:12-slim
WORKDIR /srv/grenstaal
COPY . .
RUN bin/setup \
    && bin/messages --compile \
    && .venv/bin/python manage.py collectstatic --no-input --verbosity 0 \
    && rm -rf var/secret-key /var/lib/apt/lists/* /root/.cache \
    && useradd --system --home-dir /srv/grenstaal grenstaal \
    && mkdir -p /srv/files \
    && mkdir -m 700 /srv/keys \
    && chown -R grenstaal /srv/files /srv/keys var
USER grenstaal
# The fonts of the press are looked up through a cache that the account may write.
ENV GRENSTAAL_MODE=production PYTHONUNBUFFERED=1 XDG_CACHE_HOME=/tmp/cache PATH=/srv/grenstaal/.venv/bin:$PATH
EXPOSE 8000
CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", "--workers", "2", \
     "--blocking-threads", "2", "--no-ws", "--respawn-failed-workers", "config.wsgi:application"]
