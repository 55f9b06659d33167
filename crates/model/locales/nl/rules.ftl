## Hoeveelheden
unit-hours = { $n ->
    [one] { $n } uur
   *[other] { $n } uren
}

### time

## Eenheden van de regels over tijd
unit-blocks = { $n ->
    [one] { $n } blok
   *[other] { $n } blokken
}
unit-periods = { $n ->
    [one] { $n } lesuur
   *[other] { $n } lesuren
}
unit-locks = { $n ->
    [one] { $n } vastlegging
   *[other] { $n } vastleggingen
}
unit-half-days = { $n ->
    [one] { $n } halve dag
   *[other] { $n } halve dagen
}
unit-meetings = { $n ->
    [one] { $n } overleg
   *[other] { $n } overlegmomenten
}
unit-observations = { $n ->
    [one] { $n } lesobservatie
   *[other] { $n } lesobservaties
}

## Regels over tijd
rule-X0 = Elke les heeft een plaats
    .what = Elk blok van elke les heeft een plaats in de week, binnen één halve dag.
    .why = Een les die niet in het rooster staat, wordt niet gegeven.
finding-X0 = { $lesson }: een blok van { $length ->
    [one] { $length } lesuur
   *[other] { $length } lesuren
} heeft geen plaats in de week.
finding-X0-outside = { $lesson }: het blok van { $length ->
    [one] { $length } lesuur
   *[other] { $length } lesuren
} op { $day }, lesuur { $period }, loopt buiten zijn halve dag.

rule-X1 = Geen leerkracht op twee plaatsen
    .what = Niemand heeft twee lessen, of een les en beschermde tijd, tegelijk.
    .why = Niemand is op twee plaatsen tegelijk.
finding-X1 = { $teacher } heeft { $things } dingen tegelijk op { $day }, lesuur { $period }.

rule-X2 = Geen klas op twee plaatsen
    .what = Geen leerling heeft twee lessen tegelijk.
    .why = Niemand is op twee plaatsen tegelijk.
finding-X2 = { $class } heeft { $lesson } en { $other } tegelijk op { $day }, lesuur { $period }.

rule-X3 = Geen lokaal dubbel gebruikt
    .what = In geen enkel lokaal zijn er twee lessen tegelijk.
    .why = Twee lessen passen niet in één lokaal.
finding-X3 = In { $room } zijn er { $blocks } lessen op { $day }, lesuur { $period }.

rule-X4 = Leerkrachten zijn beschikbaar
    .what = Niemand wordt gevraagd op een moment waarop hij of zij niet kan komen.
    .why = Een wens van -3 over een tijdstip is een nee: een andere school, ander werk, zorg.
finding-X4 = { $teacher } wordt gevraagd op { $day }, lesuur { $period }, maar kan dan niet.

rule-X5 = Gekoppelde lessen samen
    .what = Lessen met dezelfde koppeling worden tegelijk gegeven.
    .why = Parallelle groepen (levensbeschouwing, niveaus, helften) werken alleen als ze samenvallen.
finding-X5 = Koppeling { $link }: de lessen van blok { $block } beginnen niet samen.

rule-X6 = Geschikte lokalen
    .what = Elk blok heeft de lokalen die het nodig heeft, van de juiste soort.
    .why = Wetenschappen vragen een labo en praktijk een atelier.
finding-X6 = { $lesson }: een blok heeft geen lokaal.
finding-X6-unfit = { $lesson }: { $room } is niet het soort lokaal dat nodig is.

rule-X7 = Lokalen groot genoeg
    .what = De leerlingen passen in hun lokaal.
    .why = Elke leerling heeft een plaats nodig.
finding-X7 = { $lesson }: { $room } is te klein voor { $pupils ->
    [one] { $pupils } leerling
   *[other] { $pupils } leerlingen
}.

rule-K2 = Vastgelegde tijden en lokalen blijven
    .what = Wat over tijd of lokaal van een les vastligt, blijft vastliggen.
    .why = De school besliste het zo.
finding-K2-time = { $lesson } begint niet op het vastgelegde moment.
finding-K2-room = { $lesson } is niet in het vastgelegde lokaal.

rule-G1 = Lessen gespreid over de dagen
    .what = Een dag krijgt niet meer blokken van een les dan zijn deel van de week.
    .why = Leerlingen leren beter als een vak op verschillende dagen terugkomt.
finding-G1 = { $lesson } heeft { $blocks } blokken op { $day }, { $n } meer dan zijn deel.

rule-G2 = Weinig springuren
    .what = Leerkrachten hebben weinig vrije lesuren tussen het eerste en het laatste van een dag.
    .why = Het memorandum vraagt evenwichtige lessenroosters (2.2); springuren maken lange dagen.
finding-G2 = { $teacher } heeft { $n ->
    [one] { $n } springuur
   *[other] { $n } springuren
} per week.

rule-G3 = Geen gaten voor klassen
    .what = Een klas heeft geen vrije lesuren tussen het eerste en het laatste van een dag.
    .why = Leerlingen zonder les hebben toezicht nodig.
finding-G3 = { $class } heeft { $n ->
    [one] { $n } vrij lesuur
   *[other] { $n } vrije lesuren
} tussen de lessen.

rule-G4 = Deeltijders op weinig halve dagen
    .what = Wie een deel van de week werkt, komt op niet meer dan dat deel van de halve dagen.
    .why = Een deel van een opdracht moet een deel van de week vrijlaten.
finding-G4 = { $teacher } komt { $n ->
    [one] { $n } halve dag
   *[other] { $n } halve dagen
} meer dan de afgesproken { $max }.

rule-G5 = De voorkeurslokalen
    .what = Lessen worden gegeven in de lokalen van hun voorkeur, of in het eigen lokaal van de klas.
    .why = Minder verplaatsingen, en het materiaal bij de hand.
finding-G5 = { $lesson } is in { $room }, geen voorkeurslokaal.

rule-W2 = Wensen over tijd
    .what = Niemand wordt gevraagd op momenten die hij of zij liever vermijdt.
    .why = Het memorandum vraagt keuzes in samenspraak met de leerkracht (3.2).
finding-W2 = { $teacher } wordt gevraagd op ongewenste momenten: { $n ->
    [one] { $n } punt
   *[other] { $n } punten
}.

rule-M9 = Mentor en starter spreken elkaar
    .what = Elke mentor en starter hebben lesuren waarin beiden vrij zijn om te praten.
    .why = Individuele begeleiding vraagt een vast moment (memorandum 2.1).
finding-M9 = { $mentor } en { $starter } missen { $n ->
    [one] { $n } overleg
   *[other] { $n } overlegmomenten
} per week.

rule-M10 = De mentor kan observeren
    .what = Elke mentor is vrij terwijl de starter lesgeeft, vaak genoeg om te observeren.
    .why = Mentoren observeren lessen en geven opbouwende feedback (memorandum 2.1).
finding-M10 = { $mentor } mist { $n ->
    [one] { $n } lesobservatie
   *[other] { $n } lesobservaties
} van { $starter } per week.

rule-C1 = Teams vergaderen
    .what = Elk team heeft lesuren waarin alle leden vrij zijn.
    .why = Samenwerken vraagt tijd samen (memorandum 1.1).
finding-C1 = { $team } mist { $n ->
    [one] { $n } overleg
   *[other] { $n } overlegmomenten
} per week.

rule-O3 = Co-teaching gaat door
    .what = Waar twee leerkrachten samen lesgeven, zijn beiden aanwezig, en het plan zegt dat.
    .why = Co-teaching is een van de beste manieren om van elkaar te leren (memorandum 3.2).
finding-O3 = { $lesson }: een blok wordt niet door twee leerkrachten samen gegeven.

## Wat tellen alleen al onmogelijk bewijst
check-lesson = { $lesson }: een blok van { $length ->
    [one] { $length } lesuur
   *[other] { $length } lesuren
}.
check-no-start = { $lesson }: geen enkele plaats in de week past voor een blok van { $length ->
    [one] { $length } lesuur
   *[other] { $length } lesuren
}.
check-lock = Het tijdstip dat ervoor vastligt.
check-unavailable = De momenten waarop { $teacher } niet kan komen.
check-twice = { $teacher } zou { $lesson } en { $other }, die gekoppeld zijn, tegelijk geven.
check-teacher-slots = { $teacher } heeft { $n } lesuren bij te wonen, en maar { $slots ->
    [one] { $slots } lesuur
   *[other] { $slots } lesuren
} in de week waarop dat kan.
check-teacher-blocks = { $teacher } heeft { $n ->
    [one] { $n } blok
   *[other] { $n } blokken
} van { $length } lesuren of meer, en kan er niet meer dan { $max } geven.
check-protected = { $n ->
    [one] { $n } lesuur
   *[other] { $n } lesuren
} beschermde tijd.
check-class-slots = { $class } heeft { $n } lesuren, en maar { $slots ->
    [one] { $slots } lesuur
   *[other] { $slots } lesuren
} in de week waarop ze gegeven kunnen worden.
check-rooms = { $count ->
    [0] Er is geen geschikt lokaal voor
    [one] Het enige geschikte lokaal ({ $rooms }) heeft { $slots } lesuren per week voor
   *[other] De { $count } geschikte lokalen ({ $rooms }) hebben { $slots } lesuren per week voor
} { $n ->
    [one] { $n } lesuur
   *[other] { $n } lesuren
} les.
