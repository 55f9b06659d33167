# Ce qui ne va pas dans les souhaits pour une école générée. Le nom est le code.

UW0601 = Une école se fait pour { $min } à { $max } membres du personnel, pas pour { $teachers }.
    .remedy = Demandez un effectif compris entre ces bornes.
UW0602 = { $classes } classes ne conviennent pas à { $teachers } membres du personnel : il y aurait trop ou trop peu de travail.
    .remedy = Demandez environ { $usual } classes, ou omettez le nombre de classes.
UW0603 = Aucune école de { $teachers } membres du personnel et { $classes } classes n’a été trouvée avec cette graine.
    .remedy = Utilisez une autre graine, ou omettez le nombre de classes.
