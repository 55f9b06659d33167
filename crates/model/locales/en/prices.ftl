## What rules cost
prices-title = What each rule costs
prices-about = What could be saved if one rule were dropped and everything else stayed as it is: points of all other soft rules, or teacher hours, or units of one other rule. Each exact price is proved to lie in the range given.
prices-plan = The plan costs { $points }.
prices-rule = Rule
prices-points = Points
prices-hours = Teacher hours
prices-lessons = Lessons that change
prices-range = { $low }–{ $amount }
prices-or = or { $rule }: { $amount }
prices-differs = { $rule }: { $plan } in the plan, { $other } without { $dropped }
prices-move = { $lesson }: { $to } instead of { $from }
prices-nobody = nobody
prices-more = { $n ->
    [one] and { $n } more lesson
   *[other] and { $n } more lessons
}
prices-free = { $n ->
    [one] Proved to cost nothing: { $rules }.
   *[other] { $n } rules are proved to cost nothing: { $rules }.
}
prices-none = There are no prices while a hard rule does not hold.
tradeoff-title = { $first } against { $second }
tradeoff-about = The least that { $second } can measure for every measure of { $first }, while all other soft rules together cost no more than in the plan: { $points }.
tradeoff-state = What is known
tradeoff-proved = proved
tradeoff-open = the exact value lies between
tradeoff-impossible = proved: impossible
tradeoff-unknown = not known to be possible
tradeoff-onwards = { $from } and more
tradeoff-points = { $n ->
    [one] { $n } allocation of this curve was found.
   *[other] { $n } allocations of this curve were found; the JSON output names their lessons.
}
