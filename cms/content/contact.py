FR = {
    "title": "Contact",
    "slug": "contact",
    "lead": "Une question, un doute, un aménagement ? Une personne vous répond, en français ou en néerlandais.",
    "show_in_footer": True,
    "body": [
        ("contact", None),
        (
            "text",
            "<h2>Vous cherchez une formation qui n'existe pas encore ?</h2><p>Écrivez-nous la ville, l'horaire et le métier "
            "qui vous iraient. Nous ouvrons une session quand six personnes l'attendent.</p>"
            "<h2>Quelque chose ne va pas ?</h2><p>Une réclamation reçoit une réponse écrite en moins de quinze jours. Elle "
            "ne change rien à votre place.</p>",
        ),
    ],
}

NL = {
    "title": "Contact",
    "slug": "contact",
    "lead": "Een vraag, een twijfel, een aanpassing? Iemand antwoordt je, in het Nederlands of in het Frans.",
    "show_in_footer": True,
    "body": [
        ("contact", None),
        (
            "text",
            "<h2>Zoek je een opleiding die nog niet bestaat?</h2><p>Schrijf ons welke gemeente, welk uurrooster en welk beroep "
            "voor jou passen. We openen een sessie zodra zes mensen erop wachten.</p>"
            "<h2>Loopt er iets fout?</h2><p>Op een klacht krijg je binnen vijftien dagen een schriftelijk antwoord. Ze "
            "verandert niets aan je plaats.</p>",
        ),
    ],
}
