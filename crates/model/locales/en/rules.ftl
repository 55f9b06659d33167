## Amounts
unit-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}

### load

unit-lessons = { $n ->
    [one] { $n } lesson
   *[other] { $n } lessons
}
unit-points = { $n ->
    [one] { $n } point
   *[other] { $n } points
}
unit-subjects = { $n ->
    [one] { $n } subject
   *[other] { $n } subjects
}
unit-graden = { $n ->
    [one] { $n } graad
   *[other] { $n } graden
}
unit-cells = { $n ->
    [one] { $n } subject-graad pair
   *[other] { $n } subject-graad pairs
}
unit-teachers = { $n ->
    [one] { $n } teacher
   *[other] { $n } teachers
}
unit-preparations = { $n ->
    [one] { $n } preparation
   *[other] { $n } preparations
}
unit-difficulty-hours = { $n ->
    [one] { $n } difficulty-hour
   *[other] { $n } difficulty-hours
}
unit-work-hours = { $n ->
    [one] { $n } hour of work
   *[other] { $n } hours of work
}

rule-A1 = Every lesson has its teachers
    .what = Every position of every lesson is held by somebody.
    .why = A lesson that nobody gives is not given.
rule-Q1 = Only qualified teachers
    .what = Whoever teaches a lesson has a qualification of some level for its subject and graad; lessons settled by a lock are not judged.
    .why = The law on qualifications (bekwaamheidsbewijzen).
rule-Q2 = The best qualified first
    .what = Hours taught with less than the required qualification cost points.
    .why = The law prefers required over sufficient over other qualifications; the last must be justified each year.
    .param-sufficient = Points for an hour with a sufficient qualification
    .param-other = Points for an hour with another qualification, or none
rule-K1 = Locks on teachers hold
    .what = A lesson that is locked to a teacher goes to that teacher.
    .why = A lock is the director’s own decision and comes before all others.
rule-B4 = Loads within the contract
    .what = The work of every teacher, tasks included, stays between the least and the most that the contract allows.
    .why = Memo 2.2: assignments are shared out in a balanced way; the law bounds a full-time job.
rule-B5 = Loads at the target
    .what = The work of every teacher, tasks included, is what the contract aims at.
    .why = Memo 2.2: assignments are shared out in a balanced way.
rule-R1 = Rights are honoured
    .what = Whoever has a right to a volume of work gets it in the subjects and graden that the right names.
    .why = The law on permanent (vast benoemd) and lasting temporary (TADD) appointments; a right is about volume and subject, never about a class.
rule-S1 = One or two subjects for starters
    .what = A starter teaches no more subjects than this.
    .why = Memo 2.2: starters teach one or two subjects in one graad.
    .param-max = Most subjects of a starter
rule-S2 = One graad for starters
    .what = A starter teaches in no more graden than this.
    .why = Memo 2.2: starters teach one or two subjects in one graad.
    .param-max = Most graden of a starter
rule-S3 = Few combinations of subject and graad
    .what = Nobody’s lessons are scattered over more combinations of subject and graad than this.
    .why = Memo 2.2: assignments scattered over subjects and graden are what wears starters out.
    .param-starter_max = Most combinations for a starter
    .param-max = Most combinations for others
rule-D1 = No hardest classes for starters
    .what = A starter teaches at most some hours in the hardest classes.
    .why = Memo 2.2: the most demanding classes are not for those who have just begun.
    .param-threshold = Difficulty from which a class is among the hardest
    .param-year_1 = Hours allowed in the first year
    .param-year_2 = Hours allowed in the second year
    .param-later = Hours allowed to starters of later years
rule-D2 = Difficult classes spread fairly
    .what = Within a subject and graad nobody carries much more than a fair share of the difficulty; starters carry less.
    .why = Memo 2.2: difficult classes are shared out fairly.
    .param-year_1 = Percent of the fair share, starters in their first year
    .param-year_2 = Percent of the fair share, other starters
    .param-others = Percent of the fair share, everyone else
rule-D3 = Not all starters in one hard class
    .what = A hard class has no more starters among its teachers than this.
    .why = Memo 2.2: difficult classes are shared out fairly; none is left to beginners.
    .param-threshold = Difficulty from which a class is hard
    .param-max = Most starters in a hard class
rule-P1 = Few preparations
    .what = Nobody prepares more different courses (a subject in a year and stream) than this; starters fewer.
    .why = Memo 2.2: preparing courses is what weighs most on starters.
    .param-year_1 = Preparations allowed in the first year
    .param-year_2 = Preparations allowed to other starters
    .param-others = Preparations allowed to everyone else
rule-B1 = Workload balanced, lighter for starters
    .what = Nobody’s week of lessons, preparation and marking is much above the fair share; starters stay below it.
    .why = Memo 2: a starter has the same workload as a colleague of fifteen years; it should be lighter.
    .param-contact = Minutes of an hour of lesson
    .param-repeat = Minutes to prepare an hour again
    .param-prep = Minutes to prepare an hour for the first time
    .param-starter_prep = Minutes to prepare an hour for the first time, starters
    .param-marking = Minutes of marking per pupil and hour
    .param-year_1 = Percent of the fair share, starters in their first year
    .param-year_2 = Percent of the fair share, other starters
    .param-others = Percent of the fair share, everyone else
rule-W1 = Wishes about work
    .what = Wishes about classes, subjects and lessons are granted as far as possible.
    .why = Memo 3.2: in consultation with the teacher.
rule-M1 = Mentors have hours
    .what = The hours set aside for mentors suffice for the number of starters.
    .why = Memo 2.1: one full-time mentor for about twenty starters.
    .param-ratio = Starters for one full-time mentor
rule-M8 = Every starter has a mentor
    .what = Every starter has one mentor, who is not the evaluator.
    .why = Memo 2.1: individual support during two years, by somebody to confide in.

finding-A1 = { $lesson } has no teacher.
finding-Q1 = { $teacher } teaches { $lesson } without a qualification for it.
finding-Q2 = { $teacher } teaches { $hours } h with less than the required qualification ({ $n } points).
finding-K1 = { $lesson } is locked to { $locked }, who does not have it.
finding-B4 = { $teacher } has { $load } FTE of work, above the contract’s { $max } (from { $min }) by { $n } h.
finding-B4-low = { $teacher } has { $load } FTE of work, below the contract’s { $min } (up to { $max }) by { $n } h.
finding-B5 = { $teacher } has { $load } FTE of work, { $n } h above the target of { $target }.
finding-B5-low = { $teacher } has { $load } FTE of work, { $n } h below the target of { $target }.
finding-R1 = { $teacher } gets { $n } h less than the right to work promises.
finding-S1 = { $teacher }, a starter, teaches { $count } subjects; at most { $max } is asked ({ $n } too many).
finding-S2 = { $teacher }, a starter, teaches in { $count } graden; at most { $max } is asked ({ $n } too many).
finding-S3 = { $teacher } teaches { $count } combinations of subject and graad; at most { $max } is asked ({ $n } too many).
finding-D1 = { $teacher }, a starter, teaches { $hours } h in classes of difficulty { $threshold } and above; at most { $max } h is asked ({ $n } too many).
finding-D2 = { $teacher } meets a mean difficulty of { $mean }; the mean of the same subjects is { $fair }, of which { $beta } % is asked ({ $n } difficulty-hours above).
finding-D3 = Class { $class } (difficulty { $difficulty }) has { $count } starters; at most { $max } is asked ({ $n } too many).
finding-P1 = { $teacher } prepares { $count } courses; at most { $max } is asked ({ $n } too many).
finding-B1 = { $teacher } works about { $work } h a week for lessons; { $alpha } % of the fair share is { $max } h ({ $n } h above).
finding-W1 = { $count ->
    [one] One wish of { $teacher } is not granted ({ $n } points).
   *[other] { $count } wishes of { $teacher } are not granted ({ $n } points).
}
finding-M1 = { $starters } starters ask for { $needed } FTE of mentors; { $available } is there ({ $n } h short).
finding-M8 = { $teacher }, a starter, has { $count } mentors instead of one.
finding-M8-evaluator = { $mentor } is both mentor and evaluator of { $teacher }.
demand-post = { $lesson } ({ $hours } h) needs a teacher; { $count } can: { $people }.
demand-post-nobody = { $lesson } ({ $hours } h) needs a teacher; nobody can take it under the rules.
demand-lock = { $lesson } ({ $hours } h) is locked to { $teacher }.
demand-B4 = { $teacher } works from { $min } to { $max } FTE, tasks included.
demand-B5 = { $teacher } works exactly the contract’s target.
demand-Q2 = { $teacher } teaches with the required qualification only.
demand-R1 = { $teacher } has a right to a volume of work.
demand-S1 = { $teacher }, a starter, teaches few subjects.
demand-S2 = { $teacher }, a starter, teaches in few graden.
demand-S3 = { $teacher } teaches few combinations of subject and graad.
demand-D1 = { $teacher }, a starter, teaches few hours in the hardest classes.
demand-D2 = { $teacher } carries no more than a fair share of difficulty.
demand-D3 = Class { $class } has few starters among its teachers.
demand-P1 = { $teacher } prepares few courses.
demand-B1 = { $teacher } has no more than a fair workload.
demand-W1 = The wishes of { $teacher } about work are granted.
