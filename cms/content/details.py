"""The settings of the demo site: real bodies, fictional addresses and numbers (example.org, 03 53 01)."""

FUNDING = {
    "programme_fr": "France – Wallonie – Vlaanderen",
    "programme_nl": "France – Wallonie – Vlaanderen",
    "project_fr": "Grenstaal ouvre l'emploi en Flandre aux demandeurs d'emploi français : des formations au néerlandais "
    "professionnel et une attestation lisible des deux côtés. Avec le soutien du Fonds européen de développement régional.",
    "project_nl": "Grenstaal opent de Vlaamse arbeidsmarkt voor Franse werkzoekenden: opleidingen Nederlands op de werkvloer "
    "en een attest dat aan beide kanten leesbaar is. Met steun van het Europees Fonds voor Regionale Ontwikkeling.",
}

CONTACT = {
    "phone": "+33 3 53 01 00 42",
    "email": "bonjour@example.org",
    "address": "Pertuis de la Marine\n59140 Dunkerque",
    "hours_fr": "du lundi au vendredi, de 9 h à 12 h et de 14 h à 17 h",
    "hours_nl": "van maandag tot vrijdag, van 9 tot 12 uur en van 14 tot 17 uur",
    "disability_name": "Hélène Vandamme",
    "disability_email": "handicap@example.org",
    "disability_phone": "+33 3 53 01 00 43",
    "dpo_email": "dpo@example.org",
}
