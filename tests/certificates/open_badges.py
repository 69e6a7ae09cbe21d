"""What Open Badges 3.0 and Bitstring Status List 1.0 ask of the credentials we make, as a schema of ours.

The facts (which members, of which form) are those of the formal JSON Schema of AchievementCredential, by
1EdTech, on VC Data Model 2.0, and of section 2 of the Recommendation of the W3C of 15 May 2025. Stricter than
both: addresses are addresses, and a member we do not write today is a fault.
"""

CREDENTIALS = "https://www.w3.org/ns/credentials/v2"
EXTENSION = r"^ext:[a-zA-Z0-9._|-]+$"
TEXT = {"type": "string", "minLength": 1}
ADDRESS = {"type": "string", "pattern": r"^(https?://[^\s/]+|urn:uuid:[0-9a-f-]{36}$)"}
MOMENT = {"type": "string", "format": "date-time"}
ACHIEVEMENT_TYPE = {
    "enum": [
        "Achievement", "ApprenticeshipCertificate", "Assessment", "Assignment", "AssociateDegree", "Award",
        "Badge", "BachelorDegree", "Certificate", "CertificateOfCompletion", "Certification",
        "CommunityService", "Competency", "Course", "CoCurricular", "Degree", "Diploma", "DoctoralDegree",
        "Fieldwork", "GeneralEducationDevelopment", "JourneymanCertificate", "LearningProgram", "License",
        "Membership", "ProfessionalDoctorate", "QualityAssuranceCredential", "MasterCertificate",
        "MasterDegree", "MicroCredential", "ResearchDoctorate", "SecondarySchoolDiploma",
    ]
}  # fmt: skip
IDENTIFIER_TYPE = {
    "oneOf": [
        {
            "enum": [
                "name", "sourcedId", "systemId", "productId", "userName", "accountId", "emailAddress",
                "nationalIdentityNumber", "isbn", "issn", "lisSourcedId", "oneRosterSourcedId",
                "sisSourcedId", "ltiContextId", "ltiDeploymentId", "ltiToolId", "ltiPlatformId", "ltiUserId",
                "identifier",
            ]
        },
        {"type": "string", "pattern": EXTENSION},
    ]
}  # fmt: skip
RESULT_TYPE = {
    "enum": [
        "GradePointAverage", "LetterGrade", "Percent", "PerformanceLevel", "PredictedScore", "RawScore",
        "Result", "RubricCriterion", "RubricCriterionLevel", "RubricScore", "ScaledScore", "Status",
    ]
}  # fmt: skip


def thing(required: dict, also: dict | None = None) -> dict:
    """An object with these members and no other."""
    return {
        "type": "object",
        "properties": required | (also or {}),
        "required": [*required],
        "additionalProperties": False,
    }


def many(each: dict) -> dict:
    return {"type": "array", "minItems": 1, "items": each}


def kinds(*wanted: str) -> dict:
    """The types of a thing: a list of texts that has all of these."""
    has = [{"contains": {"const": name}} for name in wanted]
    return many(TEXT) | {"uniqueItems": True, "allOf": has}


IDENTIFIER = thing(
    {"type": {"const": "IdentifierEntry"}, "identifier": TEXT, "identifierType": IDENTIFIER_TYPE}
)
IDENTITY = thing(
    {
        "type": {"const": "IdentityObject"},
        "hashed": {"type": "boolean"},
        "identityHash": TEXT,
        "identityType": IDENTIFIER_TYPE,
    }
)
PROFILE = thing(
    {"id": ADDRESS, "type": kinds("Profile")},
    {"name": TEXT, "url": ADDRESS, "otherIdentifier": many(IDENTIFIER)},
)
ALIGNMENT = thing(
    {"type": kinds("Alignment"), "targetName": TEXT, "targetUrl": ADDRESS},
    {"targetCode": TEXT, "targetFramework": TEXT},
)
RESULT_DESCRIPTION = thing(
    {"id": ADDRESS, "type": kinds("ResultDescription"), "name": TEXT, "resultType": RESULT_TYPE}
)
RESULT = thing({"type": kinds("Result")}, {"resultDescription": ADDRESS, "value": TEXT})
ACHIEVEMENT = thing(
    {
        "id": ADDRESS,
        "type": kinds("Achievement"),
        "criteria": thing({"narrative": TEXT}),
        "description": TEXT,
        "name": TEXT,
    },
    {
        "achievementType": ACHIEVEMENT_TYPE,
        "alignment": many(ALIGNMENT),
        "creator": PROFILE,
        "inLanguage": {"type": "string", "pattern": r"^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"},
        "resultDescription": many(RESULT_DESCRIPTION),
        "tag": many(TEXT),
    },
)
SUBJECT = thing(
    # Open Badges: an `id`, or at least one `identifier`.
    {"type": kinds("AchievementSubject"), "achievement": ACHIEVEMENT, "identifier": many(IDENTITY)},
    {
        "activityStartDate": MOMENT,
        "activityEndDate": MOMENT,
        "licenseNumber": TEXT,
        "result": many(RESULT),
    },
)
STATUS = thing(
    {
        "type": {"const": "BitstringStatusListEntry"},
        "statusPurpose": {"enum": ["revocation", "suspension", "refresh", "message"]},
        "statusListIndex": {"type": "string", "pattern": "^(0|[1-9][0-9]*)$"},
        "statusListCredential": ADDRESS,
        "id": ADDRESS,  # optional for the W3C, asked for by Open Badges
    }
)
PROOF = thing(
    {
        "type": {"const": "DataIntegrityProof"},
        "cryptosuite": {"const": "eddsa-rdfc-2022"},
        "created": MOMENT,
        "verificationMethod": ADDRESS,
        "proofPurpose": {"const": "assertionMethod"},
        "proofValue": {"type": "string", "pattern": "^z[1-9A-HJ-NP-Za-km-z]+$"},
    }
)
OPEN_BADGE = thing(
    {
        "@context": {
            "type": "array",
            "prefixItems": [
                {"const": CREDENTIALS},
                {
                    "type": "string",
                    "pattern": r"^https://purl\.imsglobal\.org/spec/ob/v3p0/context(-3\.\d\.\d)*\.json$",
                },
            ],
            "minItems": 2,
            "items": False,
        },
        "id": ADDRESS,
        "type": kinds("VerifiableCredential", "OpenBadgeCredential"),
        "name": TEXT,
        "credentialSubject": SUBJECT,
        "issuer": PROFILE,
        "validFrom": MOMENT,
        "credentialStatus": STATUS,
        "proof": many(PROOF),
    },
    {"validUntil": MOMENT, "awardedDate": MOMENT},
)
STATUS_LIST = thing(
    {
        "@context": {"type": "array", "minItems": 1, "prefixItems": [{"const": CREDENTIALS}], "items": False},
        "id": ADDRESS,
        "type": kinds("VerifiableCredential", "BitstringStatusListCredential"),
        "issuer": ADDRESS,
        "validFrom": MOMENT,
        "validUntil": MOMENT,
        "credentialSubject": thing(
            {
                "type": {"const": "BitstringStatusList"},
                "statusPurpose": {"const": "revocation"},
                "encodedList": {"type": "string", "pattern": "^u[A-Za-z0-9_-]+$"},
            },
            {"id": ADDRESS},
        ),
        "proof": PROOF,
    }
)
