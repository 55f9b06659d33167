### Waarom een school niet bediend kan worden, en waarom iets is zoals het is

demand-held = { $teacher } geeft { $lesson } ({ $hours } u) zoals de opdrachten eerst verdeeld waren.
demand-X0 = { $lesson } neemt { $hours ->
    [one] { $hours } lestijd
   *[other] { $hours } lestijden
} van de week.
demand-X4 = { $teacher } kan { $n ->
    [one] maar { $n } lestijd
   *[other] maar { $n } lestijden
} van de week komen.
demand-X6 = { $lesson } heeft de lokalen nodig voor { $hours ->
    [one] { $hours } lestijd
   *[other] { $hours } lestijden
}.
demand-K2-time = { $lesson } ligt vast op { $place }.
demand-K2-room = { $lesson } ligt vast in lokaal { $room }.
demand-G4 = { $teacher } komt op hoogstens { $n ->
    [one] { $n } halve dag
   *[other] { $n } halve dagen
}.
demand-M9 = { $mentor } en { $starter } spreken elkaar { $n ->
    [one] één keer
   *[other] { $n } keer
} per week.
demand-M10 = { $mentor } kijkt naar { $n ->
    [one] één les
   *[other] { $n } lessen
} van { $starter } per week.
demand-C7 = { $class } is op de werkplek op { $days }.
demand-G6 = { $who } heeft tijd voor de weg tussen de lokalen van lessen op één dag.
demand-G7 = { $who } blijft van les tot les in hetzelfde lokaal.
demand-G8 = { $lesson } heeft het liefste lokaal.
demand-G9 = De lokalen van { $lesson } liggen bij elkaar.
demand-C1 = { $team } vergadert { $n ->
    [one] één keer
   *[other] { $n } keer
} per week.

repair-A1 = { $lesson } blijft zonder { $n ->
    [one] leraar
   *[other] { $n } leraren
}.
repair-Q1 = { $lesson } wordt gegeven door iemand die er geen bekwaamheidsbewijs voor heeft.
repair-K1 = Dat { $lesson } vastligt voor { $teacher }, wordt losgelaten.
repair-B4 = { $teacher } werkt { $n ->
    [one] { $n } uur
   *[other] { $n } uren
} buiten de grenzen van het contract.
repair-B5 = { $teacher } werkt { $n ->
    [one] { $n } uur
   *[other] { $n } uren
} meer of minder dan het contract beoogt.
repair-Q2 = { $teacher } geeft les met een zwakker bekwaamheidsbewijs ({ $n } punten).
repair-R1 = { $teacher } krijgt { $n ->
    [one] { $n } uur
   *[other] { $n } uren
} minder dan waar recht op is.
repair-S1 = { $teacher }, starter, geeft { $n ->
    [one] { $n } vak
   *[other] { $n } vakken
} meer dan gevraagd.
repair-S2 = { $teacher }, starter, geeft les in { $n ->
    [one] { $n } graad
   *[other] { $n } graden
} meer dan gevraagd.
repair-S3 = { $teacher } geeft { $n ->
    [one] { $n } combinatie
   *[other] { $n } combinaties
} van vak en graad meer dan gevraagd.
repair-S7 = De leerjaren van { $teacher }, starter, liggen { $n ->
    [one] { $n } jaar
   *[other] { $n } jaar
} verder uit elkaar dan gevraagd.
repair-D1 = { $teacher }, starter, geeft { $n ->
    [one] { $n } uur
   *[other] { $n } uren
} meer in de moeilijkste klassen dan gevraagd.
repair-D2 = { $teacher } draagt { $n ->
    [one] { $n } moeilijkheidsuur
   *[other] { $n } moeilijkheidsuren
} meer dan een eerlijk deel.
repair-D3 = Klas { $class } krijgt { $n ->
    [one] { $n } starter
   *[other] { $n } starters
} meer dan gevraagd.
repair-D4 = { $teacher } geeft { $n ->
    [one] { $n } uur
   *[other] { $n } uren
} in moeilijke klassen meer dan een eerlijk deel.
repair-D5 = { $teacher } zit { $n ->
    [one] { $n } uur
   *[other] { $n } uren
} boven een eerlijk deel van de moeilijke klassen.
repair-D6 = { $teacher }, starter, geeft { $n ->
    [one] { $n } uur
   *[other] { $n } uren
} in moeilijke klassen meer dan gevraagd.
repair-P1 = { $teacher } bereidt { $n ->
    [one] { $n } cursus
   *[other] { $n } cursussen
} meer voor dan gevraagd.
repair-B1 = { $teacher } werkt { $n ->
    [one] { $n } uur
   *[other] { $n } uren
} meer dan een eerlijke werklast.
repair-W1 = Wensen van { $teacher } over de opdracht worden niet ingewilligd ({ $n } punten).
repair-S4 = { $teacher }, starter, geeft les in meer klassen dan gevraagd ({ $n } meer).
repair-S5 = { $teacher }, starter, geeft les op meer vestigingsplaatsen dan gevraagd ({ $n } meer).
repair-P2 = { $teacher } heeft meer verbeterwerk dan gevraagd ({ $n } u meer).
repair-P3 = { $teacher } heeft meer leerlingen dan gevraagd ({ $n } meer).
repair-P4 = { $teacher } heeft meer oudercontacten dan gevraagd ({ $n } meer).
repair-P6 = { $teacher } heeft minder uren bij een klas dan gevraagd ({ $n } u minder).
repair-P8 = { $teacher }, starter, heeft plage of meer taken dan gevraagd ({ $n } u).
repair-B2 = { $teacher } heeft meer lessen dan voor de eerste jaren gevraagd ({ $n } u meer).
repair-V3 = { $teacher }, expert, werkt meer dan een eerlijke werklast ({ $n } u meer).
repair-X0 = { $n ->
    [one] { $n } blok
   *[other] { $n } blokken
} van { $lesson } krijgen geen plaats in de week.
repair-X4 = { $teacher } komt { $n ->
    [one] { $n } lestijd
   *[other] { $n } lestijden
} waarop dat nu niet kan.
repair-X6 = { $n ->
    [one] { $n } blok
   *[other] { $n } blokken
} van { $lesson } blijven zonder geschikt lokaal.
repair-K2 = Wat vastlag over de tijd of het lokaal van { $lesson }, wordt losgelaten.
repair-G4 = { $teacher } komt { $n ->
    [one] { $n } halve dag
   *[other] { $n } halve dagen
} meer.
repair-M9 = { $mentor } en { $starter } spreken elkaar { $n ->
    [one] één keer
   *[other] { $n } keer
} minder.
repair-M10 = { $mentor } kijkt naar { $n ->
    [one] één les
   *[other] { $n } lessen
} van { $starter } minder.
repair-C7 = { $class } heeft les in { $n ->
    [one] { $n } lesuur
   *[other] { $n } lesuren
} van zijn dagen op de werkplek ({ $days }).
repair-G6 = { $who } heeft { $n ->
    [one] { $n } verplaatsing
   *[other] { $n } verplaatsingen
} tussen lokalen waarvoor geen tijd is.
repair-G7 = { $who } wisselt { $n ->
    [one] één keer
   *[other] { $n } keer
} van lokaal tussen lessen die op elkaar volgen.
repair-G8 = { $lesson } heeft minder geliefde lokalen, samen { $n ->
    [one] { $n } plaats
   *[other] { $n } plaatsen
} lager.
repair-G9 = { $lesson } heeft { $n ->
    [one] { $n } paar
   *[other] { $n } paren
} lokalen die niet bij elkaar liggen.
repair-C1 = { $team } vergadert { $n ->
    [one] één keer
   *[other] { $n } keer
} minder.

cli-conflict-repairs = Wat zou moeten wijken (een van deze, de goedkoopste eerst):
cli-repair = Kost { $cost }; de rest kan dan samen (bewezen).
cli-repair-unknown = Kost { $cost }; dan werd geen andere tegenspraak gevonden.
cli-repair-contradicted = Kost { $cost }; dan blijft een andere tegenspraak over.
cli-explain-proved = Geen tegenspraak: alle eisen kunnen samen (bewezen).
cli-explain-unknown = Er werd geen tegenspraak gevonden, en ook geen plan dat elke harde regel houdt. Meer tijd kan helpen.

why-best = { $teacher } geeft dit ({ $target }) omdat elke andere keuze minstens { $low } meer kost; de goedkoopste die gevonden is, kost { $high } meer.
why-must = { $teacher } moet dit geven ({ $target }): elke andere keuze is in strijd met de harde regels.
why-nobody-else = { $teacher } geeft dit ({ $target }) omdat niemand anders er een bekwaamheidsbewijs voor heeft.
why-not-held = { $teacher } geeft niets van { $target } in dit plan.
why-not-best = { $teacher } geeft dit niet ({ $target }) omdat het minstens { $low } meer zou kosten; de goedkoopste manier die gevonden is, kost { $high } meer.
why-not-impossible = { $teacher } kan dit niet geven ({ $target }): het is in strijd met de harde regels.
why-not-qualified = { $teacher } heeft voor geen enkele les van { $target } een bekwaamheidsbewijs.
why-not-does = { $teacher } geeft dit wel ({ $target }) in dit plan.
why-unsettled = De andere keuzes zijn binnen de tijd niet uitgemaakt ({ $teacher }, { $target }).
why-choice = { $lesson } naar { $teacher }: { $low } tot { $high } meer.
why-choice-proved = { $lesson } naar { $teacher }: { $high } meer (bewezen).
why-choice-impossible = { $lesson } naar { $teacher }: onmogelijk.
why-choice-unsettled = { $lesson } naar { $teacher }: binnen de tijd niet uitgemaakt.
why-rule = { $rule } { $name }: { $from } wordt { $to } (kost { $cost })
why-gains = { $teacher } krijgt { $lessons }.
why-loses = { $teacher } staat { $lessons } af.
cli-why-which = Geef LERAAR,KLAS of LERAAR,LES (ids): `{ $text }` noemt niemand of niets van de school.
