## The difference between plans
difference-base = the plan as it is
difference-proved = { $n ->
    [0] Nothing has to change (proved).
    [one] One change is enough, and fewer are not possible (proved).
   *[other] { $n } changes are enough, and fewer are not possible (proved).
}
difference-bound = { $n ->
    [one] One change is enough; at least { $least } are needed (proved).
   *[other] { $n } changes are enough; at least { $least } are needed (proved).
}
difference-none = No plan was found in which every hard rule holds; { $least ->
    [one] at least { $least } change is needed (proved).
   *[other] at least { $least } changes are needed (proved).
}
difference-steps = From hardly any change to the best plan found:
difference-step = { $n ->
    [one] { $n } lesson, { $people } people: hard { $hard }, cost { $soft }
   *[other] { $n } lessons, { $people } people: hard { $hard }, cost { $soft }
}
difference-plan = { $name }: hard { $hard }, cost { $soft }
difference-changes = { $lessons ->
    [one] { $lessons } lesson differs ({ $teachers } in teacher, { $times } in time), { $people } people, { $classes } classes.
   *[other] { $lessons } lessons differ ({ $teachers } in teacher, { $times } in time), { $people } people, { $classes } classes.
}
difference-others = Lessons that are new: { $new }, gone: { $gone }; blocks in another room: { $rooms }.
difference-not-given = not given
difference-rules = Rules: deviation (cost)
difference-lessons = Lessons
difference-lose = Who loses (points against each plan)
difference-gain = Who gains (points against each plan)
difference-classes = Classes
difference-title = The difference
difference-points-about = Points are the deviations from rules that concern somebody, each times the weight of its rule: fewer is better.
difference-person = Person
difference-class = Class
difference-lesson = Lesson
difference-positions = Lessons held
difference-what-differs = Lessons that differ
difference-plans = Plans
difference-sweep = Scenarios side by side
difference-scenario = Scenario
difference-changed = Lessons changed
difference-least = At least
difference-seconds = Seconds
difference-outcome = Outcome
difference-done = every hard rule holds
difference-incomplete = some hard rule does not hold
difference-conflict = the demands contradict each other
difference-wrong = the scenario is wrong
cli-sweep = { $done } of { $all } scenarios were done before, { $now } now; the table is { $table }.
