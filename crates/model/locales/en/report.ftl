## Sizes and amounts
report-points = { $n ->
    [one] { $shown } point
   *[other] { $shown } points
}
report-unit = { $n ->
    [one] { $n } unit
   *[other] { $n } units
}
report-teachers = { $n ->
    [one] { $n } teacher
   *[other] { $n } teachers
}
report-starters = { $n ->
    [one] { $n } starter
   *[other] { $n } starters
}
report-others = { $n ->
    [one] { $n } other
   *[other] { $n } others
}
report-classes = { $n ->
    [one] { $n } class
   *[other] { $n } classes
}
report-rooms = { $n ->
    [one] { $n } room
   *[other] { $n } rooms
}
report-lessons = { $n ->
    [one] { $n } lesson
   *[other] { $n } lessons
}
report-totals = { $teachers } ({ $starters }), { $classes }, { $rooms }, { $lessons } of { $hours } a week together.
report-capacity = { $n ->
    [one] { $n } place
   *[other] { $n } places
}

## What is proved
report-stage-allocation = Who teaches what
report-stage-timetable = When and where
report-stage-fact = Facts of the school
report-stage-unknown = Other rules
report-all-hard-hold = Every hard rule holds.
report-hard-broken = { $n ->
    [one] { $n } hard rule does not hold.
   *[other] { $n } hard rules do not hold.
}
report-proof-optimal = Proved: no other solution costs less.
report-proof-feasible = Proved: nothing can cost less than { $bound }, so at most { $gap } ({ $percent } %) could still be saved.
report-proof-unbounded = How much less is possible is not proved.
report-proof-incomplete = { $n ->
    [one] Hard rules are missed by { $n } unit in all.
   *[other] Hard rules are missed by { $n } units in all.
}
report-made = Made by Uurwerk { $version }, seed { $seed }, threads { $threads }. This page holds everything and asks nothing of any network.
report-tiers = Tier by tier
report-tier-law = Law
report-tier-rights = Rights
report-tier-starter_protection = Protection of starters
report-tier-fairness = Fairness
report-tier-workload = Workload
report-tier-wishes_and_continuity = Wishes and continuity
report-revision = The timetable sent the loads back: { $count ->
    [0] no lesson changed its teacher
    [one] { $count } lesson changed its teacher
   *[other] { $count } lessons changed their teachers
}, and every hard rule that broke before holds now.
report-revision-moved = { $lesson }: { $to } instead of { $from }.
report-revision-nobody = nobody
report-revision-because = What could not hold together:
report-fair-optimal = Proved without the solver: nobody’s difficulty above { $level } can be lowered, by tens, without raising somebody’s above it.
report-fair-feasible = Rule D7 measures { $reached }; prices in the plan prove, without the solver, that nobody gets it below { $bound }.

## The worst off first
report-people = The worst off first
report-people-about = Everybody whom a deviation from a rule concerns, with the reasons. A deviation from a soft rule counts in points: its size times the weight of the rule. What is only measured is told, and counts no points.
report-people-none = No deviation concerns anybody.
report-starter-year = starter, year { $n }
report-hard-touched = hard rule broken
report-more = { $n ->
    [one] and { $n } more
   *[other] and { $n } more
}
report-more-people = { $n ->
    [one] { $n } more person
   *[other] { $n } more people
}

## Rules
report-rules = What each rule cost
report-rules-about = Hard rules must hold. Soft rules cost their weight for each unit of deviation. Measured rules are counted, never enforced.
report-rule = Rule
report-source = Source
report-mode = Mode
report-deviation = Deviation
report-cost = Cost
report-sum = Cost of all soft rules
report-holds = holds
report-mode-hard = hard
report-mode-soft = soft
report-mode-measure = measured
report-mode-off = off
report-source-memo = memo { $section }
report-source-law = law: { $law }
report-source-logic = logic
report-source-practice = practice
report-findings = { $n ->
    [one] { $n } finding
   *[other] { $n } findings
}

## Loads
report-loads = Load and difficulty
report-loads-about = Load in full-time equivalents, tasks included. Difficulty is the mean over the hours taught of what the director set for each class, 0 to 100; the tick is the mean of the group.
report-starters-beside = Starters beside the others, on average
report-mean-load = load, of the target
report-mean-difficulty = difficulty (0–100)
report-mean-hard-hours = hours in the hardest classes
report-mean-subjects = subjects
report-mean-preparations = preparations
report-group-starters = Starters
report-group-others = Others
report-load = Load
report-range = contract
report-target = target or mean
report-outside = outside the contract
report-below = ▼ below the contract
report-above = ▲ above the contract
report-difficulty = Difficulty
report-hours = Hours
report-subjects = Subjects
report-preparations = Preparations
report-hard-hours = { $n ->
    [one] { $n } hour in the hardest classes
   *[other] { $n } hours in the hardest classes
}

## Protected time
report-protected = Protected time
report-protected-about = Time in which people learn from each other; it stands in the timetable as firmly as a lesson.
report-observation = Observation
report-meeting = Conversation
report-co-teaching = Co-teaching
report-team = Team
report-kept = { $kept } of { $asked }
report-watches = watches { $people }: { $lesson }
report-watched = is watched by { $people }: { $lesson }
report-teaches-with = with { $people }: { $lesson }
report-talks-with = with { $people }
report-support = Support, by name and time
report-support-about = When every starter talks with the mentor, is watched and hears about it, when every team meets, and when pupils, teams and people can be asked how it goes.
report-support-starter = { $starter }, mentor { $mentor }
report-support-talks = Conversation: { $when }
report-support-watched = Observation: { $when }, { $lesson }; talked over { $talk }
report-support-open = { $n ->
    [one] { $n } lesson period to choose from
   *[other] { $n } lesson periods to choose from
}: { $when }
report-support-meets = Meets: { $when }
report-support-without = { $when }, without { $who }
report-support-never = never

## Timetables
report-timetables = Timetables
report-timetables-about = Choose a teacher, a class or a room. On paper each has a page of its own.
report-no-timetable = This plan says who teaches what; it has no timetable yet.
report-teacher = Teacher
report-class = Class
report-room = Room
report-previous = Previous
report-next = Next
report-print-one = Print this one
report-sheet-load = Load { $load } (contract { $min } to { $max }), lesson hours: { $n }
report-sheet-class = { $n ->
    [one] { $n } pupil, difficulty { $difficulty }
   *[other] { $n } pupils, difficulty { $difficulty }
}
report-mentor = mentor
report-titularis = class teacher
report-role-lead = lead
report-role-co = co-teacher
report-role-guest = guest
report-role-trainee = trainee
report-role-duty = stand-by
report-unplaced = { $n ->
    [one] { $n } block without a place
   *[other] { $n } blocks without a place
}

## The page itself
report-title = Timetable and assignments
report-skip = Skip to the content
report-nav = Sections
report-nav-people = People
report-nav-rules = Rules
report-nav-loads = Loads
report-nav-protected = Protected time
report-nav-timetables = Timetables

report-weeks = { $every ->
    [2] every second week ({ $letter })
   *[other] every fourth week ({ $letter })
}

report-round-class = { $round }: { $class }
report-round-asks = { $teacher }: { $when }, { $lesson }; talked over { $talk }
report-round-no-moment = { $teacher }: no moment left
report-round-answers = { $who } can answer: { $when }
report-trainee = { $trainee }, { $group }
report-trainee-teaches = { $when }: teaches { $lesson } with { $hosts }; { $n ->
    [0] watched by nobody
   *[other] watched by { $watchers }
}
report-trainee-with = { $when } with { $mentor }
report-trainee-feedback = Feedback with the group: { $when }
