"""The interface as OpenAPI 3.1, in the reader's language: the one source of /api/ and of the JSON."""

from http import HTTPStatus

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from certificates.domain.many import MOST
from certificates.enums import Answer
from certificates.views.api import problems
from certificates.views.api.reading import LONGEST_CODE, LONGEST_NAME
from training.enums import Skill

EXAMPLE = "7K3M-9XQ2-4BTD"
VERSION = "1.0.0"


def document() -> dict:
    """Everything software needs; no example is a real certificate."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": _("Grenstaal: check certificates"),
            "version": VERSION,
            "description": _(
                "The same answers as on the page of a certificate, for software of agencies and prescribers. "
                "No answer says a name: send a family name and read whether it is the right one."
            ),
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        },
        "servers": [{"url": settings.SITE_URL}],
        "security": [{"key": []}],
        "paths": {
            reverse("api_verifications"): {"post": many_at_once()},
            reverse("api_certificate", args=["CODE"]).replace("CODE", "{code}"): {"get": one()},
        },
        "components": {
            "securitySchemes": {"key": key()},
            "parameters": {"language": language()},
            "schemas": schemas(),
            "responses": {each.name: problem_answer(each) for each in problems.ALL},
        },
    }


def many_at_once() -> dict:
    return {
        "operationId": "verify",
        "summary": _("Check up to %(most)d codes at once") % {"most": MOST},
        "parameters": [{"$ref": "#/components/parameters/language"}],
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {
                    "schema": ref("Questions"),
                    "example": {"items": [{"code": EXAMPLE, "family_name": "Peeters"}]},
                }
            },
        },
        "responses": {
            "200": answered("Answers", _("The answers, in the order of the questions.")),
            **troubles(*problems.ALL),
        },
    }


def one() -> dict:
    code = {"name": "code", "in": "path", "required": True, "schema": {"type": "string"}, "example": EXAMPLE}
    described = {"description": _("As it stands on the certificate; case and hyphens do not matter.")}
    return {
        "operationId": "certificate",
        "summary": _("Check one code"),
        "parameters": [code | described, {"$ref": "#/components/parameters/language"}],
        "responses": {
            "200": answered("Answer", _("The answer, also for a code that we do not know.")),
            **troubles(problems.NO_KEY, problems.NOT_ALLOWED, problems.TOO_MANY),
        },
    }


def key() -> dict:
    return {
        "type": "http",
        "scheme": "bearer",
        "description": _("A key of your organisation. It is shown once, when it is made."),
    }


def language() -> dict:
    return {
        "name": "Accept-Language",
        "in": "header",
        "description": _("The language of the words: fr, nl or en."),
        "schema": {"type": "string"},
        "example": "nl",
    }


def schemas() -> dict:
    return {
        "Question": object_of(
            {
                "code": {
                    "type": "string",
                    "maxLength": LONGEST_CODE,
                    "description": _("As it stands on the certificate; case and hyphens do not matter."),
                },
                "family_name": {
                    "type": "string",
                    "maxLength": LONGEST_NAME,
                    "description": _("As the candidate says it; accents and case do not matter."),
                },
            },
            required=["code"],
        ),
        "Questions": object_of(
            {"items": {"type": "array", "minItems": 1, "maxItems": MOST, "items": ref("Question")}}
        ),
        "Answer": object_of(answer_fields()),
        "Answers": object_of({"items": {"type": "array", "items": ref("Answer")}}),
        "Level": object_of(
            {
                "skill": {"enum": Skill.values, "description": _("One of the five skills.")},
                "name": {"type": "string", "description": _("The skill, in words.")},
                "level": {"type": "string", "description": _("Level of the Common European Framework.")},
            }
        ),
        "Problem": object_of(
            {
                "type": {"type": "string", "format": "uri-reference"},
                "title": {"type": "string"},
                "status": {"type": "integer"},
                "detail": {"type": "string", "description": _("What to do.")},
                "errors": {"type": "array", "items": ref("Error")},
            },
            required=["type", "title", "status", "detail"],
        ),
        "Error": object_of(
            {
                "pointer": {"type": "string", "description": _("Where, as a JSON pointer.")},
                "detail": {"type": "string"},
            }
        ),
    }


def answer_fields() -> dict:
    day = {"type": ["string", "null"], "format": "date"}
    return {
        "code": {"type": "string", "description": _("As it was sent.")},
        "answer": {"enum": Answer.values, "description": _("VALID is the only one that counts.")},
        "words": {"type": "string", "description": _("The answer in words.")},
        "address": {
            "type": ["string", "null"],
            "format": "uri",
            "description": _("The page of the certificate, for people."),
        },
        "issued_on": day | {"description": _("The day of issue.")},
        "valid_until": day | {"description": _("The last day, if it has one.")},
        "levels": {
            "type": "array",
            "items": ref("Level"),
            "description": _("Empty for what was revoked or replaced."),
        },
        "minutes_followed": {
            "type": ["integer", "null"],
            "minimum": 0,
            "description": _("The hours that were followed, in minutes."),
        },
        "same_family_name": {
            "type": ["boolean", "null"],
            "description": _("Whether the name you sent is the one on the certificate; null without a name."),
        },
    }


def object_of(properties: dict, *, required: list[str] | None = None) -> dict:
    """Nothing else stands in it; all of it is there unless `required` says which."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties) if required is None else required,
        "additionalProperties": False,
    }


def ref(name: str) -> dict:
    return {"$ref": f"#/components/schemas/{name}"}


def answered(schema: str, description: str) -> dict:
    return {"description": description, "content": {"application/json": {"schema": ref(schema)}}}


def troubles(*found: problems.Problem) -> dict:
    return {str(int(one.status)): {"$ref": f"#/components/responses/{one.name}"} for one in found}


def problem_answer(problem: problems.Problem) -> dict:
    headers = {
        HTTPStatus.TOO_MANY_REQUESTS: {"Retry-After": {"schema": {"type": "integer"}}},
        HTTPStatus.UNAUTHORIZED: {"WWW-Authenticate": {"schema": {"type": "string"}}},
        HTTPStatus.METHOD_NOT_ALLOWED: {"Allow": {"schema": {"type": "string"}}},
    }.get(problem.status, {})
    return {
        "description": f"{problem.title}. {problem.detail}",
        "headers": headers,
        "content": {problems.MEDIA_TYPE: {"schema": ref("Problem")}},
    }
