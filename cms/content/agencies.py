FR = {
    "title": "Agences et employeurs",
    "menu_title": "Recruter",
    "slug": "agences-et-employeurs",
    "lead": "Des candidats motivés, qui comprennent les consignes et la sécurité en néerlandais. Et une attestation que "
    "vous pouvez croire.",
    "show_in_menus": True,
    "body": [
        ("certificate_check", None),
        (
            "text",
            "<h2>Ce que dit l'attestation</h2><p>Un niveau par activité langagière, évalué par la formatrice ou le formateur à "
            "la fin de la formation, sur l'échelle européenne (CECRL). Les heures réellement suivies. Ce que la personne sait faire "
            "dans son métier.</p>",
        ),
        (
            "facts",
            [
                (
                    "A1",
                    "Comprend une consigne courte, les chiffres et les panneaux. Se présente. Demande de répéter.",
                ),
                (
                    "A2",
                    "Suit les consignes habituelles, lit un bon ou une fiche, signale un problème, téléphone à l'agence.",
                ),
                ("B1", "Se débrouille dans l'équipe, explique ce qui s'est passé, écrit un court message."),
            ],
        ),
        (
            "text",
            "<h2>Ce que nous ne disons pas</h2><p>Ni l'adresse, ni l'âge, ni la santé. L'attestation évalue un niveau de "
            "langue : elle ne remplace pas un diplôme officiel comme le CNaVT.</p>"
            "<h2>Rencontrer un groupe</h2><p>À la fin de chaque session, nous invitons les agences qui le souhaitent. "
            "Dites-nous quels métiers vous cherchez et dans quelle ville.</p>",
        ),
        ("action", ("Nous écrire", "CONTACT")),
    ],
}

NL = {
    "title": "Uitzendkantoren en werkgevers",
    "menu_title": "Aanwerven",
    "slug": "uitzendkantoren-en-werkgevers",
    "lead": "Gemotiveerde kandidaten die de opdrachten en de veiligheid in het Nederlands begrijpen. En een attest waarop u "
    "kunt vertrouwen.",
    "show_in_menus": True,
    "body": [
        ("certificate_check", None),
        (
            "text",
            "<h2>Wat het attest zegt</h2><p>Een niveau per vaardigheid, door de lesgever geëvalueerd op het einde van de "
            "opleiding, volgens de Europese schaal (ERK). De uren die echt gevolgd zijn. Wat de persoon kan in het "
            "beroep.</p>",
        ),
        (
            "facts",
            [
                (
                    "A1",
                    "Begrijpt een korte opdracht, getallen en borden. Stelt zich voor. Vraagt om te herhalen.",
                ),
                (
                    "A2",
                    "Volgt de gewone opdrachten, leest een bon of een fiche, meldt een probleem, belt het kantoor.",
                ),
                ("B1", "Redt zich in de ploeg, legt uit wat er gebeurd is, schrijft een kort bericht."),
            ],
        ),
        (
            "text",
            "<h2>Wat we niet zeggen</h2><p>Geen adres, geen leeftijd, geen gezondheid. Het attest beoordeelt een "
            "taalniveau: het vervangt geen officieel taalcertificaat zoals het CNaVT.</p>"
            "<h2>Een groep ontmoeten</h2><p>Op het einde van elke sessie nodigen we de uitzendkantoren uit die dat willen. "
            "Laat ons weten welke beroepen u zoekt en in welke gemeente.</p>",
        ),
        ("action", ("Schrijf ons", "CONTACT")),
    ],
}
