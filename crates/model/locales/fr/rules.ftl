## Quantités
unit-hours = { $n ->
    [one] { $n } heure
   *[other] { $n } heures
}

### time

## Unités des règles sur le temps
unit-blocks = { $n ->
    [one] { $n } bloc
   *[other] { $n } blocs
}
unit-periods = { $n ->
    [one] { $n } période
   *[other] { $n } périodes
}
unit-locks = { $n ->
    [one] { $n } verrou
   *[other] { $n } verrous
}
unit-half-days = { $n ->
    [one] { $n } demi-jour
   *[other] { $n } demi-jours
}
unit-meetings = { $n ->
    [one] { $n } réunion
   *[other] { $n } réunions
}
unit-observations = { $n ->
    [one] { $n } observation
   *[other] { $n } observations
}

## Règles sur le temps
rule-X0 = Chaque cours a sa place
    .what = Chaque bloc de chaque cours a une place dans la semaine, dans un seul demi-jour.
    .why = Un cours absent de l'horaire n'est pas donné.
finding-X0 = { $lesson } : un bloc de { $length ->
    [one] { $length } période
   *[other] { $length } périodes
} n'a pas de place dans la semaine.
finding-X0-outside = { $lesson } : le bloc de { $length ->
    [one] { $length } période
   *[other] { $length } périodes
} le { $day }, période { $period }, sort de son demi-jour.

rule-X1 = Aucun enseignant à deux endroits
    .what = Personne n'a deux cours, ou un cours et du temps protégé, à la fois.
    .why = Personne n'est à deux endroits à la fois.
finding-X1 = { $teacher } a { $things } choses à la fois le { $day }, période { $period }.

rule-X2 = Aucune classe à deux endroits
    .what = Aucun élève n'a deux cours à la fois.
    .why = Personne n'est à deux endroits à la fois.
finding-X2 = { $class } a { $lesson } et { $other } à la fois le { $day }, période { $period }.

rule-X3 = Aucun local occupé deux fois
    .what = Aucun local n'accueille deux cours à la fois.
    .why = Deux cours ne tiennent pas dans un seul local.
finding-X3 = { $room } accueille { $blocks } cours le { $day }, période { $period }.

rule-X4 = Les enseignants sont disponibles
    .what = Personne n'est demandé à un moment où il ne peut pas venir.
    .why = Un souhait de -3 sur un moment est un non : une autre école, un autre travail, des soins.
finding-X4 = { $teacher } est demandé le { $day }, période { $period }, mais ne peut pas venir.

rule-X5 = Les cours liés ensemble
    .what = Les cours d'un même lien se donnent au même moment.
    .why = Les groupes parallèles (religion, niveaux, moitiés) ne marchent que s'ils coïncident.
finding-X5 = Lien { $link } : les cours du bloc { $block } ne commencent pas ensemble.

rule-X6 = Des locaux adaptés
    .what = Chaque bloc a les locaux qu'il lui faut, du bon type.
    .why = Les sciences demandent un labo et la pratique un atelier.
finding-X6 = { $lesson } : un bloc n'a pas de local.
finding-X6-unfit = { $lesson } : { $room } n'est pas le type de local qu'il faut.

rule-X7 = Des locaux assez grands
    .what = Un local contient les élèves qui s'y trouvent.
    .why = Chaque élève a besoin d'une place.
finding-X7 = { $lesson } : { $room } est trop petit pour { $pupils ->
    [one] { $pupils } élève
   *[other] { $pupils } élèves
}.

rule-K2 = Les moments et locaux fixés le restent
    .what = Ce qui a été fixé pour le moment ou le local d'un cours le reste.
    .why = L'école en a décidé ainsi.
finding-K2-time = { $lesson } ne commence pas au moment fixé.
finding-K2-room = { $lesson } n'est pas dans le local fixé.

rule-G1 = Les cours répartis sur les jours
    .what = Un jour ne prend pas plus de blocs d'un cours que sa part de la semaine.
    .why = Les élèves apprennent mieux quand une branche revient à des jours différents.
finding-G1 = { $lesson } a { $blocks } blocs le { $day }, { $n } de plus que sa part.

rule-G2 = Peu d'heures creuses pour les enseignants
    .what = Les enseignants ont peu de périodes creuses entre la première et la dernière du jour.
    .why = Le mémorandum demande des horaires équilibrés (2.2) ; les creux font de longs jours.
finding-G2 = { $teacher } a { $n ->
    [one] { $n } période creuse
   *[other] { $n } périodes creuses
} par semaine.

rule-G3 = Pas de trous pour les classes
    .what = Une classe n'a pas de période libre entre la première et la dernière du jour.
    .why = Des élèves sans cours demandent une surveillance.
finding-G3 = { $class } a { $n ->
    [one] { $n } période libre
   *[other] { $n } périodes libres
} entre les cours.

rule-G4 = Les temps partiels sur peu de demi-jours
    .what = Qui travaille une part de la semaine ne vient pas plus que cette part des demi-jours.
    .why = Une part d'emploi doit laisser libre une part de la semaine.
finding-G4 = { $teacher } vient { $n ->
    [one] { $n } demi-jour
   *[other] { $n } demi-jours
} de plus que les { $max } convenus.

rule-G5 = Les locaux préférés
    .what = Les cours se donnent dans les locaux qu'ils préfèrent, ou dans le local de la classe.
    .why = Moins de déplacements, et le matériel sous la main.
finding-G5 = { $lesson } est en { $room }, qui n'est pas un local préféré.

rule-W2 = Les souhaits sur le temps
    .what = Personne n'est demandé aux moments qu'il préfère éviter.
    .why = Le mémorandum demande des choix faits avec l'enseignant (3.2).
finding-W2 = { $teacher } est demandé à des moments non souhaités : { $n ->
    [one] { $n } point
   *[other] { $n } points
}.

rule-M9 = Mentor et débutant se rencontrent
    .what = Chaque mentor et débutant ont des périodes où tous deux sont libres pour parler.
    .why = Un suivi individuel demande un moment fixe (mémorandum 2.1).
finding-M9 = Il manque à { $mentor } et { $starter } { $n ->
    [one] { $n } réunion
   *[other] { $n } réunions
} par semaine.

rule-M10 = Le mentor peut observer
    .what = Chaque mentor est libre pendant que le débutant enseigne, assez souvent pour observer.
    .why = Les mentors observent des cours et donnent un retour constructif (mémorandum 2.1).
finding-M10 = Il manque à { $mentor } { $n ->
    [one] { $n } observation
   *[other] { $n } observations
} de { $starter } par semaine.

rule-C1 = Les équipes se réunissent
    .what = Chaque équipe a des périodes où tous ses membres sont libres.
    .why = Travailler ensemble demande du temps ensemble (mémorandum 1.1).
finding-C1 = Il manque à { $team } { $n ->
    [one] { $n } réunion
   *[other] { $n } réunions
} par semaine.

rule-O3 = Le co-enseignement a lieu
    .what = Là où deux enseignants donnent cours ensemble, les deux sont là, et le plan le dit.
    .why = Co-enseigner est une des meilleures façons d'apprendre l'un de l'autre (mémorandum 3.2).
finding-O3 = { $lesson } : un bloc n'est pas donné par deux enseignants ensemble.

## Ce que le simple comptage prouve impossible
check-lesson = { $lesson } : un bloc de { $length ->
    [one] { $length } période
   *[other] { $length } périodes
}.
check-no-start = { $lesson } : aucune place de la semaine ne convient à un bloc de { $length ->
    [one] { $length } période
   *[other] { $length } périodes
}.
check-lock = Le moment qui a été fixé pour lui.
check-unavailable = Les moments où { $teacher } ne peut pas venir.
check-twice = { $teacher } donnerait en même temps { $lesson } et { $other }, qui sont liés.
check-teacher-slots = { $teacher } doit assister à { $n } périodes, et n'a que { $slots ->
    [one] { $slots } période
   *[other] { $slots } périodes
} de la semaine où c'est possible.
check-teacher-blocks = { $teacher } a { $n ->
    [one] { $n } bloc
   *[other] { $n } blocs
} de { $length } périodes ou plus, et ne peut en donner plus de { $max }.
check-protected = { $n ->
    [one] { $n } période
   *[other] { $n } périodes
} de temps protégé.
check-class-slots = { $class } a { $n } périodes de cours, et seulement { $slots ->
    [one] { $slots } période
   *[other] { $slots } périodes
} de la semaine où elles peuvent se donner.
check-rooms = { $count ->
    [0] Il n'y a aucun local adapté pour
    [one] Le seul local adapté ({ $rooms }) a { $slots } périodes par semaine pour
   *[other] Les { $count } locaux adaptés ({ $rooms }) ont { $slots } périodes par semaine pour
} { $n ->
    [one] { $n } période
   *[other] { $n } périodes
} de cours.
