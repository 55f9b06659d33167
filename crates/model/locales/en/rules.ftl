## Amounts
unit-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}

### time

## Units of the rules about time
unit-blocks = { $n ->
    [one] { $n } block
   *[other] { $n } blocks
}
unit-periods = { $n ->
    [one] { $n } period
   *[other] { $n } periods
}
unit-locks = { $n ->
    [one] { $n } lock
   *[other] { $n } locks
}
unit-half-days = { $n ->
    [one] { $n } half-day
   *[other] { $n } half-days
}
unit-meetings = { $n ->
    [one] { $n } meeting
   *[other] { $n } meetings
}
unit-observations = { $n ->
    [one] { $n } observation
   *[other] { $n } observations
}

## Rules about time
rule-X0 = Every lesson is placed
    .what = Every block of every lesson has a place in the week, inside one half-day.
    .why = A lesson that is not on the timetable is not given.
finding-X0 = { $lesson }: a block of { $length ->
    [one] { $length } period
   *[other] { $length } periods
} has no place in the week.
finding-X0-outside = { $lesson }: the block of { $length ->
    [one] { $length } period
   *[other] { $length } periods
} on { $day }, period { $period }, runs out of its half-day.

rule-X1 = No teacher in two places
    .what = No teacher has two lessons, or a lesson and protected time, at once.
    .why = Nobody is in two places at once.
finding-X1 = { $teacher } has { $things } things to attend on { $day }, period { $period }.

rule-X2 = No class in two places
    .what = No pupils have two lessons at once.
    .why = Nobody is in two places at once.
finding-X2 = { $class } has { $lesson } and { $other } at once on { $day }, period { $period }.

rule-X3 = No room used twice
    .what = No room holds two lessons at once.
    .why = Two lessons do not fit in one room.
finding-X3 = { $room } holds { $blocks } lessons on { $day }, period { $period }.

rule-X4 = Teachers are available
    .what = Nobody is asked for at a time at which they cannot come.
    .why = A wish of -3 about a time is a no: another school, another job, care.
finding-X4 = { $teacher } is asked for on { $day }, period { $period }, but cannot come then.

rule-X5 = Linked lessons together
    .what = Lessons with one link are given at the same time.
    .why = Parallel groups (religion, levels, halves) only work when all of them meet at once.
finding-X5 = Link { $link }: the lessons of block { $block } do not start together.

rule-X6 = Suitable rooms
    .what = Every block has the rooms that it needs, of the right kind.
    .why = Science needs a lab and practice a workshop.
finding-X6 = { $lesson }: a block has no room.
finding-X6-unfit = { $lesson }: { $room } is not the kind of room that it needs.

rule-X7 = Rooms large enough
    .what = A room holds the pupils that sit in it.
    .why = Every pupil needs a place.
finding-X7 = { $lesson }: { $room } is too small for { $pupils ->
    [one] { $pupils } pupil
   *[other] { $pupils } pupils
}.

rule-K2 = Locks on times and rooms hold
    .what = What was settled about the time or the room of a lesson stays settled.
    .why = The school decided so.
finding-K2-time = { $lesson } does not start at the time that was settled.
finding-K2-room = { $lesson } is not in the room that was settled.

rule-G1 = Lessons spread over the days
    .what = A day takes no more blocks of a lesson than its share of the week.
    .why = Pupils learn better when a subject comes back on different days.
finding-G1 = { $lesson } has { $blocks } blocks on { $day }, { $n } more than its share.

rule-G2 = Few idle periods for teachers
    .what = Teachers have few idle periods between the first and the last of a day.
    .why = The memorandum asks for balanced timetables (2.2); idle periods make long days.
finding-G2 = { $teacher } has { $n ->
    [one] { $n } idle period
   *[other] { $n } idle periods
} a week.

rule-G3 = No holes for classes
    .what = A class has no free periods between the first and the last of a day.
    .why = Pupils without a lesson need somebody to look after them.
finding-G3 = { $class } has { $n ->
    [one] { $n } free period
   *[other] { $n } free periods
} between lessons.

rule-G4 = Part-timers on few half-days
    .what = Who works part of the week comes on no more than that part of the half-days.
    .why = Part of a job should leave part of the week free.
finding-G4 = { $teacher } comes on { $n ->
    [one] { $n } half-day
   *[other] { $n } half-days
} more than the { $max } agreed.

rule-G5 = The preferred rooms
    .what = Lessons are given in the rooms that they prefer, or in the class's own room.
    .why = Less walking, and the material at hand.
finding-G5 = { $lesson } is in { $room }, not in a preferred room.

rule-W2 = Wishes about time
    .what = Nobody is asked for at times that they would rather avoid.
    .why = The memorandum asks for choices made with the teacher (3.2).
finding-W2 = { $teacher } is asked for at unwanted times: { $n ->
    [one] { $n } point
   *[other] { $n } points
}.

rule-M9 = Mentor and starter meet
    .what = Every mentor and starter have periods in which both are free to talk.
    .why = Individual support needs a fixed moment (memorandum 2.1).
finding-M9 = { $mentor } and { $starter } lack { $n ->
    [one] { $n } meeting
   *[other] { $n } meetings
} a week.

rule-M10 = The mentor can observe
    .what = Every mentor is free while the starter teaches, often enough to observe.
    .why = Mentors watch lessons and give constructive feedback (memorandum 2.1).
finding-M10 = { $mentor } lacks { $n ->
    [one] { $n } observation
   *[other] { $n } observations
} of { $starter } a week.

rule-C1 = Teams meet
    .what = Every team has periods in which all its members are free.
    .why = Working together needs time together (memorandum 1.1).
finding-C1 = { $team } lacks { $n ->
    [one] { $n } meeting
   *[other] { $n } meetings
} a week.

rule-O3 = Co-teaching happens
    .what = Where two teachers give a lesson together, both are there, and the plan says so.
    .why = Co-teaching is one of the best ways to learn from each other (memorandum 3.2).
finding-O3 = { $lesson }: a block is not given by two teachers together.

## What counting alone proves impossible
check-lesson = { $lesson }: a block of { $length ->
    [one] { $length } period
   *[other] { $length } periods
}.
check-no-start = { $lesson }: no place in the week suits a block of { $length ->
    [one] { $length } period
   *[other] { $length } periods
}.
check-lock = The time that was settled for it.
check-unavailable = The times at which { $teacher } cannot come.
check-twice = { $teacher } would give { $lesson } and { $other }, which are linked, at the same time.
check-teacher-slots = { $teacher } has { $n } periods to attend, and only { $slots ->
    [one] { $slots } period
   *[other] { $slots } periods
} of the week in which that is possible.
check-teacher-blocks = { $teacher } has { $n ->
    [one] { $n } block
   *[other] { $n } blocks
} of { $length } periods or more, and can come for no more than { $max }.
check-protected = { $n ->
    [one] { $n } period
   *[other] { $n } periods
} of protected time.
check-class-slots = { $class } has { $n } periods of lessons, and only { $slots ->
    [one] { $slots } period
   *[other] { $slots } periods
} of the week in which they can be given.
check-rooms = { $count ->
    [0] There is no suitable room for
    [one] The only room that suits ({ $rooms }) has { $slots } periods a week for
   *[other] The { $count } rooms that suit ({ $rooms }) have { $slots } periods a week for
} { $n ->
    [one] { $n } period
   *[other] { $n } periods
} of lessons.
