FR = {
    "title": "Apprenez le néerlandais. Travaillez en Flandre.",
    "slug": "accueil",
    "seo_title": "Formations gratuites au néerlandais pour demandeurs d'emploi",
    "lead": "Des formations gratuites pour les demandeurs d'emploi du littoral et de la Flandre française : "
    "en petit groupe, près de chez vous, avec les mots de votre métier.",
    "steps": [
        (
            "Choisissez une session",
            "Regardez la ville, les horaires et les places qui restent. Vous pouvez commencer sans un mot "
            "de néerlandais.",
        ),
        (
            "Inscrivez-vous en dix minutes",
            "Sur votre téléphone, sans papier. C'est complet ? Vous voyez votre rang sur la liste d'attente.",
        ),
        (
            "Parlez dès la première heure",
            "Consignes, sécurité, téléphone, entretien : on apprend avec les objets et les gestes du métier.",
        ),
        (
            "Montrez votre niveau",
            "Votre attestation est en français et en néerlandais. Une agence la vérifie en dix secondes.",
        ),
    ],
    "agencies_title": "Vous recrutez en Flandre ?",
    "agencies_text": "Tapez le code inscrit sur l'attestation : vous voyez le niveau par activité langagière, "
    "les heures suivies et si elle est toujours valide. Sans compte.",
}

NL = {
    "title": "Leer Nederlands. Werk over de grens.",
    "slug": "onthaal",
    "seo_title": "Gratis opleidingen Nederlands voor Franse werkzoekenden",
    "lead": "Gratis opleidingen Nederlands voor werkzoekenden uit Frans-Vlaanderen en de Opaalkust: in kleine "
    "groepen, dicht bij huis, met de woorden van het beroep.",
    "steps": [
        (
            "Kies een sessie",
            "Bekijk de gemeente, het uurrooster en de vrije plaatsen. Je kunt starten zonder één woord Nederlands.",
        ),
        (
            "Schrijf je in op tien minuten",
            "Op je telefoon, zonder papier. Volzet? Je ziet je plaats op de wachtlijst.",
        ),
        (
            "Spreek vanaf het eerste uur",
            "Opdrachten, veiligheid, telefoon, sollicitatie: je leert met de spullen en de handelingen van "
            "het beroep.",
        ),
        (
            "Toon je niveau",
            "Je attest is in het Frans en in het Nederlands. Een uitzendkantoor controleert het in tien seconden.",
        ),
    ],
    "agencies_title": "Werft u aan in Vlaanderen?",
    "agencies_text": "Typ de code van het attest: u ziet het niveau per vaardigheid, de gevolgde uren en of het "
    "geldig is. Zonder account.",
}
