## Het verschil tussen plannen
difference-base = het plan zoals het is
difference-proved = { $n ->
    [0] Er hoeft niets te veranderen (bewezen).
    [one] Eén verandering volstaat, en met minder gaat het niet (bewezen).
   *[other] { $n } veranderingen volstaan, en met minder gaat het niet (bewezen).
}
difference-bound = { $n ->
    [one] Eén verandering volstaat; minstens { $least } zijn nodig (bewezen).
   *[other] { $n } veranderingen volstaan; minstens { $least } zijn nodig (bewezen).
}
difference-none = Er is geen plan gevonden waarin elke harde regel geldt; { $least ->
    [one] er is minstens { $least } wijziging nodig (bewezen).
   *[other] er zijn minstens { $least } wijzigingen nodig (bewezen).
}
difference-steps = Van bijna geen verandering tot het beste gevonden plan:
difference-step = { $n ->
    [one] { $n } les, { $people } mensen: hard { $hard }, kost { $soft }
   *[other] { $n } lessen, { $people } mensen: hard { $hard }, kost { $soft }
}
difference-plan = { $name }: hard { $hard }, kost { $soft }
difference-changes = { $lessons ->
    [one] { $lessons } les verschilt ({ $teachers } van leraar, { $times } van uur), { $people } mensen, { $classes } klassen.
   *[other] { $lessons } lessen verschillen ({ $teachers } van leraar, { $times } van uur), { $people } mensen, { $classes } klassen.
}
difference-others = Nieuwe lessen: { $new }, verdwenen: { $gone }; blokken in een ander lokaal: { $rooms }.
difference-not-given = niet gegeven
difference-rules = Regels: afwijking (kost)
difference-lessons = Lessen
difference-lose = Wie verliest (punten tegen elk plan)
difference-gain = Wie wint (punten tegen elk plan)
difference-classes = Klassen
difference-title = Het verschil
difference-points-about = Punten zijn de afwijkingen van regels die iemand aangaan, elk maal het gewicht van de regel: minder is beter.
difference-person = Persoon
difference-class = Klas
difference-lesson = Les
difference-positions = Lessen in handen
difference-what-differs = Lessen die verschillen
difference-plans = Plannen
difference-sweep = Scenario's naast elkaar
difference-scenario = Scenario
difference-changed = Gewijzigde lessen
difference-least = Minstens
difference-seconds = Seconden
difference-outcome = Uitkomst
difference-done = elke harde regel houdt
difference-incomplete = een harde regel houdt niet
difference-conflict = de eisen spreken elkaar tegen
difference-wrong = het scenario klopt niet
cli-sweep = { $done } van { $all } scenario's waren al klaar, { $now } nu; de tabel staat in { $table }.
