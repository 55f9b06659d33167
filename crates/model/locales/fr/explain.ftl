### Pourquoi une école ne peut être servie, et pourquoi les choses sont ce qu’elles sont

demand-held = { $teacher } donne { $lesson } ({ $hours } h) dans la première répartition.
demand-X0 = { $lesson } prend { $hours ->
    [one] { $hours } période
   *[other] { $hours } périodes
} de la semaine.
demand-X4 = { $teacher } ne peut venir que { $n ->
    [one] { $n } période
   *[other] { $n } périodes
} par semaine.
demand-X6 = { $lesson } demande ses locaux pour { $hours ->
    [one] { $hours } période
   *[other] { $hours } périodes
}.
demand-K2-time = { $lesson } est fixé à { $place }.
demand-K2-room = { $lesson } est fixé dans le local { $room }.
demand-G4 = { $teacher } vient au plus { $n ->
    [one] { $n } demi-jour
   *[other] { $n } demi-jours
}.
demand-M9 = { $mentor } et { $starter } se voient { $n ->
    [one] une fois
   *[other] { $n } fois
} par semaine.
demand-M10 = { $mentor } observe { $n ->
    [one] un cours
   *[other] { $n } cours
} de { $starter } par semaine.
demand-C7 = { $class } est en entreprise : { $days }.
demand-G6 = { $who } a le temps d’aller d’un local à l’autre entre les cours d’une même journée.
demand-G7 = { $who } reste dans le même local d’un cours au suivant.
demand-G8 = { $lesson } a le local préféré.
demand-G9 = Les locaux de { $lesson } sont proches l’un de l’autre.
demand-C1 = { $team } se réunit { $n ->
    [one] une fois
   *[other] { $n } fois
} par semaine.

repair-A1 = { $lesson } reste sans { $n ->
    [one] enseignant
   *[other] { $n } enseignants
}.
repair-Q1 = { $lesson } est donné par quelqu’un qui n’en a pas le titre.
repair-K1 = On défait le lien fixe de { $lesson } avec { $teacher }.
repair-B4 = { $teacher } travaille { $n ->
    [one] { $n } heure
   *[other] { $n } heures
} hors des limites du contrat.
repair-B5 = { $teacher } travaille { $n ->
    [one] { $n } heure
   *[other] { $n } heures
} de plus ou de moins que ce que vise le contrat.
repair-Q2 = { $teacher } enseigne avec un titre plus faible ({ $n } points).
repair-R1 = { $teacher } reçoit { $n ->
    [one] { $n } heure
   *[other] { $n } heures
} de moins que son droit.
repair-S1 = { $teacher }, qui débute, enseigne { $n ->
    [one] { $n } branche
   *[other] { $n } branches
} de plus que demandé.
repair-S2 = { $teacher }, qui débute, enseigne dans { $n ->
    [one] { $n } degré
   *[other] { $n } degrés
} de plus que demandé.
repair-S3 = { $teacher } enseigne { $n ->
    [one] { $n } combinaison
   *[other] { $n } combinaisons
} de branche et de degré de plus que demandé.
repair-S7 = Les années de { $teacher }, qui débute, s’écartent de { $n ->
    [one] { $n } an
   *[other] { $n } ans
} de plus que demandé.
repair-D1 = { $teacher }, qui débute, donne { $n ->
    [one] { $n } heure
   *[other] { $n } heures
} de plus que demandé dans les classes les plus difficiles.
repair-D2 = { $teacher } porte { $n ->
    [one] { $n } heure de difficulté
   *[other] { $n } heures de difficulté
} de plus qu’une part équitable.
repair-D3 = La classe { $class } reçoit { $n ->
    [one] { $n } débutant
   *[other] { $n } débutants
} de plus que demandé.
repair-D4 = { $teacher } donne { $n ->
    [one] { $n } heure
   *[other] { $n } heures
} dans des classes difficiles de plus qu’une part équitable.
repair-D5 = { $teacher } dépasse de { $n ->
    [one] { $n } heure
   *[other] { $n } heures
} une part équitable des classes difficiles.
repair-D6 = { $teacher }, qui débute, donne { $n ->
    [one] { $n } heure
   *[other] { $n } heures
} dans des classes difficiles de plus que demandé.
repair-P1 = { $teacher } prépare { $n ->
    [one] { $n } cours
   *[other] { $n } cours
} de plus que demandé.
repair-B1 = { $teacher } travaille { $n ->
    [one] { $n } heure
   *[other] { $n } heures
} de plus qu’une charge équitable.
repair-W1 = Des souhaits de { $teacher } sur sa tâche ne sont pas exaucés ({ $n } points).
repair-S4 = { $teacher }, qui débute, enseigne dans plus de classes que demandé ({ $n } de plus).
repair-S5 = { $teacher }, qui débute, enseigne sur plus d’implantations que demandé ({ $n } de plus).
repair-P2 = { $teacher } a plus de corrections que demandé ({ $n } h de plus).
repair-P3 = { $teacher } a plus d’élèves que demandé ({ $n } de plus).
repair-P4 = { $teacher } a plus de contacts avec les parents que demandé ({ $n } de plus).
repair-P6 = { $teacher } a moins d’heures avec une classe que demandé ({ $n } h de moins).
repair-P8 = { $teacher }, qui débute, a de la plage ou plus de tâches que demandé ({ $n } h).
repair-B2 = { $teacher } a plus de cours que demandé pour les premières années ({ $n } h de plus).
repair-V3 = { $teacher }, expert, travaille plus qu’une charge équitable ({ $n } h de plus).
repair-X0 = { $n ->
    [one] { $n } bloc
   *[other] { $n } blocs
} de { $lesson } restent sans place dans la semaine.
repair-X4 = { $teacher } vient { $n ->
    [one] { $n } période
   *[other] { $n } périodes
} où ce n’est pas possible à présent.
repair-X6 = { $n ->
    [one] { $n } bloc
   *[other] { $n } blocs
} de { $lesson } restent sans local qui convienne.
repair-K2 = On défait ce qui était fixé pour le moment ou le local de { $lesson }.
repair-G4 = { $teacher } vient { $n ->
    [one] { $n } demi-jour
   *[other] { $n } demi-jours
} de plus.
repair-M9 = { $mentor } et { $starter } se voient { $n ->
    [one] une fois
   *[other] { $n } fois
} de moins.
repair-M10 = { $mentor } observe { $n ->
    [one] un cours
   *[other] { $n } cours
} de { $starter } de moins.
repair-C7 = { $class } a cours pendant { $n ->
    [one] { $n } période
   *[other] { $n } périodes
} de ses jours en entreprise ({ $days }).
repair-G6 = { $who } a { $n ->
    [one] { $n } trajet
   *[other] { $n } trajets
} entre des locaux pour lesquels le temps manque.
repair-G7 = { $who } change { $n ->
    [one] une fois
   *[other] { $n } fois
} de local entre des cours qui se suivent.
repair-G8 = { $lesson } a des locaux moins aimés, { $n ->
    [one] { $n } place
   *[other] { $n } places
} plus bas en tout.
repair-G9 = { $lesson } a { $n ->
    [one] { $n } paire
   *[other] { $n } paires
} de locaux éloignés l’un de l’autre.
repair-C1 = { $team } se réunit { $n ->
    [one] une fois
   *[other] { $n } fois
} de moins.

cli-conflict-repairs = Ce qui devrait céder (une de ces choses, la moins chère d’abord) :
cli-repair = Coût { $cost } ; le reste peut alors tenir (prouvé).
cli-repair-unknown = Coût { $cost } ; aucune autre contradiction n’a alors été trouvée.
cli-repair-contradicted = Coût { $cost } ; une autre contradiction reste alors.
cli-explain-proved = Pas de contradiction : toutes les demandes peuvent tenir ensemble (prouvé).
cli-explain-unknown = Aucune contradiction n’a été trouvée, ni de plan qui respecte chaque règle stricte. Plus de temps peut aider.

why-best = { $teacher } donne ceci ({ $target }) parce que tout autre choix coûte au moins { $low } de plus ; le moins cher trouvé coûte { $high } de plus.
why-must = { $teacher } doit donner ceci ({ $target }) : tout autre choix contredit les règles strictes.
why-nobody-else = { $teacher } donne ceci ({ $target }) parce que personne d’autre n’en a le titre.
why-not-held = { $teacher } ne donne rien de { $target } dans ce plan.
why-not-best = { $teacher } ne donne pas ceci ({ $target }) parce que cela coûterait au moins { $low } de plus ; le moins cher trouvé coûte { $high } de plus.
why-not-impossible = { $teacher } ne peut pas donner ceci ({ $target }) : cela contredit les règles strictes.
why-not-qualified = { $teacher } n’a le titre pour aucun cours de { $target }.
why-not-does = { $teacher } donne bien ceci ({ $target }) dans ce plan.
why-unsettled = Les autres choix n’ont pas été tranchés dans le temps donné ({ $teacher }, { $target }).
why-choice = { $lesson } à { $teacher } : { $low } à { $high } de plus.
why-choice-proved = { $lesson } à { $teacher } : { $high } de plus (prouvé).
why-choice-impossible = { $lesson } à { $teacher } : impossible.
why-choice-unsettled = { $lesson } à { $teacher } : non tranché dans le temps donné.
why-rule = { $rule } { $name } : { $from } devient { $to } (coût { $cost })
why-gains = { $teacher } reçoit { $lessons }.
why-loses = { $teacher } cède { $lessons }.
cli-why-which = Donnez ENSEIGNANT,CLASSE ou ENSEIGNANT,COURS (ids) : `{ $text }` ne désigne personne ou rien de l’école.
