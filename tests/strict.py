"""A pytest plugin that makes the suite strict: what is sloppy fails here, not at a visitor's.

- an undefined variable printed by one of our templates fails;
- a queryset without an order comes back shuffled;
- `select_for_update` over joins must say `of=`;
- a GET that writes to one of our tables fails, unless its view is listed with a reason;
- inline script, inline style or a third-party address in a page fails;
- on-commit callbacks run, also inside the test's own transaction.
"""

import random
import re
from pathlib import Path

import pytest
from celery import current_task
from django.apps import apps
from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.query import QuerySet
from django.template.base import VariableDoesNotExist, VariableNode

ROOT = Path(__file__).resolve().parent.parent
OUR_APPS = ("accounts", "documents", "training", "certificates", "cms")

# URL name → why this GET may write to our tables.
MAY_WRITE_ON_GET: dict[str, str] = {}


class SloppyTemplate(AssertionError):
    pass


def is_watched(node: VariableNode) -> bool:
    """One of our templates prints it, and not "or else this". Told once for each node."""
    if "watched" not in vars(node):
        expression = node.filter_expression
        forgives = any(one.__name__ in ("default", "default_if_none") for one, _ in expression.filters)
        name = str(getattr(node.origin, "name", ""))
        ours = name.startswith(str(ROOT)) and "site-packages" not in name
        node.watched = ours and hasattr(expression.var, "resolve") and not forgives
    return node.watched


def print_known_variables_only(self, context):
    if is_watched(self):
        expression = self.filter_expression
        try:
            expression.var.resolve(context)
        except VariableDoesNotExist as missing:
            raise SloppyTemplate(f"{self.origin.name}: {expression.token} is not defined") from missing
    return plain_render(self, context)


plain_render = VariableNode.render
plain_fetch = QuerySet._fetch_all


def is_ours(model) -> bool:
    return model._meta.app_label in OUR_APPS


def fetch_strictly(self):
    fresh = self._result_cache is None
    if fresh and self.query.select_for_update and not self.query.select_for_update_of:
        joined = sum(1 for count in self.query.alias_refcount.values() if count) > 1
        assert not joined, "select_for_update over joins needs of="
        assert not self.query.select_related, "select_for_update over joins needs of="
    plain_fetch(self)
    if fresh and is_ours(self.model) and not self.ordered and isinstance(self._result_cache, list):
        random.Random(len(self._result_cache)).shuffle(self._result_cache)


# On-commit callbacks inside the transaction that pytest wraps around a test.

plain_exit = transaction.Atomic.__exit__
plain_on_commit = BaseDatabaseWrapper.on_commit


def only_the_tests_transaction(wrapper) -> bool:
    return bool(wrapper.atomic_blocks) and all(block._from_testcase for block in wrapper.atomic_blocks)


def exit_and_announce(self, exc_type, exc_value, traceback):
    plain_exit(self, exc_type, exc_value, traceback)
    wrapper = transaction.get_connection(self.using)
    if exc_type is None and not self._from_testcase and only_the_tests_transaction(wrapper):
        callbacks, wrapper.run_on_commit = wrapper.run_on_commit, []
        for _, callback, _ in callbacks:
            callback()


def on_commit_now_or_later(self, func, robust=False):
    if only_the_tests_transaction(self):
        func()
    else:
        plain_on_commit(self, func, robust)


# Pages

WRITES = re.compile(r'^\s*(INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)', re.IGNORECASE)
INLINE = (
    (
        re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/(ld\+)?json)", re.IGNORECASE),
        "an inline script",
    ),
    (re.compile(r"<style\b", re.IGNORECASE), "an inline style sheet"),
    (re.compile(r"<[a-z][^>]*\sstyle\s*=", re.IGNORECASE), "a style attribute"),
    (re.compile(r"<[a-z][^>]*\son[a-z]+\s*=", re.IGNORECASE), "an event attribute"),
    (
        re.compile(
            r"<(script|img|iframe|source)\b[^>]*\ssrc\s*=\s*[\"']?(https?:)?//(?!localhost|testserver)"
        ),
        "something from another host",
    ),
    (
        re.compile(r"<link\b[^>]*rel=[\"']?stylesheet[^>]*href=[\"']?(https?:)?//(?!localhost|testserver)"),
        "a style sheet from another host",
    ),
)


class StrictPages:
    """Middleware of the suite, outermost."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method not in ("GET", "HEAD"):
            response = self.get_response(request)
        else:
            with connection.execute_wrapper(GetNeverWrites(request)):
                response = self.get_response(request)
        self.check(request, response)
        return response

    def check(self, request, response) -> None:
        if request.path.startswith("/admin/") or not response.get("Content-Type", "").startswith("text/html"):
            return
        if response.streaming:
            return
        html = response.content.decode()
        for pattern, what in INLINE:
            found = pattern.search(html)
            assert not found, f"{request.path} holds {what}: {html[found.start() : found.start() + 120]!r}"


class GetNeverWrites:
    """What a task writes is the worker's doing: it only runs here because the suite is its own worker."""

    def __init__(self, request):
        self.request = request
        self.tables = {
            model._meta.db_table for model in apps.get_models() if model._meta.app_label in OUR_APPS
        }

    def __call__(self, execute, sql, params, many, context):
        write = WRITES.match(sql) if isinstance(sql, str) and not current_task else None
        if write and write.group(2) in self.tables:
            match = self.request.resolver_match
            name = match.url_name if match else None
            assert name in MAY_WRITE_ON_GET, f"GET {self.request.path} writes: {sql[:120]}"
        return execute(sql, params, many, context)


def pytest_configure(config):
    from django.conf import settings

    settings.MIDDLEWARE = ["tests.strict.StrictPages", *settings.MIDDLEWARE]


@pytest.fixture(autouse=True)
def _strict(monkeypatch):
    monkeypatch.setattr(VariableNode, "render", print_known_variables_only)
    monkeypatch.setattr(QuerySet, "_fetch_all", fetch_strictly)
    monkeypatch.setattr(transaction.Atomic, "__exit__", exit_and_announce)
    monkeypatch.setattr(BaseDatabaseWrapper, "on_commit", on_commit_now_or_later)


@pytest.fixture(autouse=True)
def _french_by_default():
    from django.utils import translation

    with translation.override("fr"):
        yield
