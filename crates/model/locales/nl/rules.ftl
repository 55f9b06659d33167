## Hoeveelheden
unit-hours = { $n ->
    [one] { $n } uur
   *[other] { $n } uren
}
