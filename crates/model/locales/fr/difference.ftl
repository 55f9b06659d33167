## La différence entre des plans
difference-base = le plan tel qu'il est
difference-proved = { $n ->
    [0] Rien ne doit changer (prouvé).
    [one] Un changement suffit, et il en faut autant (prouvé).
   *[other] { $n } changements suffisent, et il en faut autant (prouvé).
}
difference-bound = { $n ->
    [one] Un changement suffit ; il en faut au moins { $least } (prouvé).
   *[other] { $n } changements suffisent ; il en faut au moins { $least } (prouvé).
}
difference-none = Aucun plan ne respecte toutes les règles strictes ; { $least ->
    [one] il faut au moins { $least } changement (prouvé).
   *[other] il faut au moins { $least } changements (prouvé).
}
difference-steps = De presque aucun changement au meilleur plan trouvé :
difference-step = { $n ->
    [one] { $n } cours, { $people } personnes : dur { $hard }, coût { $soft }
   *[other] { $n } cours, { $people } personnes : dur { $hard }, coût { $soft }
}
difference-plan = { $name } : dur { $hard }, coût { $soft }
difference-changes = { $lessons ->
    [one] { $lessons } cours diffère ({ $teachers } d'enseignant, { $times } d'heure), { $people } personnes, { $classes } classes.
   *[other] { $lessons } cours diffèrent ({ $teachers } d'enseignant, { $times } d'heure), { $people } personnes, { $classes } classes.
}
difference-others = Cours nouveaux : { $new }, disparus : { $gone } ; blocs dans un autre local : { $rooms }.
difference-not-given = non donné
difference-rules = Règles : écart (coût)
difference-lessons = Cours
difference-lose = Qui perd (points contre chaque plan)
difference-gain = Qui gagne (points contre chaque plan)
difference-classes = Classes
difference-title = La différence
difference-points-about = Les points sont les écarts aux règles qui concernent quelqu'un, chacun multiplié par le poids de sa règle : moins vaut mieux.
difference-person = Personne
difference-class = Classe
difference-lesson = Cours
difference-positions = Cours en charge
difference-what-differs = Cours qui diffèrent
difference-plans = Plans
difference-sweep = Scénarios côte à côte
difference-scenario = Scénario
difference-changed = Cours changés
difference-least = Au moins
difference-seconds = Secondes
difference-outcome = Résultat
difference-done = chaque règle dure tient
difference-incomplete = une règle dure ne tient pas
difference-conflict = les demandes se contredisent
difference-wrong = le scénario est fautif
cli-sweep = { $done } scénarios sur { $all } étaient prêts, { $now } maintenant ; le tableau est { $table }.
