# Untis : fautes des fichiers et du profil (UW3001-UW3012), puis ce qui est supposé (UW3029-UW3080).
UW3001 = L'export n'a pas de fichier GPU002 : sans cours, pas d'école.
    .remedy = Exportez les cours d'Untis (GPU002.TXT) dans le même dossier.
UW3002 = « { $value } » n'est pas un nombre qui peut figurer ici.
    .remedy = Corrigez le champ ; les quantités s'écrivent 4 ou 4.5.
UW3003 = { $value } n'est pas compris entre { $min } et { $max }.
    .remedy = Corrigez le champ.
UW3004 = Ce champ ne peut pas être vide.
    .remedy = Remplissez-le, ou supprimez la ligne.
UW3005 = « { $value } » n'est pas une sorte de souhait horaire.
    .remedy = Utilisez L (enseignant), K (classe), R (local) ou F (branche).
UW3006 = La ligne ne se découpe pas en champs : { $detail }.
    .remedy = Vérifiez les guillemets de cette ligne ; un guillemet dans un texte se double.
UW3008 = Le fichier ne contient aucun cours.
    .remedy = Exportez à nouveau les cours, toutes classes sélectionnées.
UW3010 = Le profil est illisible : { $detail }.
    .remedy = Corrigez le profil à cet endroit ; c'est un fichier TOML.
UW3011 = Le profil cite « { $name } » sous { $key }, qu'Untis ne connaît pas.
    .remedy = Écrivez le nom comme dans Untis (majuscules comprises), ou retirez-le du profil.
UW3012 = { $key } = { $value } n'est pas compris entre { $min } et { $max }.
    .remedy = Corrigez cette clé du profil.
UW3029 = Ni horaire ni souhaits ne montrent la semaine : huit périodes par jour et quatre le mercredi sont supposées ({ $examples }).
    .remedy = Exportez aussi GPU001 ou GPU016.
UW3030 = Untis n'exporte pas le nom de l'école : « { $examples } » est utilisé.
    .remedy = Profil : name = "…"
UW3031 = Périodes par jour dont Untis n'exporte pas l'heure d'horloge et qui sont fixées ici ({ $count }) : { $examples }.
    .remedy = Profil : [grid] start, minutes, break_minutes, noon_minutes
UW3032 = La mi-journée est placée après la période { $examples } : c'est là que le moins de cours de l'horaire actuel se poursuivent.
    .remedy = Profil : [grid] noon_after
UW3033 = Périodes fermées pour toutes les classes (-3) et retirées de la semaine ({ $count }) : { $examples }.
    .remedy = Ouvrez-les dans les souhaits d'Untis pour les garder.
UW3034 = Classes dont le degré, l’année et la filière viennent du nom ({ $count }) : { $examples }.
    .remedy = Profil : [class.NOM] graad, year, stream
UW3035 = Classes dont l'année est inconnue et supposée être la première ({ $count }) : { $examples }.
    .remedy = Profil : [class.NOM] year
UW3036 = Classes dont le niveau dans Untis n'est pas l'année du nom ; le nom est suivi ({ $count }) : { $examples }.
    .remedy = Profil : [class.NOM] year
UW3037 = Classes dont le nombre d'élèves est inconnu et compté comme 0 ({ $count }) : { $examples }.
    .remedy = Profil : [class.NOM] pupils
UW3038 = Classes de difficulté 0, Untis ignorant combien elles sont exigeantes ({ $count }) : { $examples }.
    .remedy = Profil : [class.NOM] difficulty = 0 à 100
UW3039 = Personnes supposées expérimentées et non débutantes, Untis ignorant les années de service ({ $count }) : { $examples }.
    .remedy = Profil : starters = ["…"], [teacher.NOM] experience, [staff] experience
UW3040 = Branches faites de plusieurs qui ne diffèrent que par le degré à la fin du nom ({ $count }) : { $examples }.
    .remedy = Profil : graad_suffix = false, ou [subject.NOM] id
UW3041 = Cases du tableau des dénominateurs où les facteurs d'Untis diffèrent du dénominateur usuel et sont suivis ({ $count }) : { $examples }.
    .remedy = Profil : [[noemer]] graad, kind, hours
UW3042 = Branches sans facteur qui soit un dénominateur, pour lesquelles le tableau décide ({ $count }) : { $examples }.
    .remedy = Profil : [subject.NOM] noemer
UW3043 = Personnes dont l'objectif hebdomadaire s'écarte de plus d'un quart de leurs cours ; leur charge actuelle est l'objectif ({ $count }) : { $examples }.
    .remedy = Profil : [teacher.NOM] contract
UW3044 = Personnes ayant plus d'un temps plein selon ces dénominateurs ({ $count }) : { $examples }.
    .remedy = Vérifiez les dénominateurs de leurs branches : [[noemer]] ou [subject.NOM] noemer
UW3045 = Cours qui ne pèsent rien dans Untis ; ils gardent leur enseignant, en surveillance, et ne comptent dans aucune charge ({ $count }) : { $examples }.
    .remedy = Profil : [subject.NOM] noemer fait compter les heures d’une branche
UW3046 = Couplages avec plusieurs groupes d'élèves en même temps ; ils sont devenus des cours liés 123.1, 123.2 ({ $count }) : { $examples }.
    .remedy = Séparez ou réunissez les lignes du couplage dans Untis.
UW3047 = Couplages où plusieurs enseignants partagent une branche et un local ; ils sont devenus un cours à plusieurs enseignants ({ $count }) : { $examples }.
    .remedy = Profil : second_teacher = "by_pupils", "lead" ou "co"
UW3048 = Couplages où un enseignant a deux branches en même temps ; la première compte ({ $count }) : { $examples }.
    .remedy = Faites-en deux cours dans Untis si les deux sont donnés.
UW3049 = Locaux supposés fictifs : un cours qui en demande un accepte tout local semblable à ceux qu'il remplace ({ $count }) : { $examples }.
    .remedy = Profil : fictional_rooms = ["…"]
UW3050 = Sortes de plusieurs locaux, faites de locaux qui se remplacent ({ $count }) : { $examples }.
    .remedy = Profil : [room.NOM] kind
UW3051 = Cours donnés à présent dans un local qui n'est pas une alternative de celui qu'ils demandent ; il convient aussi ({ $count }) : { $examples }.
    .remedy = Profil : [room.NOM] kind
UW3052 = Couplages qui demandent un local que l'horaire actuel ne donne jamais ; il n'est pas demandé ({ $count }) : { $examples }.
    .remedy = Retirez le local de la ligne du couplage dans Untis, ou donnez-le dans l'horaire.
UW3053 = Cours dont les blocs viennent des tailles de bloc et des heures doubles d'Untis ; entre deux bornes, l'horaire actuel décide ({ $count }) : { $examples }.
    .remedy = Fixez des tailles de bloc ou des bornes égales dans Untis.
UW3054 = Personnes dont les titres valent « requis » (VE), Untis ignorant leur niveau ({ $count }) : { $examples }.
    .remedy = Profil : qualification_level = "required", "sufficient" ou "other"
UW3055 = Branches de GPU008 qu'aucun cours n'enseigne ; les titres correspondants sont omis ({ $count }) : { $examples }.
    .remedy = Profil : [subject.NOM] id, si une branche enseignée est visée
UW3056 = Cas où des personnes enseignent ce que GPU008 ne leur reconnaît pas ; elles le peuvent encore, au niveau « autre » ({ $count }) : { $examples }.
    .remedy = Ajoutez le titre dans Untis, ou confiez-y le cours à quelqu'un d'autre.
UW3057 = Personnes à qui leurs cours actuels sont réservés ({ $count }) : { $examples }.
    .remedy = Profil : teachers = "free"
UW3058 = Blocs qui gardent l'heure de l'horaire actuel ({ $count }) : { $examples }.
    .remedy = Profil : times = "fixed" (ceux au code X), "free" (aucun) ou "all" (tous)
UW3059 = Souhaits horaires de classes, de locaux et de branches qui ne sont pas repris ({ $count }) : { $examples }.
    .remedy = Exprimez ce qui doit valoir comme souhaits d'enseignants ou comme heures fixées dans le document de l'école.
UW3060 = Classes présentes dans des cours mais absentes de GPU003, et ajoutées ({ $count }) : { $examples }.
    .remedy = Exportez à nouveau GPU003 ; profil : [class.NOM]
UW3061 = Locaux cités mais absents de GPU005, et ajoutés ({ $count }) : { $examples }.
    .remedy = Exportez à nouveau GPU005 ; profil : [room.NOM]
UW3062 = Cours omis : ignorés dans Untis (code i), sans périodes, ou surveillance sans nom ({ $count }) : { $examples }.
    .remedy = Retirez le code i, donnez des périodes au cours, ou nommez un enseignant dans Untis.
UW3063 = Cours qui alternent selon les semaines ; ils sont prévus chaque semaine ({ $count }) : { $examples }.
    .remedy = Réunissez les cours des semaines alternées dans Untis.
UW3064 = Cours dont les lignes diffèrent en périodes par semaine ; le plus grand nombre est pris ({ $count }) : { $examples }.
    .remedy = Faites-en deux cours dans Untis.
UW3065 = Blocs qui ne sont pas dans l'horaire actuel comme Untis les demande ({ $count }) : { $examples }.
    .remedy = Rien à faire : ils sont replanifiés.
UW3066 = Le nom provisoire { $examples } n'est pas un membre du personnel ; ses cours sont à pourvoir.
    .remedy = Nommez un enseignant dans Untis pour les pourvoir.
UW3067 = Enseignants présents dans des cours mais absents de GPU004, et ajoutés ({ $count }) : { $examples }.
    .remedy = Exportez à nouveau GPU004 ; profil : [teacher.NOM]
UW3068 = Réductions devenues du travail hors cours, une heure valant 1/22 d'un temps plein ({ $count }) : { $examples }.
    .remedy = Corrigez les tâches dans le document de l'école là où un autre dénominateur vaut.
UW3069 = Cours sans classe dont le degré est inconnu et supposé être le premier ({ $count }) : { $examples }.
    .remedy = Profil : [subject.NOM] noemer
UW3070 = Cours avec une place sans enseignant, qui reste à pourvoir ({ $count }) : { $examples }.
    .remedy = Nommez un enseignant dans Untis pour la pourvoir.
UW3071 = Titulaires de classe absents du personnel et omis ({ $count }) : { $examples }.
    .remedy = Corrigez le titulaire dans Untis.
UW3072 = Cours de l'horaire (GPU001) absents de GPU002 ; leurs lignes ne servent pas ({ $count }) : { $examples }.
    .remedy = Exportez les deux fichiers au même moment.
UW3073 = Cours qui ne suivent pas l'année scolaire usuelle ; ils sont prévus toute l'année ({ $count }) : { $examples }.
    .remedy = Exportez une période de l'année à la fois.
UW3074 = Cours qui ne citent aucune branche ; ils ont reçu la branche « - » ({ $count }) : { $examples }.
    .remedy = Nommez une branche dans Untis.
UW3075 = Couplages où deux branches occupent un même local en même temps ; la première le demande ({ $count }) : { $examples }.
    .remedy = Donnez un local à la seconde dans Untis si elle en a besoin.
UW3076 = Branches dont le type (AV, TV, PV, KV, LBV) vient du nom ({ $count }) : { $examples }.
    .remedy = Profil : [subject.NOM] kind
UW3077 = Personnes dont le contrat est tiré de leurs cours actuels et de l'objectif hebdomadaire, avec une marge de part et d'autre ({ $count }) : { $examples }.
    .remedy = Profil : [teacher.NOM] contract, [staff] margin_hours
UW3078 = Personnes recevant le statut de [staff] statute, Untis ignorant le leur ({ $count }) : { $examples }.
    .remedy = Profil : [staff] statute, [teacher.NOM] statute
UW3079 = Places dans des cours ouvertes à tout enseignant qui a le titre ({ $count }) : { $examples }.
    .remedy = Profil : teachers = "locked"
UW3080 = Heures sans élèves ; elles gardent leurs personnes et comptent comme tâches hors cours ({ $count }) : { $examples }.
    .remedy = Profil : without_pupils = "lessons"

## Archives XHSTT

UW3101 = L’archive n’est pas en UTF-8 : { $detail }
    .remedy = Enregistrez-la en UTF-8.
UW3102 = L’archive n’est pas du XML bien formé : { $detail }
    .remedy = Corrigez le XML à cet endroit.
UW3103 = Les définitions de type et entités sont refusées : { $detail }
    .remedy = Retirez le DOCTYPE et écrivez le texte lui-même.
UW3104 = Les éléments sont imbriqués trop profondément : { $detail }
    .remedy = Retirez les niveaux inutiles.
UW3105 = Élément mal placé `{ $id }` : { $detail }
    .remedy = Suivez l’ordre de XHSTT-2014.
UW3106 = Il manque quelque chose dans `{ $id }` : { $detail }
    .remedy = Ajoutez-le.
UW3107 = Une valeur de `{ $id }` est fausse : { $detail }
    .remedy = Corrigez la valeur.
UW3108 = L’identifiant `{ $id }` est utilisé deux fois : { $detail }
    .remedy = Donnez à chaque chose son propre identifiant.
UW3109 = `{ $id }` n’existe pas : { $detail }
    .remedy = Corrigez la référence.
UW3110 = `{ $id }` est du mauvais type : { $detail }
    .remedy = Nommez une ressource du type demandé.
UW3111 = `{ $id }` est dans un ancien dialecte : { $detail }
    .remedy = Utilisez le fichier de XHSTT-2014.
UW3112 = Le problème `{ $id }` est inutilisable : { $detail }
    .remedy = Corrigez l’instance.
UW3113 = La solution n’est pas valable pour son instance, `{ $id }` : { $detail }
    .remedy = Prenez la solution qui appartient à cette instance.
UW3114 = Il y a plus de fautes que celles-ci : { $detail }
    .remedy = Corrigez d’abord celles-ci.

## Fichiers FET

UW3201 = Le fichier n’est pas en UTF-8 : { $detail }
    .remedy = Enregistrez-le en UTF-8.
UW3202 = Le fichier n’est pas du XML bien formé : { $detail }
    .remedy = Réparez le XML à cet endroit, ou faites réenregistrer le fichier par FET.
UW3203 = Les définitions de type de document et les entités sont refusées : { $detail }
    .remedy = Enlevez le DOCTYPE et écrivez le texte même.
UW3204 = Les éléments sont imbriqués trop profondément : { $detail }
    .remedy = Enlevez les niveaux inutiles.
UW3205 = Élément mal placé `{ $id }` : { $detail }
    .remedy = Faites réenregistrer le fichier par FET.
UW3206 = Il manque quelque chose dans `{ $id }` : { $detail }
    .remedy = Ajoutez-le.
UW3207 = Une valeur de `{ $id }` est fausse : { $detail }
    .remedy = Corrigez la valeur.
UW3208 = Le nom ou le numéro `{ $id }` est utilisé deux fois : { $detail }
    .remedy = Donnez à chaque chose son propre nom.
UW3209 = `{ $id }` n’existe pas : { $detail }
    .remedy = Corrigez le nom, espaces aux bouts compris.
UW3210 = Un nombre dans `{ $id }` est faux : { $detail }
    .remedy = Corrigez le nombre : FET lui-même ne lit pas un tel fichier.
UW3211 = Le poids de `{ $id }` n’est pas possible : { $detail }
    .remedy = Mettez 100 : sinon FET lui-même ne démarre pas.
UW3212 = Le problème `{ $id }` est inutilisable : { $detail }
    .remedy = Corrigez le fichier.
UW3213 = L’horaire n’est pas valable pour le fichier, `{ $id }` : { $detail }
    .remedy = Prenez l’horaire qui appartient à ce fichier.
UW3214 = Il y a plus de fautes que celles-ci : { $detail }
    .remedy = Corrigez d’abord celles-ci.
UW3250 = { $family } : { $count } contraintes d’une famille inconnue. L’horaire peut les enfreindre.
    .remedy = Vérifiez l’horaire dans FET.
UW3251 = { $family } : { $count } contraintes auxquelles l’horaire n’est pas tenu. Il peut les enfreindre.
    .remedy = Vérifiez l’horaire dans FET.
UW3252 = { $family } : { $count } contraintes prises plus strictement que FET ne le fait.
    .remedy = Si aucun horaire n’est trouvé, assouplissez-les.
UW3253 = { $family } : { $count } contraintes dont les conflits ne sont pas comptés exactement comme dans FET.
    .remedy = Faites compter par FET les conflits souples de l’horaire.
UW3254 = Le fichier est pour le mode `{ $family }` de FET, dans lequel certaines contraintes ont un autre sens.
    .remedy = Vérifiez l’horaire dans FET.

## Untis, written

UW3085 = Cours et liens dont le nom n’est pas un nombre et qui ont reçu un numéro dans Untis ({ $count }): { $examples }.
    .remedy = Donnez des numéros comme id aux cours pour les choisir vous-même.
UW3086 = Cours dont les blocs ne peuvent être demandés exactement à Untis ; ils y sont laissés libres ({ $count }): { $examples }.
    .remedy = Réglez les doubles heures de ces cours dans Untis.
UW3087 = Cours où un professeur a moins d’heures que le cours ; dans Untis il les a toutes ({ $count }): { $examples }.
    .remedy = Divisez ces cours en deux.
UW3088 = Locaux avec un code d’éloignement, placés sur une implantation de ce nom ; ceux sans code sont sur l’implantation « main » ({ $count }): { $examples }.
    .remedy = Profil : [room.NOM] site, building ; [[travel]]

## What a format has no place for

UW3301 = Heures d’horloge de la semaine : non repris ({ $count }): { $examples }.
    .remedy = Gardez le document de l’école : il les contient.
UW3302 = Niveaux des titres : non repris ({ $count }): { $examples }.
    .remedy = Gardez le document de l’école : il les contient.
UW3303 = Titres : non repris ({ $count }): { $examples }.
    .remedy = Gardez le document de l’école : il les contient.
UW3304 = Limites des contrats : non repris ({ $count }): { $examples }.
    .remedy = Gardez le document de l’école : il les contient.
UW3305 = Statuts et années de service : non repris ({ $count }): { $examples }.
    .remedy = Gardez le document de l’école : il les contient.
UW3306 = Droits, travail de l’an passé, demi-jours et implantations : non repris ({ $count }): { $examples }.
    .remedy = Gardez le document de l’école : il les contient.
UW3307 = Travail hors cours : non repris ({ $count }): { $examples }.
    .remedy = Gardez le document de l’école : il les contient.
UW3308 = Souhaits de moments : non repris ({ $count }): { $examples }.
    .remedy = Gardez le document de l’école : il les contient.
UW3309 = Souhaits de travail : non repris ({ $count }): { $examples }.
    .remedy = Gardez le document de l’école : il les contient.
UW3310 = Mentors, évaluateurs, équipes et stagiaires : non repris ({ $count }): { $examples }.
    .remedy = Gardez le document de l’école : il les contient.
UW3311 = Lignes budgétaires et dénominateurs : non repris ({ $count }): { $examples }.
    .remedy = Gardez le document de l’école : il les contient.
UW3312 = Règles : non repris ({ $count }): { $examples }.
    .remedy = Gardez le document de l’école : il les contient.
UW3313 = Degré, filière et difficulté des classes : non repris ({ $count }): { $examples }.
    .remedy = Gardez le document de l’école : il les contient.
UW3314 = Parties de classes : non repris ({ $count }): { $examples }.
    .remedy = Gardez le document de l’école : il les contient.
UW3315 = Types et implantations de locaux, et temps des trajets entre eux : non repris ({ $count }): { $examples }.
    .remedy = Gardez le document de l’école : il les contient.
UW3316 = Verrous : non repris ({ $count }): { $examples }.
    .remedy = Gardez le document de l’école : il les contient.
UW3317 = Cours liés : non repris ({ $count }): { $examples }.
    .remedy = Gardez le document de l’école : il les contient.
UW3318 = Rôles des professeurs : non repris ({ $count }): { $examples }.
    .remedy = Gardez le document de l’école : il les contient.
UW3319 = Blocs de cours : non repris ({ $count }): { $examples }.
    .remedy = Gardez le document de l’école : il les contient.
UW3320 = Temps protégé : non repris ({ $count }): { $examples }.
    .remedy = Gardez le plan : il le contient.
UW3321 = Moments des cours : non repris ({ $count }): { $examples }.
    .remedy = Gardez le plan ou le fichier : ils les contiennent.
UW3322 = Locaux des cours : non repris ({ $count }): { $examples }.
    .remedy = Gardez le document de l’école : il les contient.
UW3323 = Visites d’experts, jours en entreprise, réunions avec d’autres écoles, projets et tours de questions : non repris ({ $count }): { $examples }.
    .remedy = Gardez le document de l’école : il les contient.
UW3324 = Ce qui n’a lieu qu’une semaine sur deux ou quatre est repris comme chaque semaine ({ $count }): { $examples }.
    .remedy = Gardez le document de l’école et le plan : ils contiennent les semaines.
UW3350 = Classes dont le degré, l’année et la filière viennent de leur nom ({ $count }): { $examples }.
    .remedy = Corrigez-le dans le document de l’école.
UW3351 = Branches dont le type (AV, TV, PV, KV, LBV) vient de leur nom ({ $count }): { $examples }.
    .remedy = Corrigez-le dans le document de l’école.
UW3352 = Personnes considérées comme expérimentées et nommées ({ $count }): { $examples }.
    .remedy = Corrigez-le dans le document de l’école.
UW3353 = Personnes dont le contrat est la charge actuelle, à une heure près ({ $count }): { $examples }.
    .remedy = Corrigez-le dans le document de l’école.
UW3354 = Personnes qualifiées pour ce qu’elles enseignent actuellement ({ $count }): { $examples }.
    .remedy = Corrigez-le dans le document de l’école.
UW3355 = Cours auxquels les professeurs actuels sont fixés ({ $count }): { $examples }.
    .remedy = Corrigez-le dans le document de l’école.
UW3356 = Jours d’une semaine habituelle, le fichier n’en disant aucun ({ $count }): { $examples }.
    .remedy = Corrigez-le dans le document de l’école.
UW3357 = Cours dont les heures par semaine ne sont pas dites, comptées pour 1 ({ $count }): { $examples }.
    .remedy = Corrigez-le dans le document de l’école.
UW3358 = Cours dont les classes ne sont pas connues ({ $count }): { $examples }.
    .remedy = Corrigez-le dans le document de l’école.
UW3359 = Noms doubles qui ont reçu un numéro ({ $count }): { $examples }.
    .remedy = Corrigez-le dans le document de l’école.
UW3360 = Branches de cours que personne ne donne actuellement, pour lesquelles ceux qui pourraient sont considérés qualifiés au niveau « autre » ({ $count }): { $examples }.
    .remedy = Corrigez-le dans le document de l’école.
UW3390 = Un fichier FET ou une archive XHSTT a des moments, des ressources et des contraintes, mais ni degrés ni dénominateurs ni contrats : il ne peut devenir une école.
    .remedy = Résolvez-le tel quel : uurwerk timetable FICHIER -o SORTIE.
UW3391 = Une école ne peut être écrite en fichier FET ou archive XHSTT : ses règles sur les personnes et le temps protégé n’y ont pas de contraintes.
    .remedy = Écrivez plutôt untis, asc, xlsx ou csv.

## Calendars

UW3401 = Un calendrier demande des dates, et rien ne dit de quelle année scolaire il s’agit.
    .remedy = Indiquez school_year dans l’école ou le profil : school_year = "2026-2027".
UW3402 = « { $value } » n’est pas une année scolaire.
    .remedy = Écrivez-la 2026-2027.
UW3403 = Rien n’a d’heure : il n’y a pas d’horaire dont faire des calendriers.
    .remedy = Convertissez un plan : d’abord uurwerk plan.
UW3404 = Le profil du calendrier ne peut être lu : { $detail }.
    .remedy = Corrigez-le à cet endroit ; c’est un fichier TOML.
UW3405 = « { $value } » n’est pas une date possible ici.
    .remedy = Écrivez-la 2026-09-01 ; le dernier jour suit le premier.
UW3410 = Cours dont des blocs n’ont pas d’heure et ne figurent dans aucun calendrier ({ $count }): { $examples }.
    .remedy = Laissez uurwerk timetable les placer.
UW3411 = Blocs à un moment sans date dans l’année scolaire ({ $count }): { $examples }.
    .remedy = Vérifiez les jours et le premier et dernier jour.

## Workbooks and tables

UW3501 = Ce n’est pas un classeur lisible : { $detail }.
    .remedy = Enregistrez-le en .xlsx.
UW3502 = Aucune feuille ne porte le nom d’un tableau d’école.
    .remedy = Partez d’un classeur écrit par uurwerk convert.
UW3503 = « { $name } » ne figure pas dans le tableau { $table }.
    .remedy = Corrigez le nom ou ajoutez-y une ligne.
UW3504 = « { $value } » ne peut figurer sous { $column } : l’école n’a rien de tel.
    .remedy = Corrigez la cellule ou supprimez la ligne.
UW3505 = « { $name } » n’est pas un tableau d’école, ou un tableau déjà lu, et reste de côté.
    .remedy = Donnez-lui le nom d’un tableau s’il faut le lire.
UW3506 = La colonne « { $name } » n’est pas connue ici et est laissée de côté.
    .remedy = Utilisez un nom des explications ou supprimez la colonne.
UW3507 = La colonne « { $name } » figure deux fois ; la première compte.
    .remedy = Supprimez l’une d’elles.
UW3508 = La cellule contient l’erreur { $value } du tableur.
    .remedy = Réparez la formule ou écrivez la valeur.
UW3509 = Le classeur ne peut être écrit : { $detail }.
    .remedy = Raccourcissez ce qui est trop long pour une cellule.
UW3510 = Cette cellule est trop loin des autres pour un tableau d'une école.
    .remedy = Supprimez ce qui s'y trouve.

## aSc Timetables

UW3601 = Le fichier ne peut être décodé : { $detail }
    .remedy = Enregistrez-le en UTF-8.
UW3602 = Le fichier n’est pas du XML bien formé : { $detail }
    .remedy = Exportez-le à nouveau depuis aSc.
UW3603 = Les définitions de type et entités sont refusées : { $detail }
    .remedy = Retirez le DOCTYPE.
UW3604 = Les éléments sont trop imbriqués : { $detail }
    .remedy = Retirez les niveaux inutiles.
UW3605 = Élément mal placé `{ $id }` : { $detail }
    .remedy = Exportez-le à nouveau depuis aSc.
UW3606 = Il manque quelque chose dans `{ $id }` : { $detail }
    .remedy = Ajoutez-le.
UW3607 = Une valeur de `{ $id }` est fausse : { $detail }
    .remedy = Corrigez la valeur.
UW3608 = `{ $id }` n’existe pas : { $detail }
    .remedy = Corrigez la référence.
UW3609 = Il y a plus d’erreurs que celles-ci : { $detail }
    .remedy = Corrigez d’abord celles-ci.
UW3620 = Cours qui alternent entre semaines ou périodes ; planifiés chaque semaine ({ $count }): { $examples }.
    .remedy = Réunissez dans aSc les cours des semaines alternées.
UW3621 = Cartes sans jour ni heure, qui n’ont pas de moment ({ $count }): { $examples }.
    .remedy = Rien à faire : elles seront replanifiées.
UW3622 = Cours en blocs de longueurs différentes ; dans aSc, un cours par longueur ({ $count }): { $examples }.
    .remedy = Ils reviennent en un cours par leur partner_id.
UW3623 = Cartes sans place dans leur journée, sans moment ({ $count }): { $examples }.
    .remedy = Vérifiez les heures dans aSc.
UW3624 = Jours sans carte l’après-midi : il est considéré libre ({ $count }): { $examples }.
    .remedy = Corrigez la semaine dans le document de l’école.
UW3625 = Cours demandant plusieurs locaux ; aSc reçoit tous ceux qui conviennent ({ $count }): { $examples }.
    .remedy = Vérifiez leurs locaux dans aSc.
UW3629 = Cours avec plus de cartes que d’heures par semaine, comme en semaines alternées ; les premières comptent ({ $count }): { $examples }.
    .remedy = Indiquez dans le document de l’école quelles semaines ils ont lieu.

## OneRoster

UW3701 = Le fichier { $name } manque.
    .remedy = Exportez-le dans le même dossier.
UW3702 = La ligne ne peut être découpée en champs : { $detail }.
    .remedy = Vérifiez les guillemets de cette ligne.
UW3703 = La colonne { $column } manque.
    .remedy = Exportez le fichier en OneRoster 1.1 ou 1.2 CSV.
UW3704 = Le champ { $column } ne peut être vide.
    .remedy = Remplissez-le ou supprimez la ligne.
UW3705 = « { $value } » dans { $column } n’existe pas dans { $name }.
    .remedy = Corrigez la référence ou ajoutez la ligne.
UW3706 = L’id « { $value } » est utilisé deux fois.
    .remedy = Donnez à chaque ligne son propre id.

## CSV with a profile

UW3801 = Le profil ne peut être lu : { $detail }.
    .remedy = Corrigez-le à cet endroit ; c’est un fichier TOML.
UW3802 = Le profil parle d’un tableau ou d’une colonne « { $name } » qu’une école n’a pas.
    .remedy = Connus : { $known }.
UW3803 = Le profil lit le fichier { $name }, qui n’existe pas.
    .remedy = Mettez-le dans le dossier ou corrigez le profil.
UW3804 = Le profil lit la colonne « { $name } », que le fichier n’a pas.
    .remedy = Ses colonnes : { $known }.
UW3805 = La ligne ne peut être découpée en champs : { $detail }.
    .remedy = Vérifiez les guillemets et le séparateur de cette ligne.
UW3806 = Aucun fichier du dossier n’est un tableau d’école.
    .remedy = Nommez des fichiers comme staff.csv ou dites dans un profil ce qu’ils sont.
