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
            "<p>Le GECT West-Vlaanderen / Flandre-Dunkerque-Côte d'Opale décide de ce qui est fait de vos données. "
            "L'organisme de formation travaille pour lui, l'hébergeur aussi. Le délégué à la protection des données (DPO) "
            "répond à vos questions : son adresse est au bas de cette page.</p>",
        ),
        (
            "Que demandons-nous, et pourquoi ?",
            "De quoi vous inscrire, vous joindre et prouver votre formation.",
            "<ul><li>Nom, date de naissance, contact, commune, disponibilités : traiter votre inscription et organiser la "
            "formation. Base : mission d'intérêt public (RGPD, article 6.1.e).</li>"
            "<li>Identifiant France Travail, si vous en avez un : informer votre conseiller. Base : obligation légale "
            "(article 6.1.c ; Code du travail, L6353-10).</li>"
            "<li>Présences, heures, niveaux : les documents de formation et le contrôle des financeurs. Base : obligation "
            "légale (article 6.1.c).</li>"
            "<li>Attestation et code de vérification : mission d'intérêt public. C'est vous qui donnez le code.</li>"
            "<li>Besoin d'un aménagement : avec votre accord explicite (article 9.2.a).</li>"
            "<li>Suivi après la formation, statistiques : mission d'intérêt public.</li></ul>"
            "<p>Sans les réponses obligatoires, nous ne pouvons pas vous inscrire. Aucune décision n'est prise par une "
            "machine seule.</p>",
        ),
        (
            "Que ne demandons-nous jamais ?",
            "Ni numéro de sécurité sociale, ni santé, ni copie de papiers, ni compte bancaire.",
            "<p>Si vous avez besoin d'un aménagement, dites seulement ce qui vous aide ; seule la référente handicap le lit, "
            "avec votre accord.</p>",
        ),
        (
            "Qui voit vos données ?",
            "L'équipe, vos formateurs pour leur session, votre conseiller si c'est lui qui vous oriente.",
            "<p>Les financeurs publics contrôlent les présences. Votre conseiller voit où vous en êtes, jamais une évaluation. "
            "Une agence ne voit rien de vous, sauf l'attestation dont vous lui donnez le code. La page de vérification ne "
            "montre ni votre adresse e-mail, ni votre date de naissance, et nous ne gardons pas qui la consulte. Les données "
            "restent dans l'Union européenne.</p>",
        ),
        (
            "Combien de temps ?",
            "Le temps que la loi demande, puis nous effaçons.",
            "<ul><li>Compte dont l'adresse n'est pas confirmée : 7 jours. L'effacement est automatique.</li>"
            "<li>Formulaire commencé et non envoyé : 30 jours. L'effacement est automatique.</li>"
            "<li>Demande sans suite, compte sans activité : 24 mois au plus.</li>"
            "<li>CV et justificatif que vous ajoutez : 12 mois après la formation, 6 mois après une demande sans suite.</li>"
            "<li>Preuves de la formation : jusqu'à 5 ans après le 31 décembre de l'année du dernier paiement européen, 10 ans "
            "si un financeur l'exige.</li>"
            "<li>Attestation : 10 ans, ou jusqu'à votre demande, pour que vous puissiez la montrer.</li>"
            "<li>Journaux techniques du serveur : 12 mois au plus.</li></ul>",
        ),
        (
            "Quels sont vos droits ?",
            "Voir, corriger, emporter, vous opposer, limiter, faire effacer. Réponse en un mois.",
            "<p>Écrivez au délégué à la protection des données. Vous pouvez retirer un accord à tout moment : cela ne change "
            "rien à votre place. Nous ne pouvons pas effacer ce que la loi nous oblige à garder. Si la réponse ne vous "
            'convient pas, vous pouvez saisir la <a href="https://www.cnil.fr/fr/plaintes">CNIL</a>. Un partenaire flamand a '
            'traité vos données ? La <a href="https://www.gegevensbeschermingsautoriteit.be/">GBA</a> et, pour les '
            "autorités flamandes, la VTC vous répondent en Belgique.</p>",
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
            "<p>De EGTS West-Vlaanderen / Flandre-Dunkerque-Côte d'Opale beslist wat er met je gegevens gebeurt. De "
            "opleidingsverstrekker werkt in haar opdracht, de hostingfirma ook. De functionaris voor gegevensbescherming "
            "(DPO) beantwoordt je vragen: het adres staat onderaan deze pagina.</p>",
        ),
        (
            "Wat vragen we, en waarom?",
            "Wat nodig is om je in te schrijven, je te bereiken en je opleiding te bewijzen.",
            "<ul><li>Naam, geboortedatum, contact, gemeente, beschikbaarheid: je inschrijving behandelen en de opleiding "
            "organiseren. Grond: taak van algemeen belang (AVG, artikel 6.1.e).</li>"
            "<li>Je nummer van France Travail, als je er een hebt: je bemiddelaar informeren. Grond: wettelijke plicht "
            "(artikel 6.1.c; Franse Code du travail, L6353-10).</li>"
            "<li>Aanwezigheden, uren, niveaus: de opleidingsdocumenten en de controle door wie de opleiding betaalt. Grond: "
            "wettelijke plicht (artikel 6.1.c).</li>"
            "<li>Attest en verificatiecode: taak van algemeen belang. Jij geeft de code door.</li>"
            "<li>Een aanpassing die je nodig hebt: met je uitdrukkelijke toestemming (artikel 9.2.a).</li>"
            "<li>Opvolging na de opleiding, statistieken: taak van algemeen belang.</li></ul>"
            "<p>Zonder de verplichte antwoorden kunnen we je niet inschrijven. Geen enkele beslissing wordt alleen door een "
            "computer genomen.</p>",
        ),
        (
            "Wat vragen we nooit?",
            "Geen rijksregisternummer, geen gezondheid, geen kopie van papieren, geen bankrekening.",
            "<p>Heb je een aanpassing nodig, zeg dan alleen wat je helpt; enkel het aanspreekpunt handicap leest het, met jouw "
            "toestemming.</p>",
        ),
        (
            "Wie ziet je gegevens?",
            "Het team, je lesgevers voor hun sessie, je bemiddelaar als die je doorverwijst.",
            "<p>Wie de opleiding betaalt, controleert de aanwezigheden. Je bemiddelaar ziet hoever je staat, nooit een "
            "evaluatie. Een uitzendkantoor ziet niets van jou, behalve het attest waarvan je zelf de code geeft. De "
            "verificatiepagina toont je e-mailadres en je geboortedatum niet, en we bewaren niet wie ze bekijkt. De gegevens "
            "blijven in de Europese Unie.</p>",
        ),
        (
            "Hoelang?",
            "Zolang de wet het vraagt; daarna wissen we.",
            "<ul><li>Een account waarvan het adres niet bevestigd is: 7 dagen. Dat wissen gebeurt automatisch.</li>"
            "<li>Een formulier dat je begon en niet verstuurde: 30 dagen. Dat wissen gebeurt automatisch.</li>"
            "<li>Een aanvraag zonder gevolg, een account zonder activiteit: hoogstens 24 maanden.</li>"
            "<li>Een cv of bewijs dat je toevoegt: 12 maanden na de opleiding, 6 maanden na een aanvraag zonder gevolg.</li>"
            "<li>Bewijzen van de opleiding: tot 5 jaar na 31 december van het jaar van de laatste Europese betaling, 10 jaar "
            "als een financier dat eist.</li>"
            "<li>Het attest: 10 jaar, of tot je vraagt het te wissen, zodat je het kunt tonen.</li>"
            "<li>Technische logboeken van de server: hoogstens 12 maanden.</li></ul>",
        ),
        (
            "Welke rechten heb je?",
            "Inkijken, verbeteren, meenemen, bezwaar maken, beperken, laten wissen. Antwoord binnen een maand.",
            "<p>Schrijf naar de functionaris voor gegevensbescherming. Een toestemming kun je altijd intrekken: dat verandert "
            "niets aan je plaats. Wat de wet ons verplicht te bewaren, kunnen we niet wissen. Ben je niet tevreden met het "
            'antwoord, dan kun je naar de Franse <a href="https://www.cnil.fr/fr/plaintes">CNIL</a> stappen. Gaat het over een '
            'Vlaamse partner? Dan helpen de <a href="https://www.gegevensbeschermingsautoriteit.be/">'
            "Gegevensbeschermingsautoriteit (GBA)</a> en, voor Vlaamse overheden, de Vlaamse Toezichtcommissie (VTC).</p>",
        ),
    ],
}
