"""Ten believable disruptions of any school, made from its document and a plan alone: the same school and plan give the same ones."""
import copy

FULL = 133_980  # Amounts of work are in 1/133 980 FTE.


def disruptions(school, plan):
    """Name and scenario: four absences with a substitute, three other free days of part-timers, three classes that split."""
    made = [absence(school, teacher) for teacher in spread(busy(school, plan, FULL // 2, FULL), 4)]
    made += [other_day(school, plan, teacher) for teacher in spread(busy(school, plan, FULL // 4, FULL * 3 // 4), 3)]
    made += [split(school, one) for one in spread(splittable(school), 3)]
    return made


def spread(all_of_them, number):
    """So many, evenly over the list."""
    return [all_of_them[at * len(all_of_them) // number] for at in range(number)]


def busy(school, plan, least, most):
    """Teachers with such a contract who teach, by the school's order."""
    teaching = {entry["teacher"] for entry in plan["allocation"]}
    return [t for t in school["staff"] if t["id"] in teaching and least <= t["contract"]["target"] <= most]


def days_of(school, plan, teacher):
    """How many blocks somebody has on each day."""
    lessons = {entry["lesson"] for entry in plan["allocation"] if entry["teacher"] == teacher["id"]}
    count = {day["id"]: 0 for day in school["grid"]["days"]}
    for place in plan["timetable"]:
        if place["lesson"] in lessons:
            count[place["day"]] += 1
    return count


def scenario(name, *changes):
    return name, {"uurwerk": {"kind": "scenario", "version": 1}, "name": name, "changes": list(changes)}


def newcomer(name, qualifications, target):
    contract = {"min": 0, "target": target, "max": FULL}
    return {"staff_joins": {"id": name, "name": name, "contract": contract, "statute": "tabd", "experience": 4, "qualifications": qualifications}}


def absence(school, teacher):
    substitute = newcomer("SUBSTITUTE", copy.deepcopy(teacher.get("qualifications", [])), teacher["contract"]["target"])
    return scenario(f"{teacher['id']} is absent", {"staff_absent": {"teacher": teacher["id"], "weeks": {"from": 40, "to": 45}}}, substitute)


def other_day(school, plan, teacher):
    """The free day becomes the day with the least lessons of those that have any; what was free no longer is."""
    count = days_of(school, plan, teacher)
    free = [wish["on"]["day"] for wish in teacher.get("wishes", []) if wish["value"] == -3 and set(wish["on"]) == {"day"}]
    day = min((day for day in count if count[day]), key=lambda day: count[day])
    change = {"teacher": teacher["id"], "never": [{"day": day}], "possible": [{"day": one} for one in free]}
    return scenario(f"{teacher['id']} is free on {day}", {"availability_changes": change})


def own_lessons(school, one):
    """The lessons that only this class, whole, follows."""
    whole = [{"class": one["id"]}]
    linked = {lesson for link in school.get("links", []) for lesson in link.get("lessons", [])}
    return [lesson for lesson in school["lessons"] if lesson.get("groups") == whole and lesson["id"] not in linked]


def has_choice(lesson):
    """Whether a lesson can be given in more than one room: nobody splits a class for the one workshop that there is."""
    return all(len(need.get("any_of", [])) != 1 for need in lesson.get("rooms", []))


def splittable(school):
    return [one for one in school["classes"] if one.get("pupils", 0) >= 12 and any(map(has_choice, own_lessons(school, one)))]


def split(school, one):
    """The class splits for its longest lesson of its own; the rest stays together. A new colleague and the hours for it come along."""
    apart = max(filter(has_choice, own_lessons(school, one)), key=lambda lesson: lesson["hours"])
    half = one["pupils"] // 2
    parts = [{"id": one["id"], "name": one["name"], "pupils": one["pupils"] - half}, {"id": one["id"] + "+", "name": one["name"] + "+", "pupils": half}]
    together = [lesson["id"] for lesson in school["lessons"] if any(group["class"] == one["id"] for group in lesson.get("groups", [])) and lesson["id"] != apart["id"]]
    qualification = {"subject": apart["subject"], "graden": [one["graad"]], "level": "required"}
    changes = [{"class_split": {"class": one["id"], "into": parts, "together": together}}, newcomer("NEWCOMER", [qualification], apart["hours"] * FULL // 22)]
    for line in school.get("budget", []):
        if line["id"] == apart.get("budget_line"):
            changes.append({"budget_changes": {"line": line["id"], "hours": line["hours"] + apart["hours"]}})
    return scenario(f"{one['id']} splits for {apart['subject']}", *changes)
