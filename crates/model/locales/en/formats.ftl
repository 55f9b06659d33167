# Untis: faults in files and profile (UW3001-UW3012), then what was assumed (UW3029-UW3080).
UW3001 = The export has no GPU002 file: without lessons there is no school.
    .remedy = Export the lessons from Untis (GPU002.TXT) into the same folder.
UW3002 = “{ $value }” is not a number that can stand here.
    .remedy = Correct the field; amounts are written like 4 or 4.5.
UW3003 = { $value } is outside the range { $min } to { $max }.
    .remedy = Correct the field.
UW3004 = This field may not be blank.
    .remedy = Fill it in, or remove the row.
UW3005 = “{ $value }” is no kind of time request.
    .remedy = Use L (teacher), K (class), R (room) or F (subject).
UW3006 = The line cannot be cut into fields: { $detail }.
    .remedy = Check the quotation marks of this line; a quote inside a text is written twice.
UW3008 = The file holds no lessons.
    .remedy = Export the lessons again, with all classes selected.
UW3010 = The profile cannot be read: { $detail }.
    .remedy = Correct the profile at this place; it is a TOML file.
UW3011 = The profile speaks of “{ $name }” under { $key }, and Untis does not know it.
    .remedy = Write the name as Untis does (capitals count), or remove it from the profile.
UW3012 = { $key } = { $value } is outside the range { $min } to { $max }.
    .remedy = Correct that key of the profile.
UW3029 = Neither a timetable nor time requests show the week: eight periods a day and four on Wednesday are assumed ({ $examples }).
    .remedy = Export GPU001 or GPU016 too.
UW3030 = Untis does not export the name of the school: “{ $examples }” is used.
    .remedy = Profile: name = "…"
UW3031 = Periods a day whose clock times Untis does not export and that are set here ({ $count }): { $examples }.
    .remedy = Profile: [grid] start, minutes, break_minutes, noon_minutes
UW3032 = Midday is taken to come after period { $examples }: there the fewest lessons of the present timetable go on.
    .remedy = Profile: [grid] noon_after
UW3033 = Periods closed for every class (-3) and left out of the week ({ $count }): { $examples }.
    .remedy = Open them in the time requests of Untis to keep them.
UW3034 = Classes whose graad, year and stream come from their names ({ $count }): { $examples }.
    .remedy = Profile: [class.NAME] graad, year, stream
UW3035 = Classes whose year is not known and taken to be 1 ({ $count }): { $examples }.
    .remedy = Profile: [class.NAME] year
UW3036 = Classes whose level in Untis is not the year in their name; the name is followed ({ $count }): { $examples }.
    .remedy = Profile: [class.NAME] year
UW3037 = Classes whose number of pupils is not known and taken to be 0 ({ $count }): { $examples }.
    .remedy = Profile: [class.NAME] pupils
UW3038 = Classes with difficulty 0, as Untis does not know how demanding they are ({ $count }): { $examples }.
    .remedy = Profile: [class.NAME] difficulty = 0 to 100
UW3039 = People taken to be experienced and no starters, as Untis does not know years of service ({ $count }): { $examples }.
    .remedy = Profile: starters = ["…"], [teacher.NAME] experience, [staff] experience
UW3040 = Subjects made of several that differ only in the graad at the end of their names ({ $count }): { $examples }.
    .remedy = Profile: graad_suffix = false, or [subject.NAME] id
UW3041 = Cells of the table of noemers in which the value factors of Untis differ from the usual noemer and are followed ({ $count }): { $examples }.
    .remedy = Profile: [[noemer]] graad, kind, hours
UW3042 = Subjects without a value factor that is a noemer, for which the table decides ({ $count }): { $examples }.
    .remedy = Profile: [subject.NAME] noemer
UW3043 = People whose weekly target is more than a quarter away from their lessons; their present load is the target ({ $count }): { $examples }.
    .remedy = Profile: [teacher.NAME] contract
UW3044 = People with more than a full-time job by these noemers ({ $count }): { $examples }.
    .remedy = Check the noemers of their subjects: [[noemer]] or [subject.NAME] noemer
UW3045 = Lessons that weigh nothing in Untis; they keep their teachers, on duty, and count in nobody’s load ({ $count }): { $examples }.
    .remedy = Profile: [subject.NAME] noemer makes the hours of a subject count
UW3046 = Couplings with several groups of pupils at the same time; they became linked lessons 123.1, 123.2 ({ $count }): { $examples }.
    .remedy = Split or join the coupling lines in Untis.
UW3047 = Couplings in which several teachers share a subject and a room; they became one lesson with several teachers ({ $count }): { $examples }.
    .remedy = Profile: second_teacher = "by_pupils", "lead" or "co"
UW3048 = Couplings in which one teacher has two subjects at the same time; the first counts ({ $count }): { $examples }.
    .remedy = Make two lessons of it in Untis when both are given.
UW3049 = Rooms taken to be fictional: a lesson that asks for one may have any room like those it stands for ({ $count }): { $examples }.
    .remedy = Profile: fictional_rooms = ["…"]
UW3050 = Kinds of several rooms, made of rooms that are alternatives for each other ({ $count }): { $examples }.
    .remedy = Profile: [room.NAME] kind
UW3051 = Lessons given at present in a room that is no alternative of the one they ask for; it suits them too ({ $count }): { $examples }.
    .remedy = Profile: [room.NAME] kind
UW3052 = Couplings that ask for a room that the present timetable never gives; it is not asked for ({ $count }): { $examples }.
    .remedy = Remove the room from the coupling line in Untis, or give it in the timetable.
UW3053 = Lessons whose blocks come from the block sizes and double periods of Untis; between two bounds the present timetable decides ({ $count }): { $examples }.
    .remedy = Set block sizes or equal bounds in Untis.
UW3054 = People whose qualifications are taken to be “required” (VE), as Untis does not know their level ({ $count }): { $examples }.
    .remedy = Profile: qualification_level = "required", "sufficient" or "other"
UW3055 = Subjects in GPU008 that no lesson teaches; qualifications for them are left out ({ $count }): { $examples }.
    .remedy = Profile: [subject.NAME] id, when a taught subject is meant
UW3056 = Cases in which people teach today what GPU008 does not list for them; they keep the right to, at the level “other” ({ $count }): { $examples }.
    .remedy = Add the qualification in Untis, or take the lesson away from that person there.
UW3057 = People to whom their present lessons are locked ({ $count }): { $examples }.
    .remedy = Profile: teachers = "free"
UW3058 = Blocks that keep the time of the present timetable ({ $count }): { $examples }.
    .remedy = Profile: times = "fixed" (those with code X), "free" (none) or "all"
UW3059 = Time requests of classes, rooms and subjects that are not carried over ({ $count }): { $examples }.
    .remedy = State what must hold as wishes of teachers or as locks in the school document.
UW3060 = Classes that stand in lessons but not in GPU003 and were added ({ $count }): { $examples }.
    .remedy = Export GPU003 again; profile: [class.NAME]
UW3061 = Rooms that are named but not in GPU005 and were added ({ $count }): { $examples }.
    .remedy = Export GPU005 again; profile: [room.NAME]
UW3062 = Lessons left out: ignored in Untis (code i), without periods, or on duty without a name ({ $count }): { $examples }.
    .remedy = Remove the code i, give the lesson periods, or name a teacher in Untis.
UW3063 = Lessons that alternate over weeks; they are planned every week ({ $count }): { $examples }.
    .remedy = Join the lessons of alternating weeks in Untis.
UW3064 = Lessons whose rows differ in periods a week; the largest number is taken ({ $count }): { $examples }.
    .remedy = Make two lessons of it in Untis.
UW3065 = Blocks that are not in the present timetable as Untis asks for them ({ $count }): { $examples }.
    .remedy = Nothing needs doing: they are planned anew.
UW3066 = The placeholder { $examples } is no member of staff; its lessons are open.
    .remedy = Name a teacher in Untis to fill them.
UW3067 = Teachers who stand in lessons but not in GPU004 and were added ({ $count }): { $examples }.
    .remedy = Export GPU004 again; profile: [teacher.NAME]
UW3068 = Reductions that became work beside lessons, an hour being 1/22 of a full-time job ({ $count }): { $examples }.
    .remedy = Correct the tasks in the school document where another noemer holds.
UW3069 = Lessons without classes whose graad is not known and taken to be 1 ({ $count }): { $examples }.
    .remedy = Profile: [subject.NAME] noemer
UW3070 = Lessons with a place without a teacher, which stays open ({ $count }): { $examples }.
    .remedy = Name a teacher in Untis to fill it.
UW3071 = Class teachers who are not on the staff and are left out ({ $count }): { $examples }.
    .remedy = Correct the class teacher in Untis.
UW3072 = Lessons of the timetable (GPU001) that are not in GPU002; their rows are not used ({ $count }): { $examples }.
    .remedy = Export both files at the same moment.
UW3073 = Lessons that do not run in the usual school year; they are planned all year ({ $count }): { $examples }.
    .remedy = Export one period of the year at a time.
UW3074 = Lessons that name no subject; they got the subject “-” ({ $count }): { $examples }.
    .remedy = Name a subject in Untis.
UW3075 = Couplings in which two subjects sit in one room at the same time; the first asks for it ({ $count }): { $examples }.
    .remedy = Give the second its own room in Untis when it needs one.
UW3076 = Subjects whose type (AV, TV, PV, KV, LBV) comes from their names ({ $count }): { $examples }.
    .remedy = Profile: [subject.NAME] kind
UW3077 = People whose contracts are made from their present lessons and the weekly target, with some room on either side ({ $count }): { $examples }.
    .remedy = Profile: [teacher.NAME] contract, [staff] margin_hours
UW3078 = People taken to have the legal position of [staff] statute, as Untis does not know theirs ({ $count }): { $examples }.
    .remedy = Profile: [staff] statute, [teacher.NAME] statute
UW3079 = Places in lessons that are free for any qualified teacher ({ $count }): { $examples }.
    .remedy = Profile: teachers = "locked"
UW3080 = Hours without pupils; they keep their people and count as tasks beside lessons ({ $count }): { $examples }.
    .remedy = Profile: without_pupils = "lessons"

## XHSTT archives

UW3101 = The archive is not UTF-8: { $detail }
    .remedy = Save it as UTF-8.
UW3102 = The archive is not well-formed XML: { $detail }
    .remedy = Mend the XML at this place.
UW3103 = Document type definitions and entities are refused: { $detail }
    .remedy = Take out the DOCTYPE and write the text itself.
UW3104 = The elements are nested too deeply: { $detail }
    .remedy = Take out the needless levels.
UW3105 = Element out of place `{ $id }`: { $detail }
    .remedy = Follow the order of XHSTT-2014.
UW3106 = Something is missing in `{ $id }`: { $detail }
    .remedy = Add it.
UW3107 = A value of `{ $id }` is wrong: { $detail }
    .remedy = Correct the value.
UW3108 = The id `{ $id }` is used twice: { $detail }
    .remedy = Give each thing an id of its own.
UW3109 = `{ $id }` does not exist: { $detail }
    .remedy = Correct the reference.
UW3110 = `{ $id }` is of the wrong type: { $detail }
    .remedy = Name a resource of the type asked for.
UW3111 = `{ $id }` is in an older dialect: { $detail }
    .remedy = Use the file of XHSTT-2014.
UW3112 = The problem `{ $id }` cannot be used: { $detail }
    .remedy = Correct the instance.
UW3113 = The solution is not valid for its instance, `{ $id }`: { $detail }
    .remedy = Take the solution that belongs to this instance.
UW3114 = There are more faults than these: { $detail }
    .remedy = Correct these first.

## FET files

UW3201 = The file is not UTF-8: { $detail }
    .remedy = Save it as UTF-8.
UW3202 = The file is not well-formed XML: { $detail }
    .remedy = Mend the XML at this place, or let FET save the file anew.
UW3203 = Document type definitions and entities are refused: { $detail }
    .remedy = Take out the DOCTYPE and write the text itself.
UW3204 = The elements are nested too deeply: { $detail }
    .remedy = Take out the needless levels.
UW3205 = Element out of place `{ $id }`: { $detail }
    .remedy = Let FET save the file anew.
UW3206 = Something is missing in `{ $id }`: { $detail }
    .remedy = Add it.
UW3207 = A value of `{ $id }` is wrong: { $detail }
    .remedy = Correct the value.
UW3208 = The name or number `{ $id }` is used twice: { $detail }
    .remedy = Give each thing a name of its own.
UW3209 = `{ $id }` does not exist: { $detail }
    .remedy = Correct the name, blanks at its ends included.
UW3210 = A count in `{ $id }` is wrong: { $detail }
    .remedy = Correct the count: FET itself does not read such a file.
UW3211 = The weight of `{ $id }` is not possible: { $detail }
    .remedy = Make it 100: FET itself does not start otherwise.
UW3212 = The problem `{ $id }` cannot be used: { $detail }
    .remedy = Correct the file.
UW3213 = The timetable is not valid for the file, `{ $id }`: { $detail }
    .remedy = Take the timetable that belongs to this file.
UW3214 = There are more faults than these: { $detail }
    .remedy = Correct these first.
UW3250 = { $family }: { $count } constraints of a family that is not known. The timetable may break them.
    .remedy = Check the timetable in FET.
UW3251 = { $family }: { $count } constraints that are not held to. The timetable may break them.
    .remedy = Check the timetable in FET.
UW3252 = { $family }: { $count } constraints that are held to more strictly than FET does.
    .remedy = Should no timetable be found, loosen them.
UW3253 = { $family }: { $count } constraints whose conflicts are not counted exactly as FET does.
    .remedy = Let FET count the soft conflicts of the timetable.
UW3254 = The file is for the mode `{ $family }` of FET, in which some constraints mean something else.
    .remedy = Check the timetable in FET.

## Untis, written

UW3085 = Lessons and links whose names are no numbers and got a number in Untis ({ $count }): { $examples }.
    .remedy = Give lessons numbers as ids to choose them yourself.
UW3086 = Lessons whose blocks Untis cannot be asked for exactly; it is left free there ({ $count }): { $examples }.
    .remedy = Set the double periods of these lessons in Untis.
UW3087 = Lessons in which a teacher has fewer hours than the lesson; in Untis that teacher has them all ({ $count }): { $examples }.
    .remedy = Split these lessons in two.
UW3088 = Rooms with an off-site code, which stand on a site of that name; rooms without one stand on the site “main” ({ $count }): { $examples }.
    .remedy = Profile: [room.NAME] site, building; [[travel]]

## What a format has no place for

UW3301 = Clock times of the week are not carried over ({ $count }): { $examples }.
    .remedy = Keep the school document: it holds them.
UW3302 = Levels of qualifications are not carried over ({ $count }): { $examples }.
    .remedy = Keep the school document: it holds them.
UW3303 = Qualifications are not carried over ({ $count }): { $examples }.
    .remedy = Keep the school document: it holds them.
UW3304 = Ranges of contracts are not carried over ({ $count }): { $examples }.
    .remedy = Keep the school document: it holds them.
UW3305 = Legal positions and years of service are not carried over ({ $count }): { $examples }.
    .remedy = Keep the school document: it holds them.
UW3306 = Rights, last year’s work, half-days and sites of people are not carried over ({ $count }): { $examples }.
    .remedy = Keep the school document: it holds them.
UW3307 = Work beside lessons are not carried over ({ $count }): { $examples }.
    .remedy = Keep the school document: it holds them.
UW3308 = Wishes about times are not carried over ({ $count }): { $examples }.
    .remedy = Keep the school document: it holds them.
UW3309 = Wishes about work are not carried over ({ $count }): { $examples }.
    .remedy = Keep the school document: it holds them.
UW3310 = Mentors, evaluators, teams and trainees are not carried over ({ $count }): { $examples }.
    .remedy = Keep the school document: it holds them.
UW3311 = Budget lines and noemers are not carried over ({ $count }): { $examples }.
    .remedy = Keep the school document: it holds them.
UW3312 = Rules are not carried over ({ $count }): { $examples }.
    .remedy = Keep the school document: it holds them.
UW3313 = Graad, stream and difficulty of classes are not carried over ({ $count }): { $examples }.
    .remedy = Keep the school document: it holds them.
UW3314 = Parts of classes are not carried over ({ $count }): { $examples }.
    .remedy = Keep the school document: it holds them.
UW3315 = Kinds and sites of rooms, and times of the ways between them, are not carried over ({ $count }): { $examples }.
    .remedy = Keep the school document: it holds them.
UW3316 = Locks are not carried over ({ $count }): { $examples }.
    .remedy = Keep the school document: it holds them.
UW3317 = Lessons that are linked are not carried over ({ $count }): { $examples }.
    .remedy = Keep the school document: it holds them.
UW3318 = Roles of teachers are not carried over ({ $count }): { $examples }.
    .remedy = Keep the school document: it holds them.
UW3319 = Blocks of lessons are not carried over ({ $count }): { $examples }.
    .remedy = Keep the school document: it holds them.
UW3320 = Protected time is not carried over ({ $count }): { $examples }.
    .remedy = Keep the plan: it holds it.
UW3321 = Times of lessons are not carried over ({ $count }): { $examples }.
    .remedy = Keep the plan or the file: they hold them.
UW3322 = Rooms of lessons are not carried over ({ $count }): { $examples }.
    .remedy = Keep the school document: it holds them.
UW3323 = Visits of experts, days at a workplace, meetings with other schools, projects and rounds of questions are not carried over ({ $count }): { $examples }.
    .remedy = Keep the school document: it holds them.
UW3324 = What happens every second or fourth week only is carried over as if it came every week ({ $count }): { $examples }.
    .remedy = Keep the school document and the plan: they hold the weeks.
UW3350 = Classes whose graad, year and stream come from their names ({ $count }): { $examples }.
    .remedy = Correct it in the school document.
UW3351 = Subjects whose type (AV, TV, PV, KV, LBV) comes from their names ({ $count }): { $examples }.
    .remedy = Correct it in the school document.
UW3352 = People taken to be experienced and appointed for good ({ $count }): { $examples }.
    .remedy = Correct it in the school document.
UW3353 = People whose contract is their present load with an hour on either side ({ $count }): { $examples }.
    .remedy = Correct it in the school document.
UW3354 = People who are qualified for what they teach at present ({ $count }): { $examples }.
    .remedy = Correct it in the school document.
UW3355 = Lessons to which the present teachers are locked ({ $count }): { $examples }.
    .remedy = Correct it in the school document.
UW3356 = Days of a usual week, as the file says none ({ $count }): { $examples }.
    .remedy = Correct it in the school document.
UW3357 = Lessons whose hours a week are not said and taken to be 1 ({ $count }): { $examples }.
    .remedy = Correct it in the school document.
UW3358 = Lessons whose classes are not known ({ $count }): { $examples }.
    .remedy = Correct it in the school document.
UW3359 = Names that were used twice and got a number ({ $count }): { $examples }.
    .remedy = Correct it in the school document.
UW3360 = Subjects of lessons that nobody gives at present, for which those who might are taken to be qualified at the level “other” ({ $count }): { $examples }.
    .remedy = Correct it in the school document.
UW3390 = A FET file or an XHSTT archive has times, resources and constraints, but no graden, noemers and contracts: it cannot become a school.
    .remedy = Solve it as it is: uurwerk timetable FILE -o OUT.
UW3391 = A school cannot be written as a FET file or an XHSTT archive: its rules about people and protected time have no constraints there.
    .remedy = Write untis, asc, xlsx or csv instead.

## Calendars

UW3401 = A calendar needs dates, and nothing says which school year it is.
    .remedy = Fill in school_year in the school, or in the profile: school_year = "2026-2027".
UW3402 = “{ $value }” is no school year.
    .remedy = Write it as 2026-2027.
UW3403 = Nothing has a time: there is no timetable to write calendars of.
    .remedy = Convert a plan: uurwerk plan first.
UW3404 = The profile of the calendar cannot be read: { $detail }.
    .remedy = Correct it at this place; it is a TOML file.
UW3405 = “{ $value }” is no date that can stand here.
    .remedy = Write it as 2026-09-01; the last day comes after the first.
UW3410 = Lessons with blocks that have no time and stand in no calendar ({ $count }): { $examples }.
    .remedy = Let uurwerk timetable place them.
UW3411 = Blocks on a place that has no date in the school year ({ $count }): { $examples }.
    .remedy = Check the days of the week and the first and last day.

## Workbooks and tables

UW3501 = This is no workbook that can be read: { $detail }.
    .remedy = Save it as .xlsx.
UW3502 = No sheet has the name of a table of a school.
    .remedy = Start from a workbook that uurwerk convert wrote.
UW3503 = “{ $name }” does not stand in the table { $table }.
    .remedy = Correct the name, or add a row there.
UW3504 = “{ $value }” cannot stand under { $column }: the school has no such thing.
    .remedy = Correct the cell, or remove the row.
UW3505 = “{ $name }” is no table of a school, or one that was read already, and is left aside.
    .remedy = Give it the name of a table when it should be read.
UW3506 = The column “{ $name }” is not known here and is left aside.
    .remedy = Use a name from the explanation, or remove the column.
UW3507 = The column “{ $name }” stands here twice; the first one counts.
    .remedy = Remove one of them.
UW3508 = The cell holds the error { $value } of the spreadsheet.
    .remedy = Mend the formula, or write the value itself.
UW3509 = The workbook cannot be written: { $detail }.
    .remedy = Shorten what is too long for a cell.
UW3510 = This cell is too far from the others for a table of a school.
    .remedy = Delete what stands there.

## aSc Timetables

UW3601 = The file cannot be decoded: { $detail }
    .remedy = Save it as UTF-8.
UW3602 = The file is not well-formed XML: { $detail }
    .remedy = Export it from aSc anew.
UW3603 = Document type definitions and entities are refused: { $detail }
    .remedy = Take out the DOCTYPE.
UW3604 = The elements are nested too deeply: { $detail }
    .remedy = Take out the needless levels.
UW3605 = Element out of place `{ $id }`: { $detail }
    .remedy = Export it from aSc anew.
UW3606 = Something is missing in `{ $id }`: { $detail }
    .remedy = Add it.
UW3607 = A value of `{ $id }` is wrong: { $detail }
    .remedy = Correct the value.
UW3608 = `{ $id }` does not exist: { $detail }
    .remedy = Correct the reference.
UW3609 = There are more faults than these: { $detail }
    .remedy = Correct these first.
UW3620 = Lessons that alternate over weeks or terms; they are planned every week ({ $count }): { $examples }.
    .remedy = Join the lessons of alternating weeks in aSc.
UW3621 = Cards without a day or period, which have no time ({ $count }): { $examples }.
    .remedy = Nothing needs doing: they are planned anew.
UW3622 = Lessons in blocks of several lengths; in aSc they are a lesson for each length ({ $count }): { $examples }.
    .remedy = They come back as one lesson by their partner_id.
UW3623 = Cards that fit no period of their day and have no time ({ $count }): { $examples }.
    .remedy = Check the periods in aSc.
UW3624 = Days on which no card lies in the afternoon: it is taken to be free ({ $count }): { $examples }.
    .remedy = Correct the week in the school document.
UW3625 = Lessons that need several rooms; aSc is given all that suit any of them ({ $count }): { $examples }.
    .remedy = Check their classrooms in aSc.
UW3629 = Lessons with more cards than hours a week, as in alternating weeks; the first ones count ({ $count }): { $examples }.
    .remedy = Say in the school document in which weeks they are given.

## OneRoster

UW3701 = The file { $name } is missing.
    .remedy = Export it into the same folder.
UW3702 = The line cannot be cut into fields: { $detail }.
    .remedy = Check the quotation marks of this line.
UW3703 = The column { $column } is missing.
    .remedy = Export the file as OneRoster 1.1 or 1.2 CSV.
UW3704 = The field { $column } may not be blank.
    .remedy = Fill it in, or remove the row.
UW3705 = “{ $value }” in { $column } does not exist in { $name }.
    .remedy = Correct the reference, or add the row there.
UW3706 = The id “{ $value }” is used twice.
    .remedy = Give each row an id of its own.

## CSV with a profile

UW3801 = The profile cannot be read: { $detail }.
    .remedy = Correct it at this place; it is a TOML file.
UW3802 = The profile speaks of a table or column “{ $name }” that a school does not have.
    .remedy = Known ones: { $known }.
UW3803 = The profile reads the file { $name }, which is not there.
    .remedy = Put it into the folder, or correct the profile.
UW3804 = The profile reads the column “{ $name }”, which the file does not have.
    .remedy = Its columns: { $known }.
UW3805 = The line cannot be cut into fields: { $detail }.
    .remedy = Check the quotation marks and the separator of this line.
UW3806 = No file in the folder is a table of a school.
    .remedy = Name files such as staff.csv, or say in a profile what they are.
