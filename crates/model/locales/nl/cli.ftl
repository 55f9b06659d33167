### De opdrachtregel

cli-conflict = { $n ->
    [one] Aan deze eis kan niet voldaan worden:
   *[other] Aan deze { $n } eisen kan niet samen voldaan worden:
}
cli-conflict-minimal = { $n ->
    [one] Aan deze eis kan niet voldaan worden (bewezen):
   *[other] Aan deze { $n } eisen kan niet samen voldaan worden, met één minder wel (bewezen):
}
cli-progress = { $stage }: hard { $hard }, kost { $soft }, ondergrens { $bound }, nog { $left } s
cli-progress-allocation = Leraren
cli-progress-timetable = Lesrooster
cli-progress-measurement = Meten
cli-took = Klaar in { $seconds } s.
cli-check-fine = Geldig: { $lessons } lessen, { $staff } personeelsleden, { $classes } klassen; tellen toont geen onmogelijkheid.
cli-explain-none = Geen tegenspraak: er is een plan dat elke harde regel houdt.
cli-verified = Alle beweringen kloppen: { $rules } regels herrekend.
cli-converted = Geschreven: { $lessons } lessen, { $staff } personeelsleden, { $classes } klassen, { $rooms } lokalen.
cli-no-such-kind = Er is geen document van de soort `{ $kind }`; bekend zijn school, plan, conflict, scenario, difference en prices.
cli-no-such-rule = Er is geen regel `{ $rule }`; `uurwerk rules` toont ze.
cli-needs-school = Een plan heeft de school nodig waarvoor het gemaakt is: voeg --school SCHOOL toe.
cli-needs-plan = Een school heeft een plan nodig om te beoordelen: uurwerk evaluate SCHOOL PLAN.
cli-evaluated = { $instance }, oplossing van { $group }
cli-fet-fine = Geldig: { $activities } activiteiten, { $constraints } beperkingen.
cli-fet-total = Zachte conflicten zoals FET ze telt: { $total }
cli-gap = Geen enkel rooster kost minder dan { $least }: de kloof is { $percent } %.
cli-gap-hard = Geen enkel rooster heeft minder harde kosten dan { $least }: de kloof is { $percent } %.
cli-gap-none = Geen enkel rooster kost minder: dit is optimaal.
cli-reasons-more = { $n ->
    [one] en nog één reden
   *[other] en nog { $n } redenen
}
cli-reason-overload = { $resource } is voor { $busy } tijden gevraagd; er zijn er { $times }.
cli-reason-conflict = Geen twee van deze { $n } lessen kunnen tegelijk. Ze hebben { $busy } tijden nodig en vinden er { $times }: { $names }
cli-reason-week = { $resource }, { $busy } tijden bezet, heeft zelfs alleen geen goedkopere week.
cli-reason-spread = { $group } heeft meer of minder lesblokken dan zijn tijdgroepen toelaten.
cli-reason-programme = { $n ->
    [0] Alleen in de school hebben { $events } lessen van een groep geen goedkoper rooster (geheeltallig programma).
   *[other] Alleen in de school heeft { $names } met { $events } lessen geen goedkoper rooster (geheeltallig programma).
}
cli-rules-id = Regel
cli-rules-rule = Wat ze vraagt
cli-rules-source = Bron
cli-rules-mode = Modus
cli-rules-weight = Gewicht
cli-rules-unit = Gemeten in { $unit }
cli-rules-default-weight = gewicht { $weight }
source-memo = Memorandum { $section }
source-logic = Logica
source-practice = Praktijk
mode-hard = hard
mode-soft = zacht
mode-measure = gemeten
mode-off = uit
UW0500 = Het bestand kan niet gelezen worden: { $detail }.
    .remedy = Kijk het pad en de rechten na.
UW0501 = Het bestand is geen UTF-8 vanaf byte { $offset }.
    .remedy = Bewaar het als UTF-8.
UW0502 = Het archief bevat { $found } problemen waar er één nodig is.
    .remedy = Hou één probleem in het bestand.
UW0503 = Het archief bevat geen oplossing.
    .remedy = Geef een archief met een groep oplossingen.
UW0504 = Het plan is gemaakt voor een andere school ({ $found }) dan deze ({ $expected }).
    .remedy = Geef het schoolbestand waaruit het plan gemaakt is.
UW0505 = Het plan spreekt van { $what } `{ $id }`, die de school niet heeft.
    .remedy = Maak het plan opnieuw uit deze school.
UW0510 = Er is geen school meegegeven.
    .remedy = Geef een wijzer naar het schooldocument en zijn lengte.
UW0511 = De opties kunnen niet gelezen worden: { $detail }.
    .remedy = Bekend zijn seed, threads, iterations, time_limit_ms en language.
UW0512 = Interne fout, een fout in Uurwerk: { $detail }.
    .remedy = Meld het met de invoer, als u die mag delen.
cli-no-such-load-rule = Er is geen regel `{ $rule }` over opdrachten; `uurwerk rules` toont de regels.
UW0513 = Een pointer die niet nul mag zijn, is nul: { $what }.
    .remedy = Geef mee wat de header vraagt; een naam moet UTF-8 zijn.
UW0514 = De opties zeggen dat ze { $size } bytes lang zijn.
    .remedy = Zet alles op nul en dan `size` op `sizeof(UurwerkOptions)`.
UW0515 = Het document is groter dan { $limit } MiB.
    .remedy = Geef één school mee; geen school heeft zoveel nodig.
UW0516 = Van dit formaat kan geen school worden gemaakt.
    .remedy = Van deze formaten wel: { $expected }.
UW0517 = Wat gevraagd wordt, kan niet gelezen worden: { $detail }.
    .remedy = In de header staat wat gevraagd kan worden, en hoe.
UW0518 = De school heeft die leraar, klas of les niet: { $text }.
    .remedy = Vraag met de ids van het schooldocument.
UW0531 = De sleutel kan niet gelezen worden: { $detail }.
    .remedy = Geef het sleutelbestand dat bij het vervangen van de namen geschreven is.
UW0532 = De sleutel kent de school van dit document niet ({ $found }).
    .remedy = Vervang eerst de namen in de school, met dezelfde sleutel.
UW0533 = De sleutel kent “{ $id }” niet.
    .remedy = Geef de sleutel van dit document.
UW0534 = Een document van de soort { $kind } houdt zijn namen.
    .remedy = Vervang de namen in de school en de plannen, en maak dit document daaruit opnieuw.
cli-pseudonymised = { $people ->
        [one] Eén persoon heeft een andere naam
       *[other] { $people } personen hebben een andere naam
    } in { $file }; de sleutel is { $key }: bewaar die apart.
cli-restored = De namen staan terug in { $file }.
