#!/usr/bin/env python3
"""Checks a lower bound on the cost of an XHSTT instance against the definitions, sharing no code with the prover.

usage: xhstt_bound.py INSTANCE.xml CERTIFICATE.json [SECONDS]

Counting arguments (overload, conflict, week, spread) are counted again. A programme, the cheapest timetable of some resources alone in
the school, is modelled again from the XML and solved with `highspy` when that is installed (pip install highspy), each within SECONDS
(default 60). Exit status 0: every reason holds; 1: one does not; 2: none fails, but some could not be checked."""
import json
import math
import sys
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict


def references(element, path):
    found = element.find(path)
    return [] if found is None else [child.get("Reference") for child in found]


class School:
    """The instance as the file has it."""

    def __init__(self, path):
        root = ET.parse(path).getroot()
        instance = next(root.iter("Instance"))
        self.id = instance.get("Id")
        times = instance.find("Times")
        self.time_groups = defaultdict(list)
        self.time = {}
        for element in times.findall("Time"):
            place = len(self.time)
            self.time[element.get("Id")] = place
            for tag in ("Week", "Day"):
                if element.find(tag) is not None:
                    self.time_groups[element.find(tag).get("Reference")].append(place)
            for group in references(element, "TimeGroups"):
                if place not in self.time_groups[group]:
                    self.time_groups[group].append(place)
        self.times = len(self.time)
        self.resource_groups, self.type = defaultdict(list), {}
        for element in instance.find("Resources").findall("Resource"):
            name = element.get("Id")
            self.type[name] = element.find("ResourceType").get("Reference")
            for group in references(element, "ResourceGroups"):
                self.resource_groups[group].append(name)
        self.event_groups, self.duration, self.start, self.attends = defaultdict(list), {}, {}, {}
        self.open_types = set()
        for element in instance.find("Events").findall("Event"):
            name = element.get("Id")
            self.duration[name] = int(element.findtext("Duration"))
            start = element.find("Time")
            self.start[name] = None if start is None else self.time[start.get("Reference")]
            self.attends[name] = []
            for demand in element.find("Resources") if element.find("Resources") is not None else []:
                if demand.get("Reference") is None:
                    self.open_types.add(demand.find("ResourceType").get("Reference"))
                else:
                    self.attends[name].append(demand.get("Reference"))
            for group in references(element, "ResourceGroups"):
                self.attends[name] += self.resource_groups[group]
            groups = references(element, "EventGroups")
            if element.find("Course") is not None:
                groups.append(element.find("Course").get("Reference"))
            for group in groups:
                if name not in self.event_groups[group]:
                    self.event_groups[group].append(name)
        self.constraints = {e.get("Id"): Constraint(self, e) for e in instance.find("Constraints")}
        self.events_of = defaultdict(list)
        for event, resources in self.attends.items():
            for resource in resources:
                self.events_of[resource].append(event)
        self.learn()

    def learn(self):
        """What hard constraints forbid."""
        hard = [c for c in self.constraints.values() if c.required and c.weight > 0]
        self.hard = hard
        of = lambda kind: [c for c in hard if c.kind == kind]
        self.single = {r for c in of("AvoidClashes") for r in c.points}
        self.assigned = {e for c in of("AssignTime") for e in c.points} | {e for e, s in self.start.items() if s is not None}
        self.unavailable = defaultdict(set)
        for c in of("AvoidUnavailableTimes"):
            for resource in c.points:
                self.unavailable[resource] |= c.times
        leader = {e: e for e in self.duration}

        def find(event):
            while leader[event] != event:
                event = leader[event]
            return event

        for c in of("LinkEvents"):
            for group in c.points:
                for event in self.event_groups[group]:
                    leader[find(event)] = find(self.event_groups[group][0])
        self.linked = defaultdict(list)
        for event in self.duration:
            self.linked[find(event)].append(event)
        self.cls = {e: find(e) for e in self.duration}

    def starts(self, event, length):
        """The starts that no hard constraint forbids to a meet of this length."""
        blocked = set().union(*[self.unavailable[r] for r in self.attends[event]]) if self.attends[event] else set()
        for c in self.hard:
            if c.kind == "SplitEvents" and event in c.set and not c.shortest <= length <= c.longest:
                return []
        found = range(self.times - length + 1) if self.start[event] is None else [self.start[event]]
        found = [s for s in found if not blocked & set(range(s, s + length))]
        if self.start[event] is None:
            for c in self.hard:
                if c.kind == "PreferTimes" and event in c.set and c.only in (None, length):
                    found = [s for s in found if s in c.times]
        return found

    def shapes(self, event):
        """Every way to cut the event into meets that hard constraints leave, as counts by length."""
        def cut(left, longest):
            if left == 0:
                yield []
            for length in range(min(left, longest), 0, -1):
                for rest in cut(left - length, length):
                    yield [length] + rest

        for shape in cut(self.duration[event], self.duration[event]):
            good = True
            for c in self.hard:
                if c.kind == "SplitEvents" and event in c.set:
                    good &= all(c.shortest <= x <= c.longest for x in shape) and c.fewest <= len(shape) <= c.most
                if c.kind == "DistributeSplitEvents" and event in c.set:
                    good &= c.low <= shape.count(c.only) <= c.high
            if good:
                yield Counter(shape)


class Constraint:
    def __init__(self, school, element):
        self.kind = element.tag.removesuffix("Constraint")
        self.required = element.findtext("Required").strip() == "true"
        self.weight = int(element.findtext("Weight"))
        self.function = element.findtext("CostFunction").strip()
        number = lambda tag, default=None: int(element.findtext(tag)) if element.findtext(tag) else default
        self.low, self.high, self.only = number("Minimum", 0), number("Maximum", math.inf), number("Duration")
        self.shortest, self.longest = number("MinimumDuration"), number("MaximumDuration")
        self.fewest, self.most = number("MinimumAmount"), number("MaximumAmount")
        to = element.find("AppliesTo")
        events = [e for g in references(to, "EventGroups") for e in school.event_groups[g]] + references(to, "Events")
        resources = [r for g in references(to, "ResourceGroups") for r in school.resource_groups[g]] + references(to, "Resources")
        if self.kind in ("SpreadEvents", "LinkEvents", "AvoidSplitAssignments"):
            self.points = references(to, "EventGroups")
        elif self.kind in ("AssignTime", "PreferTimes"):
            self.points = [e for e in events if school.start[e] is None]
        else:
            self.points = events or resources
        self.set = set(self.points)
        self.groups, self.times = [], set()
        for group in element.find("TimeGroups") if element.find("TimeGroups") is not None else []:
            times = school.time_groups[group.get("Reference")]
            self.times |= set(times)
            limits = (self.low, self.high)
            if self.kind == "SpreadEvents":
                limits = int(group.findtext("Minimum")), int(group.findtext("Maximum"))
            self.groups.append((tuple(times), *limits))
        self.times |= {school.time[t] for t in references(element, "Times")}

    def price(self, deviation):
        return self.weight * {"Linear": deviation, "Quadratic": deviation**2, "Step": int(deviation > 0)}[self.function]


def short_or_excess(count, low, high):
    return max(low - count, count - high, 0)


# ---- counting ----------------------------------------------------------------------------------------------------------------------


def charges_of(school, reason):
    """The reason's charges as (constraint, point), each checked to be where the certificate says."""
    found = []
    for charge in reason["charges"]:
        constraint = school.constraints[charge["constraint"]]
        if constraint.points[charge["position"]] != charge["point"]:
            raise ValueError(f"{charge} is no point of its constraint")
        found.append((constraint, charge["point"]))
    return found


def cheapest_unit(school, reason):
    """What one time too many costs at the least: the smallest weight of a hard constraint that could give way."""
    charges = charges_of(school, reason)
    if any(c.function == "Step" for c in school.hard):
        raise ValueError("a step charges once however much is wrong")
    return min(c.weight for c, _ in charges if c.required and c.weight > 0)


def overload(school, reason):
    events = school.events_of[reason["resource"]]
    if reason["resource"] not in school.single or not set(events) <= school.assigned or len(set(events)) < len(events):
        return False
    busy = sum(school.duration[e] for e in events)
    return busy == reason["busy"] and (busy - school.times) * cheapest_unit(school, reason) >= reason["hard"]


def conflict(school, reason):
    """Any two of the events share a resource, or events linked to them do, and they last longer than there are times for them."""
    events = reason["events"]
    sharing = lambda e: {r for other in school.linked[school.cls[e]] for r in school.attends[other] if r in school.single}
    for place, one in enumerate(events):
        for other in events[place + 1:]:
            if school.cls[one] == school.cls[other]:
                # Linked: both then run at the same times, so the two must be at one resource.
                if not any(r in school.single for r in set(school.attends[one]) & set(school.attends[other])):
                    return False
            elif not sharing(one) & sharing(other):
                return False
    classes = [school.cls[e] for e in events]
    members = {m for c in classes for m in school.linked[c]}
    if not members <= school.assigned or any(len({school.duration[m] for m in school.linked[c]}) > 1 for c in classes):
        return False
    # Whatever could give way must be among the charges that the smallest weight is taken of.
    could = [c for c in school.hard if c.kind in ("AssignTime", "PreferTimes") and c.set & members]
    could += [c for c in school.hard if c.kind == "LinkEvents" and any(set(school.event_groups[g]) & members for g in c.set)]
    resources = {r for m in members for r in school.attends[m]}
    could += [c for c in school.hard if c.kind in ("AvoidClashes", "AvoidUnavailableTimes") and c.set & resources]
    weight = min(c.weight for c in could)
    if len(set(classes)) == 1:
        filled = school.duration[events[0]]
    else:
        filled = matching(school, sorted(set(classes)))
    busy = sum(school.duration[e] for e in events)
    return busy == reason["busy"] and (busy - filled) * weight >= reason["hard"] and weight <= cheapest_unit(school, reason)


def matching(school, classes):
    """The most times that the classes can fill, one at a time."""
    opened = {}
    for name in classes:
        times = set(range(school.times))
        for event in school.linked[name]:
            for resource in school.attends[event]:
                times -= school.unavailable[resource]
            if school.duration[event] == 1:
                times &= set(school.starts(event, 1)) or times
            if school.start[event] is not None:
                times &= set(range(school.start[event], school.start[event] + school.duration[event]))
        opened[name] = times
    holder = {}

    def augment(name, seen):
        for time in opened[name] - seen:
            seen.add(time)
            if time not in holder or augment(holder[time], seen):
                holder[time] = name
                return True
        return False

    return sum(augment(name, set()) for name in classes for _ in range(school.duration[school.linked[name][0]]))


def week(school, reason):
    """The cheapest choice of so many busy times for one resource: all sets of times of each day, put together day by day."""
    resource = reason["resource"]
    events = school.events_of[resource]
    sure = school.type[resource] not in school.open_types and resource in school.single and set(events) <= school.assigned
    if not sure or sum(school.duration[e] for e in events) != reason["busy"]:
        return False
    rules = [c for c, point in charges_of(school, reason) if point == resource and not c.required]
    days = sorted({g for c in rules for g, _, _ in c.groups})
    covered = [t for d in days for t in d]
    if len(covered) != len(set(covered)):
        return False
    free = set(range(school.times)) - school.unavailable[resource]
    outside = len(free - set(covered))
    # By (busy times, by rule its count so far): possible or not. A rule that counts over the week keeps its count, capped.
    states = {(n,) + (0,) * len(rules) for n in range(min(outside, reason["busy"]) + 1)}
    for day in days:
        usable = [t for t in day if t in free]
        effects = set()
        for chosen in range(1 << len(usable)):
            busy = [t for k, t in enumerate(usable) if chosen >> k & 1]
            effect = []
            for rule in rules:
                mine = [g for g in rule.groups if g[0] == day]
                if not mine or not busy:
                    effect.append(0)
                elif rule.kind == "ClusterBusyTimes":
                    effect.append(1)
                elif rule.kind == "LimitBusyTimes":
                    effect.append(short_or_excess(len(busy), rule.low, rule.high))
                else:
                    effect.append(max(busy) - min(busy) + 1 - len(busy))
            effects.add((len(busy),) + tuple(effect))
        states = {tuple(min(a + b, 60) for a, b in zip(s, e)) for s in states for e in effects if s[0] + e[0] <= reason["busy"]}
    cost = lambda s: sum(
        r.price(n if r.kind == "LimitBusyTimes" else short_or_excess(n, r.low, r.high)) for r, n in zip(rules, s[1:])
    )
    full = [s for s in states if s[0] == reason["busy"]]
    return bool(full) and min(map(cost, full)) >= reason["soft"]


def spread(school, reason):
    """Each event has between one meet and as many as it lasts: what can the group's numbers of starts deviate by at the least?"""
    (rule, group), = charges_of(school, reason)
    events = school.event_groups[group]
    listed = [t for g, _, _ in rule.groups for t in g]
    if group != reason["group"] or len(listed) != len(set(listed)):
        return False
    most = sum(school.duration[e] for e in events)
    deviation = sum(low for _, low, _ in rule.groups) - most
    if set(events) <= school.assigned and set(listed) == set(range(school.times)):
        reach = lambda times: any(set(school.starts(e, n)) & set(times) for e in events for n in range(1, school.duration[e] + 1))
        deviation = max(deviation, len(events) - sum(high for g, _, high in rule.groups if reach(g)))
    return deviation > 0 and rule.price(deviation) >= reason["soft"]


# ---- programmes --------------------------------------------------------------------------------------------------------------------


class Programme:
    def __init__(self, school, reason):
        self.school, self.cost, self.low, self.high, self.rows = school, [], [], [], []
        charges = charges_of(school, reason)
        events = {e for r in reason["resources"] for e in school.events_of[r]}
        for rule, point in charges:
            if point in school.event_groups and rule.kind == "SpreadEvents":
                events |= set(school.event_groups[point])
            elif point in school.duration and rule.kind in ("PreferTimes", "SplitEvents", "DistributeSplitEvents"):
                events.add(point)
        self.classes = sorted({school.cls[e] for e in events})
        self.meets = {}
        for name in self.classes:
            self.add_class(school.linked[name])
        self.events = set(self.meets)
        self.no_clashes()
        for rule in school.hard:
            if rule.kind == "SpreadEvents":
                for group in rule.points:
                    members = [e for e in school.event_groups[group] if e in self.events]
                    whole = len(members) == len(school.event_groups[group])
                    for times, low, high in rule.groups if members else []:
                        self.row(self.starting(members, times), low if whole else 0, high)
        for resource in reason["resources"]:
            if school.type[resource] in school.open_types or resource not in school.single:
                raise ValueError(f"the busy times of {resource} are not known")
            self.flags, self.spans = {}, {}
            for rule in school.hard:
                if resource in rule.set:
                    for terms, low, high, _ in self.counts(resource, rule):
                        self.row(terms, low, high)
            for rule, point in charges:
                if point == resource and not rule.required:
                    self.charge(rule, self.counts(resource, rule))
        for rule, point in charges:
            if rule.required:
                continue
            if rule.kind == "SpreadEvents":
                members = school.event_groups[point]
                most = sum(school.duration[e] for e in members)
                self.charge(rule, [(self.starting(members, t), low, high, most) for t, low, high in rule.groups])
            elif rule.kind == "PreferTimes":
                bad = [(v, n) for n, s, v in self.meets[point] if s not in rule.times and rule.only in (None, n)]
                self.charge(rule, [(bad, 0, 0, school.duration[point])])
            elif rule.kind == "DistributeSplitEvents" and point in school.assigned:
                share = [(v, 1) for n, s, v in self.meets[point] if n == rule.only]
                self.charge(rule, [(share, rule.low, rule.high, school.duration[point])])
            elif rule.kind == "SplitEvents" and point in school.assigned:
                unfit = [(v, 1) for n, s, v in self.meets[point] if not rule.shortest <= n <= rule.longest]
                all_ = [(v, 1) for n, s, v in self.meets[point]]
                most = school.duration[point]
                self.charge(rule, [(unfit, 0, 0, most), (all_, rule.fewest, rule.most, most)])

    def var(self, high, cost=0):
        self.cost.append(cost), self.low.append(0), self.high.append(high)
        return len(self.cost) - 1

    def row(self, terms, low, high):
        total = defaultdict(float)
        for var, by in terms:
            total[var] += by
        self.rows.append((total, low, high))

    def add_class(self, events):
        """Linked events fill the same times; meets are shared only where equal times leave no choice of meets."""
        school = self.school
        alone = lambda e: school.duration[e] == 1 or any(r in school.single for r in school.attends[e])
        shapes = {e: list(school.shapes(e)) for e in events}
        lengths = {e: {n for shape in shapes[e] for n in shape if school.starts(e, n)} for e in events}
        share = all(len(lengths[e]) == 1 and alone(e) for e in events)
        share &= len({(school.duration[e], *lengths[e]) for e in events}) == 1
        for e in events:
            if share and e != events[0]:
                self.meets[e] = self.meets[events[0]]
                continue
            mates = events if share else [e]
            most = (lambda n: 1) if alone(e) else (lambda n: school.duration[e] // n)
            self.meets[e] = [
                (n, s, self.var(most(n)))
                for n in sorted(lengths[e])
                for s in sorted(set.intersection(*[set(school.starts(m, n)) for m in mates]))
            ]
            total = [(v, n) for n, s, v in self.meets[e]]
            sure = any(m in school.assigned for m in mates)
            self.row(total, school.duration[e] if sure else 0, school.duration[e])
        for e in events:
            if e in school.assigned and shapes[e]:
                counts = [sum(shape.values()) for shape in shapes[e]]
                self.row([(v, 1) for n, s, v in self.meets[e]], min(counts), max(counts))
                for length in lengths[e]:
                    number = [shape[length] for shape in shapes[e]]
                    self.row([(v, 1) for n, s, v in self.meets[e] if n == length], min(number), max(number))
        clear = [e for e in events if alone(e)]
        if not share:
            for one, other in zip(clear, clear[1:]):
                for t in range(school.times):
                    self.row(self.at(one, t) + [(v, -by) for v, by in self.at(other, t)], 0, 0)

    def at(self, event, time):
        return [(v, 1) for n, s, v in self.meets[event] if s <= time < s + n]

    def starting(self, events, times):
        return [(v, 1) for e in events for n, s, v in self.meets[e] if s in set(times)]

    def no_clashes(self):
        attended = defaultdict(list)
        for event in sorted(self.events):
            for resource in self.school.attends[event]:
                if resource in self.school.single:
                    attended[resource].append(event)
        for events in {tuple(sorted(e)) for e in attended.values()}:
            for t in range(self.school.times):
                self.row([x for e in events for x in self.at(e, t)], 0, 1)

    def busy(self, resource, time):
        return [x for e in self.school.events_of[resource] for x in self.at(e, time)]

    def flag(self, resource, group):
        if group not in self.flags:
            flag = self.flags[group] = self.var(1)
            for t in group:
                self.row([(flag, 1)] + [(v, -by) for v, by in self.busy(resource, t)], 0, math.inf)
            self.row([(flag, -1)] + [x for t in group for x in self.busy(resource, t)], 0, math.inf)
        return self.flags[group]

    def idle(self, resource, group):
        """Idle times of a day: after a busy one and before a busy one, and not busy."""
        if group not in self.spans:
            before, after, terms = None, None, []
            firsts, lasts = [], []
            for t in group:
                var = self.var(1)
                self.row([(var, 1)] + [(v, -by) for v, by in self.busy(resource, t)], 0, math.inf)
                if before is not None:
                    self.row([(var, 1), (before, -1)], 0, math.inf)
                reach = [(var, -1)] + self.busy(resource, t) + ([(before, 1)] if before is not None else [])
                self.row(reach, 0, math.inf)
                firsts.append(var)
                before = var
            for t in reversed(group):
                var = self.var(1)
                self.row([(var, 1)] + [(v, -by) for v, by in self.busy(resource, t)], 0, math.inf)
                if after is not None:
                    self.row([(var, 1), (after, -1)], 0, math.inf)
                reach = [(var, -1)] + self.busy(resource, t) + ([(after, 1)] if after is not None else [])
                self.row(reach, 0, math.inf)
                lasts.append(var)
                after = var
            for t, first, last in zip(group, firsts, reversed(lasts)):
                hole = self.var(1)
                here = [(v, by) for v, by in self.busy(resource, t)]
                self.row([(hole, 1), (first, -1), (last, -1)] + here, -1, math.inf)
                self.row([(hole, 1), (first, -1)], -math.inf, 0)
                self.row([(hole, 1), (last, -1)], -math.inf, 0)
                self.row([(hole, 1)] + here, -math.inf, 1)
                terms.append((hole, 1))
            self.spans[group] = terms
        return self.spans[group]

    def counts(self, resource, rule):
        """(terms, low, high, most) of each count of a rule on a resource."""
        groups = [tuple(g) for g, _, _ in rule.groups]
        if rule.kind == "AvoidUnavailableTimes":
            return [([x for t in sorted(rule.times) for x in self.busy(resource, t)], 0, 0, len(rule.times))]
        if rule.kind == "ClusterBusyTimes":
            return [([(self.flag(resource, g), 1) for g in groups], rule.low, rule.high, len(groups))]
        if rule.kind == "LimitIdleTimes":
            terms = [x for g in groups for x in self.idle(resource, g)]
            return [(terms, rule.low, rule.high, sum(map(len, groups)))]
        found = []
        for g in groups if rule.kind == "LimitBusyTimes" else []:
            here = [x for t in g for x in self.busy(resource, t)]
            found.append((here, 0, rule.high, len(g)))
            if rule.low > 1:
                found.append((here + [(self.flag(resource, g), -rule.low)], 0, math.inf, len(g)))
        return found

    def charge(self, rule, counts):
        deviations, most = [], 0
        for terms, low, high, top in counts:
            limit = max(top - high, low, rule.low if rule.low < math.inf else 0, 0)
            deviation = self.var(max(limit, 0))
            self.row(terms + [(deviation, 1)], low, math.inf)
            self.row(terms + [(deviation, -1)], -math.inf, high)
            deviations.append((deviation, 1))
            most += max(limit, 0)
        if rule.function == "Linear":
            for deviation, _ in deviations:
                self.cost[deviation] += rule.weight
            return
        value = self.var(most * most, rule.weight)
        if rule.function == "Step":
            self.row([(value, most)] + [(d, -1) for d, _ in deviations], 0, math.inf)
        else:
            for k in range(int(most)):
                self.row([(value, 1)] + [(d, -(2 * k + 1)) for d, _ in deviations], -k * (k + 1), math.inf)

    def bound(self, seconds):
        import highspy
        import numpy as np

        solver = highspy.Highs()
        for option, value in (("output_flag", False), ("time_limit", float(seconds)), ("mip_rel_gap", 0.0)):
            solver.setOptionValue(option, value)
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(self.cost), len(self.rows)
        model.col_cost_, model.col_lower_, model.col_upper_ = (np.array(x, float) for x in (self.cost, self.low, self.high))
        model.row_lower_ = np.array([row[1] for row in self.rows], float)
        model.row_upper_ = np.array([row[2] for row in self.rows], float)
        starts, index, value = [0], [], []
        for terms, _, _ in self.rows:
            index += terms.keys()
            value += terms.values()
            starts.append(len(index))
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_, model.a_matrix_.index_ = np.array(starts), np.array(index)
        model.a_matrix_.value_ = np.array(value, float)
        model.integrality_ = [highspy.HighsVarType.kInteger] * len(self.cost)
        solver.passModel(model)
        solver.run()
        if solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
            return math.inf
        return solver.getInfo().mip_dual_bound


def programme(school, reason, seconds):
    try:
        import highspy  # noqa: F401
    except ImportError:
        return None
    # Costs are whole, so whatever is above the last whole number is the next.
    if not reason["charges"] and reason["soft"] > 0:
        return False
    found = Programme(school, reason).bound(seconds)
    wanted = reason["soft"] if reason["hard"] == 0 else math.inf
    return True if found > wanted - 1 + 1e-4 else None if reason["soft"] else False


def main(instance, certificate, seconds=60):
    school = School(instance)
    with open(certificate, encoding="utf-8") as file:
        document = json.load(file)
    reasons = document["reasons"]
    failed, unchecked = [], []

    def judge(holds, what):
        if holds is None:
            unchecked.append(what)
        elif not holds:
            failed.append(what)

    judge(document["instance"] == school.id, "the instance is another one")
    judge(all(sum(r[k] for r in reasons) == document[k] for k in ("hard", "soft")), "the reasons do not sum to the bound")
    hard = [r for r in reasons if r["hard"] > 0]
    judge(not hard or len(hard) == len(reasons), "hard and soft reasons together")
    charged = Counter((c["constraint"], c["position"]) for r in reasons if r["hard"] == 0 for c in r["charges"])
    judge(all(n == 1 for n in charged.values()), "a point is charged twice")
    used = Counter()
    for reason in hard:
        events = reason.get("events") or school.events_of[reason["resource"]] if reason["argument"] != "programme" else []
        used.update({school.cls[e] for e in events})
    judge(all(n == 1 for n in used.values()), "an event is in two hard reasons")
    check = {"overload": overload, "conflict": conflict, "week": week, "spread": spread}
    for reason in reasons:
        what = {k: v for k, v in reason.items() if k != "charges"}
        try:
            if reason["argument"] == "programme":
                judge(programme(school, reason, seconds), what)
            else:
                judge(check[reason["argument"]](school, reason), what)
        except (KeyError, IndexError, ValueError) as fault:
            judge(False, f"{what}: {fault}")
    for what in failed:
        print("does not hold:", what)
    for what in unchecked:
        print("not checked:", what)
    held = len(reasons) - len(failed) - len(unchecked)
    print(f"{school.id}: hard={document['hard']} soft={document['soft']}, {held} of {len(reasons)} reasons hold")
    return 1 if failed else 2 if unchecked else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3], *[float(x) for x in sys.argv[3:4]]))
