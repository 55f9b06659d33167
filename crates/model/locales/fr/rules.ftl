## Quantités
unit-hours = { $n ->
    [one] { $n } heure
   *[other] { $n } heures
}
