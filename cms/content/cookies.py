FR = {
    "title": "Cookies",
    "slug": "cookies",
    "lead": "Quatre cookies, tous nécessaires. C'est pourquoi aucune fenêtre ne vous demande votre accord.",
    "show_in_footer": True,
    "body": [
        (
            "facts",
            [
                (
                    "sessionid",
                    "Garde votre compte ouvert. Jusqu'à la fermeture du navigateur, ou 14 jours si vous le choisissez.",
                ),
                (
                    "device",
                    "Lie votre compte à ce navigateur : une connexion volée ne sert à rien ailleurs. 12 mois.",
                ),
                ("csrftoken", "Protège les formulaires contre l'envoi par un autre site. 12 mois."),
                ("django_language", "Retient le français ou le néerlandais. 12 mois au plus."),
            ],
        ),
        (
            "text",
            "<p>Ni publicité, ni mesure d'audience, ni vidéo, carte ou police venue d'un autre site. Vous pouvez effacer "
            "ces cookies dans votre navigateur : il faudra seulement vous reconnecter.</p>",
        ),
    ],
}

NL = {
    "title": "Cookies",
    "slug": "cookies",
    "lead": "Vier cookies, allemaal nodig. Daarom vraagt geen enkel venster je toestemming.",
    "show_in_footer": True,
    "body": [
        (
            "facts",
            [
                (
                    "sessionid",
                    "Houdt je account open. Tot je de browser sluit, of 14 dagen als je dat kiest.",
                ),
                (
                    "device",
                    "Verbindt je account met deze browser: een gestolen aanmelding werkt nergens anders. 12 maanden.",
                ),
                ("csrftoken", "Beschermt de formulieren tegen verzending vanaf een andere site. 12 maanden."),
                ("django_language", "Onthoudt Frans of Nederlands. Hoogstens 12 maanden."),
            ],
        ),
        (
            "text",
            "<p>Geen reclame, geen bezoekersstatistieken, geen video, kaart of lettertype van een andere site. Je kunt deze "
            "cookies wissen in je browser: je moet je dan alleen opnieuw aanmelden.</p>",
        ),
    ],
}
