### Why a school cannot be served, and why things are as they are

demand-held = { $teacher } teaches { $lesson } ({ $hours } h) as the loads were decided at first.
demand-X0 = { $lesson } takes { $hours ->
    [one] { $hours } period
   *[other] { $hours } periods
} of the week.
demand-X4 = { $teacher } can come in { $n ->
    [one] only { $n } period
   *[other] only { $n } periods
} of the week.
demand-X6 = { $lesson } needs its rooms for { $hours ->
    [one] { $hours } period
   *[other] { $hours } periods
}.
demand-K2-time = { $lesson } is locked at { $place }.
demand-K2-room = { $lesson } is locked in room { $room }.
demand-G4 = { $teacher } comes on at most { $n ->
    [one] { $n } half-day
   *[other] { $n } half-days
}.
demand-M9 = { $mentor } and { $starter } meet { $n ->
    [one] once
   *[other] { $n } times
} a week.
demand-M10 = { $mentor } watches { $n ->
    [one] one lesson
   *[other] { $n } lessons
} of { $starter } a week.
demand-C7 = { $class } is at a workplace on { $days }.
demand-G6 = { $who } has time for the ways between the rooms of lessons on one day.
demand-G7 = { $who } stays in one room from each lesson to the next.
demand-G8 = { $lesson } has the room that it likes best.
demand-G9 = The rooms of { $lesson } are near each other.
demand-C1 = { $team } meets { $n ->
    [one] once
   *[other] { $n } times
} a week.

repair-A1 = { $lesson } goes without { $n ->
    [one] a teacher
   *[other] { $n } teachers
}.
repair-Q1 = { $lesson } is given by somebody who is not qualified for it.
repair-K1 = The lock of { $lesson } to { $teacher } is undone.
repair-B4 = { $teacher } works { $n ->
    [one] { $n } hour
   *[other] { $n } hours
} outside the limits of the contract.
repair-B5 = { $teacher } works { $n ->
    [one] { $n } hour
   *[other] { $n } hours
} more or less than the contract aims at.
repair-Q2 = { $teacher } teaches with a weaker qualification ({ $n } points).
repair-R1 = { $teacher } gets { $n ->
    [one] { $n } hour
   *[other] { $n } hours
} less than there is a right to.
repair-S1 = { $teacher }, a starter, teaches { $n ->
    [one] { $n } subject
   *[other] { $n } subjects
} more than is asked.
repair-S2 = { $teacher }, a starter, teaches in { $n ->
    [one] { $n } graad
   *[other] { $n } graden
} more than is asked.
repair-S3 = { $teacher } teaches { $n ->
    [one] { $n } combination
   *[other] { $n } combinations
} of subject and graad more than is asked.
repair-S7 = The years of { $teacher }, a starter, lie { $n ->
    [one] { $n } year
   *[other] { $n } years
} further apart than is asked.
repair-D1 = { $teacher }, a starter, teaches { $n ->
    [one] { $n } hour
   *[other] { $n } hours
} more in the hardest classes than is asked.
repair-D2 = { $teacher } carries { $n ->
    [one] { $n } difficulty-hour
   *[other] { $n } difficulty-hours
} more than a fair share.
repair-D3 = Class { $class } gets { $n ->
    [one] { $n } starter
   *[other] { $n } starters
} more than is asked.
repair-D4 = { $teacher } teaches { $n ->
    [one] { $n } hour
   *[other] { $n } hours
} in difficult classes more than a fair share.
repair-D5 = { $teacher } is { $n ->
    [one] { $n } hour
   *[other] { $n } hours
} above a fair share of difficult classes.
repair-D6 = { $teacher }, a starter, teaches { $n ->
    [one] { $n } hour
   *[other] { $n } hours
} in difficult classes more than is asked.
repair-P1 = { $teacher } prepares { $n ->
    [one] { $n } course
   *[other] { $n } courses
} more than is asked.
repair-B1 = { $teacher } works { $n ->
    [one] { $n } hour
   *[other] { $n } hours
} more than a fair workload.
repair-W1 = Wishes of { $teacher } about work are not granted ({ $n } points).
repair-S4 = { $teacher }, a starter, teaches more classes than is asked ({ $n } more).
repair-S5 = { $teacher }, a starter, teaches on more sites than is asked ({ $n } more).
repair-P2 = { $teacher } has more marking than is asked ({ $n } h more).
repair-P3 = { $teacher } has more pupils than is asked ({ $n } more).
repair-P4 = { $teacher } has more contacts with parents than is asked ({ $n } more).
repair-P6 = { $teacher } has fewer hours with a class than is asked ({ $n } h less).
repair-P8 = { $teacher }, a starter, has plage or more tasks than is asked ({ $n } h).
repair-B2 = { $teacher } has more lessons than the first years ask ({ $n } h more).
repair-V3 = { $teacher }, an expert, works more than a fair workload ({ $n } h more).
repair-X0 = { $n ->
    [one] { $n } block
   *[other] { $n } blocks
} of { $lesson } get no place in the week.
repair-X4 = { $teacher } comes in { $n ->
    [one] { $n } period
   *[other] { $n } periods
} in which that is not possible now.
repair-X6 = { $n ->
    [one] { $n } block
   *[other] { $n } blocks
} of { $lesson } go without a room that suits.
repair-K2 = What was locked about the time or room of { $lesson } is undone.
repair-G4 = { $teacher } comes on { $n ->
    [one] { $n } half-day
   *[other] { $n } half-days
} more.
repair-M9 = { $mentor } and { $starter } meet { $n ->
    [one] once
   *[other] { $n } times
} less.
repair-M10 = { $mentor } watches { $n ->
    [one] one lesson
   *[other] { $n } lessons
} of { $starter } less.
repair-C7 = { $class } has lessons in { $n ->
    [one] { $n } period
   *[other] { $n } periods
} of its days at the workplace ({ $days }).
repair-G6 = { $who } has { $n ->
    [one] { $n } way
   *[other] { $n } ways
} between rooms for which there is no time.
repair-G7 = { $who } changes rooms { $n ->
    [one] once
   *[other] { $n } times
} between lessons that follow each other.
repair-G8 = { $lesson } has rooms that it likes less, by { $n ->
    [one] { $n } place
   *[other] { $n } places
} altogether.
repair-G9 = { $lesson } has { $n ->
    [one] { $n } pair
   *[other] { $n } pairs
} of rooms that are not near each other.
repair-C1 = { $team } meets { $n ->
    [one] once
   *[other] { $n } times
} less.

cli-conflict-repairs = What would have to give (one of these, the cheapest first):
cli-repair = Cost { $cost }; the rest can then hold (proved).
cli-repair-unknown = Cost { $cost }; no other contradiction was found then.
cli-repair-contradicted = Cost { $cost }; another contradiction remains then.
cli-explain-proved = No conflict: all demands can hold together (proved).
cli-explain-unknown = No conflict was found, and no plan that keeps every hard rule either. More time may help.

why-best = { $teacher } gives this ({ $target }) because every other choice costs at least { $low } more; the cheapest found costs { $high } more.
why-must = { $teacher } must give this ({ $target }): every other choice contradicts the hard rules.
why-nobody-else = { $teacher } gives this ({ $target }) because nobody else is qualified for it.
why-not-held = { $teacher } gives nothing of { $target } in this plan.
why-not-best = { $teacher } does not give this ({ $target }) because it would cost at least { $low } more; the cheapest way found costs { $high } more.
why-not-impossible = { $teacher } cannot give this ({ $target }): it contradicts the hard rules.
why-not-qualified = { $teacher } is not qualified for any lesson of { $target }.
why-not-does = { $teacher } does give this ({ $target }) in this plan.
why-unsettled = The other choices were not settled within the time ({ $teacher }, { $target }).
why-choice = { $lesson } to { $teacher }: { $low } to { $high } more.
why-choice-proved = { $lesson } to { $teacher }: { $high } more (proved).
why-choice-impossible = { $lesson } to { $teacher }: impossible.
why-choice-unsettled = { $lesson } to { $teacher }: not settled within the time.
why-rule = { $rule } { $name }: { $from } becomes { $to } (cost { $cost })
why-gains = { $teacher } gets { $lessons }.
why-loses = { $teacher } gives up { $lessons }.
cli-why-which = Say TEACHER,CLASS or TEACHER,LESSON (ids): `{ $text }` names nobody or nothing of the school.
