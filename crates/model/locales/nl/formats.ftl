# Untis: fouten in bestanden en profiel (UW3001-UW3012), dan wat is aangenomen (UW3029-UW3080).
UW3001 = De export heeft geen bestand GPU002: zonder lessen is er geen school.
    .remedy = Exporteer de lessen uit Untis (GPU002.TXT) naar dezelfde map.
UW3002 = “{ $value }” is geen getal dat hier kan staan.
    .remedy = Verbeter het veld; hoeveelheden schrijf je als 4 of 4.5.
UW3003 = { $value } ligt niet tussen { $min } en { $max }.
    .remedy = Verbeter het veld.
UW3004 = Dit veld mag niet leeg zijn.
    .remedy = Vul het in, of verwijder de rij.
UW3005 = “{ $value }” is geen soort tijdwens.
    .remedy = Gebruik L (leraar), K (klas), R (lokaal) of F (vak).
UW3006 = De regel is niet in velden te delen: { $detail }.
    .remedy = Kijk de aanhalingstekens op deze regel na; een aanhalingsteken in een tekst schrijf je dubbel.
UW3008 = Het bestand bevat geen lessen.
    .remedy = Exporteer de lessen opnieuw, met alle klassen geselecteerd.
UW3010 = Het profiel is niet te lezen: { $detail }.
    .remedy = Verbeter het profiel op deze plaats; het is een TOML-bestand.
UW3011 = Het profiel noemt “{ $name }” onder { $key }, en Untis kent dat niet.
    .remedy = Schrijf de naam zoals in Untis (hoofdletters tellen), of verwijder hem uit het profiel.
UW3012 = { $key } = { $value } ligt niet tussen { $min } en { $max }.
    .remedy = Verbeter die sleutel van het profiel.
UW3029 = Geen lessenrooster en geen tijdwensen tonen de week: acht lesuren per dag en vier op woensdag zijn aangenomen ({ $examples }).
    .remedy = Exporteer ook GPU001 of GPU016.
UW3030 = Untis exporteert de naam van de school niet: “{ $examples }” is gebruikt.
    .remedy = Profiel: name = "…"
UW3031 = Lesuren per dag waarvan Untis het uur van de klok niet exporteert en die hier gezet zijn ({ $count }): { $examples }.
    .remedy = Profiel: [grid] start, minutes, break_minutes, noon_minutes
UW3032 = De middag valt na lesuur { $examples }: daar lopen in het huidige rooster de minste lessen door.
    .remedy = Profiel: [grid] noon_after
UW3033 = Lesuren die voor elke klas gesloten zijn (-3) en uit de week vallen ({ $count }): { $examples }.
    .remedy = Open ze in de tijdwensen van Untis om ze te houden.
UW3034 = Klassen waarvan graad, leerjaar en stroom uit de naam komen ({ $count }): { $examples }.
    .remedy = Profiel: [class.NAAM] graad, year, stream
UW3035 = Klassen waarvan het leerjaar niet bekend is en als 1 geldt ({ $count }): { $examples }.
    .remedy = Profiel: [class.NAAM] year
UW3036 = Klassen waarvan het niveau in Untis niet het leerjaar in de naam is; de naam is gevolgd ({ $count }): { $examples }.
    .remedy = Profiel: [class.NAAM] year
UW3037 = Klassen waarvan het aantal leerlingen niet bekend is en als 0 geldt ({ $count }): { $examples }.
    .remedy = Profiel: [class.NAAM] pupils
UW3038 = Klassen met moeilijkheid 0, omdat Untis niet weet hoe veeleisend ze zijn ({ $count }): { $examples }.
    .remedy = Profiel: [class.NAAM] difficulty = 0 tot 100
UW3039 = Mensen die als ervaren gelden en niet als starter, omdat Untis geen dienstjaren kent ({ $count }): { $examples }.
    .remedy = Profiel: starters = ["…"], [teacher.NAAM] experience, [staff] experience
UW3040 = Vakken gemaakt uit meerdere die alleen in de graad achteraan hun naam verschillen ({ $count }): { $examples }.
    .remedy = Profiel: graad_suffix = false, of [subject.NAAM] id
UW3041 = Cellen van de noemertabel waarin de waardefactoren van Untis van de gewone noemer verschillen en gevolgd zijn ({ $count }): { $examples }.
    .remedy = Profiel: [[noemer]] graad, kind, hours
UW3042 = Vakken zonder waardefactor die een noemer is, waarvoor de tabel beslist ({ $count }): { $examples }.
    .remedy = Profiel: [subject.NAAM] noemer
UW3043 = Mensen van wie het weekdoel meer dan een kwart naast hun lessen ligt; hun huidige opdracht is het doel ({ $count }): { $examples }.
    .remedy = Profiel: [teacher.NAAM] contract
UW3044 = Mensen met meer dan een voltijdse opdracht volgens deze noemers ({ $count }): { $examples }.
    .remedy = Kijk de noemers van hun vakken na: [[noemer]] of [subject.NAAM] noemer
UW3045 = Lessen die niets wegen in Untis; ze houden hun leraar, als toezicht, en tellen in niemands opdracht ({ $count }): { $examples }.
    .remedy = Profiel: [subject.NAAM] noemer laat de uren van een vak tellen
UW3046 = Koppelingen met meerdere leerlingengroepen tegelijk; ze werden gekoppelde lessen 123.1, 123.2 ({ $count }): { $examples }.
    .remedy = Splits of verenig de koppelregels in Untis.
UW3047 = Koppelingen waarin meerdere leraren een vak en een lokaal delen; ze werden één les met meerdere leraren ({ $count }): { $examples }.
    .remedy = Profiel: second_teacher = "by_pupils", "lead" of "co"
UW3048 = Koppelingen waarin één leraar twee vakken tegelijk heeft; het eerste telt ({ $count }): { $examples }.
    .remedy = Maak er in Untis twee lessen van als beide gegeven worden.
UW3049 = Lokalen die als fictief gelden: een les die er een vraagt, mag in elk lokaal zoals die waar het voor staat ({ $count }): { $examples }.
    .remedy = Profiel: fictional_rooms = ["…"]
UW3050 = Soorten van meerdere lokalen, gemaakt van lokalen die elkaars alternatief zijn ({ $count }): { $examples }.
    .remedy = Profiel: [room.NAAM] kind
UW3051 = Lessen die nu doorgaan in een lokaal dat geen alternatief is van het gevraagde; het is ook geschikt ({ $count }): { $examples }.
    .remedy = Profiel: [room.NAAM] kind
UW3052 = Koppelingen die een lokaal vragen dat het huidige rooster nooit geeft; het wordt niet gevraagd ({ $count }): { $examples }.
    .remedy = Verwijder het lokaal uit de koppelregel in Untis, of geef het in het rooster.
UW3053 = Lessen waarvan de blokken uit de blokgroottes en dubbele uren van Untis komen; tussen twee grenzen beslist het huidige rooster ({ $count }): { $examples }.
    .remedy = Zet blokgroottes of gelijke grenzen in Untis.
UW3054 = Mensen van wie de bekwaamheden als “vereist” (VE) gelden, omdat Untis het niveau niet kent ({ $count }): { $examples }.
    .remedy = Profiel: qualification_level = "required", "sufficient" of "other"
UW3055 = Vakken in GPU008 die in geen les voorkomen; bekwaamheden ervoor vallen weg ({ $count }): { $examples }.
    .remedy = Profiel: [subject.NAAM] id, als een onderwezen vak bedoeld is
UW3056 = Gevallen waarin mensen vandaag geven wat GPU008 niet voor hen noemt; ze mogen dat blijven doen, op het niveau “ander” ({ $count }): { $examples }.
    .remedy = Voeg de bekwaamheid toe in Untis, of geef de les daar aan iemand anders.
UW3057 = Mensen voor wie hun huidige lessen vastliggen ({ $count }): { $examples }.
    .remedy = Profiel: teachers = "free"
UW3058 = Blokken die het uur van het huidige rooster houden ({ $count }): { $examples }.
    .remedy = Profiel: times = "fixed" (die met code X), "free" (geen) of "all" (alle)
UW3059 = Tijdwensen van klassen, lokalen en vakken die niet zijn overgenomen ({ $count }): { $examples }.
    .remedy = Zet wat moet gelden als wensen van leraren of als vaste uren in het schooldocument.
UW3060 = Klassen die in lessen staan maar niet in GPU003, en die zijn toegevoegd ({ $count }): { $examples }.
    .remedy = Exporteer GPU003 opnieuw; profiel: [class.NAAM]
UW3061 = Lokalen die genoemd worden maar niet in GPU005 staan, en die zijn toegevoegd ({ $count }): { $examples }.
    .remedy = Exporteer GPU005 opnieuw; profiel: [room.NAAM]
UW3062 = Lessen die wegvallen: in Untis genegeerd (code i), zonder lesuren, of toezicht zonder naam ({ $count }): { $examples }.
    .remedy = Verwijder de code i, geef de les uren, of noem een leraar in Untis.
UW3063 = Lessen die per week wisselen; ze worden elke week gepland ({ $count }): { $examples }.
    .remedy = Verenig de lessen van wisselende weken in Untis.
UW3064 = Lessen waarvan de rijen verschillen in lesuren per week; het grootste aantal is genomen ({ $count }): { $examples }.
    .remedy = Maak er in Untis twee lessen van.
UW3065 = Blokken die niet in het huidige rooster staan zoals Untis ze vraagt ({ $count }): { $examples }.
    .remedy = Er is niets te doen: ze worden opnieuw gepland.
UW3066 = De plaatshouder { $examples } is geen personeelslid; de lessen ervan staan open.
    .remedy = Noem een leraar in Untis om ze in te vullen.
UW3067 = Leraren die in lessen staan maar niet in GPU004, en die zijn toegevoegd ({ $count }): { $examples }.
    .remedy = Exporteer GPU004 opnieuw; profiel: [teacher.NAAM]
UW3068 = Verminderingen die werk naast de lessen werden, een uur als 1/22 van een voltijdse opdracht ({ $count }): { $examples }.
    .remedy = Verbeter de taken in het schooldocument waar een andere noemer geldt.
UW3069 = Lessen zonder klas waarvan de graad niet bekend is en als 1 geldt ({ $count }): { $examples }.
    .remedy = Profiel: [subject.NAAM] noemer
UW3070 = Lessen met een plaats zonder leraar, die open blijft ({ $count }): { $examples }.
    .remedy = Noem een leraar in Untis om ze in te vullen.
UW3071 = Klastitularissen die niet op de personeelslijst staan en wegvallen ({ $count }): { $examples }.
    .remedy = Verbeter de klastitularis in Untis.
UW3072 = Lessen van het rooster (GPU001) die niet in GPU002 staan; hun rijen zijn niet gebruikt ({ $count }): { $examples }.
    .remedy = Exporteer beide bestanden op hetzelfde moment.
UW3073 = Lessen die niet in het gewone schooljaar lopen; ze worden het hele jaar gepland ({ $count }): { $examples }.
    .remedy = Exporteer één periode van het jaar tegelijk.
UW3074 = Lessen die geen vak noemen; ze kregen het vak “-” ({ $count }): { $examples }.
    .remedy = Noem een vak in Untis.
UW3075 = Koppelingen waarin twee vakken tegelijk in één lokaal zitten; het eerste vraagt het ({ $count }): { $examples }.
    .remedy = Geef het tweede in Untis een eigen lokaal als het dat nodig heeft.
UW3076 = Vakken waarvan het type (AV, TV, PV, KV, LBV) uit de naam komt ({ $count }): { $examples }.
    .remedy = Profiel: [subject.NAAM] kind
UW3077 = Mensen van wie het contract gemaakt is uit hun huidige lessen en het weekdoel, met wat ruimte aan beide kanten ({ $count }): { $examples }.
    .remedy = Profiel: [teacher.NAAM] contract, [staff] margin_hours
UW3078 = Mensen die het statuut van [staff] statute krijgen, omdat Untis het hunne niet kent ({ $count }): { $examples }.
    .remedy = Profiel: [staff] statute, [teacher.NAAM] statute
UW3079 = Plaatsen in lessen die openstaan voor elke bekwame leraar ({ $count }): { $examples }.
    .remedy = Profiel: teachers = "locked"
UW3080 = Uren zonder leerlingen; ze houden hun mensen en tellen als taken naast de lessen ({ $count }): { $examples }.
    .remedy = Profiel: without_pupils = "lessons"

## XHSTT-archieven

UW3101 = Het archief is geen UTF-8: { $detail }
    .remedy = Bewaar het als UTF-8.
UW3102 = Het archief is geen welgevormde XML: { $detail }
    .remedy = Herstel de XML op deze plaats.
UW3103 = Documenttypes en entiteiten worden geweigerd: { $detail }
    .remedy = Haal de DOCTYPE weg en schrijf de tekst zelf.
UW3104 = De elementen zijn te diep genest: { $detail }
    .remedy = Haal de overbodige niveaus weg.
UW3105 = Element op de verkeerde plaats `{ $id }`: { $detail }
    .remedy = Volg de volgorde van XHSTT-2014.
UW3106 = Er ontbreekt iets in `{ $id }`: { $detail }
    .remedy = Voeg het toe.
UW3107 = Een waarde van `{ $id }` is fout: { $detail }
    .remedy = Verbeter de waarde.
UW3108 = De id `{ $id }` is tweemaal gebruikt: { $detail }
    .remedy = Geef elk ding een eigen id.
UW3109 = `{ $id }` bestaat niet: { $detail }
    .remedy = Verbeter de verwijzing.
UW3110 = `{ $id }` is van het verkeerde type: { $detail }
    .remedy = Noem een middel van het gevraagde type.
UW3111 = `{ $id }` is in een ouder dialect: { $detail }
    .remedy = Gebruik het bestand van XHSTT-2014.
UW3112 = Het probleem `{ $id }` kan niet gebruikt worden: { $detail }
    .remedy = Verbeter het probleem.
UW3113 = De oplossing past niet bij haar probleem, `{ $id }`: { $detail }
    .remedy = Neem de oplossing die bij dit probleem hoort.
UW3114 = Er zijn meer fouten dan deze: { $detail }
    .remedy = Verbeter eerst deze.

## FET-bestanden

UW3201 = Het bestand is geen UTF-8: { $detail }
    .remedy = Bewaar het als UTF-8.
UW3202 = Het bestand is geen welgevormde XML: { $detail }
    .remedy = Herstel de XML op deze plaats, of laat FET het bestand opnieuw bewaren.
UW3203 = Documenttypedefinities en entiteiten worden geweigerd: { $detail }
    .remedy = Haal de DOCTYPE weg en schrijf de tekst zelf.
UW3204 = De elementen zijn te diep genest: { $detail }
    .remedy = Haal de overbodige niveaus weg.
UW3205 = Element niet op zijn plaats `{ $id }`: { $detail }
    .remedy = Laat FET het bestand opnieuw bewaren.
UW3206 = Er ontbreekt iets in `{ $id }`: { $detail }
    .remedy = Voeg het toe.
UW3207 = Een waarde van `{ $id }` is fout: { $detail }
    .remedy = Verbeter de waarde.
UW3208 = De naam of het nummer `{ $id }` is tweemaal gebruikt: { $detail }
    .remedy = Geef elk ding een eigen naam.
UW3209 = `{ $id }` bestaat niet: { $detail }
    .remedy = Verbeter de naam, spaties aan de uiteinden inbegrepen.
UW3210 = Een aantal in `{ $id }` is fout: { $detail }
    .remedy = Verbeter het aantal: FET zelf leest zo'n bestand niet.
UW3211 = Het gewicht van `{ $id }` kan niet: { $detail }
    .remedy = Maak het 100: FET zelf begint anders niet.
UW3212 = Het probleem `{ $id }` is niet bruikbaar: { $detail }
    .remedy = Verbeter het bestand.
UW3213 = Het rooster is niet geldig voor het bestand, `{ $id }`: { $detail }
    .remedy = Neem het rooster dat bij dit bestand hoort.
UW3214 = Er zijn meer fouten dan deze: { $detail }
    .remedy = Verbeter eerst deze.
UW3250 = { $family }: { $count } beperkingen van een onbekende familie. Het rooster kan ze schenden.
    .remedy = Kijk het rooster na in FET.
UW3251 = { $family }: { $count } beperkingen waaraan het rooster niet wordt gehouden. Het kan ze schenden.
    .remedy = Kijk het rooster na in FET.
UW3252 = { $family }: { $count } beperkingen die strenger worden genomen dan FET het doet.
    .remedy = Wordt er geen rooster gevonden, maak ze dan losser.
UW3253 = { $family }: { $count } beperkingen waarvan de conflicten niet precies zoals in FET worden geteld.
    .remedy = Laat FET de zachte conflicten van het rooster tellen.
UW3254 = Het bestand is voor de modus `{ $family }` van FET, waarin sommige beperkingen iets anders betekenen.
    .remedy = Kijk het rooster na in FET.

## Untis, written

UW3085 = Lessen en koppelingen waarvan de naam geen getal is en die in Untis een nummer kregen ({ $count }): { $examples }.
    .remedy = Geef lessen een nummer als id om het zelf te kiezen.
UW3086 = Lessen waarvan de blokken in Untis niet precies te vragen zijn; ze zijn daar vrij gelaten ({ $count }): { $examples }.
    .remedy = Stel de dubbeluren van deze lessen in Untis in.
UW3087 = Lessen waarin een leraar minder uren heeft dan de les; in Untis heeft die leraar ze allemaal ({ $count }): { $examples }.
    .remedy = Splits deze lessen in twee.
UW3088 = Lokalen met een dislocatiecode, die op een vestiging met die naam staan; lokalen zonder code staan op de vestiging “main” ({ $count }): { $examples }.
    .remedy = Profiel: [room.NAAM] site, building; [[travel]]

## What a format has no place for

UW3301 = Kloktijden van de week gaan niet mee ({ $count }): { $examples }.
    .remedy = Bewaar het schooldocument: daar staan ze in.
UW3302 = Niveaus van bekwaamheden gaan niet mee ({ $count }): { $examples }.
    .remedy = Bewaar het schooldocument: daar staan ze in.
UW3303 = Bekwaamheden gaan niet mee ({ $count }): { $examples }.
    .remedy = Bewaar het schooldocument: daar staan ze in.
UW3304 = Grenzen van contracten gaan niet mee ({ $count }): { $examples }.
    .remedy = Bewaar het schooldocument: daar staan ze in.
UW3305 = Statuten en dienstjaren gaan niet mee ({ $count }): { $examples }.
    .remedy = Bewaar het schooldocument: daar staan ze in.
UW3306 = Rechten, werk van vorig jaar, halve dagen en vestigingen van mensen gaan niet mee ({ $count }): { $examples }.
    .remedy = Bewaar het schooldocument: daar staan ze in.
UW3307 = Werk naast de lessen gaan niet mee ({ $count }): { $examples }.
    .remedy = Bewaar het schooldocument: daar staan ze in.
UW3308 = Wensen over tijden gaan niet mee ({ $count }): { $examples }.
    .remedy = Bewaar het schooldocument: daar staan ze in.
UW3309 = Wensen over werk gaan niet mee ({ $count }): { $examples }.
    .remedy = Bewaar het schooldocument: daar staan ze in.
UW3310 = Mentoren, evaluatoren, teams en stagiairs gaan niet mee ({ $count }): { $examples }.
    .remedy = Bewaar het schooldocument: daar staan ze in.
UW3311 = Budgetlijnen en noemers gaan niet mee ({ $count }): { $examples }.
    .remedy = Bewaar het schooldocument: daar staan ze in.
UW3312 = Regels gaan niet mee ({ $count }): { $examples }.
    .remedy = Bewaar het schooldocument: daar staan ze in.
UW3313 = Graad, stroom en moeilijkheid van klassen gaan niet mee ({ $count }): { $examples }.
    .remedy = Bewaar het schooldocument: daar staan ze in.
UW3314 = Delen van klassen gaan niet mee ({ $count }): { $examples }.
    .remedy = Bewaar het schooldocument: daar staan ze in.
UW3315 = Soorten en vestigingen van lokalen, en de tijd voor de weg ertussen, gaan niet mee ({ $count }): { $examples }.
    .remedy = Bewaar het schooldocument: daar staan ze in.
UW3316 = Vastgelegde keuzes gaan niet mee ({ $count }): { $examples }.
    .remedy = Bewaar het schooldocument: daar staan ze in.
UW3317 = Gekoppelde lessen gaan niet mee ({ $count }): { $examples }.
    .remedy = Bewaar het schooldocument: daar staan ze in.
UW3318 = Rollen van leraren gaan niet mee ({ $count }): { $examples }.
    .remedy = Bewaar het schooldocument: daar staan ze in.
UW3319 = Blokken van lessen gaan niet mee ({ $count }): { $examples }.
    .remedy = Bewaar het schooldocument: daar staan ze in.
UW3320 = Beschermde tijd gaat niet mee ({ $count }): { $examples }.
    .remedy = Bewaar het plan: daar staat ze in.
UW3321 = Tijden van lessen gaan niet mee ({ $count }): { $examples }.
    .remedy = Bewaar het plan of het bestand: daar staan ze in.
UW3322 = Lokalen van lessen gaan niet mee ({ $count }): { $examples }.
    .remedy = Bewaar het schooldocument: daar staan ze in.
UW3323 = Bezoeken van experts, dagen op de werkplek, overleg met andere scholen, projecten en vragenrondes gaan niet mee ({ $count }): { $examples }.
    .remedy = Bewaar het schooldocument: daar staan ze in.
UW3324 = Wat enkel om de twee of vier weken gebeurt, gaat mee alsof het elke week is ({ $count }): { $examples }.
    .remedy = Bewaar het schooldocument en het plan: daar staan de weken in.
UW3350 = Klassen waarvan graad, leerjaar en stroom uit hun naam komen ({ $count }): { $examples }.
    .remedy = Verbeter het in het schooldocument.
UW3351 = Vakken waarvan het type (AV, TV, PV, KV, LBV) uit hun naam komt ({ $count }): { $examples }.
    .remedy = Verbeter het in het schooldocument.
UW3352 = Mensen die als ervaren en vast benoemd gelden ({ $count }): { $examples }.
    .remedy = Verbeter het in het schooldocument.
UW3353 = Mensen van wie het contract hun huidige opdracht is met een uur speling ({ $count }): { $examples }.
    .remedy = Verbeter het in het schooldocument.
UW3354 = Mensen die bekwaam zijn voor wat ze nu geven ({ $count }): { $examples }.
    .remedy = Verbeter het in het schooldocument.
UW3355 = Lessen waaraan de huidige leraren vastliggen ({ $count }): { $examples }.
    .remedy = Verbeter het in het schooldocument.
UW3356 = Dagen van een gewone week, omdat het bestand er geen zegt ({ $count }): { $examples }.
    .remedy = Verbeter het in het schooldocument.
UW3357 = Lessen waarvan de uren per week niet gezegd zijn en als 1 gelden ({ $count }): { $examples }.
    .remedy = Verbeter het in het schooldocument.
UW3358 = Lessen waarvan de klassen niet bekend zijn ({ $count }): { $examples }.
    .remedy = Verbeter het in het schooldocument.
UW3359 = Namen die dubbel voorkwamen en een nummer kregen ({ $count }): { $examples }.
    .remedy = Verbeter het in het schooldocument.
UW3360 = Vakken van lessen die nu niemand geeft, waarvoor wie het zou kunnen als bekwaam geldt op het niveau „andere” ({ $count }): { $examples }.
    .remedy = Verbeter het in het schooldocument.
UW3390 = Een FET-bestand of XHSTT-archief heeft tijden, middelen en voorwaarden, maar geen graden, noemers en contracten: er kan geen school van komen.
    .remedy = Los het op zoals het is: uurwerk timetable BESTAND -o UIT.
UW3391 = Een school kan niet als FET-bestand of XHSTT-archief geschreven worden: haar regels over mensen en beschermde tijd hebben daar geen voorwaarden.
    .remedy = Schrijf untis, asc, xlsx of csv.

## Calendars

UW3401 = Een kalender heeft datums nodig, en niets zegt welk schooljaar het is.
    .remedy = Vul school_year in de school in, of in het profiel: school_year = "2026-2027".
UW3402 = „{ $value }” is geen schooljaar.
    .remedy = Schrijf het als 2026-2027.
UW3403 = Niets heeft een tijd: er is geen lesrooster om kalenders van te maken.
    .remedy = Converteer een plan: eerst uurwerk plan.
UW3404 = Het profiel van de kalender is niet te lezen: { $detail }.
    .remedy = Verbeter het op deze plaats; het is een TOML-bestand.
UW3405 = „{ $value }” is geen datum die hier kan staan.
    .remedy = Schrijf ze als 2026-09-01; de laatste dag komt na de eerste.
UW3410 = Lessen met blokken zonder tijd, die in geen kalender staan ({ $count }): { $examples }.
    .remedy = Laat uurwerk timetable ze plaatsen.
UW3411 = Blokken op een plaats zonder datum in het schooljaar ({ $count }): { $examples }.
    .remedy = Controleer de dagen van de week en de eerste en laatste dag.

## Workbooks and tables

UW3501 = Dit is geen leesbare werkmap: { $detail }.
    .remedy = Bewaar ze als .xlsx.
UW3502 = Geen enkel blad heeft de naam van een tabel van een school.
    .remedy = Vertrek van een werkmap die uurwerk convert schreef.
UW3503 = „{ $name }” staat niet in de tabel { $table }.
    .remedy = Verbeter de naam, of voeg daar een rij toe.
UW3504 = „{ $value }” kan niet onder { $column } staan: de school heeft dat niet.
    .remedy = Verbeter de cel, of verwijder de rij.
UW3505 = „{ $name }” is geen tabel van een school, of een die al gelezen is, en blijft terzijde.
    .remedy = Geef het de naam van een tabel als het gelezen moet worden.
UW3506 = De kolom „{ $name }” is hier niet bekend en blijft terzijde.
    .remedy = Gebruik een naam uit de uitleg, of verwijder de kolom.
UW3507 = De kolom „{ $name }” staat hier dubbel; de eerste telt.
    .remedy = Verwijder er een.
UW3508 = De cel bevat de fout { $value } van het rekenblad.
    .remedy = Herstel de formule, of schrijf de waarde zelf.
UW3509 = De werkmap kan niet geschreven worden: { $detail }.
    .remedy = Kort in wat te lang is voor een cel.
UW3510 = Deze cel ligt te ver van de andere voor een tabel van een school.
    .remedy = Verwijder wat daar staat.

## aSc Timetables

UW3601 = Het bestand is niet te decoderen: { $detail }
    .remedy = Bewaar het als UTF-8.
UW3602 = Het bestand is geen welgevormde XML: { $detail }
    .remedy = Exporteer het opnieuw uit aSc.
UW3603 = Documenttypedefinities en entiteiten worden geweigerd: { $detail }
    .remedy = Haal de DOCTYPE weg.
UW3604 = De elementen zijn te diep genest: { $detail }
    .remedy = Haal de overbodige niveaus weg.
UW3605 = Element op de verkeerde plaats `{ $id }`: { $detail }
    .remedy = Exporteer het opnieuw uit aSc.
UW3606 = Er ontbreekt iets in `{ $id }`: { $detail }
    .remedy = Voeg het toe.
UW3607 = Een waarde van `{ $id }` is fout: { $detail }
    .remedy = Verbeter de waarde.
UW3608 = `{ $id }` bestaat niet: { $detail }
    .remedy = Verbeter de verwijzing.
UW3609 = Er zijn meer fouten dan deze: { $detail }
    .remedy = Verbeter eerst deze.
UW3620 = Lessen die over weken of periodes wisselen; ze worden elke week gepland ({ $count }): { $examples }.
    .remedy = Voeg de lessen van wisselende weken in aSc samen.
UW3621 = Kaarten zonder dag of lesuur, die geen tijd hebben ({ $count }): { $examples }.
    .remedy = Er hoeft niets te gebeuren: ze worden opnieuw gepland.
UW3622 = Lessen in blokken van verschillende lengte; in aSc zijn ze een les per lengte ({ $count }): { $examples }.
    .remedy = Ze komen door hun partner_id als één les terug.
UW3623 = Kaarten die in geen lesuur van hun dag passen en geen tijd hebben ({ $count }): { $examples }.
    .remedy = Controleer de lesuren in aSc.
UW3624 = Dagen waarop geen kaart in de namiddag ligt: die geldt als vrij ({ $count }): { $examples }.
    .remedy = Verbeter de week in het schooldocument.
UW3625 = Lessen die verschillende lokalen nodig hebben; aSc krijgt alle geschikte ({ $count }): { $examples }.
    .remedy = Controleer hun lokalen in aSc.
UW3629 = Lessen met meer kaartjes dan uren per week, zoals in wisselende weken; de eerste tellen ({ $count }): { $examples }.
    .remedy = Zeg in het schooldocument in welke weken ze gegeven worden.

## OneRoster

UW3701 = Het bestand { $name } ontbreekt.
    .remedy = Exporteer het in dezelfde map.
UW3702 = De regel is niet in velden te verdelen: { $detail }.
    .remedy = Controleer de aanhalingstekens van deze regel.
UW3703 = De kolom { $column } ontbreekt.
    .remedy = Exporteer het bestand als OneRoster 1.1 of 1.2 CSV.
UW3704 = Het veld { $column } mag niet leeg zijn.
    .remedy = Vul het in, of verwijder de rij.
UW3705 = „{ $value }” in { $column } bestaat niet in { $name }.
    .remedy = Verbeter de verwijzing, of voeg daar de rij toe.
UW3706 = Het id „{ $value }” is dubbel gebruikt.
    .remedy = Geef elke rij een eigen id.

## CSV with a profile

UW3801 = Het profiel is niet te lezen: { $detail }.
    .remedy = Verbeter het op deze plaats; het is een TOML-bestand.
UW3802 = Het profiel spreekt van een tabel of kolom „{ $name }” die een school niet heeft.
    .remedy = Bekend zijn: { $known }.
UW3803 = Het profiel leest het bestand { $name }, dat er niet is.
    .remedy = Zet het in de map, of verbeter het profiel.
UW3804 = Het profiel leest de kolom „{ $name }”, die het bestand niet heeft.
    .remedy = Zijn kolommen: { $known }.
UW3805 = De regel is niet in velden te verdelen: { $detail }.
    .remedy = Controleer de aanhalingstekens en het scheidingsteken van deze regel.
UW3806 = Geen bestand in de map is een tabel van een school.
    .remedy = Noem bestanden zoals staff.csv, of zeg in een profiel wat ze zijn.
