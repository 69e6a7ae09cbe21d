"""Pictures go out to everybody, everything else in the store to nobody."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

pytestmark = pytest.mark.django_db  # before a 404, Wagtail looks for a redirect


@pytest.fixture
def stored():
    """Saves one file and takes it away again."""
    names = []

    def save(name: str) -> str:
        names.append(default_storage.save(name, ContentFile(b"content")))
        return names[-1]

    yield save
    for name in names:
        default_storage.delete(name)


def test_a_picture_is_handed_out_for_a_year(client, stored):
    response = client.get(f"/media/{stored('images/harbour.width-400.png')}")

    assert b"".join(response) == b"content"
    assert response["Content-Type"] == "image/png"
    assert "immutable" in response["Cache-Control"]


@pytest.mark.parametrize("name", ["original_images/harbour.png", "documents/contract.pdf", "secret.txt"])
def test_what_is_not_a_published_picture_is_not_found(client, stored, name):
    assert client.get(f"/media/{stored(name)}").status_code == 404


@pytest.mark.parametrize("name", ["images/nothing.png", "images/", "images/../documents/contract.pdf"])
def test_what_is_not_there_is_not_found(client, stored, name):
    stored("documents/contract.pdf")
    assert client.get(f"/media/{name}").status_code == 404
