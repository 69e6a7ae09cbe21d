FR = {
    "title": "Déclaration d'accessibilité",
    "slug": "accessibilite",
    "show_in_footer": True,
    "results": "<p>Aucun audit de conformité n'a encore été réalisé par une personne indépendante. Le site est donc déclaré "
    "non conforme, bien qu'il ait été conçu et vérifié pour respecter les critères du RGAA 4.1.</p>",
    "not_accessible": "<p>Non-conformités connues :</p><ul><li>la carte de la côte n'est pas lisible par un lecteur "
    "d'écran : la liste des villes, juste en dessous, donne les mêmes liens ;</li><li>des documents envoyés par des "
    "partenaires peuvent ne pas être balisés : demandez-les-nous sous une autre forme.</li></ul>",
    "derogations": "<p>Aucune dérogation pour charge disproportionnée n'est demandée.</p>",
    "out_of_scope": "<p>Les sites de nos partenaires vers lesquels nous faisons des liens.</p>",
    "technologies": "HTML5, CSS, SVG, JavaScript (le site fonctionne sans)",
    "tested_with": "<p>Vérifications faites par l'équipe, pour chaque type de page, en français et en néerlandais :</p>"
    "<ul><li>axe-core dans Chromium, largeurs de 390 et 1280 pixels ;</li><li>clavier seul, texte à 200 %, contrastes "
    "clairs et sombres, sans images, sans JavaScript.</li></ul>",
    "contact": "<p>Si vous ne pouvez pas accéder à un contenu ou à un service, écrivez-nous : nous vous le donnons sous une "
    "autre forme ou nous vous orientons vers une personne.</p>",
    "recourse": "<p>Vous nous avez signalé un défaut d'accessibilité qui vous empêche d'accéder à un contenu ou à un service, "
    "et vous n'avez pas obtenu de réponse satisfaisante ? Vous pouvez :</p><ul><li>écrire un message au "
    '<a href="https://formulaire.defenseurdesdroits.fr/">Défenseur des droits</a> ;</li><li>contacter le '
    '<a href="https://www.defenseurdesdroits.fr/saisir/delegues">délégué du Défenseur des droits dans votre région</a> ;'
    "</li><li>envoyer un courrier par la poste (gratuit, sans timbre) : Défenseur des droits, Libre réponse 71120, "
    "75342 Paris CEDEX 07.</li></ul>",
}

NL = {
    "title": "Toegankelijkheidsverklaring",
    "slug": "toegankelijkheid",
    "show_in_footer": True,
    "results": "<p>Er is nog geen onafhankelijke toegankelijkheidsaudit gebeurd. De site is daarom niet conform "
    "verklaard, al is ze ontworpen en nagekeken volgens WCAG 2.2 AA.</p>",
    "not_accessible": "<p>Wat we weten:</p><ul><li>de kaart van de kust is niet leesbaar met een schermlezer: de lijst van "
    "gemeenten eronder geeft dezelfde links;</li><li>documenten van partners zijn soms niet getagd: vraag ons een andere "
    "vorm.</li></ul>",
    "derogations": "<p>Er wordt geen uitzondering wegens onevenredige last gevraagd.</p>",
    "out_of_scope": "<p>De websites van onze partners waarnaar we linken.</p>",
    "technologies": "HTML5, CSS, SVG, JavaScript (de site werkt ook zonder)",
    "tested_with": "<p>Het team keek elk type pagina na, in het Frans en in het Nederlands:</p><ul><li>axe-core in Chromium, "
    "op 390 en 1280 pixels breed;</li><li>alleen met het toetsenbord, tekst op 200 %, contrast licht en donker, zonder "
    "afbeeldingen, zonder JavaScript.</li></ul>",
    "contact": "<p>Kom je niet bij een inhoud of een dienst? Schrijf ons: we geven het je in een andere vorm of brengen je "
    "bij iemand die helpt.</p>",
    "recourse": "<p>Heb je ons een probleem gemeld en is het antwoord niet voldoende? De EGTS heeft haar zetel in "
    'Frankrijk: je kunt terecht bij de Franse <a href="https://www.defenseurdesdroits.fr/">Défenseur des droits</a>. Voor '
    'Vlaamse overheden kun je terecht bij de <a href="https://www.vlaamseombudsdienst.be/">Vlaamse Ombudsdienst</a>.</p>',
}
