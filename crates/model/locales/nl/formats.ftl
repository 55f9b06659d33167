# Untis: fouten in bestanden en profiel (UW3001-UW3012), dan wat is aangenomen (UW3029-UW3079).
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
UW3031 = Untis exporteert geen uren van de klok: { $count } lesuren per dag staan op { $examples }.
    .remedy = Profiel: [grid] start, minutes, break_minutes, noon_minutes
UW3032 = De middag valt na lesuur { $examples }: daar lopen in het huidige rooster de minste lessen door.
    .remedy = Profiel: [grid] noon_after
UW3033 = { $count } lesuren zijn voor elke klas gesloten (-3) en vallen uit de week: { $examples }.
    .remedy = Open ze in de tijdwensen van Untis om ze te houden.
UW3034 = Graad, leerjaar en stroom van { $count } klassen komen uit hun naam: { $examples }.
    .remedy = Profiel: [class.NAAM] graad, year, stream
UW3035 = Het leerjaar van { $count } klassen is niet bekend; leerjaar 1 is aangenomen: { $examples }.
    .remedy = Profiel: [class.NAAM] year
UW3036 = { $count } klassen hebben in Untis een niveau dat niet het leerjaar in hun naam is; de naam is gevolgd: { $examples }.
    .remedy = Profiel: [class.NAAM] year
UW3037 = Het aantal leerlingen van { $count } klassen is niet bekend; 0 is gebruikt: { $examples }.
    .remedy = Profiel: [class.NAAM] pupils
UW3038 = Untis weet niet hoe veeleisend een klas is: { $count } klassen hebben moeilijkheid 0 ({ $examples }).
    .remedy = Profiel: [class.NAAM] difficulty = 0 tot 100
UW3039 = Untis kent geen dienstjaren: { $count } mensen gelden als ervaren, niet als starter ({ $examples }).
    .remedy = Profiel: starters = ["…"], [teacher.NAAM] experience, [staff] experience
UW3040 = { $count } groepen vakken die alleen in de graad achteraan hun naam verschillen, werden elk één vak: { $examples }.
    .remedy = Profiel: graad_suffix = false, of [subject.NAAM] id
UW3041 = In { $count } cellen van de noemertabel verschillen de waardefactoren van Untis van de gewone noemer; ze zijn gevolgd: { $examples }.
    .remedy = Profiel: [[noemer]] graad, kind, hours
UW3042 = { $count } vakken hebben geen waardefactor die een noemer is; de tabel beslist: { $examples }.
    .remedy = Profiel: [subject.NAAM] noemer
UW3043 = Het weekdoel van { $count } mensen ligt meer dan een kwart naast hun lessen; hun huidige opdracht is het doel: { $examples }.
    .remedy = Profiel: [teacher.NAAM] contract
UW3044 = { $count } mensen hebben volgens de noemers hierboven meer dan een voltijdse opdracht: { $examples }.
    .remedy = Kijk de noemers van hun vakken na: [[noemer]] of [subject.NAAM] noemer
UW3045 = { $count } lessen wegen niets in Untis; ze houden hun leraar, als toezicht, en tellen in niemands opdracht: { $examples }.
    .remedy = Profiel: [subject.NAAM] noemer laat de uren van een vak tellen
UW3046 = { $count } koppelingen bevatten meerdere leerlingengroepen tegelijk; ze werden gekoppelde lessen 123.1, 123.2: { $examples }.
    .remedy = Splits of verenig de koppelregels in Untis.
UW3047 = In { $count } koppelingen delen meerdere leraren een vak en een lokaal; ze werden één les met meerdere leraren: { $examples }.
    .remedy = Profiel: second_teacher = "by_pupils", "lead" of "co"
UW3048 = In { $count } koppelingen heeft één leraar twee vakken tegelijk; het eerste telt: { $examples }.
    .remedy = Maak er in Untis twee lessen van als beide gegeven worden.
UW3049 = { $count } lokalen gelden als fictief: een les die er een vraagt, mag in elk lokaal zoals die waar het voor staat: { $examples }.
    .remedy = Profiel: fictional_rooms = ["…"]
UW3050 = Lokalen die elkaars alternatief zijn, zijn van één soort; { $count } soorten tellen meerdere lokalen: { $examples }.
    .remedy = Profiel: [room.NAAM] kind
UW3051 = { $count } lessen gaan nu door in een lokaal dat geen alternatief is van het gevraagde; het is ook geschikt: { $examples }.
    .remedy = Profiel: [room.NAAM] kind
UW3052 = { $count } koppelingen vragen een lokaal dat het huidige rooster nooit geeft; het wordt niet gevraagd: { $examples }.
    .remedy = Verwijder het lokaal uit de koppelregel in Untis, of geef het in het rooster.
UW3053 = De blokken van { $count } lessen komen uit de blokgroottes en dubbele uren van Untis; tussen twee grenzen beslist het huidige rooster: { $examples }.
    .remedy = Zet blokgroottes of gelijke grenzen in Untis.
UW3054 = Untis kent het niveau van een bekwaamheidsbewijs niet: die van { $count } mensen gelden als “vereist” (VE): { $examples }.
    .remedy = Profiel: qualification_level = "required", "sufficient" of "other"
UW3055 = { $count } vakken in GPU008 komen in geen les voor; bekwaamheden ervoor vallen weg: { $examples }.
    .remedy = Profiel: [subject.NAAM] id, als een onderwezen vak bedoeld is
UW3056 = In { $count } gevallen geven mensen vandaag wat GPU008 niet voor hen noemt; ze mogen dat blijven doen, op het niveau “ander”: { $examples }.
    .remedy = Voeg de bekwaamheid toe in Untis, of zet teachers = "locked" in het profiel.
UW3057 = De lessen van { $count } mensen liggen voor hen vast: { $examples }.
    .remedy = Profiel: teachers = "free"
UW3058 = { $count } blokken houden het uur van het huidige rooster: { $examples }.
    .remedy = Profiel: times = "fixed" (die met code X), "free" (geen) of "all" (alle)
UW3059 = { $count } tijdwensen van klassen, lokalen en vakken zijn niet overgenomen: { $examples }.
    .remedy = Zet wat moet gelden als wensen van leraren of als vaste uren in het schooldocument.
UW3060 = { $count } klassen staan in lessen maar niet in GPU003; ze zijn toegevoegd: { $examples }.
    .remedy = Exporteer GPU003 opnieuw; profiel: [class.NAAM]
UW3061 = { $count } lokalen worden genoemd maar staan niet in GPU005; ze zijn toegevoegd: { $examples }.
    .remedy = Exporteer GPU005 opnieuw; profiel: [room.NAAM]
UW3062 = { $count } lessen vallen weg: in Untis genegeerd (code i), zonder lesuren, of toezicht zonder naam: { $examples }.
    .remedy = Verwijder de code i, geef de les uren, of noem een leraar in Untis.
UW3063 = { $count } lessen wisselen per week; ze worden elke week gepland: { $examples }.
    .remedy = Verenig de lessen van wisselende weken in Untis.
UW3064 = De rijen van { $count } lessen verschillen in lesuren per week; het grootste aantal is genomen: { $examples }.
    .remedy = Maak er in Untis twee lessen van.
UW3065 = { $count } blokken staan niet in het huidige rooster zoals Untis ze vraagt: { $examples }.
    .remedy = Er is niets te doen: ze worden opnieuw gepland.
UW3066 = De plaatshouder { $examples } is geen personeelslid; de lessen ervan staan open.
    .remedy = Noem een leraar in Untis om ze in te vullen.
UW3067 = { $count } leraren staan in lessen maar niet in GPU004; ze zijn toegevoegd: { $examples }.
    .remedy = Exporteer GPU004 opnieuw; profiel: [teacher.NAAM]
UW3068 = { $count } verminderingen werden werk naast de lessen, een uur als 1/22 van een voltijdse opdracht: { $examples }.
    .remedy = Verbeter de taken in het schooldocument waar een andere noemer geldt.
UW3069 = { $count } lessen zonder klas hebben geen graad; graad 1 is aangenomen: { $examples }.
    .remedy = Profiel: [subject.NAAM] noemer
UW3070 = { $count } lessen hebben een plaats zonder leraar; ze blijft open: { $examples }.
    .remedy = Noem een leraar in Untis om ze in te vullen.
UW3071 = { $count } klastitularissen staan niet op de personeelslijst en vallen weg: { $examples }.
    .remedy = Verbeter de klastitularis in Untis.
UW3072 = { $count } lessen van het rooster (GPU001) staan niet in GPU002; hun rijen zijn niet gebruikt: { $examples }.
    .remedy = Exporteer beide bestanden op hetzelfde moment.
UW3073 = { $count } lessen lopen niet in het gewone schooljaar; ze worden het hele jaar gepland: { $examples }.
    .remedy = Exporteer één periode van het jaar tegelijk.
UW3074 = { $count } lessen noemen geen vak; ze kregen het vak “-”: { $examples }.
    .remedy = Noem een vak in Untis.
UW3075 = In { $count } koppelingen zitten twee vakken tegelijk in één lokaal; het eerste vraagt het: { $examples }.
    .remedy = Geef het tweede in Untis een eigen lokaal als het dat nodig heeft.
UW3076 = Het type van { $count } vakken (AV, TV, PV, KV, LBV) komt uit hun naam: { $examples }.
    .remedy = Profiel: [subject.NAAM] kind
UW3077 = De contracten van { $count } mensen zijn gemaakt uit hun huidige lessen en het weekdoel, met wat ruimte aan beide kanten: { $examples }.
    .remedy = Profiel: [teacher.NAAM] contract, [staff] margin_hours
UW3078 = Untis kent het statuut van mensen niet: { $count } krijgen dat van [staff] statute: { $examples }.
    .remedy = Profiel: [staff] statute, [teacher.NAAM] statute
UW3079 = { $count } plaatsen in lessen staan open voor elke bekwame leraar: { $examples }.
    .remedy = Profiel: teachers = "locked"
