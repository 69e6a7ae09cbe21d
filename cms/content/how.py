FR = {
    "title": "Comment ça marche",
    "slug": "comment-ca-marche",
    "lead": "De la première visite à l'attestation : ce qui vous attend, étape par étape.",
    "show_in_menus": True,
    "body": [
        (
            "steps",
            [
                (
                    "Choisissez votre session",
                    "Le catalogue montre les dates, les horaires, la ville et les places qui restent. "
                    "Pas de compte nécessaire pour regarder.",
                ),
                (
                    "Inscrivez-vous en ligne",
                    "Nom, date de naissance, commune, identifiant France Travail si vous l'avez. Dix minutes suffisent, "
                    "et vous pouvez vous arrêter puis reprendre.",
                ),
                (
                    "Recevez une réponse",
                    "S'il reste une place, elle est à vous. Sinon, vous voyez votre rang sur la liste d'attente ; "
                    "quand une place se libère, nous vous l'offrons.",
                ),
                (
                    "Venez le premier jour",
                    "La convocation donne l'adresse, le bus, le nom de la formatrice et ce qu'il faut apporter.",
                ),
                (
                    "Suivez vos progrès",
                    "Votre page montre vos heures et votre niveau dans cinq activités langagières, au début et à la fin.",
                ),
                (
                    "Recevez votre attestation",
                    "En français et en néerlandais, avec un code que l'agence d'intérim vérifie en ligne.",
                ),
            ],
        ),
        (
            "text",
            "<h2>Combien ça coûte ?</h2><p>Rien. La formation est payée par des organismes publics. Vous n'avancez "
            "pas d'argent.</p>"
            "<h2>Et mes droits ?</h2><p>Votre indemnisation dépend de votre situation. Parlez-en à votre conseiller "
            "France Travail avant le premier jour : il vous dit ce qui s'applique à vous. Nous vous donnons les "
            "documents dont il a besoin.</p>"
            "<h2>Je n'ai jamais appris de langue</h2><p>C'est le cas de beaucoup de personnes. Les groupes vers A1 "
            "commencent à zéro. Il faut savoir lire et écrire en français.</p>"
            "<h2>Et si je trouve du travail avant la fin ?</h2><p>Tant mieux, c'est le but. Prévenez-nous : vous gardez "
            "la preuve des heures suivies.</p>"
            "<h2>J'ai besoin d'un aménagement</h2><p>Vue, audition, mobilité, fatigue, lecture difficile : notre "
            "référente handicap prépare la formation avec vous. Ce que vous lui dites reste entre vous.</p>",
        ),
        ("action", ("Voir les formations", "catalogue")),
    ],
}

NL = {
    "title": "Hoe het werkt",
    "slug": "hoe-het-werkt",
    "lead": "Van het eerste bezoek tot het attest: wat je te wachten staat, stap voor stap.",
    "show_in_menus": True,
    "body": [
        (
            "steps",
            [
                (
                    "Kies je sessie",
                    "De catalogus toont de data, het uurrooster, de gemeente en de vrije plaatsen. "
                    "Je hebt geen account nodig om te kijken.",
                ),
                (
                    "Schrijf je online in",
                    "Naam, geboortedatum, gemeente, je nummer van France Travail als je het hebt. Tien minuten volstaan, "
                    "en je kunt stoppen en later verdergaan.",
                ),
                (
                    "Krijg een antwoord",
                    "Is er nog een plaats, dan is ze voor jou. Anders zie je je plaats op de wachtlijst; komt er een "
                    "plaats vrij, dan bieden we ze je aan.",
                ),
                (
                    "Kom op de eerste dag",
                    "De uitnodiging vermeldt het adres, de bus, de naam van de lesgever en wat je meebrengt.",
                ),
                (
                    "Volg je vooruitgang",
                    "Je pagina toont je uren en je niveau voor vijf vaardigheden, bij het begin en op het einde.",
                ),
                (
                    "Krijg je attest",
                    "In het Frans en in het Nederlands, met een code die het uitzendkantoor online controleert.",
                ),
            ],
        ),
        (
            "text",
            "<h2>Wat kost het?</h2><p>Niets. Overheden betalen de opleiding. Je schiet geen geld voor.</p>"
            "<h2>En mijn uitkering?</h2><p>Dat hangt af van je situatie. Praat erover met je bemiddelaar van France "
            "Travail, vóór de eerste dag: die zegt wat voor jou geldt. Wij geven je de documenten die daarvoor nodig "
            "zijn.</p>"
            "<h2>Ik heb nooit een taal geleerd</h2><p>Dat geldt voor veel mensen. De groepen naar A1 beginnen bij nul. "
            "Je moet wel Frans kunnen lezen en schrijven.</p>"
            "<h2>En als ik werk vind vóór het einde?</h2><p>Des te beter, dat is het doel. Laat het ons weten: je houdt "
            "het bewijs van de gevolgde uren.</p>"
            "<h2>Ik heb een aanpassing nodig</h2><p>Zicht, gehoor, mobiliteit, vermoeidheid, moeilijk lezen: ons "
            "aanspreekpunt handicap bereidt de opleiding samen met jou voor. Wat je vertelt, blijft tussen jullie.</p>",
        ),
        ("action", ("Bekijk de opleidingen", "catalogue")),
    ],
}
