# What is wrong with an input, and what to do about it. The name is the code.

## Shape

UW0001 = The text ends before the document is complete ({ $detail }).
    .remedy = Send the whole file; it was most likely cut off while it was written or copied.
UW0002 = This is not JSON ({ $detail }).
    .remedy = Correct the text at this place, or let a program write the file.
UW0003 = The document is nested too deeply ({ $detail }).
    .remedy = No document of Uurwerk is nested this deeply: check what wrote the file.
UW0004 = This is a document of kind “{ $found }”, where “{ $expected }” was expected.
    .remedy = Hand in a document of the expected kind, or use the command for this kind.
UW0005 = The document has version { $found }; this program reads version 1.
    .remedy = Use a newer Uurwerk, or write the document in version 1.
UW0006 = The field “{ $field }” is unknown here.
    .remedy = { $nearest ->
        [none] Remove it, or use one of: { $expected }.
       *[other] Did you mean “{ $nearest }”? Possible are: { $expected }.
    }
UW0007 = The field “{ $field }” is missing.
    .remedy = Add the field.
UW0008 = Here stands a value of type { $found }, where { $expected } was expected.
    .remedy = Write a value of the expected type.
UW0009 = The number { $value } is not a whole number from { $min } to { $max }.
    .remedy = Choose a whole number in that range.
UW0010 = The value “{ $value }” is not possible here.
    .remedy = Choose one of: { $expected }.
UW0011 = The list has { $n } items and needs at least { $limit }.
    .remedy = Complete the list.
UW0012 = The list has { $n } items and may have at most { $limit }.
    .remedy = Shorten the list.
UW0013 = “{ $value }” is not a time on the clock.
    .remedy = Write hours and minutes with two digits each, such as 08:30.
UW0014 = “{ $value }” is not an exact amount of work.
    .remedy = Write a whole number of 1/133980 full-time jobs, or a fraction with a noemer that divides it exactly, such as "20/22".
UW0015 = The field “{ $field }” stands twice in one object.
    .remedy = Keep one of the two.
UW0016 = This object must have exactly one field and has { $found }.
    .remedy = Write exactly one of: { $expected }.
UW0017 = The field “{ $field }” is refused: { $topic ->
        [appraisal] it looks like a judgement of a person, which must not decide who teaches what (memo F4).
        [survey] it looks like the answers of a survey, which are for the teacher alone and never for appraisal (memo F4).
        [health] it looks like data about health, which Uurwerk has no use for (GDPR, article 9).
        [origin] it looks like data about somebody's origin or belief, which Uurwerk has no use for (GDPR, article 9).
       *[gender] it looks like data about gender or orientation, which Uurwerk has no use for (GDPR, article 9).
    }
    .remedy = Remove it. What a person cannot do or would rather not do is said with wishes and rights, without the reason.
UW0099 = The document could not be read: { $detail }.
    .remedy = Compare the document with its JSON Schema, and report this if the schema accepts it.

## Names

UW0101 = The id “{ $id }” stands twice in this list; the first is at { $first }.
    .remedy = Give each its own id, or remove the second.
UW0102 = The id “{ $id }” is empty, or begins or ends with a space, or holds a control character.
    .remedy = Write a short id of visible characters.
UW0103 = Nothing is called “{ $id }” in { $list }.
    .remedy = Correct the name, or add what it refers to.

## The week and the noemers

UW0110 = The period ends at { $end }, not after its start at { $start }.
    .remedy = Correct the start or the end.
UW0111 = The period starts at { $start }, before the one before it ends at { $end }.
    .remedy = Put the periods of a day in order of time, without overlap.
UW0112 = On { $day } a period of the morning comes after one of the afternoon.
    .remedy = Mark the periods before the midday break as morning and all later ones as afternoon.
UW0115 = This graad and type of subject already has a noemer at { $first }.
    .remedy = Keep one noemer for each graad and type.
UW0116 = With noemer { $noemer } the load of { $n } lessons is not a whole number of 1/133980 (the first is “{ $lesson }”).
    .remedy = Use a noemer that divides exactly, such as 20, 21, 22 or 29, or other hours.

## Staff

UW0120 = The contract of { $teacher } is not in order: least { $min }, target { $target }, most { $max }.
    .remedy = Make the least at most the target, and the target at most the most.
UW0121 = An amount of work cannot be negative ({ $value }).
    .remedy = Write zero or more.
UW0122 = The tasks of { $teacher } ({ $tasks }) exceed the most that the contract allows ({ $max }).
    .remedy = Give some tasks to others, or raise the maximum.
UW0124 = { $teacher } has a right to { $volume }, more than the contract's maximum { $max }.
    .remedy = Correct the right or the contract.
UW0125 = A right to { $value } says nothing.
    .remedy = Write a volume above zero, or remove the right.
UW0126 = { $teacher } has no qualification, while the contract asks for at least { $min } and only { $settled } is settled by tasks and locks.
    .remedy = Add the qualifications, lower the contract's minimum, or lock lessons.
UW0127 = This person already has a wish about the same thing, at { $first }; the two add up.
    .remedy = Keep one of the two.
UW0128 = { $teacher } has two qualifications for { $subject } in graad { $graad }; the better one counts.
    .remedy = Keep the better one.
UW0129 = { $teacher } is named as their own evaluator.
    .remedy = Name somebody else, or nobody.
UW0130 = { $teacher } is never available, while the contract asks for lessons.
    .remedy = Correct the wishes of -3 on times, or the contract.
UW0131 = { $teacher } has a right to work that none of their qualifications covers.
    .remedy = Correct the subjects and graden of the right, or add the qualification.

## Classes

UW0135 = Class { $class } of year { $year } is put in graad { $graad }; that year is in graad { $expected }.
    .remedy = Correct the year or the graad, if this was not meant.
UW0136 = The stream of class { $class } does not belong to graad { $graad }.
    .remedy = Use a and b in the first graad, and a finaliteit in the others.
UW0137 = The parts of class { $class } hold { $n } pupils together, the class { $pupils }.
    .remedy = Correct the numbers: every pupil is in exactly one part.
UW0138 = Pupils of class { $class } have at least { $n } lesson hours, and the week has { $slots }.
    .remedy = Remove lessons, give parts of the class different lessons at the same time, or lengthen the week.
UW0139 = Class { $class } has no lessons.
    .remedy = Add its lessons, or remove the class.

## Lessons

UW0140 = Lesson { $lesson } has no noemer: none stands in the table for its type of subject in graad { $graad } (0: no graad known).
    .remedy = Add the cell to the noemers, give the subject a noemer, or give the lesson a graad.
UW0141 = The blocks of lesson { $lesson } add up to { $n } hours instead of { $hours }.
    .remedy = Make the lengths of the blocks add up to the hours.
UW0142 = A block of lesson { $lesson } takes { $n } periods; the longest half-day has { $limit }, and no block runs over the midday break.
    .remedy = Split the block.
UW0143 = A block of lesson { $lesson } takes { $n } periods; the longest day has { $limit }.
    .remedy = Split the block.
UW0144 = Lesson { $lesson } has { $n } blocks of { $length } periods or more; the week holds { $limit }.
    .remedy = Use fewer or shorter blocks.
UW0145 = Lesson { $lesson } names the same group of class { $class } twice.
    .remedy = Remove the second.
UW0146 = Lesson { $lesson } names the whole of class { $class } and also a part of it.
    .remedy = Keep the whole class or the part.
UW0147 = Lesson { $lesson } takes parts of class { $class } from two partitions; pupils may be counted twice.
    .remedy = Use parts of one partition.
UW0148 = A position of lesson { $lesson } takes { $hours } hours, which is not the length of its first blocks.
    .remedy = Choose one of: { $possible }.
UW0149 = Position { $position } of lesson { $lesson } is for somebody whom a lock names (guest, trainee, stand-by), and no lock does.
    .remedy = Add a teacher lock on that position, or remove it.
UW0150 = Lesson { $lesson } ({ $subject }, graad { $graad }) needs { $open } more teachers, and { $n } are qualified.
    .remedy = Add the qualification to somebody, lock a teacher, or remove the lesson.
UW0151 = Lesson { $lesson } has no position for a teacher.
    .remedy = Add a position, if somebody is to teach it.
UW0152 = Lesson { $lesson } needs a room that the school does not have (kind { $kind }).
    .remedy = Add such a room, or correct the kind or the list of rooms.
UW0153 = Lesson { $lesson } seats { $n } pupils in a room, and the largest suitable one holds { $largest }.
    .remedy = Allow a larger room, split the group, or correct the capacity.
UW0154 = Lesson { $lesson } prefers room { $room }, which is not suitable for it.
    .remedy = Prefer a suitable room, or add this one to the suitable rooms.
UW0155 = Lesson { $lesson } has a co-teacher and no lead.
    .remedy = Make one position a lead.
UW0156 = Lesson { $lesson } has more than one trainee.
    .remedy = Let one trainee practise and the others watch, unless several were meant.
UW0160 = Lessons { $lesson } and { $other } are linked by { $link } and differ in hours or blocks.
    .remedy = Give linked lessons the same hours and blocks, or remove the link.
UW0161 = Lessons { $lesson } and { $other } are linked by { $link }, and both have the same pupils of class { $class }.
    .remedy = Give them different parts of one partition of the class, or remove the link.
UW0162 = The link { $link } holds one lesson only.
    .remedy = Name it in the other lessons too, or remove it.
UW0165 = Lessons { $lesson } and { $other } are linked by { $link } and take class { $class } by different partitions; some pupils may be in both.
    .remedy = Use parts of one partition, if pupils could be in both.

## Budget

UW0163 = The budget line { $line } holds { $hours } hours, and { $n } are charged to it.
    .remedy = Charge lessons or tasks to another line, or correct the line.
UW0164 = “{ $item }” is charged to hours that are earmarked for religion and ethics.
    .remedy = Charge it to another line.

## Locks

UW0170 = Lesson { $lesson } has no position { $at }: it has { $n }, counting from 0.
    .remedy = Correct the position.
UW0171 = Lesson { $lesson } has no block { $at }: it has { $n }, counting from 0.
    .remedy = Correct the block.
UW0172 = Lesson { $lesson } has no room need { $at }: it has { $n }, counting from 0.
    .remedy = Correct the need, or add it to the lesson.
UW0173 = This position of lesson { $lesson } is already locked at { $first }.
    .remedy = Keep one of the two locks.
UW0174 = { $teacher } is locked in two positions of lesson { $lesson }.
    .remedy = Lock somebody else in one of the two.
UW0175 = A block of { $n } periods of lesson { $lesson } does not fit at { $day } { $period }: it would leave the half-day.
    .remedy = Choose another start, or split the block.
UW0176 = This block of lesson { $lesson } already has a locked time at { $first }.
    .remedy = Keep one of the two locks.
UW0177 = { $teacher } is locked in lesson { $lesson } without a qualification for { $subject } in its graad.
    .remedy = Add the qualification, or lock somebody else; the lock holds meanwhile.
UW0178 = Lesson { $lesson } is linked by { $link } and locked at another time than { $first }.
    .remedy = Lock linked lessons at the same time.
UW0179 = Two blocks of lesson { $lesson } are locked at overlapping times; the other is { $first }.
    .remedy = Move one of the two.
UW0180 = { $teacher } is locked in { $n } lesson hours and is available for { $slots }.
    .remedy = Remove locks, or correct the availability.
UW0181 = What is locked for { $teacher }, with tasks, is { $load }, above the contract's maximum { $max }.
    .remedy = Remove locks, or correct the contract.
UW0182 = This room of lesson { $lesson } is already locked at { $first }.
    .remedy = Keep one of the two locks.
UW0183 = Room { $room } is locked for lesson { $lesson } and is not suitable for it.
    .remedy = Lock a suitable room, or add this one to the suitable rooms.
UW0184 = Lesson { $lesson } is locked at a time at which { $teacher } is never available.
    .remedy = Move the lesson, or correct the wish of -3.
UW0185 = Lessons { $lesson } and { $other } are locked at the same time with the same teacher { $teacher }.
    .remedy = Move one of the two, or lock another teacher.
UW0186 = { $teacher } is locked in lessons { $lesson } and { $other }, which are linked and so at the same time.
    .remedy = Make them one lesson for several groups, or lock another teacher.
UW0187 = The way from { $building } leads to { $building } itself.
    .remedy = Name two different buildings or sites, or remove the entry.
UW0188 = The way between { $building } and { $other } is already said at { $first }.
    .remedy = Keep one of the two: a way counts in both directions.
UW0189 = Rooms of building { $building } stand on different sites; here on { $site }.
    .remedy = Correct the site or the building: rooms of one building are taken to be near each other.
UW0190 = The list has { $n } items; no school has more than { $limit }.
    .remedy = Check what wrote the document.

## Mentoring and teams

UW0191 = { $teacher } is named as their own mentor.
    .remedy = Name another mentor.
UW0192 = Mentor { $mentor } and starter { $starter } stand twice; first at { $first }.
    .remedy = Keep one pair, with all its observations and meetings.
UW0193 = Mentor { $mentor } is also the evaluator of { $starter }.
    .remedy = Choose a mentor who does not evaluate: a mentor is a confidant.
UW0194 = { $teacher } is mentored and is not a starter.
    .remedy = Mark them as a starter, if they are new here.
UW0195 = { $teacher } is a mentor without having agreed to be one.
    .remedy = Ask, and set the field mentor; or choose another mentor.
UW0196 = { $teacher } stands twice in this team.
    .remedy = Keep each member once.
UW0169 = The quorum { $quorum } is not from { $least } to { $most }: more than half of the members and at most all.
    .remedy = Correct it, or leave it out if all must come.
UW0197 = Starter { $starter } has a second mentor; the first is at { $first }.
    .remedy = Keep one mentor for each starter, unless two were meant.
UW0198 = { $teacher } accompanies a group of trainees and is one of them.
    .remedy = Name somebody else as the mentor of the group.
UW0199 = Trainee { $teacher } practises in no lesson.
    .remedy = Give a lesson a position with the role trainee, and lock { $teacher } to it.
UW0157 = Trainee { $teacher } comes to practise and counts as a starter.
    .remedy = Set starter to false: the rules for starters are about people with lessons of their own.

## Outside the school

UW0158 = The expert can never come for a whole block of lesson { $lesson }.
    .remedy = Name more periods, those of a whole block one after the other.
UW0159 = { $class } has { $hours } hours of lessons and { $n } periods on the days in school.
    .remedy = Name fewer days at the workplace, or give fewer hours.
UW0166 = Lesson { $lesson } is given for fewer hours than the { $n } periods of the project.
    .remedy = Leave the lesson out, or make the project shorter.
UW0167 = The window ends at { $end } and starts at { $start }.
    .remedy = Let it end after it starts.
UW0168 = Lesson { $lesson } stands twice in this project.
    .remedy = Keep each lesson once.
UW0134 = { $id } stands twice in this list.
    .remedy = Keep it once.
UW0132 = Things happen every week, every second or every fourth, with a phase below that: every { $every }, phase { $phase } is neither.
    .remedy = Let `every` be 1, 2 or 4, and `phase` less than it.

## Rules

UW0201 = There is no rule “{ $rule }”.
    .remedy = Choose a rule of the catalogue; the command rules lists them.
UW0202 = Rule { $rule } has no number “{ $param }”.
    .remedy = Correct the name; the command rules { $rule } lists the numbers of the rule.
UW0203 = The number “{ $param }” of rule { $rule } must be a whole number from { $min } to { $max }.
    .remedy = Choose a whole number in that range.

## Plans

UW0301 = Position { $at } of lesson { $lesson } is given twice.
    .remedy = Keep one entry per position.
UW0302 = Block { $at } of lesson { $lesson } is placed twice.
    .remedy = Keep one entry per block.
UW0303 = Rule { $rule } is reported twice.
    .remedy = Keep one result per rule.
UW0304 = The school's hash is not 64 hexadecimal digits.
    .remedy = Keep the hash as the program wrote it.
UW0305 = This protected time does not name the people, the lesson or the team that its kind asks for.
    .remedy = Name two different people for an observation, a meeting or co-teaching, the lesson that is observed or co-taught, and the team that meets.
UW0306 = A deviation or a cost cannot be negative ({ $value }).
    .remedy = Let the program write the plan again.
UW0307 = A block or a protected time of no length.
    .remedy = Give it one period or more.

## What a plan claims

UW0401 = The plan was made for another school, or for another version of this one (“{ $claimed }”; this is “{ $found }”).
    .remedy = Hand in the school document that the plan was made from, or make the plan again.
UW0402 = The plan speaks of “{ $id }”, which is not in { $list } of the school.
    .remedy = Hand in the school that the plan was made from, or make the plan again.
UW0403 = Lesson { $lesson } has no position or block { $at }.
    .remedy = Remove the entry, or make the plan again.
UW0404 = Position or block { $at } of lesson { $lesson } stands in the plan twice.
    .remedy = Keep one entry.
UW0405 = Position { $at } of lesson { $lesson } has another role in the school.
    .remedy = Take over the role of the school.
UW0406 = Block { $at } of lesson { $lesson } has another length in the school.
    .remedy = Take over the length of the school.
UW0407 = Block { $at } of lesson { $lesson } is given more rooms than the lesson needs.
    .remedy = Remove the rooms beyond its needs.
UW0408 = This time is protected for { $n } periods; meetings, observations and teams take one.
    .remedy = Write one entry for each period.
UW0410 = The plan does not say what rule { $rule } cost.
    .remedy = Let the program write the plan again, with every rule.
UW0411 = The plan speaks of rule { $rule }, which does not exist or is about a timetable that the plan does not have.
    .remedy = Check the plan with the version of Uurwerk that made it.
UW0412 = Rule { $rule } was applied as “{ $claimed }”, while the school's policy asks “{ $found }”.
    .remedy = Make the plan again with the policy of the school.
UW0413 = The number “{ $param }” of rule { $rule } is { $claimed } in the plan and { $found } by the school's policy.
    .remedy = Make the plan again with the policy of the school.
UW0414 = The plan says that rule { $rule } deviates by { $claimed }; it deviates by { $found }.
    .remedy = Do not rely on this plan; report this if Uurwerk made it.
UW0415 = The plan says that rule { $rule } costs { $claimed }; it costs { $found }.
    .remedy = Do not rely on this plan; report this if Uurwerk made it.
UW0416 = The findings of rule { $rule } add up to { $found }, while its deviation is given as { $claimed }.
    .remedy = Do not rely on this plan; report this if Uurwerk made it.
UW0420 = The certificate says that hard rules deviate by { $claimed } in all; they deviate by { $found }.
    .remedy = Do not rely on this plan; report this if Uurwerk made it.
UW0421 = The certificate says that soft rules cost { $claimed } in all; they cost { $found }.
    .remedy = Do not rely on this plan; report this if Uurwerk made it.
UW0422 = The certificate says that nothing costs less than { $claimed }, while this plan costs { $found }: the bound is wrong.
    .remedy = Do not rely on this plan; report this if Uurwerk made it.
UW0423 = The status “{ $claimed }” does not agree with hard { $hard }, soft { $soft } and bound { $bound }.
    .remedy = Optimal needs a met bound and no broken hard rule, feasible no broken hard rule, incomplete a broken one.
UW0424 = The plan has a timetable, and the certificate says nothing of it.
    .remedy = Let the program write the plan again.
UW0425 = The certificate's tiers are not those of the policy, or not in its order.
    .remedy = Let the program write the plan again.
UW0426 = The certificate says that this tier costs { $claimed }, and nothing less than { $bound }; it costs { $found }.
    .remedy = Let the program write the plan again.
UW0427 = The certificate says that rule D7 measures { $claimed } and that its prices prove { $bound }; found are { $found } and { $proved }.
    .remedy = Let the program write the plan again.

## Scenarios

UW0701 = { $teacher } has no such qualification for { $subject }.
    .remedy = Name a subject and graden that { $teacher } may teach now, or leave it out.
UW0702 = Without room { $room } nothing is left of the rooms that lesson { $lesson } asks for.
    .remedy = Drop the lesson, or let it ask for a kind of room before the room closes.
UW0703 = Lesson { $lesson } is not a lesson of class { $class }.
    .remedy = Name lessons that the class follows now, or leave it out.
UW0704 = The scenarios build on each other in a circle: { $path } comes back to itself.
    .remedy = Let one of them build on no other.
UW0705 = What is locked cannot stay: { $what } changes by the scenario itself.
    .remedy = Take the lock out, or the change that breaks it.
UW0706 = The scenario was applied to a plan that has no timetable.
    .remedy = Make the timetable first: uurwerk timetable PLAN --school SCHOOL.
UW0707 = No plan was found that changes no more than the budget and the locks allow; at least { $n } changes are needed.
    .remedy = Raise the budget of changes, take out locks, or give it more time.
