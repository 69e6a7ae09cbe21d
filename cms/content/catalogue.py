FR = {
    "title": "Formations",
    "slug": "formations",
    "lead": "Toutes nos sessions de néerlandais professionnel. Gratuites, en petit groupe, de Calais à Furnes.",
    "empty_text": "Dites-nous ce que vous cherchez : une ville, un horaire, un métier. Nous ouvrons les sessions là "
    "où il y a des candidats, et nous vous prévenons.",
    "search_description": "Les sessions de néerlandais professionnel près de la frontière : dates, horaires, villes et "
    "places restantes.",
    "show_in_menus": True,
}

NL = {
    "title": "Opleidingen",
    "slug": "opleidingen",
    "lead": "Al onze sessies Nederlands op de werkvloer. Gratis, in kleine groepen, van Calais tot Veurne.",
    "empty_text": "Laat ons weten wat je zoekt: een gemeente, een uurrooster, een beroep. We openen sessies waar er "
    "kandidaten zijn, en we verwittigen je.",
    "search_description": "De sessies Nederlands op de werkvloer aan de grens: data, uurroosters, gemeenten en vrije "
    "plaatsen.",
    "show_in_menus": True,
}
