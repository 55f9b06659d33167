# Wat er mis is met een invoer, en wat eraan te doen. De naam is de code.

## Vorm

UW0001 = De tekst houdt op voor het document volledig is ({ $detail }).
    .remedy = Bezorg het hele bestand; wellicht is het afgebroken bij het schrijven of kopiëren.
UW0002 = Dit is geen JSON ({ $detail }).
    .remedy = Verbeter de tekst op deze plaats, of laat een programma het bestand schrijven.
UW0003 = Het document is te diep genest ({ $detail }).
    .remedy = Geen enkel document van Uurwerk is zo diep genest: kijk na wat het bestand schreef.
UW0004 = Dit is een document van de soort “{ $found }”, terwijl “{ $expected }” verwacht werd.
    .remedy = Bezorg een document van de verwachte soort, of gebruik het commando voor deze soort.
UW0005 = Het document heeft versie { $found }; dit programma leest versie 1.
    .remedy = Gebruik een recentere Uurwerk, of schrijf het document in versie 1.
UW0006 = Het veld “{ $field }” is hier onbekend.
    .remedy = { $nearest ->
        [none] Verwijder het, of gebruik een van: { $expected }.
       *[other] Bedoelde u “{ $nearest }”? Mogelijk zijn: { $expected }.
    }
UW0007 = Het veld “{ $field }” ontbreekt.
    .remedy = Voeg het veld toe.
UW0008 = Hier staat een waarde van het type { $found }, terwijl { $expected } verwacht werd.
    .remedy = Schrijf een waarde van het verwachte type.
UW0009 = Het getal { $value } is geen geheel getal van { $min } tot { $max }.
    .remedy = Kies een geheel getal in dat bereik.
UW0010 = De waarde “{ $value }” is hier niet mogelijk.
    .remedy = Kies een van: { $expected }.
UW0011 = De lijst heeft { $n } elementen en vraagt er minstens { $limit }.
    .remedy = Vul de lijst aan.
UW0012 = De lijst heeft { $n } elementen en mag er hoogstens { $limit } hebben.
    .remedy = Kort de lijst in.
UW0013 = “{ $value }” is geen uur van de klok.
    .remedy = Schrijf uren en minuten met telkens twee cijfers, zoals 08:30.
UW0014 = “{ $value }” is geen exacte hoeveelheid werk.
    .remedy = Schrijf een geheel aantal 1/133980 voltijdse opdrachten, of een breuk met een noemer die juist deelt, zoals "20/22".
UW0015 = Het veld “{ $field }” staat twee keer in één object.
    .remedy = Behoud één van beide.
UW0016 = Dit object moet precies één veld hebben en heeft er { $found }.
    .remedy = Schrijf precies één van: { $expected }.
UW0017 = Het veld “{ $field }” wordt geweigerd: { $topic ->
        [appraisal] het lijkt een oordeel over een persoon, dat niet mag beslissen wie wat geeft (memo F4).
        [survey] het lijkt op antwoorden van een bevraging, die er voor de leerkracht zijn en nooit voor de beoordeling (memo F4).
        [health] het lijkt op gegevens over gezondheid, waarmee Uurwerk niets doet (AVG, artikel 9).
        [origin] het lijkt op gegevens over afkomst of overtuiging, waarmee Uurwerk niets doet (AVG, artikel 9).
       *[gender] het lijkt op gegevens over gender of geaardheid, waarmee Uurwerk niets doet (AVG, artikel 9).
    }
    .remedy = Verwijder het. Wat iemand niet kan of liever niet doet, zeggen wensen en rechten, zonder de reden.
UW0099 = Het document kon niet gelezen worden: { $detail }.
    .remedy = Vergelijk het document met zijn JSON Schema, en meld dit als het schema het aanvaardt.

## Namen

UW0101 = De id “{ $id }” staat twee keer in deze lijst; de eerste staat op { $first }.
    .remedy = Geef elk een eigen id, of verwijder de tweede.
UW0102 = De id “{ $id }” is leeg, begint of eindigt met een spatie, of bevat een stuurteken.
    .remedy = Schrijf een korte id van zichtbare tekens.
UW0103 = Niets heet “{ $id }” in { $list }.
    .remedy = Verbeter de naam, of voeg toe waarnaar hij verwijst.

## De week en de noemers

UW0110 = Het lesuur eindigt om { $end }, niet na het begin om { $start }.
    .remedy = Verbeter het begin of het einde.
UW0111 = Het lesuur begint om { $start }, voor het vorige eindigt om { $end }.
    .remedy = Zet de lesuren van een dag in volgorde van tijd, zonder overlap.
UW0112 = Op { $day } komt een lesuur van de voormiddag na een van de namiddag.
    .remedy = Merk de lesuren voor de middagpauze als voormiddag en alle latere als namiddag.
UW0115 = Deze graad en soort vak heeft al een noemer op { $first }.
    .remedy = Behoud één noemer per graad en soort.
UW0116 = Met noemer { $noemer } is de belasting van { $n } lessen geen geheel aantal 1/133980 (de eerste is “{ $lesson }”).
    .remedy = Gebruik een noemer die juist deelt, zoals 20, 21, 22 of 29, of andere uren.

## Personeel

UW0120 = De opdracht van { $teacher } klopt niet: minstens { $min }, doel { $target }, hoogstens { $max }.
    .remedy = Zorg dat het minimum niet boven het doel ligt, en het doel niet boven het maximum.
UW0121 = Een hoeveelheid werk kan niet negatief zijn ({ $value }).
    .remedy = Schrijf nul of meer.
UW0122 = De taken van { $teacher } ({ $tasks }) overschrijden het maximum van de opdracht ({ $max }).
    .remedy = Geef taken aan anderen, of verhoog het maximum.
UW0124 = { $teacher } heeft recht op { $volume }, meer dan het maximum { $max } van de opdracht.
    .remedy = Verbeter het recht of de opdracht.
UW0125 = Een recht op { $value } zegt niets.
    .remedy = Schrijf een volume boven nul, of verwijder het recht.
UW0126 = { $teacher } heeft geen enkel bekwaamheidsbewijs, terwijl de opdracht minstens { $min } vraagt en taken en vastgelegde lessen maar { $settled } vullen.
    .remedy = Voeg de bekwaamheidsbewijzen toe, verlaag het minimum van de opdracht, of leg lessen vast.
UW0127 = Deze persoon heeft al een wens over hetzelfde, op { $first }; de twee tellen samen.
    .remedy = Behoud één van beide.
UW0128 = { $teacher } heeft twee bekwaamheidsbewijzen voor { $subject } in graad { $graad }; het beste telt.
    .remedy = Behoud het beste.
UW0129 = { $teacher } staat als eigen evaluator vermeld.
    .remedy = Noem iemand anders, of niemand.
UW0130 = { $teacher } is nooit beschikbaar, terwijl de opdracht lessen vraagt.
    .remedy = Verbeter de wensen van -3 over tijden, of de opdracht.
UW0131 = { $teacher } heeft recht op werk waarvoor geen enkel bekwaamheidsbewijs geldt.
    .remedy = Verbeter de vakken en graden van het recht, of voeg het bekwaamheidsbewijs toe.

## Klassen

UW0135 = Klas { $class } van leerjaar { $year } staat in graad { $graad }; dat leerjaar hoort in graad { $expected }.
    .remedy = Verbeter het leerjaar of de graad, als dit niet bedoeld was.
UW0136 = De stroom of finaliteit van klas { $class } hoort niet bij graad { $graad }.
    .remedy = Gebruik a en b in de eerste graad, en een finaliteit in de andere.
UW0137 = De delen van klas { $class } tellen samen { $n } leerlingen, de klas { $pupils }.
    .remedy = Verbeter de aantallen: elke leerling zit in precies één deel.
UW0138 = Leerlingen van klas { $class } hebben minstens { $n } lesuren, en de week telt er { $slots }.
    .remedy = Schrap lessen, geef delen van de klas tegelijk verschillende lessen, of verleng de week.
UW0139 = Klas { $class } heeft geen lessen.
    .remedy = Voeg de lessen toe, of verwijder de klas.

## Lessen

UW0140 = Les { $lesson } heeft geen noemer: de tabel heeft er geen voor haar soort vak in graad { $graad } (0: geen graad bekend).
    .remedy = Voeg de cel toe aan de noemers, geef het vak een noemer, of geef de les een graad.
UW0141 = De blokken van les { $lesson } vormen samen { $n } uren in plaats van { $hours }.
    .remedy = Laat de lengten van de blokken samen de uren vormen.
UW0142 = Een blok van les { $lesson } duurt { $n } lesuren; de langste halve dag heeft er { $limit }, en geen blok loopt over de middagpauze.
    .remedy = Splits het blok.
UW0143 = Een blok van les { $lesson } duurt { $n } lesuren; de langste dag heeft er { $limit }.
    .remedy = Splits het blok.
UW0144 = Les { $lesson } heeft { $n } blokken van { $length } of meer lesuren; in de week passen er { $limit }.
    .remedy = Gebruik minder of kortere blokken.
UW0145 = Les { $lesson } noemt dezelfde groep van klas { $class } twee keer.
    .remedy = Verwijder de tweede.
UW0146 = Les { $lesson } noemt de hele klas { $class } en ook een deel ervan.
    .remedy = Behoud de hele klas of het deel.
UW0147 = Les { $lesson } neemt delen van klas { $class } uit twee indelingen; leerlingen tellen misschien dubbel.
    .remedy = Gebruik delen van één indeling.
UW0148 = Een plaats in les { $lesson } duurt { $hours } uren, en dat is niet de lengte van haar eerste blokken.
    .remedy = Kies een van: { $possible }.
UW0149 = Plaats { $position } van les { $lesson } is voor wie vastgelegd wordt (gast, stagiair, permanentie), en niets legt vast wie.
    .remedy = Leg een leraar vast op die plaats, of verwijder ze.
UW0150 = Les { $lesson } ({ $subject }, graad { $graad }) heeft nog { $open } leraren nodig, en { $n } zijn bekwaam.
    .remedy = Voeg bij iemand het bekwaamheidsbewijs toe, leg een leraar vast, of schrap de les.
UW0151 = Les { $lesson } heeft geen plaats voor een leraar.
    .remedy = Voeg een plaats toe, als iemand ze moet geven.
UW0152 = Les { $lesson } heeft een lokaal nodig dat de school niet heeft (soort { $kind }).
    .remedy = Voeg zo'n lokaal toe, of verbeter de soort of de lijst van lokalen.
UW0153 = Les { $lesson } zet { $n } leerlingen in een lokaal, en het grootste geschikte telt { $largest } plaatsen.
    .remedy = Laat een groter lokaal toe, splits de groep, of verbeter de capaciteit.
UW0154 = Les { $lesson } verkiest lokaal { $room }, dat er niet geschikt voor is.
    .remedy = Verkies een geschikt lokaal, of voeg dit toe aan de geschikte lokalen.
UW0155 = Les { $lesson } heeft een co-teacher en geen hoofdleraar.
    .remedy = Maak van één plaats de hoofdleraar.
UW0156 = Les { $lesson } heeft meer dan één stagiair.
    .remedy = Laat één stagiair oefenen en de anderen kijken, tenzij er meer bedoeld zijn.
UW0160 = De lessen { $lesson } en { $other } zijn gekoppeld door { $link } en verschillen in uren of blokken.
    .remedy = Geef gekoppelde lessen dezelfde uren en blokken, of verwijder de koppeling.
UW0161 = De lessen { $lesson } en { $other } zijn gekoppeld door { $link }, en beide hebben dezelfde leerlingen van klas { $class }.
    .remedy = Geef ze verschillende delen van één indeling van de klas, of verwijder de koppeling.
UW0162 = De koppeling { $link } bevat maar één les.
    .remedy = Vermeld ze ook bij de andere lessen, of verwijder ze.
UW0165 = De lessen { $lesson } en { $other } zijn gekoppeld door { $link } en nemen klas { $class } volgens verschillende indelingen; sommige leerlingen zitten misschien in beide.
    .remedy = Gebruik delen van één indeling, als leerlingen in beide kunnen zitten.

## Budget

UW0163 = De budgetlijn { $line } telt { $hours } uren, en er zijn er { $n } op aangerekend.
    .remedy = Reken lessen of taken aan op een andere lijn, of verbeter de lijn.
UW0164 = “{ $item }” wordt aangerekend op uren die voor levensbeschouwing geoormerkt zijn.
    .remedy = Reken het aan op een andere lijn.

## Vastgelegd

UW0170 = Les { $lesson } heeft geen plaats { $at }: ze heeft er { $n }, geteld vanaf 0.
    .remedy = Verbeter de plaats.
UW0171 = Les { $lesson } heeft geen blok { $at }: ze heeft er { $n }, geteld vanaf 0.
    .remedy = Verbeter het blok.
UW0172 = Les { $lesson } heeft geen lokaalbehoefte { $at }: ze heeft er { $n }, geteld vanaf 0.
    .remedy = Verbeter de behoefte, of voeg ze toe aan de les.
UW0173 = Deze plaats van les { $lesson } is al vastgelegd op { $first }.
    .remedy = Behoud één van beide.
UW0174 = { $teacher } is vastgelegd op twee plaatsen van les { $lesson }.
    .remedy = Leg op één van beide iemand anders vast.
UW0175 = Een blok van { $n } lesuren van les { $lesson } past niet op { $day } { $period }: het zou buiten de halve dag vallen.
    .remedy = Kies een ander begin, of splits het blok.
UW0176 = Dit blok van les { $lesson } heeft al een vastgelegde tijd op { $first }.
    .remedy = Behoud één van beide.
UW0177 = { $teacher } is vastgelegd in les { $lesson } zonder bekwaamheidsbewijs voor { $subject } in die graad.
    .remedy = Voeg het bekwaamheidsbewijs toe, of leg iemand anders vast; intussen geldt wat vastligt.
UW0178 = Les { $lesson } is gekoppeld door { $link } en vastgelegd op een andere tijd dan { $first }.
    .remedy = Leg gekoppelde lessen op dezelfde tijd vast.
UW0179 = Twee blokken van les { $lesson } zijn op overlappende tijden vastgelegd; het andere is { $first }.
    .remedy = Verplaats één van beide.
UW0180 = { $teacher } is vastgelegd in { $n } lesuren en beschikbaar voor { $slots }.
    .remedy = Verwijder wat vastligt, of verbeter de beschikbaarheid.
UW0181 = Wat voor { $teacher } vastligt, met de taken, is { $load }, meer dan het maximum { $max } van de opdracht.
    .remedy = Verwijder wat vastligt, of verbeter de opdracht.
UW0182 = Dit lokaal van les { $lesson } is al vastgelegd op { $first }.
    .remedy = Behoud één van beide.
UW0183 = Lokaal { $room } is vastgelegd voor les { $lesson } en is er niet geschikt voor.
    .remedy = Leg een geschikt lokaal vast, of voeg dit toe aan de geschikte lokalen.
UW0184 = Les { $lesson } is vastgelegd op een tijd waarop { $teacher } nooit beschikbaar is.
    .remedy = Verplaats de les, of verbeter de wens van -3.
UW0185 = De lessen { $lesson } en { $other } zijn op dezelfde tijd vastgelegd met dezelfde leraar { $teacher }.
    .remedy = Verplaats één van beide, of leg een andere leraar vast.
UW0186 = { $teacher } is vastgelegd in de lessen { $lesson } en { $other }, die gekoppeld zijn en dus tegelijk vallen.
    .remedy = Maak er één les voor verschillende groepen van, of leg een andere leraar vast.
UW0187 = De weg vanuit { $building } leidt naar { $building } zelf.
    .remedy = Noem twee verschillende gebouwen of vestigingen, of verwijder de regel.
UW0188 = De weg tussen { $building } en { $other } staat al op { $first }.
    .remedy = Behoud er één: een weg telt in beide richtingen.
UW0189 = Lokalen van gebouw { $building } staan op verschillende vestigingen; hier op { $site }.
    .remedy = Verbeter de vestiging of het gebouw: lokalen van één gebouw gelden als dicht bij elkaar.
UW0190 = De lijst heeft { $n } elementen; geen school heeft er meer dan { $limit }.
    .remedy = Kijk na wat het document schreef.

## Aanvangsbegeleiding en teams

UW0191 = { $teacher } staat als eigen mentor vermeld.
    .remedy = Noem een andere mentor.
UW0192 = Mentor { $mentor } en starter { $starter } staan er twee keer; eerst op { $first }.
    .remedy = Behoud één paar, met alle observaties en gesprekken.
UW0193 = Mentor { $mentor } is ook de evaluator van { $starter }.
    .remedy = Kies een mentor die niet evalueert: een mentor is een vertrouwenspersoon.
UW0194 = { $teacher } wordt begeleid en is geen starter.
    .remedy = Merk hen als starter, als ze hier nieuw zijn.
UW0195 = { $teacher } is mentor zonder daarmee ingestemd te hebben.
    .remedy = Vraag het, en zet het veld mentor; of kies een andere mentor.
UW0196 = { $teacher } staat twee keer in dit team.
    .remedy = Behoud elk lid één keer.
UW0169 = Het quorum { $quorum } ligt niet tussen { $least } en { $most }: meer dan de helft van de leden en hoogstens allemaal.
    .remedy = Verbeter het, of laat het weg als iedereen moet komen.
UW0197 = Starter { $starter } heeft een tweede mentor; de eerste staat op { $first }.
    .remedy = Behoud één mentor per starter, tenzij er twee bedoeld zijn.
UW0198 = { $teacher } begeleidt een groep stagiairs en hoort er zelf bij.
    .remedy = Noem iemand anders als mentor van de groep.
UW0199 = Stagiair { $teacher } oefent in geen enkele les.
    .remedy = Geef een les een plaats met de rol trainee, en leg { $teacher } daarin vast.
UW0157 = Stagiair { $teacher } komt oefenen en telt als starter.
    .remedy = Zet starter op false: de regels voor starters gaan over mensen met eigen lessen.

## Buiten de school

UW0158 = De expert kan nooit een heel blok van les { $lesson } komen.
    .remedy = Noem meer lesuren, die van een heel blok na elkaar.
UW0159 = { $class } heeft { $hours } lesuren en { $n } lesuren tijd op de dagen op school.
    .remedy = Noem minder dagen op de werkplek, of geef minder uren.
UW0166 = Les { $lesson } wordt minder uren gegeven dan de { $n } lesuren van het project.
    .remedy = Laat de les weg, of maak het project korter.
UW0167 = Het tijdvak eindigt om { $end } en begint om { $start }.
    .remedy = Laat het eindigen nadat het begint.
UW0168 = Les { $lesson } staat twee keer in dit project.
    .remedy = Behoud elke les één keer.
UW0134 = { $id } staat twee keer in deze lijst.
    .remedy = Behoud het één keer.
UW0132 = Dingen gebeuren elke week, om de twee of om de vier weken, met een fase daaronder: om de { $every }, fase { $phase } kan niet.
    .remedy = Maak `every` 1, 2 of 4, en `phase` kleiner.

## Regels

UW0201 = Er is geen regel “{ $rule }”.
    .remedy = Kies een regel uit de catalogus; het commando rules somt ze op.
UW0202 = Regel { $rule } heeft geen getal “{ $param }”.
    .remedy = Verbeter de naam; het commando rules { $rule } somt de getallen van de regel op.
UW0203 = Het getal “{ $param }” van regel { $rule } moet een geheel getal zijn van { $min } tot { $max }.
    .remedy = Kies een geheel getal in dat bereik.

## Plannen

UW0301 = Plaats { $at } van les { $lesson } is twee keer ingevuld.
    .remedy = Behoud één vermelding per plaats.
UW0302 = Blok { $at } van les { $lesson } is twee keer geplaatst.
    .remedy = Behoud één vermelding per blok.
UW0303 = Regel { $rule } is twee keer vermeld.
    .remedy = Behoud één resultaat per regel.
UW0304 = De hash van de school bestaat niet uit 64 hexadecimale cijfers.
    .remedy = Behoud de hash zoals het programma hem schreef.
UW0305 = Deze beschermde tijd noemt niet de mensen, de les of het team die de soort vraagt.
    .remedy = Noem twee verschillende mensen voor een observatie, een gesprek of co-teaching, de les die geobserveerd of samen gegeven wordt, en het team dat vergadert.
UW0306 = Een afwijking of een kost kan niet negatief zijn ({ $value }).
    .remedy = Laat het programma het plan opnieuw schrijven.
UW0307 = Een blok of beschermde tijd zonder lengte.
    .remedy = Geef het één lesuur of meer.

## Wat een plan beweert

UW0401 = Het plan is gemaakt voor een andere school, of voor een andere versie van deze (“{ $claimed }”; dit is “{ $found }”).
    .remedy = Bezorg het schooldocument waarvan het plan gemaakt is, of maak het plan opnieuw.
UW0402 = Het plan spreekt over “{ $id }”, dat niet in { $list } van de school staat.
    .remedy = Bezorg de school waarvan het plan gemaakt is, of maak het plan opnieuw.
UW0403 = Les { $lesson } heeft geen plaats of blok { $at }.
    .remedy = Verwijder de vermelding, of maak het plan opnieuw.
UW0404 = Plaats of blok { $at } van les { $lesson } staat twee keer in het plan.
    .remedy = Behoud één vermelding.
UW0405 = Plaats { $at } van les { $lesson } heeft in de school een andere rol.
    .remedy = Neem de rol van de school over.
UW0406 = Blok { $at } van les { $lesson } heeft in de school een andere lengte.
    .remedy = Neem de lengte van de school over.
UW0407 = Blok { $at } van les { $lesson } krijgt meer lokalen dan de les nodig heeft.
    .remedy = Verwijder de lokalen die te veel zijn.
UW0408 = Deze tijd is beschermd voor { $n } lesuren; gesprekken, observaties en teams duren er één.
    .remedy = Schrijf één vermelding per lesuur.
UW0410 = Het plan zegt niet wat regel { $rule } kostte.
    .remedy = Laat het programma het plan opnieuw schrijven, met elke regel.
UW0411 = Het plan spreekt over regel { $rule }, die niet bestaat of over een rooster gaat dat het plan niet heeft.
    .remedy = Controleer het plan met de versie van Uurwerk die het maakte.
UW0412 = Regel { $rule } is toegepast als “{ $claimed }”, terwijl het beleid van de school “{ $found }” vraagt.
    .remedy = Maak het plan opnieuw met het beleid van de school.
UW0413 = Het getal “{ $param }” van regel { $rule } is { $claimed } in het plan en { $found } volgens het beleid van de school.
    .remedy = Maak het plan opnieuw met het beleid van de school.
UW0414 = Het plan zegt dat regel { $rule } { $claimed } afwijkt; de afwijking is { $found }.
    .remedy = Vertrouw niet op dit plan; meld dit als Uurwerk het maakte.
UW0415 = Het plan zegt dat regel { $rule } { $claimed } kost; de kost is { $found }.
    .remedy = Vertrouw niet op dit plan; meld dit als Uurwerk het maakte.
UW0416 = De bevindingen van regel { $rule } vormen samen { $found }, terwijl de afwijking { $claimed } heet te zijn.
    .remedy = Vertrouw niet op dit plan; meld dit als Uurwerk het maakte.
UW0420 = Het certificaat zegt dat harde regels samen { $claimed } afwijken; de afwijking is { $found }.
    .remedy = Vertrouw niet op dit plan; meld dit als Uurwerk het maakte.
UW0421 = Het certificaat zegt dat zachte regels samen { $claimed } kosten; de kost is { $found }.
    .remedy = Vertrouw niet op dit plan; meld dit als Uurwerk het maakte.
UW0422 = Het certificaat zegt dat niets minder kost dan { $claimed }, terwijl dit plan { $found } kost: de grens is fout.
    .remedy = Vertrouw niet op dit plan; meld dit als Uurwerk het maakte.
UW0423 = De status “{ $claimed }” strookt niet met hard { $hard }, zacht { $soft } en grens { $bound }.
    .remedy = Optimal vraagt een gehaalde grens en geen gebroken harde regel, feasible geen gebroken harde regel, incomplete een gebroken.
UW0424 = Het plan heeft een rooster, en het certificaat zwijgt erover.
    .remedy = Laat het programma het plan opnieuw schrijven.
UW0425 = De trappen van het certificaat zijn niet die van het beleid, of staan in een andere volgorde.
    .remedy = Laat het programma het plan opnieuw schrijven.
UW0426 = Het certificaat zegt dat deze trap { $claimed } kost, en niets minder dan { $bound }; ze kost { $found }.
    .remedy = Laat het programma het plan opnieuw schrijven.
UW0427 = Het certificaat zegt dat regel D7 { $claimed } meet en dat zijn prijzen { $bound } bewijzen; gevonden zijn { $found } en { $proved }.
    .remedy = Laat het programma het plan opnieuw schrijven.

## Scenario's

UW0701 = { $teacher } heeft zo geen bekwaamheid voor { $subject }.
    .remedy = Noem een vak en graden die { $teacher } nu mag geven, of laat dit weg.
UW0702 = Zonder lokaal { $room } blijft er niets over van de lokalen die les { $lesson } vraagt.
    .remedy = Laat de les vallen, of laat ze een soort lokaal vragen voor het lokaal sluit.
UW0703 = Les { $lesson } is geen les van klas { $class }.
    .remedy = Noem lessen die de klas nu volgt, of laat dit weg.
UW0704 = De scenario's bouwen in een kring op elkaar voort: { $path } komt bij zichzelf terug.
    .remedy = Laat er één op geen ander voortbouwen.
UW0705 = Wat vastligt kan niet blijven: { $what } verandert door het scenario zelf.
    .remedy = Neem de vergrendeling weg, of de verandering die ze breekt.
UW0706 = Het scenario werd toegepast op een plan zonder lessenrooster.
    .remedy = Maak eerst het rooster: uurwerk timetable PLAN --school SCHOOL.
UW0707 = Er werd geen plan gevonden dat niet meer verandert dan het budget en de vergrendelingen toelaten; minstens { $n } veranderingen zijn nodig.
    .remedy = Verhoog het budget van veranderingen, neem vergrendelingen weg, of geef meer tijd.
