## Quantités
unit-hours = { $n ->
    [one] { $n } heure
   *[other] { $n } heures
}

### load

unit-classes = { $n ->
    [one] { $n } classe
   *[other] { $n } classes
}
unit-sites = { $n ->
    [one] { $n } implantation
   *[other] { $n } implantations
}
unit-pupils = { $n ->
    [one] { $n } élève
   *[other] { $n } élèves
}
unit-contacts = { $n ->
    [one] { $n } contact
   *[other] { $n } contacts
}
unit-pairs = { $n ->
    [one] { $n } duo
   *[other] { $n } duos
}
unit-tasks = { $n ->
    [one] { $n } tâche
   *[other] { $n } tâches
}
unit-lessons = { $n ->
    [one] { $n } cours
   *[other] { $n } cours
}
unit-points = { $n ->
    [one] { $n } point
   *[other] { $n } points
}
unit-subjects = { $n ->
    [one] { $n } branche
   *[other] { $n } branches
}
unit-graden = { $n ->
    [one] { $n } degré
   *[other] { $n } degrés
}
unit-cells = { $n ->
    [one] { $n } couple branche-degré
   *[other] { $n } couples branche-degré
}
unit-teachers = { $n ->
    [one] { $n } enseignant
   *[other] { $n } enseignants
}
unit-preparations = { $n ->
    [one] { $n } préparation
   *[other] { $n } préparations
}
unit-difficulty-hours = { $n ->
    [one] { $n } heure de difficulté
   *[other] { $n } heures de difficulté
}
unit-years = { $n ->
    [one] { $n } année
   *[other] { $n } années
}
unit-work-hours = { $n ->
    [one] { $n } heure de travail
   *[other] { $n } heures de travail
}

rule-A1 = Chaque cours a ses enseignants
    .what = Chaque place de chaque cours est occupée par quelqu’un.
    .why = Un cours que personne ne donne n’est pas donné.
rule-Q1 = Seulement des enseignants qualifiés
    .what = Qui donne un cours possède un titre d’un certain niveau pour la branche dans ce degré ; les cours fixés d’avance ne sont pas jugés.
    .why = Les règles sur les titres (bekwaamheidsbewijzen).
rule-Q2 = Les mieux qualifiés d’abord
    .what = Les heures données avec moins que le titre requis coûtent des points.
    .why = Les règles préfèrent le titre requis au titre jugé suffisant, et celui-ci à tout autre, qu’il faut justifier chaque année.
    .param-sufficient = Points pour une heure avec un titre jugé suffisant
    .param-other = Points pour une heure avec un autre titre, ou aucun
rule-K1 = Les enseignants fixés le restent
    .what = Un cours fixé pour un enseignant lui revient.
    .why = Ce qui est fixé est la décision de la direction et passe avant tout le reste.
rule-B4 = Des charges dans les limites du contrat
    .what = Le travail de chaque enseignant, tâches comprises, reste entre le minimum et le maximum du contrat.
    .why = Mémo 2.2 : les tâches sont réparties de façon équilibrée ; la loi borne un temps plein.
rule-B5 = Des charges conformes à l’objectif
    .what = Le travail de chaque enseignant, tâches comprises, est celui que vise le contrat.
    .why = Mémo 2.2 : les tâches sont réparties de façon équilibrée.
    .param-above = Combien de fois compte une heure au-dessus de l’objectif
rule-B6 = Des heures-professeur au-delà des charges
    .what = Heures au-dessus de l’objectif de quelqu’un et heures que personne ne donne : ce que l’école doit trouver en plus des charges qu’elle a.
    .why = Pratique (uren-leraar) : les heures au-dessus d’un objectif se paient en plus, tandis que celles en dessous d’un autre se paient sans être données.
rule-R1 = Les droits sont respectés
    .what = Qui a droit à un volume de travail le reçoit, dans les branches et degrés que ce droit désigne.
    .why = Les règles sur la nomination définitive et la désignation durable (TADD) ; un droit porte sur un volume et une branche, jamais sur une classe.
rule-S1 = Une ou deux branches pour les débutants
    .what = Un débutant n’enseigne pas plus de branches que cela.
    .why = Mémo 2.2 : les débutants enseignent une ou deux branches dans un même degré.
    .param-max = Nombre maximal de branches d’un débutant
rule-S2 = Un seul degré pour les débutants
    .what = Un débutant n’enseigne pas dans plus de degrés que cela.
    .why = Mémo 2.2 : les débutants enseignent une ou deux branches dans un même degré.
    .param-max = Nombre maximal de degrés d’un débutant
rule-S3 = Peu de combinaisons de branche et de degré
    .what = Les cours de personne ne sont dispersés sur plus de combinaisons de branche et de degré que cela.
    .why = Mémo 2.2 : les tâches dispersées entre branches et degrés épuisent les débutants.
    .param-starter_max = Nombre maximal de combinaisons pour un débutant
    .param-max = Nombre maximal de combinaisons pour les autres
rule-S7 = Des années proches pour les débutants
    .what = Les années d’étude où enseigne un débutant sont proches les unes des autres.
    .why = Mémo 2.2 : les cours dispersés entre classes de différents degrés épuisent les débutants.
    .param-max = Écart maximal entre l’année la plus basse et la plus haute
rule-D1 = Pas les classes les plus difficiles pour les débutants
    .what = Un débutant donne au plus quelques heures dans les classes les plus difficiles.
    .why = Mémo 2.2 : les classes les plus exigeantes ne sont pas pour ceux qui commencent.
    .param-threshold = Difficulté à partir de laquelle une classe compte parmi les plus difficiles
    .param-year_1 = Heures permises la première année
    .param-year_2 = Heures permises la deuxième année
    .param-later = Heures permises aux débutants des années suivantes
rule-D2 = Les classes difficiles réparties équitablement
    .what = Dans une branche et un degré, personne ne porte beaucoup plus qu’une part équitable de la difficulté ; les débutants portent moins.
    .why = Mémo 2.2 : les classes difficiles sont réparties équitablement.
    .param-year_1 = Pourcentage de la part équitable, débutants de première année
    .param-year_2 = Pourcentage de la part équitable, autres débutants
    .param-others = Pourcentage de la part équitable, tous les autres
rule-D3 = Pas tous les débutants dans une même classe difficile
    .what = Une classe difficile ne compte pas plus de débutants parmi ses enseignants que cela.
    .why = Mémo 2.2 : les classes difficiles sont réparties équitablement ; aucune n’est laissée aux débutants.
    .param-threshold = Difficulté à partir de laquelle une classe est difficile
    .param-max = Nombre maximal de débutants dans une classe difficile
rule-D4 = Une part équitable des classes difficiles
    .what = Personne ne donne plus d’heures dans des classes difficiles qu’une part équitable, en proportion de l’objectif.
    .why = Mémo 2.2 : les classes difficiles sont réparties équitablement.
    .param-threshold = Difficulté à partir de laquelle une classe est difficile
rule-D5 = Personne loin au-dessus d’une part équitable
    .what = Qui dépasse le plus une part équitable des heures dans des classes difficiles ne la dépasse pas de beaucoup.
    .why = Mémo 2.2 : les classes difficiles sont réparties équitablement.
    .param-threshold = Difficulté à partir de laquelle une classe est difficile
rule-D6 = Une partie d’une part équitable pour les débutants
    .what = Un débutant donne au plus une partie d’une part équitable des heures dans des classes difficiles.
    .why = Mémo 2.2 : les classes les plus exigeantes ne sont pas pour ceux qui commencent.
    .param-threshold = Difficulté à partir de laquelle une classe est difficile
    .param-percent = Pourcentage d’une part équitable permis à un débutant
rule-D7 = Les classes difficiles réparties palier par palier
    .what = Les heures multipliées par la difficulté, ramenées à un temps plein, ne dépassent pour personne la moyenne de l’école ; plus elles la dépassent, plus c’est cher, palier par palier.
    .why = Mémo 2.2 : les classes difficiles sont réparties équitablement ; le plus mal loti passe d’abord.
    .param-level = Pour cent de l’exposition moyenne où se trouve le premier de quatre paliers
    .param-step = Pour cent de la moyenne entre deux paliers
rule-P1 = Peu de préparations
    .what = Personne ne prépare plus de cours différents (une branche dans une année et une filière) que cela ; les débutants moins.
    .why = Mémo 2.2 : préparer des cours est ce qui pèse le plus sur les débutants.
    .param-year_1 = Préparations permises la première année
    .param-year_2 = Préparations permises aux autres débutants
    .param-others = Préparations permises à tous les autres
rule-B1 = Charge de travail équilibrée, plus légère pour les débutants
    .what = La semaine de personne (cours, préparation, corrections) ne dépasse de beaucoup la part équitable ; les débutants restent en dessous.
    .why = Mémo 2 : un débutant a la même charge qu’un collègue de quinze ans ; elle devrait être plus légère.
    .param-contact = Minutes d’une heure de cours
    .param-repeat = Minutes pour préparer une heure à nouveau
    .param-prep = Minutes pour préparer une heure la première fois
    .param-starter_prep = Minutes pour préparer une heure la première fois, débutants
    .param-marking = Minutes de correction par élève et par heure
    .param-year_1 = Pourcentage de la part équitable, débutants de première année
    .param-year_2 = Pourcentage de la part équitable, autres débutants
    .param-others = Pourcentage de la part équitable, tous les autres
rule-W1 = Souhaits sur la tâche
    .what = Les souhaits sur les classes, les branches et les cours sont exaucés autant que possible.
    .why = Mémo 3.2 : en concertation avec l’enseignant.
rule-M1 = Les mentors ont des heures
    .what = Les heures réservées aux mentors suffisent pour le nombre de débutants.
    .why = Mémo 2.1 : un mentor à temps plein pour une vingtaine de débutants.
    .param-ratio = Débutants pour un mentor à temps plein
rule-M8 = Chaque débutant a un mentor
    .what = Chaque débutant a un mentor, qui n’est pas son évaluateur.
    .why = Mémo 2.1 : un soutien individuel pendant deux ans, par une personne de confiance.
rule-S4 = Peu de classes pour les débutants
    .what = Un débutant n’enseigne pas dans plus de classes différentes.
    .why = Mémo 2.2 : des cours éparpillés dans beaucoup de classes épuisent les débutants.
    .param-year_1 = Nombre maximal de classes la première année
    .param-year_2 = Nombre maximal de classes la deuxième année et après
rule-S5 = Une seule implantation pour les débutants
    .what = Les cours d’un débutant qui ne peuvent avoir lieu que sur une implantation sont tous sur la même.
    .why = Mémo 2.2 : découvrir une nouvelle école, c’est beaucoup ; plusieurs, c’est trop.
    .param-max = Nombre maximal d’implantations
rule-S6 = Pas de restes pour les débutants
    .what = Le plus grand bloc d’un débutant, une branche dans une année, fait une bonne part de toutes les heures.
    .why = Mémo 2.2 : les débutants reçoivent ce qui reste, avec beaucoup de nouveaux cours à préparer.
    .param-percent = Pourcentage des heures que le plus grand bloc devrait faire
rule-P2 = Une limite aux corrections
    .what = Personne n’a plus de corrections que ceci pour un temps plein, en proportion de la charge visée.
    .why = Mémo 2.2 : les corrections font partie de ce qui pèse sur un enseignant.
    .param-minutes = Minutes de correction par élève et par heure
    .param-max = Nombre maximal d’heures de correction par semaine pour un temps plein
rule-P3 = Pas trop d’élèves
    .what = Personne n’a plus d’élèves que ceci pour un temps plein, en proportion de la charge visée ; une classe compte une fois.
    .why = Mémo 2.2 : les bulletins et les contacts croissent avec le nombre d’élèves.
    .param-max = Nombre maximal d’élèves pour un temps plein
rule-P4 = Pas trop de contacts avec les parents
    .what = Personne n’a plus de contacts avec les parents que ceci pour un temps plein, en proportion de la charge visée : un par élève, davantage pour ceux de la classe dont on est titulaire.
    .why = Mémo 2.2 : les relations avec les parents pèsent, surtout sur le titulaire.
    .param-max = Nombre maximal de contacts pour un temps plein
    .param-own = Combien de fois compte un élève de sa propre classe
rule-P6 = Assez d’heures avec une classe
    .what = Un titulaire donne quelques heures dans sa classe, et personne n’a beaucoup de classes pour peu d’heures.
    .why = Mémo 2.2 : de la place pour investir dans des relations durables avec les élèves.
    .param-own = Heures d’un titulaire avec sa classe
    .param-mean = Heures par classe, en moyenne
rule-P7 = Pas d’accumulation de charges
    .what = Le travail, les préparations, les degrés et les heures dans des classes difficiles ne sont pas tous élevés à la fois pour un enseignant.
    .why = Mémo 2.2 : protéger les enseignants contre l’épuisement. Il s’agit d’une charge sur papier, pas d’une personne.
    .param-contact = Minutes d’une heure de cours
    .param-repeat = Minutes pour préparer une heure à nouveau
    .param-prep = Minutes pour préparer une heure la première fois
    .param-starter_prep = Minutes pour préparer une heure la première fois, débutants
    .param-marking = Minutes de correction par élève et par heure
    .param-hard = Difficulté à partir de laquelle une classe est difficile
    .param-threshold = Points à partir desquels l’indice compte
rule-P8 = Ni plage ni tâches en plus pour les débutants
    .what = Un débutant ne travaille pas plus qu’un temps plein et a peu de tâches à côté des cours.
    .why = Mémo 2.2 : un débutant ne doit pas porter ce que porte un collègue de quinze ans.
    .param-year_1 = Tâches permises la première année
    .param-year_2 = Tâches permises la deuxième année et après
rule-B2 = Les cours augmentent pas à pas
    .what = Les premières années, les cours ne font qu’une partie de la charge visée, plus grande chaque année.
    .why = Mémo 2.2 : les débutants grandissent pas à pas. Les heures non données doivent être trouvées ailleurs.
    .param-year_1 = Pourcentage de la charge visée, première année
    .param-year_2 = Pourcentage de la charge visée, deuxième année
    .param-year_3 = Pourcentage de la charge visée, troisième année (et débutants plus tardifs)
rule-V3 = Les experts ne sont pas punis
    .what = Les enseignants expérimentés ne travaillent pas plus que leur part équitable, quelles que soient leurs classes.
    .why = Mémo 1.1 : l’expérience est peu valorisée ; protéger les débutants ne doit pas écraser les anciens.
    .param-contact = Minutes d’une heure de cours
    .param-repeat = Minutes pour préparer une heure à nouveau
    .param-prep = Minutes pour préparer une heure la première fois
    .param-starter_prep = Minutes pour préparer une heure la première fois, débutants
    .param-marking = Minutes de correction par élève et par heure
    .param-percent = Pourcentage de la part équitable
    .param-years = Années de service à partir desquelles on est expert
rule-M2 = Chaque mentor a ses heures
    .what = Chaque mentor a les heures que demandent ses débutants.
    .why = Mémo 2.1 : assez de temps dans l’horaire des mentors.
    .param-ratio = Débutants pour un mentor à temps plein
rule-M3 = Aucun mentor n’a trop de débutants
    .what = Un mentor n’a pas plus de débutants que ses heures ne permettent, et jamais plus qu’un certain nombre.
    .why = Mémo 2.1 : des mentors en nombre suffisant.
    .param-ratio = Débutants pour un mentor à temps plein
    .param-span = Nombre maximal de débutants d’un mentor
rule-M4 = Les heures de mentor ne sont pas du remplissage
    .what = Les heures de mentor sont ce que demandent les débutants et guère plus, et aucun mentor ne travaille sans heures.
    .why = Mémo 2.1 : trop souvent les mentors sont des volontaires ou des gens qui doivent compléter leur charge.
    .param-ratio = Débutants pour un mentor à temps plein
    .param-slack = Heures de plus que demandé qui sont admises
rule-M5 = Les mentors ont le profil
    .what = Un mentor a des années de service et a donné son accord.
    .why = Mémo 2.1 : des mentors avec le bon profil. Les compétences se jugent lors d’une sélection, jamais ici.
    .param-years = Années de service minimales d’un mentor
rule-M14 = La personne de confiance n’évalue pas
    .what = Mentor et débutant ne s’évaluent pas l’un l’autre.
    .why = Mémo 2.1 : une personne de confiance pour le débutant.
rule-M15 = Un mentor connaît la branche ou le degré
    .what = Mentor et débutant sont qualifiés pour une branche ou un degré en commun.
    .why = Mémo 2.1 : un soutien dans tous les aspects du nouveau rôle.
rule-V1 = La responsabilité va avec l’expérience
    .what = Le mentorat, la coordination et le titulariat d’une classe difficile sont pour ceux qui ont des années de service.
    .why = Mémo 1.1 : le système ne donne pas plus de responsabilités aux enseignants expérimentés qu’aux débutants.
    .param-years = Années de service minimales
    .param-threshold = Difficulté à partir de laquelle une classe est difficile
rule-U1 = Peu d’heures qui ne sont pas des cours (BPT)
    .what = Les tâches payées par le capital-périodes en restent une petite part.
    .why = La loi permet quelques pour cent ; davantage demande l’accord du comité local.
    .param-percent = Pourcentage du capital-périodes

finding-A1 = { $lesson } n’a pas d’enseignant.
finding-Q1 = { $teacher } donne { $lesson } sans titre pour ce cours.
finding-Q2 = { $teacher } donne { $hours } h avec moins que le titre requis ({ $n } points).
finding-K1 = { $lesson } est fixé pour { $locked }, qui ne l’a pas.
finding-B4 = { $teacher } a { $load } ETP de travail, { $n } h au-dessus des { $max } du contrat (à partir de { $min }).
finding-B4-low = { $teacher } a { $load } ETP de travail, { $n } h en dessous des { $min } du contrat (jusqu’à { $max }).
finding-B5 = { $teacher } a { $load } ETP de travail, { $hours } h au-dessus de l’objectif de { $target }.
finding-B5-low = { $teacher } a { $load } ETP de travail, { $hours } h en dessous de l’objectif de { $target }.
finding-B6 = { $teacher } a { $load } ETP de travail, { $n } h au-dessus de l’objectif de { $target } : des heures à trouver.
finding-B6-empty = Personne ne donne les { $hours } h de { $lesson } : des heures à trouver.
finding-R1 = { $teacher } reçoit { $n } h de moins que son droit.
finding-S1 = { $teacher }, qui débute, enseigne { $count } branches ; au plus { $max } est demandé ({ $n } de trop).
finding-S2 = { $teacher }, qui débute, enseigne dans { $count } degrés ; au plus { $max } est demandé ({ $n } de trop).
finding-S3 = { $teacher } enseigne { $count } combinaisons de branche et de degré ; au plus { $max } est demandé ({ $n } de trop).
finding-S7 = { $teacher }, qui débute, enseigne de la { $low }e à la { $high }e année ; un écart d’au plus { $max } est demandé ({ $n } de trop).
finding-D1 = { $teacher }, qui débute, donne { $hours } h dans des classes de difficulté { $threshold } ou plus ; au plus { $max } h est demandé ({ $n } de trop).
finding-D2 = { $teacher } rencontre une difficulté moyenne de { $mean } ; la moyenne des mêmes branches est { $fair }, dont { $beta } % est demandé ({ $n } heures de difficulté de trop).
finding-D3 = La classe { $class } (difficulté { $difficulty }) a { $count } débutants ; au plus { $max } est demandé ({ $n } de trop).
finding-D4 = { $teacher } donne { $hours } h dans des classes difficiles ; une part équitable est de { $share } h ({ $n } de trop).
finding-D5 = Personne ne dépasse davantage une part équitable des classes difficiles que { $teacher } : { $hours } h, pour une part équitable de { $share } h ({ $n } de trop).
finding-D6 = { $teacher }, qui débute, donne { $hours } h dans des classes difficiles ; au plus { $max } h est demandé ({ $n } de trop).
finding-D7 = { $teacher } rencontre { $exposure } heures de difficulté pour un temps plein ; le premier palier est { $level } ({ $n } points).
finding-P1 = { $teacher } prépare { $count } cours ; au plus { $max } est demandé ({ $n } de trop).
finding-B1 = { $teacher } travaille environ { $work } h par semaine pour ses cours ; { $alpha } % de la part équitable font { $max } h ({ $n } h de trop).
finding-W1 = { $count ->
    [one] Un souhait de { $teacher } n’est pas exaucé ({ $n } points).
   *[other] { $count } souhaits de { $teacher } ne sont pas exaucés ({ $n } points).
}
finding-M1 = { $starters } débutants demandent { $needed } ETP de mentors ; il y a { $available } (il manque { $n } h).
finding-M8 = { $teacher }, qui débute, a { $count } mentors au lieu d’un.
finding-M8-evaluator = { $mentor } est à la fois mentor et évaluateur de { $teacher }.
finding-S4 = { $teacher }, qui débute, enseigne dans { $count } classes ; au plus { $max } est demandé ({ $n } de trop).
finding-S5 = { $teacher }, qui débute, enseigne sur { $count } implantations ; au plus { $max } est demandé ({ $n } de trop).
finding-S6 = { $teacher }, qui débute, a { $largest } h sur { $hours } dans le plus grand bloc ; { $percent } % est demandé (il manque { $n } h).
finding-P2 = { $teacher } corrige pendant { $minutes } minutes par semaine ; au plus { $max } est demandé ({ $n } h de trop).
finding-P3 = { $teacher } a { $count } élèves ; au plus { $max } est demandé ({ $n } de trop).
finding-P4 = { $teacher } a { $count } contacts avec les parents ; au plus { $max } est demandé ({ $n } de trop).
finding-P6 = Il manque à { $teacher } { $own } h avec sa classe et { $mean } h pour l’ensemble des classes.
finding-P7 = { $teacher } a un indice de { $index } points, { $n } au-dessus de { $max } : travail { $work }, préparations { $preparations }, degrés { $graden }, classes difficiles { $hard } (50 est la limite de chacun).
finding-P8 = { $teacher }, qui débute, a { $load } ETP de travail avec { $tasks } tâches à côté des cours ({ $n } h de trop).
finding-B2 = { $teacher } a { $load } ETP de cours dans ses premières années ; au plus { $max } est demandé ({ $n } h de trop).
finding-V3 = { $teacher }, expert, travaille environ { $work } h par semaine pour ses cours ; { $percent } % de la part équitable font { $max } h ({ $n } h de trop).
finding-M2 = { $teacher } accompagne { $mentees } débutants et il lui manque { $n } h pour cela.
finding-M3 = { $teacher } accompagne { $mentees } débutants ; au plus { $max } est demandé ({ $n } de trop).
finding-M4 = { $teacher } a { $hours } h de mentor pour { $mentees } débutants ({ $n } h de trop).
finding-M4-unpaid = { $teacher } accompagne { $mentees } débutants sans aucune heure ({ $n } h sont demandées).
finding-M5 = { $teacher }, mentor, a { $years } années de service ; au moins { $min } est demandé.
finding-M5-consent = { $teacher } est mentor sans avoir donné son accord.
finding-M14 = { $mentor } et { $teacher }, mentor et débutant, sont évaluateur et évalué.
finding-M15 = { $mentor } ne partage ni branche ni degré avec { $teacher }.
finding-V1 = { $teacher } porte des responsabilités ({ $n }) avec { $years } années de service ; au moins { $min } est demandé.
finding-U1 = { $hours } h sont payées pour des tâches ; au plus { $max } h du capital-périodes est permis ({ $n } de trop).
demand-post = { $lesson } ({ $hours } h) demande un enseignant ; { $count } le peuvent : { $people }.
demand-post-nobody = { $lesson } ({ $hours } h) demande un enseignant ; personne ne le peut selon les règles.
demand-lock = { $lesson } ({ $hours } h) est fixé pour { $teacher }.
demand-B4 = { $teacher } travaille de { $min } à { $max } ETP, tâches comprises.
demand-B5 = { $teacher } travaille exactement ce que vise le contrat.
demand-Q2 = { $teacher } n’enseigne qu’avec le titre requis.
demand-B6 = { $teacher } ne travaille pas plus que ce que vise le contrat.
demand-R1 = { $teacher } a droit à un volume de travail.
demand-S1 = { $teacher }, qui débute, enseigne peu de branches.
demand-S2 = { $teacher }, qui débute, enseigne dans peu de degrés.
demand-S3 = { $teacher } enseigne peu de combinaisons de branche et de degré.
demand-S7 = { $teacher }, qui débute, enseigne dans des années proches.
demand-D1 = { $teacher }, qui débute, donne peu d’heures dans les classes les plus difficiles.
demand-D2 = { $teacher } ne porte pas plus qu’une part équitable de la difficulté.
demand-D3 = La classe { $class } a peu de débutants parmi ses enseignants.
demand-D4 = { $teacher } ne donne pas plus qu’une part équitable des heures dans des classes difficiles.
demand-D5 = { $teacher } ne dépasse pas une part équitable des heures dans des classes difficiles.
demand-D6 = { $teacher }, qui débute, donne peu d’heures dans des classes difficiles.
demand-D7 = { $teacher } ne rencontre pas plus de difficulté que le premier palier.
demand-P1 = { $teacher } prépare peu de cours.
demand-B1 = { $teacher } n’a pas plus qu’une charge équitable.
demand-W1 = Les souhaits de { $teacher } sur sa tâche sont exaucés.
demand-S4 = { $teacher }, qui débute, enseigne dans peu de classes.
demand-S5 = { $teacher }, qui débute, enseigne sur peu d’implantations.
demand-P2 = { $teacher } n’a pas plus qu’une part raisonnable de corrections.
demand-P3 = { $teacher } n’a pas plus d’élèves que demandé.
demand-P4 = { $teacher } n’a pas plus de contacts avec les parents que demandé.
demand-P6 = { $teacher } a assez d’heures avec chaque classe.
demand-P8 = { $teacher }, qui débute, n’a pas de plage et peu de tâches.
demand-B2 = Les cours de { $teacher } augmentent pas à pas.
demand-V3 = { $teacher }, expert, n’a pas plus qu’une charge équitable.
demand-T6 = { $teacher } n’accueille pas plus de stagiaires que possible.

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

unit-changes = { $n ->
    [one] { $n } changement
   *[other] { $n } changements
}
unit-places = { $n ->
    [one] { $n } place
   *[other] { $n } places
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
unit-moments = { $n ->
    [one] { $n } moment
   *[other] { $n } moments
}
unit-visits = { $n ->
    [one] { $n } visite
   *[other] { $n } visites
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

rule-G6 = Le temps du trajet
    .what = Qui a cours dans deux bâtiments à la suite a le temps de s'y rendre : une pause assez longue, ou une période libre.
    .why = Un cours qui commence alors que la moitié de la classe est en chemin n'en est pas un.
    .param-minutes = Minutes entre deux bâtiments d'une implantation dont l'école ne dit rien
    .param-sites = Minutes entre deux implantations dont l'école ne dit rien
finding-G6-teacher = { $teacher } va de { $other } à { $room } pour { $lesson } le { $day }, période { $period } : il manque { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
finding-G6-class = { $class } va de { $other } à { $room } pour { $lesson } le { $day }, période { $period } : il manque { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.

rule-G7 = Peu de changements de local
    .what = Les classes et les enseignants changent rarement de local entre des cours qui se suivent.
    .why = Chaque changement coûte des minutes de cours, et du calme dans les couloirs.
    .param-teachers = Pour combien de changements d'une classe compte un changement d'enseignant
finding-G7-class = { $class } change de local le { $day } : { $changes ->
    [one] { $changes } fois
   *[other] { $changes } fois
}.
finding-G7-teacher = { $teacher } change de local le { $day } : { $changes ->
    [one] { $changes } fois
   *[other] { $changes } fois
}.

rule-G8 = Le premier choix de locaux
    .what = Un cours qui préfère plusieurs locaux a le premier qui peut être libre ; le local propre de la classe vient en dernier.
    .why = Les locaux préférés sont dans l'ordre, le meilleur d'abord.
finding-G8 = { $lesson } est dans { $room }, { $n ->
    [one] { $n } place
   *[other] { $n } places
} après son premier choix, { $first }.

rule-G9 = Des locaux proches
    .what = Un cours qui a besoin de plusieurs locaux les a dans un même bâtiment.
    .why = Deux moitiés d'une classe avec un enseignant, ou deux enseignants qui partagent le travail, ont besoin de locaux voisins.
finding-G9 = { $lesson } est dans { $room } et { $other }, qui ne sont pas proches.

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

rule-M17 = Les observations sont vite discutées
    .what = Après chaque observation, mentor et débutant se parlent dans les quelques jours d’école qui suivent.
    .why = Observer aide si le feedback suit tant que la leçon est fraîche (mémorandum 2.1).
    .param-days = Jours d’école dans lesquels l’entretien suit ; 0 : le même jour
finding-M17 = { $mentor } et { $starter } parlent trop tard de { $n ->
    [one] { $n } observation
   *[other] { $n } observations
}.

rule-M18 = Des leçons que le mentor peut observer
    .what = Il y a assez de périodes où le débutant enseigne et où le mentor est libre pour que tous deux puissent choisir.
    .why = Les mentors observent des leçons et donnent un feedback constructif (mémorandum 2.1).
    .param-least = Périodes par semaine que le mentor pourrait observer
finding-M18 = { $mentor } peut observer { $starter } { $n ->
    [one] { $n } période
   *[other] { $n } périodes
} de moins que demandé.

rule-M11 = Les débutants peuvent échanger
    .what = Il y a une période où tous les débutants d’un groupe et un mentor sont libres, chaque semaine ou aussi souvent que l’école le dit.
    .why = Les débutants apprennent des bonnes pratiques des autres (mémorandum 2.1).
    .param-size = Débutants dans un groupe, au plus
finding-M11 = { $n } des { $size } débutants autour de { $mentor } manquent tout moment où les autres peuvent se réunir.

rule-M12 = Les mentors peuvent se réunir
    .what = Il y a une période où tous les mentors sont libres, chaque semaine ou aussi souvent que l’école le dit.
    .why = L’intervision entre mentors demande un moment commun (mémorandum 2.1).
finding-M12 = { $n } des { $all } mentors manquent le meilleur moment d’intervision.

rule-M16 = Aucun débutant n’est seul
    .what = Chaque débutant partage une période libre avec un collègue de la même branche et année.
    .why = Les débutants sont souvent seuls (mémorandum 2.1).
finding-M16 = { $starter } n’est jamais libre en même temps qu’un collègue du même cours.

rule-C1 = Les équipes se réunissent
    .what = Chaque équipe a des périodes où tous ses membres sont libres, ou autant d'entre eux qu'elle le demande.
    .why = Travailler ensemble demande du temps ensemble (mémorandum 1.1).
finding-C1 = Il manque à { $team } { $n ->
    [one] { $n } réunion
   *[other] { $n } réunions
} par semaine.

rule-C4 = Les enseignants parallèles peuvent préparer ensemble
    .what = Les enseignants de la même branche et année partagent une période libre.
    .why = Construire des leçons ensemble demande du temps commun (mémorandum 2.3).
finding-C4 = { $teacher } et { $other } donnent le même cours et ne sont jamais libres ensemble.

rule-O2 = Les débutants peuvent observer des collègues
    .what = Chaque débutant est libre pendant que des collègues enseignent les mêmes branches ou classes.
    .why = Observer des collègues donne de la place pour grandir (mémorandum 2.2).
    .param-least = Périodes par semaine qu’un débutant pourrait observer
finding-O2 = { $teacher } peut observer des collègues { $n ->
    [one] { $n } période
   *[other] { $n } périodes
} de moins que demandé.

rule-C6 = Une demi-journée pour sortir
    .what = Chaque classe a une demi-journée de cours sans trou avec peu d’enseignants, qui pourraient l’emmener dehors.
    .why = Apprendre dans un contexte réel demande une partie de la journée ensemble (mémorandum 2.3).
    .param-least = Périodes de cours d’une telle demi-journée, au moins
    .param-teachers = Enseignants d’une telle demi-journée, au plus
finding-C6 = { $class } n’a aucune demi-journée pour sortir.

rule-O1 = Chacun peut recevoir une visite
    .what = Une personne expérimentée est libre pendant une leçon de chaque enseignant, et tous deux le sont peu après.
    .why = Davantage d’observation en classe par un tiers (mémorandum 3.2).
    .param-experience = Années de service d’un visiteur, au moins
    .param-days = Jours d’école dans lesquels l’entretien suit ; 0 : le même jour
finding-O1 = Personne d’expérimenté ne peut observer une leçon de { $teacher } et en parler peu après.

rule-P5 = Des périodes libres qui le restent
    .what = Les débutants ont des périodes libres les jours où ils viennent, que les remplacements ne prennent pas.
    .why = Il est difficile de trouver du temps pour les collègues, la recherche et le feedback (mémorandum 2.2).
    .param-year_1 = Périodes libres par semaine la première année
    .param-year_2 = Périodes libres par semaine la deuxième année
    .param-later = Périodes libres par semaine des débutants plus tard
finding-P5 = Il manque à { $teacher } { $n ->
    [one] { $n } période libre
   *[other] { $n } périodes libres
} à l’école.

rule-P9 = Du temps pour grandir
    .what = Les enseignants ont du temps protégé dans l’horaire : entretiens, observations, équipes, coenseignement.
    .why = De la place pour la professionnalisation (mémorandum 2.2).
    .param-starters = Périodes par semaine d’un débutant
    .param-others = Périodes par semaine de tous les autres
finding-P9 = Il manque à { $teacher } { $n ->
    [one] { $n } période
   *[other] { $n } périodes
} de temps protégé.

rule-B3 = Les débutants n’ont pas d’horaire plus lourd
    .what = La charge de l’horaire d’un débutant (trous, premières et dernières périodes, dernier après-midi, longues suites), pour un temps plein, n’est pas au-dessus de la moyenne des autres.
    .why = Les horaires doivent être équilibrés (mémorandum 2.2).
    .param-run = Périodes de suite qui ne pèsent pas
finding-B3 = { $teacher } a une charge de { $own }, { $n } au-dessus de la moyenne de { $mean }.

rule-L5 = Des jours égaux
    .what = Les leçons d’une classe sont réparties également sur les jours avec un après-midi.
    .why = Les leçons sont réparties également sur les jours d’école (BVR 31-08-2001, art. 3).
    .param-most = Périodes entre le jour le plus plein et le plus vide, au plus
finding-L5 = Le jour le plus plein et le plus vide de { $class } sont trop éloignés de { $n ->
    [one] { $n } période
   *[other] { $n } périodes
}.

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
check-together = De ces cours de { $class } et de { $teacher }, deux ne peuvent se donner en même temps : { $n } périodes, et seulement { $slots ->
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

rule-T1 = Les stagiaires enseignent le matin
    .what = Les stagiaires s’exercent les matins des jours où ils sont à l’école.
    .why = Les étudiants enseignent le matin (mémorandum 3.1.1).
finding-T1 = { $trainee } s’exerce { $n ->
    [one] { $n } période
   *[other] { $n } périodes
} hors des matins du stage.

rule-T2 = Les stagiaires s’observent
    .what = Pendant qu’un stagiaire s’exerce, un autre du groupe est libre pour observer.
    .why = Chaque étudiant est observé par un autre étudiant (mémorandum 3.1.1).
finding-T2 = Dans { $group }, personne n’est libre pour observer { $n ->
    [one] { $n } période
   *[other] { $n } périodes
} d’exercice.

rule-T3 = Le mentor observe les stagiaires
    .what = Le mentor d’un groupe de stagiaires est libre assez souvent pendant que chacun d’eux s’exerce ; un stagiaire à la fois.
    .why = Les étudiants sont observés les uns par les autres, et plus régulièrement par le mentor (mémorandum 3.1.1).
    .param-least = Périodes par semaine où le mentor observe chaque stagiaire
finding-T3 = Il manque à { $mentor } { $n ->
    [one] { $n } période
   *[other] { $n } périodes
} pour observer les stagiaires de { $group }.

rule-T4 = Un moment de feedback l’après-midi
    .what = Chaque après-midi du stage, les stagiaires sont libres ensemble, une fois par semaine avec leur mentor.
    .why = L’après-midi, les étudiants parlent des leçons du matin (mémorandum 3.1.1).
finding-T4 = { $group } n’a aucune période libre commune l’après-midi de { $day }.
finding-T4-mentor = { $mentor } n’est libre aucun après-midi où { $group } l’est.

rule-T5 = Les stagiaires préparent ensemble
    .what = Chaque après-midi du stage, les stagiaires ont assez de périodes libres ensemble pour préparer les leçons suivantes.
    .why = L’après-midi, les étudiants préparent ensemble les leçons suivantes (mémorandum 3.1.1).
    .param-least = Périodes libres ensemble un après-midi ; la première est pour le feedback
finding-T5 = Il manque à { $group } { $n ->
    [one] { $n } période libre commune
   *[other] { $n } périodes libres communes
} l’après-midi de { $day }.

rule-T6 = Des hôtes qui peuvent porter les stagiaires
    .what = Les stagiaires s’exercent dans des leçons d’enseignants qui ne sont pas débutants, et personne n’accueille trop d’heures.
    .why = Autant de pratique que possible, avec un soutien permanent (mémorandum 3.1.1).
    .param-most = Heures de stagiaires par semaine chez un enseignant, au plus
finding-T6 = { $teacher } accueille des stagiaires pendant { $hours } h ; { $most } h est le maximum.

rule-T7 = Les enseignants en formation peuvent apprendre
    .what = Un enseignant en formation donne une leçon avec une personne expérimentée, peut la voir enseigner et peut préparer avec elle.
    .why = Le parcours en service marche s’il y a assez de moments pour apprendre : co-enseignement, observation, préparation commune (mémorandum 3.1.1).
    .param-experience = Années de service d’un collègue dont apprendre, au moins
finding-T7-together = { $trainee } ne donne aucune leçon avec une personne expérimentée.
finding-T7-watch = { $trainee } n’est jamais libre pendant qu’un collègue expérimenté enseigne.
finding-T7-prepare = { $trainee } n’est jamais libre en même temps qu’un collègue expérimenté.

rule-C5 = Les experts peuvent venir
    .what = Une leçon dans laquelle vient un expert est à un moment où il peut venir, ou y arrive avec quelques déplacements le jour même.
    .why = Des experts relient une leçon au monde : un médecin pour la génétique, une assistante sociale pour la sécurité sociale (mémorandum 2.3).
    .param-moves = Déplacements le jour même, au plus : 1 déplace la leçon, 2 l’échangent avec une autre
finding-C5 = { $visit } : { $lesson } n’est à aucun moment où l’expert peut venir, et ne peut y être déplacée.

rule-C7 = Pas de cours les jours en entreprise
    .what = Les élèves qui passent des jours en entreprise n’ont alors pas de cours à l’école.
    .why = La formation en alternance est un bel exemple de collaboration (mémorandum 2.3).
finding-C7 = { $class } a cours pendant { $n ->
    [one] { $n } période
   *[other] { $n } périodes
} de ses jours en entreprise.

rule-M13 = Du temps pour rencontrer d’autres écoles
    .what = Qui rencontre des personnes d’autres écoles est libre à l’un des moments convenus entre écoles, trajet compris.
    .why = L’intervision entre écoles forme un réseau d’apprentissage (mémorandum 2.1).
finding-M13 = { $gathering } : { $n } sur { $all } ne peuvent venir à aucun des moments.

rule-O4 = Quelqu’un avec qui échanger
    .what = Chaque enseignant a une équipe qui se réunit ou le pourrait, ou un collègue du même cours libre au même moment.
    .why = Plus de moments d’échange constructif avec les collègues (mémorandum 3.2).
finding-O4 = { $teacher } n’a personne avec qui échanger : aucune équipe qui puisse se réunir, aucun collègue du même cours avec une période libre commune.

rule-O5 = Les projets ont leur temps
    .what = Les leçons d’un projet ont lieu ensemble, assez de périodes de suite.
    .why = Plus de place pour des projets qui répondent aux besoins différents des élèves (mémorandum 3.2).
finding-O5 = Les leçons de { $project } n’ont nulle part lieu ensemble assez longtemps.

rule-C3 = Des équipes entre écoles
    .what = Les membres d’une équipe qui travaille avec des personnes d’autres écoles sont libres à l’un des moments convenus entre écoles, trajet compris.
    .why = Les communautés d’apprentissage dépassent les murs d’une école (mémorandum 1.1).
finding-C3 = { $gathering } : { $n } sur { $all } ne peuvent venir à aucun des moments.

rule-F2 = Les élèves sont interrogés pendant une leçon
    .what = Chaque enseignant qui veut entendre une classe trouve une leçon pour cela dans les semaines du tour ; une classe est interrogée au plus une fois par jour et quelques fois par semaine. Qui participe le fait de son plein gré. Ce que répondent les élèves n’est jamais encodé : cela ne peut servir à juger personne.
    .why = Les élèves répondent à une enquête deux fois par an, sur base volontaire et jamais pour une évaluation (mémorandum 3.1.3).
    .param-week = Nombre de fois par semaine qu’une classe est interrogée, au plus
finding-F2 = { $round } : { $n } enseignants sur { $all } ne trouvent pas de moment pour interroger { $class }.

rule-F5 = Discuté avec la classe
    .what = Après qu’une classe a été interrogée, l’enseignant a cours avec elle dans les quelques jours d’école qui suivent.
    .why = Les réponses servent à dialoguer avec les élèves (mémorandum 3.1.3).
    .param-days = Jours d’école dans lesquels suit la leçon suivante
finding-F5 = { $round } : { $teacher } ne revoit { $class } que longtemps après.

rule-F6 = Un moment pour répondre
    .what = Les équipes interrogées ont une période libre ensemble, et les personnes interrogées en ont une à elles.
    .why = Le retour se demande aussi aux collègues (mémorandum 3.1.3).
finding-F6 = { $round } : { $who } n’a aucun moment libre pour répondre.
