# Ce qui ne va pas dans une entrée, et que faire. Le nom est le code.

## Forme

UW0001 = Le texte s'arrête avant la fin du document ({ $detail }).
    .remedy = Fournissez le fichier entier ; il a sans doute été coupé à l'écriture ou à la copie.
UW0002 = Ceci n'est pas du JSON ({ $detail }).
    .remedy = Corrigez le texte à cet endroit, ou laissez un programme écrire le fichier.
UW0003 = Le document est imbriqué trop profondément ({ $detail }).
    .remedy = Aucun document d'Uurwerk n'est imbriqué ainsi : vérifiez ce qui a écrit le fichier.
UW0004 = Ce document est du genre « { $found } », alors que « { $expected } » était attendu.
    .remedy = Fournissez un document du genre attendu, ou utilisez la commande de ce genre.
UW0005 = Le document est en version { $found } ; ce programme lit la version 1.
    .remedy = Utilisez un Uurwerk plus récent, ou écrivez le document en version 1.
UW0006 = Le champ « { $field } » est inconnu ici.
    .remedy = { $nearest ->
        [none] Supprimez-le, ou utilisez l'un de : { $expected }.
       *[other] Vouliez-vous dire « { $nearest } » ? Sont possibles : { $expected }.
    }
UW0007 = Le champ « { $field } » manque.
    .remedy = Ajoutez le champ.
UW0008 = Voici une valeur du type { $found }, alors que { $expected } était attendu.
    .remedy = Écrivez une valeur du type attendu.
UW0009 = Le nombre { $value } n'est pas un nombre entier de { $min } à { $max }.
    .remedy = Choisissez un nombre entier dans cet intervalle.
UW0010 = La valeur « { $value } » n'est pas possible ici.
    .remedy = Choisissez l'une de : { $expected }.
UW0011 = La liste compte { $n } éléments et en demande au moins { $limit }.
    .remedy = Complétez la liste.
UW0012 = La liste compte { $n } éléments et peut en avoir au plus { $limit }.
    .remedy = Raccourcissez la liste.
UW0013 = « { $value } » n'est pas une heure de l'horloge.
    .remedy = Écrivez heures et minutes avec deux chiffres chacune, par exemple 08:30.
UW0014 = « { $value } » n'est pas une quantité de travail exacte.
    .remedy = Écrivez un nombre entier de 1/133980 emplois à temps plein, ou une fraction dont le dénominateur divise exactement, par exemple "20/22".
UW0015 = Le champ « { $field } » figure deux fois dans un même objet.
    .remedy = Gardez l'un des deux.
UW0016 = Cet objet doit avoir exactement un champ et en a { $found }.
    .remedy = Écrivez exactement l'un de : { $expected }.
UW0017 = Le champ « { $field } » est refusé : { $topic ->
        [appraisal] il ressemble à un jugement sur une personne, qui ne peut décider qui enseigne quoi (mémo F4).
        [survey] il ressemble aux réponses d'un sondage, qui sont pour l'enseignant seul et jamais pour l'évaluation (mémo F4).
        [health] il ressemble à une donnée de santé, dont Uurwerk n'a que faire (RGPD, article 9).
        [origin] il ressemble à une donnée d'origine ou de conviction, dont Uurwerk n'a que faire (RGPD, article 9).
       *[gender] il ressemble à une donnée de genre ou d'orientation, dont Uurwerk n'a que faire (RGPD, article 9).
    }
    .remedy = Supprimez-le. Ce qu'une personne ne peut ou préfère ne pas faire se dit par des souhaits et des droits, sans le motif.
UW0099 = Le document n'a pas pu être lu : { $detail }.
    .remedy = Comparez le document à son JSON Schema, et signalez-le si le schéma l'accepte.

## Noms

UW0101 = L'identifiant « { $id } » figure deux fois dans cette liste ; le premier se trouve en { $first }.
    .remedy = Donnez à chacun son identifiant, ou supprimez le second.
UW0102 = L'identifiant « { $id } » est vide, commence ou finit par une espace, ou contient un caractère de contrôle.
    .remedy = Écrivez un identifiant court en caractères visibles.
UW0103 = Rien ne s'appelle « { $id } » dans { $list }.
    .remedy = Corrigez le nom, ou ajoutez ce à quoi il renvoie.

## La semaine et les dénominateurs

UW0110 = La période finit à { $end }, pas après son début à { $start }.
    .remedy = Corrigez le début ou la fin.
UW0111 = La période commence à { $start }, avant que la précédente finisse à { $end }.
    .remedy = Mettez les périodes d'une journée dans l'ordre, sans chevauchement.
UW0112 = Le { $day }, une période du matin vient après une de l'après-midi.
    .remedy = Marquez les périodes d'avant la pause de midi comme matin et toutes les suivantes comme après-midi.
UW0115 = Ce degré et ce type de cours ont déjà un dénominateur en { $first }.
    .remedy = Gardez un dénominateur par degré et par type.
UW0116 = Avec le dénominateur { $noemer }, la charge de { $n } cours n'est pas un nombre entier de 1/133980 (le premier est « { $lesson } »).
    .remedy = Utilisez un dénominateur qui divise exactement, comme 20, 21, 22 ou 29, ou d'autres heures.

## Personnel

UW0120 = Le contrat de { $teacher } n'est pas en ordre : minimum { $min }, cible { $target }, maximum { $max }.
    .remedy = Faites que le minimum ne dépasse pas la cible, ni la cible le maximum.
UW0121 = Une quantité de travail ne peut être négative ({ $value }).
    .remedy = Écrivez zéro ou plus.
UW0122 = Les tâches de { $teacher } ({ $tasks }) dépassent le maximum du contrat ({ $max }).
    .remedy = Confiez des tâches à d'autres, ou augmentez le maximum.
UW0124 = { $teacher } a droit à { $volume }, plus que le maximum { $max } du contrat.
    .remedy = Corrigez le droit ou le contrat.
UW0125 = Un droit à { $value } ne dit rien.
    .remedy = Écrivez un volume au-dessus de zéro, ou supprimez le droit.
UW0126 = { $teacher } n'a aucun titre, alors que le contrat demande au moins { $min } et que tâches et cours fixés n'en couvrent que { $settled }.
    .remedy = Ajoutez les titres, abaissez le minimum du contrat, ou fixez des cours.
UW0127 = Cette personne a déjà un souhait sur la même chose, en { $first } ; les deux s'additionnent.
    .remedy = Gardez l'un des deux.
UW0128 = { $teacher } a deux titres pour { $subject } au degré { $graad } ; le meilleur compte.
    .remedy = Gardez le meilleur.
UW0129 = { $teacher } figure comme son propre évaluateur.
    .remedy = Nommez quelqu'un d'autre, ou personne.
UW0130 = { $teacher } n'est jamais disponible, alors que le contrat demande des cours.
    .remedy = Corrigez les souhaits de -3 sur les heures, ou le contrat.
UW0131 = { $teacher } a droit à un travail qu'aucun de ses titres ne couvre.
    .remedy = Corrigez les cours et degrés du droit, ou ajoutez le titre.

## Classes

UW0135 = La classe { $class } d'année { $year } est placée au degré { $graad } ; cette année relève du degré { $expected }.
    .remedy = Corrigez l'année ou le degré, si ce n'était pas voulu.
UW0136 = La filière de la classe { $class } n'appartient pas au degré { $graad }.
    .remedy = Utilisez a et b au premier degré, et une finalité aux autres.
UW0137 = Les parties de la classe { $class } comptent ensemble { $n } élèves, la classe { $pupils }.
    .remedy = Corrigez les nombres : chaque élève est dans exactement une partie.
UW0138 = Des élèves de la classe { $class } ont au moins { $n } heures de cours, et la semaine en compte { $slots }.
    .remedy = Supprimez des cours, donnez en même temps des cours différents aux parties de la classe, ou allongez la semaine.
UW0139 = La classe { $class } n'a pas de cours.
    .remedy = Ajoutez ses cours, ou supprimez la classe.

## Cours

UW0140 = Le cours { $lesson } n'a pas de dénominateur : la table n'en a pas pour son type au degré { $graad } (0 : degré inconnu).
    .remedy = Ajoutez la cellule aux dénominateurs, donnez-en un à la matière, ou donnez un degré au cours.
UW0141 = Les blocs du cours { $lesson } font ensemble { $n } heures au lieu de { $hours }.
    .remedy = Faites que les longueurs des blocs totalisent les heures.
UW0142 = Un bloc du cours { $lesson } dure { $n } périodes ; la plus longue demi-journée en a { $limit }, et aucun bloc ne franchit la pause de midi.
    .remedy = Divisez le bloc.
UW0143 = Un bloc du cours { $lesson } dure { $n } périodes ; la plus longue journée en a { $limit }.
    .remedy = Divisez le bloc.
UW0144 = Le cours { $lesson } a { $n } blocs de { $length } périodes ou plus ; la semaine en contient { $limit }.
    .remedy = Utilisez des blocs moins nombreux ou plus courts.
UW0145 = Le cours { $lesson } nomme deux fois le même groupe de la classe { $class }.
    .remedy = Supprimez le second.
UW0146 = Le cours { $lesson } nomme toute la classe { $class } et aussi une de ses parties.
    .remedy = Gardez la classe entière ou la partie.
UW0147 = Le cours { $lesson } prend des parties de la classe { $class } dans deux divisions ; des élèves comptent peut-être double.
    .remedy = Utilisez les parties d'une seule division.
UW0148 = Une place du cours { $lesson } dure { $hours } heures, ce qui n'est pas la longueur de ses premiers blocs.
    .remedy = Choisissez l'une de : { $possible }.
UW0149 = La place { $position } du cours { $lesson } est pour qui est fixé d'avance (invité, stagiaire, permanence), et rien ne fixe qui.
    .remedy = Fixez un enseignant à cette place, ou supprimez-la.
UW0150 = Le cours { $lesson } ({ $subject }, degré { $graad }) demande encore { $open } enseignants, et { $n } ont le titre.
    .remedy = Ajoutez le titre à quelqu'un, fixez un enseignant, ou supprimez le cours.
UW0151 = Le cours { $lesson } n'a pas de place pour un enseignant.
    .remedy = Ajoutez une place, si quelqu'un doit le donner.
UW0152 = Le cours { $lesson } demande un local que l'école n'a pas (genre { $kind }).
    .remedy = Ajoutez un tel local, ou corrigez le genre ou la liste des locaux.
UW0153 = Le cours { $lesson } place { $n } élèves dans un local, et le plus grand qui convient en contient { $largest }.
    .remedy = Permettez un local plus grand, divisez le groupe, ou corrigez la capacité.
UW0154 = Le cours { $lesson } préfère le local { $room }, qui ne lui convient pas.
    .remedy = Préférez un local qui convient, ou ajoutez celui-ci à ceux qui conviennent.
UW0155 = Le cours { $lesson } a un co-enseignant et pas de responsable.
    .remedy = Faites d'une place le responsable.
UW0156 = La leçon { $lesson } a plus d’un stagiaire.
    .remedy = Laissez un stagiaire s’exercer et les autres observer, sauf si plusieurs étaient voulus.
UW0160 = Les cours { $lesson } et { $other } sont liés par { $link } et diffèrent en heures ou en blocs.
    .remedy = Donnez aux cours liés les mêmes heures et blocs, ou supprimez le lien.
UW0161 = Les cours { $lesson } et { $other } sont liés par { $link }, et ont les mêmes élèves de la classe { $class }.
    .remedy = Donnez-leur des parties différentes d'une même division de la classe, ou supprimez le lien.
UW0162 = Le lien { $link } ne contient qu'un cours.
    .remedy = Nommez-le aussi dans les autres cours, ou supprimez-le.
UW0165 = Les cours { $lesson } et { $other } sont liés par { $link } et prennent la classe { $class } selon des divisions différentes ; des élèves sont peut-être dans les deux.
    .remedy = Utilisez les parties d'une seule division, si des élèves peuvent être dans les deux.

## Budget

UW0163 = La ligne de budget { $line } compte { $hours } heures, et { $n } y sont imputées.
    .remedy = Imputez des cours ou des tâches à une autre ligne, ou corrigez la ligne.
UW0164 = « { $item } » est imputé à des heures réservées à la religion et à la morale.
    .remedy = Imputez-le à une autre ligne.

## Verrous

UW0170 = Le cours { $lesson } n'a pas de place { $at } : il en a { $n }, comptées à partir de 0.
    .remedy = Corrigez la place.
UW0171 = Le cours { $lesson } n'a pas de bloc { $at } : il en a { $n }, comptés à partir de 0.
    .remedy = Corrigez le bloc.
UW0172 = Le cours { $lesson } n'a pas de besoin de local { $at } : il en a { $n }, comptés à partir de 0.
    .remedy = Corrigez le besoin, ou ajoutez-le au cours.
UW0173 = Cette place du cours { $lesson } est déjà fixée en { $first }.
    .remedy = Gardez l'un des deux verrous.
UW0174 = { $teacher } est fixé à deux places du cours { $lesson }.
    .remedy = Fixez quelqu'un d'autre à l'une des deux.
UW0175 = Un bloc de { $n } périodes du cours { $lesson } ne tient pas en { $day } { $period } : il sortirait de la demi-journée.
    .remedy = Choisissez un autre début, ou divisez le bloc.
UW0176 = Ce bloc du cours { $lesson } a déjà une heure fixée en { $first }.
    .remedy = Gardez l'un des deux verrous.
UW0177 = { $teacher } est fixé au cours { $lesson } sans titre pour { $subject } à ce degré.
    .remedy = Ajoutez le titre, ou fixez quelqu'un d'autre ; en attendant le verrou vaut.
UW0178 = Le cours { $lesson } est lié par { $link } et fixé à une autre heure que { $first }.
    .remedy = Fixez les cours liés à la même heure.
UW0179 = Deux blocs du cours { $lesson } sont fixés à des heures qui se chevauchent ; l'autre est { $first }.
    .remedy = Déplacez l'un des deux.
UW0180 = { $teacher } est fixé à { $n } heures de cours et disponible pour { $slots }.
    .remedy = Supprimez des verrous, ou corrigez la disponibilité.
UW0181 = Ce qui est fixé pour { $teacher }, tâches comprises, fait { $load }, au-dessus du maximum { $max } du contrat.
    .remedy = Supprimez des verrous, ou corrigez le contrat.
UW0182 = Ce local du cours { $lesson } est déjà fixé en { $first }.
    .remedy = Gardez l'un des deux verrous.
UW0183 = Le local { $room } est fixé pour le cours { $lesson } et ne lui convient pas.
    .remedy = Fixez un local qui convient, ou ajoutez celui-ci à ceux qui conviennent.
UW0184 = Le cours { $lesson } est fixé à une heure où { $teacher } n'est jamais disponible.
    .remedy = Déplacez le cours, ou corrigez le souhait de -3.
UW0185 = Les cours { $lesson } et { $other } sont fixés à la même heure avec le même enseignant { $teacher }.
    .remedy = Déplacez l'un des deux, ou fixez un autre enseignant.
UW0186 = { $teacher } est fixé aux cours { $lesson } et { $other }, qui sont liés et donc simultanés.
    .remedy = Faites-en un seul cours pour plusieurs groupes, ou fixez un autre enseignant.
UW0187 = Le trajet depuis { $building } mène à { $building } même.
    .remedy = Nommez deux bâtiments ou implantations différents, ou supprimez la ligne.
UW0188 = Le trajet entre { $building } et { $other } figure déjà en { $first }.
    .remedy = Gardez-en un : un trajet compte dans les deux sens.
UW0189 = Des locaux du bâtiment { $building } sont sur des implantations différentes ; ici sur { $site }.
    .remedy = Corrigez l'implantation ou le bâtiment : les locaux d'un bâtiment sont considérés comme proches.
UW0190 = La liste compte { $n } éléments ; aucune école n'en a plus de { $limit }.
    .remedy = Vérifiez ce qui a écrit le document.

## Accompagnement et équipes

UW0191 = { $teacher } figure comme son propre mentor.
    .remedy = Nommez un autre mentor.
UW0192 = Le mentor { $mentor } et le débutant { $starter } figurent deux fois ; d'abord en { $first }.
    .remedy = Gardez une paire, avec toutes ses observations et rencontres.
UW0193 = Le mentor { $mentor } est aussi l'évaluateur de { $starter }.
    .remedy = Choisissez un mentor qui n'évalue pas : un mentor est une personne de confiance.
UW0194 = { $teacher } est accompagné et n'est pas débutant.
    .remedy = Marquez-le comme débutant, s'il est nouveau ici.
UW0195 = { $teacher } est mentor sans avoir donné son accord.
    .remedy = Demandez-le, et mettez le champ mentor ; ou choisissez un autre mentor.
UW0196 = { $teacher } figure deux fois dans cette équipe.
    .remedy = Gardez chaque membre une fois.
UW0169 = Le quorum { $quorum } n'est pas entre { $least } et { $most } : plus de la moitié des membres et au plus tous.
    .remedy = Corrigez-le, ou omettez-le si tous doivent venir.
UW0197 = Le débutant { $starter } a un second mentor ; le premier est en { $first }.
    .remedy = Gardez un mentor par débutant, sauf si deux sont voulus.
UW0198 = { $teacher } accompagne un groupe de stagiaires et en fait partie.
    .remedy = Nommez quelqu’un d’autre comme mentor du groupe.
UW0199 = Le stagiaire { $teacher } ne s’exerce dans aucune leçon.
    .remedy = Donnez à une leçon une place avec le rôle trainee, et fixez-y { $teacher }.
UW0157 = Le stagiaire { $teacher } vient s’exercer et compte comme débutant.
    .remedy = Mettez starter à false : les règles pour débutants parlent de personnes qui ont leurs propres leçons.

## Hors de l’école

UW0158 = L’expert ne peut jamais venir pour un bloc entier de la leçon { $lesson }.
    .remedy = Nommez plus de périodes, celles d’un bloc entier l’une après l’autre.
UW0159 = { $class } a { $hours } heures de cours et { $n } périodes les jours à l’école.
    .remedy = Nommez moins de jours en entreprise, ou donnez moins d’heures.
UW0166 = La leçon { $lesson } est donnée moins d’heures que les { $n } périodes du projet.
    .remedy = Retirez la leçon, ou raccourcissez le projet.
UW0167 = La plage finit à { $end } et commence à { $start }.
    .remedy = Faites-la finir après son début.
UW0168 = La leçon { $lesson } figure deux fois dans ce projet.
    .remedy = Gardez chaque leçon une fois.
UW0134 = { $id } figure deux fois dans cette liste.
    .remedy = Gardez-le une fois.
UW0132 = Les choses ont lieu chaque semaine, une semaine sur deux ou sur quatre, avec une phase plus petite : une sur { $every }, phase { $phase } n’est pas possible.
    .remedy = Mettez `every` à 1, 2 ou 4, et `phase` plus bas.

## Règles

UW0201 = Il n'y a pas de règle « { $rule } ».
    .remedy = Choisissez une règle du catalogue ; la commande rules les énumère.
UW0202 = La règle { $rule } n'a pas de nombre « { $param } ».
    .remedy = Corrigez le nom ; la commande rules { $rule } énumère les nombres de la règle.
UW0203 = Le nombre « { $param } » de la règle { $rule } doit être un entier de { $min } à { $max }.
    .remedy = Choisissez un entier dans cet intervalle.

## Plans

UW0301 = La place { $at } du cours { $lesson } est donnée deux fois.
    .remedy = Gardez une entrée par place.
UW0302 = Le bloc { $at } du cours { $lesson } est placé deux fois.
    .remedy = Gardez une entrée par bloc.
UW0303 = La règle { $rule } est rapportée deux fois.
    .remedy = Gardez un résultat par règle.
UW0304 = L'empreinte de l'école ne compte pas 64 chiffres hexadécimaux.
    .remedy = Gardez l'empreinte telle que le programme l'a écrite.
UW0305 = Ce temps protégé ne nomme pas les personnes, le cours ou l'équipe que son genre demande.
    .remedy = Nommez deux personnes différentes pour une observation, une rencontre ou un co-enseignement, le cours observé ou donné ensemble, et l'équipe qui se réunit.
UW0306 = Un écart ou un coût ne peut être négatif ({ $value }).
    .remedy = Laissez le programme réécrire le plan.
UW0307 = Un bloc ou un temps protégé sans durée.
    .remedy = Donnez-lui une période ou plus.

## Ce qu'un plan affirme

UW0401 = Le plan a été fait pour une autre école, ou pour une autre version de celle-ci (« { $claimed } » ; celle-ci est « { $found } »).
    .remedy = Fournissez le document d'école dont le plan est issu, ou refaites le plan.
UW0402 = Le plan parle de « { $id } », qui n'est pas dans { $list } de l'école.
    .remedy = Fournissez l'école dont le plan est issu, ou refaites le plan.
UW0403 = Le cours { $lesson } n'a pas de place ou de bloc { $at }.
    .remedy = Supprimez l'entrée, ou refaites le plan.
UW0404 = La place ou le bloc { $at } du cours { $lesson } figure deux fois dans le plan.
    .remedy = Gardez une entrée.
UW0405 = La place { $at } du cours { $lesson } a un autre rôle dans l'école.
    .remedy = Reprenez le rôle de l'école.
UW0406 = Le bloc { $at } du cours { $lesson } a une autre longueur dans l'école.
    .remedy = Reprenez la longueur de l'école.
UW0407 = Le bloc { $at } du cours { $lesson } reçoit plus de locaux que le cours n'en demande.
    .remedy = Supprimez les locaux en trop.
UW0408 = Ce temps est protégé pour { $n } périodes ; rencontres, observations et équipes en prennent une.
    .remedy = Écrivez une entrée par période.
UW0410 = Le plan ne dit pas ce que la règle { $rule } a coûté.
    .remedy = Laissez le programme réécrire le plan, avec chaque règle.
UW0411 = Le plan parle de la règle { $rule }, qui n'existe pas ou concerne un horaire que le plan n'a pas.
    .remedy = Vérifiez le plan avec la version d'Uurwerk qui l'a fait.
UW0412 = La règle { $rule } a été appliquée comme « { $claimed } », alors que la politique de l'école demande « { $found } ».
    .remedy = Refaites le plan avec la politique de l'école.
UW0413 = Le nombre « { $param } » de la règle { $rule } est { $claimed } dans le plan et { $found } selon la politique de l'école.
    .remedy = Refaites le plan avec la politique de l'école.
UW0414 = Le plan dit que la règle { $rule } dévie de { $claimed } ; elle dévie de { $found }.
    .remedy = Ne vous fiez pas à ce plan ; signalez-le si Uurwerk l'a fait.
UW0415 = Le plan dit que la règle { $rule } coûte { $claimed } ; elle coûte { $found }.
    .remedy = Ne vous fiez pas à ce plan ; signalez-le si Uurwerk l'a fait.
UW0416 = Les constats de la règle { $rule } totalisent { $found }, alors que l'écart est donné comme { $claimed }.
    .remedy = Ne vous fiez pas à ce plan ; signalez-le si Uurwerk l'a fait.
UW0420 = Le certificat dit que les règles dures dévient de { $claimed } en tout ; elles dévient de { $found }.
    .remedy = Ne vous fiez pas à ce plan ; signalez-le si Uurwerk l'a fait.
UW0421 = Le certificat dit que les règles souples coûtent { $claimed } en tout ; elles coûtent { $found }.
    .remedy = Ne vous fiez pas à ce plan ; signalez-le si Uurwerk l'a fait.
UW0422 = Le certificat dit que rien ne coûte moins que { $claimed }, alors que ce plan coûte { $found } : la borne est fausse.
    .remedy = Ne vous fiez pas à ce plan ; signalez-le si Uurwerk l'a fait.
UW0423 = Le statut « { $claimed } » ne s'accorde pas avec dur { $hard }, souple { $soft } et borne { $bound }.
    .remedy = Optimal demande une borne atteinte et aucune règle dure enfreinte, feasible aucune règle dure enfreinte, incomplete une enfreinte.
UW0424 = Le plan a un horaire, et le certificat n'en dit rien.
    .remedy = Laissez le programme réécrire le plan.
UW0425 = Les paliers du certificat ne sont pas ceux de la politique, ou pas dans son ordre.
    .remedy = Laissez le programme réécrire le plan.
UW0426 = Le certificat dit que ce palier coûte { $claimed }, et rien moins que { $bound } ; il coûte { $found }.
    .remedy = Laissez le programme réécrire le plan.
UW0427 = Le certificat dit que la règle D7 mesure { $claimed } et que ses prix prouvent { $bound } ; on trouve { $found } et { $proved }.
    .remedy = Laissez le programme réécrire le plan.

## Scénarios

UW0701 = { $teacher } n'a pas de telle qualification pour { $subject }.
    .remedy = Nommez une branche et des degrés que { $teacher } peut enseigner, ou retirez ceci.
UW0702 = Sans le local { $room }, il ne reste aucun des locaux que demande le cours { $lesson }.
    .remedy = Supprimez le cours, ou demandez un type de local avant que le local ne ferme.
UW0703 = Le cours { $lesson } n'est pas un cours de la classe { $class }.
    .remedy = Nommez des cours que la classe suit, ou retirez ceci.
UW0704 = Les scénarios reposent les uns sur les autres en cercle : { $path } revient à lui-même.
    .remedy = Que l'un d'eux ne repose sur aucun autre.
UW0705 = Ce qui est verrouillé ne peut pas rester : { $what } change par le scénario lui-même.
    .remedy = Retirez le verrou, ou le changement qui le brise.
UW0706 = Le scénario a été appliqué à un plan sans horaire.
    .remedy = Faites d'abord l'horaire : uurwerk timetable PLAN --school SCHOOL.
UW0707 = Aucun plan trouvé ne change aussi peu que le budget et les verrous le permettent ; il faut au moins { $n } changements.
    .remedy = Augmentez le budget de changements, retirez des verrous, ou donnez plus de temps.
