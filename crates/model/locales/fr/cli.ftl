### La ligne de commande

cli-conflict = { $n ->
    [one] Cette exigence ne peut pas être satisfaite :
   *[other] Ces { $n } exigences ne peuvent pas être satisfaites ensemble :
}
cli-conflict-minimal = { $n ->
    [one] Cette exigence ne peut pas être satisfaite (prouvé) :
   *[other] Ces { $n } exigences ne peuvent pas être satisfaites ensemble ; avec une de moins, oui (prouvé) :
}
cli-progress = { $stage } : dur { $hard }, coût { $soft }, borne { $bound }, reste { $left } s
cli-progress-allocation = Enseignants
cli-progress-timetable = Horaire
cli-progress-measurement = Mesure
cli-took = Terminé en { $seconds } s.
cli-check-fine = Valide : { $lessons } cours, { $staff } membres du personnel, { $classes } classes ; le comptage ne montre aucune impossibilité.
cli-explain-none = Pas de contradiction : un plan existe qui respecte chaque règle stricte.
cli-verified = Toutes les affirmations sont exactes : { $rules } règles recalculées.
cli-converted = Écrit : { $lessons } cours, { $staff } membres du personnel, { $classes } classes, { $rooms } locaux.
cli-no-such-kind = Il n’y a pas de document de type `{ $kind }` ; connus : school, plan, conflict, scenario, difference et prices.
cli-no-such-rule = Il n’y a pas de règle `{ $rule }` ; `uurwerk rules` les énumère.
cli-needs-school = Un plan a besoin de l’école pour laquelle il est fait : ajoutez --school SCHOOL.
cli-needs-plan = Une école a besoin d’un plan à évaluer : uurwerk evaluate SCHOOL PLAN.
cli-evaluated = { $instance }, solution de { $group }
cli-fet-fine = Valable : { $activities } activités, { $constraints } contraintes.
cli-fet-total = Conflits souples comme FET les compte : { $total }
cli-gap = Aucun horaire ne coûte moins de { $least } : l'écart est de { $percent } %.
cli-gap-hard = Aucun horaire n'a un coût dur inférieur à { $least } : l'écart est de { $percent } %.
cli-gap-none = Aucun horaire ne coûte moins : celui-ci est optimal.
cli-reasons-more = { $n ->
    [one] et une raison de plus
   *[other] et { $n } raisons de plus
}
cli-reason-overload = { $resource } est demandé { $busy } fois, pour { $times } temps.
cli-reason-conflict = Aucune paire de ces { $n } cours ne peut avoir lieu en même temps. Il leur faut { $busy } temps et il y en a { $times } : { $names }
cli-reason-week = { $resource }, occupé { $busy } temps, n'a pas de semaine moins chère, même seul.
cli-reason-spread = { $group } a plus ou moins de séances que ses groupes de temps n'en acceptent.
cli-reason-programme = { $n ->
    [0] Seuls dans l'école, { $events } cours d'un groupe n'ont pas d'horaire moins cher (programme en nombres entiers).
   *[other] Seuls dans l'école, { $names } avec { $events } cours n'ont pas d'horaire moins cher (programme en nombres entiers).
}
cli-rules-id = Règle
cli-rules-rule = Ce qu’elle demande
cli-rules-source = Source
cli-rules-mode = Mode
cli-rules-weight = Poids
cli-rules-unit = Mesuré en { $unit }
cli-rules-default-weight = poids { $weight }
source-memo = Mémorandum { $section }
source-logic = Logique
source-practice = Pratique
mode-hard = dure
mode-soft = souple
mode-measure = mesurée
mode-off = inactive
UW0500 = Le fichier ne peut pas être lu : { $detail }.
    .remedy = Vérifiez le chemin et les droits.
UW0501 = Le fichier n’est pas en UTF-8 à partir de l’octet { $offset }.
    .remedy = Enregistrez-le en UTF-8.
UW0502 = L’archive contient { $found } instances alors qu’il en faut une.
    .remedy = Gardez une seule instance dans le fichier.
UW0503 = L’archive ne contient aucune solution.
    .remedy = Indiquez une archive avec un groupe de solutions.
UW0504 = Le plan a été fait pour une autre école ({ $found }) que celle-ci ({ $expected }).
    .remedy = Donnez le fichier de l’école dont le plan est issu.
UW0505 = Le plan parle de { $what } `{ $id }`, que l’école n’a pas.
    .remedy = Refaites le plan à partir de cette école.
UW0510 = Aucune école n’a été fournie.
    .remedy = Fournissez un pointeur vers le document de l’école et sa longueur.
UW0511 = Les options ne peuvent pas être lues : { $detail }.
    .remedy = Connues : seed, threads, iterations, time_limit_ms et language.
UW0512 = Erreur interne, un défaut d’Uurwerk : { $detail }.
    .remedy = Signalez-la avec les données, si vous pouvez les partager.
cli-no-such-load-rule = Il n’y a pas de règle `{ $rule }` sur les charges ; `uurwerk rules` montre les règles.
UW0513 = Un pointeur qui ne peut être nul est nul : { $what }.
    .remedy = Donnez ce que demande l’en-tête ; un nom doit être en UTF-8.
UW0514 = Les options disent avoir { $size } octets.
    .remedy = Mettez tout à zéro, puis `size` à `sizeof(UurwerkOptions)`.
UW0515 = Le document dépasse { $limit } Mio.
    .remedy = Donnez une seule école ; aucune n’en demande autant.
UW0516 = Ce format ne peut devenir une école.
    .remedy = Les formats qui le peuvent : { $expected }.
UW0517 = Ce qui est demandé ne peut pas être lu : { $detail }.
    .remedy = L’en-tête dit ce qui peut être demandé, et comment.
UW0518 = L’école n’a pas cet enseignant, cette classe ou ce cours : { $text }.
    .remedy = Demandez avec les identifiants du document de l’école.
UW0531 = La clé ne peut être lue : { $detail }.
    .remedy = Donnez le fichier de clé écrit lors du remplacement des noms.
UW0532 = La clé ne connaît pas l'école de ce document ({ $found }).
    .remedy = Remplacez d'abord les noms dans l'école, avec la même clé.
UW0533 = La clé ne connaît pas « { $id } ».
    .remedy = Donnez la clé de ce document.
UW0534 = Un document du genre { $kind } garde ses noms.
    .remedy = Remplacez les noms dans l'école et les plans, puis refaites ce document à partir d'eux.
cli-pseudonymised = { $people ->
        [one] Une personne a un autre nom
       *[other] { $people } personnes ont un autre nom
    } dans { $file } ; la clé est { $key } : gardez-la à part.
cli-restored = Les noms sont de retour dans { $file }.
