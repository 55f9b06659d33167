## Amounts
unit-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
