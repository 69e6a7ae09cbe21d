from training.domain.requests import PRIVACY_VERSION as VERSION

FR = {
    "title": "Vos données personnelles",
    "slug": "donnees-personnelles",
    "show_in_footer": True,
    "version": VERSION,
    "lead": "Nous demandons le moins possible, nous disons pourquoi, et rien n'est transmis à une agence sans votre accord.",
    "layers": [
        (
            "Qui est responsable ?",
            "Le groupement (GECT), un organisme public dont le siège est à Dunkerque.",
            "<p>Le GECT West-Vlaanderen / Flandre-Dunkerque-Côte d'Opale est responsable du traitement. L'organisme de "
            "formation agit pour son compte, et avec lui pour la pédagogie.</p>",
        ),
        (
            "Que demandons-nous, et pourquoi ?",
            "De quoi vous inscrire, vous joindre et prouver votre formation.",
            "<ul><li>Nom, date de naissance, contact, commune : traiter votre inscription (mission d'intérêt public).</li>"
            "<li>Identifiant France Travail, s'il existe : votre conseiller suit votre parcours (obligation légale).</li>"
            "<li>Présences, heures, niveaux : les documents de formation et le contrôle des financeurs (obligation "
            "légale).</li></ul>",
        ),
        (
            "Que ne demandons-nous jamais ?",
            "Ni numéro de sécurité sociale, ni santé, ni copie de papiers, ni compte bancaire.",
            "<p>Si vous avez besoin d'un aménagement, dites seulement ce qui vous aide ; seule la référente handicap le lit, "
            "avec votre accord.</p>",
        ),
        (
            "Qui voit vos données ?",
            "L'équipe, votre formatrice pour sa session, votre conseiller si c'est lui qui vous oriente.",
            "<p>Les financeurs publics peuvent contrôler les présences. Une agence ne voit rien de vous, sauf l'attestation "
            "dont vous lui donnez le code.</p>",
        ),
        (
            "Combien de temps ?",
            "Le temps que la loi demande, puis nous effaçons.",
            "<ul><li>Inscription sans suite : 24 mois au plus.</li><li>Preuves de la formation : selon les règles des "
            "financeurs, jusqu'à 5 ans après la fin de l'année du dernier paiement, 10 ans si elles l'exigent.</li>"
            "<li>Attestation : 10 ans, pour que vous puissiez la montrer.</li></ul>",
        ),
        (
            "Quels sont vos droits ?",
            "Voir, corriger, emporter, vous opposer, faire effacer. Réponse en un mois.",
            "<p>Écrivez au délégué à la protection des données. Si la réponse ne vous convient pas, vous pouvez saisir la "
            '<a href="https://www.cnil.fr/fr/plaintes">CNIL</a>.</p>',
        ),
    ],
}

NL = {
    "title": "Je persoonsgegevens",
    "slug": "persoonsgegevens",
    "show_in_footer": True,
    "version": VERSION,
    "lead": "We vragen zo weinig mogelijk, we zeggen waarom, en zonder jouw toestemming gaat er niets naar een uitzendkantoor.",
    "layers": [
        (
            "Wie is verantwoordelijk?",
            "De groepering (EGTS), een publieke organisatie met zetel in Duinkerke.",
            "<p>De EGTS West-Vlaanderen / Flandre-Dunkerque-Côte d'Opale is verwerkingsverantwoordelijke. De "
            "opleidingsverstrekker werkt in haar opdracht, en samen met haar voor het lesgeven.</p>",
        ),
        (
            "Wat vragen we, en waarom?",
            "Wat nodig is om je in te schrijven, je te bereiken en je opleiding te bewijzen.",
            "<ul><li>Naam, geboortedatum, contact, gemeente: je inschrijving behandelen (taak van algemeen belang).</li>"
            "<li>Je nummer bij France Travail, als je er een hebt: je bemiddelaar volgt je traject (wettelijke plicht).</li>"
            "<li>Aanwezigheden, uren, niveaus: de opleidingsdocumenten en de controle door de financiers (wettelijke "
            "plicht).</li></ul>",
        ),
        (
            "Wat vragen we nooit?",
            "Geen rijksregisternummer, geen gezondheid, geen kopie van papieren, geen bankrekening.",
            "<p>Heb je een aanpassing nodig, zeg dan alleen wat je helpt; enkel het aanspreekpunt handicap leest het, met jouw "
            "toestemming.</p>",
        ),
        (
            "Wie ziet je gegevens?",
            "Het team, je lesgever voor haar sessie, je bemiddelaar als die je doorverwijst.",
            "<p>Publieke financiers mogen de aanwezigheden controleren. Een uitzendkantoor ziet niets van jou, behalve het "
            "attest waarvan je zelf de code geeft.</p>",
        ),
        (
            "Hoelang?",
            "Zolang de wet het vraagt; daarna wissen we.",
            "<ul><li>Een aanvraag zonder gevolg: hoogstens 24 maanden.</li><li>Bewijzen van de opleiding: volgens de regels "
            "van de financiers, tot 5 jaar na het einde van het jaar van de laatste betaling, 10 jaar als zij dat eisen.</li>"
            "<li>Het attest: 10 jaar, zodat je het kunt tonen.</li></ul>",
        ),
        (
            "Welke rechten heb je?",
            "Inkijken, verbeteren, meenemen, bezwaar maken, laten wissen. Antwoord binnen een maand.",
            "<p>Schrijf naar de functionaris voor gegevensbescherming. Ben je niet tevreden met het antwoord, dan kun je naar "
            'de Franse <a href="https://www.cnil.fr/fr/plaintes">CNIL</a> stappen.</p>',
        ),
    ],
}
