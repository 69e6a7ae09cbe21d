"""What each group may do in Wagtail's own screens. Our own screens ask `OfficePolicy` instead."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

OUR_APPS = ("accounts", "documents", "training", "certificates")
PAGES = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page")
MEDIA = ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document")
SITE = (
    "wagtailredirects.add_redirect",
    "wagtailredirects.change_redirect",
    "wagtailredirects.delete_redirect",
    "simple_translation.submit_translation",
)
ADMINISTRATION = ("wagtailcore.change_site", "wagtailcore.view_site")


def set_permissions(group: Group) -> None:
    """Gives the group what its name asks, and nothing it had before. Idempotent."""
    edits = group.name in ("Editors", "Administrators")
    group.permissions.set(_permissions(group.name))
    GroupPagePermission.objects.filter(group=group).delete()
    GroupCollectionPermission.objects.filter(group=group).delete()
    if edits:
        _open_pages(group)
        _open_media(group)


def _permissions(name: str) -> list[Permission]:
    wanted = ["wagtailadmin.access_admin"]
    if name in ("Editors", "Administrators"):
        wanted += SITE
    if name == "Administrators":
        wanted += ADMINISTRATION
    found = [_permission(label) for label in wanted]
    if name in ("Coordinators", "Administrators"):
        found += Permission.objects.filter(content_type__app_label__in=OUR_APPS, codename__startswith="view_")
    if name in ("Editors", "Administrators"):
        found += Permission.objects.filter(content_type__app_label="cms", codename__startswith="change_")
    return found


def _permission(label: str) -> Permission:
    app, codename = label.split(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def _open_pages(group: Group) -> None:
    root = Page.get_first_root_node()
    for permission in Permission.objects.filter(
        content_type__app_label="wagtailcore", content_type__model="page", codename__in=PAGES
    ):
        GroupPagePermission.objects.create(group=group, page=root, permission=permission)


def _open_media(group: Group) -> None:
    root = Collection.get_first_root_node()
    for permission in Permission.objects.filter(
        content_type__app_label__in=["wagtailimages", "wagtaildocs"], codename__in=MEDIA
    ):
        GroupCollectionPermission.objects.create(group=group, collection=root, permission=permission)
