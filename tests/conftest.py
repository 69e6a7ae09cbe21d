"""The suite: each plugin says what it promises."""

pytest_plugins = ["tests.database", "tests.strict", "tests.demo_school"]
