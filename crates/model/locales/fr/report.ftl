## Tailles et quantités
report-points = { $n ->
    [one] { $shown } point
   *[other] { $shown } points
}
report-unit = { $n ->
    [one] { $n } unité
   *[other] { $n } unités
}
report-teachers = { $n ->
    [one] { $n } enseignant
   *[other] { $n } enseignants
}
report-starters = { $n ->
    [one] { $n } débutant
   *[other] { $n } débutants
}
report-others = { $n ->
    [one] { $n } autre
   *[other] { $n } autres
}
report-classes = { $n ->
    [one] { $n } classe
   *[other] { $n } classes
}
report-rooms = { $n ->
    [one] { $n } local
   *[other] { $n } locaux
}
report-lessons = { $n ->
    [one] { $n } cours
   *[other] { $n } cours
}
report-totals = { $teachers } ({ $starters }), { $classes }, { $rooms }, { $lessons } pour { $hours } par semaine en tout.
report-capacity = { $n ->
    [one] { $n } place
   *[other] { $n } places
}

## Ce qui est prouvé
report-stage-allocation = Qui enseigne quoi
report-stage-timetable = Quand et où
report-stage-fact = Faits de l’école
report-stage-unknown = Autres règles
report-all-hard-hold = Toutes les règles strictes sont respectées.
report-hard-broken = { $n ->
    [one] { $n } règle stricte n’est pas respectée.
   *[other] { $n } règles strictes ne sont pas respectées.
}
report-proof-optimal = Prouvé : aucune autre solution ne coûte moins.
report-proof-feasible = Prouvé : impossible de descendre sous { $bound } ; on peut donc encore gagner au plus { $gap } ({ $percent } %).
report-proof-unbounded = Combien on pourrait encore gagner n’est pas prouvé.
report-proof-incomplete = { $n ->
    [one] Les règles strictes s’écartent de { $n } unité en tout.
   *[other] Les règles strictes s’écartent de { $n } unités en tout.
}
report-made = Fait par Uurwerk { $version }, graine { $seed }, fils de calcul { $threads }. Cette page contient tout et ne demande rien au réseau.
report-tiers = Palier par palier
report-tier-law = Loi
report-tier-rights = Droits
report-tier-starter_protection = Protection des débutants
report-tier-fairness = Équité
report-tier-workload = Charge de travail
report-tier-wishes_and_continuity = Souhaits et continuité
report-revision = L’horaire a renvoyé les attributions : { $count ->
    [0] aucun cours n’a changé de professeur
    [one] { $count } cours a changé de professeur
   *[other] { $count } cours ont changé de professeur
}, et chaque règle stricte enfreinte auparavant est respectée.
report-revision-moved = { $lesson } : { $to } au lieu de { $from }.
report-revision-nobody = personne
report-revision-because = Ce qui ne pouvait aller ensemble :
report-fair-optimal = Prouvé sans le solveur : la difficulté de personne au-dessus de { $level } ne peut baisser, par dizaines, sans relever celle d’un autre au-dessus.
report-fair-feasible = La règle D7 mesure { $reached } ; des prix dans le plan prouvent, sans le solveur, que personne ne l’amène sous { $bound }.

## Les plus chargés d’abord
report-people = Les plus chargés d’abord
report-people-about = Toutes les personnes concernées par un écart à une règle, avec les raisons. Un écart à une règle souple compte en points : sa taille fois le poids de la règle. Ce qui est seulement mesuré est cité et ne compte pas de points.
report-people-none = Aucun écart ne concerne personne.
report-starter-year = débutant, année { $n }
report-hard-touched = règle stricte enfreinte
report-more = { $n ->
    [one] et { $n } autre
   *[other] et { $n } autres
}
report-more-people = { $n ->
    [one] encore { $n } personne
   *[other] encore { $n } personnes
}

## Règles
report-rules = Ce que chaque règle a coûté
report-rules-about = Les règles strictes doivent être respectées. Les règles souples coûtent leur poids par unité d’écart. Les règles mesurées sont comptées, jamais imposées.
report-rule = Règle
report-source = Source
report-mode = Mode
report-deviation = Écart
report-cost = Coût
report-sum = Coût de toutes les règles souples
report-holds = respectée
report-mode-hard = stricte
report-mode-soft = souple
report-mode-measure = mesurée
report-mode-off = inactive
report-source-memo = mémo { $section }
report-source-law = loi : { $law }
report-source-logic = logique
report-source-practice = usage
report-findings = { $n ->
    [one] { $n } constat
   *[other] { $n } constats
}

## Charges
report-loads = Charge et difficulté
report-loads-about = Charge en équivalents temps plein, tâches comprises. La difficulté est la moyenne, sur les heures données, de ce que la direction a fixé par classe, de 0 à 100 ; le trait est la moyenne du groupe.
report-starters-beside = Les débutants à côté des autres, en moyenne
report-mean-load = charge, par rapport à l’objectif
report-mean-difficulty = difficulté (0–100)
report-mean-hard-hours = heures dans les classes les plus difficiles
report-mean-subjects = branches
report-mean-preparations = préparations
report-group-starters = Débutants
report-group-others = Autres
report-load = Charge
report-range = contrat
report-target = objectif ou moyenne
report-outside = hors contrat
report-below = ▼ sous le contrat
report-above = ▲ au-dessus du contrat
report-difficulty = Difficulté
report-hours = Heures
report-subjects = Branches
report-preparations = Prépar.
report-hard-hours = { $n ->
    [one] { $n } heure dans les classes les plus difficiles
   *[other] { $n } heures dans les classes les plus difficiles
}

## Temps protégé
report-protected = Temps protégé
report-protected-about = Du temps pour apprendre les uns des autres ; il est aussi ferme dans l’horaire qu’un cours.
report-observation = Observation
report-meeting = Entretien
report-co-teaching = Coenseignement
report-team = Équipe
report-kept = { $kept } sur { $asked }
report-watches = observe { $people } : { $lesson }
report-watched = observé par { $people } : { $lesson }
report-teaches-with = avec { $people } : { $lesson }
report-talks-with = avec { $people }
report-support = Soutien, par nom et par heure
report-support-about = Quand chaque débutant parle avec le mentor, est observé et en entend parler, quand chaque équipe se réunit, et quand on peut demander aux élèves, aux équipes et aux personnes comment ça va.
report-support-starter = { $starter }, mentor { $mentor }
report-support-talks = Entretien : { $when }
report-support-watched = Observation : { $when }, { $lesson } ; discutée { $talk }
report-support-open = { $n ->
    [one] { $n } période de cours au choix
   *[other] { $n } périodes de cours au choix
} : { $when }
report-support-meets = Se réunit : { $when }
report-support-without = { $when }, sans { $who }
report-support-never = jamais

## Horaires
report-timetables = Horaires
report-timetables-about = Choisissez un enseignant, une classe ou un local. Sur papier, chacun a sa page.
report-no-timetable = Ce plan dit qui enseigne quoi ; il n’y a pas encore d’horaire.
report-teacher = Enseignant
report-class = Classe
report-room = Local
report-previous = Précédent
report-next = Suivant
report-print-one = Imprimer celui-ci
report-sheet-load = Charge { $load } (contrat { $min } à { $max }), heures de cours : { $n }
report-sheet-class = { $n ->
    [one] { $n } élève, difficulté { $difficulty }
   *[other] { $n } élèves, difficulté { $difficulty }
}
report-mentor = mentor
report-titularis = titulaire
report-role-lead = titulaire
report-role-co = coenseignant
report-role-guest = invité
report-role-trainee = stagiaire
report-role-duty = permanence
report-unplaced = { $n ->
    [one] { $n } bloc sans place
   *[other] { $n } blocs sans place
}

## La page elle-même
report-title = Horaire et attributions
report-skip = Aller au contenu
report-nav = Sections
report-nav-people = Personnes
report-nav-rules = Règles
report-nav-loads = Charges
report-nav-protected = Temps protégé
report-nav-timetables = Horaires

report-weeks = { $every ->
    [2] une semaine sur deux ({ $letter })
   *[other] une semaine sur quatre ({ $letter })
}

report-round-class = { $round } : { $class }
report-round-asks = { $teacher } : { $when }, { $lesson } ; discuté { $talk }
report-round-no-moment = { $teacher } : plus de moment libre
report-round-answers = { $who } peut répondre : { $when }
report-trainee = { $trainee }, { $group }
report-trainee-teaches = { $when } : donne { $lesson } chez { $hosts } ; { $n ->
    [0] observé par personne
   *[other] observé par { $watchers }
}
report-trainee-with = { $when } avec { $mentor }
report-trainee-feedback = Retour avec le groupe : { $when }
