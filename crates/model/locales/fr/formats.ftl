# Untis : fautes des fichiers et du profil (UW3001-UW3012), puis ce qui est supposé (UW3029-UW3079).
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
UW3031 = Untis n'exporte pas les heures d'horloge : { $count } périodes par jour sont fixées à { $examples }.
    .remedy = Profil : [grid] start, minutes, break_minutes, noon_minutes
UW3032 = La mi-journée est placée après la période { $examples } : c'est là que le moins de cours de l'horaire actuel se poursuivent.
    .remedy = Profil : [grid] noon_after
UW3033 = { $count } périodes sont fermées pour toutes les classes (-3) et retirées de la semaine : { $examples }.
    .remedy = Ouvrez-les dans les souhaits d'Untis pour les garder.
UW3034 = Le degré, l’année et la filière de { $count } classes viennent de leur nom : { $examples }.
    .remedy = Profil : [class.NOM] graad, year, stream
UW3035 = L'année de { $count } classes est inconnue ; la première est supposée : { $examples }.
    .remedy = Profil : [class.NOM] year
UW3036 = { $count } classes ont dans Untis un niveau qui n'est pas l'année de leur nom ; le nom est suivi : { $examples }.
    .remedy = Profil : [class.NOM] year
UW3037 = Le nombre d'élèves de { $count } classes est inconnu ; 0 est utilisé : { $examples }.
    .remedy = Profil : [class.NOM] pupils
UW3038 = Untis ignore si une classe est exigeante : { $count } classes ont la difficulté 0 ({ $examples }).
    .remedy = Profil : [class.NOM] difficulty = 0 à 100
UW3039 = Untis ignore les années de service : { $count } personnes sont supposées expérimentées, non débutantes ({ $examples }).
    .remedy = Profil : starters = ["…"], [teacher.NOM] experience, [staff] experience
UW3040 = { $count } groupes de branches qui ne diffèrent que par le degré à la fin de leur nom sont devenus une seule branche : { $examples }.
    .remedy = Profil : graad_suffix = false, ou [subject.NOM] id
UW3041 = Dans { $count } cases du tableau des dénominateurs, les facteurs d'Untis diffèrent du dénominateur usuel et sont suivis : { $examples }.
    .remedy = Profil : [[noemer]] graad, kind, hours
UW3042 = { $count } branches n'ont pas de facteur qui soit un dénominateur ; le tableau décide : { $examples }.
    .remedy = Profil : [subject.NOM] noemer
UW3043 = L'objectif hebdomadaire de { $count } personnes s'écarte de plus d'un quart de leurs cours ; leur charge actuelle est l'objectif : { $examples }.
    .remedy = Profil : [teacher.NOM] contract
UW3044 = { $count } personnes ont plus d'un temps plein selon les dénominateurs ci-dessus : { $examples }.
    .remedy = Vérifiez les dénominateurs de leurs branches : [[noemer]] ou [subject.NOM] noemer
UW3045 = { $count } cours ne pèsent rien dans Untis ; ils gardent leur enseignant, en surveillance, et ne comptent dans aucune charge : { $examples }.
    .remedy = Profil : [subject.NOM] noemer fait compter les heures d’une branche
UW3046 = { $count } couplages contiennent plusieurs groupes d'élèves en même temps ; ils sont devenus des cours liés 123.1, 123.2 : { $examples }.
    .remedy = Séparez ou réunissez les lignes du couplage dans Untis.
UW3047 = Dans { $count } couplages, plusieurs enseignants partagent une branche et un local ; ils sont devenus un cours à plusieurs enseignants : { $examples }.
    .remedy = Profil : second_teacher = "by_pupils", "lead" ou "co"
UW3048 = Dans { $count } couplages, un enseignant a deux branches en même temps ; la première compte : { $examples }.
    .remedy = Faites-en deux cours dans Untis si les deux sont donnés.
UW3049 = { $count } locaux sont supposés fictifs : un cours qui en demande un accepte tout local semblable à ceux qu'il remplace : { $examples }.
    .remedy = Profil : fictional_rooms = ["…"]
UW3050 = Les locaux qui se remplacent sont d’une même sorte ; { $count } sortes comptent plusieurs locaux : { $examples }.
    .remedy = Profil : [room.NOM] kind
UW3051 = { $count } cours se donnent à présent dans un local qui n'est pas une alternative de celui qu'ils demandent ; il convient aussi : { $examples }.
    .remedy = Profil : [room.NOM] kind
UW3052 = { $count } couplages demandent un local que l'horaire actuel ne donne jamais ; il n'est pas demandé : { $examples }.
    .remedy = Retirez le local de la ligne du couplage dans Untis, ou donnez-le dans l'horaire.
UW3053 = Les blocs de { $count } cours viennent des tailles de bloc et des heures doubles d'Untis ; entre deux bornes, l'horaire actuel décide : { $examples }.
    .remedy = Fixez des tailles de bloc ou des bornes égales dans Untis.
UW3054 = Untis ignore le niveau d'un titre : ceux de { $count } personnes valent « requis » (VE) : { $examples }.
    .remedy = Profil : qualification_level = "required", "sufficient" ou "other"
UW3055 = { $count } branches de GPU008 ne sont enseignées dans aucun cours ; les titres correspondants sont omis : { $examples }.
    .remedy = Profil : [subject.NOM] id, si une branche enseignée est visée
UW3056 = Dans { $count } cas, des personnes enseignent ce que GPU008 ne leur reconnaît pas ; elles le peuvent encore, au niveau « autre » : { $examples }.
    .remedy = Ajoutez le titre dans Untis, ou mettez teachers = "locked" dans le profil.
UW3057 = Les cours de { $count } personnes leur sont réservés : { $examples }.
    .remedy = Profil : teachers = "free"
UW3058 = { $count } blocs gardent l'heure de l'horaire actuel : { $examples }.
    .remedy = Profil : times = "fixed" (ceux au code X), "free" (aucun) ou "all" (tous)
UW3059 = { $count } souhaits horaires de classes, de locaux et de branches ne sont pas repris : { $examples }.
    .remedy = Exprimez ce qui doit valoir comme souhaits d'enseignants ou comme heures fixées dans le document de l'école.
UW3060 = { $count } classes figurent dans des cours mais pas dans GPU003 ; elles sont ajoutées : { $examples }.
    .remedy = Exportez à nouveau GPU003 ; profil : [class.NOM]
UW3061 = { $count } locaux sont cités mais absents de GPU005 ; ils sont ajoutés : { $examples }.
    .remedy = Exportez à nouveau GPU005 ; profil : [room.NOM]
UW3062 = { $count } cours sont omis : ignorés dans Untis (code i), sans périodes, ou surveillance sans nom : { $examples }.
    .remedy = Retirez le code i, donnez des périodes au cours, ou nommez un enseignant dans Untis.
UW3063 = { $count } cours alternent selon les semaines ; ils sont prévus chaque semaine : { $examples }.
    .remedy = Réunissez les cours des semaines alternées dans Untis.
UW3064 = Les lignes de { $count } cours diffèrent en périodes par semaine ; le plus grand nombre est pris : { $examples }.
    .remedy = Faites-en deux cours dans Untis.
UW3065 = { $count } blocs ne sont pas dans l'horaire actuel comme Untis les demande : { $examples }.
    .remedy = Rien à faire : ils sont replanifiés.
UW3066 = Le nom provisoire { $examples } n'est pas un membre du personnel ; ses cours sont à pourvoir.
    .remedy = Nommez un enseignant dans Untis pour les pourvoir.
UW3067 = { $count } enseignants figurent dans des cours mais pas dans GPU004 ; ils sont ajoutés : { $examples }.
    .remedy = Exportez à nouveau GPU004 ; profil : [teacher.NOM]
UW3068 = { $count } réductions sont devenues du travail hors cours, une heure valant 1/22 d'un temps plein : { $examples }.
    .remedy = Corrigez les tâches dans le document de l'école là où un autre dénominateur vaut.
UW3069 = { $count } cours sans classe n'ont pas de degré ; le premier est supposé : { $examples }.
    .remedy = Profil : [subject.NOM] noemer
UW3070 = { $count } cours ont une place sans enseignant ; elle reste à pourvoir : { $examples }.
    .remedy = Nommez un enseignant dans Untis pour la pourvoir.
UW3071 = { $count } titulaires de classe ne figurent pas au personnel et sont omis : { $examples }.
    .remedy = Corrigez le titulaire dans Untis.
UW3072 = { $count } cours de l'horaire (GPU001) ne sont pas dans GPU002 ; leurs lignes ne servent pas : { $examples }.
    .remedy = Exportez les deux fichiers au même moment.
UW3073 = { $count } cours ne suivent pas l'année scolaire usuelle ; ils sont prévus toute l'année : { $examples }.
    .remedy = Exportez une période de l'année à la fois.
UW3074 = { $count } cours ne citent aucune branche ; ils ont reçu la branche « - » : { $examples }.
    .remedy = Nommez une branche dans Untis.
UW3075 = Dans { $count } couplages, deux branches occupent un même local en même temps ; la première le demande : { $examples }.
    .remedy = Donnez un local à la seconde dans Untis si elle en a besoin.
UW3076 = Le type de { $count } branches (AV, TV, PV, KV, LBV) vient de leur nom : { $examples }.
    .remedy = Profil : [subject.NOM] kind
UW3077 = Les contrats de { $count } personnes sont tirés de leurs cours actuels et de l'objectif hebdomadaire, avec une marge de part et d'autre : { $examples }.
    .remedy = Profil : [teacher.NOM] contract, [staff] margin_hours
UW3078 = Untis ignore le statut des personnes : { $count } reçoivent celui de [staff] statute : { $examples }.
    .remedy = Profil : [staff] statute, [teacher.NOM] statute
UW3079 = { $count } places dans des cours sont ouvertes à tout enseignant qui a le titre : { $examples }.
    .remedy = Profil : teachers = "locked"
