# What is wrong with the wishes for a generated school. The name is the code.

UW0601 = A school is made for { $min } to { $max } members of staff, not for { $teachers }.
    .remedy = Ask for a staff within these bounds.
UW0602 = { $classes } classes do not fit a staff of { $teachers }: the work would be too much or too little.
    .remedy = Ask for about { $usual } classes, or leave the number of classes out.
UW0603 = No school of { $teachers } members of staff and { $classes } classes was found with this seed.
    .remedy = Use another seed, or leave the number of classes out.
