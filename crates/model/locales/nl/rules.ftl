## Hoeveelheden
unit-hours = { $n ->
    [one] { $n } uur
   *[other] { $n } uren
}

### load

unit-classes = { $n ->
    [one] { $n } klas
   *[other] { $n } klassen
}
unit-sites = { $n ->
    [one] { $n } vestigingsplaats
   *[other] { $n } vestigingsplaatsen
}
unit-pupils = { $n ->
    [one] { $n } leerling
   *[other] { $n } leerlingen
}
unit-contacts = { $n ->
    [one] { $n } oudercontact
   *[other] { $n } oudercontacten
}
unit-pairs = { $n ->
    [one] { $n } duo
   *[other] { $n } duo’s
}
unit-tasks = { $n ->
    [one] { $n } taak
   *[other] { $n } taken
}
unit-lessons = { $n ->
    [one] { $n } lesopdracht
   *[other] { $n } lesopdrachten
}
unit-points = { $n ->
    [one] { $n } punt
   *[other] { $n } punten
}
unit-subjects = { $n ->
    [one] { $n } vak
   *[other] { $n } vakken
}
unit-graden = { $n ->
    [one] { $n } graad
   *[other] { $n } graden
}
unit-cells = { $n ->
    [one] { $n } combinatie van vak en graad
   *[other] { $n } combinaties van vak en graad
}
unit-teachers = { $n ->
    [one] { $n } leraar
   *[other] { $n } leraren
}
unit-preparations = { $n ->
    [one] { $n } voorbereiding
   *[other] { $n } voorbereidingen
}
unit-difficulty-hours = { $n ->
    [one] { $n } moeilijkheidsuur
   *[other] { $n } moeilijkheidsuren
}
unit-years = { $n ->
    [one] { $n } leerjaar
   *[other] { $n } leerjaren
}
unit-work-hours = { $n ->
    [one] { $n } uur werk
   *[other] { $n } uren werk
}

rule-A1 = Elke les heeft haar leraren
    .what = Elke plaats in elke lesopdracht is door iemand ingevuld.
    .why = Een les die niemand geeft, wordt niet gegeven.
rule-Q1 = Alleen bevoegde leraren
    .what = Wie les geeft, heeft een bekwaamheidsbewijs van een of ander niveau voor het vak in die graad; vastgelegde lessen worden niet beoordeeld.
    .why = De regels over de bekwaamheidsbewijzen.
rule-Q2 = De best bevoegden eerst
    .what = Uren met minder dan het vereiste bekwaamheidsbewijs kosten punten.
    .why = De regels verkiezen vereist boven voldoende geacht boven ander; dat laatste moet elk jaar verantwoord worden.
    .param-sufficient = Punten voor een uur met een voldoende geacht bekwaamheidsbewijs
    .param-other = Punten voor een uur met een ander bekwaamheidsbewijs, of geen
rule-K1 = Vastgelegde leraren blijven
    .what = Een les die aan een leraar is vastgelegd, gaat naar die leraar.
    .why = Wat vastligt is een beslissing van de directie en gaat voor op al de rest.
rule-B4 = Opdrachten binnen het contract
    .what = Het werk van elke leraar, taken inbegrepen, ligt tussen het minste en het meeste dat het contract toelaat.
    .why = Memo 2.2: opdrachten worden evenwichtig verdeeld; de regelgeving begrenst een voltijdse opdracht.
rule-B5 = Opdrachten op maat
    .what = Het werk van elke leraar, taken inbegrepen, is wat het contract beoogt.
    .why = Memo 2.2: opdrachten worden evenwichtig verdeeld.
    .param-above = Hoeveel keer een uur boven de beoogde opdracht telt
rule-B6 = Uren-leraar boven de opdrachten
    .what = Uren boven iemands beoogde opdracht en uren die niemand geeft: wat de school bovenop haar opdrachten moet vinden.
    .why = Praktijk (uren-leraar): uren boven de ene opdracht worden extra betaald, terwijl uren onder een andere betaald en niet gegeven worden.
rule-R1 = Rechten worden gehonoreerd
    .what = Wie recht heeft op een volume krijgt het, in de vakken en graden waarvoor dat recht geldt.
    .why = De regels over vaste benoeming en TADD; een recht gaat over volume en vak, nooit over een klas.
rule-S1 = Een of twee vakken voor starters
    .what = Een starter geeft niet meer vakken dan dit.
    .why = Memo 2.2: starters geven een of twee vakken in dezelfde graad.
    .param-max = Hoogste aantal vakken van een starter
rule-S2 = Eén graad voor starters
    .what = Een starter geeft les in niet meer graden dan dit.
    .why = Memo 2.2: starters geven een of twee vakken in dezelfde graad.
    .param-max = Hoogste aantal graden van een starter
rule-S3 = Weinig combinaties van vak en graad
    .what = Niemands lessen liggen verspreid over meer combinaties van vak en graad dan dit.
    .why = Memo 2.2: opdrachten verspreid over vakken en graden putten starters uit.
    .param-starter_max = Hoogste aantal combinaties voor een starter
    .param-max = Hoogste aantal combinaties voor anderen
rule-S7 = Leerjaren dicht bij elkaar voor starters
    .what = De leerjaren waarin een starter lesgeeft liggen dicht bij elkaar.
    .why = Memo 2.2: lessen verspreid over klassen in verschillende graden putten starters uit.
    .param-max = Hoogste aantal leerjaren tussen het laagste en het hoogste
rule-D1 = Geen moeilijkste klassen voor starters
    .what = Een starter geeft hoogstens enkele uren in de moeilijkste klassen.
    .why = Memo 2.2: de meest veeleisende klassen zijn niet voor wie pas begint.
    .param-threshold = Moeilijkheid vanaf wanneer een klas bij de moeilijkste hoort
    .param-year_1 = Toegelaten uren in het eerste jaar
    .param-year_2 = Toegelaten uren in het tweede jaar
    .param-later = Toegelaten uren voor starters van latere jaren
rule-D2 = Moeilijke klassen eerlijk verdeeld
    .what = Binnen een vak en graad draagt niemand veel meer dan een eerlijk deel van de moeilijkheid; starters dragen minder.
    .why = Memo 2.2: moeilijke klassen worden eerlijk verdeeld.
    .param-year_1 = Procent van het eerlijke deel, starters in hun eerste jaar
    .param-year_2 = Procent van het eerlijke deel, andere starters
    .param-others = Procent van het eerlijke deel, alle anderen
rule-D3 = Niet alle starters in één moeilijke klas
    .what = Een moeilijke klas heeft niet meer starters onder haar leraren dan dit.
    .why = Memo 2.2: moeilijke klassen worden eerlijk verdeeld; geen enkele wordt aan beginners overgelaten.
    .param-threshold = Moeilijkheid vanaf wanneer een klas moeilijk is
    .param-max = Hoogste aantal starters in een moeilijke klas
rule-D4 = Een eerlijk deel van de moeilijke klassen
    .what = Niemand geeft meer uren in moeilijke klassen dan een eerlijk deel, naar verhouding van de beoogde opdracht.
    .why = Memo 2.2: moeilijke klassen worden eerlijk verdeeld.
    .param-threshold = Moeilijkheid vanaf wanneer een klas moeilijk is
rule-D5 = Niemand ver boven een eerlijk deel
    .what = Wie het verst boven een eerlijk deel van de uren in moeilijke klassen zit, zit er niet ver boven.
    .why = Memo 2.2: moeilijke klassen worden eerlijk verdeeld.
    .param-threshold = Moeilijkheid vanaf wanneer een klas moeilijk is
rule-D6 = Een deel van een eerlijk deel voor starters
    .what = Een starter geeft hoogstens een deel van een eerlijk deel van de uren in moeilijke klassen.
    .why = Memo 2.2: de meest veeleisende klassen zijn niet voor wie pas begint.
    .param-threshold = Moeilijkheid vanaf wanneer een klas moeilijk is
    .param-percent = Procent van een eerlijk deel dat een starter mag hebben
rule-D7 = Moeilijke klassen trap na trap verdeeld
    .what = Niemands uren maal moeilijkheid, voor een voltijdse opdracht, liggen boven het gemiddelde van de school; hoe verder erboven, hoe duurder, trap na trap.
    .why = Memo 2.2: moeilijke klassen worden eerlijk verdeeld; wie het slechtst af is, komt eerst.
    .param-level = Percent van de gemiddelde blootstelling waarop de eerste van vier trappen ligt
    .param-step = Percent van het gemiddelde tussen twee trappen
rule-P1 = Weinig voorbereidingen
    .what = Niemand bereidt meer verschillende cursussen (een vak in een leerjaar en stroom) voor dan dit; starters minder.
    .why = Memo 2.2: cursussen voorbereiden weegt het zwaarst op starters.
    .param-year_1 = Toegelaten voorbereidingen in het eerste jaar
    .param-year_2 = Toegelaten voorbereidingen voor andere starters
    .param-others = Toegelaten voorbereidingen voor alle anderen
rule-B1 = Werklast in evenwicht, lichter voor starters
    .what = Niemands week van lessen, voorbereiding en verbeterwerk ligt ver boven het eerlijke deel; starters blijven eronder.
    .why = Memo 2: een starter heeft dezelfde werklast als een collega van vijftien jaar; ze hoort lichter te zijn.
    .param-contact = Minuten van een lesuur
    .param-repeat = Minuten om een uur opnieuw voor te bereiden
    .param-prep = Minuten om een uur een eerste keer voor te bereiden
    .param-starter_prep = Minuten om een uur een eerste keer voor te bereiden, starters
    .param-marking = Minuten verbeterwerk per leerling en uur
    .param-year_1 = Procent van het eerlijke deel, starters in hun eerste jaar
    .param-year_2 = Procent van het eerlijke deel, andere starters
    .param-others = Procent van het eerlijke deel, alle anderen
rule-W1 = Wensen over de opdracht
    .what = Wensen over klassen, vakken en lessen worden zo veel mogelijk ingewilligd.
    .why = Memo 3.2: in samenspraak met de leraar.
rule-M1 = Mentoren krijgen uren
    .what = De uren voor mentoren volstaan voor het aantal starters.
    .why = Memo 2.1: één voltijdse mentor voor ongeveer twintig starters.
    .param-ratio = Starters per voltijdse mentor
rule-M8 = Elke starter heeft een mentor
    .what = Elke starter heeft één mentor, die niet de evaluator is.
    .why = Memo 2.1: individuele ondersteuning gedurende twee jaar, door een vertrouwenspersoon.
rule-S4 = Weinig klassen voor starters
    .what = Een starter geeft les in niet meer verschillende klassen dan dit.
    .why = Memo 2.2: lessen verspreid over veel klassen putten starters uit.
    .param-year_1 = Hoogstens zoveel klassen in het eerste jaar
    .param-year_2 = Hoogstens zoveel klassen in het tweede jaar en later
rule-S5 = Eén vestigingsplaats voor starters
    .what = De lessen van een starter die maar op één vestigingsplaats kunnen, zijn allemaal op dezelfde.
    .why = Memo 2.2: één nieuwe school ontdekken is veel, verschillende is te veel.
    .param-max = Hoogstens zoveel vestigingsplaatsen
rule-S6 = Geen restopdrachten voor starters
    .what = Het grootste blok van een starter, één vak in één leerjaar, is een flink deel van alle uren.
    .why = Memo 2.2: starters krijgen wat overblijft, met veel nieuwe cursussen om voor te bereiden.
    .param-percent = Procent van de uren dat het grootste blok zou moeten zijn
rule-P2 = Een grens aan verbeterwerk
    .what = Niemand heeft meer verbeterwerk dan dit voor een voltijdse opdracht, in verhouding tot het streefdoel.
    .why = Memo 2.2: verbeterwerk is een deel van wat op een leraar weegt.
    .param-minutes = Minuten verbeterwerk per leerling en uur
    .param-max = Hoogstens zoveel uren verbeterwerk per week voor een voltijdse opdracht
rule-P3 = Niet te veel leerlingen
    .what = Niemand heeft meer leerlingen dan dit voor een voltijdse opdracht, in verhouding tot het streefdoel; een klas telt één keer.
    .why = Memo 2.2: rapporten en contacten groeien met het aantal leerlingen.
    .param-max = Hoogstens zoveel leerlingen voor een voltijdse opdracht
rule-P4 = Niet te veel oudercontacten
    .what = Niemand heeft meer oudercontacten dan dit voor een voltijdse opdracht, in verhouding tot het streefdoel: één per leerling, meer voor die van de eigen klas.
    .why = Memo 2.2: relaties met de ouders wegen, vooral op een klastitularis.
    .param-max = Hoogstens zoveel oudercontacten voor een voltijdse opdracht
    .param-own = Hoe vaak een leerling van de eigen klas telt
rule-P6 = Genoeg uren bij een klas
    .what = Een klastitularis geeft enkele uren in de eigen klas, en niemand heeft veel klassen voor weinig uren.
    .why = Memo 2.2: ruimte om duurzaam te investeren in relaties met leerlingen.
    .param-own = Uren van een klastitularis in de eigen klas
    .param-mean = Uren voor elke klas, gemiddeld
rule-P7 = Geen opeenstapeling van lasten
    .what = Werk, voorbereidingen, graden en uren in moeilijke klassen zijn niet alle tegelijk hoog voor één leraar.
    .why = Memo 2.2: bescherm leraren tegen een burn-out. Dit gaat over een opdracht op papier, niet over een persoon.
    .param-contact = Minuten van een lesuur
    .param-repeat = Minuten om een uur opnieuw voor te bereiden
    .param-prep = Minuten om een uur een eerste keer voor te bereiden
    .param-starter_prep = Minuten om een uur een eerste keer voor te bereiden, starters
    .param-marking = Minuten verbeterwerk per leerling en uur
    .param-hard = Moeilijkheid vanaf wanneer een klas moeilijk is
    .param-threshold = Punten vanaf wanneer de index telt
rule-P8 = Geen plage en geen extra taken voor starters
    .what = Een starter werkt niet meer dan een voltijdse opdracht en heeft weinig taken naast de lessen.
    .why = Memo 2.2: een starter hoort niet te dragen wat een collega met vijftien jaar ervaring draagt.
    .param-year_1 = Taken toegelaten in het eerste jaar
    .param-year_2 = Taken toegelaten in het tweede jaar en later
rule-B2 = Lessen groeien stap voor stap
    .what = In de eerste jaren zijn de lessen maar een deel van het streefdoel, elk jaar een groter.
    .why = Memo 2.2: starters groeien stapsgewijs. Uren die niet gegeven worden, moeten elders gevonden worden.
    .param-year_1 = Procent van het streefdoel, eerste jaar
    .param-year_2 = Procent van het streefdoel, tweede jaar
    .param-year_3 = Procent van het streefdoel, derde jaar (en latere starters)
rule-V3 = Experts worden niet gestraft
    .what = Ervaren leraren werken niet meer dan hun eerlijke deel, welke klassen ze ook op zich nemen.
    .why = Memo 1.1: ervaring wordt weinig gewaardeerd; starters beschermen mag ervaren leraren niet verpletteren.
    .param-contact = Minuten van een lesuur
    .param-repeat = Minuten om een uur opnieuw voor te bereiden
    .param-prep = Minuten om een uur een eerste keer voor te bereiden
    .param-starter_prep = Minuten om een uur een eerste keer voor te bereiden, starters
    .param-marking = Minuten verbeterwerk per leerling en uur
    .param-percent = Procent van het eerlijke deel
    .param-years = Dienstjaren vanaf wanneer iemand expert is
rule-M2 = Elke mentor heeft de uren
    .what = Elke mentor heeft de mentoruren die de eigen starters vragen.
    .why = Memo 2.1: voldoende tijd in het schema van de mentoren.
    .param-ratio = Starters per voltijdse mentor
rule-M3 = Geen mentor heeft te veel starters
    .what = Een mentor heeft niet meer starters dan de eigen uren toelaten, en nooit meer dan een vast aantal.
    .why = Memo 2.1: mentoren in voldoende aantal.
    .param-ratio = Starters per voltijdse mentor
    .param-span = Hoogstens zoveel starters voor één mentor
rule-M4 = Mentoruren zijn geen opvulling
    .what = Mentoruren zijn wat de starters vragen en nauwelijks meer, en geen mentor werkt zonder uren.
    .why = Memo 2.1: te vaak zijn mentoren vrijwilligers of mensen die hun opdracht moeten aanvullen.
    .param-ratio = Starters per voltijdse mentor
    .param-slack = Uren meer dan gevraagd die geen kwaad kunnen
rule-M5 = Mentoren hebben het profiel
    .what = Een mentor heeft dienstjaren en heeft ermee ingestemd.
    .why = Memo 2.1: mentoren met het juiste profiel. Vaardigheden worden bij een selectie beoordeeld, nooit hier.
    .param-years = Minstens zoveel dienstjaren voor een mentor
rule-M14 = Een vertrouwenspersoon beoordeelt niet
    .what = Mentor en starter evalueren elkaar niet.
    .why = Memo 2.1: een vertrouwenspersoon bij wie de starter terechtkan.
rule-M15 = Een mentor kent het vak of de graad
    .what = Mentor en starter zijn bekwaam voor een gemeenschappelijk vak of een gemeenschappelijke graad.
    .why = Memo 2.1: ondersteuning in alle aspecten van de nieuwe rol.
rule-V1 = Verantwoordelijkheid gaat samen met ervaring
    .what = Mentorschap, coördinatie en de zorg voor een moeilijke klas zijn voor wie dienstjaren heeft.
    .why = Memo 1.1: het systeem geeft ervaren leraren niet meer verantwoordelijkheid dan beginners.
    .param-years = Minstens zoveel dienstjaren
    .param-threshold = Moeilijkheid vanaf wanneer een klas moeilijk is
rule-U1 = Weinig uren die geen lesuren zijn (BPT)
    .what = Taken die met het pakket betaald worden, blijven er een klein deel van.
    .why = De wet laat enkele procenten toe; meer vraagt het akkoord van het lokaal comité.
    .param-percent = Procent van het pakket

finding-A1 = { $lesson } heeft geen leraar.
finding-Q1 = { $teacher } geeft { $lesson } zonder bekwaamheidsbewijs daarvoor.
finding-Q2 = { $teacher } geeft { $hours } u met minder dan het vereiste bekwaamheidsbewijs ({ $n } punten).
finding-K1 = { $lesson } ligt vast voor { $locked }, maar is daar niet.
finding-B4 = { $teacher } heeft { $load } VTE werk, { $n } u boven de { $max } van het contract (vanaf { $min }).
finding-B4-low = { $teacher } heeft { $load } VTE werk, { $n } u onder de { $min } van het contract (tot { $max }).
finding-B5 = { $teacher } heeft { $load } VTE werk, { $hours } u boven de beoogde { $target }.
finding-B5-low = { $teacher } heeft { $load } VTE werk, { $hours } u onder de beoogde { $target }.
finding-B6 = { $teacher } heeft { $load } VTE werk, { $n } u boven de beoogde { $target }: uren die gevonden moeten worden.
finding-B6-empty = Niemand geeft de { $hours } u van { $lesson }: uren die gevonden moeten worden.
finding-R1 = { $teacher } krijgt { $n } u minder dan waar recht op is.
finding-S1 = { $teacher }, starter, geeft { $count } vakken; gevraagd is hoogstens { $max } ({ $n } te veel).
finding-S2 = { $teacher }, starter, geeft les in { $count } graden; gevraagd is hoogstens { $max } ({ $n } te veel).
finding-S3 = { $teacher } geeft { $count } combinaties van vak en graad; gevraagd is hoogstens { $max } ({ $n } te veel).
finding-S7 = { $teacher }, starter, geeft les in leerjaar { $low } tot { $high }; gevraagd is hoogstens { $max } ertussen ({ $n } te veel).
finding-D1 = { $teacher }, starter, geeft { $hours } u in klassen met moeilijkheid { $threshold } of meer; gevraagd is hoogstens { $max } u ({ $n } te veel).
finding-D2 = { $teacher } heeft een gemiddelde moeilijkheid van { $mean }; het gemiddelde van dezelfde vakken is { $fair }, waarvan { $beta } % gevraagd is ({ $n } moeilijkheidsuren erboven).
finding-D3 = Klas { $class } (moeilijkheid { $difficulty }) heeft { $count } starters; gevraagd is hoogstens { $max } ({ $n } te veel).
finding-D4 = { $teacher } geeft { $hours } u in moeilijke klassen; een eerlijk deel is { $share } u ({ $n } te veel).
finding-D5 = Niemand zit verder boven een eerlijk deel van de moeilijke klassen dan { $teacher }: { $hours } u, en een eerlijk deel is { $share } u ({ $n } te veel).
finding-D6 = { $teacher }, starter, geeft { $hours } u in moeilijke klassen; gevraagd is hoogstens { $max } u ({ $n } te veel).
finding-D7 = { $teacher } krijgt { $exposure } moeilijkheidsuren voor een voltijdse opdracht; de eerste trap is { $level } ({ $n } punten).
finding-P1 = { $teacher } bereidt { $count } cursussen voor; gevraagd is hoogstens { $max } ({ $n } te veel).
finding-B1 = { $teacher } werkt ongeveer { $work } u per week voor lessen; { $alpha } % van het eerlijke deel is { $max } u ({ $n } u erboven).
finding-W1 = { $count ->
    [one] Eén wens van { $teacher } is niet ingewilligd ({ $n } punten).
   *[other] { $count } wensen van { $teacher } zijn niet ingewilligd ({ $n } punten).
}
finding-M1 = { $starters } starters vragen { $needed } VTE mentoren; er is { $available } ({ $n } u te weinig).
finding-M8 = { $teacher }, starter, heeft { $count } mentoren in plaats van één.
finding-M8-evaluator = { $mentor } is zowel mentor als evaluator van { $teacher }.
finding-S4 = { $teacher }, starter, geeft les in { $count } klassen; gevraagd is hoogstens { $max } ({ $n } te veel).
finding-S5 = { $teacher }, starter, geeft les op { $count } vestigingsplaatsen; gevraagd is hoogstens { $max } ({ $n } te veel).
finding-S6 = { $teacher }, starter, heeft { $largest } van { $hours } u in het grootste blok; gevraagd is { $percent } % ({ $n } u te weinig).
finding-P2 = { $teacher } verbetert { $minutes } minuten per week; gevraagd is hoogstens { $max } ({ $n } u te veel).
finding-P3 = { $teacher } heeft { $count } leerlingen; gevraagd is hoogstens { $max } ({ $n } te veel).
finding-P4 = { $teacher } heeft { $count } oudercontacten; gevraagd is hoogstens { $max } ({ $n } te veel).
finding-P6 = { $teacher } mist { $own } u bij de eigen klas en { $mean } u voor de klassen samen.
finding-P7 = { $teacher } heeft een index van { $index } punten, { $n } boven { $max }: werk { $work }, voorbereidingen { $preparations }, graden { $graden }, moeilijke klassen { $hard } (50 is telkens de grens).
finding-P8 = { $teacher }, starter, heeft { $load } VTE werk met { $tasks } taken naast de lessen ({ $n } u te veel).
finding-B2 = { $teacher } heeft { $load } VTE lessen in de eerste jaren; gevraagd is hoogstens { $max } ({ $n } u te veel).
finding-V3 = { $teacher }, expert, werkt ongeveer { $work } u per week voor lessen; { $percent } % van het eerlijke deel is { $max } u ({ $n } u erboven).
finding-M2 = { $teacher } begeleidt { $mentees } starters en komt daarvoor { $n } u tekort.
finding-M3 = { $teacher } begeleidt { $mentees } starters; gevraagd is hoogstens { $max } ({ $n } te veel).
finding-M4 = { $teacher } heeft { $hours } u als mentor voor { $mentees } starters ({ $n } u te veel).
finding-M4-unpaid = { $teacher } begeleidt { $mentees } starters zonder uren (gevraagd is { $n } u).
finding-M5 = { $teacher }, mentor, heeft { $years } dienstjaren; gevraagd is minstens { $min }.
finding-M5-consent = { $teacher } is mentor zonder ermee te hebben ingestemd.
finding-M14 = { $mentor } en { $teacher }, mentor en starter, zijn evaluator en geëvalueerde.
finding-M15 = { $mentor } deelt vak noch graad met { $teacher }.
finding-V1 = { $teacher } draagt verantwoordelijkheden ({ $n }) met { $years } dienstjaren; gevraagd is minstens { $min }.
finding-U1 = { $hours } u worden voor taken betaald; hoogstens { $max } u van het pakket is toegelaten ({ $n } te veel).
demand-post = { $lesson } ({ $hours } u) vraagt een leraar; { $count } kunnen dat: { $people }.
demand-post-nobody = { $lesson } ({ $hours } u) vraagt een leraar; niemand kan dat volgens de regels.
demand-lock = { $lesson } ({ $hours } u) ligt vast voor { $teacher }.
demand-B4 = { $teacher } werkt van { $min } tot { $max } VTE, taken inbegrepen.
demand-B5 = { $teacher } werkt precies wat het contract beoogt.
demand-Q2 = { $teacher } geeft alleen les met het vereiste bekwaamheidsbewijs.
demand-B6 = { $teacher } werkt niet meer dan het contract beoogt.
demand-R1 = { $teacher } heeft recht op een volume werk.
demand-S1 = { $teacher }, starter, geeft weinig vakken.
demand-S2 = { $teacher }, starter, geeft les in weinig graden.
demand-S3 = { $teacher } geeft weinig combinaties van vak en graad.
demand-S7 = { $teacher }, starter, geeft les in leerjaren die dicht bij elkaar liggen.
demand-D1 = { $teacher }, starter, geeft weinig uren in de moeilijkste klassen.
demand-D2 = { $teacher } draagt niet meer dan een eerlijk deel van de moeilijkheid.
demand-D3 = Klas { $class } heeft weinig starters onder haar leraren.
demand-D4 = { $teacher } geeft niet meer dan een eerlijk deel van de uren in moeilijke klassen.
demand-D5 = { $teacher } zit niet boven een eerlijk deel van de uren in moeilijke klassen.
demand-D6 = { $teacher }, starter, geeft weinig uren in moeilijke klassen.
demand-D7 = { $teacher } krijgt niet meer moeilijkheid dan de eerste trap.
demand-P1 = { $teacher } bereidt weinig cursussen voor.
demand-B1 = { $teacher } heeft niet meer dan een eerlijke werklast.
demand-W1 = De wensen van { $teacher } over de opdracht worden ingewilligd.
demand-S4 = { $teacher }, starter, geeft les in weinig klassen.
demand-S5 = { $teacher }, starter, geeft les op weinig vestigingsplaatsen.
demand-P2 = { $teacher } heeft niet meer dan een redelijk deel verbeterwerk.
demand-P3 = { $teacher } heeft niet meer leerlingen dan gevraagd.
demand-P4 = { $teacher } heeft niet meer oudercontacten dan gevraagd.
demand-P6 = { $teacher } heeft genoeg uren bij elke klas.
demand-P8 = { $teacher }, starter, heeft geen plage en weinig taken.
demand-B2 = De lessen van { $teacher } groeien stap voor stap.
demand-V3 = { $teacher }, expert, heeft niet meer dan een eerlijke werklast.
demand-T6 = { $teacher } ontvangt niet meer stagiairs dan haalbaar is.

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

unit-changes = { $n ->
    [one] { $n } wissel
   *[other] { $n } wissels
}
unit-places = { $n ->
    [one] { $n } plaats
   *[other] { $n } plaatsen
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
unit-moments = { $n ->
    [one] { $n } moment
   *[other] { $n } momenten
}
unit-visits = { $n ->
    [one] { $n } bezoek
   *[other] { $n } bezoeken
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

rule-G6 = Tijd voor de weg
    .what = Wie na elkaar les heeft in twee gebouwen heeft tijd om er te raken: een pauze die lang genoeg is, of een vrij lesuur.
    .why = Een les die begint terwijl de halve klas nog onderweg is, is geen les.
    .param-minutes = Minuten tussen twee gebouwen van één vestiging waarover de school niets zegt
    .param-sites = Minuten tussen twee vestigingen waarover de school niets zegt
finding-G6-teacher = { $teacher } gaat van { $other } naar { $room } voor { $lesson } op { $day }, lesuur { $period }, en komt { $minutes ->
    [one] { $minutes } minuut
   *[other] { $minutes } minuten
} tekort.
finding-G6-class = { $class } gaat van { $other } naar { $room } voor { $lesson } op { $day }, lesuur { $period }, en komt { $minutes ->
    [one] { $minutes } minuut
   *[other] { $minutes } minuten
} tekort.

rule-G7 = Weinig lokaalwissels
    .what = Klassen en leraren wisselen zelden van lokaal tussen lessen die op elkaar volgen.
    .why = Elke wissel kost minuten van de les, en rust in de gangen.
    .param-teachers = Voor hoeveel wissels van een klas een wissel van een leraar telt
finding-G7-class = { $class } wisselt van lokaal op { $day }: { $changes ->
    [one] { $changes } keer
   *[other] { $changes } keer
}.
finding-G7-teacher = { $teacher } wisselt van lokaal op { $day }: { $changes ->
    [one] { $changes } keer
   *[other] { $changes } keer
}.

rule-G8 = De eerste keuze van lokalen
    .what = Een les die verschillende lokalen verkiest, krijgt het eerste dat vrij kan zijn; het eigen lokaal van de klas komt laatst.
    .why = Verkozen lokalen staan in volgorde, het beste eerst.
finding-G8 = { $lesson } is in { $room }, { $n ->
    [one] { $n } plaats
   *[other] { $n } plaatsen
} na de eerste keuze, { $first }.

rule-G9 = Lokalen dicht bij elkaar
    .what = Een les die verschillende lokalen nodig heeft, krijgt ze in één gebouw.
    .why = Twee helften van een klas met één leraar, of twee leraren die het werk delen, hebben lokalen naast elkaar nodig.
finding-G9 = { $lesson } is in { $room } en { $other }, die niet dicht bij elkaar liggen.

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

rule-M17 = Observaties worden snel besproken
    .what = Na elke observatie spreken mentor en starter elkaar binnen enkele schooldagen.
    .why = Kijken helpt als de feedback volgt terwijl de les nog vers is (memorandum 2.1).
    .param-days = Schooldagen waarbinnen het gesprek volgt; 0 is dezelfde dag
finding-M17 = { $mentor } en { $starter } bespreken { $n ->
    [one] { $n } observatie
   *[other] { $n } observaties
} te laat.

rule-M18 = Lessen die de mentor kan bijwonen
    .what = Er zijn genoeg lesuren waarin de starter lesgeeft en de mentor vrij is, zodat beiden kunnen kiezen.
    .why = Mentoren observeren lessen en geven constructieve feedback (memorandum 2.1).
    .param-least = Lesuren per week die de mentor zou kunnen bijwonen
finding-M18 = { $mentor } kan { $starter } { $n ->
    [one] { $n } lesuur
   *[other] { $n } lesuren
} minder bijwonen dan gevraagd.

rule-M11 = Starters kunnen uitwisselen
    .what = Er is een lesuur waarin alle starters van een groep en een mentor vrij zijn, elke week of zo vaak als de school zegt.
    .why = Starters leren van elkaars goede praktijken (memorandum 2.1).
    .param-size = Hoogstens zoveel starters in een groep
finding-M11 = { $n } van { $size } starters rond { $mentor } missen elk moment waarop de anderen kunnen samenkomen.

rule-M12 = Mentoren kunnen samenkomen
    .what = Er is een lesuur waarin alle mentoren vrij zijn, elke week of zo vaak als de school zegt.
    .why = Intervisie tussen mentoren vraagt een gezamenlijk moment (memorandum 2.1).
finding-M12 = { $n } van { $all } mentoren missen het beste moment voor intervisie.

rule-M16 = Geen starter staat alleen
    .what = Elke starter deelt een vrij lesuur met een collega van hetzelfde vak en leerjaar.
    .why = Startende leraren staan vaak alleen (memorandum 2.1).
finding-M16 = { $starter } is nooit samen vrij met een collega van hetzelfde vak en leerjaar.

rule-C1 = Teams vergaderen
    .what = Elk team heeft lesuren waarin alle leden vrij zijn, of zo veel als het team vraagt.
    .why = Samenwerken vraagt tijd samen (memorandum 1.1).
finding-C1 = { $team } mist { $n ->
    [one] { $n } overleg
   *[other] { $n } overlegmomenten
} per week.

rule-C4 = Parallelle leraren kunnen samen voorbereiden
    .what = Leraren van hetzelfde vak en leerjaar delen een vrij lesuur.
    .why = Samen lessen maken vraagt gezamenlijke tijd (memorandum 2.3).
finding-C4 = { $teacher } en { $other } geven hetzelfde vak in hetzelfde leerjaar en zijn nooit samen vrij.

rule-O2 = Starters kunnen bij collega's kijken
    .what = Elke starter is vrij terwijl collega's dezelfde vakken of klassen lesgeven.
    .why = Kijken bij collega's is ruimte voor groei (memorandum 2.2).
    .param-least = Lesuren per week die een starter zou kunnen bijwonen
finding-O2 = { $teacher } kan { $n ->
    [one] { $n } lesuur
   *[other] { $n } lesuren
} minder bij collega's kijken dan gevraagd.

rule-C6 = Een halve dag om naar buiten te gaan
    .what = Elke klas heeft een halve dag met lessen zonder gat bij weinig leraren, die met haar naar buiten kunnen.
    .why = Leren in een realistische context vraagt een dagdeel samen (memorandum 2.3).
    .param-least = Lesuren op zo'n halve dag, minstens
    .param-teachers = Leraren op zo'n halve dag, hoogstens
finding-C6 = { $class } heeft geen halve dag waarop ze naar buiten kan.

rule-O1 = Iedereen kan bezoek krijgen
    .what = Iemand met ervaring is vrij tijdens een les van elke leraar, en beiden zijn snel daarna vrij.
    .why = Meer observatie in de klas door een derde (memorandum 3.2).
    .param-experience = Dienstjaren van een bezoeker, minstens
    .param-days = Schooldagen waarbinnen het gesprek volgt; 0 is dezelfde dag
finding-O1 = Niemand met ervaring kan een les van { $teacher } bijwonen en er snel over praten.

rule-P5 = Vrije uren die vrij blijven
    .what = Starters hebben vrije lesuren op de dagen waarop ze komen, die niet naar vervangingen gaan.
    .why = Het is moeilijk tijd te vinden voor collega's, onderzoek en feedback (memorandum 2.2).
    .param-year_1 = Vrije lesuren per week in het eerste jaar
    .param-year_2 = Vrije lesuren per week in het tweede jaar
    .param-later = Vrije lesuren per week van starters in latere jaren
finding-P5 = { $teacher } mist { $n ->
    [one] { $n } vrij lesuur
   *[other] { $n } vrije lesuren
} op school.

rule-P9 = Tijd om te groeien
    .what = Leraren hebben beschermde tijd in het rooster: gesprekken, observaties, teams, co-teaching.
    .why = Ruimte voor professionalisering en groei (memorandum 2.2).
    .param-starters = Lesuren per week van een starter
    .param-others = Lesuren per week van alle anderen
finding-P9 = { $teacher } mist { $n ->
    [one] { $n } lesuur
   *[other] { $n } lesuren
} beschermde tijd.

rule-B3 = Starters hebben geen zwaarder rooster
    .what = De last van het rooster van een starter (springuren, eerste en laatste uren, laatste namiddag, lange reeksen), per voltijdse opdracht, ligt niet boven het gemiddelde van de anderen.
    .why = Lessenroosters moeten evenwichtig verdeeld zijn (memorandum 2.2).
    .param-run = Lesuren na elkaar die geen last zijn
finding-B3 = { $teacher } heeft een last van { $own }, { $n } boven het gemiddelde van { $mean }.

rule-L5 = Gelijke dagen
    .what = De lessen van een klas zijn gelijkmatig gespreid over de dagen met een namiddag.
    .why = Lessen zijn gelijkmatig gespreid over de schooldagen (BVR 31-08-2001, art. 3).
    .param-most = Lesuren tussen de volste en de leegste dag, hoogstens
finding-L5 = De volste en de leegste dag van { $class } liggen { $n ->
    [one] { $n } lesuur
   *[other] { $n } lesuren
} te ver uit elkaar.

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
check-together = Van deze lessen van { $class } en van { $teacher } kunnen er geen twee tegelijk: { $n } lesuren, en maar { $slots ->
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

rule-T1 = Stagiairs geven les in de voormiddag
    .what = Stagiairs oefenen in de voormiddagen van de dagen waarop ze op school zijn.
    .why = Studenten geven les in de voormiddag (memorandum 3.1.1).
finding-T1 = { $trainee } oefent { $n ->
    [one] { $n } lesuur
   *[other] { $n } lesuren
} buiten de voormiddagen van de stage.

rule-T2 = Stagiairs observeren elkaar
    .what = Terwijl een stagiair oefent, is een andere van de groep vrij om te observeren.
    .why = Elke student wordt geobserveerd door een andere student (memorandum 3.1.1).
finding-T2 = In { $group } is niemand vrij om { $n ->
    [one] { $n } oefenuur
   *[other] { $n } oefenuren
} te observeren.

rule-T3 = De mentor observeert stagiairs
    .what = De mentor van een groep stagiairs is vaak genoeg vrij terwijl elk van hen oefent; één stagiair tegelijk.
    .why = Studenten worden geobserveerd door elkaar, en regelmatiger door de mentor (memorandum 3.1.1).
    .param-least = Lesuren per week waarin de mentor elke stagiair observeert
finding-T3 = { $mentor } komt { $n ->
    [one] { $n } lesuur
   *[other] { $n } lesuren
} tekort om de stagiairs van { $group } te observeren.

rule-T4 = Een feedbackmoment in de namiddag
    .what = Op elke namiddag van de stage zijn de stagiairs samen vrij, één keer per week met hun mentor.
    .why = In de namiddag bespreken studenten de lessen van de ochtend (memorandum 3.1.1).
finding-T4 = { $group } heeft geen gezamenlijk vrij lesuur op de namiddag van { $day }.
finding-T4-mentor = { $mentor } is op geen namiddag vrij wanneer { $group } dat is.

rule-T5 = Stagiairs bereiden samen voor
    .what = Op elke namiddag van de stage hebben de stagiairs genoeg vrije lesuren samen om de volgende lessen voor te bereiden.
    .why = In de namiddag bereiden studenten samen de volgende lessen voor (memorandum 3.1.1).
    .param-least = Vrije lesuren samen op een namiddag; het eerste is voor feedback
finding-T5 = { $group } komt op de namiddag van { $day } { $n ->
    [one] { $n } gezamenlijk vrij lesuur
   *[other] { $n } gezamenlijk vrije lesuren
} tekort.

rule-T6 = Gastleraren die stagiairs aankunnen
    .what = Stagiairs oefenen in lessen van leraren die geen starter zijn, en niemand ontvangt te veel uren.
    .why = Zo veel mogelijk praktijkmomenten met permanente ondersteuning (memorandum 3.1.1).
    .param-most = Meeste uren van stagiairs per week bij één leraar
finding-T6 = { $teacher } ontvangt stagiairs voor { $hours } u; { $most } u is het meeste.

rule-T7 = Leraren in opleiding kunnen leren
    .what = Een leraar in opleiding geeft een les samen met iemand met ervaring, kan die zien lesgeven en kan ermee voorbereiden.
    .why = Het LIO-traject werkt als er voldoende leermomenten zijn: co-teaching, lesobservaties, samen voorbereiden (memorandum 3.1.1).
    .param-experience = Dienstjaren van een collega om van te leren, minstens
finding-T7-together = { $trainee } geeft geen enkele les samen met iemand met ervaring.
finding-T7-watch = { $trainee } is nooit vrij terwijl een ervaren collega lesgeeft.
finding-T7-prepare = { $trainee } is nooit samen vrij met een ervaren collega.

rule-C5 = Experts kunnen komen
    .what = Een les waarin een expert komt, ligt op een tijd waarop die kan, of komt daar met enkele verplaatsingen op de dag zelf.
    .why = Thematische experts verbinden een les met de buitenwereld: een arts voor genetica, een OCMW-medewerker voor sociale zekerheid (memorandum 2.3).
    .param-moves = Verplaatsingen op de dag, hoogstens: 1 verplaatst de les, 2 wisselen ze met een andere
finding-C5 = { $visit }: { $lesson } ligt op geen tijd waarop de expert kan komen, en kan er niet heen.

rule-C7 = Geen lessen op dagen op de werkplek
    .what = Leerlingen die dagen op een werkplek doorbrengen, hebben dan geen lessen op school.
    .why = Duaal leren is een sterk voorbeeld van samenwerken (memorandum 2.3).
finding-C7 = { $class } heeft les in { $n ->
    [one] { $n } lesuur
   *[other] { $n } lesuren
} van de dagen op de werkplek.

rule-M13 = Tijd om andere scholen te ontmoeten
    .what = Wie mensen van andere scholen ontmoet, is vrij op een van de tijden die de scholen afspraken, de weg erheen inbegrepen.
    .why = Intervisie over scholen heen vormt een lerend netwerk (memorandum 2.1).
finding-M13 = { $gathering }: { $n } van { $all } kunnen op geen van de tijden komen.

rule-O4 = Iemand om mee uit te wisselen
    .what = Elke leraar heeft een team dat samenkomt of dat zou kunnen, of een collega van hetzelfde vak en leerjaar die op hetzelfde moment vrij is.
    .why = Meer momenten van constructieve uitwisseling met collega’s (memorandum 3.2).
finding-O4 = { $teacher } heeft niemand om mee uit te wisselen: geen team dat kan samenkomen, geen collega van hetzelfde vak en leerjaar met een gezamenlijk vrij lesuur.

rule-O5 = Projecten hebben hun tijd
    .what = De lessen van een project vallen samen, genoeg lesuren na elkaar.
    .why = Meer mogelijkheden voor projecten die voldoen aan de verschillende behoeften van leerlingen (memorandum 3.2).
finding-O5 = De lessen van { $project } vallen nergens lang genoeg samen.

rule-C3 = Teams over scholen heen
    .what = De leden van een team dat met mensen van andere scholen werkt, zijn vrij op een van de tijden die de scholen afspraken, de weg erheen inbegrepen.
    .why = Lerende gemeenschappen reiken verder dan de muren van één school (memorandum 1.1).
finding-C3 = { $gathering }: { $n } van { $all } kunnen op geen van de tijden komen.

rule-F2 = Leerlingen worden bevraagd in een les
    .what = Elke leerkracht die een klas wil horen, vindt er een les voor in de weken van de ronde; een klas wordt hoogstens één keer per dag en enkele keren per week bevraagd. Wie meedoet, doet dat vrijwillig. Wat leerlingen antwoorden wordt nooit ingevoerd: het mag niemand beoordelen.
    .why = Leerlingen vullen twee keer per jaar een bevraging in, op vrijwillige basis en nooit als beoordeling (memorandum 3.1.3).
    .param-week = Hoogstens zo vaak per week wordt een klas bevraagd
finding-F2 = { $round }: { $n } van { $all } leerkrachten vinden geen moment om { $class } te bevragen.

rule-F5 = Besproken met de klas
    .what = Nadat een klas bevraagd is, heeft de leerkracht er binnen enkele schooldagen weer les mee.
    .why = De antwoorden dienen om met de leerlingen in dialoog te gaan (memorandum 3.1.3).
    .param-days = Schooldagen waarbinnen de volgende les volgt
finding-F5 = { $round }: { $teacher } ziet { $class } pas lang na de bevraging terug.

rule-F6 = Een moment om te antwoorden
    .what = Teams die bevraagd worden hebben samen een vrij lesuur, en wie alleen bevraagd wordt heeft er een voor zich.
    .why = Feedback wordt ook aan collega’s gevraagd (memorandum 3.1.3).
finding-F6 = { $round }: { $who } heeft geen vrij moment om te antwoorden.
