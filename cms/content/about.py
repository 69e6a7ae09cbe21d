FR = {
    "title": "Qui sommes-nous",
    "slug": "qui-sommes-nous",
    "lead": "Un organisme public à cheval sur la frontière : des collectivités et des États, français et belges, qui "
    "travaillent ensemble depuis Dunkerque.",
    "show_in_footer": True,
    "body": [
        (
            "text",
            "<p>Le Groupement européen de coopération territoriale (GECT) West-Vlaanderen / Flandre-Dunkerque-Côte d'Opale "
            "réunit ses membres autour des questions que la frontière pose chaque jour : se déplacer, se soigner, "
            "travailler. De chaque côté, on parle une autre langue ; l'emploi, lui, est souvent de l'autre côté.</p>"
            "<p>Grenstaal organise la formation au néerlandais des demandeurs d'emploi : le choix des sessions avec les "
            "partenaires, l'inscription, le suivi, l'attestation.</p>",
        ),
        ("members", None),
        (
            "text",
            "<h2>Pourquoi « Grenstaal » ?</h2><p>En néerlandais, <i>taalgrens</i> est la frontière des langues. En retournant "
            "le mot, la frontière devient une langue : <i>grenstaal</i>, celle que l'on parle quand on travaille "
            "ensemble.</p>",
        ),
    ],
}

NL = {
    "title": "Wie zijn we",
    "slug": "wie-zijn-we",
    "lead": "Een publieke organisatie over de grens heen: Franse en Belgische overheden die vanuit Duinkerke samenwerken.",
    "show_in_footer": True,
    "body": [
        (
            "text",
            "<p>De Europese Groepering voor Territoriale Samenwerking (EGTS) West-Vlaanderen / "
            "Flandre-Dunkerque-Côte d'Opale brengt haar leden samen rond de vragen die de grens elke dag stelt: zich "
            "verplaatsen, zorg krijgen, werken. Aan elke kant spreekt men een andere taal; het werk ligt vaak aan de "
            "overkant.</p>"
            "<p>Grenstaal organiseert de opleiding Nederlands voor werkzoekenden: de keuze van de sessies met de partners, "
            "de inschrijving, de opvolging, het attest.</p>",
        ),
        ("members", None),
        (
            "text",
            "<h2>Waarom “Grenstaal”?</h2><p>Draai het woord <i>taalgrens</i> om, en de grens wordt een taal: "
            "<i>grenstaal</i>, de taal die je spreekt als je samenwerkt.</p>",
        ),
    ],
}
