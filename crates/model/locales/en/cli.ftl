### The command line

cli-conflict = { $n ->
    [one] This demand cannot be met:
   *[other] These { $n } demands cannot be met together:
}
cli-conflict-minimal = { $n ->
    [one] This demand cannot be met (proved):
   *[other] These { $n } demands cannot be met together, and any one fewer can (proved):
}
cli-progress = { $stage }: hard { $hard }, cost { $soft }, bound { $bound }, { $left } s left
cli-progress-allocation = Teachers
cli-progress-timetable = Timetable
cli-progress-measurement = Measuring
cli-took = Done in { $seconds } s.
cli-check-fine = Valid: { $lessons } lessons, { $staff } staff, { $classes } classes; no impossibility found by counting.
cli-explain-none = No conflict: a plan exists that keeps every hard rule.
cli-verified = All claims hold: { $rules } rules recomputed.
cli-converted = Wrote { $lessons } lessons, { $staff } staff, { $classes } classes, { $rooms } rooms.
cli-no-such-kind = There is no document of kind `{ $kind }`; known are school, plan, conflict, scenario, difference and prices.
cli-no-such-rule = There is no rule `{ $rule }`; `uurwerk rules` lists them.
cli-needs-school = A plan needs the school that it was made for: add --school SCHOOL.
cli-needs-plan = A school needs a plan to evaluate: uurwerk evaluate SCHOOL PLAN.
cli-evaluated = { $instance }, solution of { $group }
cli-fet-fine = Valid: { $activities } activities, { $constraints } constraints.
cli-fet-total = Soft conflicts as FET counts them: { $total }
cli-gap = No timetable costs less than { $least }: the gap is { $percent } %.
cli-gap-hard = No timetable has less hard cost than { $least }: the gap is { $percent } %.
cli-gap-none = No timetable costs less: this one is optimal.
cli-reasons-more = { $n ->
    [one] and one more reason
   *[other] and { $n } more reasons
}
cli-reason-overload = { $resource } is asked for { $busy } times, of which there are { $times }.
cli-reason-conflict = No two of these { $n } events can run at once. They need { $busy } times and find { $times }: { $names }
cli-reason-week = { $resource }, busy { $busy } times, has no cheaper week even alone.
cli-reason-spread = { $group } has more or fewer meets than its time groups take.
cli-reason-programme = { $n ->
    [0] Alone in the school, { $events } events of a group have no cheaper timetable (integer programme).
   *[other] Alone in the school, { $names } with { $events } events have no cheaper timetable (integer programme).
}
cli-rules-id = Rule
cli-rules-rule = What it asks
cli-rules-source = Source
cli-rules-mode = Mode
cli-rules-weight = Weight
cli-rules-unit = Measured in { $unit }
cli-rules-default-weight = weight { $weight }
source-memo = Memorandum { $section }
source-logic = Logic
source-practice = Practice
mode-hard = hard
mode-soft = soft
mode-measure = measured
mode-off = off
UW0500 = The file cannot be read: { $detail }.
    .remedy = Check the path and the rights.
UW0501 = The file is not UTF-8 from byte { $offset } on.
    .remedy = Save it as UTF-8.
UW0502 = The archive holds { $found } instances where one is needed.
    .remedy = Keep one instance in the file.
UW0503 = The archive holds no solution.
    .remedy = Name an archive with a solution group.
UW0504 = The plan was made for another school ({ $found }) than this one ({ $expected }).
    .remedy = Give the school file that the plan was made from.
UW0505 = The plan speaks of { $what } `{ $id }`, which the school does not have.
    .remedy = Make the plan again from this school.
UW0510 = No school was handed in.
    .remedy = Hand in a pointer to the school document and its length.
UW0511 = The options cannot be read: { $detail }.
    .remedy = Known are seed, threads, iterations, time_limit_ms and language.
UW0512 = Internal error, a bug in Uurwerk: { $detail }.
    .remedy = Please report it with the input, if you may share it.
cli-no-such-load-rule = There is no rule `{ $rule }` about loads; `uurwerk rules` lists the rules.
UW0513 = A pointer that must not be null is null: { $what }.
    .remedy = Hand in what the header asks for; a name must be UTF-8.
UW0514 = The options say that they are { $size } bytes long.
    .remedy = Set everything to zero, then `size` to `sizeof(UurwerkOptions)`.
UW0515 = The document is larger than { $limit } MiB.
    .remedy = Hand in one school; no school needs that much.
UW0516 = This format cannot be made a school.
    .remedy = Formats that can be: { $expected }.
UW0517 = What is asked cannot be read: { $detail }.
    .remedy = The header says what may be asked and how.
UW0518 = The school has no such teacher, class or lesson: { $text }.
    .remedy = Ask with the ids of the school document.
UW0531 = The key cannot be read: { $detail }.
    .remedy = Give the key file that was written when the names were replaced.
UW0532 = The key does not know the school of this document ({ $found }).
    .remedy = Replace the names in the school first, with the same key.
UW0533 = The key does not know “{ $id }”.
    .remedy = Give the key of this document.
UW0534 = A document of kind { $kind } keeps its names.
    .remedy = Replace the names in the school and the plans, and make this document anew from them.
cli-pseudonymised = { $people ->
        [one] One person has another name
       *[other] { $people } persons have other names
    } in { $file }; the key to them is { $key }: keep it apart.
cli-restored = The names are back in { $file }.
