# Wat er mis is met de wensen voor een gegenereerde school. De naam is de code.

UW0601 = Een school wordt gemaakt voor { $min } tot { $max } personeelsleden, niet voor { $teachers }.
    .remedy = Vraag een aantal personeelsleden binnen deze grenzen.
UW0602 = { $classes } klassen passen niet bij { $teachers } personeelsleden: er zou te veel of te weinig werk zijn.
    .remedy = Vraag ongeveer { $usual } klassen, of laat het aantal klassen weg.
UW0603 = Met dit startgetal werd geen school van { $teachers } personeelsleden en { $classes } klassen gevonden.
    .remedy = Gebruik een ander startgetal, of laat het aantal klassen weg.
