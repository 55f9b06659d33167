## Amounts
unit-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}

### load

unit-classes = { $n ->
    [one] { $n } class
   *[other] { $n } classes
}
unit-sites = { $n ->
    [one] { $n } site
   *[other] { $n } sites
}
unit-pupils = { $n ->
    [one] { $n } pupil
   *[other] { $n } pupils
}
unit-contacts = { $n ->
    [one] { $n } contact
   *[other] { $n } contacts
}
unit-pairs = { $n ->
    [one] { $n } pair
   *[other] { $n } pairs
}
unit-tasks = { $n ->
    [one] { $n } task
   *[other] { $n } tasks
}
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
unit-years = { $n ->
    [one] { $n } year
   *[other] { $n } years
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
    .param-above = How many times an hour above the target counts
rule-B6 = Teacher hours beyond the jobs
    .what = Hours above anybody’s target and hours that nobody gives: what the school has to find on top of the jobs that it has.
    .why = Practice (uren-leraar): hours above one target are paid on top, while hours below another are paid and not taught.
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
rule-S7 = Years close together for starters
    .what = The years (leerjaren) that a starter teaches lie close together.
    .why = Memo 2.2: lessons scattered over classes of different graden are what wears starters out.
    .param-max = Most years between the lowest and the highest
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
rule-D4 = A fair share of difficult classes
    .what = Nobody teaches more hours in difficult classes than a fair share, in proportion to the target.
    .why = Memo 2.2: difficult classes are shared out fairly.
    .param-threshold = Difficulty from which a class is difficult
rule-D5 = Nobody far above a fair share
    .what = Whoever has the most hours in difficult classes above a fair share is not far above it.
    .why = Memo 2.2: difficult classes are shared out fairly.
    .param-threshold = Difficulty from which a class is difficult
rule-D6 = Part of a fair share for starters
    .what = A starter teaches at most a part of a fair share of the hours in difficult classes.
    .why = Memo 2.2: the most demanding classes are not for those who have just begun.
    .param-threshold = Difficulty from which a class is difficult
    .param-percent = Percent of a fair share that a starter may have
rule-D7 = Difficult classes shared out level by level
    .what = Nobody’s hours times difficulty, for a full-time job, are above the school’s mean; the further above, the dearer, level by level.
    .why = Memo 2.2: difficult classes are shared out fairly; whoever is worst off comes first.
    .param-level = Percent of the mean exposure at which the first of four levels lies
    .param-step = Percent of the mean between two levels
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
rule-S4 = Few classes for starters
    .what = A starter teaches no more different classes than this.
    .why = Memo 2.2: lessons scattered over many classes are what wears starters out.
    .param-year_1 = Most classes in the first year
    .param-year_2 = Most classes in the second year and later
rule-S5 = One site for starters
    .what = The lessons of a starter that can only be on one site are all on the same one.
    .why = Memo 2.2: a new school to discover is much, several are too much.
    .param-max = Most sites
rule-S6 = No leftovers for starters
    .what = The largest block of a starter, one subject in one year, is a good part of all hours.
    .why = Memo 2.2: starters get what is left over, with many new courses to prepare.
    .param-percent = Percent of the hours that the largest block should be
rule-P2 = A limit to marking
    .what = Nobody has more marking than this for a full-time job, in proportion to the target.
    .why = Memo 2.2: marking is part of what weighs on a teacher.
    .param-minutes = Minutes of marking per pupil and hour
    .param-max = Most hours of marking a week for a full-time job
rule-P3 = Not too many pupils
    .what = Nobody has more pupils than this for a full-time job, in proportion to the target; a class counts once.
    .why = Memo 2.2: reports and contacts grow with the number of pupils.
    .param-max = Most pupils for a full-time job
rule-P4 = Not too many contacts with parents
    .what = Nobody has more contacts with parents than this for a full-time job, in proportion to the target: one for every pupil, more for those of the own class.
    .why = Memo 2.2: relations with parents weigh, above all on a titularis.
    .param-max = Most contacts for a full-time job
    .param-own = How often a pupil of the own class counts
rule-P6 = Hours enough with a class
    .what = A titularis teaches some hours in the own class, and nobody has many classes for few hours.
    .why = Memo 2.2: room to invest in lasting relations with pupils.
    .param-own = Hours of a titularis with the own class
    .param-mean = Hours for each class, on average
rule-P7 = No heap of burdens
    .what = Work, preparations, graden and hours in hard classes are not all high for one teacher at once.
    .why = Memo 2.2: protect teachers against burn-out. This is about a load on paper, not about a person.
    .param-contact = Minutes of an hour of lesson
    .param-repeat = Minutes to prepare an hour again
    .param-prep = Minutes to prepare an hour for the first time
    .param-starter_prep = Minutes to prepare an hour for the first time, starters
    .param-marking = Minutes of marking per pupil and hour
    .param-hard = Difficulty from which a class is hard
    .param-threshold = Points from which the index counts
rule-P8 = No plage and no extra tasks for starters
    .what = A starter works no more than a full-time job and has few tasks beside lessons.
    .why = Memo 2.2: a starter should not carry what a colleague of fifteen years carries.
    .param-year_1 = Tasks allowed in the first year
    .param-year_2 = Tasks allowed in the second year and later
rule-B2 = Lessons grow step by step
    .what = In the first years the lessons are only a part of the target, a greater one every year.
    .why = Memo 2.2: starters grow step by step. Hours not taught must be found elsewhere.
    .param-year_1 = Percent of the target, first year
    .param-year_2 = Percent of the target, second year
    .param-year_3 = Percent of the target, third year (and later starters)
rule-V3 = Experts are not punished
    .what = Experienced teachers work no more than their fair share, whatever classes they take on.
    .why = Memo 1.1: experience is valued little; protecting starters must not crush veterans.
    .param-contact = Minutes of an hour of lesson
    .param-repeat = Minutes to prepare an hour again
    .param-prep = Minutes to prepare an hour for the first time
    .param-starter_prep = Minutes to prepare an hour for the first time, starters
    .param-marking = Minutes of marking per pupil and hour
    .param-percent = Percent of the fair share
    .param-years = Years of service from which somebody is an expert
rule-M2 = Every mentor has the hours
    .what = Every mentor has the mentor hours that the own starters ask for.
    .why = Memo 2.1: time enough in the mentors’ own timetable.
    .param-ratio = Starters for one full-time mentor
rule-M3 = No mentor has too many starters
    .what = A mentor has no more starters than the own hours allow, and never more than a span.
    .why = Memo 2.1: mentors in sufficient number.
    .param-ratio = Starters for one full-time mentor
    .param-span = Most starters of one mentor
rule-M4 = Mentor hours are no filler
    .what = Mentor hours are what the starters ask for and hardly more, and no mentor works without hours.
    .why = Memo 2.1: too often mentors are volunteers or people who have to fill their assignment up.
    .param-ratio = Starters for one full-time mentor
    .param-slack = Hours more than asked that are no matter
rule-M5 = Mentors have the profile
    .what = A mentor has years of service and has agreed to be one.
    .why = Memo 2.1: mentors with the right profile. Skills are judged in a selection, never here.
    .param-years = Least years of service of a mentor
rule-M14 = Who is confided in does not judge
    .what = Mentor and starter do not evaluate each other.
    .why = Memo 2.1: somebody whom the starter can confide in.
rule-M15 = A mentor knows the subject or the graad
    .what = Mentor and starter are qualified for a common subject or a common graad.
    .why = Memo 2.1: support in all aspects of the new role.
rule-V1 = Responsibility goes with experience
    .what = Mentoring, coordination and the care of a hard class are for those who have years of service.
    .why = Memo 1.1: the system gives experienced teachers no more responsibility than beginners.
    .param-years = Least years of service
    .param-threshold = Difficulty from which a class is hard
rule-U1 = Few hours that are no lessons (BPT)
    .what = Tasks paid from the package stay a small part of it.
    .why = The law allows a few percent; more needs the consent of the local committee.
    .param-percent = Percent of the package

finding-A1 = { $lesson } has no teacher.
finding-Q1 = { $teacher } teaches { $lesson } without a qualification for it.
finding-Q2 = { $teacher } teaches { $hours } h with less than the required qualification ({ $n } points).
finding-K1 = { $lesson } is locked to { $locked }, who does not have it.
finding-B4 = { $teacher } has { $load } FTE of work, above the contract’s { $max } (from { $min }) by { $n } h.
finding-B4-low = { $teacher } has { $load } FTE of work, below the contract’s { $min } (up to { $max }) by { $n } h.
finding-B5 = { $teacher } has { $load } FTE of work, { $hours } h above the target of { $target }.
finding-B5-low = { $teacher } has { $load } FTE of work, { $hours } h below the target of { $target }.
finding-B6 = { $teacher } has { $load } FTE of work, { $n } h above the target of { $target }: hours to be found.
finding-B6-empty = Nobody gives the { $hours } h of { $lesson }: hours to be found.
finding-R1 = { $teacher } gets { $n } h less than the right to work promises.
finding-S1 = { $teacher }, a starter, teaches { $count } subjects; at most { $max } is asked ({ $n } too many).
finding-S2 = { $teacher }, a starter, teaches in { $count } graden; at most { $max } is asked ({ $n } too many).
finding-S3 = { $teacher } teaches { $count } combinations of subject and graad; at most { $max } is asked ({ $n } too many).
finding-S7 = { $teacher }, a starter, teaches in years { $low } to { $high }; at most { $max } years apart is asked ({ $n } too many).
finding-D1 = { $teacher }, a starter, teaches { $hours } h in classes of difficulty { $threshold } and above; at most { $max } h is asked ({ $n } too many).
finding-D2 = { $teacher } meets a mean difficulty of { $mean }; the mean of the same subjects is { $fair }, of which { $beta } % is asked ({ $n } difficulty-hours above).
finding-D3 = Class { $class } (difficulty { $difficulty }) has { $count } starters; at most { $max } is asked ({ $n } too many).
finding-D4 = { $teacher } teaches { $hours } h in difficult classes; a fair share is { $share } h ({ $n } too many).
finding-D5 = Nobody is further above a fair share of difficult classes than { $teacher }: { $hours } h, and a fair share is { $share } h ({ $n } too many).
finding-D6 = { $teacher }, a starter, teaches { $hours } h in difficult classes; at most { $max } h is asked ({ $n } too many).
finding-D7 = { $teacher } meets { $exposure } difficulty-hours for a full-time job; the first level is { $level } ({ $n } points).
finding-P1 = { $teacher } prepares { $count } courses; at most { $max } is asked ({ $n } too many).
finding-B1 = { $teacher } works about { $work } h a week for lessons; { $alpha } % of the fair share is { $max } h ({ $n } h above).
finding-W1 = { $count ->
    [one] One wish of { $teacher } is not granted ({ $n } points).
   *[other] { $count } wishes of { $teacher } are not granted ({ $n } points).
}
finding-M1 = { $starters } starters ask for { $needed } FTE of mentors; { $available } is there ({ $n } h short).
finding-M8 = { $teacher }, a starter, has { $count } mentors instead of one.
finding-M8-evaluator = { $mentor } is both mentor and evaluator of { $teacher }.
finding-S4 = { $teacher }, a starter, teaches { $count } classes; at most { $max } is asked ({ $n } too many).
finding-S5 = { $teacher }, a starter, teaches on { $count } sites; at most { $max } is asked ({ $n } too many).
finding-S6 = { $teacher }, a starter, has { $largest } of { $hours } h in the largest block; { $percent } % is asked ({ $n } h short).
finding-P2 = { $teacher } marks for { $minutes } minutes a week; at most { $max } is asked ({ $n } h too many).
finding-P3 = { $teacher } has { $count } pupils; at most { $max } is asked ({ $n } too many).
finding-P4 = { $teacher } answers for { $count } contacts with parents; at most { $max } is asked ({ $n } too many).
finding-P6 = { $teacher } lacks { $own } h with the own class and { $mean } h for the classes taught.
finding-P7 = { $teacher } has an index of { $index } points, { $n } above { $max }: work { $work }, preparations { $preparations }, graden { $graden }, hard classes { $hard } (50 is the limit of each).
finding-P8 = { $teacher }, a starter, has { $load } FTE of work with { $tasks } tasks beside lessons ({ $n } h too many).
finding-B2 = { $teacher } has { $load } FTE of lessons in the first years; at most { $max } is asked ({ $n } h too many).
finding-V3 = { $teacher }, an expert, works about { $work } h a week for lessons; { $percent } % of the fair share is { $max } h ({ $n } h above).
finding-M2 = { $teacher } mentors { $mentees } starters and is { $n } h short for it.
finding-M3 = { $teacher } mentors { $mentees } starters; at most { $max } is asked ({ $n } too many).
finding-M4 = { $teacher } has { $hours } h as a mentor for { $mentees } starters ({ $n } h too many).
finding-M4-unpaid = { $teacher } mentors { $mentees } starters without any hours ({ $n } h are asked).
finding-M5 = { $teacher }, a mentor, has { $years } years of service; at least { $min } is asked.
finding-M5-consent = { $teacher } is a mentor without having agreed to it.
finding-M14 = { $mentor } and { $teacher }, mentor and starter, are evaluator and evaluated.
finding-M15 = { $mentor } shares neither a subject nor a graad with { $teacher }.
finding-V1 = { $teacher } carries responsibilities ({ $n }) with { $years } years of service; at least { $min } is asked.
finding-U1 = { $hours } h are paid for tasks; at most { $max } h of the package is allowed ({ $n } too many).
demand-post = { $lesson } ({ $hours } h) needs a teacher; { $count } can: { $people }.
demand-post-nobody = { $lesson } ({ $hours } h) needs a teacher; nobody can take it under the rules.
demand-lock = { $lesson } ({ $hours } h) is locked to { $teacher }.
demand-B4 = { $teacher } works from { $min } to { $max } FTE, tasks included.
demand-B5 = { $teacher } works exactly the contract’s target.
demand-Q2 = { $teacher } teaches with the required qualification only.
demand-B6 = { $teacher } works no more than the contract’s target.
demand-R1 = { $teacher } has a right to a volume of work.
demand-S1 = { $teacher }, a starter, teaches few subjects.
demand-S2 = { $teacher }, a starter, teaches in few graden.
demand-S3 = { $teacher } teaches few combinations of subject and graad.
demand-S7 = { $teacher }, a starter, teaches years that lie close together.
demand-D1 = { $teacher }, a starter, teaches few hours in the hardest classes.
demand-D2 = { $teacher } carries no more than a fair share of difficulty.
demand-D3 = Class { $class } has few starters among its teachers.
demand-D4 = { $teacher } teaches no more than a fair share of hours in difficult classes.
demand-D5 = { $teacher } is not above a fair share of hours in difficult classes.
demand-D6 = { $teacher }, a starter, teaches few hours in difficult classes.
demand-D7 = { $teacher } meets no more difficulty than the first level.
demand-P1 = { $teacher } prepares few courses.
demand-B1 = { $teacher } has no more than a fair workload.
demand-W1 = The wishes of { $teacher } about work are granted.
demand-S4 = { $teacher }, a starter, teaches few classes.
demand-S5 = { $teacher }, a starter, teaches on few sites.
demand-P2 = { $teacher } has no more than a fair share of marking.
demand-P3 = { $teacher } has no more pupils than is asked.
demand-P4 = { $teacher } has no more contacts with parents than is asked.
demand-P6 = { $teacher } has hours enough with every class.
demand-P8 = { $teacher }, a starter, has no plage and few tasks.
demand-B2 = The lessons of { $teacher } grow step by step.
demand-V3 = { $teacher }, an expert, has no more than a fair workload.
demand-T6 = { $teacher } hosts no more trainees than they can carry.

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

unit-changes = { $n ->
    [one] { $n } change
   *[other] { $n } changes
}
unit-places = { $n ->
    [one] { $n } place
   *[other] { $n } places
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
unit-moments = { $n ->
    [one] { $n } moment
   *[other] { $n } moments
}
unit-visits = { $n ->
    [one] { $n } visit
   *[other] { $n } visits
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

rule-G6 = Time for the way
    .what = Whoever has lessons in two buildings one after another has time to walk there: a break that is long enough, or a free period.
    .why = A lesson that begins while half of the class is still on the road is no lesson.
    .param-minutes = Minutes between two buildings of one site of which the school says nothing
    .param-sites = Minutes between two sites of which the school says nothing
finding-G6-teacher = { $teacher } goes from { $other } to { $room } for { $lesson } on { $day }, period { $period }, and is { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} short.
finding-G6-class = { $class } goes from { $other } to { $room } for { $lesson } on { $day }, period { $period }, and is { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} short.

rule-G7 = Few room changes
    .what = Classes and teachers seldom change rooms between lessons that follow each other.
    .why = Every change costs minutes of the lesson, and quiet in the corridors.
    .param-teachers = How many changes of a class a change of a teacher counts for
finding-G7-class = { $class } changes rooms on { $day }: { $changes ->
    [one] { $changes } time
   *[other] { $changes } times
}.
finding-G7-teacher = { $teacher } changes rooms on { $day }: { $changes ->
    [one] { $changes } time
   *[other] { $changes } times
}.

rule-G8 = The first choice of rooms
    .what = A lesson that prefers several rooms has the first of them that is to be had; the class's own room comes last.
    .why = Preferred rooms stand in order, best first.
finding-G8 = { $lesson } is in { $room }, { $n ->
    [one] { $n } place
   *[other] { $n } places
} after its first choice, { $first }.

rule-G9 = Rooms near each other
    .what = A lesson that needs several rooms has them in one building.
    .why = Two halves of a class with one teacher, or two teachers who share the work, need rooms next to each other.
finding-G9 = { $lesson } is in { $room } and { $other }, which are not near each other.

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

rule-M17 = Observations are talked over soon
    .what = After every observation, mentor and starter have a conversation within a few school days.
    .why = Watching helps when feedback follows while the lesson is still fresh (memorandum 2.1).
    .param-days = School days within which the conversation follows; 0 is the same day
finding-M17 = { $mentor } and { $starter } talk too late about { $n ->
    [one] { $n } observation
   *[other] { $n } observations
}.

rule-M18 = Lessons that the mentor can watch
    .what = There are enough periods in which the starter teaches and the mentor is free, so that both can choose.
    .why = Mentors watch lessons and give constructive feedback (memorandum 2.1).
    .param-least = Periods a week that the mentor could watch
finding-M18 = { $mentor } could watch { $starter } in { $n ->
    [one] { $n } period
   *[other] { $n } periods
} less than asked.

rule-M11 = Starters can exchange
    .what = There is a period in which all starters of a group, and a mentor, are free, every week or as often as the school says.
    .why = Starters learn from each other's good practice (memorandum 2.1).
    .param-size = Starters in a group at most
finding-M11 = { $n } of { $size } starters around { $mentor } miss every moment at which the others could meet.

rule-M12 = Mentors can meet
    .what = There is a period in which all mentors are free, every week or as often as the school says.
    .why = Intervision between mentors needs a common moment (memorandum 2.1).
finding-M12 = { $n } of { $all } mentors miss the best moment for intervision.

rule-M16 = No starter stands alone
    .what = Every starter shares a free period with a colleague of the same subject and year.
    .why = Starters often stand alone (memorandum 2.1).
finding-M16 = { $starter } is never free together with a colleague of the same course.

rule-C1 = Teams meet
    .what = Every team has periods in which all its members are free, or as many of them as it asks for.
    .why = Working together needs time together (memorandum 1.1).
finding-C1 = { $team } lacks { $n ->
    [one] { $n } meeting
   *[other] { $n } meetings
} a week.

rule-C4 = Parallel teachers can prepare together
    .what = Teachers of the same subject and year share a free period.
    .why = Building lessons together needs time together (memorandum 2.3).
finding-C4 = { $teacher } and { $other } give the same course and are never free together.

rule-O2 = Starters can watch colleagues
    .what = Every starter is free while colleagues teach the same subjects or classes.
    .why = Watching colleagues is room for growth (memorandum 2.2).
    .param-least = Periods a week that a starter could watch
finding-O2 = { $teacher } could watch colleagues in { $n ->
    [one] { $n } period
   *[other] { $n } periods
} less than asked.

rule-C6 = A half-day to go out
    .what = Every class has a half-day of lessons without a gap with few teachers, who could take it out.
    .why = Learning in a real context needs a part of the day together (memorandum 2.3).
    .param-least = Periods with lessons on such a half-day, at least
    .param-teachers = Teachers on such a half-day, at most
finding-C6 = { $class } has no half-day on which it could go out.

rule-O1 = Everybody can be visited
    .what = Somebody experienced is free during a lesson of every teacher, and both are free soon after.
    .why = More observation in class by a third person (memorandum 3.2).
    .param-experience = Years of service of a visitor, at least
    .param-days = School days within which the talk follows; 0 is the same day
finding-O1 = Nobody experienced could watch a lesson of { $teacher } and talk about it soon.

rule-P5 = Free periods that stay free
    .what = Starters have free periods on the days on which they come, which cover does not take.
    .why = It is hard to find time for colleagues, research and feedback (memorandum 2.2).
    .param-year_1 = Free periods a week in the first year
    .param-year_2 = Free periods a week in the second year
    .param-later = Free periods a week of starters in later years
finding-P5 = { $teacher } lacks { $n ->
    [one] { $n } free period
   *[other] { $n } free periods
} at school.

rule-P9 = Time to grow
    .what = Teachers have protected time in the timetable: conversations, observations, teams, co-teaching.
    .why = Room for professional growth (memorandum 2.2).
    .param-starters = Periods a week of a starter
    .param-others = Periods a week of everyone else
finding-P9 = { $teacher } lacks { $n ->
    [one] { $n } period
   *[other] { $n } periods
} of protected time.

rule-B3 = Starters have no heavier timetable
    .what = The burden of a starter's timetable (idle, first and last periods, last afternoon, long runs), for a full-time job, is not above the mean of the others.
    .why = Timetables should be balanced (memorandum 2.2).
    .param-run = Periods in a row that are no burden
finding-B3 = { $teacher } has a burden of { $own }, { $n } above the mean of { $mean }.

rule-L5 = Even days
    .what = The lessons of a class are spread evenly over the days with an afternoon.
    .why = Lessons are spread evenly over the school days (BVR 31-08-2001, art. 3).
    .param-most = Periods between the fullest and the emptiest day, at most
finding-L5 = The fullest and the emptiest day of { $class } are { $n ->
    [one] { $n } period
   *[other] { $n } periods
} too far apart.

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
check-together = No two lessons of { $class } and of { $teacher } here can run at once: { $n } periods, and only { $slots ->
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

rule-T1 = Trainees teach in the morning
    .what = Trainees practise in the mornings of the days on which they are in school.
    .why = Students teach in the morning (memorandum 3.1.1).
finding-T1 = { $trainee } practises { $n ->
    [one] { $n } period
   *[other] { $n } periods
} outside the mornings of the internship.

rule-T2 = Trainees watch each other
    .what = While one trainee practises, another of the group is free to watch.
    .why = Every student is observed by another student (memorandum 3.1.1).
finding-T2 = In { $group } nobody is free to watch { $n ->
    [one] { $n } period
   *[other] { $n } periods
} of practice.

rule-T3 = The mentor watches trainees
    .what = The mentor of a group of trainees is free while each of them practises, often enough; one trainee at a time.
    .why = Students are observed by each other, and more regularly by the mentor (memorandum 3.1.1).
    .param-least = Periods a week that the mentor watches each trainee
finding-T3 = { $mentor } lacks { $n ->
    [one] { $n } period
   *[other] { $n } periods
} to watch the trainees of { $group }.

rule-T4 = An afternoon moment for feedback
    .what = On every afternoon of the internship the trainees are free together, once a week with their mentor.
    .why = In the afternoon students talk about the lessons of the morning (memorandum 3.1.1).
finding-T4 = { $group } has no common free period on the afternoon of { $day }.
finding-T4-mentor = { $mentor } is free on no afternoon when { $group } is.

rule-T5 = Trainees prepare together
    .what = On every afternoon of the internship the trainees have enough free periods together to prepare the next lessons.
    .why = In the afternoon students prepare the next lessons together (memorandum 3.1.1).
    .param-least = Free periods together on an afternoon; the first is for feedback
finding-T5 = { $group } lacks { $n ->
    [one] { $n } free period
   *[other] { $n } free periods
} together on the afternoon of { $day }.

rule-T6 = Hosts who can carry trainees
    .what = Trainees practise in lessons of teachers who are no starters, and nobody hosts too many hours.
    .why = As much practice as possible, with permanent support (memorandum 3.1.1).
    .param-most = Most hours of trainees a week with one teacher
finding-T6 = { $teacher } hosts trainees for { $hours } h; { $most } h is the most.

rule-T7 = Teachers in training can learn
    .what = A teacher in training teaches a lesson together with somebody experienced, can watch them teach and can prepare with them.
    .why = The in-service path works when there are enough moments to learn: co-teaching, observation, preparing together (memorandum 3.1.1).
    .param-experience = Years of service of a colleague to learn from, at least
finding-T7-together = { $trainee } teaches no lesson together with somebody experienced.
finding-T7-watch = { $trainee } is never free while an experienced colleague teaches.
finding-T7-prepare = { $trainee } is never free together with an experienced colleague.

rule-C5 = Experts can come
    .what = A lesson into which an expert comes lies where they can come, or gets there with a few moves on the day.
    .why = Experts from outside link a lesson to the world: a doctor for genetics, a social worker for social security (memorandum 2.3).
    .param-moves = Moves on the day, at most: 1 moves the lesson, 2 exchange it with another
finding-C5 = { $visit }: { $lesson } lies at no time at which the expert can come, and cannot be moved there.

rule-C7 = No lessons on days at the workplace
    .what = Pupils who spend days at a workplace have no lessons in school then.
    .why = Dual learning is an example of working with others (memorandum 2.3).
finding-C7 = { $class } has lessons in { $n ->
    [one] { $n } period
   *[other] { $n } periods
} of its days at the workplace.

rule-M13 = Time to meet other schools
    .what = Whoever meets people of other schools is free at one of the times that the schools agreed, the way there included.
    .why = Intervision across schools makes a learning network (memorandum 2.1).
finding-M13 = { $gathering }: { $n } of { $all } cannot come at any of the times.

rule-O4 = Somebody to exchange with
    .what = Every teacher has a team that meets or could, or a colleague of the same course who is free at the same time.
    .why = More moments of constructive exchange with colleagues (memorandum 3.2).
finding-O4 = { $teacher } has nobody to exchange with: no team that can meet, no colleague of the same course with a common free period.

rule-O5 = Projects have their time
    .what = The lessons of a project run together, for enough periods in a row.
    .why = More room for projects that meet the different needs of pupils (memorandum 3.2).
finding-O5 = The lessons of { $project } nowhere run together for long enough.

rule-C3 = Teams across schools
    .what = The members of a team that works with people of other schools are free at one of the times that the schools agreed, the way there included.
    .why = Learning communities reach beyond the walls of one school (memorandum 1.1).
finding-C3 = { $gathering }: { $n } of { $all } cannot come at any of the times.

rule-F2 = Pupils are asked in a lesson
    .what = Every teacher who wants to hear from a class finds a lesson for it in the weeks of the round; a class is asked once a day at most and a few times a week. Who takes part does so of their own accord. What pupils answer is never handed in: it may not be used to judge anybody.
    .why = Pupils fill in a survey twice a year, on a voluntary basis and never for appraisal (memorandum 3.1.3).
    .param-week = Times that a class is asked in a week, at most
finding-F2 = { $round }: { $n } of { $all } teachers find no moment to ask { $class }.

rule-F5 = Talked over with the class
    .what = After a class was asked, the teacher has a lesson with it within a few school days.
    .why = The answers are there to talk about with the pupils (memorandum 3.1.3).
    .param-days = School days within which the next lesson follows
finding-F5 = { $round }: { $teacher } has { $class } again only long after asking.

rule-F6 = A moment to answer
    .what = Teams that are asked how it goes have a free period together, and people who are asked have one of their own.
    .why = Feedback is asked of colleagues as well (memorandum 3.1.3).
finding-F6 = { $round }: { $who } has no free moment to answer.
