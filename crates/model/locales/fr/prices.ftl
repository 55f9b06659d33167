## Ce que coûtent les règles
prices-title = Ce que coûte chaque règle
prices-about = Ce qu’on gagnerait si une seule règle tombait et que tout le reste demeurait : des points de toutes les autres règles souples, ou des heures-professeur, ou des unités d’une autre règle. Il est prouvé que chaque prix exact se trouve dans l’intervalle donné.
prices-plan = Le plan coûte { $points }.
prices-rule = Règle
prices-points = Points
prices-hours = Heures-prof.
prices-lessons = Cours qui changent
prices-range = { $low }–{ $amount }
prices-or = ou { $rule } : { $amount }
prices-differs = { $rule } : { $plan } dans le plan, { $other } sans { $dropped }
prices-move = { $lesson } : { $to } au lieu de { $from }
prices-nobody = personne
prices-more = { $n ->
    [one] et encore { $n } cours
   *[other] et encore { $n } cours
}
prices-free = { $n ->
    [one] Ne coûte rien, c’est prouvé : { $rules }.
   *[other] { $n } règles ne coûtent rien, c’est prouvé : { $rules }.
}
prices-none = Il n’y a pas de prix tant qu’une règle stricte n’est pas respectée.
tradeoff-title = { $first } face à { $second }
tradeoff-about = Le moins que { $second } puisse mesurer pour chaque valeur de { $first }, toutes les autres règles souples ne coûtant ensemble pas plus que dans le plan : { $points }.
tradeoff-state = Ce qui est connu
tradeoff-proved = prouvé
tradeoff-open = la valeur exacte est entre les deux
tradeoff-impossible = prouvé impossible
tradeoff-unknown = on ne sait si c’est possible
tradeoff-onwards = { $from } et plus
tradeoff-points = { $n ->
    [one] { $n } répartition de cette courbe a été trouvée.
   *[other] { $n } répartitions de cette courbe ont été trouvées ; la sortie JSON nomme leurs cours.
}
