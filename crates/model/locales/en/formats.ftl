# Untis: faults in files and profile (UW3001-UW3012), then what was assumed (UW3029-UW3079).
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
UW3031 = Untis does not export clock times: { $count } periods a day are set at { $examples }.
    .remedy = Profile: [grid] start, minutes, break_minutes, noon_minutes
UW3032 = Midday is taken to come after period { $examples }: there the fewest lessons of the present timetable go on.
    .remedy = Profile: [grid] noon_after
UW3033 = { $count } periods are closed for every class (-3) and are left out of the week: { $examples }.
    .remedy = Open them in the time requests of Untis to keep them.
UW3034 = Graad, year and stream of { $count } classes come from their names: { $examples }.
    .remedy = Profile: [class.NAME] graad, year, stream
UW3035 = The year of { $count } classes is not known; year 1 is assumed: { $examples }.
    .remedy = Profile: [class.NAME] year
UW3036 = { $count } classes have a level in Untis that is not the year in their name; the name is followed: { $examples }.
    .remedy = Profile: [class.NAME] year
UW3037 = The number of pupils of { $count } classes is not known; 0 is used: { $examples }.
    .remedy = Profile: [class.NAME] pupils
UW3038 = Untis does not know how demanding a class is: { $count } classes have difficulty 0 ({ $examples }).
    .remedy = Profile: [class.NAME] difficulty = 0 to 100
UW3039 = Untis does not know years of service: { $count } people are taken to be experienced, none to be a starter ({ $examples }).
    .remedy = Profile: starters = ["…"], [teacher.NAME] experience, [staff] experience
UW3040 = { $count } groups of subjects that differ only in the graad at the end of their names became one subject each: { $examples }.
    .remedy = Profile: graad_suffix = false, or [subject.NAME] id
UW3041 = In { $count } cells of the table of noemers the value factors of Untis differ from the usual noemer and are followed: { $examples }.
    .remedy = Profile: [[noemer]] graad, kind, hours
UW3042 = { $count } subjects have no value factor that is a noemer; the table decides: { $examples }.
    .remedy = Profile: [subject.NAME] noemer
UW3043 = The weekly target of { $count } people is more than a quarter away from their lessons; their present load is the target: { $examples }.
    .remedy = Profile: [teacher.NAME] contract
UW3044 = { $count } people have more than a full-time job by the noemers above: { $examples }.
    .remedy = Check the noemers of their subjects: [[noemer]] or [subject.NAME] noemer
UW3045 = { $count } lessons weigh nothing in Untis; they keep their teachers, on duty, and count in nobody’s load: { $examples }.
    .remedy = Profile: [subject.NAME] noemer makes the hours of a subject count
UW3046 = { $count } couplings hold several groups of pupils at the same time; they became linked lessons 123.1, 123.2: { $examples }.
    .remedy = Split or join the coupling lines in Untis.
UW3047 = In { $count } couplings several teachers share a subject and a room; they became one lesson with several teachers: { $examples }.
    .remedy = Profile: second_teacher = "by_pupils", "lead" or "co"
UW3048 = In { $count } couplings one teacher has two subjects at the same time; the first counts: { $examples }.
    .remedy = Make two lessons of it in Untis when both are given.
UW3049 = { $count } rooms are taken to be fictional: a lesson that asks for one may have any room like those it stands for: { $examples }.
    .remedy = Profile: fictional_rooms = ["…"]
UW3050 = Rooms that are alternatives for each other are of one kind; { $count } kinds hold several rooms: { $examples }.
    .remedy = Profile: [room.NAME] kind
UW3051 = { $count } lessons are given at present in a room that is no alternative of the one they ask for; it suits them too: { $examples }.
    .remedy = Profile: [room.NAME] kind
UW3052 = { $count } couplings ask for a room that the present timetable never gives; it is not asked for: { $examples }.
    .remedy = Remove the room from the coupling line in Untis, or give it in the timetable.
UW3053 = The blocks of { $count } lessons come from the block sizes and double periods of Untis; between two bounds the present timetable decides: { $examples }.
    .remedy = Set block sizes or equal bounds in Untis.
UW3054 = Untis does not know the level of a qualification: those of { $count } people are taken to be “required” (VE): { $examples }.
    .remedy = Profile: qualification_level = "required", "sufficient" or "other"
UW3055 = { $count } subjects in GPU008 are taught in no lesson; qualifications for them are left out: { $examples }.
    .remedy = Profile: [subject.NAME] id, when a taught subject is meant
UW3056 = In { $count } cases people teach today what GPU008 does not list for them; they keep the right to, at the level “other”: { $examples }.
    .remedy = Add the qualification in Untis, or set teachers = "locked" in the profile.
UW3057 = The lessons of { $count } people are locked to them: { $examples }.
    .remedy = Profile: teachers = "free"
UW3058 = { $count } blocks keep the time of the present timetable: { $examples }.
    .remedy = Profile: times = "fixed" (those with code X), "free" (none) or "all"
UW3059 = { $count } time requests of classes, rooms and subjects are not carried over: { $examples }.
    .remedy = State what must hold as wishes of teachers or as locks in the school document.
UW3060 = { $count } classes stand in lessons but not in GPU003; they were added: { $examples }.
    .remedy = Export GPU003 again; profile: [class.NAME]
UW3061 = { $count } rooms are named but not in GPU005; they were added: { $examples }.
    .remedy = Export GPU005 again; profile: [room.NAME]
UW3062 = { $count } lessons are left out: ignored in Untis (code i), without periods, or on duty without a name: { $examples }.
    .remedy = Remove the code i, give the lesson periods, or name a teacher in Untis.
UW3063 = { $count } lessons alternate over weeks; they are planned every week: { $examples }.
    .remedy = Join the lessons of alternating weeks in Untis.
UW3064 = The rows of { $count } lessons differ in periods a week; the largest number is taken: { $examples }.
    .remedy = Make two lessons of it in Untis.
UW3065 = { $count } blocks are not in the present timetable as Untis asks for them: { $examples }.
    .remedy = Nothing needs doing: they are planned anew.
UW3066 = The placeholder { $examples } is no member of staff; its lessons are open.
    .remedy = Name a teacher in Untis to fill them.
UW3067 = { $count } teachers stand in lessons but not in GPU004; they were added: { $examples }.
    .remedy = Export GPU004 again; profile: [teacher.NAME]
UW3068 = { $count } reductions became work beside lessons, an hour being 1/22 of a full-time job: { $examples }.
    .remedy = Correct the tasks in the school document where another noemer holds.
UW3069 = { $count } lessons without classes have no graad; graad 1 is assumed: { $examples }.
    .remedy = Profile: [subject.NAME] noemer
UW3070 = { $count } lessons have a place without a teacher; it stays open: { $examples }.
    .remedy = Name a teacher in Untis to fill it.
UW3071 = { $count } class teachers are not on the staff and are left out: { $examples }.
    .remedy = Correct the class teacher in Untis.
UW3072 = { $count } lessons of the timetable (GPU001) are not in GPU002; their rows are not used: { $examples }.
    .remedy = Export both files at the same moment.
UW3073 = { $count } lessons do not run in the usual school year; they are planned all year: { $examples }.
    .remedy = Export one period of the year at a time.
UW3074 = { $count } lessons name no subject; they got the subject “-”: { $examples }.
    .remedy = Name a subject in Untis.
UW3075 = In { $count } couplings two subjects sit in one room at the same time; the first asks for it: { $examples }.
    .remedy = Give the second its own room in Untis when it needs one.
UW3076 = The type of { $count } subjects (AV, TV, PV, KV, LBV) comes from their names: { $examples }.
    .remedy = Profile: [subject.NAME] kind
UW3077 = The contracts of { $count } people are made from their present lessons and the weekly target, with some room on either side: { $examples }.
    .remedy = Profile: [teacher.NAME] contract, [staff] margin_hours
UW3078 = Untis does not know the legal position of people: { $count } are taken to have the one of [staff] statute: { $examples }.
    .remedy = Profile: [staff] statute, [teacher.NAME] statute
UW3079 = { $count } places in lessons are free for any qualified teacher: { $examples }.
    .remedy = Profile: teachers = "locked"
