"""Valkey (or Redis) as Django's cache, with one word more: counting several things in one trip."""

from collections.abc import Sequence

from django.core.cache.backends.redis import RedisCache


class CountingCache(RedisCache):
    def count_up(self, keys: Sequence[str], *, timeout: int) -> list[int]:
        """Adds one to each key and says what it is now; a key lives `timeout` seconds from its first count.

        Django's `incr` asks twice for each key and cannot begin one.
        """
        trip = self._cache.get_client(None, write=True).pipeline(transaction=False)
        for key in map(self.make_and_validate_key, keys):
            trip.incr(key)
            trip.expire(key, timeout, nx=True)
        return trip.execute()[::2]
