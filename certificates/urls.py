"""Addresses of this floor. /V/ in capitals too: a square code of capitals alone is smaller."""

from django.urls import path, re_path

from certificates.views import published
from certificates.views.api import doors, pages
from certificates.views.files import attestation_file, certificate_file
from certificates.views.holder import my_certificate, my_certificates, share, withdraw
from certificates.views.language_profile import language_profile
from certificates.views.many import check_many
from certificates.views.no_network import verify_manifest, verify_no_network
from certificates.views.offline import offline_verifier, verify_offline
from certificates.views.shared import shared, shared_file
from certificates.views.verify import verify, verify_code, verify_file, verify_name

urlpatterns = [
    re_path(r"^[vV]/$", verify, name="verify"),
    path("v/no-network/", verify_no_network, name="verify_no_network"),
    path("v/manifest.webmanifest", verify_manifest, name="verify_manifest"),
    path("v/offline/", verify_offline, name="verify_offline"),
    path("v/offline/file.html", offline_verifier, name="offline_verifier"),
    path("v/name/", verify_name, name="verify_name"),
    path("v/file/", verify_file, name="verify_file"),
    re_path(r"^[vV]/(?P<text>.+)$", verify_code, name="verify_code"),
    path("certificates/check/", check_many, name="check_many"),
    path("my/certificates/", my_certificates, name="my_certificates"),
    path("my/certificates/<int:pk>/", my_certificate, name="my_certificate"),
    path("my/certificates/<int:pk>/share/", share, name="share"),
    path("my/shares/<int:pk>/withdraw/", withdraw, name="share_withdraw"),
    path("s/<str:token>/", shared, name="shared"),
    path("s/<str:token>/file/", shared_file, name="shared_file"),
    path("certificates/<int:pk>.pdf", certificate_file, name="certificate_file"),
    path("certificates/<int:pk>.json", published.credential_file, name="credential_file"),
    path("api/", pages.interface, name="api"),
    path("api/keys/", pages.keys, name="api_keys"),
    path("api/keys/<int:pk>/revoke/", pages.revoke_key, name="api_key_revoke"),
    path("api/v1/openapi.json", pages.openapi, name="api_document"),
    path("api/v1/verifications", doors.verifications, name="api_verifications"),
    path("api/v1/certificates/<str:code>", doors.certificate, name="api_certificate"),
    path("issuer", published.issuer, name="issuer"),
    path(".well-known/did.json", published.did_web, name="did_web"),
    path("status/<slug:name>", published.status_list, name="status_list"),
    path("language-profiles/<int:pk>/", language_profile, name="language_profile"),
    path("attestations/<int:pk>.pdf", attestation_file, name="attestation_file"),
]
