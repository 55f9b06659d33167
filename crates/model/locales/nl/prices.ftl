## Wat regels kosten
prices-title = Wat elke regel kost
prices-about = Wat te winnen viel als één regel wegviel en al het andere bleef zoals het is: punten van alle andere zachte regels, of uren-leraar, of eenheden van één andere regel. Van elke prijs is bewezen dat ze binnen de grenzen ligt.
prices-plan = Het plan kost { $points }.
prices-rule = Regel
prices-points = Punten
prices-hours = Uren-leraar
prices-lessons = Lessen die wijzigen
prices-range = { $low }–{ $amount }
prices-or = of { $rule }: { $amount }
prices-differs = { $rule }: { $plan } in het plan, { $other } zonder { $dropped }
prices-move = { $lesson }: { $to } in plaats van { $from }
prices-nobody = niemand
prices-more = { $n ->
    [one] en nog { $n } les
   *[other] en nog { $n } lessen
}
prices-free = { $n ->
    [one] Kost bewezen niets: { $rules }.
   *[other] { $n } regels kosten bewezen niets: { $rules }.
}
prices-none = Er zijn geen prijzen zolang een harde regel niet geldt.
tradeoff-title = { $first } tegenover { $second }
tradeoff-about = Het minste dat { $second } kan meten bij elke waarde van { $first }, terwijl alle andere zachte regels samen niet meer kosten dan in het plan: { $points }.
tradeoff-state = Wat bekend is
tradeoff-proved = bewezen
tradeoff-open = de juiste waarde ligt ertussen
tradeoff-impossible = bewezen onmogelijk
tradeoff-unknown = niet bekend of het kan
tradeoff-onwards = { $from } en meer
tradeoff-points = { $n ->
    [one] { $n } verdeling op deze kromme is gevonden.
   *[other] { $n } verdelingen op deze kromme zijn gevonden; de JSON-uitvoer noemt hun lessen.
}
