FR = {
    "title": "Mentions légales",
    "slug": "mentions-legales",
    "lead": "Qui publie ce site, et à qui s'adresser.",
    "show_in_footer": True,
    "body": [
        (
            "facts",
            [
                (
                    "Éditeur",
                    "GECT West-Vlaanderen / Flandre-Dunkerque-Côte d'Opale, Pertuis de la Marine, 59140 Dunkerque",
                ),
                ("Direction de la publication", "La présidence du groupement"),
                (
                    "Hébergement",
                    "Démonstration : à compléter à l'installation (nom, adresse et téléphone de l'hébergeur)",
                ),
                (
                    "Textes et dessins",
                    "© le groupement. Les descripteurs « je peux » sont sous licence CC BY.",
                ),
                ("Logiciel", "Grenstaal, logiciel libre sous licence EUPL 1.2"),
                (
                    "Vérification",
                    "Texte de départ, à faire vérifier par le groupement avant la mise en ligne",
                ),
            ],
        ),
        (
            "text",
            "<h2>Organismes de formation</h2><p>Chaque session indique l'organisme qui la donne et, s'il en a un, son numéro "
            "de déclaration d'activité. Cet enregistrement ne vaut pas agrément de l'État.</p>",
        ),
    ],
}

NL = {
    "title": "Wettelijke vermeldingen",
    "slug": "wettelijke-vermeldingen",
    "lead": "Wie deze site uitgeeft en tot wie je je richt.",
    "show_in_footer": True,
    "body": [
        (
            "facts",
            [
                (
                    "Uitgever",
                    "EGTS West-Vlaanderen / Flandre-Dunkerque-Côte d'Opale, Pertuis de la Marine, 59140 Dunkerque (Frankrijk)",
                ),
                ("Verantwoordelijke uitgever", "Het voorzitterschap van de groepering"),
                (
                    "Hosting",
                    "Demonstratie: in te vullen bij de installatie (naam, adres en telefoon van de hoster)",
                ),
                (
                    "Teksten en tekeningen",
                    "© de groepering. De kan-beschrijvingen (“ik kan…”) staan onder licentie CC BY.",
                ),
                ("Software", "Grenstaal, vrije software onder licentie EUPL 1.2"),
                ("Nazicht", "Begintekst, door de groepering na te kijken vóór publicatie"),
            ],
        ),
        (
            "text",
            "<h2>Opleidingsverstrekkers</h2><p>Bij elke sessie staat wie ze geeft en, als dat er is, het Franse "
            "registratienummer. Die registratie is geen erkenning door de Staat.</p>",
        ),
    ],
}
