## Groottes en hoeveelheden
report-points = { $n ->
    [one] { $shown } punt
   *[other] { $shown } punten
}
report-unit = { $n ->
    [one] { $n } eenheid
   *[other] { $n } eenheden
}
report-teachers = { $n ->
    [one] { $n } leraar
   *[other] { $n } leraren
}
report-starters = { $n ->
    [one] { $n } starter
   *[other] { $n } starters
}
report-others = { $n ->
    [one] { $n } andere
   *[other] { $n } anderen
}
report-classes = { $n ->
    [one] { $n } klas
   *[other] { $n } klassen
}
report-rooms = { $n ->
    [one] { $n } lokaal
   *[other] { $n } lokalen
}
report-lessons = { $n ->
    [one] { $n } lesopdracht
   *[other] { $n } lesopdrachten
}
report-totals = { $teachers } ({ $starters }), { $classes }, { $rooms }, { $lessons } van samen { $hours } per week.
report-capacity = { $n ->
    [one] { $n } plaats
   *[other] { $n } plaatsen
}

## Wat bewezen is
report-stage-allocation = Wie geeft wat
report-stage-timetable = Wanneer en waar
report-stage-fact = Feiten van de school
report-stage-unknown = Andere regels
report-all-hard-hold = Alle harde regels zijn gerespecteerd.
report-hard-broken = { $n ->
    [one] { $n } harde regel is niet gerespecteerd.
   *[other] { $n } harde regels zijn niet gerespecteerd.
}
report-proof-optimal = Bewezen: geen andere oplossing kost minder.
report-proof-feasible = Bewezen: minder dan { $bound } kan niet, er valt dus hoogstens { $gap } ({ $percent } %) te winnen.
report-proof-unbounded = Hoeveel minder mogelijk is, is niet bewezen.
report-proof-incomplete = { $n ->
    [one] Harde regels wijken samen { $n } eenheid af.
   *[other] Harde regels wijken samen { $n } eenheden af.
}
report-made = Gemaakt met Uurwerk { $version }, startgetal { $seed }, rekendraden { $threads }. Deze pagina bevat alles en vraagt niets aan een netwerk.
report-tiers = Trap na trap
report-tier-law = Wet
report-tier-rights = Rechten
report-tier-starter_protection = Bescherming van starters
report-tier-fairness = Eerlijkheid
report-tier-workload = Werklast
report-tier-wishes_and_continuity = Wensen en continuïteit
report-revision = Het uurrooster stuurde de opdrachten terug: { $count ->
    [0] geen les kreeg een andere leraar
    [one] { $count } les kreeg een andere leraar
   *[other] { $count } lessen kregen een andere leraar
}, en elke harde regel die eerst brak, houdt nu stand.
report-revision-moved = { $lesson }: { $to } in plaats van { $from }.
report-revision-nobody = niemand
report-revision-because = Wat niet samen kon:
report-fair-optimal = Bewezen zonder de oplosser: niemands moeilijkheid boven { $level } kan, per tien, lager zonder die van iemand anders daarboven te verhogen.
report-fair-feasible = Regel D7 meet { $reached }; prijzen in het plan bewijzen, zonder de oplosser, dat niemand hem onder { $bound } krijgt.

## Wie het zwaarst draagt eerst
report-people = Wie het zwaarst draagt, eerst
report-people-about = Iedereen die een afwijking van een regel raakt, met de redenen. Een afwijking van een zachte regel telt in punten: haar grootte maal het gewicht van de regel. Wat enkel gemeten wordt, staat erbij en telt geen punten.
report-people-none = Geen enkele afwijking raakt iemand.
report-starter-year = starter, jaar { $n }
report-hard-touched = harde regel geschonden
report-more = { $n ->
    [one] en nog { $n }
   *[other] en nog { $n }
}
report-more-people = { $n ->
    [one] nog { $n } persoon
   *[other] nog { $n } personen
}

## Regels
report-rules = Wat elke regel kostte
report-rules-about = Harde regels moeten gelden. Zachte regels kosten hun gewicht per eenheid afwijking. Gemeten regels worden geteld, nooit opgelegd.
report-rule = Regel
report-source = Bron
report-mode = Aard
report-deviation = Afwijking
report-cost = Kost
report-sum = Kost van alle zachte regels
report-holds = in orde
report-mode-hard = hard
report-mode-soft = zacht
report-mode-measure = gemeten
report-mode-off = uit
report-source-memo = memo { $section }
report-source-law = wet: { $law }
report-source-logic = logica
report-source-practice = praktijk
report-findings = { $n ->
    [one] { $n } bevinding
   *[other] { $n } bevindingen
}

## Opdrachten
report-loads = Belasting en moeilijkheid
report-loads-about = Belasting in voltijdse equivalenten, taken inbegrepen. Moeilijkheid is het gemiddelde over de lesuren van wat de directie per klas opgaf, 0 tot 100; het streepje is het gemiddelde van de groep.
report-starters-beside = Starters naast de anderen, gemiddeld
report-mean-load = belasting, van het streefdoel
report-mean-difficulty = moeilijkheid (0–100)
report-mean-hard-hours = uren in de moeilijkste klassen
report-mean-subjects = vakken
report-mean-preparations = voorbereidingen
report-group-starters = Starters
report-group-others = Anderen
report-load = Belasting
report-range = contract
report-target = streefdoel of gemiddelde
report-outside = buiten het contract
report-below = ▼ onder het contract
report-above = ▲ boven het contract
report-difficulty = Moeilijkheid
report-hours = Uren
report-subjects = Vakken
report-preparations = Voorber.
report-hard-hours = { $n ->
    [one] { $n } uur in de moeilijkste klassen
   *[other] { $n } uren in de moeilijkste klassen
}

## Beschermde tijd
report-protected = Beschermde tijd
report-protected-about = Tijd waarin mensen van elkaar leren; ze staat even vast in het rooster als een les.
report-observation = Observatie
report-meeting = Gesprek
report-co-teaching = Co-teaching
report-team = Team
report-kept = { $kept } van { $asked }
report-watches = kijkt naar { $people }: { $lesson }
report-watched = krijgt { $people } op bezoek: { $lesson }
report-teaches-with = met { $people }: { $lesson }
report-talks-with = met { $people }
report-support = Ondersteuning, met naam en uur
report-support-about = Wanneer elke starter met de mentor praat, bezoek krijgt en er feedback over hoort, wanneer elk team samenkomt, en wanneer leerlingen, teams en mensen gevraagd kan worden hoe het gaat.
report-support-starter = { $starter }, mentor { $mentor }
report-support-talks = Gesprek: { $when }
report-support-watched = Observatie: { $when }, { $lesson }; besproken { $talk }
report-support-open = { $n ->
    [one] { $n } lesuur om uit te kiezen
   *[other] { $n } lesuren om uit te kiezen
}: { $when }
report-support-meets = Komt samen: { $when }
report-support-without = { $when }, zonder { $who }
report-support-never = nooit

## Roosters
report-timetables = Roosters
report-timetables-about = Kies een leraar, een klas of een lokaal. Op papier krijgt elk een eigen blad.
report-no-timetable = Dit plan zegt wie wat geeft; een rooster is er nog niet.
report-teacher = Leraar
report-class = Klas
report-room = Lokaal
report-previous = Vorige
report-next = Volgende
report-print-one = Druk deze af
report-sheet-load = Belasting { $load } (contract { $min } tot { $max }), lesuren: { $n }
report-sheet-class = { $n ->
    [one] { $n } leerling, moeilijkheid { $difficulty }
   *[other] { $n } leerlingen, moeilijkheid { $difficulty }
}
report-mentor = mentor
report-titularis = klastitularis
report-role-lead = leraar
report-role-co = co-teacher
report-role-guest = gast
report-role-trainee = stagiair
report-role-duty = toezicht
report-unplaced = { $n ->
    [one] { $n } blok zonder plaats
   *[other] { $n } blokken zonder plaats
}

## De pagina zelf
report-title = Rooster en opdrachten
report-skip = Naar de inhoud
report-nav = Onderdelen
report-nav-people = Mensen
report-nav-rules = Regels
report-nav-loads = Opdrachten
report-nav-protected = Beschermde tijd
report-nav-timetables = Roosters

report-weeks = { $every ->
    [2] om de twee weken ({ $letter })
   *[other] om de vier weken ({ $letter })
}

report-round-class = { $round }: { $class }
report-round-asks = { $teacher }: { $when }, { $lesson }; besproken { $talk }
report-round-no-moment = { $teacher }: geen moment meer vrij
report-round-answers = { $who } kan antwoorden: { $when }
report-trainee = { $trainee }, { $group }
report-trainee-teaches = { $when }: geeft { $lesson } bij { $hosts }; { $n ->
    [0] niemand observeert
   *[other] geobserveerd door { $watchers }
}
report-trainee-with = { $when } met { $mentor }
report-trainee-feedback = Feedback met de groep: { $when }
